/* json.c - the debrief as JSON: codes, numbers and the words that were said; seed, inputs and model
 * version go with it, so that any run can be audited. */
#include "page.h"

/* A figure that may be missing; a signed one, for which -1 is a number like any other, goes through w_json_int(). */
static void put_int(const struct page *p, const char *name, int64_t value)
{
    if (value != NONE) {
        w_json_int(p->w, name, value);
        return;
    }
    w_json_key(p->w, name);
    w_text(p->w, "null");
}

static void open(const struct page *p, const char *name, char bracket)
{
    w_json_open(p->w, name, bracket);
}

static void shut(const struct page *p, char bracket)
{
    w_char(p->w, bracket);
}

static void put_figures(const struct page *p, const char *name, const struct figures *f)
{
    open(p, name, '{');
    put_int(p, "agitation", f->agitation);
    w_json_text(p->w, "band", band_names[f->band]);
    put_int(p, "stage", f->stage);
    put_int(p, "understanding", f->understanding);
    put_int(p, "rapport", f->rapport);
    put_int(p, "trust", f->trust);
    put_int(p, "autonomy", f->autonomy);
    put_int(p, "hope", f->hope);
    put_int(p, "commitment", f->commitment);
    put_int(p, "rupture", f->rupture);
    shut(p, '}');
}

static void put_delta(const struct page *p, const struct step *step)
{
    open(p, "delta", '{');
    w_json_int(p->w, "time", step->delta.time);
    w_json_int(p->w, "words", step->delta.words);
    w_json_int(p->w, "delivery", step->delta.delivery);
    w_json_int(p->w, "space", step->delta.space);
    w_json_int(p->w, "trigger", step->delta.trigger);
    w_json_int(p->w, "promise", step->delta.promise);
    w_json_int(p->w, "outside", step->outside);
    shut(p, '}');
}

static td_str choice_id(const td_scenario *scenario, int32_t choice)
{
    return choice == ACTION_PAUSE ? TD_STR("pause") : scenario->choices[choice].id;
}

static void put_alternatives(const struct page *p, const struct trace *trace, const struct step *step)
{
    open(p, "alternatives", '[');
    for (int i = 0; i < step->alt_count; i++) {
        const struct alternative *alt = &step->alt[i];
        open(p, NULL, '{');
        w_json_text(p->w, "choice", choice_id(trace->scenario, alt->choice));
        w_json_text(p->w, "said", page_choice(p, alt->choice));
        w_json_text(p->w, "act", act_name(alt->move.act));
        put_int(p, "q", alt->move.q);
        w_json_int(p->w, "potential", alt->potential);
        put_int(p, "agitation", alt->agitation);
        put_int(p, "stage", alt->stage);
        put_int(p, "value", alt->value);
        w_json_text(p->w, "reaction", page_line(p, alt->reaction));
        w_json_bool(p->w, "chosen", i == step->alt_chosen);
        w_json_bool(p->w, "best", i == step->alt_best);
        shut(p, '}');
    }
    shut(p, ']');
}

static void put_step(const struct page *p, const td_debrief *d, int32_t index)
{
    const struct step *step = &d->trace->steps[index];
    char text[COMMAND_TEXT];
    size_t length = command_format(&step->command, text);
    open(p, NULL, '{');
    put_int(p, "number", step->number);
    w_json_text(p->w, "command", (td_str){text, length});
    put_int(p, "story_ms", step->story_ms);
    w_json_text(p->w, "said", page_said(p, step));
    w_json_text(p->w, "act", act_name(step->move.act));
    put_int(p, "q", step->move.q);
    w_json_int(p->w, "tone", step->move.tone);
    w_json_int(p->w, "pace", step->move.pace);
    put_int(p, "dist", step->move.dist);
    w_json_int(p->w, "m", step->m);
    put_int(p, "fit", step->fit);
    w_json_bool(p->w, "premature", step->premature);
    put_figures(p, "before", &step->before);
    put_int(p, "passed", step->passed);
    put_figures(p, "after", &step->after);
    put_delta(p, step);
    w_json_text(p->w, "reaction", page_line(p, step->reaction));
    if (step->alt_count > 0) {
        struct sentence s;
        debrief_reason(d, index, &s);
        w_json_text(p->w, "verdict", str_of(verdict_name(step->verdict)));
        w_json_text(p->w, "reason", str_of(s.ids[0]));
        w_json_bool(p->w, "longer_view", step->longer_view);
    }
    put_alternatives(p, d->trace, step);
    shut(p, '}');
}

static td_str hash_text(const struct page *p, uint64_t hash)
{
    struct writer hex;
    writer_init(&hex, p->w->arena);
    w_hex64(&hex, hash);
    return writer_str(&hex);
}

static void put_setup(const struct page *p, const struct trace *trace)
{
    static const char *const modes[] = {"guided", "practice", "assessment"};
    w_json_text(p->w, "format", TD_STR("talkdown-debrief-1"));
    w_json_text(p->w, "scenario", trace->scenario->id);
    w_json_text(p->w, "rules", hash_text(p, trace->scenario->rules_hash));
    put_int(p, "attempt", trace->attempt);
    put_int(p, "model", trace->model->version);
    w_json_text(p->w, "coefficients", hash_text(p, trace->model->hash));
    w_json_text(p->w, "seed", page_seed(p, trace->setup.seed)); /* 64 bits do not survive every reader's numbers */
    put_int(p, "noise", trace->setup.noise);
    w_json_text(p->w, "mode", str_of(modes[trace->setup.mode]));
    w_json_text(p->w, "outcome", trace->outcome == outcome_count ? TD_STR("open") : outcome_names[trace->outcome]);
    w_json_text(p->w, "ending", trace->ending == NONE ? TD_STR("") : trace->scenario->endings[trace->ending].id);
    put_int(p, "exchanges", trace->exchange_count);
}

static void put_turning(const struct page *p, const td_debrief *d)
{
    open(p, "turning_points", '[');
    for (int i = 0; i < d->turning_count; i++) {
        open(p, NULL, '{');
        put_int(p, "number", d->trace->steps[d->turning[i].step].number);
        w_json_text(p->w, "kind", d->turning[i].kind == TURNING_GAIN ? TD_STR("gain") : TD_STR("loss"));
        put_int(p, "swing", d->turning[i].swing);
        shut(p, '}');
    }
    shut(p, ']');
}

static void put_what_if(const struct page *p, const td_debrief *d)
{
    const struct what_if *w = &d->what_if;
    if (w->count == 0)
        return;
    open(p, "what_if", '{');
    put_int(p, "number", d->trace->steps[w->step].number);
    w_json_text(p->w, "outcome", w->outcome == outcome_count ? TD_STR("open") : outcome_names[w->outcome]);
    open(p, "line", '[');
    for (int i = 0; i < w->count; i++) {
        open(p, NULL, '{');
        w_json_text(p->w, "choice", choice_id(d->trace->scenario, w->choices[i]));
        put_int(p, "story_ms", w->story_ms[i]);
        put_int(p, "agitation", w->agitation[i]);
        shut(p, '}');
    }
    shut(p, ']');
    shut(p, '}');
}

/* Every command, judged or not: with seed and rules all that is needed to run it again. */
static void put_inputs(const struct page *p, const struct trace *trace)
{
    open(p, "inputs", '[');
    for (int i = 0; i < trace->count; i++) {
        char text[COMMAND_TEXT];
        size_t length = command_format(&trace->steps[i].command, text);
        open(p, NULL, '{');
        put_int(p, "number", trace->steps[i].number);
        w_json_text(p->w, "command", (td_str){text, length});
        shut(p, '}');
    }
    shut(p, ']');
}

static void put_self(const struct page *p, const struct self_rating *self)
{
    open(p, "self", '{');
    put_int(p, "feel", self->feel);
    open(p, "ratings", '{');
    for (int d = 0; d < DIM_COUNT; d++)
        put_int(p, dimension_name((enum dimension)d), self->rate[d]);
    shut(p, '}');
    open(p, "moments", '[');
    for (int i = 0; i < 3; i++) {
        if (self->moments[i] == NONE)
            continue;
        w_json_item(p->w);
        w_int(p->w, self->moments[i]);
    }
    shut(p, ']');
    shut(p, '}');
}

static void put_board_row(const struct page *p, const td_debrief *d, const struct board_row *row)
{
    static const char *const verdicts[BOARD_VERDICTS] = {"caught", "early", "heading", "misheard", "own", "missed"};
    const struct step *told = row->told == NONE ? NULL : &d->trace->steps[row->told];
    open(p, NULL, '{');
    w_json_text(p->w, "verdict", str_of(verdicts[row->verdict]));
    w_json_text(p->w, "kind", row->kind);
    w_json_text(p->w, "text", row->text);
    w_json_text(p->w, "fact", row->fact == NONE ? TD_STR("") : d->trace->scenario->facts[row->fact].id);
    put_int(p, "told_by", told == NULL ? NONE : told->number);
    put_int(p, "noted_ms", row->noted_ms);
    put_int(p, "minutes_late", row->late);
    shut(p, '}');
}

static void put_board(const struct page *p, const td_debrief *d)
{
    open(p, "board", '[');
    for (int i = 0; i < d->board_count; i++)
        put_board_row(p, d, &d->board[i]);
    shut(p, ']');
    put_int(p, "unsaid", d->board_unsaid);
}

static void put_answers(const struct page *p, const struct trace *trace)
{
    open(p, "answers", '[');
    for (int i = 0; i < trace->assessed_count; i++) {
        const struct assessed *a = &trace->assessed[i];
        if (a->prompt == NONE)
            continue;
        open(p, NULL, '{');
        w_json_text(p->w, "prompt", trace->scenario->prompts[a->prompt].id);
        put_int(p, "story_ms", a->story_ms);
        put_int(p, "truth", a->truth);
        put_int(p, "points", a->points);
        put_int(p, "sure", a->sure);
        shut(p, '}');
    }
    shut(p, ']');
}

static void put_dimension(const struct page *p, const char *name, const struct score_dimension *dim)
{
    open(p, name, '{');
    put_int(p, "points", dim->value);
    put_int(p, "weight", dim->weight);
    open(p, "parts", '[');
    for (int i = 0; i < dim->part_count; i++) {
        open(p, NULL, '{');
        w_json_text(p->w, "name", str_of(dim->parts[i].name));
        w_json_int(p->w, "points", dim->parts[i].points);
        w_json_int(p->w, "most", dim->parts[i].most);
        w_json_int(p->w, "found", dim->parts[i].found);
        w_json_int(p->w, "wanted", dim->parts[i].wanted);
        shut(p, '}');
    }
    shut(p, ']');
    shut(p, '}');
}

static void put_score(const struct page *p, const td_score *score)
{
    put_int(p, "total", score->total);
    put_int(p, "uncapped", score->uncapped);
    w_json_text(p->w, "band", str_of(score_band_name(score->band)));
    w_json_text(p->w, "cap", str_of(score_cap_name(score->cap)));
    put_int(p, "mattered", score->mattered);
    for (int d = 0; d < DIM_COUNT; d++)
        put_dimension(p, dimension_name((enum dimension)d), &score->dim[d]);
    put_dimension(p, "reading", &score->reading);
}

void score_write_json(struct writer *w, const td_score *score)
{
    struct page p = {.w = w};
    open(&p, NULL, '{');
    put_score(&p, score);
    shut(&p, '}');
    w_char(w, '\n');
}

void debrief_write_json(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct page p = {w, debrief, words, (int)debrief->trace->scenario->pronoun};
    open(&p, NULL, '{');
    put_setup(&p, debrief->trace);
    open(&p, "score", '{');
    put_score(&p, &debrief->score);
    shut(&p, '}');
    put_turning(&p, debrief);
    put_what_if(&p, debrief);
    put_int(&p, "last_chance",
            debrief->last_chance == NONE ? NONE : debrief->trace->steps[debrief->last_chance].number);
    put_self(&p, &debrief->self);
    put_answers(&p, debrief->trace);
    put_board(&p, debrief);
    put_inputs(&p, debrief->trace);
    open(&p, "decisions", '[');
    for (int32_t i = 0; i < debrief->trace->count; i++)
        if (debrief->trace->steps[i].exchange)
            put_step(&p, debrief, i);
    shut(&p, ']');
    shut(&p, '}');
    w_char(w, '\n');
}
