/* ask.h - the questions conditions ask, and the line they choose.  Inside this module only. */
#ifndef TD_SIM_ASK_H
#define TD_SIM_ASK_H

#include "session.h"

static inline bool bit_at(const uint64_t *bits, int32_t index)
{
    return bits[index >> 6] >> (index & 63) & 1;
}
static inline void bit_set(uint64_t *bits, int32_t index)
{
    bits[index >> 6] |= UINT64_C(1) << (index & 63);
}

/* The parts of a condition that the gate's mask does not know. */
bool gate_rest_holds(const td_session *session, const struct gate *gate);

/* What is asked of every gate; without a branch, because which gate is open cannot be foreseen. */
static inline unsigned gate_passes(const struct state *state, const struct gate *gate)
{
    return gate->mask >> state->mood_row & gate->mask >> state->talk_row &
           ((unsigned)(state->now[gate->value] - gate->low) <= gate->span);
}

static inline bool gate_open(const td_session *session, const struct gate *gate)
{
    return gate_passes(session->state, gate) && (!gate->rest || gate_rest_holds(session, gate));
}

static inline bool condition_holds(const td_session *session, int32_t condition)
{
    return gate_open(session, &session->scenario->gates[condition]);
}

/* Of the gates of one word of the sieve those that may be open: sifted_open() says whether one is. */
static inline uint64_t sift(const td_session *session, int32_t word)
{
    const struct sieve *sieve = &session->scenario->sieve;
    const struct state *state = session->state;
    const uint64_t *open = sieve->open + (ptrdiff_t)word * MOMENT_ROWS;
    const uint64_t *turn = sieve->turn + (ptrdiff_t)word * sieve->turns;
    return open[state->mood_row] & open[state->talk_row] & turn[state->exchanges] &
           ~(session->done[word] | session->shut[word]);
}

/* bit: one that sift() has left, gate: its own. */
static inline bool sifted_open(const td_session *session, int32_t word, int32_t bit, const struct gate *gate)
{
    return !(session->scenario->sieve.ask[word] >> bit & 1) || gate_open(session, gate);
}

/* The same of a few. */
static inline unsigned few_open(const struct state *state, const struct few *few)
{
    return few->open[state->mood_row] & few->open[state->talk_row];
}

static inline int32_t lowest_bit(uint64_t bits)
{
    return __builtin_ctzll(bits);
}

/* The line of a list that is said now: of those that fit the most specific, of these the one said least
 * recently, of these the first.  NONE if none fits. */
int32_t pick_line(const td_session *session, struct span lines);
/* The same where the scenario's index has a list of these lines. */
int32_t pick_listed(const td_session *session, struct span lines, const struct line_list *list);

#endif
