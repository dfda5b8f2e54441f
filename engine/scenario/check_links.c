/* check_links.c - the graph: every node can be reached, and none is a trap by accident.
 * Conditions are taken as possible: what they really allow is found by playing (lint). */
#include "loader.h"

struct walk {
    const td_scenario *s;
    bool *seen;
    int32_t *queue;
    int32_t count;
};

static void arrive(struct walk *walk, int32_t node)
{
    if (node == NONE || walk->seen[node])
        return;
    walk->seen[node] = true;
    walk->queue[walk->count++] = node;
}

static void follow_lines(struct walk *walk, struct span lines)
{
    for (int32_t i = 0; i < lines.count; i++)
        arrive(walk, walk->s->lines[lines.first + i].to);
}

static void follow_choices(struct walk *walk, struct span choices)
{
    for (int32_t i = 0; i < choices.count; i++) {
        const struct choice *choice = &walk->s->choices[choices.first + i];
        for (int32_t k = 0; k < choice->to.count; k++)
            arrive(walk, walk->s->targets[choice->to.first + k].node);
        follow_lines(walk, choice->reactions);
    }
}

static void follow_node(struct walk *walk, int32_t index)
{
    const struct node *node = &walk->s->nodes[index];
    follow_lines(walk, node->lines);
    follow_lines(walk, node->silence);
    follow_choices(walk, node->choices);
}

static void follow_events(struct walk *walk, const struct event *events, int count)
{
    for (int i = 0; i < count; i++)
        arrive(walk, events[i].to);
}

/* Where one can get to from anywhere, without any node's doing. */
static void follow_the_rest(struct walk *walk)
{
    const td_scenario *s = walk->s;
    follow_choices(walk, s->floating);
    follow_lines(walk, s->silence);
    follow_lines(walk, s->repeat);
    follow_lines(walk, s->open_wound);
    follow_lines(walk, s->harsh);
    follow_events(walk, s->events, s->event_count);
    follow_events(walk, s->inject, s->inject_count);
    for (int i = 0; i < s->help_count; i++) {
        follow_lines(walk, s->help[i].announce);
        follow_lines(walk, s->help[i].worded_threat);
        follow_lines(walk, s->help[i].arrive);
    }
    for (int i = 0; i < s->scene_count; i++)
        follow_lines(walk, s->scene[i].reactions);
}

static struct walk walk_create(struct loader *l)
{
    size_t nodes = (size_t)l->s->node_count;
    return (struct walk){l->s, arena_new(&l->scratch, bool, nodes), arena_new(&l->scratch, int32_t, nodes), 0};
}

static void check_reach(struct loader *l)
{
    struct walk walk = walk_create(l);
    struct json_at item;
    arrive(&walk, l->s->start);
    follow_the_rest(&walk);
    for (int i = 0; i < l->s->node_count; i++)
        if (l->s->nodes[i].storylet)
            arrive(&walk, i);
    for (int32_t done = 0; done < walk.count; done++)
        follow_node(&walk, walk.queue[done]);
    for (bool more = load_first(&l->file.nodes, &item); more; more = json_next(&item))
        if (!walk.seen[item.index] && l->s->nodes[item.index].id.len > 0)
            load_fault(l, &item, D_UNREACHABLE_NODE, l->s->nodes[item.index].id, TD_STR(""));
}

static bool all_once(const td_scenario *s, struct span choices)
{
    for (int32_t i = 0; i < choices.count; i++)
        if (!s->choices[choices.first + i].once)
            return false;
    return true;
}

static bool lines_lead_out(const td_scenario *s, struct span lines, int32_t node)
{
    for (int32_t i = 0; i < lines.count; i++) {
        int32_t to = s->lines[lines.first + i].to;
        if (to != NONE && to != node)
            return true;
    }
    return false;
}

static bool choice_leads_out(const td_scenario *s, const struct choice *choice, int32_t node)
{
    for (int32_t i = 0; i < choice->to.count; i++)
        if (s->targets[choice->to.first + i].node != node)
            return true;
    return lines_lead_out(s, choice->reactions, node);
}

/* Does anything that happens in the node lead to another one? */
static bool leads_out(const td_scenario *s, int32_t index)
{
    const struct node *node = &s->nodes[index];
    for (int32_t i = 0; i < node->choices.count; i++)
        if (choice_leads_out(s, &s->choices[node->choices.first + i], index))
            return true;
    return lines_lead_out(s, node->lines, index) || lines_lead_out(s, node->silence, index);
}

static void check_dead_ends(struct loader *l)
{
    struct json_at item;
    int storylets = 0;
    for (int i = 0; i < l->s->node_count; i++)
        storylets += l->s->nodes[i].storylet;
    for (bool more = load_first(&l->file.nodes, &item); more; more = json_next(&item)) {
        const struct node *node = &l->s->nodes[item.index];
        if (storylets <= node->storylet && all_once(l->s, node->choices) && !leads_out(l->s, item.index))
            load_fault(l, &item, D_DEAD_END, node->id, TD_STR(""));
    }
}

/* --- the order of storylets --- */

/* Before: the higher priority, then the more specific entry, then the order of the file. */
static bool stands_before(const td_scenario *s, int32_t a, int32_t b)
{
    const struct node *x = &s->nodes[a], *y = &s->nodes[b];
    if (x->priority != y->priority)
        return x->priority > y->priority;
    int of_x = s->conditions[x->entry].specificity, of_y = s->conditions[y->entry].specificity;
    return of_x != of_y ? of_x > of_y : a < b;
}

static void merge(const td_scenario *s, const int32_t *from, int32_t low, int32_t middle, int32_t high, int32_t *to)
{
    int32_t left = low, right = middle;
    for (int32_t i = low; i < high; i++) {
        bool take_left = right == high || (left < middle && stands_before(s, from[left], from[right]));
        to[i] = take_left ? from[left++] : from[right++];
    }
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Sorts in runs of 1, 2, 4 ...; either array may hold the result. */
static const int32_t *sort_storylets(const td_scenario *s, int32_t *list, int32_t *other, int32_t count)
{
    for (int32_t run = 1; run < count; run *= 2) {
        for (int32_t low = 0; low < count; low += 2 * run)
            merge(s, list, low, least(low + run, count), least(low + 2 * run, count), other);
        int32_t *swap = list;
        list = other;
        other = swap;
    }
    return list;
}

static void order_storylets(struct loader *l)
{
    td_scenario *s = l->s;
    int32_t *list = arena_new(&l->scratch, int32_t, (size_t)s->node_count);
    int32_t *other = arena_new(&l->scratch, int32_t, (size_t)s->node_count);
    for (int32_t i = 0; i < s->node_count; i++)
        if (s->nodes[i].storylet)
            list[s->storylet_count++] = i;
    size_t bytes = (size_t)s->storylet_count * sizeof *list;
    int32_t *kept = arena_new(&s->arena, int32_t, (size_t)s->storylet_count);
    memcpy(kept, sort_storylets(s, list, other, s->storylet_count), bytes);
    s->storylets = kept;
}

void load_check_links(struct loader *l)
{
    check_reach(l);
    check_dead_ends(l);
    order_storylets(l);
}
