/* clock.c - story time.  It moves only by what a person does; what falls due on the way happens at its
 * own moment and ends a wait, so that a wait is the same however it is split.
 * The person's P, L and F stand as of the last event; the time since then is added up, not split,
 * because each fading rounds (DEFINITIONS.md 1).  Time soothes in company (MODEL.md 3.4): two minutes
 * after the last exchange nobody is with the person any more, and from there on it only passes. */
#include "step.h"

void catch_up(td_session *session)
{
    struct state *state = session->state;
    int32_t seconds = seconds_since_event(state), soothing = soothing_seconds(state);
    if (seconds == 0)
        return;
    person_wait(&state->profile, soothing, &state->person);
    if (seconds > soothing)
        person_tire(&state->profile, seconds - soothing, &state->person);
    state->spike = (int32_t)((int64_t)state->spike * fix_retain(state->profile.hlP, soothing) >> 16);
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

static bool still_to_come(const td_session *session, int event)
{
    const struct event *e = &session->scenario->events[event];
    return e->minute != NONE && !(session->state->events_done >> event & 1);
}

/* An event that has a condition besides its minute is asked at that minute and after exchanges: how often it
 * is asked must not depend on how a wait was split. */
static void next_event(const td_session *session, struct due *due)
{
    const td_scenario *s = session->scenario;
    for (int i = 0; i < s->event_count; i++) {
        if (!still_to_come(session, i))
            continue;
        int64_t at = minute_ms(s->events[i].minute);
        if (s->events[i].condition == 0 || at > session->state->story_ms)
            keep_sooner(due, at, DUE_EVENT, i);
    }
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

static void live_to(struct state *state, int64_t ms)
{
    if (ms <= state->story_ms)
        return;
    state->quiet_ms += (int32_t)(ms - state->story_ms);
    state->story_ms = ms;
}

/* Of the events of this minute that may happen now, the first. */
static bool event_of_minute(td_session *session, int32_t minute)
{
    const td_scenario *s = session->scenario;
    for (uint64_t open = sift(session, SIEVE_EVENTS); open; open &= open - 1) {
        int32_t i = lowest_bit(open);
        if (s->events[i].minute != minute || !gate_open(session, &s->event_gates[i]))
            continue;
        event_happens(session, i);
        return true;
    }
    return false;
}

/* Did anything happen that one would notice? */
static bool meet(td_session *session, struct due due)
{
    struct event_note *happened = &session->state->happened;
    live_to(session->state, due.at);
    mood_later(session);
    switch (due.kind) {
    case DUE_EVENT: return event_of_minute(session, session->scenario->events[due.index].minute);
    case DUE_DEADLINE:
        deadline_passes(session, due.index);
        return happened->deadline_passed == due.index || happened->deadline_held == due.index;
    case DUE_HELP: help_arrives(session, (enum help_kind)due.index); return true;
    case DUE_NOTHING: break;
    }
    return false;
}

enum patience { UNTIL_THE_END, UNTIL_SOMETHING_HAPPENS };

/* true: it ended early, because something happened. */
static bool live_until(td_session *session, int64_t until, enum patience patience)
{
    for (;;) {
        struct due due = {until + 1, DUE_NOTHING, NONE};
        next_event(session, &due);
        next_deadline(session, &due);
        next_help(session, &due);
        if (due.kind == DUE_NOTHING)
            break;
        if (meet(session, due) && patience == UNTIL_SOMETHING_HAPPENS)
            return true;
    }
    live_to(session->state, until);
    mood_later(session);
    return false;
}

/* Company has ended: the person is the next to do something. */
static bool person_breaks_the_quiet(td_session *session)
{
    struct state *state = session->state;
    int32_t line = pick_line(session, session->scenario->silence);
    if (line == NONE)
        return false;
    state->reaction = line;
    state->line = NONE;
    state->happened.spoke = true;
    say(session, line);
    return true;
}

static void company_ends(td_session *session)
{
    catch_up(session);
    mood_changed(session);
}

static void live_through(td_session *session, int32_t ms, enum patience patience)
{
    const struct state *state = session->state;
    int64_t until = state->story_ms + ms, end = minute_ms(session->scenario->budget_minutes);
    int64_t alone_from = state->story_ms - state->quiet_ms + COMPANY_MS;
    bool over = false;
    until = until < end ? until : end;
    if (state->story_ms < alone_from && alone_from <= until) {
        over = live_until(session, alone_from, patience);
        if (state->story_ms == alone_from)
            company_ends(session);
        if (!over && patience == UNTIL_SOMETHING_HAPPENS && alone_from < end)
            over = person_breaks_the_quiet(session);
    }
    if (!over)
        live_until(session, until, patience);
    if (budget_spent(session))
        finish(session, budget_outcome(session));
}

void pass_time(td_session *session, int32_t ms)
{
    live_through(session, ms, UNTIL_THE_END);
}

void wait_in_quiet(td_session *session, int32_t ms)
{
    live_through(session, ms, UNTIL_SOMETHING_HAPPENS);
}
