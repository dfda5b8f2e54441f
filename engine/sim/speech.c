/* speech.c - a line that is said is remembered: as said, and by what it gave away. */
#include "step.h"

void memory_set_all(const td_scenario *s, struct span bits, struct memory *memory)
{
    for (int32_t i = 0; i < bits.count; i++)
        memory_set(memory, s->pool[bits.first + i]);
}

void say(td_session *session, int32_t line)
{
    if (line == NONE)
        return;
    struct state *state = session->state;
    const struct line *said = &session->scenario->lines[line];
    state->recent[state->recent_at % RECENT_LINES] = (uint32_t)line + 1;
    state->recent_at++;
    memory_set_all(session->scenario, said->discloses, &state->known);
    memory_set_all(session->scenario, said->sets, &state->known);
}
