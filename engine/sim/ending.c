/* ending.c - how an encounter can end, and which of its endings is told.  Nothing is rolled by dice. */
#include "step.h"

enum { CALM_BELOW = 350, BOND_ABOVE = 450, HOPE_ENOUGH = 300, ITEMS_ENOUGH = 3, ITEM_COUNT = 5 };

bool budget_spent(const td_session *session)
{
    const td_scenario *s = session->scenario;
    return session->state->exchanges >= s->budget_exchanges || session->state->story_ms >= minute_ms(s->budget_minutes);
}

static bool is_stable(const td_session *session)
{
    return session_agitation(session) < CALM_BELOW && fix_topm(session->state->person.R) > BOND_ABOVE;
}

/* Somebody who was never asked and sees no reason to go on is not safe because they are calm. */
static bool is_harmed(const struct state *state)
{
    return state->profile.suicidal && !state->person.asked_suicide && fix_topm(state->person.H) < HOPE_ENOUGH;
}

enum outcome budget_outcome(const td_session *session)
{
    if (is_harmed(session->state))
        return OUTCOME_harm_despite_calm;
    return is_stable(session) ? OUTCOME_stabilised : OUTCOME_stalemate;
}

/* An instructor who ends a lesson has not spent the person's time: no harm comes of it. */
enum outcome end_outcome(const td_session *session)
{
    return is_stable(session) ? OUTCOME_stabilised : OUTCOME_stalemate;
}

/* --- handing over -------------------------------------------------------------------------- */

static int32_t item_of(enum fact_kind kind)
{
    switch (kind) {
    case FACT_name: return HAND_NAME;
    case FACT_hook: return HAND_HOOKS;
    case FACT_trigger:
    case FACT_decoy: return HAND_TRIGGERS;
    case FACT_promise: return HAND_PROMISES;
    case FACT_risk: return HAND_RISK;
    case FACT_fact:
    case FACT_demand:
    case fact_kind_count: break;
    }
    return 0;
}

/* What there is to pass on in this story, and what of it is known by now; HAND_... bits. */
static void items_to_pass(const td_session *session, int32_t *ret_exist, int32_t *ret_known)
{
    const td_scenario *s = session->scenario;
    int32_t exist = 0, known = 0;
    for (int i = 0; i < s->fact_count; i++) {
        int32_t item = item_of(s->facts[i].kind);
        exist |= item;
        known |= memory_has(&session->state->known, i) ? item : 0;
    }
    bool promised = session_promised(session), asked = session->state->person.asked_suicide;
    if (session->state->profile.suicidal)
        exist |= HAND_RISK;
    int32_t learnt = (promised ? HAND_PROMISES : 0) | (asked ? HAND_RISK : 0);
    *ret_exist = exist | learnt;
    *ret_known = known | learnt;
}

static int count_items(int32_t items)
{
    int count = 0;
    for (int i = 0; i < ITEM_COUNT; i++)
        count += items >> i & 1;
    return count;
}

/* Nobody can pass on what they have not learnt; three things that matter, or all that there are. */
enum outcome handover_outcome(const td_session *session, int32_t items)
{
    int32_t exist, known;
    items_to_pass(session, &exist, &known);
    int enough = count_items(exist) < ITEMS_ENOUGH ? count_items(exist) : ITEMS_ENOUGH;
    bool passed_on = enough > 0 && count_items(items & known) >= enough;
    return is_stable(session) || passed_on ? OUTCOME_stabilised : OUTCOME_stalemate;
}

/* An undeclared helper comes too, and can take over; an interpreter only translates. */
static bool takes_over(const td_scenario *s, enum help_kind kind)
{
    const struct help *help = find_help(s, kind);
    return help ? help->handover : kind != HELP_interpreter;
}

bool session_can_hand_over(const td_session *session)
{
    for (int kind = 0; kind < help_kind_count; kind++)
        if ((session->state->help_arrived >> kind & 1) && takes_over(session->scenario, (enum help_kind)kind))
            return true;
    return false;
}

/* --- the end ------------------------------------------------------------------------------- */

static int32_t pick_ending(const td_session *session)
{
    const td_scenario *s = session->scenario;
    int32_t best = NONE, best_fit = -1;
    for (int i = 0; i < s->ending_count; i++) {
        const struct ending *ending = &s->endings[i];
        int32_t fit = s->gates[ending->condition].specificity;
        if (ending->outcome != (enum outcome)session->state->outcome || fit <= best_fit ||
            !condition_holds(session, ending->condition))
            continue;
        best = i;
        best_fit = fit;
    }
    return best;
}

void finish(td_session *session, enum outcome outcome)
{
    session->state->phase = PHASE_OVER;
    session->state->outcome = (uint8_t)outcome;
    session->state->ending = pick_ending(session);
}
