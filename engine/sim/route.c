/* route.c - where the talk goes after an exchange: where the story says, where it can, or nowhere.
 * A storylet is a node that waits for its moment; the talk drifts there by itself when nobody has said
 * where to go, at once when it is urgent (priority above 0), otherwise when this node is used up. */
#include "menu.h"
#include "step.h"

/* A storylet is drifted to once, unless its author lets it come again. */
static void close_drift(td_session *session, int32_t node)
{
    int32_t place = session->scenario->node_storylet[node];
    if (place != NONE && !(session->scenario->storylet_gates[place].flags & GATE_AGAIN))
        bit_set(session->done + SIEVE_STORYLETS, place);
}

void enter_node(td_session *session, int32_t node_index)
{
    struct state *state = session->state;
    const struct node *node = &session->scenario->nodes[node_index];
    state->node = node_index;
    bit_set(session->visited, node_index);
    close_drift(session, node_index);
    state->happened.entered = true;
    state->happened.spoke = true;
    state->discuss = node->discuss;
    state->scene_break = node->scene_break;
    if (node->raises != NONE)
        raise_demand(session, node->raises);
    state->line = pick_listed(session, node->lines, &session->scenario->node_lists[node_index]);
    say(session, state->line);
}

static bool follow_choice(td_session *session, int32_t choice)
{
    if (choice < 0)
        return false;
    struct span to = session->scenario->choices[choice].to;
    for (int32_t i = to.first; i < to.first + to.count; i++) {
        const struct target *target = &session->scenario->targets[i];
        if (!condition_holds(session, target->condition))
            continue;
        enter_node(session, target->node);
        return true;
    }
    return false;
}

/* They stand in the order of preference, so the first that fits wins.  NONE if none fits. */
static int32_t find_storylet(const td_session *session)
{
    const td_scenario *s = session->scenario;
    for (int32_t word = SIEVE_STORYLETS; word < s->sieve.words; word++)
        for (uint64_t open = sift(session, word); open; open &= open - 1) {
            int32_t bit = lowest_bit(open), place = (word - SIEVE_STORYLETS) * 64 + bit;
            if (sifted_open(session, word, bit, &s->storylet_gates[place]) &&
                s->storylets[place] != session->state->node)
                return place;
        }
    return NONE;
}

/* Nothing presses, and there are still two things to say here.  Words to somebody else leave what the person has
 * just said unanswered, and then nothing presses more than that. */
static bool stays(const td_session *session, int32_t storylet, bool aside)
{
    bool urgent = !aside && (session->scenario->storylet_gates[storylet].flags & GATE_URGENT) != 0;
    unsigned own = urgent ? 0 : menu_own(session);
    return (own & (own - 1)) != 0;
}

void route(td_session *session, int32_t choice, int32_t reaction)
{
    const td_scenario *s = session->scenario;
    bool leads = reaction != NONE && (s->line_gates[reaction].flags & GATE_TRACES);
    int32_t led_to = leads ? s->lines[reaction].to : NONE;
    if (led_to != NONE) {
        enter_node(session, led_to);
        return;
    }
    if (follow_choice(session, choice))
        return;
    int32_t storylet = find_storylet(session);
    if (storylet != NONE && !stays(session, storylet, choice == ROUTE_ASIDE))
        enter_node(session, s->storylets[storylet]);
}
