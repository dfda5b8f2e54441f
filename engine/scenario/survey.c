/* survey.c - the first round: learns the names of everything that can be referred to.
 * It tells no faults; the second round meets the same objects in the same order and does. */
#include "loader.h"

/* In the file the ids are far apart; copied they stand side by side, where a look-up is cheap. */
static void learn(struct loader *l, struct id_index *ids, const struct json_at *object, int32_t number)
{
    struct json_at id;
    if (json_get(object, "id", &id) && json_type(&id) == JSON_STRING)
        id_index_add(ids, arena_copy(&l->scratch, json_string(&id)), number, TD_STR(""));
}

static void learn_list(struct loader *l, struct id_index *ids, const struct json_at *list)
{
    struct json_at item;
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        learn(l, ids, &item, item.index);
}

/* The list of choices of a node; false if it is none. */
static bool choices_of(const struct json_at *node, struct json_at *ret)
{
    return json_get(node, "choices", ret) && json_type(ret) == JSON_ARRAY;
}

static void learn_story(struct loader *l)
{
    struct json_at node, choices;
    for (bool more = load_first(&l->file.nodes, &node); more; more = json_next(&node)) {
        learn(l, &l->node_ids, &node, node.index);
        if (choices_of(&node, &choices))
            l->choice_total += json_count(&choices);
    }
    l->choice_total += load_count(&l->file.floating);
}

static void learn_choice_list(struct loader *l, const struct json_at *list, int32_t *number)
{
    struct json_at item;
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        learn(l, &l->choice_ids, &item, (*number)++);
}

void load_learn_choices(struct loader *l)
{
    struct json_at node, choices;
    int32_t number = 0;
    if (l->knows_choices)
        return;
    l->knows_choices = true;
    for (bool more = load_first(&l->file.nodes, &node); more; more = json_next(&node))
        if (choices_of(&node, &choices))
            learn_choice_list(l, &choices, &number);
    learn_choice_list(l, &l->file.floating, &number);
}

/* Facts take the first bits of memory, flags the next. */
static void learn_memory(struct loader *l)
{
    struct json_at flag;
    l->s->fact_count = load_count(&l->file.facts);
    l->s->flag_count = load_count(&l->file.flags);
    learn_list(l, &l->memory_ids, &l->file.facts);
    for (bool more = load_first(&l->file.flags, &flag); more; more = json_next(&flag))
        if (json_type(&flag) == JSON_STRING)
            id_index_add(&l->memory_ids, json_string(&flag), l->s->fact_count + flag.index, TD_STR(""));
}

void load_survey(struct loader *l)
{
    learn_memory(l);
    learn_story(l);
    learn_list(l, &l->demand_ids, &l->file.demands);
    learn_list(l, &l->party_ids, &l->file.third_parties);
}
