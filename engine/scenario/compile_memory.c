/* compile_memory.c - what can be known and remembered, the seeded variants, and the briefing. */
#include "loader.h"

int32_t compile_tag(const struct json_at *at)
{
    return load_name(at, trigger_tag_names, NONE);
}

enum { DECOY_STRENGTH = 250 }; /* MODEL.md 6.8: naming the decoy hurts like a sore point */

static void check_strength(struct loader *l, const struct fact_fields *f, enum fact_kind kind)
{
    if (!given(&f->kind) || kind == FACT_trigger)
        return;
    if (given(&f->strength))
        load_fault_key(l, &f->strength, D_KEY_NOT_HERE, TD_STR("strength"), TD_STR("trigger"), TD_STR(""));
    if (given(&f->tag))
        load_fault_key(l, &f->tag, D_KEY_NOT_HERE, TD_STR("tag"), TD_STR("trigger"), TD_STR(""));
}

static td_str take_memory_id(struct loader *l, const struct json_at *at, int32_t bit, td_str section)
{
    td_str id = load_text(l, at);
    if (id.len > 0 && form_is_id(id) && id_index_find(&l->memory_ids, id) != bit)
        load_fault(l, at, D_DUPLICATE_ID, id, section);
    return id;
}

static struct fact compile_fact(struct loader *l, const struct json_at *at)
{
    struct fact_fields f;
    struct fact fact = {.tag = NONE};
    if (!load_object(l, at, &form_fact, &f))
        return fact;
    fact.id = take_memory_id(l, &f.id, at->index, TD_STR("facts"));
    td_str holder;
    if (fact.id.len > 0) /* two facts of one name were told of already */
        load_take(l, fact.id, TD_STR("facts"), &holder);
    fact.kind = (enum fact_kind)load_name(&f.kind, fact_kind_names, FACT_fact);
    check_strength(l, &f, fact.kind);
    fact.guard = compile_condition(l, &f.when);
    fact.strength = fact.kind == FACT_decoy ? DECOY_STRENGTH : (int16_t)load_int(&f.strength, 0);
    fact.tag = (int8_t)compile_tag(&f.tag);
    return fact;
}

static void compile_facts(struct loader *l)
{
    struct json_at item;
    struct fact *facts = arena_new(&l->s->arena, struct fact, (size_t)l->s->fact_count);
    l->s->facts = facts;
    for (bool more = load_first(&l->file.facts, &item); more; more = json_next(&item))
        facts[item.index] = compile_fact(l, &item);
}

static void compile_flags(struct loader *l)
{
    struct json_at item;
    td_str *flags = arena_new(&l->s->arena, td_str, (size_t)l->s->flag_count);
    l->s->flags = flags;
    for (bool more = load_first(&l->file.flags, &item); more; more = json_next(&item)) {
        if (json_type(&item) != JSON_STRING)
            continue;
        int32_t bit = id_index_find(&l->memory_ids, json_string(&item));
        flags[item.index] = arena_copy(&l->s->arena, json_string(&item));
        if (bit != NONE && bit < l->s->fact_count) /* a second flag of the name is "listed twice" */
            load_fault(l, &item, D_DUPLICATE_ID, json_string(&item), TD_STR("facts"));
    }
    if (l->s->fact_count + l->s->flag_count > LIMIT_MEMORY)
        load_fault(l, &l->file.flags, D_TOO_MANY, TD_STR("facts, flags"), load_int_text(l, LIMIT_MEMORY));
}

/* --- variants --- */

static struct variant_option compile_option(struct loader *l, const struct json_at *at)
{
    struct option_fields f;
    struct variant_option option = {0};
    struct profile profile = l->s->profile;
    if (!load_object(l, at, &form_option, &f))
        return option;
    option.id = load_text(l, &f.id);
    option.sets = load_ref_flags(l, &f.set);
    option.overrides = compile_overrides(l, &f.overrides, &profile);
    return option;
}

/* Two siblings of one name could not be told apart by who picks one. */
static void check_siblings(struct loader *l, const struct json_at *list)
{
    struct json_at item, other, id, other_id;
    for (bool more = load_first(list, &item); more; more = json_next(&item)) {
        if (!json_get(&item, "id", &id))
            continue;
        for (bool also = json_first(list, &other); also && other.index < item.index; also = json_next(&other))
            if (json_get(&other, "id", &other_id) && json_type(&id) == JSON_STRING &&
                json_type(&other_id) == JSON_STRING && str_eq(json_string(&id), json_string(&other_id)))
                load_fault(l, &id, D_DUPLICATE_ID, json_string(&id), json_key(list));
    }
}

static struct variant_axis compile_axis(struct loader *l, const struct json_at *at)
{
    struct json_at item;
    struct axis_fields f;
    struct variant_axis axis = {0};
    if (!load_object(l, at, &form_axis, &f))
        return axis;
    axis.id = load_text(l, &f.id);
    axis.options = (struct span){l->options.count, load_count(&f.options)};
    grow_add(&l->options, axis.options.count);
    for (bool more = load_first(&f.options, &item); more; more = json_next(&item)) {
        struct variant_option option = compile_option(l, &item);
        *grow_item(&l->options, struct variant_option, axis.options.first + item.index) = option;
    }
    check_siblings(l, &f.options);
    return axis;
}

static void compile_variants(struct loader *l)
{
    struct json_at item;
    const struct json_at *list = &l->file.variants;
    struct variant_axis *axes = arena_new(&l->s->arena, struct variant_axis, (size_t)load_count(list));
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        axes[item.index] = compile_axis(l, &item);
    check_siblings(l, list);
    l->s->axes = axes;
    l->s->axis_count = load_count(list);
}

void compile_memory(struct loader *l)
{
    compile_facts(l);
    compile_flags(l);
    compile_variants(l);
}

/* --- briefing --- */

static struct briefing_item compile_item(struct loader *l, const struct json_at *at, const struct form *form)
{
    struct item_fields f = {0};
    struct approach_fields plan = {0};
    bool fine = form == &form_item ? load_object(l, at, form, &f) : load_object(l, at, form, &plan);
    if (!fine)
        return (struct briefing_item){0};
    return (struct briefing_item){
        .id = load_id(l, given(&f.id) ? &f.id : &plan.id),
        .class = (enum brief_class)load_name(&f.class, brief_class_names, 0),
        .key = load_bool(given(&f.key) ? &f.key : &plan.key, false),
        .sets = load_ref_flags(l, &plan.sets),
    };
}

static const struct briefing_item *compile_items(struct loader *l, const struct json_at *list, const struct form *form,
                                                 int *ret_count)
{
    struct json_at item;
    struct briefing_item *items = arena_new(&l->s->arena, struct briefing_item, (size_t)load_count(list));
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        items[item.index] = compile_item(l, &item, form);
    *ret_count = load_count(list);
    return items;
}

static int count_needed(const td_scenario *s)
{
    int needed = 0;
    for (int i = 0; i < s->briefing_count; i++)
        needed += s->briefing[i].class == BRIEF_needed;
    return needed;
}

void compile_briefing(struct loader *l)
{
    struct briefing_fields f = {0};
    td_scenario *s = l->s;
    if (given(&l->file.briefing))
        load_object(l, &l->file.briefing, &form_briefing, &f);
    s->briefing = compile_items(l, &f.items, &form_item, &s->briefing_count);
    s->approach = compile_items(l, &f.approach, &form_approach, &s->approach_count);
    s->briefing_pick = load_int(&f.pick, 0);
    if (s->briefing_pick > count_needed(s))
        load_fault(l, &f.pick, D_OUT_OF_RANGE, load_int_text(l, s->briefing_pick),
                   load_range_text(l, 0, count_needed(s)));
}
