/* paper_guide.c - how to run a session without a device, its clock, its briefing, its debrief, and how to keep
 * everybody safe. */
#include "paper_parts.h"

static void add_lines(struct paper *p, struct doc *list, td_str text)
{
    while (text.len > 0) {
        td_str line = str_line(&text);
        if (line.len > 0)
            book_text(&p->book, list, line);
    }
}

void paper_how(struct paper *p, struct doc *root)
{
    struct doc *mast = doc_add(p->book.arena, root, DOC_MAST, TD_STR(""));
    mast->label = book_word(&p->book, "paper.label");
    mast->alt = book_named(&p->book, "preset.", str_of(p->plan->preset), ".name");
    book_text(&p->book, mast, paper_text(p, TD_STR("title")))->style = STYLE_TITLE;
    book_text(&p->book, mast, paper_text(p, TD_STR("setting")))->style = STYLE_LEAD;
    struct doc *part = book_section(&p->book, root, "paper.how");
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    add_lines(p, list, book_word(&p->book, "paper.how.first"));
    add_lines(p, list, book_named(&p->book, "paper.deal.", str_of(paper_cast_of(p->plan)->preset), ""));
    add_lines(p, list, paper_number(p, "paper.how.steps", p->tally.start));
    book_text(&p->book, part, book_word(&p->book, "paper.how.honest"))->style = STYLE_SMALL;
}

/* --- the clock ---------------------------------------------------------------------------------------------------- */

void paper_clock(struct paper *p, struct doc *root)
{
    static const char *const heads[] = {"paper.clock.part", "paper.clock.minutes", "paper.clock.from",
                                        "paper.clock.began"};
    struct doc *part = book_section(&p->book, root, "paper.clock");
    part->page = true;
    struct doc *table = book_table(&p->book, part, "paper.clock.how", heads, 4);
    int64_t from = 0;
    table->count = 1;
    for (int i = 0; i < p->plan->count; i++) {
        const td_str cells[] = {book_named(&p->book, "paper.phase.", str_of(p->plan->phases[i]), ""),
                                book_number(&p->book, p->plan->minutes[i]), page_time(&p->book.page, from * 60000),
                                TD_STR("")};
        book_row(&p->book, table, cells, 4);
        from += p->plan->minutes[i];
    }
    const bool alone = (paper_cast_of(p->plan)->needs & PAPER_OWN) != 0; /* somebody speaks, and may ask for a break */
    book_text(&p->book, part, book_word(&p->book, alone ? "paper.clock.rule" : "paper.clock.rule.all"));
}

/* --- the briefing ---------------------------------------------------------------------------------------------------- */

static void add_items(struct paper *p, struct doc *part, enum brief_class class, const char *heading)
{
    const td_scenario *s = p->scenario;
    struct doc *list = NULL;
    for (int i = 0; i < s->briefing_count; i++) {
        if (s->briefing[i].class != class)
            continue;
        if (list == NULL) {
            book_text(&p->book, part, book_word(&p->book, heading))->style = STYLE_LEAD;
            list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
        }
        book_text(&p->book, list, paper_text(p, s->briefing[i].id));
    }
}

/* How they mean to begin: one of these, agreed on before the first word. */
static void add_approach(struct paper *p, struct doc *part)
{
    const td_scenario *s = p->scenario;
    if (s->approach_count == 0)
        return;
    book_text(&p->book, part, book_word(&p->book, "paper.briefing.approach"))->style = STYLE_LEAD;
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    for (int i = 0; i < s->approach_count; i++) {
        const td_str ticks = paper_ticks(p, s->approach[i].sets, (struct span){0, 0});
        struct writer w;
        writer_init(&w, p->book.arena);
        w_str(&w, paper_text(p, s->approach[i].id));
        w_text(&w, ticks.len > 0 ? " " : "");
        w_str(&w, ticks);
        book_text(&p->book, list, writer_str(&w));
    }
}

void paper_briefing(struct paper *p, struct doc *root)
{
    const td_scenario *s = p->scenario;
    struct doc *part = book_section(&p->book, root, "paper.briefing");
    part->page = true;
    book_lines(&p->book, part, TD_STR(""), paper_text(p, TD_STR("briefing")));
    book_lines(&p->book, part, TD_STR(""), paper_text(p, TD_STR("you")));
    book_text(&p->book, part, paper_text(p, TD_STR("opening")))->label = book_word(&p->book, "paper.briefing.opening");
    if (s->content_note_count > 0) {
        td_str notes[LIMIT_MENU];
        int count = 0;
        for (int i = 0; i < s->content_note_count && count < LIMIT_MENU; i++)
            notes[count++] = book_named(&p->book, "content.", s->content_notes[i], "");
        book_text(&p->book, part, paper_joined(p, notes, count))->label = book_word(&p->book, "content.heading");
    }
    add_items(p, part, BRIEF_known, "paper.briefing.known");
    add_items(p, part, BRIEF_assumed, "paper.briefing.assumed");
    add_items(p, part, BRIEF_needed, "paper.briefing.needed");
    add_approach(p, part);
}

/* --- the debrief ------------------------------------------------------------------------------------------------------ */

void paper_debrief(struct paper *p, struct doc *root)
{
    static const char *const pages[] = {"settle", "self", "board", "timeline", "questions", "what-if", "keep", "again"};
    struct doc *part = book_section(&p->book, root, "paper.debrief");
    part->page = true;
    book_text(&p->book, part, book_word(&p->book, "paper.debrief.how"));
    const unsigned needs = paper_cast_of(p->plan)->needs;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        if ((str_is(str_of(pages[i]), "self") && (needs & PAPER_OWN) == 0) ||
            (str_is(str_of(pages[i]), "board") && (needs & PAPER_BOARD) == 0))
            continue;
        const bool again = i + 1 == sizeof pages / sizeof *pages;
        td_str name =
            again ? book_word(&p->book, "web.again") : book_named(&p->book, "web.page.", str_of(pages[i]), "");
        struct doc *card = doc_add(p->book.arena, part, DOC_FOLD, name);
        book_lines(&p->book, card, TD_STR(""), book_named(&p->book, "paper.debrief.", str_of(pages[i]), ""));
        if (i == 4)
            card->last->style = STYLE_LEAD;
    }
    struct doc *aloud = doc_add(p->book.arena, part, DOC_FOLD, book_word(&p->book, "web.close.aloud"));
    book_lines(&p->book, aloud, TD_STR(""), book_word(&p->book, "group.close.aloud"));
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "paper.debrief.notes"))->count = 4;
}

void paper_safe(struct paper *p, struct doc *root)
{
    struct doc *part = book_section(&p->book, root, "paper.safe");
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    add_lines(p, list, book_word(&p->book, "paper.safe.rules"));
}

void paper_foot(struct paper *p, struct doc *root)
{
    struct doc *foot = doc_add(p->book.arena, root, DOC_FOOT, TD_STR(""));
    book_text(&p->book, foot, book_word(&p->book, "debrief.hard-day"))->style = STYLE_LEAD;
    book_lines(&p->book, foot, TD_STR(""), book_word(&p->book, "report.support"));
    book_text(&p->book, foot, book_word(&p->book, "debrief.claims"));
}
