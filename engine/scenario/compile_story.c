/* compile_story.c - nodes, choices and what the person answers.
 * The survey has numbered nodes and choices in the order of the file, so each must become an entry
 * here even when it is broken: an index may already point to it. */
#include "loader.h"

enum { EVERY_STEP = (1 << STAGE_COUNT) - 1 };

static struct line compile_line(struct loader *l, const struct json_at *at, const struct form *form)
{
    struct reaction_fields f = {0};
    struct line line = {.to = NONE};
    if (!load_object(l, at, form, &f))
        return line;
    line.id = load_made_id(l, &f.id, 'l');
    line.cue = load_text(l, &f.cue);
    line.condition = compile_condition(l, &f.when);
    line.discloses = load_ref_facts(l, &f.discloses);
    line.sets = load_ref_flags(l, &f.sets);
    line.to = load_ref_node(l, &f.to);
    return line;
}

/* Stable: those with a condition first.  The order among them is the author's. */
static void put_fallbacks_last(struct line *lines, int32_t count)
{
    struct line fallbacks[LIMIT_LINES_PER_LIST];
    int32_t kept = 0, always = 0;
    for (int32_t i = 0; i < count; i++) {
        if (lines[i].condition == 0)
            fallbacks[always++] = lines[i];
        else
            lines[kept++] = lines[i];
    }
    for (int32_t i = 0; i < always; i++)
        lines[kept + i] = fallbacks[i];
}

struct span compile_lines(struct loader *l, const struct json_at *list, const struct form *form)
{
    struct json_at item;
    struct span span = {l->lines.count, load_count(list)};
    grow_add(&l->lines, span.count);
    for (bool more = load_first(list, &item); more; more = json_next(&item)) {
        struct line line = compile_line(l, &item, form);
        *grow_item(&l->lines, struct line, span.first + item.index) = line;
    }
    if (span.count > 0)
        put_fallbacks_last(grow_item(&l->lines, struct line, span.first), span.count);
    return span;
}

/* The steps of the stairway at which a line fits whatever else is so, as bits.  A line that would disclose a
 * guarded fact has to wait for it. */
static unsigned steps_fitted(const struct loader *l, const struct line *line)
{
    for (int32_t i = 0; i < line->discloses.count; i++)
        if (l->s->facts[*grow_item(&l->pool, int32_t, line->discloses.first + i)].guard != 0)
            return 0;
    if (line->condition == 0)
        return EVERY_STEP;
    const struct condition *c = grow_item(&l->conditions, struct condition, line->condition);
    return c->specificity == 1 ? c->stages : 0;
}

/* One line without a condition, or one for each step. */
void compile_need_fallback(struct loader *l, const struct json_at *list, struct span lines)
{
    unsigned steps = 0;
    for (int32_t i = 0; i < lines.count; i++)
        steps |= steps_fitted(l, grow_item(&l->lines, struct line, lines.first + i));
    if (given(list) && lines.count > 0 && steps != EVERY_STEP)
        load_fault(l, list, D_NO_FALLBACK, json_key(list), TD_STR(""));
}

/* --- where a choice leads --- */

static void add_target(struct loader *l, struct target target, struct span *span)
{
    if (target.node == NONE)
        return;
    *grow_item(&l->targets, struct target, grow_add(&l->targets, 1)) = target;
    span->count++;
}

static void compile_only_target(struct loader *l, const struct json_at *at, struct span *span)
{
    if (form_is_id(json_string(at)))
        add_target(l, (struct target){0, load_ref_node(l, at)}, span);
    else
        load_fault(l, at, D_BAD_ID, json_string(at), TD_STR(""));
}

static void compile_target(struct loader *l, const struct json_at *at, struct span *span)
{
    struct target_fields f;
    struct target target;
    if (!load_object(l, at, &form_target, &f))
        return;
    target.node = load_ref_node(l, &f.to);
    target.condition = compile_condition(l, &f.when);
    add_target(l, target, span);
}

enum { TARGETS_MAX = 8 };

/* One node, or a list of nodes with conditions of which the first that fits is taken. */
static struct span compile_targets(struct loader *l, const struct json_at *at)
{
    struct json_at item;
    struct span span = {l->targets.count, 0};
    if (!given(at))
        return span;
    if (json_type(at) == JSON_STRING) {
        compile_only_target(l, at, &span);
        return span;
    }
    if (json_type(at) != JSON_ARRAY) {
        load_fault(l, at, D_WRONG_TYPE, load_type_name(json_type(at)), TD_STR("string, array"));
        return span;
    }
    if (json_count(at) > TARGETS_MAX) {
        load_fault(l, at, D_TOO_MANY, TD_STR("to"), load_int_text(l, TARGETS_MAX));
        return span;
    }
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        compile_target(l, &item, &span);
    return span;
}

/* --- choices --- */

static struct move compile_move(const struct floating_fields *f)
{
    struct move move = MOVE_DEFAULT;
    if (given(&f->act))
        act_find(json_string(&f->act), &move.act);
    move.q = load_int(&f->q, move.q);
    move.tone = load_int(&f->tone, move.tone);
    move.pace = load_int(&f->pace, move.pace);
    move.dt = load_int(&f->dt, move.dt);
    move.complexity = load_int(&f->complexity, move.complexity);
    return move;
}

enum {
    TOUCHABLE = 1u << FACT_hook | 1u << FACT_trigger | 1u << FACT_decoy,
    HOOKABLE = 1u << FACT_hook | 1u << FACT_decoy,
    PROMISES = 1u << FACT_promise
};

static int32_t compile_named(struct loader *l, const struct floating_fields *f, enum act act)
{
    if (act != ACT_HOOK)
        return load_ref_fact(l, &f->names, TOUCHABLE);
    if (!given(&f->names))
        load_fault(l, given(&f->id) ? &f->id : f->act.parent, D_UNNAMED_HOOK,
                   given(&f->id) ? json_string(&f->id) : TD_STR(""), TD_STR(""));
    return load_ref_fact(l, &f->names, HOOKABLE);
}

static struct choice compile_choice(struct loader *l, const struct json_at *at, int32_t node)
{
    struct floating_fields f = {0};
    struct choice c = {.node = node,
                       .move = MOVE_DEFAULT,
                       .need = NONE,
                       .names = NONE,
                       .demand = NONE,
                       .promise = NONE,
                       .grant = NONE,
                       .party = NONE,
                       .once = true};
    if (!load_object(l, at, node == NONE ? &form_floating : &form_choice, &f))
        return c;
    c.id = load_made_id(l, &f.id, 'c');
    c.move = compile_move(&f);
    c.need = (int8_t)load_name(&f.need, need_names, NONE);
    c.names = compile_named(l, &f, c.move.act);
    c.demand = load_ref(l, &f.demand, &l->demand_ids, D_UNKNOWN_DEMAND);
    c.promise = load_ref_fact(l, &f.promise, PROMISES);
    c.grant = load_ref_fact(l, &f.grant, PROMISES);
    c.party = load_ref(l, &f.party, &l->party_ids, D_UNKNOWN_PARTY);
    c.live = load_bool(&f.live, false);
    c.once = load_bool(&f.once, true);
    c.condition = compile_condition(l, &f.when);
    c.sets = load_ref_flags(l, &f.sets);
    c.discloses = load_ref_facts(l, &f.discloses);
    c.to = compile_targets(l, &f.to);
    c.reactions = compile_lines(l, &f.reactions, &form_reaction);
    c.exclude = load_ref_nodes(l, &f.exclude);
    compile_need_fallback(l, &f.reactions, c.reactions);
    return c;
}

static struct span compile_choices(struct loader *l, const struct json_at *list, int32_t node)
{
    struct json_at item;
    struct span span = {l->choices.count, load_count(list)};
    grow_add(&l->choices, span.count);
    for (bool more = load_first(list, &item); more; more = json_next(&item)) {
        struct choice choice = compile_choice(l, &item, node);
        *grow_item(&l->choices, struct choice, span.first + item.index) = choice;
    }
    return span;
}

/* --- nodes --- */

static void compile_entry(struct loader *l, const struct json_at *at, struct node *node)
{
    struct entry_fields f;
    node->storylet = given(at);
    if (!given(at) || !load_object(l, at, &form_entry, &f))
        return;
    node->entry = compile_condition(l, &f.when);
    node->priority = (int16_t)load_int(&f.priority, 0);
}

static td_str take_node_id(struct loader *l, const struct json_at *at, int32_t index)
{
    td_str id = load_text(l, at);
    if (id.len > 0 && id_index_find(&l->node_ids, id) != index)
        load_fault(l, at, D_DUPLICATE_ID, id, TD_STR("nodes"));
    return id;
}

enum { CHOICES_LEAST = 2, CHOICES_WANTED = 3 };

static int always_offered(const struct loader *l, struct span choices)
{
    int always = 0;
    for (int32_t i = 0; i < choices.count; i++)
        always += grow_item(&l->choices, const struct choice, choices.first + i)->condition == 0;
    return always;
}

static void check_choice_count(struct loader *l, const struct json_at *list, const struct node *node)
{
    if (!given(list))
        return;
    if (node->choices.count < CHOICES_LEAST)
        load_fault(l, list, D_TOO_FEW_CHOICES, node->id, load_int_text(l, CHOICES_LEAST));
    else if (node->choices.count < CHOICES_WANTED)
        load_fault(l, list, D_FEW_CHOICES, node->id, load_int_text(l, CHOICES_WANTED));
    if (always_offered(l, node->choices) > LIMIT_MENU)
        load_fault(l, list, D_TOO_MANY_CHOICES, node->id, load_int_text(l, LIMIT_MENU));
}

static struct node compile_node(struct loader *l, const struct json_at *at)
{
    struct node_fields f;
    struct node node = {.raises = NONE};
    if (!load_object(l, at, &form_node, &f))
        return node;
    node.id = take_node_id(l, &f.id, at->index);
    node.topic = load_text(l, &f.topic);
    compile_entry(l, &f.entry, &node);
    node.again = load_bool(&f.again, !node.storylet);
    node.discuss = load_bool(&f.discuss, false);
    node.scene_break = load_bool(&f.scene_break, false);
    node.raises = load_ref(l, &f.raises, &l->demand_ids, D_UNKNOWN_DEMAND);
    node.lines = compile_lines(l, &f.lines, &form_line);
    compile_need_fallback(l, &f.lines, node.lines);
    node.choices = compile_choices(l, &f.choices, at->index);
    check_choice_count(l, &f.choices, &node);
    node.silence = compile_lines(l, &f.silence, &form_reaction);
    return node;
}

static void compile_generic(struct loader *l, const struct json_at *at)
{
    struct generic_fields f = {0};
    if (given(at))
        load_object(l, at, &form_generic, &f);
    l->s->open_wound = compile_lines(l, &f.open_wound, &form_reaction);
    l->s->harsh = compile_lines(l, &f.harsh, &form_reaction);
}

void compile_story(struct loader *l)
{
    struct json_at item;
    const struct root_fields *f = &l->file;
    grow_add(&l->nodes, load_count(&f->nodes));
    for (bool more = load_first(&f->nodes, &item); more; more = json_next(&item)) {
        struct node node = compile_node(l, &item);
        *grow_item(&l->nodes, struct node, item.index) = node;
    }
    l->s->floating = compile_choices(l, &f->floating, NONE);
    l->s->silence = compile_lines(l, &f->silence, &form_reaction);
    compile_need_fallback(l, &f->silence, l->s->silence);
    l->s->observe = compile_lines(l, &f->observe, &form_line);
    l->s->repeat = compile_lines(l, &f->repeat, &form_reaction);
    compile_generic(l, &f->reactions);
    l->s->start = load_ref_node(l, &f->start);
}
