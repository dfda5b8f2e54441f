/* compile_head.c - what stands above the story: who, where, how long, and the person's profile. */
#include "loader.h"

static uint8_t number_bits(struct loader *l, const struct json_at *at, int32_t high)
{
    int32_t numbers[8];
    unsigned bits = 0;
    int count = load_ints(l, at, 1, high, numbers, 8);
    for (int i = 0; i < count; i++)
        bits |= 1u << numbers[i];
    return (uint8_t)bits;
}

static void compile_identity(struct loader *l)
{
    const struct root_fields *f = &l->file;
    td_scenario *s = l->s;
    s->id = load_text(l, &f->id);
    s->lang = load_text(l, &f->lang);
    if (given(&f->lang) && !form_is_language(s->lang)) {
        load_fault(l, &f->lang, D_BAD_LANGUAGE, s->lang, TD_STR(""));
        s->lang = TD_STR(""); /* it would become part of a file name */
    }
    if (given(&f->format) && !str_is(json_string(&f->format), SCENARIO_FORMAT))
        load_fault(l, &f->format, D_WRONG_FORMAT, json_string(&f->format), TD_STR(SCENARIO_FORMAT));
    s->last_id = load_int(&f->last_id, INT32_MAX); /* if it is missing, one fault is enough */
}

static void compile_catalogue(struct loader *l)
{
    const struct root_fields *f = &l->file;
    td_scenario *s = l->s;
    s->sector = (enum sector)load_name(&f->sector, sector_names, 0);
    s->stance = (enum stance)load_name(&f->stance, stance_names, 0);
    s->place = (enum place)load_name(&f->place, place_names, 0);
    s->channel = (enum talk_channel)load_name(&f->channel, talk_channel_names, 0);
    s->minutes = load_int(&f->minutes, 1);
    s->outcomes = number_bits(l, &f->outcomes, 5);
    s->modules = number_bits(l, &f->modules, 7);
    s->intended = (enum outcome)load_name(&f->intended_outcome, intended_names, 0);
    s->difficulty = load_int(&f->difficulty, 1000);
    s->content_notes = load_texts(l, &f->content_notes, &s->content_note_count);
    s->services = load_texts(l, &f->services, &s->service_count);
    s->sources = load_texts(l, &f->sources, &s->source_count);
    s->reviewed_by = load_texts(l, &f->reviewed_by, &s->reviewer_count);
    if (given(&f->reviewed_by) && s->reviewer_count == 0)
        load_fault(l, &f->reviewed_by, D_NOT_REVIEWED, TD_STR(""), TD_STR(""));
}

static bool is_service(td_str name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (i > 0 && ((c >= '0' && c <= '9') || c == '_'))))
            return false;
    }
    return name.len > 0 && name.len <= LIMIT_ID_BYTES;
}

static void check_services(struct loader *l)
{
    struct json_at item;
    for (bool more = load_first(&l->file.services, &item); more; more = json_next(&item))
        if (json_type(&item) == JSON_STRING && json_string(&item).len > 0 && !is_service(json_string(&item)))
            load_fault(l, &item, D_BAD_SERVICE, json_string(&item), TD_STR(""));
}

static void compile_budget(struct loader *l)
{
    struct budget_fields f = {0};
    if (given(&l->file.budget))
        load_object(l, &l->file.budget, &form_budget, &f);
    l->s->budget_exchanges = load_int(&f.exchanges, LIMIT_EXCHANGES);
    l->s->budget_minutes = load_int(&f.minutes, LIMIT_STORY_MINUTES);
}

enum { TALKING_DISTANCE = 220 };

static void compile_distance(struct loader *l)
{
    const struct json_at *at = &l->file.distance;
    bool telephone = l->s->channel == CHANNEL_telephone;
    struct distance_fields f = {0};
    if (given(at))
        load_object(l, at, &form_distance, &f);
    if (given(at) && telephone)
        load_fault_key(l, at, D_DISTANCE_ON_TELEPHONE, TD_STR("distance"), TD_STR(""), TD_STR(""));
    l->s->start_distance = telephone ? NONE : load_int(&f.start, TALKING_DISTANCE);
    l->s->distance_fixed = load_bool(&f.fixed, false);
}

static void compile_delivery(struct loader *l)
{
    struct delivery_fields f = {0};
    if (given(&l->file.delivery))
        load_object(l, &l->file.delivery, &form_delivery, &f);
    if (given(&f.far_unheard) && l->s->channel == CHANNEL_telephone)
        load_fault_key(l, &f.far_unheard, D_DISTANCE_ON_TELEPHONE, TD_STR("far_unheard"), TD_STR(""), TD_STR(""));
    l->s->soft_unheard = load_bool(&f.soft_unheard, false);
    l->s->slow_loses = load_bool(&f.slow_loses, false);
    l->s->far_unheard = load_int(&f.far_unheard, NONE);
}

static td_str profiles_text(struct loader *l)
{
    struct writer w;
    writer_init(&w, &l->scratch);
    for (int i = 0; i < PROFILE_COUNT; i++)
        load_list_name(&w, profile_name(i));
    return writer_str(&w);
}

static int compile_profile(struct loader *l, const struct json_at *at)
{
    int index = 0;
    if (!given(at))
        return 0;
    td_str name = json_string(at);
    if (json_type(at) != JSON_STRING)
        load_fault(l, at, D_WRONG_TYPE, load_type_name(json_type(at)), TD_STR("string"));
    else if (!profile_find(name, &index))
        load_fault_near(l, at, D_NOT_IN_LIST, name, profiles_text(l), profile_nearest(name));
    return index;
}

static bool set_field(struct loader *l, const struct json_at *at, struct profile *profile)
{
    int32_t low = 0, high = 0;
    td_str field = json_key(at);
    if (json_type(at) != JSON_INT) {
        load_fault(l, at, D_WRONG_TYPE, load_type_name(json_type(at)), TD_STR("integer"));
        return false;
    }
    if (profile_set(profile, field, json_int(at), &low, &high))
        return true;
    if (low == 0 && high == 0)
        load_fault_key(l, at, D_UNKNOWN_FIELD, field, TD_STR(""), profile_nearest_field(field));
    else
        load_fault(l, at, D_OUT_OF_RANGE, load_int_text(l, json_int(at)), load_range_text(l, low, high));
    return false;
}

struct span compile_overrides(struct loader *l, const struct json_at *at, struct profile *profile)
{
    struct json_at member;
    struct span span = {l->overrides.count, 0};
    for (bool more = load_first(at, &member); more; more = json_next(&member)) {
        if (str_starts(json_key(&member), TD_STR("x-")) || !set_field(l, &member, profile))
            continue;
        *grow_item(&l->overrides, struct override, grow_add(&l->overrides, 1)) =
            (struct override){arena_copy(&l->s->arena, json_key(&member)), (int32_t)json_int(&member)};
        span.count++;
    }
    return span;
}

static void compile_subject(struct loader *l)
{
    struct subject_fields f = {0};
    td_scenario *s = l->s;
    if (given(&l->file.subject))
        load_object(l, &l->file.subject, &form_subject, &f);
    s->identity = load_text(l, &f.identity);
    s->pronoun = (enum pronoun)load_name(&f.pronoun, pronoun_names, PRONOUN_they);
    s->profile_index = compile_profile(l, &f.profile);
    s->profile = profile_built_in[s->profile_index];
    compile_overrides(l, &f.overrides, &s->profile);
    s->expressive = load_bool(&f.expressive, true);
    s->emotion = (enum emotion)load_name(&f.emotion, emotion_names, 0);
    s->need = (enum need)load_name(&f.need, need_names, 0);
}

void compile_head(struct loader *l)
{
    compile_identity(l);
    compile_catalogue(l);
    check_services(l);
    compile_budget(l);
    compile_distance(l);
    compile_delivery(l);
    compile_subject(l);
}
