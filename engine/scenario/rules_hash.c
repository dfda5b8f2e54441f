/* rules_hash.c - one number for everything in a scenario but its words.
 * A journal names it: with other rules the same commands would be another play.  The members of an
 * object are added up, so their order does not count; white space never gets here.  Left out is what
 * changes nothing that can happen: the author's own x- keys, who reviewed it, where it comes from,
 * and the tool's counter of ids. */
#include "hash.h"
#include "loader.h"

static bool is_rule(td_str key, bool top)
{
    if (str_starts(key, TD_STR("x-")))
        return false;
    return !top ||
           !(str_is(key, "reviewed_by") || str_is(key, "sources") || str_is(key, "last_id") || str_is(key, "$schema"));
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
        if (is_rule(json_key(&member), at->parent == NULL))
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
