/* compile_condition.c - "when": a record of parts that must all hold.
 * The number of parts is what "most specific" means, so every part that an author wrote counts one,
 * whatever it turns into here; `any` counts as much as its largest branch. */
#include "loader.h"

/* What is asked for and ruled out at once makes a line that nobody will ever hear. */
static void check_contradiction(struct loader *l, const struct json_at *wanted, const struct json_at *ruled_out)
{
    struct json_at no, yes;
    for (bool more = load_first(ruled_out, &no); more; more = json_next(&no))
        for (bool also = load_first(wanted, &yes); also; also = json_next(&yes))
            if (json_type(&yes) == JSON_STRING && json_type(&no) == JSON_STRING &&
                str_eq(json_string(&yes), json_string(&no)))
                load_fault(l, &no, D_NEVER_HOLDS, json_string(&no), TD_STR(""));
}

static void check_contradictions(struct loader *l, const struct condition_fields *f)
{
    check_contradiction(l, &f->knows, &f->not_knows);
    check_contradiction(l, &f->flags, &f->not_flags);
    check_contradiction(l, &f->said, &f->not_said);
    check_contradiction(l, &f->visited, &f->not_visited);
}

static int32_t greatest(enum cond_value value)
{
    if (value == CV_EXCHANGE)
        return LIMIT_EXCHANGES;
    return value == CV_MINUTE ? LIMIT_STORY_MINUTES : 1000;
}

static void compile_range(struct loader *l, const struct json_at *at, enum cond_value value, struct condition *c)
{
    int32_t ends[2];
    if (load_ints(l, at, 0, greatest(value), ends, 2) != 2)
        return;
    if (ends[0] > ends[1]) {
        load_fault(l, at, D_RANGE_REVERSED, load_range_text(l, ends[0], ends[1]), TD_STR(""));
        return;
    }
    int32_t first = grow_add(&l->ranges, 2);
    *grow_item(&l->ranges, int16_t, first) = (int16_t)ends[0];
    *grow_item(&l->ranges, int16_t, first + 1) = (int16_t)ends[1];
    c->ranges = (uint16_t)(c->ranges | 1u << value);
    c->range.count += 2;
}

static void compile_ranges(struct loader *l, const struct condition_fields *f, struct condition *c)
{
    const struct json_at *asked[CV_COUNT] = {
        [CV_AGITATION] = &f->agitation,   [CV_UNDERSTANDING] = &f->understanding,
        [CV_RAPPORT] = &f->rapport,       [CV_TRUST] = &f->trust,
        [CV_AUTONOMY] = &f->autonomy,     [CV_HOPE] = &f->hope,
        [CV_COMMITMENT] = &f->commitment, [CV_RUPTURE] = &f->rupture,
        [CV_EXCHANGE] = &f->exchange,     [CV_MINUTE] = &f->minute,
    };
    c->range.first = l->ranges.count;
    for (int i = 0; i < CV_COUNT; i++)
        if (given(asked[i]))
            compile_range(l, asked[i], (enum cond_value)i, c);
}

/* Facts and flags are both bits of memory: two lists of the file become one span. */
static struct span refer_memory(struct loader *l, const struct json_at *facts, const struct json_at *flags)
{
    struct span both = load_ref_facts(l, facts);
    both.count += load_ref_flags(l, flags).count;
    return both;
}

static uint64_t read_acts(struct loader *l, const struct json_at *list)
{
    struct json_at item;
    enum act act;
    uint64_t bits = 0;
    for (bool more = load_first(list, &item); more; more = json_next(&item)) {
        if (json_type(&item) != JSON_STRING)
            continue;
        if (act_find(json_string(&item), &act))
            bits |= UINT64_C(1) << act;
        else
            load_unknown_act(l, &item);
    }
    return bits;
}

static uint8_t read_stages(struct loader *l, const struct json_at *at)
{
    int32_t stages[STAGE_COUNT];
    unsigned bits = 0;
    int count = load_ints(l, at, 0, STAGE_COUNT - 1, stages, STAGE_COUNT);
    for (int i = 0; i < count; i++)
        bits |= 1u << stages[i];
    return (uint8_t)bits;
}

static uint8_t read_yes_no(const struct json_at *at, enum cond_flag yes, enum cond_flag no)
{
    if (!given(at))
        return 0;
    return (uint8_t)(json_bool(at) ? yes : no);
}

static int32_t compile(struct loader *l, const struct json_at *at, bool of_ending);

static int specificity_of(const struct loader *l, int32_t condition)
{
    return grow_item(&l->conditions, const struct condition, condition)->specificity;
}

/* The branches come first, then their indices in one piece. */
static struct span compile_any(struct loader *l, const struct json_at *list, bool of_ending, int *ret_specificity)
{
    struct json_at item;
    int32_t branches[16];
    int count = 0;
    for (bool more = load_first(list, &item); more && count < 16; more = json_next(&item))
        branches[count++] = compile(l, &item, of_ending);
    struct span span = {grow_add(&l->pool, count), count};
    for (int i = 0; i < count; i++) {
        int specificity = specificity_of(l, branches[i]);
        *grow_item(&l->pool, int32_t, span.first + i) = branches[i];
        if (specificity > *ret_specificity)
            *ret_specificity = specificity;
    }
    return span;
}

static int count_parts(const struct condition_fields *f)
{
    const struct json_at *member = (const struct json_at *)(const void *)f;
    int parts = 0;
    for (size_t i = 0; i < sizeof *f / sizeof *member; i++)
        parts += given(&member[i]);
    return parts - given(&f->any);
}

static int32_t compile(struct loader *l, const struct json_at *at, bool of_ending)
{
    struct condition_fields f;
    struct condition c = {0};
    int of_branches = 0;
    if (!load_object(l, at, &form_condition, &f))
        return 0;
    if (given(&f.outcome) && !of_ending)
        load_fault_key(l, &f.outcome, D_KEY_NOT_HERE, TD_STR("outcome"), TD_STR("endings"), TD_STR(""));
    check_contradictions(l, &f);
    c.stages = read_stages(l, &f.stage);
    c.bands = (uint8_t)load_names(&f.band, band_names);
    c.have = refer_memory(l, &f.knows, &f.flags);
    c.have_not = refer_memory(l, &f.not_knows, &f.not_flags);
    c.said = load_ref_choices(l, &f.said);
    c.not_said = load_ref_choices(l, &f.not_said);
    c.visited = load_ref_nodes(l, &f.visited);
    c.not_visited = load_ref_nodes(l, &f.not_visited);
    compile_ranges(l, &f, &c);
    c.last_acts = read_acts(l, &f.last_act);
    c.help_called = (uint8_t)load_names(&f.help, help_kind_names);
    c.help_arrived = (uint8_t)load_names(&f.arrived, help_kind_names);
    c.flags = read_yes_no(&f.asked, COND_ASKED_YES, COND_ASKED_NO);
    c.flags |= read_yes_no(&f.promised, COND_PROMISED_YES, COND_PROMISED_NO);
    c.delivery = (uint8_t)load_names(&f.delivery, delivery_names);
    c.outcomes = (uint8_t)load_names(&f.outcome, outcome_names);
    c.any = compile_any(l, &f.any, of_ending, &of_branches);
    int parts = count_parts(&f) + of_branches;
    c.specificity = (uint8_t)(parts < UINT8_MAX ? parts : UINT8_MAX);
    if (parts == 0 && !given(&f.any))
        return 0;
    int32_t index = grow_add(&l->conditions, 1);
    *grow_item(&l->conditions, struct condition, index) = c;
    return index;
}

int32_t compile_condition(struct loader *l, const struct json_at *at)
{
    return given(at) ? compile(l, at, false) : 0;
}

int32_t compile_ending_condition(struct loader *l, const struct json_at *at)
{
    return given(at) ? compile(l, at, true) : 0;
}
