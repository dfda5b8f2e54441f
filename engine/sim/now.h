/* now.h - what conditions ask about, read once per moment, and the questions themselves.
 * Inside this module only. */
#ifndef TD_SIM_NOW_H
#define TD_SIM_NOW_H

#include "session.h"

/* A reading goes stale when time passes or the person changes; what is known, said and visited is
 * looked up as it stands. */
struct now {
    const td_session *session;
    const td_scenario *scenario;
    const struct state *state;
    int32_t agitation; /* permille */
    uint8_t stage_bit, band_bit;
    uint8_t outcome_bit; /* 0 while the talk goes on */
};

static inline bool bit_at(const uint64_t *bits, int32_t index)
{
    return bits[index >> 6] >> (index & 63) & 1;
}
static inline void bit_set(uint64_t *bits, int32_t index)
{
    bits[index >> 6] |= UINT64_C(1) << (index & 63);
}

struct now now_read(const td_session *session);
/* The parts of a condition that its gate does not know. */
bool condition_rest(const struct now *now, int32_t condition);

static inline bool condition_holds(const struct now *now, int32_t condition)
{
    const struct gate *gate = &now->scenario->gates[condition];
    const struct memory *known = &now->state->known;
    if (!(gate->stages & now->stage_bit) || !(gate->bands & now->band_bit))
        return false;
    if (gate->have >= 0 && !memory_has(known, gate->have))
        return false;
    if (gate->have_not >= 0 && memory_has(known, gate->have_not))
        return false;
    return !gate->more || condition_rest(now, condition);
}

/* The line of a list that is said now: of those that fit the most specific, of these the one said least
 * recently, of these the first.  NONE if none fits. */
int32_t pick_line(const struct now *now, struct span lines);

#endif
