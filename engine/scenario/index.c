/* index.c - what play needs at every line, packed once when a scenario is loaded.
 * A condition is a wide record and an exchange asks a dozen of them; nearly all say no by stage, by
 * band or by one thing known.  Those fit into a few bytes, and stand side by side with their choice's or
 * line's neighbours, because what a million plays wait for is not arithmetic but memory. */
#include "id_index.h"
#include "scenario.h"

/* Who asks for nothing lets all through. */
static bool lets(unsigned asked, int value)
{
    return asked == 0 || (asked >> value & 1);
}

static uint32_t mask_of(const struct condition *c)
{
    enum { NO = 1, YES = 2 };
    unsigned asked = (c->flags & COND_ASKED_YES ? YES : 0) | (c->flags & COND_ASKED_NO ? NO : 0);
    unsigned promised = (c->flags & COND_PROMISED_YES ? YES : 0) | (c->flags & COND_PROMISED_NO ? NO : 0);
    uint32_t mask = 0;
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        for (int band = 0; band < band_count; band++)
            mask |= (uint32_t)(lets(c->stages, stage) && lets(c->bands, band)) << mood_row(stage, band);
    for (int yes = 0; yes < 4; yes++)
        mask |= (uint32_t)(lets(asked, yes >> 1) && lets(promised, yes & 1)) << talk_row(yes >> 1, yes & 1);
    return mask;
}

/* One memory bit can be asked at the gate; of several the condition itself is asked. */
static int16_t only_bit(const td_scenario *s, struct span bits)
{
    return bits.count == 1 ? (int16_t)s->pool[bits.first] : NONE;
}

static bool has_several(unsigned bits)
{
    return (bits & (bits - 1)) != 0;
}

static uint8_t rest_of(const struct condition *c)
{
    int rest = 0;
    rest |= c->have.count == 1 || c->have_not.count == 1 ? REST_KNOWN : 0;
    rest |= c->have.count > 1 || c->have_not.count > 1 ? REST_MEMORY : 0;
    rest |= c->outcomes || c->delivery || c->last_acts ? REST_MARKS : 0;
    rest |= has_several(c->ranges) ? REST_RANGES : 0;
    rest |= c->help_called || c->help_arrived ? REST_HELP : 0;
    rest |= c->said.count || c->not_said.count ? REST_SAID : 0;
    rest |= c->visited.count || c->not_visited.count ? REST_VISITED : 0;
    rest |= c->any.count ? REST_ANY : 0;
    return (uint8_t)rest;
}

enum { NEVER_MORE = INT16_MAX }; /* permille, exchanges and minutes all stay below, and none below 0 */

static bool asks_range(const struct gate *gate)
{
    return gate->low != 0 || gate->span != NEVER_MORE;
}

/* The lowest of the ranges; they stand in the order of their values. */
static void set_range(const td_scenario *s, const struct condition *c, struct gate *gate)
{
    gate->span = NEVER_MORE;
    if (c->ranges == 0)
        return;
    while (!(c->ranges >> gate->value & 1))
        gate->value++;
    gate->low = s->range_pool[c->range.first];
    gate->span = (uint16_t)(s->range_pool[c->range.first + 1] - gate->low);
}

static struct gate gate_of(const td_scenario *s, int32_t condition)
{
    const struct condition *c = &s->conditions[condition];
    struct gate gate = {
        .mask = mask_of(c),
        .specificity = c->specificity,
        .rest = rest_of(c),
        .have = only_bit(s, c->have),
        .have_not = only_bit(s, c->have_not),
        .condition = condition,
    };
    set_range(s, c, &gate);
    return gate;
}

static struct gate *make(td_scenario *s, int count)
{
    return arena_new(&s->arena, struct gate, (size_t)count);
}

static const struct gate *condition_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->condition_count);
    for (int i = 0; i < s->condition_count; i++)
        gates[i] = gate_of(s, i);
    return gates;
}

static bool leaves_traces(const struct choice *c)
{
    return c->sets.count || c->discloses.count || c->demand != NONE || c->promise != NONE || c->grant != NONE;
}

static uint8_t choice_flags(const struct choice *c)
{
    return (uint8_t)((c->once ? GATE_ONCE : 0) | (leaves_traces(c) ? GATE_TRACES : 0) |
                     (c->move.act == ACT_SUICQ ? GATE_DIRECT : 0));
}

static const struct gate *choice_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->choice_count);
    for (int i = 0; i < s->choice_count; i++) {
        gates[i] = s->gates[s->choices[i].condition];
        gates[i].flags = choice_flags(&s->choices[i]);
    }
    return gates;
}

static bool is_guarded(const td_scenario *s, struct span discloses)
{
    for (int32_t i = 0; i < discloses.count; i++) {
        int32_t bit = s->pool[discloses.first + i];
        if (bit < s->fact_count && s->facts[bit].guard != 0)
            return true;
    }
    return false;
}

static uint8_t line_flags(const td_scenario *s, const struct line *line)
{
    bool traces = line->discloses.count || line->sets.count || line->to != NONE;
    return (uint8_t)((traces ? GATE_TRACES : 0) | (is_guarded(s, line->discloses) ? GATE_GUARDED : 0));
}

static const struct gate *line_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->line_count);
    for (int i = 0; i < s->line_count; i++) {
        gates[i] = s->gates[s->lines[i].condition];
        gates[i].flags = line_flags(s, &s->lines[i]);
    }
    return gates;
}

static const struct gate *storylet_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->storylet_count);
    for (int i = 0; i < s->storylet_count; i++) {
        const struct node *node = &s->nodes[s->storylets[i]];
        gates[i] = s->gates[node->entry];
        gates[i].flags = (uint8_t)((node->again ? GATE_AGAIN : 0) | (node->priority > 0 ? GATE_URGENT : 0));
    }
    return gates;
}

static const struct gate *event_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->event_count);
    for (int i = 0; i < s->event_count; i++)
        gates[i] = s->gates[s->events[i].condition];
    return gates;
}

/* --- the sieve ------------------------------------------------------------------------------- */

_Static_assert(LIMIT_FLOATING <= 64 && LIMIT_EVENTS <= 64, "each fits into one word of the sieve");

/* A sieve that can still be written to. */
struct making {
    const td_scenario *s;
    size_t words, turns;
    uint64_t *open, *turn, *ask, *waiting, *frees, *bars;
};

static void put_bit(uint64_t *word, int place)
{
    *word |= UINT64_C(1) << (place & 63);
}

static size_t word_of(int place)
{
    return (size_t)place / 64;
}

/* The exchanges a condition lets through; all, if it does not ask. */
static void put_turns(const struct making *m, const struct condition *c, int place)
{
    int first = 0, last = m->s->budget_exchanges;
    if (c->ranges >> CV_EXCHANGE & 1) {
        const int16_t *range = m->s->range_pool + c->range.first;
        for (int value = 0; value < CV_EXCHANGE; value++)
            range += c->ranges >> value & 1 ? 2 : 0;
        first = range[0] > first ? range[0] : first;
        last = range[1] < last ? range[1] : last;
    }
    for (int turn = first; turn <= last; turn++)
        put_bit(&m->turn[word_of(place) * m->turns + (size_t)turn], place);
}

static bool asks_more(const struct condition *c, const struct gate *gate)
{
    enum { KNOWN_TO_THE_SIEVE = REST_KNOWN | REST_RANGES };
    return (gate->rest & ~KNOWN_TO_THE_SIEVE) || (c->ranges & ~(1u << CV_EXCHANGE));
}

static void put_gate(const struct making *m, const struct gate *gate, int place)
{
    const struct condition *c = &m->s->conditions[gate->condition];
    for (int row = 0; row < MOMENT_ROWS; row++)
        if (gate->mask >> row & 1)
            put_bit(&m->open[word_of(place) * MOMENT_ROWS + (size_t)row], place);
    put_turns(m, c, place);
    if (asks_more(c, gate))
        put_bit(&m->ask[word_of(place)], place);
    if (gate->have != NONE) {
        put_bit(&m->waiting[word_of(place)], place);
        put_bit(&m->frees[(size_t)gate->have * m->words + word_of(place)], place);
    }
    if (gate->have_not != NONE)
        put_bit(&m->bars[(size_t)gate->have_not * m->words + word_of(place)], place);
}

static void put_gates(const struct making *m, const struct gate *gates, int count, int word)
{
    for (int i = 0; i < count; i++)
        put_gate(m, &gates[i], word * 64 + i);
}

static struct sieve make_sieve(td_scenario *s)
{
    size_t words = SIEVE_STORYLETS + ((size_t)s->storylet_count + 63) / 64;
    size_t bits = (size_t)s->fact_count + (size_t)s->flag_count, turns = (size_t)s->budget_exchanges + 1;
    struct making m = {
        .s = s,
        .words = words,
        .turns = turns,
        .open = arena_new(&s->arena, uint64_t, words * MOMENT_ROWS),
        .turn = arena_new(&s->arena, uint64_t, words * turns),
        .ask = arena_new(&s->arena, uint64_t, words),
        .waiting = arena_new(&s->arena, uint64_t, words),
        .frees = arena_new(&s->arena, uint64_t, words * bits),
        .bars = arena_new(&s->arena, uint64_t, words * bits),
    };
    put_gates(&m, s->choice_gates + s->floating.first, s->floating.count, SIEVE_FLOATING);
    put_gates(&m, s->event_gates, s->event_count, SIEVE_EVENTS);
    put_gates(&m, s->storylet_gates, s->storylet_count, SIEVE_STORYLETS);
    return (struct sieve){(int32_t)words, (int32_t)turns, m.open, m.turn, m.ask, m.waiting, m.frees, m.bars};
}

_Static_assert((int)LIMIT_DEMANDS <= 16, "a bit each");

static uint16_t deadlines(const td_scenario *s)
{
    unsigned bits = 0;
    for (int i = 0; i < s->demand_count; i++)
        bits |= (unsigned)(s->demands[i].deadline != NONE) << i;
    return (uint16_t)bits;
}

/* --- a few gates at once --------------------------------------------------------------------- */

static void put_few(const struct gate *gate, int place, struct few *few)
{
    bool ask = gate->rest != 0 || asks_range(gate) || (gate->flags & GATE_GUARDED);
    bool always = gate->mask == (UINT32_C(1) << MOMENT_ROWS) - 1; /* nearly all of a large story */
    for (int row = 0; row < MOMENT_ROWS; row++)
        few->open[row] |= (uint8_t)((always || gate->mask >> row & 1) << place);
    few->ask |= (uint8_t)(ask << place);
}

static const struct node_menu *node_menus(td_scenario *s)
{
    struct node_menu *menus = arena_new(&s->arena, struct node_menu, (size_t)s->node_count);
    for (int i = 0; i < s->node_count; i++)
        for (int place = 0; place < s->nodes[i].choices.count; place++) {
            const struct gate *gate = &s->choice_gates[s->nodes[i].choices.first + place];
            put_few(gate, place, &menus[i].few);
            menus[i].once |= (uint8_t)((gate->flags & GATE_ONCE ? 1 : 0) << place);
        }
    return menus;
}

/* Sorted in behind all that are as specific or more. */
static void sort_in(const struct gate *gates, int place, struct line_list *list)
{
    int rank = place;
    for (; rank > 0 && gates[list->place[rank - 1]].specificity < gates[place].specificity; rank--)
        list->place[rank] = list->place[rank - 1];
    list->place[rank] = (uint8_t)place;
}

static uint8_t rivals_of(const struct gate *gates, const struct line_list *list, int rank, int count)
{
    unsigned rivals = 0;
    for (int i = rank + 1; i < count; i++)
        rivals |= (unsigned)(gates[list->place[i]].specificity == gates[list->place[rank]].specificity) << i;
    return (uint8_t)rivals;
}

static struct line_list list_of(const td_scenario *s, struct span lines)
{
    struct line_list list = {.too_many = lines.count > FEW_GATES};
    if (list.too_many)
        return list;
    const struct gate *gates = s->line_gates + lines.first;
    for (int i = 0; i < lines.count; i++)
        sort_in(gates, i, &list);
    for (int i = 0; i < lines.count; i++) {
        put_few(&gates[list.place[i]], i, &list.few);
        list.rivals[i] = rivals_of(gates, &list, i, lines.count);
    }
    return list;
}

static const struct line_list *node_lists(td_scenario *s)
{
    struct line_list *lists = arena_new(&s->arena, struct line_list, (size_t)s->node_count);
    for (int i = 0; i < s->node_count; i++)
        lists[i] = list_of(s, s->nodes[i].lines);
    return lists;
}

static const struct line_list *reaction_lists(td_scenario *s)
{
    struct line_list *lists = arena_new(&s->arena, struct line_list, (size_t)s->choice_count);
    for (int i = 0; i < s->choice_count; i++)
        lists[i] = list_of(s, s->choices[i].reactions);
    return lists;
}

static void list_lines(td_scenario *s)
{
    s->node_lists = node_lists(s);
    s->reaction_lists = reaction_lists(s);
    s->repeat_list = list_of(s, s->repeat);
    s->open_wound_list = list_of(s, s->open_wound);
    s->harsh_list = list_of(s, s->harsh);
}

/* Owning a slip and the direct question claim a place; what may be said again fills; the rest takes turns. */
static void rank_floating(td_scenario *s)
{
    for (int32_t i = 0; i < s->floating.count; i++) {
        const struct choice *choice = &s->choices[s->floating.first + i];
        if (!choice->once)
            s->floating_again |= UINT64_C(1) << i;
        else if (choice->move.act != ACT_REPAIR && choice->move.act != ACT_SUICQ)
            s->floating_turns |= UINT64_C(1) << i;
    }
}

static const uint64_t *node_excludes(td_scenario *s)
{
    uint64_t *rows = arena_new(&s->arena, uint64_t, (size_t)s->node_count);
    for (int32_t i = 0; i < s->floating.count; i++) {
        struct span exclude = s->choices[s->floating.first + i].exclude;
        for (int32_t k = 0; k < exclude.count; k++)
            rows[s->pool[exclude.first + k]] |= UINT64_C(1) << i;
    }
    return rows;
}

static const int32_t *node_storylets(td_scenario *s)
{
    int32_t *places = arena_new(&s->arena, int32_t, (size_t)s->node_count);
    for (int i = 0; i < s->node_count; i++)
        places[i] = NONE;
    for (int i = 0; i < s->storylet_count; i++)
        places[s->storylets[i]] = i;
    return places;
}

void scenario_index(td_scenario *s)
{
    s->gates = condition_gates(s);
    s->choice_gates = choice_gates(s);
    s->line_gates = line_gates(s);
    s->storylet_gates = storylet_gates(s);
    s->event_gates = event_gates(s);
    s->sieve = make_sieve(s);
    s->deadlines = deadlines(s);
    s->node_storylet = node_storylets(s);
    s->node_menus = node_menus(s);
    list_lines(s);
    s->node_excludes = node_excludes(s);
    rank_floating(s);
    s->node_slots = id_slots_build(&s->arena, s->nodes, s->node_count, sizeof *s->nodes);
    s->choice_slots = id_slots_build(&s->arena, s->choices, s->choice_count, sizeof *s->choices);
}
