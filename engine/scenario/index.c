/* index.c - what play needs at every line, packed once when a scenario is loaded.
 * A condition is a wide record and an exchange asks a dozen of them; nearly all say no by stage, by
 * band or by one thing known.  Those fit into a few bytes, and stand side by side with their choice's or
 * line's neighbours, because what a million plays wait for is not arithmetic but memory. */
#include "scenario.h"

/* The bits a group lets through; what asks for nothing lets all through. */
static unsigned group(unsigned asked, unsigned all, enum gate_group at)
{
    return (asked ? asked : all) << at;
}

static uint16_t mask_of(const struct condition *c)
{
    enum { NO = 1, YES = 2 };
    unsigned asked = (c->flags & COND_ASKED_YES ? YES : 0) | (c->flags & COND_ASKED_NO ? NO : 0);
    unsigned promised = (c->flags & COND_PROMISED_YES ? YES : 0) | (c->flags & COND_PROMISED_NO ? NO : 0);
    return (uint16_t)(group(c->stages, (1u << STAGE_COUNT) - 1, GROUP_STAGE) |
                      group(c->bands, (1u << band_count) - 1, GROUP_BAND) | group(asked, NO | YES, GROUP_ASKED) |
                      group(promised, NO | YES, GROUP_PROMISED));
}

/* One memory bit can be asked at the gate; of several the condition itself is asked. */
static int16_t only_bit(const td_scenario *s, struct span bits)
{
    return bits.count == 1 ? (int16_t)s->pool[bits.first] : NONE;
}

static uint8_t rest_of(const struct condition *c)
{
    int rest = 0;
    rest |= c->have.count == 1 || c->have_not.count == 1 ? REST_KNOWN : 0;
    rest |= c->have.count > 1 || c->have_not.count > 1 ? REST_MEMORY : 0;
    rest |= c->outcomes || c->delivery || c->last_acts ? REST_MARKS : 0;
    rest |= c->ranges ? REST_RANGES : 0;
    rest |= c->help_called || c->help_arrived ? REST_HELP : 0;
    rest |= c->said.count || c->not_said.count ? REST_SAID : 0;
    rest |= c->visited.count || c->not_visited.count ? REST_VISITED : 0;
    rest |= c->any.count ? REST_ANY : 0;
    return (uint8_t)rest;
}

static struct gate gate_of(const td_scenario *s, int32_t condition)
{
    const struct condition *c = &s->conditions[condition];
    return (struct gate){
        .mask = mask_of(c),
        .specificity = c->specificity,
        .rest = rest_of(c),
        .have = only_bit(s, c->have),
        .have_not = only_bit(s, c->have_not),
        .condition = condition,
    };
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

static const struct gate *choice_gates(td_scenario *s)
{
    struct gate *gates = make(s, s->choice_count);
    for (int i = 0; i < s->choice_count; i++) {
        gates[i] = s->gates[s->choices[i].condition];
        gates[i].flags =
            (uint8_t)((s->choices[i].once ? GATE_ONCE : 0) | (leaves_traces(&s->choices[i]) ? GATE_TRACES : 0));
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

/* --- sieves ---------------------------------------------------------------------------------- */

static struct sieve make_sieve(td_scenario *s, const struct gate *gates, int count)
{
    size_t words = ((size_t)count + 63) / 64;
    uint64_t *open = arena_new(&s->arena, uint64_t, words * MASK_BITS);
    for (int i = 0; i < count; i++)
        for (int bit = 0; bit < MASK_BITS; bit++)
            if (gates[i].mask >> bit & 1)
                open[(size_t)bit * words + (size_t)i / 64] |= UINT64_C(1) << (i & 63);
    return (struct sieve){(int32_t)words, open};
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

static uint64_t floating_once(const td_scenario *s)
{
    uint64_t once = 0;
    for (int32_t i = 0; i < s->floating.count; i++)
        once |= (uint64_t)s->choices[s->floating.first + i].once << i;
    return once;
}

_Static_assert(LIMIT_FLOATING <= 64, "floating choices fit into one word");

void scenario_index(td_scenario *s)
{
    s->gates = condition_gates(s);
    s->choice_gates = choice_gates(s);
    s->line_gates = line_gates(s);
    s->storylet_gates = storylet_gates(s);
    s->storylet_sieve = make_sieve(s, s->storylet_gates, s->storylet_count);
    s->floating_sieve = make_sieve(s, s->choice_gates + s->floating.first, s->floating.count);
    s->node_storylet = node_storylets(s);
    s->floating_once = floating_once(s);
}
