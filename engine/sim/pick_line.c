/* pick_line.c - which of the lines that fit is said: the most specific, then the least recent.
 * Authors write a line for every moment they can think of and one for the rest; this is what makes the
 * person seem to have heard what was said and not to repeat themselves. */
#include "now.h"

/* What a line gives away may not be given away yet. */
static bool may_disclose(const struct now *now, struct span bits)
{
    const td_scenario *s = now->scenario;
    for (int32_t i = 0; i < bits.count; i++) {
        int32_t bit = s->pool[bits.first + i];
        if (bit < s->fact_count && s->facts[bit].guard && !condition_holds(now, s->facts[bit].guard))
            return false;
    }
    return true;
}

/* Lines said since this one was; more than the ring holds is as good as never. */
static uint32_t age_of(const struct state *state, int32_t line)
{
    uint32_t held = state->recent_at < RECENT_LINES ? state->recent_at : RECENT_LINES;
    for (uint32_t age = 0; age < held; age++)
        if (state->recent[(state->recent_at - 1 - age) % RECENT_LINES] == (uint32_t)line + 1)
            return age;
    return RECENT_LINES;
}

int32_t pick_line(const struct now *now, struct span lines)
{
    const td_scenario *s = now->scenario;
    int32_t best = NONE, best_fit = -1;
    for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
        const struct line *line = &s->lines[i];
        int32_t fit = s->gates[line->condition].specificity;
        if (fit < best_fit || !condition_holds(now, line->condition) || !may_disclose(now, line->discloses))
            continue;
        if (fit == best_fit && age_of(now->state, i) <= age_of(now->state, best))
            continue;
        best = i;
        best_fit = fit;
    }
    return best;
}
