/* load.c - a scenario file becomes a td_scenario: open, survey, compile, check, and only then adopt.
 * Until the last step everything is in arrays of the loader's own; a file with a fault leaves nothing
 * behind. */
#include "loader.h"

#include <assert.h>

static struct id_index *const *indices_of(struct loader *l, struct id_index *ret[6])
{
    ret[0] = &l->node_ids;
    ret[1] = &l->choice_ids;
    ret[2] = &l->memory_ids;
    ret[3] = &l->demand_ids;
    ret[4] = &l->party_ids;
    ret[5] = &l->text_ids;
    return ret;
}

static td_scenario *scenario_create(const td_allocator *mem)
{
    td_scenario *s = mem->resize(mem->context, NULL, sizeof *s);
    memset(s, 0, sizeof *s);
    arena_init(&s->arena, mem);
    s->start = NONE;
    return s;
}

void scenario_destroy(td_scenario *scenario)
{
    if (scenario == NULL)
        return;
    const td_allocator *mem = scenario->arena.mem;
    for (int i = 0; i < SCENARIO_BLOCKS; i++)
        if (scenario->blocks[i] != NULL)
            mem->resize(mem->context, scenario->blocks[i], 0);
    arena_finish(&scenario->arena);
    mem->resize(mem->context, scenario, 0);
}

static void loader_init(struct loader *l, const td_allocator *mem, const struct model *model, struct diags *diags)
{
    struct id_index *indices[6];
    *l = (struct loader){.mem = mem, .model = model, .diags = diags, .s = scenario_create(mem)};
    arena_init(&l->scratch, mem);
    grow_init(&l->nodes, mem, struct node);
    grow_init(&l->choices, mem, struct choice);
    grow_init(&l->lines, mem, struct line);
    grow_init(&l->conditions, mem, struct condition);
    grow_init(&l->targets, mem, struct target);
    grow_init(&l->pool, mem, int32_t);
    grow_init(&l->ranges, mem, int16_t);
    grow_init(&l->options, mem, struct variant_option);
    grow_init(&l->overrides, mem, struct override);
    grow_init(&l->prompt_options, mem, struct prompt_option);
    indices_of(l, indices);
    for (int i = 0; i < 6; i++)
        id_index_init(indices[i], mem);
    grow_add(&l->conditions, 1); /* number 0 always holds */
}

static void loader_finish(struct loader *l)
{
    struct grow *grown[] = {&l->nodes, &l->choices, &l->lines,   &l->conditions, &l->targets,
                            &l->pool,  &l->ranges,  &l->options, &l->overrides,  &l->prompt_options};
    struct id_index *indices[6];
    indices_of(l, indices);
    for (size_t i = 0; i < sizeof grown / sizeof *grown; i++)
        grow_finish(grown[i]);
    for (int i = 0; i < 6; i++)
        id_index_finish(indices[i]);
    arena_finish(&l->scratch);
    scenario_destroy(l->s);
}

/* The arrays as they are now, still the loader's: for the checks of the whole. */
static void lend_arrays(struct loader *l)
{
    td_scenario *s = l->s;
    s->nodes = l->nodes.items;
    s->choices = l->choices.items;
    s->lines = l->lines.items;
    s->conditions = l->conditions.items;
    s->targets = l->targets.items;
    s->pool = l->pool.items;
    s->range_pool = l->ranges.items;
    s->options = l->options.items;
    s->node_count = l->nodes.count;
    s->choice_count = l->choices.count;
    s->line_count = l->lines.count;
    s->condition_count = l->conditions.count;
    s->option_count = l->options.count;
}

/* Each array becomes the scenario's. */
static const void *keep(td_scenario *s, struct grow *array)
{
    int block = 0;
    while (s->blocks[block] != NULL)
        block++;
    assert(block < SCENARIO_BLOCKS);
    s->blocks[block] = grow_take(array);
    return s->blocks[block];
}

static void keep_arrays(struct loader *l)
{
    td_scenario *s = l->s;
    s->lines = keep(s, &l->lines);
    s->choices = keep(s, &l->choices);
    s->conditions = keep(s, &l->conditions);
    s->nodes = keep(s, &l->nodes);
    s->targets = keep(s, &l->targets);
    s->pool = keep(s, &l->pool);
    s->range_pool = keep(s, &l->ranges);
    s->options = keep(s, &l->options);
    s->override_pool = keep(s, &l->overrides);
    s->prompt_options = keep(s, &l->prompt_options);
}

static void check_total(struct loader *l, const char *name, int32_t count, int32_t limit)
{
    if (count > limit)
        load_fault(l, &l->root, D_TOO_MANY, str_of(name), load_int_text(l, limit));
}

/* Only if every index that the survey gave away has its entry: a list that was too long has none. */
static void check_whole(struct loader *l)
{
    check_total(l, "choices", l->choices.count, LIMIT_CHOICES);
    check_total(l, "lines, reactions", l->lines.count, LIMIT_LINES);
    check_total(l, "when", l->conditions.count, LIMIT_CONDITIONS);
    if (l->choices.count != l->choice_total)
        return;
    l->whole = true;
    lend_arrays(l);
    load_check_links(l);
    load_check_uses(l);
}

/* Large arrays that grow step by step are moved about; what the survey counted spares that. */
static void make_room(struct loader *l)
{
    grow_reserve(&l->nodes, load_count(&l->file.nodes));
    grow_reserve(&l->choices, l->choice_total);
    grow_reserve(&l->lines, l->choice_total * 2); /* one answer at least, and something to answer */
}

static void compile_file(struct loader *l)
{
    load_survey(l);
    make_room(l);
    compile_head(l);
    compile_memory(l);
    compile_briefing(l);
    compile_story(l);
    compile_sides(l);
    compile_prompts(l);
    compile_endings(l);
    check_whole(l);
}

/* A file of a later format, or of another kind, is not full of faults: it is not for us. */
static td_status check_format(struct loader *l)
{
    struct json_at at;
    td_str ours = TD_STR(SCENARIO_FORMAT);
    if (!json_get(&l->root, "format", &at) || !str_starts(json_string(&at), TD_STR("talkdown-")) ||
        str_eq(json_string(&at), ours))
        return TD_OK;
    bool later = str_starts(json_string(&at), TD_STR("talkdown-scenario-"));
    load_fault(l, &at, later ? D_UNKNOWN_VERSION : D_WRONG_FORMAT, json_string(&at), ours);
    return later ? TD_E_VERSION : TD_E_INVALID;
}

static td_status read_file(struct loader *l)
{
    int before = l->diags->errors;
    td_status status = check_format(l);
    if (status != TD_OK)
        return status;
    if (!load_object(l, &l->root, &form_root, &l->file))
        return TD_E_INVALID;
    compile_file(l);
    if (l->diags->errors > before)
        return TD_E_INVALID;
    l->s->rules_hash = scenario_rules_hash(&l->root);
    return TD_OK;
}

td_status load_status_of_syntax(const struct diags *diags)
{
    const char *code = diags->count > 0 ? diags->items[diags->count - 1].code : "";
    bool limit = code == D_TOO_LARGE || code == D_TOO_MANY_VALUES || code == D_TOO_DEEP;
    return limit ? TD_E_LIMIT : TD_E_SYNTAX;
}

static td_status load(const td_allocator *mem, const struct model *model, td_str file, td_str bytes,
                      struct diags *diags, bool faulty_too, td_scenario **ret)
{
    struct json_limits limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};
    struct json_doc *doc = json_open(mem, file, bytes, limits, diags);
    if (doc == NULL)
        return load_status_of_syntax(diags);
    struct loader l;
    loader_init(&l, mem, model, diags);
    l.root = json_root(doc);
    td_status status = read_file(&l);
    json_close(doc);
    if (status == TD_OK || (faulty_too && status == TD_E_INVALID && l.whole)) {
        keep_arrays(&l);
        scenario_index(l.s);
        *ret = l.s;
        l.s = NULL;
    }
    loader_finish(&l);
    return status;
}

td_status scenario_load(const td_allocator *mem, const struct model *model, td_str file, td_str bytes,
                        struct diags *diags, td_scenario **ret)
{
    return load(mem, model, file, bytes, diags, false, ret);
}

td_status scenario_load_faulty(const td_allocator *mem, const struct model *model, td_str file, td_str bytes,
                               struct diags *diags, td_scenario **ret)
{
    return load(mem, model, file, bytes, diags, true, ret);
}

/* --- finding --- */

int scenario_find_choice(const td_scenario *s, td_str id)
{
    return id_slots_find(s->choice_slots, s->choices, sizeof *s->choices, id);
}

int scenario_find_node(const td_scenario *s, td_str id)
{
    return id_slots_find(s->node_slots, s->nodes, sizeof *s->nodes, id);
}

int scenario_find_fact(const td_scenario *s, td_str id)
{
    for (int i = 0; i < s->fact_count; i++)
        if (str_eq(s->facts[i].id, id))
            return i;
    return NONE;
}

static int find_event(const struct event *events, int count, td_str id)
{
    for (int i = 0; i < count; i++)
        if (str_eq(events[i].id, id))
            return i;
    return NONE;
}

int scenario_find_event(const td_scenario *s, td_str id)
{
    return find_event(s->events, s->event_count, id);
}

int scenario_find_inject(const td_scenario *s, td_str id)
{
    return find_event(s->inject, s->inject_count, id);
}

int scenario_find_prompt(const td_scenario *s, td_str id)
{
    for (int i = 0; i < s->prompt_count; i++)
        if (str_eq(s->prompts[i].id, id))
            return i;
    return NONE;
}
