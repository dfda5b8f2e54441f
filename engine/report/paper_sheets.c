/* paper_sheets.c - everything that is handed out: stop cards, cards for the roles, sheets for observers, the technique card, the
 * board, voting slips; and the instructor's own record. */
#include "paper_parts.h"

static struct doc *sheet(struct paper *p, struct doc *root, const char *id)
{
    struct doc *doc = book_section(&p->book, root, id);
    doc->page = true;
    return doc;
}

static void add_row(struct paper *p, struct doc *table, td_str first, int columns)
{
    td_str cells[8] = {first};
    for (int i = 1; i < columns; i++)
        cells[i] = TD_STR("");
    book_row(&p->book, table, cells, columns);
}

/* --- role cards ------------------------------------------------------------------------------------------------------ */

static void add_role(struct paper *p, struct doc *root, enum seat seat)
{
    td_str name = seat_name(seat);
    struct doc *card = doc_add(p->book.arena, root, DOC_CARD, book_named(&p->book, "seat.", name, ".name"));
    book_text(&p->book, card, book_named(&p->book, "seat.", name, ".is"))->style = STYLE_LEAD;
    book_lines(&p->book, card, TD_STR(""), book_named(&p->book, "paper.role.", name, ""));
    book_text(&p->book, card, book_word(&p->book, "paper.role.stop"))->style = STYLE_SMALL;
}

/* What the person has to tell, and what they do not give before they feel understood. */
static void add_facts(struct paper *p, struct doc *card, bool held_back, const char *heading)
{
    const td_scenario *s = p->scenario;
    struct doc *list = NULL;
    for (int i = 0; i < s->fact_count; i++) {
        const bool later = s->facts[i].kind == FACT_hook || s->facts[i].kind == FACT_risk || s->facts[i].guard != 0;
        const bool sore = s->facts[i].kind == FACT_trigger || s->facts[i].kind == FACT_decoy;
        td_str text = paper_text(p, s->facts[i].id);
        if (later != held_back || sore || text.len == 0 || s->facts[i].kind == FACT_promise)
            continue;
        if (list == NULL) {
            book_text(&p->book, card, book_word(&p->book, heading))->style = STYLE_LEAD;
            list = doc_add(p->book.arena, card, DOC_LIST, TD_STR(""));
        }
        book_text(&p->book, list, text);
    }
}

static void add_sore(struct paper *p, struct doc *card)
{
    const td_scenario *s = p->scenario;
    book_text(&p->book, card, book_word(&p->book, "paper.person.sore"))->style = STYLE_LEAD;
    struct doc *list = doc_add(p->book.arena, card, DOC_LIST, TD_STR(""));
    for (int i = 0; i < s->fact_count; i++)
        if (s->facts[i].kind == FACT_trigger || s->facts[i].kind == FACT_decoy)
            book_text(&p->book, list, paper_text(p, s->facts[i].id));
}

static void add_gauge(struct paper *p, struct doc *card)
{
    static const char *const heads[] = {"paper.agitation", "paper.person.shows"};
    struct doc *table = book_table(&p->book, card, "paper.person.gauge", heads, 2);
    for (int band = band_count - 1; band >= 0; band--) {
        const struct word_arg args[] = {ARG_INT("low", 20 * band),
                                        ARG_INT("high", band == band_count - 1 ? 100 : 20 * band + 19),
                                        ARG_TEXT("what", page_band(&p->book.page, band))};
        const td_str cells[] = {book_say(&p->book, "paper.person.band", args, 3),
                                book_named(&p->book, "band.", band_names[band], ".is")};
        book_row(&p->book, table, cells, 2);
    }
}

static void add_person(struct paper *p, struct doc *root)
{
    struct doc *card = sheet(p, root, "paper.person");
    const struct word_arg args[] = {
        ARG_TEXT("name", paper_text(p, TD_STR("subject.name"))),
        ARG_TEXT("emotion", book_named(&p->book, "emotion.", emotion_names[p->scenario->emotion], "")),
        ARG_TEXT("need", book_named(&p->book, "need.", need_names[p->scenario->need], ".name"))};
    book_text(&p->book, card, book_say(&p->book, "paper.person.you", args, 3))->style = STYLE_LEAD;
    book_lines(&p->book, card, TD_STR(""), book_word(&p->book, "paper.person.how"));
    book_text(&p->book, card, book_word(&p->book, "paper.person.out"));
    add_gauge(p, card);
    add_facts(p, card, false, "paper.person.open");
    add_facts(p, card, true, "paper.person.later");
    add_sore(p, card);
}

void paper_cards(struct paper *p, struct doc *root)
{
    const struct paper_cast *cast = paper_cast_of(p->plan);
    struct doc *part = cast->seat_count > 1 ? sheet(p, root, "paper.roles") : NULL; /* who all do the same need none */
    for (int i = 0; part != NULL && i < cast->seat_count; i++)
        add_role(p, part, cast->seats[i]);
    add_person(p, root);
}

/* A sheet to cut up: one card for everybody in the room. */
void paper_stop_cards(struct paper *p, struct doc *root)
{
    struct doc *part = book_section(&p->book, root, "paper.stop");
    struct doc *cards = doc_add(p->book.arena, part, DOC_CUTS, book_word(&p->book, "paper.stop.word"));
    cards->alt = book_word(&p->book, "paper.stop.is");
    cards->label = book_word(&p->book, "paper.stop.how");
    cards->count = PAPER_STOPS;
}

/* --- the forms --------------------------------------------------------------------------------------------------------- */

static void observer_sheet(struct paper *p, struct doc *root)
{
    static const char *const items[] = {"values", "fear", "asks", "guides", "agreement", "calm", "risk"};
    static const char *const watches[] = {"listening", "dignity", "eyes", "safety"};
    static const char *const heads[] = {"report.self.what", "paper.score", "paper.evidence"};
    struct doc *part = sheet(p, root, "paper.observer");
    book_text(&p->book, part, book_word(&p->book, "paper.observer.watch"));
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    for (size_t i = 0; i < sizeof watches / sizeof *watches; i++)
        book_text(&p->book, list, book_named(&p->book, "paper.watch.", str_of(watches[i]), ""));
    struct doc *table = book_table(&p->book, part, "sheet.scale", heads, 3);
    table->count = 3;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
        const td_str cells[] = {book_named(&p->book, "sheet.", str_of(items[i]), ""),
                                TD_STR("1 \xc2\xb7 2 \xc2\xb7 3 \xc2\xb7 4 \xc2\xb7 5"), TD_STR("")};
        book_row(&p->book, table, cells, 3);
    }
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "paper.observer.taps"))->count = 3;
}

/* What helps, with an example each; what harms is not on it. */
static void technique_card(struct paper *p, struct doc *root)
{
    struct doc *part = sheet(p, root, "paper.techniques");
    book_text(&p->book, part, book_word(&p->book, "paper.techniques.how"));
    struct doc *terms = doc_add(p->book.arena, part, DOC_TERMS, TD_STR(""));
    for (int act = 0; act < ACT_COUNT; act++) {
        td_str name = act_name((enum act)act);
        if (p->tally.model->m[act][0] < 0 && p->tally.model->m[act][STAGE_COUNT - 2] <= 0)
            continue;
        const td_str parts[] = {book_named(&p->book, "act.", name, ".is"), book_named(&p->book, "act.", name, ".good")};
        struct writer w;
        writer_init(&w, p->book.arena);
        w_str(&w, parts[0]);
        w_char(&w, ' ');
        w_str(&w, parts[1]);
        book_text(&p->book, terms, writer_str(&w))->label = book_named(&p->book, "act.", name, ".short");
    }
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "paper.techniques.hints"))->count = 8;
}

static void board_form(struct paper *p, struct doc *root)
{
    static const char *const kinds[] = {"fact", "name", "demand", "deadline", "promise", "hook", "trigger", "risk"};
    static const char *const heads[] = {"report.board.kind", "paper.board.text", "paper.board.time"};
    struct doc *part = sheet(p, root, "paper.board");
    struct doc *table = book_table(&p->book, part, "paper.board.how", heads, 3);
    table->count = 4;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        add_row(p, table, book_named(&p->book, "board.", str_of(kinds[i]), ""), 3);
}

/* As many rows as there can be exchanges; behind them what everybody has to say at the end. */
static void voting_slips(struct paper *p, struct doc *root)
{
    static const char *const heads[] = {"paper.slip.vote", "paper.slip.line", "paper.slip.reason"};
    struct doc *part = sheet(p, root, "paper.slips");
    book_lines(&p->book, part, TD_STR(""), book_word(&p->book, "paper.role.voter"));
    struct doc *table = book_table(&p->book, part, "paper.slips.how", heads, 3);
    table->count = 1;
    for (int i = 0; i < p->scenario->budget_exchanges; i++)
        add_row(p, table, book_number(&p->book, i + 1), 3);
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "web.keep.ask"))->count = 2;
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "web.change.ask"))->count = 2;
}

static void own_view(struct paper *p, struct doc *root)
{
    static const char *const heads[] = {"report.self.what", "paper.own.rating", "paper.own.why"};
    struct doc *part = sheet(p, root, "paper.own");
    struct doc *table = book_table(&p->book, part, "paper.own.how", heads, 3);
    table->count = 2;
    for (int i = 0; i < DIM_COUNT; i++)
        add_row(p, table, book_named(&p->book, "dimension.", str_of(dimension_name((enum dimension)i)), ".name"), 3);
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "web.keep.ask"))->count = 2;
    doc_add(p->book.arena, part, DOC_LINES, book_word(&p->book, "web.change.ask"))->count = 2;
}

static void handover_form(struct paper *p, struct doc *root)
{
    static const char *const items[] = {"name", "hooks", "triggers", "promises", "risk"};
    static const char *const heads[] = {"report.self.what", "paper.handover.said"};
    struct doc *part = sheet(p, root, "paper.handover");
    struct doc *table = book_table(&p->book, part, "paper.handover.how", heads, 2);
    table->count = 2;
    for (size_t i = 0; i < sizeof items / sizeof *items; i++)
        add_row(p, table, book_named(&p->book, "paper.handover.", str_of(items[i]), ""), 2);
}

/* Only what somebody in this preset has a use for. */
void paper_forms(struct paper *p, struct doc *root)
{
    static const struct {
        unsigned need;
        void (*add)(struct paper *, struct doc *);
    } forms[] = {{PAPER_OBSERVES, observer_sheet}, {PAPER_COACHES, technique_card},   {PAPER_BOARD, board_form},
                 {PAPER_VOTES, voting_slips},      {PAPER_HANDS_OVER, handover_form}, {PAPER_OWN, own_view}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if ((paper_cast_of(p->plan)->needs & forms[i].need) != 0)
            forms[i].add(p, root);
}

/* --- the record ------------------------------------------------------------------------------------------------------------ */

static void add_boxes(struct paper *p, struct doc *part)
{
    struct doc *terms = doc_add(p->book.arena, part, DOC_TERMS, TD_STR(""));
    for (int32_t bit = 0; bit < paper_box_count(p); bit++) {
        const struct word_arg args[] = {ARG_INT("n", bit + 1)};
        book_text(&p->book, terms, paper_box(p, bit))->label = book_say(&p->book, "paper.box", args, 1);
    }
}

/* What the program draws by lot: one of each row. */
static void add_variants(struct paper *p, struct doc *part)
{
    enum { MOST = 12 };
    const td_scenario *s = p->scenario;
    if (s->axis_count == 0)
        return;
    book_text(&p->book, part, book_word(&p->book, "paper.variants"))->style = STYLE_LEAD;
    struct doc *list = doc_add(p->book.arena, part, DOC_LIST, TD_STR(""));
    for (int i = 0; i < s->axis_count; i++) {
        td_str ticks[MOST];
        int count = 0;
        const struct span options = s->axes[i].options;
        for (int32_t k = options.first; k < options.first + options.count && count < MOST; k++) {
            td_str tick = paper_ticks(p, s->options[k].sets, (struct span){0, 0});
            ticks[count++] = tick.len > 0 ? tick : book_word(&p->book, "paper.variants.none");
        }
        struct writer w;
        writer_init(&w, p->book.arena);
        for (int k = 0; k < count; k++) {
            w_text(&w, k > 0 ? " / " : "");
            w_str(&w, ticks[k]);
        }
        book_text(&p->book, list, writer_str(&w));
    }
}

/* To be crossed out as they are read. */
static void add_played(struct paper *p, struct doc *part)
{
    struct writer w;
    writer_init(&w, p->book.arena);
    for (int32_t i = 1; i <= p->scenario->node_count; i++) {
        w_text(&w, i > 1 ? "   " : "");
        w_int(&w, i);
    }
    book_text(&p->book, part, book_word(&p->book, "paper.played"))->style = STYLE_LEAD;
    book_text(&p->book, part, writer_str(&w));
}

static void add_steps(struct paper *p, struct doc *part)
{
    static const char *const heads[] = {"paper.steps.step", "paper.steps.connection", "paper.steps.calm"};
    struct doc *table = book_table(&p->book, part, "paper.steps", heads, 3);
    for (int step = 0; step < STAGE_COUNT; step++) {
        const struct word_arg args[] = {ARG_INT("n", step + 1), ARG_TEXT("what", page_stage(&p->book.page, step))};
        const td_str cells[] = {book_say(&p->book, "paper.steps.name", args, 2),
                                book_number(&p->book, (int64_t)step * PAPER_STEP),
                                book_number(&p->book, paper_calm_for(step))};
        book_row(&p->book, table, cells, 3);
    }
}

void paper_record(struct paper *p, struct doc *root)
{
    static const char *const heads[] = {"paper.record.count", "paper.record.said", "paper.agitation",
                                        "paper.connection", "paper.steps.step"};
    struct doc *part = sheet(p, root, "paper.record");
    add_steps(p, part);
    struct doc *table = book_table(&p->book, part, "paper.record.how", heads, 5);
    table->count = 1;
    const td_str first[] = {TD_STR("0"), TD_STR("\xe2\x80\x93"), book_number(&p->book, p->tally.start), TD_STR("0"),
                            TD_STR("1")};
    book_row(&p->book, table, first, 5);
    for (int32_t i = 1; i <= p->scenario->budget_exchanges; i++)
        add_row(p, table, book_number(&p->book, i), 5);
    struct doc *boxes = book_section(&p->book, root, "paper.boxes"); /* on the rest of the page */
    book_text(&p->book, boxes, book_word(&p->book, "paper.boxes.how"));
    add_played(p, boxes);
    add_variants(p, boxes);
    add_boxes(p, boxes);
}
