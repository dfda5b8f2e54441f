/* refer.c - names that stand for something declared elsewhere in the file, before or behind. */
#include "loader.h"

int32_t load_ref(struct loader *l, const struct json_at *at, const struct id_index *ids, const char *code)
{
    if (!given(at) || !form_is_id(json_string(at)))
        return NONE;
    td_str name = json_string(at);
    int32_t found = id_index_find(ids, name);
    if (found == NONE)
        load_fault_near(l, at, code, name, TD_STR(""), diags_full(l->diags) ? TD_STR("") : id_index_nearest(ids, name));
    return found;
}

int32_t load_ref_node(struct loader *l, const struct json_at *at)
{
    return load_ref(l, at, &l->node_ids, D_UNKNOWN_NODE);
}

static td_str kinds_text(struct loader *l, uint32_t kinds)
{
    struct writer w;
    if (diags_full(l->diags))
        return TD_STR("");
    writer_init(&w, &l->scratch);
    for (int i = 0; i < fact_kind_count; i++)
        if (kinds >> i & 1)
            load_list_name(&w, fact_kind_names[i]);
    return writer_str(&w);
}

int32_t load_ref_fact(struct loader *l, const struct json_at *at, uint32_t kinds)
{
    int32_t bit = load_ref(l, at, &l->memory_ids, D_UNKNOWN_FACT);
    if (bit == NONE)
        return NONE;
    if (bit >= l->s->fact_count) { /* a flag: known by name, but no fact */
        load_fault(l, at, D_UNKNOWN_FACT, json_string(at), TD_STR(""));
        return NONE;
    }
    if (kinds != 0 && !(kinds >> l->s->facts[bit].kind & 1)) {
        load_fault(l, at, D_WRONG_KIND, json_string(at), kinds_text(l, kinds));
        return NONE;
    }
    return bit;
}

static int32_t refer_flag(struct loader *l, const struct json_at *at)
{
    int32_t bit = load_ref(l, at, &l->memory_ids, D_UNKNOWN_FLAG);
    if (bit == NONE || bit >= l->s->fact_count)
        return bit;
    load_fault(l, at, D_UNKNOWN_FLAG, json_string(at), TD_STR(""));
    return NONE;
}

static int32_t refer_any_fact(struct loader *l, const struct json_at *at)
{
    return load_ref_fact(l, at, 0);
}

static int32_t refer_choice(struct loader *l, const struct json_at *at)
{
    load_learn_choices(l);
    return load_ref(l, at, &l->choice_ids, D_UNKNOWN_CHOICE);
}

static struct span refer_list(struct loader *l, const struct json_at *list,
                              int32_t (*one)(struct loader *l, const struct json_at *at))
{
    struct json_at item;
    struct span span = {l->pool.count, 0};
    for (bool more = load_first(list, &item); more; more = json_next(&item)) {
        int32_t value = one(l, &item);
        if (value == NONE)
            continue;
        *grow_item(&l->pool, int32_t, grow_add(&l->pool, 1)) = value;
        span.count++;
    }
    return span;
}

struct span load_ref_facts(struct loader *l, const struct json_at *list)
{
    return refer_list(l, list, refer_any_fact);
}

struct span load_ref_flags(struct loader *l, const struct json_at *list)
{
    return refer_list(l, list, refer_flag);
}

struct span load_ref_nodes(struct loader *l, const struct json_at *list)
{
    return refer_list(l, list, load_ref_node);
}

struct span load_ref_choices(struct loader *l, const struct json_at *list)
{
    return refer_list(l, list, refer_choice);
}
