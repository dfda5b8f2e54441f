/* menu.c - the lines to choose from: the node's own, then what can be said at any time, five at most.
 * Their order is shuffled by seed and exchange, so that no place in the list gives the best away. */
#include "menu.h"

#include "rng.h"

static bool is_open(const struct now *now, int32_t index)
{
    const struct choice *choice = &now->scenario->choices[index];
    return !(choice->once && bit_at(now->session->said, index)) && condition_holds(now, choice->condition);
}

int menu_own(const struct now *now, int most, int32_t *ret)
{
    struct span own = now->scenario->nodes[now->state->node].choices;
    int count = 0;
    for (int32_t i = own.first; i < own.first + own.count && count < most; i++) {
        if (!is_open(now, i))
            continue;
        if (ret)
            ret[count] = i;
        count++;
    }
    return count;
}

static bool is_excluded(const struct now *now, int32_t index)
{
    struct span exclude = now->scenario->choices[index].exclude;
    for (int32_t i = 0; i < exclude.count; i++)
        if (now->scenario->pool[exclude.first + i] == now->state->node)
            return true;
    return false;
}

static int menu_now(const td_session *session, int32_t ret[LIMIT_MENU])
{
    if (session->state->phase != PHASE_TALK)
        return 0;
    struct now now = now_read(session);
    int count = menu_own(&now, LIMIT_MENU, ret);
    struct span floating = session->scenario->floating;
    for (int32_t i = floating.first; i < floating.first + floating.count && count < LIMIT_MENU; i++)
        if (is_open(&now, i) && !is_excluded(&now, i))
            ret[count++] = i;
    return count;
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
