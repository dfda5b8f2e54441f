/* index.c - what play needs at every line, packed once when a scenario is loaded.
 * A condition is a wide record and an exchange asks a dozen of them; nearly all say no by stage, by
 * band or by one thing known.  Those three fit into eight bytes. */
#include "id_index.h"

enum { ANY = 0xFF };

/* One memory bit can be asked at the gate; of several the condition itself is asked. */
static int16_t only_bit(const td_scenario *s, struct span bits)
{
    return bits.count == 1 ? (int16_t)s->pool[bits.first] : NONE;
}

static bool asks_more(const struct condition *c)
{
    int32_t spans = (c->have.count > 1) + (c->have_not.count > 1) + c->said.count + c->not_said.count +
                    c->visited.count + c->not_visited.count + c->any.count;
    return spans != 0 || c->ranges != 0 || c->last_acts != 0 ||
           (c->help_called | c->help_arrived | c->flags | c->outcomes | c->delivery) != 0;
}

static struct gate gate_of(const td_scenario *s, const struct condition *c)
{
    return (struct gate){
        .stages = c->stages ? c->stages : ANY,
        .bands = c->bands ? c->bands : ANY,
        .specificity = c->specificity,
        .more = asks_more(c),
        .have = only_bit(s, c->have),
        .have_not = only_bit(s, c->have_not),
    };
}

void scenario_index(td_scenario *s)
{
    struct gate *gates = arena_new(&s->arena, struct gate, (size_t)s->condition_count);
    for (int i = 0; i < s->condition_count; i++)
        gates[i] = gate_of(s, &s->conditions[i]);
    s->gates = gates;
    s->node_slots = id_slots_build(&s->arena, s->nodes, s->node_count, sizeof *s->nodes);
    s->choice_slots = id_slots_build(&s->arena, s->choices, s->choice_count, sizeof *s->choices);
}
