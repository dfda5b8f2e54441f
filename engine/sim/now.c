/* now.c - reads the moment and answers the wider questions of a condition. */
#include "now.h"

struct now now_read(const td_session *session)
{
    const struct state *state = session->state;
    int32_t agitation = session_agitation(session);
    return (struct now){
        .session = session,
        .scenario = session->scenario,
        .state = state,
        .agitation = agitation,
        .stage_bit = (uint8_t)(1 << state->person.stage),
        .band_bit = (uint8_t)(1 << person_band_shown(agitation, state->band)),
        .outcome_bit = state->phase == PHASE_OVER ? (uint8_t)(1 << state->outcome) : 0,
    };
}

static bool has_all(const struct now *now, struct span bits)
{
    for (int32_t i = 0; i < bits.count; i++)
        if (!memory_has(&now->state->known, now->scenario->pool[bits.first + i]))
            return false;
    return true;
}

static bool has_none(const struct now *now, struct span bits)
{
    for (int32_t i = 0; i < bits.count; i++)
        if (memory_has(&now->state->known, now->scenario->pool[bits.first + i]))
            return false;
    return true;
}

/* Every index of the span has its bit as wanted. */
static bool bits_are(const struct now *now, struct span indices, const uint64_t *bits, bool wanted)
{
    for (int32_t i = 0; i < indices.count; i++)
        if (bit_at(bits, now->scenario->pool[indices.first + i]) != wanted)
            return false;
    return true;
}

static int32_t value_of(const struct now *now, enum cond_value value)
{
    const struct person *p = &now->state->person;
    switch (value) {
    case CV_AGITATION: return now->agitation;
    case CV_UNDERSTANDING: return fix_topm(p->E);
    case CV_RAPPORT: return fix_topm(p->R);
    case CV_TRUST: return fix_topm(p->T);
    case CV_AUTONOMY: return fix_topm(p->U);
    case CV_HOPE: return fix_topm(p->H);
    case CV_COMMITMENT: return fix_topm(p->C);
    case CV_RUPTURE: return p->err;
    case CV_EXCHANGE: return now->state->exchanges;
    case CV_MINUTE: return (int32_t)(now->state->story_ms / 60000);
    case CV_COUNT: break;
    }
    return 0;
}

static bool ranges_hold(const struct now *now, const struct condition *c)
{
    const int16_t *range = now->scenario->range_pool + c->range.first;
    for (int value = 0; value < CV_COUNT; value++) {
        if (!(c->ranges >> value & 1))
            continue;
        int32_t found = value_of(now, (enum cond_value)value);
        if (found < range[0] || found > range[1])
            return false;
        range += 2;
    }
    return true;
}

static bool flags_hold(const struct now *now, uint8_t flags)
{
    bool asked = now->state->person.asked_suicide;
    if ((flags & COND_ASKED_YES && !asked) || (flags & COND_ASKED_NO && asked))
        return false;
    if (!(flags & (COND_PROMISED_YES | COND_PROMISED_NO)))
        return true;
    bool promised = session_promised(now->session);
    return !(flags & COND_PROMISED_YES && !promised) && !(flags & COND_PROMISED_NO && promised);
}

static uint8_t help_called(const struct state *state)
{
    uint8_t called = 0;
    for (int kind = 0; kind < help_kind_count; kind++)
        called |= (uint8_t)((state->help_at[kind] != NONE) << kind);
    return called;
}

static bool help_is(const struct now *now, const struct condition *c)
{
    if (c->help_called && (c->help_called & help_called(now->state)) != c->help_called)
        return false;
    return (c->help_arrived & now->state->help_arrived) == c->help_arrived;
}

static bool marks_hold(const struct now *now, const struct condition *c)
{
    if (c->outcomes && !(c->outcomes & now->outcome_bit))
        return false;
    if (c->delivery && !(c->delivery & now->state->delivery))
        return false;
    int32_t act = now->state->last_act;
    return !c->last_acts || (act != NONE && (c->last_acts >> act & 1));
}

static bool one_holds(const struct now *now, struct span conditions)
{
    for (int32_t i = 0; i < conditions.count; i++)
        if (condition_holds(now, now->scenario->pool[conditions.first + i]))
            return true;
    return conditions.count == 0;
}

bool condition_rest(const struct now *now, int32_t condition)
{
    const struct condition *c = &now->scenario->conditions[condition];
    const uint64_t *said = now->session->said, *visited = now->session->visited;
    return marks_hold(now, c) && (!c->ranges || ranges_hold(now, c)) && (!c->flags || flags_hold(now, c->flags)) &&
           has_all(now, c->have) && has_none(now, c->have_not) && help_is(now, c) &&
           bits_are(now, c->said, said, true) && bits_are(now, c->not_said, said, false) &&
           bits_are(now, c->visited, visited, true) && bits_are(now, c->not_visited, visited, false) &&
           one_holds(now, c->any);
}
