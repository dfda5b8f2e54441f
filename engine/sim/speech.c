/* speech.c - a line that is said is remembered: as said, and by what it gave away. */
#include "step.h"

void learn(td_session *session, int32_t bit)
{
    const struct sieve *sieve = &session->scenario->sieve;
    struct memory *known = &session->state->known;
    if (memory_has(known, bit))
        return;
    memory_set(known, bit);
    const uint64_t *frees = sieve->frees + (ptrdiff_t)bit * sieve->words,
                   *bars = sieve->bars + (ptrdiff_t)bit * sieve->words;
    for (int32_t word = 0; word < sieve->words; word++)
        session->shut[word] = (session->shut[word] & ~frees[word]) | bars[word];
}

void learn_all(td_session *session, struct span bits)
{
    for (int32_t i = 0; i < bits.count; i++)
        learn(session, session->scenario->pool[bits.first + i]);
}

static void leave_traces(td_session *session, const struct line *said)
{
    learn_all(session, said->discloses);
    learn_all(session, said->sets);
}

void say(td_session *session, int32_t line)
{
    if (line == NONE)
        return;
    struct state *state = session->state;
    state->recent[state->recent_at % RECENT_LINES] = (uint32_t)line + 1;
    state->recent_at++;
    state->maybe_said[line >> 6 & (MAYBE_WORDS - 1)] |= UINT64_C(1) << (line & 63);
    if (session->scenario->line_gates[line].flags & GATE_TRACES)
        leave_traces(session, &session->scenario->lines[line]);
}
