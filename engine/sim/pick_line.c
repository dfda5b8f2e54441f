/* pick_line.c - which of the lines that fit is said: the most specific, then the least recent.
 * Authors write a line for every moment they can think of and one for the rest; this is what makes the
 * person seem to have heard what was said and not to repeat themselves. */
#include "ask.h"

/* What a line gives away may not be given away yet. */
static bool may_disclose(const td_session *session, struct span bits)
{
    const td_scenario *s = session->scenario;
    for (int32_t i = 0; i < bits.count; i++) {
        int32_t bit = s->pool[bits.first + i];
        if (bit < s->fact_count && s->facts[bit].guard && !condition_holds(session, s->facts[bit].guard))
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

/* Could it be said now?  guarded: it may give something away too early. */
static bool fits(const td_session *session, int32_t line)
{
    const struct gate *gate = &session->scenario->line_gates[line];
    if (gate->rest && !gate_rest_holds(session, gate))
        return false;
    return !(gate->flags & GATE_GUARDED) || may_disclose(session, session->scenario->lines[line].discloses);
}

/* One more than its specificity, or 0 if it does not fit. */
static int32_t merit(const td_session *session, int32_t line)
{
    const struct gate *gate = &session->scenario->line_gates[line];
    unsigned passes = gate_passes(session->state, gate);
    if (passes && (gate->rest || (gate->flags & GATE_GUARDED)))
        passes = fits(session, line);
    return passes ? gate->specificity + 1 : 0;
}

static int32_t least_recent(const td_session *session, struct span lines, int32_t best_merit)
{
    int32_t best = NONE;
    for (int32_t i = lines.first; i < lines.first + lines.count; i++)
        if (merit(session, i) == best_merit &&
            (best == NONE || age_of(session->state, i) > age_of(session->state, best)))
            best = i;
    return best;
}

int32_t pick_line(const td_session *session, struct span lines)
{
    int32_t best = NONE, best_merit = 0, equals = 0;
    for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
        int32_t found = merit(session, i);
        equals = found > best_merit ? 1 : equals + (found == best_merit);
        best = found > best_merit ? i : best;
        best_merit = found > best_merit ? found : best_merit;
    }
    return best_merit > 0 && equals > 1 ? least_recent(session, lines, best_merit) : best;
}
