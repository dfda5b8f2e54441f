/* menu.c - the lines to choose from: the node's own, then what can be said at any time, five at most.
 * Their order is shuffled by seed and exchange, so that no place in the list gives the best away. */
#include "menu.h"

#include "rng.h"

/* The said bits of the node's own choices, which stand side by side, perhaps across two words; the word
 * behind the last is still the session's. */
static unsigned own_said(const td_session *session, int32_t first)
{
    const uint64_t *word = &session->said[first >> 6];
    int shift = first & 63;
    return (unsigned)(word[0] >> shift | word[1] << 1 << (63 - shift)) & 0xFF;
}

unsigned menu_own(const td_session *session)
{
    const struct state *state = session->state;
    const struct node_menu *menu = &session->scenario->node_menus[state->node];
    int32_t first = session->scenario->nodes[state->node].choices.first;
    unsigned open = few_open(state, &menu->few) & ~(menu->once & own_said(session, first));
    for (unsigned ask = open & menu->few.ask; ask; ask &= ask - 1)
        if (!gate_open(session, &session->scenario->choice_gates[first + lowest_bit(ask)]))
            open &= ~(ask & (0 - ask));
    return open;
}

static int add_own(const td_session *session, int32_t ret[LIMIT_MENU])
{
    int32_t first = session->scenario->nodes[session->state->node].choices.first;
    int count = 0;
    for (unsigned open = menu_own(session); open && count < LIMIT_MENU; open &= open - 1)
        ret[count++] = first + lowest_bit(open);
    return count;
}

/* Bit 0 stands for the floating choice at `from`; behind the last comes the first again. */
static inline int add_open(const td_session *session, uint64_t open, int from, int count, int32_t ret[LIMIT_MENU])
{
    const td_scenario *s = session->scenario;
    for (; open && count < LIMIT_MENU; open &= open - 1) {
        int32_t bit = (lowest_bit(open) + from) & 63, index = s->floating.first + bit;
        ret[count] = index;
        count += sifted_open(session, SIEVE_FLOATING, bit, &s->choice_gates[index]);
    }
    return count;
}

static inline uint64_t turned(uint64_t bits, int by)
{
    return bits >> by | bits << (-by & 63);
}

/* Owning a slip and the direct question come first.  The others take turns, so that no line that nobody
 * wants stands in every menu: each exchange begins at another of them.  Those that may be said again and
 * again fill what is left. */
static int add_floating(const td_session *session, int count, int32_t ret[LIMIT_MENU])
{
    enum { TURN = 7 };
    const td_scenario *s = session->scenario;
    uint64_t open = sift(session, SIEVE_FLOATING) & ~s->node_excludes[session->state->node];
    if (!open)
        return count;
    int from = (int)((uint32_t)session->state->exchanges * TURN % (uint32_t)s->floating.count);
    uint64_t turns = open & s->floating_turns, again = open & s->floating_again;
    count = add_open(session, open & ~(turns | again), 0, count, ret);
    count = add_open(session, turned(turns, from), from, count, ret);
    return add_open(session, turned(again, from), from, count, ret);
}

static bool asks_directly(const td_scenario *s, int32_t choice)
{
    return (s->choice_gates[choice].flags & GATE_DIRECT) != 0;
}

/* A direct question that can be asked at any time and is open now, or NONE. */
static int32_t floating_question(const td_session *session)
{
    const td_scenario *s = session->scenario;
    uint64_t open = sift(session, SIEVE_FLOATING) & ~s->node_excludes[session->state->node];
    for (; open; open &= open - 1) {
        int32_t index = s->floating.first + lowest_bit(open);
        if (asks_directly(s, index) && gate_open(session, &s->choice_gates[index]))
            return index;
    }
    return NONE;
}

/* Nobody may lose a person because the one question was crowded out: while it has not been asked, it
 * keeps a place, that of the last of the node's own lines where there are more than enough of them. */
static void keep_question(const td_session *session, int own, int count, int32_t ret[LIMIT_MENU])
{
    enum { FROM_EXCHANGE = 6, ENOUGH = 4 };
    const struct state *state = session->state;
    if (state->person.asked_suicide || !state->profile.suicidal || state->exchanges < FROM_EXCHANGE ||
        count < LIMIT_MENU)
        return;
    for (int i = 0; i < count; i++)
        if (asks_directly(session->scenario, ret[i]))
            return;
    int32_t question = floating_question(session);
    if (question != NONE)
        ret[own >= ENOUGH ? own - 1 : LIMIT_MENU - 1] = question;
}

/* Is it the kind of line that helps at the step the person is on? */
static bool works(const td_session *session, int32_t choice)
{
    enum { WELL = 600 };
    const struct state *state = session->state;
    return session->model->m[session->scenario->choices[choice].move.act][state->person.stage] >= WELL;
}

static int32_t floating_that_works(const td_session *session)
{
    const td_scenario *s = session->scenario;
    uint64_t open = sift(session, SIEVE_FLOATING) & ~s->node_excludes[session->state->node];
    for (; open; open &= open - 1) {
        int32_t index = s->floating.first + lowest_bit(open);
        if (works(session, index) && gate_open(session, &s->choice_gates[index]))
            return index;
    }
    return NONE;
}

/* Nobody is left with mistakes to choose from where something that can be said at any time would help. */
static int keep_something_that_works(const td_session *session, int count, int32_t ret[LIMIT_MENU])
{
    for (int i = 0; i < count; i++)
        if (works(session, ret[i]))
            return count;
    int32_t line = floating_that_works(session);
    if (line == NONE)
        return count;
    if (count < LIMIT_MENU)
        ret[count++] = line;
    else
        ret[count - 1 - asks_directly(session->scenario, ret[count - 1])] = line;
    return count;
}

static int menu_now(const td_session *session, int32_t ret[LIMIT_MENU])
{
    if (session->state->phase != PHASE_TALK)
        return 0;
    int own = add_own(session, ret);
    int count = own < LIMIT_MENU ? add_floating(session, own, ret) : own;
    keep_question(session, own, count, ret);
    return keep_something_that_works(session, count, ret);
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
