/* json.c - the debrief as JSON: codes, numbers and the words that were said; seed, inputs and model
 * version go with it, so that any run can be audited. */
#include "page.h"

struct out {
    struct page page;
    bool comma;
};

static void key(struct out *o, const char *name)
{
    if (o->comma)
        w_char(o->page.w, ',');
    w_json(o->page.w, str_of(name));
    w_char(o->page.w, ':');
    o->comma = true;
}

static void put_int(struct out *o, const char *name, int64_t value)
{
    key(o, name);
    if (value == NONE)
        w_text(o->page.w, "null");
    else
        w_int(o->page.w, value);
}

/* A signed figure, for which -1 is a number like any other. */
static void put_change(struct out *o, const char *name, int64_t value)
{
    key(o, name);
    w_int(o->page.w, value);
}

static void put_text(struct out *o, const char *name, td_str value)
{
    key(o, name);
    w_json(o->page.w, value);
}

static void put_bool(struct out *o, const char *name, bool value)
{
    key(o, name);
    w_text(o->page.w, value ? "true" : "false");
}

static void open(struct out *o, const char *name, char bracket)
{
    if (name != NULL)
        key(o, name);
    else if (o->comma)
        w_char(o->page.w, ',');
    w_char(o->page.w, bracket);
    o->comma = false;
}

static void shut(struct out *o, char bracket)
{
    w_char(o->page.w, bracket);
    o->comma = true;
}

static void put_figures(struct out *o, const char *name, const struct figures *f)
{
    open(o, name, '{');
    put_int(o, "agitation", f->agitation);
    put_text(o, "band", band_names[f->band]);
    put_int(o, "stage", f->stage);
    put_int(o, "understanding", f->understanding);
    put_int(o, "rapport", f->rapport);
    put_int(o, "trust", f->trust);
    put_int(o, "autonomy", f->autonomy);
    put_int(o, "hope", f->hope);
    put_int(o, "commitment", f->commitment);
    put_int(o, "rupture", f->rupture);
    shut(o, '}');
}

static void put_delta(struct out *o, const struct step *step)
{
    open(o, "delta", '{');
    put_change(o, "time", step->delta.time);
    put_change(o, "words", step->delta.words);
    put_change(o, "delivery", step->delta.delivery);
    put_change(o, "space", step->delta.space);
    put_change(o, "trigger", step->delta.trigger);
    put_change(o, "promise", step->delta.promise);
    put_change(o, "outside", step->outside);
    shut(o, '}');
}

static td_str choice_id(const td_scenario *scenario, int32_t choice)
{
    return choice == ACTION_PAUSE ? TD_STR("pause") : scenario->choices[choice].id;
}

static void put_alternatives(struct out *o, const struct trace *trace, const struct step *step)
{
    open(o, "alternatives", '[');
    for (int i = 0; i < step->alt_count; i++) {
        const struct alternative *alt = &step->alt[i];
        open(o, NULL, '{');
        put_text(o, "choice", choice_id(trace->scenario, alt->choice));
        put_text(o, "said", page_choice(&o->page, alt->choice));
        put_text(o, "act", act_name(alt->move.act));
        put_int(o, "q", alt->move.q);
        put_change(o, "potential", alt->potential);
        put_int(o, "agitation", alt->agitation);
        put_int(o, "stage", alt->stage);
        put_int(o, "value", alt->value);
        put_text(o, "reaction", page_line(&o->page, alt->reaction));
        put_bool(o, "chosen", i == step->alt_chosen);
        put_bool(o, "best", i == step->alt_best);
        shut(o, '}');
    }
    shut(o, ']');
}

static void put_step(struct out *o, const td_debrief *d, int32_t index)
{
    const struct step *step = &d->trace->steps[index];
    char text[COMMAND_TEXT];
    size_t length = command_format(&step->command, text);
    open(o, NULL, '{');
    put_int(o, "number", step->number);
    put_text(o, "command", (td_str){text, length});
    put_int(o, "story_ms", step->story_ms);
    put_text(o, "said", page_said(&o->page, step));
    put_text(o, "act", act_name(step->move.act));
    put_int(o, "q", step->move.q);
    put_change(o, "tone", step->move.tone);
    put_change(o, "pace", step->move.pace);
    put_int(o, "dist", step->move.dist);
    put_change(o, "m", step->m);
    put_int(o, "fit", step->fit);
    put_bool(o, "premature", step->premature);
    put_figures(o, "before", &step->before);
    put_int(o, "passed", step->passed);
    put_figures(o, "after", &step->after);
    put_delta(o, step);
    put_text(o, "reaction", page_line(&o->page, step->reaction));
    if (step->alt_count > 0) {
        struct sentence s;
        debrief_reason(d, index, &s);
        put_text(o, "verdict", str_of(verdict_name(step->verdict)));
        put_text(o, "reason", str_of(s.ids[0]));
        put_bool(o, "longer_view", step->longer_view);
    }
    put_alternatives(o, d->trace, step);
    shut(o, '}');
}

static td_str hash_text(struct out *o, uint64_t hash)
{
    struct writer hex;
    writer_init(&hex, o->page.w->arena);
    w_hex64(&hex, hash);
    return writer_str(&hex);
}

static void put_setup(struct out *o, const struct trace *trace)
{
    static const char *const modes[] = {"guided", "practice", "assessment"};
    put_text(o, "format", TD_STR("talkdown-debrief-1"));
    put_text(o, "scenario", trace->scenario->id);
    put_text(o, "rules", hash_text(o, trace->scenario->rules_hash));
    put_int(o, "attempt", trace->attempt);
    put_int(o, "model", trace->model->version);
    put_text(o, "coefficients", hash_text(o, trace->model->hash));
    put_text(o, "seed", page_seed(&o->page, trace->setup.seed)); /* 64 bits do not survive every reader's numbers */
    put_int(o, "noise", trace->setup.noise);
    put_text(o, "mode", str_of(modes[trace->setup.mode]));
    put_text(o, "outcome", trace->outcome == outcome_count ? TD_STR("open") : outcome_names[trace->outcome]);
    put_text(o, "ending", trace->ending == NONE ? TD_STR("") : trace->scenario->endings[trace->ending].id);
    put_int(o, "exchanges", trace->exchange_count);
}

static void put_turning(struct out *o, const td_debrief *d)
{
    open(o, "turning_points", '[');
    for (int i = 0; i < d->turning_count; i++) {
        open(o, NULL, '{');
        put_int(o, "number", d->trace->steps[d->turning[i].step].number);
        put_text(o, "kind", d->turning[i].kind == TURNING_GAIN ? TD_STR("gain") : TD_STR("loss"));
        put_int(o, "swing", d->turning[i].swing);
        shut(o, '}');
    }
    shut(o, ']');
}

static void put_what_if(struct out *o, const td_debrief *d)
{
    const struct what_if *w = &d->what_if;
    if (w->count == 0)
        return;
    open(o, "what_if", '{');
    put_int(o, "number", d->trace->steps[w->step].number);
    put_text(o, "outcome", w->outcome == outcome_count ? TD_STR("open") : outcome_names[w->outcome]);
    open(o, "line", '[');
    for (int i = 0; i < w->count; i++) {
        open(o, NULL, '{');
        put_text(o, "choice", choice_id(d->trace->scenario, w->choices[i]));
        put_int(o, "story_ms", w->story_ms[i]);
        put_int(o, "agitation", w->agitation[i]);
        shut(o, '}');
    }
    shut(o, ']');
    shut(o, '}');
}

/* Every command, judged or not: with seed and rules all that is needed to run it again. */
static void put_inputs(struct out *o, const struct trace *trace)
{
    open(o, "inputs", '[');
    for (int i = 0; i < trace->count; i++) {
        char text[COMMAND_TEXT];
        size_t length = command_format(&trace->steps[i].command, text);
        open(o, NULL, '{');
        put_int(o, "number", trace->steps[i].number);
        put_text(o, "command", (td_str){text, length});
        shut(o, '}');
    }
    shut(o, ']');
}

static void put_self(struct out *o, const struct self_rating *self)
{
    open(o, "self", '{');
    put_int(o, "feel", self->feel);
    open(o, "ratings", '{');
    for (int d = 0; d < DIM_COUNT; d++)
        put_int(o, dimension_name((enum dimension)d), self->rate[d]);
    shut(o, '}');
    open(o, "moments", '[');
    for (int i = 0; i < 3; i++) {
        if (self->moments[i] == NONE)
            continue;
        if (o->comma)
            w_char(o->page.w, ',');
        w_int(o->page.w, self->moments[i]);
        o->comma = true;
    }
    shut(o, ']');
    shut(o, '}');
}

static void put_board_row(struct out *o, const td_debrief *d, const struct board_row *row)
{
    static const char *const verdicts[BOARD_VERDICTS] = {"caught", "early", "heading", "misheard", "own", "missed"};
    const struct step *told = row->told == NONE ? NULL : &d->trace->steps[row->told];
    open(o, NULL, '{');
    put_text(o, "verdict", str_of(verdicts[row->verdict]));
    put_text(o, "kind", row->kind);
    put_text(o, "text", row->text);
    put_text(o, "fact", row->fact == NONE ? TD_STR("") : d->trace->scenario->facts[row->fact].id);
    put_int(o, "told_by", told == NULL ? NONE : told->number);
    put_int(o, "noted_ms", row->noted_ms);
    put_int(o, "minutes_late", row->late);
    shut(o, '}');
}

static void put_board(struct out *o, const td_debrief *d)
{
    open(o, "board", '[');
    for (int i = 0; i < d->board_count; i++)
        put_board_row(o, d, &d->board[i]);
    shut(o, ']');
    put_int(o, "unsaid", d->board_unsaid);
}

static void put_answers(struct out *o, const struct trace *trace)
{
    open(o, "answers", '[');
    for (int i = 0; i < trace->assessed_count; i++) {
        const struct assessed *a = &trace->assessed[i];
        if (a->prompt == NONE)
            continue;
        open(o, NULL, '{');
        put_text(o, "prompt", trace->scenario->prompts[a->prompt].id);
        put_int(o, "story_ms", a->story_ms);
        put_int(o, "truth", a->truth);
        put_int(o, "points", a->points);
        put_int(o, "sure", a->sure);
        shut(o, '}');
    }
    shut(o, ']');
}

static void put_dimension(struct out *o, const char *name, const struct score_dimension *dim)
{
    open(o, name, '{');
    put_int(o, "points", dim->value);
    put_int(o, "weight", dim->weight);
    open(o, "parts", '[');
    for (int i = 0; i < dim->part_count; i++) {
        open(o, NULL, '{');
        put_text(o, "name", str_of(dim->parts[i].name));
        put_change(o, "points", dim->parts[i].points);
        put_change(o, "most", dim->parts[i].most);
        put_change(o, "found", dim->parts[i].found);
        put_change(o, "wanted", dim->parts[i].wanted);
        shut(o, '}');
    }
    shut(o, ']');
    shut(o, '}');
}

static void put_score(struct out *o, const td_score *score)
{
    put_int(o, "total", score->total);
    put_int(o, "uncapped", score->uncapped);
    put_text(o, "band", str_of(score_band_name(score->band)));
    put_text(o, "cap", str_of(score_cap_name(score->cap)));
    put_int(o, "mattered", score->mattered);
    for (int d = 0; d < DIM_COUNT; d++)
        put_dimension(o, dimension_name((enum dimension)d), &score->dim[d]);
    put_dimension(o, "reading", &score->reading);
}

void score_write_json(struct writer *w, const td_score *score)
{
    struct out o = {.page = {.w = w}};
    open(&o, NULL, '{');
    put_score(&o, score);
    shut(&o, '}');
    w_char(w, '\n');
}

void debrief_write_json(struct writer *w, const td_debrief *debrief, const struct words *words)
{
    struct out o = {.page = {w, debrief, words, (int)debrief->trace->scenario->pronoun}};
    open(&o, NULL, '{');
    put_setup(&o, debrief->trace);
    open(&o, "score", '{');
    put_score(&o, &debrief->score);
    shut(&o, '}');
    put_turning(&o, debrief);
    put_what_if(&o, debrief);
    put_int(&o, "last_chance",
            debrief->last_chance == NONE ? NONE : debrief->trace->steps[debrief->last_chance].number);
    put_self(&o, &debrief->self);
    put_answers(&o, debrief->trace);
    put_board(&o, debrief);
    put_inputs(&o, debrief->trace);
    open(&o, "decisions", '[');
    for (int32_t i = 0; i < debrief->trace->count; i++)
        if (debrief->trace->steps[i].exchange)
            put_step(&o, debrief, i);
    shut(&o, ']');
    shut(&o, '}');
    w_char(w, '\n');
}
