/* apply.c - a command meets the session: refused with a reason and no trace, or done. */
#include "step.h"

enum { CUE_STEPS = 5 };

/* A handler does the whole command or returns why not, and then has changed nothing. */
typedef const char *handler(td_session *session, const struct command *command);

static void begin_note(td_session *session)
{
    session->state->happened = note_nothing();
}

/* --- the learner's ------------------------------------------------------------------------- */

static bool may_stand_at(const td_session *session, int32_t dist)
{
    return dist == NONE || dist == session->state->dist ||
           (session->state->dist != NONE && !session->scenario->distance_fixed);
}

static const char *do_choose(td_session *session, const struct command *command)
{
    int32_t choice = scenario_find_choice(session->scenario, str_of(command->id));
    if (choice == NONE)
        return REFUSED_NO_SUCH_CHOICE;
    if (!session_offers(session, choice))
        return REFUSED_NOT_OFFERED;
    if (!may_stand_at(session, command->dist))
        return REFUSED_DISTANCE_FIXED;
    exchange_choice(session, choice, command->tone, command->pace, command->dist);
    return NULL;
}

static const char *do_pause(td_session *session, const struct command *command)
{
    if (!may_stand_at(session, command->dist))
        return REFUSED_DISTANCE_FIXED;
    exchange_silence(session, command->number, command->dist);
    return NULL;
}

static const char *do_wait(td_session *session, const struct command *command)
{
    begin_note(session);
    wait_in_quiet(session, command->number);
    return NULL;
}

static const char *do_observe(td_session *session, const struct command *command)
{
    (void)command;
    struct state *state = session->state;
    if (session->scenario->channel == CHANNEL_telephone)
        return REFUSED_CANNOT_SEE;
    begin_note(session);
    pass_time(session, OBSERVE_MS);
    if (state->phase == PHASE_OVER)
        return NULL;
    if (state->cue_step < CUE_STEPS)
        state->cue_step++;
    state->observed = pick_line(session, session->scenario->observe);
    state->happened.observed = state->observed;
    say(session, state->observed);
    return NULL;
}

static const char *do_help(td_session *session, const struct command *command)
{
    enum help_kind kind = (enum help_kind)command->kind;
    if (session->state->help_at[kind] != NONE)
        return REFUSED_ALREADY_CALLED;
    exchange_help(session, kind, command->threat);
    return NULL;
}

/* One step nearer or away, where one can walk. */
static void walk(td_session *session, enum scene_kind kind)
{
    struct state *state = session->state;
    int32_t step = kind == SCENE_step_back ? STEP_CM : kind == SCENE_step_in ? -STEP_CM : 0;
    if (state->dist != NONE && !session->scenario->distance_fixed)
        state->dist = clamp32(state->dist + step, DIST_MIN, DIST_MAX);
}

static const char *do_move(td_session *session, const struct command *command)
{
    enum scene_kind kind = (enum scene_kind)command->kind;
    struct state *state = session->state;
    const struct scene_move *move = find_scene_move(session->scenario, kind);
    if (!move)
        return REFUSED_NOT_POSSIBLE_HERE;
    if (state->scene_done >> kind & 1)
        return REFUSED_ALREADY_DONE;
    begin_note(session);
    state->scene_done |= (uint16_t)(1 << kind);
    pass_time(session, SCENE_MOVE_MS);
    if (state->phase == PHASE_OVER)
        return NULL;
    walk(session, kind);
    suffer(session, &move->effect, NONE);
    int32_t reaction = pick_line(session, move->reactions);
    if (reaction == NONE)
        return NULL;
    state->reaction = reaction;
    state->line = NONE;
    state->happened.spoke = true;
    say(session, reaction);
    if (session->scenario->lines[reaction].to != NONE)
        enter_node(session, session->scenario->lines[reaction].to);
    return NULL;
}

static const char *do_handover(td_session *session, const struct command *command)
{
    if (!session_can_hand_over(session))
        return REFUSED_NOBODY_THERE;
    begin_note(session);
    session->state->handed_over = command->kind;
    finish(session, handover_outcome(session, command->kind));
    return NULL;
}

static const char *do_withdraw(td_session *session, const struct command *command)
{
    (void)command;
    begin_note(session);
    finish(session, OUTCOME_withdrawn);
    return NULL;
}

/* --- the instructor's ---------------------------------------------------------------------- */

static const char *do_freeze(td_session *session, const struct command *command)
{
    (void)command;
    if (session->state->frozen)
        return REFUSED_FROZEN;
    begin_note(session);
    session->state->frozen = true;
    return NULL;
}

static const char *do_resume(td_session *session, const struct command *command)
{
    (void)command;
    if (!session->state->frozen)
        return REFUSED_NOT_FROZEN;
    begin_note(session);
    session->state->frozen = false;
    return NULL;
}

static int32_t find_inject(const td_session *session, const char *id)
{
    return scenario_find_inject(session->scenario, str_of(id));
}

static const char *do_inject(td_session *session, const struct command *command)
{
    int32_t inject = find_inject(session, command->id);
    if (inject == NONE)
        return typed_card_happens(session, str_of(command->id)) ? NULL : REFUSED_NO_SUCH_EVENT;
    if (session->state->injects_done >> inject & 1)
        return REFUSED_ALREADY_DONE;
    begin_note(session);
    inject_happens(session, inject);
    return NULL;
}

/* Somebody else takes the talk over; what the hand-over passed on decides how much trust comes along. */
static const char *do_tag(td_session *session, const struct command *command)
{
    begin_note(session);
    session->state->person.T = session->state->person.T * command->number / TAG_MAX;
    mood_changed(session);
    return NULL;
}

/* The instructor has the last word: any line of this node or of those for any time. */
static const char *do_override(td_session *session, const struct command *command)
{
    int32_t choice = scenario_find_choice(session->scenario, str_of(command->id));
    if (choice == NONE)
        return REFUSED_NO_SUCH_CHOICE;
    int32_t node = session->scenario->choices[choice].node;
    if (node != NONE && node != session->state->node)
        return REFUSED_NOT_OFFERED;
    exchange_choice(session, choice, 0, 0, NONE);
    return NULL;
}

/* A person plays the person: what was said aloud comes in as the technique that was heard. */
static const char *do_heard(td_session *session, const struct command *command)
{
    exchange_heard(session, (enum act)command->kind, command->number, command->tone, command->pace);
    return NULL;
}

static const char *do_end(td_session *session, const struct command *command)
{
    (void)command;
    begin_note(session);
    finish(session, end_outcome(session));
    return NULL;
}

/* --- the table ----------------------------------------------------------------------------- */

enum { IN_BRIEFING = 1 << PHASE_BRIEFING, IN_TALK = 1 << PHASE_TALK };

static const struct rule {
    handler *run;
    unsigned phases;
    bool while_frozen;
} rules[VERB_COUNT] = {
    [VERB_pick] = {briefing_pick, IN_BRIEFING, false},
    [VERB_begin] = {briefing_begin, IN_BRIEFING, false},
    [VERB_choose] = {do_choose, IN_TALK, false},
    [VERB_pause] = {do_pause, IN_TALK, false},
    [VERB_wait] = {do_wait, IN_TALK, false},
    [VERB_observe] = {do_observe, IN_TALK, false},
    [VERB_help] = {do_help, IN_TALK, false},
    [VERB_move] = {do_move, IN_TALK, false},
    [VERB_handover] = {do_handover, IN_TALK, false},
    [VERB_withdraw] = {do_withdraw, IN_TALK, false},
    [VERB_assess] = {prompt_assess, IN_TALK, false},
    [VERB_rewind] = {NULL, IN_BRIEFING | IN_TALK, true},
    [VERB_freeze] = {do_freeze, IN_BRIEFING | IN_TALK, true},
    [VERB_resume] = {do_resume, IN_BRIEFING | IN_TALK, true},
    [VERB_inject] = {do_inject, IN_TALK, true},
    [VERB_tag] = {do_tag, IN_TALK, true},
    [VERB_override] = {do_override, IN_TALK, true},
    [VERB_end] = {do_end, IN_TALK, true},
    [VERB_heard] = {do_heard, IN_TALK, false},
};

static const char *why_not_now(const td_session *session, const struct rule *rule)
{
    enum phase phase = (enum phase)session->state->phase;
    if (phase == PHASE_OVER)
        return REFUSED_OVER;
    if (!(rule->phases >> phase & 1))
        return phase == PHASE_BRIEFING ? REFUSED_NOT_BEGUN : REFUSED_BEGUN;
    return session->state->frozen && !rule->while_frozen ? REFUSED_FROZEN : NULL;
}

static const char *try_apply(td_session *session, const struct command *command)
{
    const struct rule *rule = &rules[command->verb];
    if (!seat_may(command->seat, command->verb))
        return REFUSED_NOT_YOUR_RIGHT;
    if (!rule->run)
        return REFUSED_NEEDS_HISTORY;
    const char *refused = why_not_now(session, rule);
    return refused ? refused : rule->run(session, command);
}

td_status session_apply(td_session *session, const struct command *command, const char **reason)
{
    const char *refused = try_apply(session, command);
    if (refused) {
        *reason = refused;
        return TD_E_REFUSED;
    }
    session->state->commands++;
    return TD_OK;
}
