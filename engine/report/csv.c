/* csv.c - one row for each decision, for a spreadsheet or a statistician. */
#include "csv_cells.h"

static void put_hex(struct csv *c, uint64_t value)
{
    csv_next(c);
    w_hex64(c->w, value);
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
        csv_text(c, str_of(heads[i]));
    csv_end(c);
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
        if (debrief_note_beside(d->trace, &d->notes[i]) != at)
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
    csv_int(c, c->book->debrief->trace->attempt);
    csv_int(c, step->number);
    csv_int(c, step->story_ms / 1000);
    csv_text(c, page_time(&c->book->page, step->story_ms));
    csv_text(c, (td_str){text, length});
    csv_text(c, page_said(&c->book->page, step));
    csv_text(c, act_name(step->move.act));
    csv_int(c, step->move.q);
    csv_int(c, step->move.tone);
    csv_int(c, step->move.pace);
    csv_maybe(c, step->move.dist);
}

static void put_change(struct csv *c, const struct step *step)
{
    csv_int(c, step->before.stage);
    csv_int(c, step->after.stage);
    csv_text(c, band_names[step->before.band]);
    csv_text(c, band_names[step->after.band]);
    csv_int(c, step->before.agitation);
    csv_int(c, step->after.agitation);
    csv_int(c, step->delta.time);
    csv_int(c, step->delta.words);
    csv_int(c, step->delta.delivery);
    csv_int(c, step->delta.space);
    csv_int(c, step->delta.trigger);
    csv_int(c, step->delta.promise);
    csv_int(c, step->outside);
    csv_int(c, step->after.understanding);
    csv_int(c, step->after.rapport);
    csv_int(c, step->after.trust);
}

static void put_judgement(struct csv *c, const struct step *step, int32_t at)
{
    struct page *page = &c->book->page;
    bool judged = step->alt_count > 0;
    const struct alternative *best = judged ? &step->alt[step->alt_best] : NULL;
    int32_t regret = judged ? best->potential - step->alt[step->alt_chosen].potential : 0;
    csv_text(c, judged ? str_of(verdict_name(step->verdict)) : TD_STR(""));
    csv_int(c, regret > 0 ? regret : 0);
    csv_int(c, step->premature);
    csv_text(c, str_of(turning_of(c->book->debrief, at)));
    csv_text(c, judged ? page_choice(page, best->choice) : TD_STR(""));
    csv_text(c, judged ? act_name(best->move.act) : TD_STR(""));
    csv_maybe(c, judged ? best->agitation : NONE);
}

static void put_words(struct csv *c, const struct step *step, int32_t at)
{
    struct page *page = &c->book->page;
    td_str subject = book_subject(c->book);
    csv_text(c, page_line(page, step->reaction));
    csv_text(c, item_author(page, step, subject));
    csv_text(c, item_lesson(page, at, subject));
    csv_text(c, notes_of(c, at));
}

static void put_origin(struct csv *c)
{
    const struct trace *trace = c->book->debrief->trace;
    csv_text(c, trace->scenario->id);
    put_hex(c, c->book->about->journal->header.rules_hash);
    csv_text(c, page_seed(&c->book->page, trace->setup.seed));
    csv_int(c, trace->setup.noise);
    csv_int(c, trace->model->version);
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
        csv_end(&c);
    }
}
