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

static bool may_have_been_said(const struct state *state, int32_t line)
{
    return state->maybe_said[line >> 6 & (MAYBE_WORDS - 1)] >> (line & 63) & 1;
}

/* Was a said less recently than b?  What the ring has forgotten was never said, and of two never said
 * neither was. */
static bool is_staler(const struct state *state, int32_t a, int32_t b)
{
    if (!may_have_been_said(state, a) && !may_have_been_said(state, b))
        return false;
    uint32_t held = state->recent_at < RECENT_LINES ? state->recent_at : RECENT_LINES;
    for (uint32_t age = 0; age < held; age++) {
        uint32_t said = state->recent[(state->recent_at - 1 - age) % RECENT_LINES];
        if (said == (uint32_t)a + 1 || said == (uint32_t)b + 1)
            return said == (uint32_t)b + 1;
    }
    return false;
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

int32_t pick_line(const td_session *session, struct span lines)
{
    int32_t best = NONE, best_merit = 0;
    for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
        int32_t found = merit(session, i);
        if (found == best_merit && found > 0 && is_staler(session->state, i, best))
            best = i;
        best = found > best_merit ? i : best;
        best_merit = found > best_merit ? found : best_merit;
    }
    return best;
}

/* Those of the list that fit, as bits. */
static unsigned listed_open(const td_session *session, int32_t first, const struct line_list *list)
{
    unsigned open = few_open(session->state, &list->few);
    for (unsigned ask = open & list->few.ask; ask; ask &= ask - 1)
        if (merit(session, first + list->place[lowest_bit(ask)]) == 0)
            open &= ~(ask & (0 - ask));
    return open;
}

int32_t pick_listed(const td_session *session, struct span lines, const struct line_list *list)
{
    if (list->too_many)
        return pick_line(session, lines);
    unsigned open = listed_open(session, lines.first, list);
    if (!open)
        return NONE;
    int32_t rank = lowest_bit(open), best = lines.first + list->place[rank];
    for (unsigned rivals = open & list->rivals[rank]; rivals; rivals &= rivals - 1) {
        int32_t equal = lines.first + list->place[lowest_bit(rivals)];
        if (is_staler(session->state, equal, best))
            best = equal;
    }
    return best;
}
