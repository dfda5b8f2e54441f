/* bare_run.c - the loop, and a trace made of it, so that the one rubric there is can score it. */
#include "bare_run.h"

/* --- the trace ----------------------------------------------------------------------------- */

static struct figures figures_of(const struct person *p)
{
    return (struct figures){.agitation = person_agitation(p),
                            .understanding = fix_topm(p->E),
                            .rapport = fix_topm(p->R),
                            .trust = fix_topm(p->T),
                            .autonomy = fix_topm(p->U),
                            .hope = fix_topm(p->H),
                            .commitment = fix_topm(p->C),
                            .rupture = p->err,
                            .stage = p->stage,
                            .band = person_band_plain(person_agitation(p))};
}

/* A scenario that asks nothing: no distance, no help, no prompts, no story. */
static td_scenario *empty_scenario(struct arena *arena, const struct profile *profile)
{
    td_scenario *s = arena_new(arena, td_scenario, 1);
    s->profile = *profile;
    s->difficulty = 1000;
    s->intended = OUTCOME_resolved;
    s->start_distance = NONE;
    return s;
}

static void trace_start(struct arena *arena, const struct bare *b, struct trace *ret)
{
    *ret = (struct trace){.scenario = empty_scenario(arena, b->profile),
                          .model = b->model,
                          .steps = arena_new(arena, struct step, BARE_EXCHANGES),
                          .start = figures_of(&b->person),
                          .outcome = outcome_count,
                          .ending = NONE,
                          .handed_over = NONE,
                          .plan_right = NONE,
                          .asked_at = NONE,
                          .closest = NONE};
    for (int i = 0; i < help_kind_count; i++)
        ret->help_first[i] = NONE;
}

/* The learner's part of a step, before the line is said. */
static void step_begin(const struct bare *b, const struct move *move, struct step *ret)
{
    *ret = (struct step){.exchange = true, .command = {.verb = VERB_choose}, .choice = NONE, .move = *move};
    ret->before = figures_of(&b->person);
    ret->passed = person_agitation_after(b->profile, &b->person, move->dt);
    ret->m = b->model->m[move->act][b->person.stage];
    ret->fit = model_fit(b->model, move->act, b->person.stage);
    ret->premature = (act_is_influence(move->act) && ret->m < 0) || move->act == ACT_ADVICE;
}

/* Errors made within the last two exchanges are owned now. */
static void mark_repaired(struct trace *trace)
{
    for (int i = trace->count - 2; i >= 0 && i >= trace->count - 3; i--)
        trace->steps[i].repaired = true;
}

static void step_end(const struct bare *b, struct trace *trace, struct step *step)
{
    step->after = figures_of(&b->person);
    trace->count++;
    trace->exchange_count++;
    if (step->move.act == ACT_REPAIR)
        mark_repaired(trace);
    if (step->move.act == ACT_SUICQ && trace->asked_at == NONE)
        trace->asked_at = trace->count;
}

/* --- the end ------------------------------------------------------------------------------- */

enum { HARM_HOPE = 300, HANDOVER_CALM = 350, HANDOVER_RAPPORT = 450 };

/* Of a budget that is spent (MODEL.md 6.9). */
static enum outcome outcome_of_budget(const struct bare *b)
{
    const struct person *p = &b->person;
    if (b->profile->suicidal && !p->asked_suicide && fix_topm(p->H) < HARM_HOPE)
        return OUTCOME_harm_despite_calm;
    bool calm = person_agitation(p) < HANDOVER_CALM && fix_topm(p->R) > HANDOVER_RAPPORT;
    return calm ? OUTCOME_stabilised : OUTCOME_stalemate;
}

static enum outcome outcome_of(const struct bare *b, enum person_outcome end)
{
    static const enum outcome ends[] = {
        [PERSON_ESCALATED] = OUTCOME_escalated,
        [PERSON_CONTACT_LOST] = OUTCOME_contact_lost,
        [PERSON_RESOLVED] = OUTCOME_resolved,
    };
    return end == PERSON_OPEN ? outcome_of_budget(b) : ends[end];
}

/* --- what happens around the talk ----------------------------------------------------------- */

/* How much of P the sore point alone made, Q16: the same line without it, subtracted. */
static int32_t spike_of(const struct bare *b, const struct move *move)
{
    struct person touched = b->person, spared = b->person;
    struct move plain = *move;
    plain.trigger = 0;
    (void)person_exchange(b->model, b->profile, b->luck, move, &touched, NULL);
    (void)person_exchange(b->model, b->profile, b->luck, &plain, &spared, NULL);
    return touched.P - spared.P;
}

static void let_happen(struct bare *b, const struct bare_event *event, struct bare_result *result)
{
    int32_t before = person_agitation(&b->person);
    person_event(b->profile, event->p, event->u, event->t, event->h, &b->person);
    if (event->kept_promise)
        person_promise_kept(&b->person);
    result->at_once = person_agitation(&b->person) - before;
}

/* The next line names what the sore point did: a label, and half of the spike goes. */
static struct move name_reaction(struct bare *b, int32_t spike)
{
    struct move label = MOVE_DEFAULT;
    label.act = ACT_LABEL;
    person_spike_named(spike, &b->person);
    return label;
}

/* --- the run ------------------------------------------------------------------------------- */

static struct move next_move(struct bare *b, const struct bare_event *event, int32_t *spike, struct bare_result *result)
{
    bool now = event != NULL && event->happens && b->person.turn == event->turn;
    if (now)
        let_happen(b, event, result);
    if (*spike > 0) {
        struct move label = name_reaction(b, *spike);
        *spike = 0;
        return label;
    }
    struct move move = bare_choose(b);
    if (now && event->trigger > 0) {
        move.trigger = event->trigger;
        *spike = event->named ? spike_of(b, &move) : 0;
    }
    return move;
}

static void note_at_once(const struct bare *b, const struct step *step, struct bare_result *result)
{
    if (b->slip.made && b->person.turn == b->slip.turn + 1)
        result->at_once = step->delta.words + step->delta.promise;
    if (step->move.trigger > 0)
        result->at_once = step->delta.trigger;
}

static enum person_outcome play(struct bare *b, const struct bare_event *event, struct trace *trace,
                                struct bare_result *result)
{
    enum person_outcome end = PERSON_OPEN;
    int32_t spike = 0;
    while (end == PERSON_OPEN && trace->count < BARE_EXCHANGES) {
        struct step *step = &trace->steps[trace->count];
        struct move move = next_move(b, event, &spike, result);
        step_begin(b, &move, step);
        end = person_exchange(b->model, b->profile, b->luck, &move, &b->person, &step->delta);
        step_end(b, trace, step);
        note_at_once(b, step, result);
    }
    return end;
}

void bare_run(struct arena *scratch, struct bare *b, const struct bare_event *event, struct bare_result *ret)
{
    struct arena_mark mark = arena_mark(scratch);
    struct bare_result result = {0};
    struct trace trace;
    td_score score;
    trace_start(scratch, b, &trace);
    trace.outcome = outcome_of(b, play(b, event, &trace, &result));
    trace.end = figures_of(&b->person);
    trace.top_stage = b->person.top_stage;
    score_compute(&trace, &score);
    result.outcome = trace.outcome;
    result.exchanges = trace.count;
    result.score = score.total;
    result.uncapped = score.uncapped;
    result.top_stage = trace.top_stage;
    result.agitation = trace.end.agitation;
    arena_rewind(scratch, mark);
    *ret = result;
}
