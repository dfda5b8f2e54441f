/* csv.c - one row for each decision, for a spreadsheet or a statistician.
 * RFC 4180: commas, CRLF, quotes doubled.  What a person typed or an author wrote may begin with a sign that a
 * spreadsheet takes for a formula; such a text gets an apostrophe before it, and is then read as text. */
#include "book.h"

struct csv {
    struct book *book;
    struct writer *w;
    bool begun; /* the row has a cell */
};

static bool is_formula(td_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (td_str){text.ptr + 1, text.len - 1};
    if (text.len == 0)
        return false;
    static const char signs[] = "=+-@\t\r\n|%";
    return strchr(signs, text.ptr[0]) != NULL;
}

static void next_cell(struct csv *c)
{
    if (c->begun)
        w_char(c->w, ',');
    c->begun = true;
}

static void put_text(struct csv *c, td_str text)
{
    next_cell(c);
    w_char(c->w, '"');
    if (is_formula(text))
        w_char(c->w, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            w_char(c->w, '"');
        if (text.ptr[i] != '\0')
            w_char(c->w, text.ptr[i]);
    }
    w_char(c->w, '"');
}

static void put_int(struct csv *c, int64_t value)
{
    next_cell(c);
    w_int(c->w, value);
}

/* Empty where there is none. */
static void put_maybe(struct csv *c, int64_t value)
{
    next_cell(c);
    if (value != NONE)
        w_int(c->w, value);
}

static void put_hex(struct csv *c, uint64_t value)
{
    next_cell(c);
    w_hex64(c->w, value);
}

static void end_row(struct csv *c)
{
    w_text(c->w, "\r\n");
    c->begun = false;
}

static void put_heads(struct csv *c)
{
    static const char *const heads[] = {"attempt",
                                        "number",
                                        "story_s",
                                        "time",
                                        "command",
                                        "said",
                                        "act",
                                        "quality",
                                        "tone",
                                        "pace",
                                        "distance_cm",
                                        "step_before",
                                        "step_after",
                                        "band_before",
                                        "band_after",
                                        "agitation_before",
                                        "agitation_after",
                                        "by_time",
                                        "by_words",
                                        "by_delivery",
                                        "by_space",
                                        "by_sore_point",
                                        "by_promise",
                                        "by_outside",
                                        "understanding",
                                        "rapport",
                                        "trust",
                                        "verdict",
                                        "regret",
                                        "premature",
                                        "turning_point",
                                        "best",
                                        "best_act",
                                        "best_agitation",
                                        "answer",
                                        "why",
                                        "lesson",
                                        "note",
                                        "scenario",
                                        "rules",
                                        "seed",
                                        "noise",
                                        "model",
                                        "coefficients"};
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        put_text(c, str_of(heads[i]));
    end_row(c);
}

static const char *turning_of(const td_debrief *d, int32_t at)
{
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].step == at)
            return d->turning[i].kind == TURNING_GAIN ? "gain" : "loss";
    return "";
}

static td_str notes_of(struct csv *c, int32_t at)
{
    const td_debrief *d = c->book->debrief;
    struct writer w;
    writer_init(&w, c->book->arena);
    for (int i = 0; i < d->note_count; i++) {
        if (d->notes[i].step != at)
            continue;
        if (writer_str(&w).len > 0)
            w_char(&w, ' ');
        w_str(&w, d->notes[i].text);
    }
    return writer_str(&w);
}

static void put_what(struct csv *c, const struct step *step)
{
    char text[COMMAND_TEXT];
    size_t length = command_format(&step->command, text);
    put_int(c, c->book->debrief->trace->attempt);
    put_int(c, step->number);
    put_int(c, step->story_ms / 1000);
    put_text(c, page_time(&c->book->page, step->story_ms));
    put_text(c, (td_str){text, length});
    put_text(c, page_said(&c->book->page, step));
    put_text(c, act_name(step->move.act));
    put_int(c, step->move.q);
    put_int(c, step->move.tone);
    put_int(c, step->move.pace);
    put_maybe(c, step->move.dist);
}

static void put_change(struct csv *c, const struct step *step)
{
    put_int(c, step->before.stage);
    put_int(c, step->after.stage);
    put_text(c, band_names[step->before.band]);
    put_text(c, band_names[step->after.band]);
    put_int(c, step->before.agitation);
    put_int(c, step->after.agitation);
    put_int(c, step->delta.time);
    put_int(c, step->delta.words);
    put_int(c, step->delta.delivery);
    put_int(c, step->delta.space);
    put_int(c, step->delta.trigger);
    put_int(c, step->delta.promise);
    put_int(c, step->outside);
    put_int(c, step->after.understanding);
    put_int(c, step->after.rapport);
    put_int(c, step->after.trust);
}

static void put_judgement(struct csv *c, const struct step *step, int32_t at)
{
    struct page *page = &c->book->page;
    bool judged = step->alt_count > 0;
    const struct alternative *best = judged ? &step->alt[step->alt_best] : NULL;
    int32_t regret = judged ? best->potential - step->alt[step->alt_chosen].potential : 0;
    put_text(c, judged ? str_of(verdict_name(step->verdict)) : TD_STR(""));
    put_int(c, regret > 0 ? regret : 0);
    put_int(c, step->premature);
    put_text(c, str_of(turning_of(c->book->debrief, at)));
    put_text(c, judged ? page_choice(page, best->choice) : TD_STR(""));
    put_text(c, judged ? act_name(best->move.act) : TD_STR(""));
    put_maybe(c, judged ? best->agitation : NONE);
}

static void put_words(struct csv *c, const struct step *step, int32_t at)
{
    struct page *page = &c->book->page;
    td_str subject = book_subject(c->book);
    put_text(c, page_line(page, step->reaction));
    put_text(c, item_author(page, step, subject));
    put_text(c, item_lesson(page, at, subject));
    put_text(c, notes_of(c, at));
}

static void put_origin(struct csv *c)
{
    const struct trace *trace = c->book->debrief->trace;
    put_text(c, trace->scenario->id);
    put_hex(c, c->book->about->journal->header.rules_hash);
    put_text(c, page_seed(&c->book->page, trace->setup.seed));
    put_int(c, trace->setup.noise);
    put_int(c, trace->model->version);
    put_hex(c, trace->model->hash);
}

void csv_write(struct writer *w, const td_debrief *debrief, const struct words *words, const struct report_about *about)
{
    struct book book = {.arena = w->arena, .debrief = debrief, .about = about};
    writer_init(&book.scratch, w->arena);
    book.page = (struct page){&book.scratch, debrief, words, (int)debrief->trace->scenario->pronoun};
    struct csv c = {.book = &book, .w = w};
    put_heads(&c);
    for (int32_t i = 0; i < debrief->trace->count; i++) {
        const struct step *step = &debrief->trace->steps[i];
        if (!step->exchange)
            continue;
        put_what(&c, step);
        put_change(&c, step);
        put_judgement(&c, step, i);
        put_words(&c, step, i);
        put_origin(&c);
        end_row(&c);
    }
}
