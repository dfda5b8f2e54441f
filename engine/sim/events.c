/* events.c - what comes from outside: a phone, a brother, a deadline, the help that was called.
 * Declared by the author, bounded to 150 permille; nothing here is chance. */
#include "step.h"

enum { EVENT_MAX = 150, UNANSWERED_FOR = 3, TALKED_THROUGH_WITHIN = 3 };
static const struct effect ignored = {.P = 60, .T = -60};      /* a demand nobody answered */
static const struct effect passed_in_anger = {.P = EVENT_MAX}; /* a deadline nobody talked through */

struct event_note note_nothing(void)
{
    return (struct event_note){
        .event = NONE,
        .inject = NONE,
        .arrived_help = NONE,
        .arrive_line = NONE,
        .party = NONE,
        .demand_raised = NONE,
        .demand_answered = NONE,
        .demand_pressed = NONE,
        .deadline_passed = NONE,
        .deadline_held = NONE,
        .promise_made = NONE,
        .promise_kept = NONE,
        .observed = NONE,
    };
}

void raise_demand(td_session *session, int32_t demand)
{
    struct state *state = session->state;
    if (state->demand_since[demand] != DEMAND_NOT_RAISED)
        return;
    state->demand_since[demand] = state->exchanges;
    state->happened.demand_raised = demand;
}

void suffer(td_session *session, const struct effect *effect, int tag)
{
    struct state *state = session->state;
    int32_t strength = tag != NONE ? state->profile.tag[tag] : 0;
    int32_t p = clamp32(effect->P + strength, -EVENT_MAX, EVENT_MAX);
    catch_up(session);
    person_event(&state->profile, p, effect->U, effect->T, effect->H, &state->person);
    mood_changed(session);
}

static void happen(td_session *session, const struct event *event)
{
    struct state *state = session->state;
    suffer(session, &event->effect, event->tag);
    learn_all(session, event->sets);
    learn_all(session, event->discloses);
    if (event->arrives != NONE) {
        state->parties_here |= (uint8_t)(1 << event->arrives);
        state->happened.party = event->arrives;
    }
    if (event->raises != NONE)
        raise_demand(session, event->raises);
    if (event->to != NONE)
        enter_node(session, event->to);
}

void inject_happens(td_session *session, int32_t inject)
{
    session->state->injects_done |= UINT64_C(1) << inject;
    session->state->happened.inject = inject;
    happen(session, &session->scenario->inject[inject]);
}

/* What an instructor typed has no declared effect; it has one of a few kinds. */
static const struct typed_card {
    const char *id;
    struct effect effect;
    int tag;
} typed_cards[] = {
    {"x-disturbs", {.P = 60, .U = -40}, TAG_surprise},
    {"x-shames", {.P = 60, .U = -40}, TAG_shame},
    {"x-crowds", {.P = 60, .U = -60}, TAG_crowding},
    {"x-calms", {.P = -40, .U = 20}, NONE},
    {"x-hope", {.P = -20, .H = 40}, NONE},
};

bool typed_card_happens(td_session *session, td_str id)
{
    for (size_t i = 0; i < sizeof typed_cards / sizeof typed_cards[0]; i++) {
        if (!str_is(id, typed_cards[i].id))
            continue;
        session->state->happened = note_nothing();
        suffer(session, &typed_cards[i].effect, typed_cards[i].tag);
        return true;
    }
    return false;
}

void event_happens(td_session *session, int32_t event)
{
    struct state *state = session->state;
    state->events_done |= UINT64_C(1) << event;
    session->done[SIEVE_EVENTS] = state->events_done;
    state->happened.events |= UINT64_C(1) << event;
    state->happened.event = event;
    happen(session, &session->scenario->events[event]);
}

static void one_event(td_session *session)
{
    const td_scenario *s = session->scenario;
    uint64_t open = sift(session, SIEVE_EVENTS);
    for (; open; open &= open - 1) {
        int32_t i = lowest_bit(open);
        int32_t minute = s->events[i].minute;
        if (minute != NONE && session->state->story_ms < minute_ms(minute))
            continue;
        if (!sifted_open(session, SIEVE_EVENTS, i, &s->event_gates[i]))
            continue;
        event_happens(session, i);
        return;
    }
}

static void press_demands(td_session *session)
{
    struct state *state = session->state;
    for (int i = 0; i < session->scenario->demand_count; i++) {
        int32_t since = state->demand_since[i];
        if (since < 0 || state->exchanges - since < UNANSWERED_FOR)
            continue;
        state->demand_since[i] = DEMAND_PRESSED;
        state->happened.demand_pressed = i;
        suffer(session, &ignored, NONE);
    }
}

/* Somebody who has just been understood forgets the clock. */
static bool talked_through(const struct state *state)
{
    return state->last_gain_exchange > 0 && state->exchanges - state->last_gain_exchange < TALKED_THROUGH_WITHIN;
}

void deadline_passes(td_session *session, int32_t demand)
{
    struct state *state = session->state;
    int32_t since = state->demand_since[demand];
    state->deadlines_done |= (uint16_t)(1 << demand);
    if (since == DEMAND_NOT_RAISED || since == DEMAND_ANSWERED)
        return;
    if (talked_through(state)) {
        state->happened.deadline_held = demand;
        return;
    }
    state->happened.deadline_passed = demand;
    state->deadline_heat = true;
    suffer(session, &passed_in_anger, NONE);
}

static void pass_deadlines(td_session *session)
{
    const td_scenario *s = session->scenario;
    unsigned ahead = s->deadlines & ~(unsigned)session->state->deadlines_done;
    for (; ahead; ahead &= ahead - 1)
        if (session->state->story_ms >= minute_ms(s->demands[lowest_bit(ahead)].deadline))
            deadline_passes(session, lowest_bit(ahead));
}

void help_arrives(td_session *session, enum help_kind kind)
{
    struct state *state = session->state;
    const struct help *help = find_help(session->scenario, kind);
    state->help_arrived |= (uint16_t)(1 << kind);
    state->help_coming &= (uint8_t) ~(1 << kind);
    state->happened.arrived |= (uint8_t)(1 << kind);
    state->happened.arrived_help = (int32_t)kind;
    if (!help)
        return;
    state->happened.arrive_line = pick_line(session, help->arrive);
    say(session, state->happened.arrive_line);
}

static void due_help_arrives(td_session *session)
{
    const struct state *state = session->state;
    for (int kind = 0; kind < help_kind_count; kind++)
        if ((state->help_coming >> kind & 1) && state->story_ms >= (int64_t)state->help_at[kind] * 1000)
            help_arrives(session, (enum help_kind)kind);
}

/* Which line is followed by an event is the story's affair: what it did is kept apart from what the words did. */
static void event_comes(td_session *session)
{
    int32_t before = person_potential(&session->state->person);
    one_event(session);
    session->outside = person_potential(&session->state->person) - before;
}

void world_goes_on(td_session *session)
{
    if (session->scenario->event_count > 0)
        event_comes(session);
    if (session->scenario->demand_count > 0) {
        press_demands(session);
        pass_deadlines(session);
    }
    if (session->state->help_coming)
        due_help_arrives(session);
}
