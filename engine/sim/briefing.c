/* briefing.c - before the first word: what to find out first, how to approach, and the beginning. */
#include "step.h"

enum { NOT_FOUND = NONE };

static int32_t find_item(const struct briefing_item *items, int count, const char *id)
{
    for (int i = 0; i < count; i++)
        if (str_is(items[i].id, id))
            return i;
    return NOT_FOUND;
}

static int count_bits(uint32_t bits)
{
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* What a `pick` asks for: needed items as bits, and at most one approach (index + 1). */
struct picks {
    uint32_t items;
    uint16_t approach;
};

static const char *add_pick(const td_scenario *s, const char *id, struct picks *picks)
{
    int32_t item = find_item(s->briefing, s->briefing_count, id);
    if (item != NOT_FOUND) {
        if (s->briefing[item].class != BRIEF_needed)
            return REFUSED_NOT_TO_PICK;
        picks->items |= UINT32_C(1) << item;
        return count_bits(picks->items) > s->briefing_pick ? REFUSED_TOO_MANY_PICKS : NULL;
    }
    int32_t approach = find_item(s->approach, s->approach_count, id);
    if (approach == NOT_FOUND)
        return REFUSED_NO_SUCH_ITEM;
    if (picks->approach != 0)
        return REFUSED_TOO_MANY_PICKS;
    picks->approach = (uint16_t)(approach + 1);
    return NULL;
}

/* A later pick replaces the earlier one: until the talk begins one may think again. */
const char *briefing_pick(td_session *session, const struct command *command)
{
    struct picks picks = {0, 0};
    for (int i = 0; i < command->id_count; i++) {
        const char *refused = add_pick(session->scenario, command->ids[i], &picks);
        if (refused)
            return refused;
    }
    session->state->happened = note_nothing();
    session->state->picked = picks.items;
    session->state->approach = picks.approach;
    return NULL;
}

const char *briefing_begin(td_session *session, const struct command *command)
{
    (void)command;
    struct state *state = session->state;
    state->happened = note_nothing();
    state->phase = PHASE_TALK;
    if (state->approach != 0)
        learn_all(session, session->scenario->approach[state->approach - 1].sets);
    enter_node(session, session->scenario->start);
    return NULL;
}
