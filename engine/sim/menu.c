/* menu.c - the lines to choose from: the node's own, then what can be said at any time, five at most.
 * Their order is shuffled by seed and exchange, so that no place in the list gives the best away. */
#include "menu.h"

#include "rng.h"

int menu_own(const td_session *session, int most, int32_t *ret)
{
    const struct gate *gates = session->scenario->choice_gates;
    struct span own = session->scenario->nodes[session->state->node].choices;
    int count = 0;
    for (int32_t i = own.first; i < own.first + own.count && count < most; i++) {
        /* Without a branch where that can be: which line is open cannot be foreseen. */
        unsigned open =
            gate_passes(session->state, &gates[i]) & !((gates[i].flags & GATE_ONCE) & bit_at(session->said, i));
        if (open && gates[i].rest)
            open = gate_rest_holds(session, &gates[i]);
        ret[count] = i;
        count += (int)open;
    }
    return count;
}

static int add_floating(const td_session *session, int count, int32_t ret[LIMIT_MENU])
{
    const td_scenario *s = session->scenario;
    uint64_t open = sift(session, SIEVE_FLOATING) & ~s->node_excludes[session->state->node];
    for (; open && count < LIMIT_MENU; open &= open - 1) {
        int32_t index = s->floating.first + lowest_bit(open);
        ret[count] = index;
        count += gate_open(session, &s->choice_gates[index]);
    }
    return count;
}

static int menu_now(const td_session *session, int32_t ret[LIMIT_MENU])
{
    if (session->state->phase != PHASE_TALK)
        return 0;
    int32_t own[LIMIT_CHOICES_PER_NODE + 1];
    int count = menu_own(session, LIMIT_MENU, own);
    memcpy(ret, own, sizeof *ret * (size_t)count);
    return count < LIMIT_MENU ? add_floating(session, count, ret) : count;
}

/* One draw is a fraction of 2^32; each multiplication takes the next place off its top. */
static void shuffle(const td_session *session, int32_t *items, int count)
{
    uint64_t draw = rng_mix(session->setup.seed * 1000003u + (uint64_t)session->state->exchanges * 131u + 7u);
    for (int last = count - 1; last > 0; last--) {
        draw = (uint32_t)draw * ((uint64_t)last + 1);
        int place = (int)(draw >> 32);
        int32_t item = items[place];
        items[place] = items[last];
        items[last] = item;
    }
}

int session_menu(const td_session *session, int32_t ret[LIMIT_MENU])
{
    int count = menu_now(session, ret);
    shuffle(session, ret, count);
    return count;
}

bool session_offers(const td_session *session, int32_t choice)
{
    int32_t menu[LIMIT_MENU];
    int count = menu_now(session, menu);
    for (int i = 0; i < count; i++)
        if (menu[i] == choice)
            return true;
    return false;
}
