/* route.c - where the talk goes after an exchange: where the story says, where it can, or nowhere.
 * A storylet is a node that waits for its moment; the talk drifts there by itself when nobody has said
 * where to go, at once when it is urgent (priority above 0), otherwise when this node is used up. */
#include "menu.h"
#include "step.h"

enum { WORTH_STAYING = 2 }; /* own lines left */

void enter_node(td_session *session, int32_t node_index)
{
    struct state *state = session->state;
    const struct node *node = &session->scenario->nodes[node_index];
    state->node = node_index;
    bit_set(session->visited, node_index);
    state->happened.entered = true;
    state->happened.spoke = true;
    state->discuss = node->discuss;
    state->scene_break = node->scene_break;
    if (node->raises != NONE)
        raise_demand(session, node->raises);
    struct now now = now_read(session);
    state->line = pick_line(&now, node->lines);
    say(session, state->line);
}

static bool follow_choice(td_session *session, const struct now *now, int32_t choice)
{
    if (choice == NONE)
        return false;
    struct span to = session->scenario->choices[choice].to;
    for (int32_t i = to.first; i < to.first + to.count; i++) {
        const struct target *target = &session->scenario->targets[i];
        if (!condition_holds(now, target->condition))
            continue;
        enter_node(session, target->node);
        return true;
    }
    return false;
}

static bool can_drift_to(const struct now *now, int32_t index)
{
    const struct node *node = &now->scenario->nodes[index];
    if (index == now->state->node || (bit_at(now->session->visited, index) && !node->again))
        return false;
    return condition_holds(now, node->entry);
}

/* They stand in the order of preference, so the first that fits wins. */
static int32_t find_storylet(const struct now *now, bool urgent_only)
{
    const td_scenario *s = now->scenario;
    for (int i = 0; i < s->storylet_count; i++) {
        int32_t index = s->storylets[i];
        if (urgent_only && s->nodes[index].priority <= 0)
            return NONE;
        if (can_drift_to(now, index))
            return index;
    }
    return NONE;
}

void route(td_session *session, int32_t choice, int32_t reaction)
{
    int32_t led_to = reaction != NONE ? session->scenario->lines[reaction].to : NONE;
    if (led_to != NONE) {
        enter_node(session, led_to);
        return;
    }
    struct now now = now_read(session);
    if (follow_choice(session, &now, choice))
        return;
    bool stay = menu_own(&now, WORTH_STAYING, NULL) == WORTH_STAYING;
    int32_t storylet = find_storylet(&now, stay);
    if (storylet != NONE)
        enter_node(session, storylet);
}
