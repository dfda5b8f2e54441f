/* compile_ends.c - what the learner is asked on the way, and how the story can end. */
#include "loader.h"

/* --- assessment prompts --- */

/* "exchange:5" */
static bool read_exchange(td_str text, int64_t *ret)
{
    td_str head = TD_STR("exchange:");
    return str_starts(text, head) &&
           str_int((td_str){text.ptr + head.len, text.len - head.len}, 1, LIMIT_EXCHANGES, ret);
}

static void compile_prompt_moment(struct loader *l, const struct json_at *at, struct prompt *prompt)
{
    int64_t exchange = 0;
    if (!given(at))
        return;
    int moment = name_find(prompt_moment_names, json_string(at));
    if (read_exchange(json_string(at), &exchange))
        moment = MOMENT_exchange;
    else if (moment == NONE || moment == MOMENT_exchange)
        load_fault(l, at, D_NOT_IN_LIST, json_string(at),
                   TD_STR("start, first, exchange:1..200, before-influence, before-close"));
    prompt->moment = moment == NONE ? MOMENT_start : (enum prompt_moment)moment;
    prompt->exchange = (int32_t)exchange;
}

static bool is_key(const struct json_at *keys, td_str option)
{
    struct json_at item;
    for (bool more = load_first(keys, &item); more; more = json_next(&item))
        if (str_eq(json_string(&item), option))
            return true;
    return false;
}

/* An answer of digits is a number on the command line, and "none" is no answer. */
static bool is_answer(td_str id)
{
    bool letters = false;
    for (size_t i = 0; i < id.len; i++)
        letters |= id.ptr[i] < '0' || id.ptr[i] > '9';
    return letters && !str_is(id, "none");
}

static struct span compile_options(struct loader *l, const struct prompt_fields *f)
{
    struct json_at item;
    struct span span = {l->prompt_options.count, 0};
    for (bool more = load_first(&f->options, &item); more; more = json_next(&item)) {
        struct prompt_option option = {.id = load_id(l, &item), .key = is_key(&f->key, json_string(&item))};
        if (form_is_id(option.id) && !is_answer(option.id))
            load_fault(l, &item, D_BAD_ID, option.id, TD_STR(""));
        *grow_item(&l->prompt_options, struct prompt_option, grow_add(&l->prompt_options, 1)) = option;
        span.count++;
    }
    return span;
}

static void check_keys(struct loader *l, const struct prompt_fields *f)
{
    struct json_at item, option;
    for (bool more = load_first(&f->key, &item); more; more = json_next(&item)) {
        td_str nearest = TD_STR("");
        bool found = false;
        int best = 3;
        for (bool also = load_first(&f->options, &option); also; also = json_next(&option)) {
            int distance = str_distance(json_string(&item), json_string(&option));
            found |= str_eq(json_string(&item), json_string(&option));
            if (distance < best)
                nearest = json_string(&option);
            if (distance < best)
                best = distance;
        }
        if (!found && form_is_id(json_string(&item)))
            load_fault_near(l, &item, D_UNKNOWN_OPTION, json_string(&item), TD_STR(""), nearest);
    }
}

/* Only these are asked with the author's own answers; the others the program can ask by itself. */
static bool has_own_options(enum prompt_kind kind)
{
    return kind == PROMPT_risk || kind == PROMPT_custom;
}

static void check_own_options(struct loader *l, const struct json_at *at, const struct prompt_fields *f, bool own)
{
    const struct json_at *members[] = {&f->options, &f->key};
    const td_str names[] = {TD_STR("options"), TD_STR("key")};
    for (int i = 0; i < 2; i++) {
        struct json_at raw;
        bool there = json_get(at, names[i].ptr, &raw);
        if (own && !there)
            load_fault(l, at, D_MISSING_KEY, names[i], TD_STR(""));
        if (!own && given(members[i]))
            load_fault_key(l, members[i], D_KEY_NOT_HERE, names[i], TD_STR("risk, custom"), TD_STR(""));
    }
}

static struct prompt compile_prompt(struct loader *l, const struct json_at *at)
{
    struct prompt_fields f;
    struct prompt prompt = {0};
    if (!load_object(l, at, &form_prompt, &f))
        return prompt;
    prompt.id = load_id(l, &f.id);
    prompt.kind = (enum prompt_kind)load_name(&f.kind, prompt_kind_names, 0);
    compile_prompt_moment(l, &f.at, &prompt);
    if (given(&f.kind))
        check_own_options(l, at, &f, has_own_options(prompt.kind));
    prompt.options = compile_options(l, &f);
    check_keys(l, &f);
    return prompt;
}

void compile_prompts(struct loader *l)
{
    struct json_at item;
    l->s->prompt_count = load_count(&l->file.prompts);
    struct prompt *prompts = arena_new(&l->s->arena, struct prompt, (size_t)l->s->prompt_count);
    for (bool more = load_first(&l->file.prompts, &item); more; more = json_next(&item))
        prompts[item.index] = compile_prompt(l, &item);
    l->s->prompts = prompts;
}

/* --- endings --- */

static struct ending compile_ending(struct loader *l, const struct json_at *at, uint32_t *fallbacks)
{
    struct ending_fields f;
    struct ending ending = {.grade = 1000};
    if (!load_object(l, at, &form_ending, &f))
        return ending;
    ending.id = load_id(l, &f.id);
    ending.outcome = (enum outcome)load_name(&f.outcome, outcome_names, 0);
    ending.condition = compile_ending_condition(l, &f.when);
    ending.grade = (int16_t)load_int(&f.grade, 1000);
    if (given(&f.outcome) && ending.condition == 0)
        *fallbacks |= UINT32_C(1) << ending.outcome;
    return ending;
}

/* Whatever happens, there are words for it.  Harm despite calm comes only to a suicidal person. */
static void need_every_outcome(struct loader *l, const struct json_at *list, uint32_t fallbacks)
{
    for (int i = 0; i < outcome_count; i++) {
        bool possible = i != OUTCOME_harm_despite_calm || l->s->profile.suicidal;
        if (given(list) && possible && !(fallbacks >> i & 1))
            load_fault(l, list, D_MISSING_ENDING, outcome_names[i], TD_STR(""));
    }
}

void compile_endings(struct loader *l)
{
    struct json_at item;
    uint32_t fallbacks = 0;
    const struct json_at *list = &l->file.endings;
    l->s->ending_count = load_count(list);
    struct ending *endings = arena_new(&l->s->arena, struct ending, (size_t)l->s->ending_count);
    for (bool more = load_first(list, &item); more; more = json_next(&item))
        endings[item.index] = compile_ending(l, &item, &fallbacks);
    need_every_outcome(l, list, fallbacks);
    l->s->endings = endings;
}
