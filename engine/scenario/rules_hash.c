/* rules_hash.c - one number for everything in a scenario but its words.
 * A journal names it: with other rules the same commands would be another play.  The members of an
 * object are added up, so their order does not count; white space never gets here.  Left out is what
 * changes nothing that can happen: the author's own x- keys, who reviewed it, where it comes from,
 * the tool's counter of ids, and what is written out though leaving it out means the same. */
#include "hash.h"
#include "loader.h"

static bool is_rule(td_str key, bool top)
{
    if (str_starts(key, TD_STR("x-")))
        return false;
    return !top ||
           !(str_is(key, "reviewed_by") || str_is(key, "sources") || str_is(key, "last_id") || str_is(key, "$schema"));
}

/* What these members mean where they are left out, in every kind of object that has them. */
static const struct given {
    const char *key;
    enum json_type type;
    int32_t value;
} when_left_out[] = {{"q", JSON_INT, 1000},
                     {"tone", JSON_INT, 0},
                     {"pace", JSON_INT, 0},
                     {"dt", JSON_INT, 45},
                     {"complexity", JSON_INT, 1},
                     {"priority", JSON_INT, 0},
                     {"grade", JSON_INT, 1000},
                     {"P", JSON_INT, 0},
                     {"U", JSON_INT, 0},
                     {"T", JSON_INT, 0},
                     {"H", JSON_INT, 0},
                     {"once", JSON_BOOL, true},
                     {"live", JSON_BOOL, false},
                     {"discuss", JSON_BOOL, false},
                     {"fixed", JSON_BOOL, false},
                     {"scene_break", JSON_BOOL, false},
                     {"needed", JSON_BOOL, false},
                     {"handover", JSON_BOOL, false},
                     {"suggested", JSON_BOOL, false}};

static bool goes_without_saying(const struct json_at *member)
{
    td_str key = json_key(member);
    enum json_type type = json_type(member);
    for (size_t i = 0; i < sizeof when_left_out / sizeof *when_left_out; i++) {
        const struct given *given = &when_left_out[i];
        if (type == given->type && str_is(key, given->key))
            return (type == JSON_INT ? json_int(member) : json_bool(member)) == given->value;
    }
    return false;
}

/* hash_u64() goes byte by byte; whole numbers are folded in at once. */
static uint64_t fold(uint64_t h, uint64_t value)
{
    return hash_finish(h * UINT64_C(0x9E3779B97F4A7C15) + value);
}

static uint64_t hash_text(td_str text)
{
    return fold(hash_bytes(HASH_START, text.ptr, text.len), text.len);
}

static uint64_t hash_value(const struct json_at *at);

static uint64_t hash_object(const struct json_at *at)
{
    struct json_at member;
    uint64_t sum = 0;
    for (bool more = json_first(at, &member); more; more = json_next(&member))
        if (is_rule(json_key(&member), at->parent == NULL) && !goes_without_saying(&member))
            sum += fold(hash_text(json_key(&member)), hash_value(&member));
    return sum;
}

static uint64_t hash_array(const struct json_at *at)
{
    struct json_at item;
    uint64_t h = HASH_START;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        h = fold(h, hash_value(&item));
    return h;
}

static uint64_t hash_content(const struct json_at *at)
{
    switch (json_type(at)) {
    case JSON_BOOL: return json_bool(at);
    case JSON_INT: return (uint64_t)json_int(at);
    case JSON_STRING: return hash_text(json_string(at));
    case JSON_ARRAY: return hash_array(at);
    case JSON_OBJECT: return hash_object(at);
    case JSON_NULL: break;
    }
    return 0;
}

static uint64_t hash_value(const struct json_at *at)
{
    return fold(HASH_START + json_type(at), hash_content(at));
}

uint64_t scenario_rules_hash(const struct json_at *root)
{
    return hash_value(root);
}
