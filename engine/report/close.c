/* close.c - the end of the report: the person's own voice, what to do next, and what it was computed from. */
#include "book.h"

/* The lines of a part of the debrief; its heading in *ret_heading. */
static td_str part(struct book *b, enum debrief_part which, td_str *ret_heading)
{
    struct writer w;
    writer_init(&w, b->arena);
    debrief_write_part(&w, b->debrief, b->page.words, which);
    td_str text = writer_str(&w);
    while (text.len > 0 && text.ptr[0] == '\n')
        text = (td_str){text.ptr + 1, text.len - 1};
    *ret_heading = str_line(&text);
    return text;
}

void book_voice(struct book *b, struct doc *root)
{
    td_str heading, text = part(b, DEBRIEF_voice, &heading);
    if (text.len == 0)
        return;
    struct doc *section = doc_add(b->arena, root, DOC_SECTION, heading);
    while (text.len > 0) {
        td_str line = str_line(&text);
        if (line.len > 0)
            doc_add(b->arena, section, DOC_QUOTE, line);
    }
}

void book_next(struct book *b, struct doc *root)
{
    const td_debrief *d = b->debrief;
    struct doc *section = book_section(b, root, "report.next");
    struct doc *terms = doc_add(b->arena, section, DOC_TERMS, TD_STR(""));
    book_text(b, terms, book_word(b, d->drill))->label = book_word(b, "report.next.drill");
    if (d->replay_step != NONE) {
        const struct step *step = book_step(b, d->replay_step);
        const struct word_arg args[] = {ARG_TEXT("time", page_time(&b->page, step->story_ms)),
                                        ARG_INT("number", step->number)};
        book_text(b, terms, book_say(b, "debrief.replay", args, 2))->label = book_word(b, "report.next.replay");
    }
    if (d->question_count > 0) {
        const struct step *step = book_step(b, d->questions[0].step);
        const struct word_arg args[] = {ARG_TEXT("time", page_time(&b->page, step->story_ms)),
                                        ARG_TEXT("line", page_said(&b->page, step))};
        book_text(b, terms, book_say(b, d->questions[0].id, args, 2))->label = book_word(b, "report.next.question");
    }
    book_text(b, terms, book_word(b, "inquiry.transfer"))->label = book_word(b, "report.next.transfer");
    book_text(b, terms, book_word(b, "report.next.spaced"))->label = book_word(b, "report.next.when");
}

/* --- the foot -------------------------------------------------------------------------------------------------- */

static td_str hex(struct book *b, uint64_t value)
{
    struct writer w;
    writer_init(&w, b->arena);
    w_hex64(&w, value);
    return writer_str(&w);
}

static void add_audit(struct book *b, struct doc *foot)
{
    const struct trace *trace = b->debrief->trace;
    const struct journal_header *header = &b->about->journal->header;
    const struct word_arg args[] = {
        ARG_TEXT("seed", page_seed(&b->page, trace->setup.seed)),
        ARG_INT("noise", trace->setup.noise),
        ARG_INT("model", trace->model->version),
        ARG_TEXT("coefficients", hex(b, trace->model->hash)),
        ARG_TEXT("scenario", trace->scenario->id),
        ARG_TEXT("rules", hex(b, header->rules_hash)),
        ARG_TEXT("lang", header->lang),
        ARG_TEXT("words", hex(b, header->words_hash)),
    };
    book_text(b, foot, book_say(b, "report.audit", args, 8));
    book_text(b, foot, book_say(b, "report.audit.how", args, 8));
}

static void add_inputs(struct book *b, struct doc *foot)
{
    const struct trace *trace = b->debrief->trace;
    const struct word_arg args[] = {ARG_INT("n", trace->count)};
    struct doc *fold = doc_add(b->arena, foot, DOC_FOLD, book_say(b, "report.inputs", args, 1));
    struct doc *list = doc_add(b->arena, fold, DOC_LIST, TD_STR(""));
    fold->long_form = true;
    for (int i = 0; i < trace->count; i++) {
        char text[COMMAND_TEXT];
        size_t length = command_format(&trace->steps[i].command, text);
        struct doc *item = book_text(b, list, arena_copy(b->arena, (td_str){text, length}));
        item->label = book_number(b, trace->steps[i].number);
        item->style = STYLE_SMALL;
    }
}

void book_foot(struct book *b, struct doc *root)
{
    struct doc *foot = doc_add(b->arena, root, DOC_FOOT, TD_STR(""));
    book_text(b, foot, book_word(b, "debrief.hard-day"))->style = STYLE_LEAD;
    book_lines(b, foot, TD_STR(""), book_word(b, "report.support"));
    book_text(b, foot, book_word(b, "debrief.claims"));
    add_audit(b, foot);
    add_inputs(b, foot);
}
