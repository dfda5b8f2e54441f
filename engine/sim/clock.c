/* clock.c - story time.  It moves only by what a person does; what falls due on the way happens at its
 * own moment, so that two short waits are one long one.
 * The person's P, L and F stand as of the last event; the time since then is added up, not split,
 * because each fading rounds (DEFINITIONS.md 1). */
#include "step.h"

void catch_up(td_session *session)
{
    struct state *state = session->state;
    int32_t seconds = seconds_since_event(state);
    if (seconds == 0)
        return;
    person_wait(&state->profile, seconds, &state->person);
    state->spike = (int32_t)((int64_t)state->spike * fix_retain(state->profile.hlP, seconds) >> 16);
    state->event_ms += (int64_t)seconds * 1000;
}

/* --- what falls due ------------------------------------------------------------------------ */

enum due_kind { DUE_NOTHING, DUE_EVENT, DUE_DEADLINE, DUE_HELP };
struct due {
    int64_t at;
    enum due_kind kind;
    int32_t index;
};

static void keep_sooner(struct due *due, int64_t at, enum due_kind kind, int32_t index)
{
    if (at < due->at)
        *due = (struct due){at, kind, index};
}

/* An event that has a condition besides its minute is left to the exchanges: how often it is asked must
 * not depend on how a wait was split. */
static void next_event(const td_session *session, struct due *due)
{
    const td_scenario *s = session->scenario;
    for (int i = 0; i < s->event_count; i++)
        if (s->events[i].minute != NONE && s->events[i].condition == 0 && !(session->state->events_done >> i & 1))
            keep_sooner(due, minute_ms(s->events[i].minute), DUE_EVENT, i);
}

static void next_deadline(const td_session *session, struct due *due)
{
    const td_scenario *s = session->scenario;
    for (int i = 0; i < s->demand_count; i++)
        if (s->demands[i].deadline != NONE && !(session->state->deadlines_done >> i & 1))
            keep_sooner(due, minute_ms(s->demands[i].deadline), DUE_DEADLINE, i);
}

static void next_help(const td_session *session, struct due *due)
{
    const struct state *state = session->state;
    for (int kind = 0; kind < help_kind_count; kind++)
        if (state->help_coming >> kind & 1)
            keep_sooner(due, (int64_t)state->help_at[kind] * 1000, DUE_HELP, kind);
}

static void meet(td_session *session, struct due due)
{
    if (session->state->story_ms < due.at)
        session->state->story_ms = due.at;
    mood_later(session);
    switch (due.kind) {
    case DUE_EVENT: event_happens(session, due.index); return;
    case DUE_DEADLINE: deadline_passes(session, due.index); return;
    case DUE_HELP: help_arrives(session, (enum help_kind)due.index); return;
    case DUE_NOTHING: return;
    }
}

static void live_until(td_session *session, int64_t until)
{
    for (;;) {
        struct due due = {until + 1, DUE_NOTHING, NONE};
        next_event(session, &due);
        next_deadline(session, &due);
        next_help(session, &due);
        if (due.kind == DUE_NOTHING)
            break;
        meet(session, due);
    }
    session->state->story_ms = until;
    mood_later(session);
}

void pass_time(td_session *session, int32_t ms)
{
    int64_t until = session->state->story_ms + ms, end = minute_ms(session->scenario->budget_minutes);
    live_until(session, until < end ? until : end);
    if (budget_spent(session))
        finish(session, budget_outcome(session));
}
