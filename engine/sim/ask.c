/* ask.c - the wider questions of a condition, behind what its gate answers at once. */
#include "ask.h"

static bool known_is(const td_session *session, const struct gate *gate)
{
    const struct memory *known = &session->state->known;
    return (gate->have == NONE || memory_has(known, gate->have)) &&
           (gate->have_not == NONE || !memory_has(known, gate->have_not));
}

static bool memory_is(const td_session *session, struct span bits, bool wanted)
{
    for (int32_t i = 0; i < bits.count; i++)
        if (memory_has(&session->state->known, session->scenario->pool[bits.first + i]) != wanted)
            return false;
    return true;
}

/* Every index of the span has its bit as wanted. */
static bool bits_are(const td_session *session, struct span indices, const uint64_t *bits, bool wanted)
{
    for (int32_t i = 0; i < indices.count; i++)
        if (bit_at(bits, session->scenario->pool[indices.first + i]) != wanted)
            return false;
    return true;
}

static bool ranges_hold(const td_session *session, const struct condition *c)
{
    const int16_t *range = session->scenario->range_pool + c->range.first;
    for (int value = 0; value < CV_COUNT; value++) {
        if (!(c->ranges >> value & 1))
            continue;
        int32_t found = session->state->now[value];
        if (found < range[0] || found > range[1])
            return false;
        range += 2;
    }
    return true;
}

static uint8_t help_called(const struct state *state)
{
    uint8_t called = 0;
    for (int kind = 0; kind < help_kind_count; kind++)
        called |= (uint8_t)((state->help_at[kind] != NONE) << kind);
    return called;
}

static bool help_is(const td_session *session, const struct condition *c)
{
    if ((c->help_called & help_called(session->state)) != c->help_called)
        return false;
    return (c->help_arrived & session->state->help_arrived) == c->help_arrived;
}

static bool marks_hold(const td_session *session, const struct condition *c)
{
    const struct state *state = session->state;
    if (c->outcomes && (state->phase != PHASE_OVER || !(c->outcomes >> state->outcome & 1)))
        return false;
    if (c->delivery && !(c->delivery & state->delivery))
        return false;
    return !c->last_acts || (state->last_act != NONE && (c->last_acts >> state->last_act & 1));
}

static bool one_holds(const td_session *session, struct span conditions)
{
    for (int32_t i = 0; i < conditions.count; i++)
        if (condition_holds(session, session->scenario->pool[conditions.first + i]))
            return true;
    return false;
}

bool gate_rest_holds(const td_session *session, const struct gate *gate)
{
    const struct condition *c = &session->scenario->conditions[gate->condition];
    const uint64_t *said = session->said, *visited = session->visited;
    unsigned rest = gate->rest;
    if (rest & REST_KNOWN && !known_is(session, gate))
        return false;
    if (rest & REST_RANGES && !ranges_hold(session, c))
        return false;
    if (rest & REST_SAID && !(bits_are(session, c->said, said, true) && bits_are(session, c->not_said, said, false)))
        return false;
    if (rest & REST_VISITED &&
        !(bits_are(session, c->visited, visited, true) && bits_are(session, c->not_visited, visited, false)))
        return false;
    if (rest & REST_MEMORY && !(memory_is(session, c->have, true) && memory_is(session, c->have_not, false)))
        return false;
    if (rest & REST_MARKS && !marks_hold(session, c))
        return false;
    if (rest & REST_HELP && !help_is(session, c))
        return false;
    return !(rest & REST_ANY) || one_holds(session, c->any);
}
