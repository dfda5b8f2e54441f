/* survey.c - the first round: learns the names of everything that can be referred to.
 * It tells no faults; the second round meets the same objects in the same order and does. */
#include "loader.h"

static void learn(struct id_index *ids, const struct json_at *object, int32_t number)
{
    struct json_at id;
    if (json_get(object, "id", &id) && json_type(&id) == JSON_STRING)
        id_index_add(ids, json_string(&id), number, TD_STR(""));
}

static void learn_list(struct id_index *ids, const struct json_at *list)
{
    struct json_at item;
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        learn(ids, &item, item.index);
}

static void learn_choices(struct loader *l, const struct json_at *list)
{
    struct json_at item;
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        learn(&l->choice_ids, &item, l->choice_total++);
}

static void learn_story(struct loader *l)
{
    struct json_at node, choices;
    for (bool more = load_first(&l->file.nodes, &node); more; more = json_next(&node)) {
        learn(&l->node_ids, &node, node.index);
        if (json_get(&node, "choices", &choices) && json_type(&choices) == JSON_ARRAY)
            learn_choices(l, &choices);
    }
    learn_choices(l, &l->file.floating);
}

/* Facts take the first bits of memory, flags the next. */
static void learn_memory(struct loader *l)
{
    struct json_at flag;
    l->s->fact_count = load_count(&l->file.facts);
    l->s->flag_count = load_count(&l->file.flags);
    learn_list(&l->memory_ids, &l->file.facts);
    for (bool more = load_first(&l->file.flags, &flag); more; more = json_next(&flag))
        if (json_type(&flag) == JSON_STRING)
            id_index_add(&l->memory_ids, json_string(&flag), l->s->fact_count + flag.index, TD_STR(""));
}

void load_survey(struct loader *l)
{
    learn_memory(l);
    learn_story(l);
    learn_list(&l->demand_ids, &l->file.demands);
    learn_list(&l->party_ids, &l->file.third_parties);
}
