/* trace.c - plays an attempt again, step by step, and measures what each step did. */
#include "trace.h"

#include "alternatives.h"
#include "assess.h"
#include "view.h"

static struct figures measure(const td_session *session)
{
    const struct person *p = &session->state->person;
    int32_t agitation = session_agitation(session);
    struct view view;
    session_view(session, SEAT_instructor, &view);
    return (struct figures){
        .agitation = agitation,
        .understanding = fix_topm(p->E),
        .rapport = fix_topm(p->R),
        .trust = fix_topm(p->T),
        .autonomy = fix_topm(p->U),
        .hope = fix_topm(p->H),
        .commitment = fix_topm(p->C),
        .rupture = p->err,
        .stage = p->stage,
        .band = view.cue_band,
        .despair = view.despair,
        .recovery = view.recovery,
    };
}

static bool is_exchange(const struct command *command)
{
    return command->verb == VERB_choose || command->verb == VERB_override || command->verb == VERB_pause ||
           command->verb == VERB_help || command->verb == VERB_heard;
}

/* The move as the person will hear it; for a call for help what DEFINITIONS.md 2 makes of it. */
static struct move heard(const td_session *session, const struct command *command, int32_t choice)
{
    struct move move = MOVE_DEFAULT;
    if (choice >= 0)
        return session_move(session, choice, command->tone, command->pace, command->dist);
    if (command->verb == VERB_heard)
        return session_heard_move(session, (enum act)command->kind, command->number, command->tone, command->pace);
    if (command->verb == VERB_pause) {
        move.act = ACT_PAUSE;
        move.dt = command->number / 1000;
    } else {
        move.act = command->threat ? ACT_THREAT : ACT_INFORM;
    }
    move.tone = command->tone;
    move.pace = command->pace;
    move.dist = session->state->dist;
    return move;
}

static int32_t worth(const struct model *model, const struct move *move, int stage)
{
    return model->m[move->act][move->hook_unknown ? 0 : stage];
}

/* There was something else to say, which can be tried. */
static bool has_lines(const struct command *command)
{
    return command->verb != VERB_help && command->verb != VERB_heard;
}

/* Words that nobody wrote down have no others beside them: the technique is judged by what it is worth at
 * this step of the stairway, and by how well it was done. */
static enum verdict verdict_heard(const struct step *step)
{
    enum { STRONG_FIT = 800, WORKABLE_FIT = 500 };
    int32_t done = step->fit * step->move.q / 1000;
    if (step->m < 0 || act_is_major_error(step->move.act))
        return VERDICT_HARMFUL;
    if (step->move.act == ACT_SUICQ && step->first_question)
        return VERDICT_STRONG;
    return step->fit >= STRONG_FIT && done >= WORKABLE_FIT ? VERDICT_STRONG
           : done >= WORKABLE_FIT                          ? VERDICT_WORKABLE
                                                           : VERDICT_WEAK;
}

static void open_exchange(const struct trace *trace, const td_session *session, bool look_ahead, struct step *step)
{
    const struct command *command = &step->command;
    step->exchange = true;
    step->choice = command->verb == VERB_pause ? ACTION_PAUSE
                   : !has_lines(command)       ? NONE
                                               : scenario_find_choice(trace->scenario, str_of(command->id));
    step->move = heard(session, command, step->choice);
    step->m = worth(trace->model, &step->move, step->before.stage);
    step->fit = model_fit(trace->model, step->move.act, step->before.stage);
    step->premature = command->verb != VERB_help &&
                      ((act_is_influence(step->move.act) && step->m < 0) || step->move.act == ACT_ADVICE);
    step->familiar = session->state->person.habit[step->move.act];
    step->question_run = act_is_question(step->move.act) ? session->state->person.question_run + 1 : 0;
    step->skilled_end = outcome_count;
    step->first_question = session->state->profile.suicidal && !session->state->person.asked_suicide;
    if (has_lines(command))
        alternatives_try(session, look_ahead, step);
    else if (command->verb == VERB_heard)
        step->verdict = verdict_heard(step);
}

/* The parts of the change as the reader sees them: time since the moment the step began, and what came
 * from outside after the exchange. */
static void close_exchange(const td_session *session, int32_t agitation_then, struct step *step)
{
    struct delta *d = &step->delta;
    *d = session->delta;
    step->passed = agitation_then + d->time;
    d->time = step->passed - step->before.agitation;
    step->outside = step->after.agitation - step->before.agitation -
                    (d->time + d->words + d->delivery + d->space + d->trigger + d->promise);
}

static void note_run(const td_session *session, const struct step *step, struct trace *trace)
{
    if (step->exchange && step->move.act == ACT_SUICQ && trace->asked_at == NONE)
        trace->asked_at = trace->exchange_count;
    if (step->command.verb == VERB_help && trace->help_first[step->command.kind] == NONE)
        trace->help_first[step->command.kind] = trace->exchange_count;
    int32_t dist = step->exchange && step->move.dist != NONE ? step->move.dist : session->state->dist;
    if (dist != NONE && (trace->closest == NONE || dist < trace->closest))
        trace->closest = dist;
    if (session->state->person.top_stage > trace->top_stage)
        trace->top_stage = session->state->person.top_stage;
}

/* What was said for the first time in the step just played. */
static void note_disclosed(const td_session *session, int32_t step, struct trace *trace)
{
    for (int i = 0; i < trace->scenario->fact_count; i++)
        if (trace->known_since[i] == NONE && memory_has(&session->state->known, i))
            trace->known_since[i] = step;
}

static td_status play_step(td_session *session, bool look_ahead, struct trace *trace, struct step *step,
                           const char **reason)
{
    int32_t agitation_then = person_agitation(&session->state->person);
    step->story_ms = session->state->story_ms;
    step->node = session->state->node;
    step->before = measure(session);
    step->potential_before = person_potential(&session->state->person);
    step->choice = step->reaction = step->line = NONE;
    if (step->command.verb == VERB_assess)
        assess_answer(session, step, &trace->assessed[trace->assessed_count++]);
    if (is_exchange(&step->command))
        open_exchange(trace, session, look_ahead, step);
    td_status status = session_apply(session, &step->command, reason);
    if (status != TD_OK)
        return status;
    step->after = measure(session);
    step->after_ms = session->state->story_ms;
    step->happened = session->state->happened;
    if (step->happened.spoke) {
        step->reaction = session->state->reaction;
        step->line = session->state->line;
    }
    if (step->exchange)
        close_exchange(session, agitation_then, step);
    else
        step->outside = step->after.agitation - step->before.agitation;
    note_run(session, step, trace);
    note_disclosed(session, (int32_t)(step - trace->steps), trace);
    trace->exchange_count += step->exchange;
    return TD_OK;
}

/* An error counts as repaired when a repair of an open rupture follows within two exchanges. */
static void find_repairs(struct trace *trace)
{
    for (int i = 0; i < trace->count; i++) {
        struct step *step = &trace->steps[i];
        if (!step->exchange || !(act_is_minor_error(step->move.act) || act_is_major_error(step->move.act)))
            continue;
        int seen = 0;
        for (int k = i + 1; k < trace->count && seen < 2; k++) {
            if (!trace->steps[k].exchange)
                continue;
            seen++;
            if (trace->steps[k].move.act == ACT_REPAIR && trace->steps[k].before.rupture > 0)
                step->repaired = true;
        }
    }
}

static void count_picks(const td_scenario *scenario, const struct state *state, struct trace *trace)
{
    for (int i = 0; i < scenario->briefing_count; i++) {
        const struct briefing_item *item = &scenario->briefing[i];
        if (item->class != BRIEF_needed || !item->key)
            continue;
        trace->picked_key++;
        trace->picked_right += (state->picked >> i & 1) != 0;
    }
    if (trace->picked_key > scenario->briefing_pick)
        trace->picked_key = scenario->briefing_pick;
    if (scenario->approach_count > 0)
        trace->plan_right = state->approach > 0 && scenario->approach[state->approach - 1].key;
}

static void finish(const td_session *session, struct trace *trace)
{
    const struct state *state = session->state;
    trace->end = measure(session);
    trace->outcome = state->phase == PHASE_OVER ? (enum outcome)state->outcome : outcome_count;
    trace->ending = state->phase == PHASE_OVER ? state->ending : NONE;
    trace->handed_over = state->handed_over;
    count_picks(trace->scenario, state, trace);
    find_repairs(trace);
}

static struct trace trace_empty(struct arena *arena, const td_session *session, int rows)
{
    struct trace trace = {
        .scenario = session->scenario,
        .model = session->model,
        .setup = session->setup,
        .steps = arena_new(arena, struct step, (size_t)rows + 1),
        .assessed = arena_new(arena, struct assessed, (size_t)rows + 1),
        .known_since = arena_new(arena, int32_t, (size_t)session->scenario->fact_count + 1),
        .asked_at = NONE,
        .closest = NONE,
        .plan_right = NONE,
        .start = measure(session),
    };
    for (int i = 0; i < help_kind_count; i++)
        trace.help_first[i] = NONE;
    for (int i = 0; i < session->scenario->fact_count; i++)
        trace.known_since[i] = NONE;
    return trace;
}

struct replay_report trace_build(struct arena *arena, const td_scenario *scenario, const struct model *model,
                                 const td_journal *journal, int attempt, bool look_ahead, struct trace *ret)
{
    struct replay_report report = {.status = TD_OK};
    if (journal->header.rules_hash != scenario->rules_hash || journal->header.model_hash != model->hash)
        report.status = TD_E_VERSION;
    td_session *session = session_create(arena->mem, scenario, model, &journal->header.setup);
    session->want_delta = true;
    int32_t *path = arena_new(arena, int32_t, (size_t)journal->entry_count + 1);
    int rows = journal_path(journal, attempt, path);
    struct trace trace = trace_empty(arena, session, rows);
    trace.attempt = attempt;
    for (int i = 0; i < rows; i++) {
        const struct entry *entry = &journal->entries[path[i]];
        struct step *step = &trace.steps[trace.count];
        *step = (struct step){.number = entry->number, .command = entry->command};
        td_status status = play_step(session, look_ahead, &trace, step, &report.reason);
        report.number = entry->number;
        report.line = entry->line;
        if (status == TD_OK)
            trace.count++;
        report.expected = entry->check;
        report.found = session_hash(session);
        if (status == TD_OK && report.found != report.expected)
            status = TD_E_DESYNC;
        if (status != TD_OK) {
            report.status = report.status == TD_E_VERSION ? TD_E_VERSION : status;
            break;
        }
    }
    finish(session, &trace);
    session_destroy(session);
    *ret = trace;
    return report;
}

td_session *trace_session_before(const td_allocator *mem, const struct trace *trace, int index)
{
    td_session *session = session_create(mem, trace->scenario, trace->model, &trace->setup);
    const char *reason;
    for (int i = 0; i < index; i++)
        session_apply(session, &trace->steps[i].command, &reason); /* accepted once, accepted again */
    return session;
}

const char *verdict_name(enum verdict verdict)
{
    static const char *const names[] = {"no-difference", "strong", "workable", "weak", "harmful"};
    return names[verdict];
}
