/* compile_sides.c - what happens around the talk: events, the inject deck, demands, third parties,
 * help that can be called, and what can be done to the scene. */
#include "loader.h"

struct effect compile_effect(struct loader *l, const struct json_at *at, const struct form *form)
{
    struct effect_fields f = {0}; /* a scene move's are the first two */
    if (given(at))
        load_object(l, at, form, &f);
    return (struct effect){
        .P = (int16_t)load_int(&f.P, 0),
        .U = (int16_t)load_int(&f.U, 0),
        .T = (int16_t)load_int(&f.T, 0),
        .H = (int16_t)load_int(&f.H, 0),
    };
}

static int32_t compile_moment(struct loader *l, const struct json_at *at)
{
    struct moment_fields f = {0};
    if (given(at))
        load_object(l, at, &form_moment, &f);
    return load_int(&f.minutes, NONE);
}

/* --- events and the inject deck --- */

static void check_event_time(struct loader *l, const struct json_at *at, const struct inject_fields *f, bool inject)
{
    if (inject && given(&f->at))
        load_fault_key(l, &f->at, D_KEY_NOT_HERE, TD_STR("at"), TD_STR("events"), TD_STR(""));
    if (!inject && !given(&f->at) && !given(&f->when))
        load_fault(l, at, D_MISSING_KEY, TD_STR("at"), TD_STR(""));
}

static struct event compile_event(struct loader *l, const struct json_at *at, bool inject)
{
    struct inject_fields f = {0};
    struct event e = {.minute = NONE, .tag = NONE, .arrives = NONE, .raises = NONE, .to = NONE};
    if (!load_object(l, at, inject ? &form_inject : &form_event, &f))
        return e;
    check_event_time(l, at, &f, inject);
    e.id = load_id(l, &f.id);
    e.minute = compile_moment(l, &f.at);
    e.condition = compile_condition(l, &f.when);
    e.suggested = load_bool(&f.suggested, false);
    e.effect = compile_effect(l, &f.effect, &form_effect);
    e.tag = (int8_t)compile_tag(&f.tag);
    e.sets = load_ref_flags(l, &f.sets);
    e.discloses = load_ref_facts(l, &f.discloses);
    e.arrives = load_ref(l, &f.arrives, &l->party_ids, D_UNKNOWN_PARTY);
    e.raises = load_ref(l, &f.raises, &l->demand_ids, D_UNKNOWN_DEMAND);
    e.to = load_ref_node(l, &f.to);
    return e;
}

static const struct event *compile_events(struct loader *l, const struct json_at *list, bool inject, int *ret_count)
{
    struct json_at item;
    struct event *events = arena_new(&l->s->arena, struct event, (size_t)load_count(list));
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        events[item.index] = compile_event(l, &item, inject);
    *ret_count = load_count(list);
    return events;
}

/* --- demands, third parties: their names are only looked up, but each may stand once --- */

static td_str take_own_id(struct loader *l, const struct json_at *at, const struct id_index *ids, int32_t index,
                          td_str section)
{
    td_str id = load_text(l, at);
    if (id.len > 0 && id_index_find(ids, id) != index)
        load_fault(l, at, D_DUPLICATE_ID, id, section);
    return id;
}

static struct demand compile_demand(struct loader *l, const struct json_at *at)
{
    struct demand_fields f;
    struct demand demand = {.deadline = NONE};
    if (!load_object(l, at, &form_demand, &f))
        return demand;
    demand.id = take_own_id(l, &f.id, &l->demand_ids, at->index, TD_STR("demands"));
    demand.topic = load_text(l, &f.topic);
    demand.deadline = compile_moment(l, &f.deadline);
    return demand;
}

static struct party compile_party(struct loader *l, const struct json_at *at)
{
    struct party_fields f;
    struct party party = {.name_fact = NONE};
    if (!load_object(l, at, &form_party, &f))
        return party;
    party.id = take_own_id(l, &f.id, &l->party_ids, at->index, TD_STR("third_parties"));
    party.tpi = load_int(&f.tpi, 0);
    party.name_fact = load_ref_fact(l, &f.name_fact, 0);
    return party;
}

/* --- help and scene moves: one of a kind --- */

static void check_once(struct loader *l, const struct json_at *kind, int32_t index, uint32_t *seen)
{
    if (given(kind) && *seen >> index & 1)
        load_fault(l, kind, D_LISTED_TWICE, json_string(kind), TD_STR(""));
    if (given(kind))
        *seen |= UINT32_C(1) << index;
}

static struct help compile_help(struct loader *l, const struct json_at *at, uint32_t *seen)
{
    struct help_fields f;
    struct help help = {0};
    if (!load_object(l, at, &form_help, &f))
        return help;
    help.kind = (enum help_kind)load_name(&f.kind, help_kind_names, 0);
    check_once(l, &f.kind, (int32_t)help.kind, seen);
    help.minutes = load_int(&f.minutes, 0);
    help.needed = load_bool(&f.needed, false);
    help.handover = load_bool(&f.handover, false);
    help.announce = compile_lines(l, &f.announce, &form_reaction);
    help.worded_threat = compile_lines(l, &f.worded_threat, &form_reaction);
    help.arrive = compile_lines(l, &f.arrive, &form_reaction);
    return help;
}

static bool is_about_distance(enum scene_kind kind)
{
    return kind == SCENE_step_back || kind == SCENE_step_in;
}

static struct scene_move compile_move(struct loader *l, const struct json_at *at, uint32_t *seen)
{
    struct scene_fields f;
    struct scene_move move = {0};
    if (!load_object(l, at, &form_scene, &f))
        return move;
    move.kind = (enum scene_kind)load_name(&f.kind, scene_kind_names, 0);
    check_once(l, &f.kind, (int32_t)move.kind, seen);
    if (given(&f.kind) && is_about_distance(move.kind) && l->s->channel == CHANNEL_telephone)
        load_fault(l, &f.kind, D_DISTANCE_ON_TELEPHONE, json_string(&f.kind), TD_STR(""));
    move.effect = compile_effect(l, &f.effect, &form_scene_effect);
    move.reactions = compile_lines(l, &f.reactions, &form_reaction);
    return move;
}

static void compile_helps(struct loader *l)
{
    struct json_at item;
    uint32_t seen = 0;
    l->s->help_count = load_count(&l->file.help);
    struct help *help = arena_new(&l->s->arena, struct help, (size_t)l->s->help_count);
    for (bool more = load_first(&l->file.help, &item); more; more = json_next(&item))
        help[item.index] = compile_help(l, &item, &seen);
    l->s->help = help;
}

static void compile_moves(struct loader *l)
{
    struct json_at item;
    uint32_t seen = 0;
    l->s->scene_count = load_count(&l->file.scene);
    struct scene_move *moves = arena_new(&l->s->arena, struct scene_move, (size_t)l->s->scene_count);
    for (bool more = load_first(&l->file.scene, &item); more; more = json_next(&item))
        moves[item.index] = compile_move(l, &item, &seen);
    l->s->scene = moves;
}

static void compile_demands(struct loader *l)
{
    struct json_at item;
    l->s->demand_count = load_count(&l->file.demands);
    struct demand *demands = arena_new(&l->s->arena, struct demand, (size_t)l->s->demand_count);
    for (bool more = load_first(&l->file.demands, &item); more; more = json_next(&item))
        demands[item.index] = compile_demand(l, &item);
    l->s->demands = demands;
}

static void compile_parties(struct loader *l)
{
    struct json_at item;
    l->s->party_count = load_count(&l->file.third_parties);
    struct party *parties = arena_new(&l->s->arena, struct party, (size_t)l->s->party_count);
    for (bool more = load_first(&l->file.third_parties, &item); more; more = json_next(&item))
        parties[item.index] = compile_party(l, &item);
    l->s->parties = parties;
}

void compile_sides(struct loader *l)
{
    td_scenario *s = l->s;
    s->events = compile_events(l, &l->file.events, false, &s->event_count);
    compile_demands(l);
    compile_parties(l);
    compile_helps(l);
    compile_moves(l);
    s->inject = compile_events(l, &l->file.inject, true, &s->inject_count);
}
