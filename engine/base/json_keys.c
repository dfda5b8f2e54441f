/* json_keys.c - the stack of open keys, and the search for twins.
 * A dozen keys are compared each with each, which needs no preparation; many are sorted by hash,
 * then by name, then by place. */
#include "json_keys.h"
#include "hash.h"

#include <assert.h>

#define FEW ((size_t)16)

void json_keys_init(struct json_keys *keys, const td_allocator *mem)
{
    *keys = (struct json_keys){.mem = mem};
    arena_init(&keys->decoded, mem);
}

static struct json_key *resize(const struct json_keys *keys, struct json_key *items, size_t count)
{
    return keys->mem->resize(keys->mem->context, items, count * sizeof *items);
}

void json_keys_finish(struct json_keys *keys)
{
    if (keys->items != NULL)
        resize(keys, keys->items, 0);
    if (keys->spare != NULL)
        resize(keys, keys->spare, 0);
    arena_finish(&keys->decoded);
}

static td_str decode(struct json_keys *keys, td_str raw)
{
    char *name = arena_alloc(&keys->decoded, raw.len);
    return (td_str){name, json_unescape(raw, name)};
}

void json_keys_add(struct json_keys *keys, struct json_raw key)
{
    td_str name = key.escaped ? decode(keys, key.text) : key.text;
    assert(name.len <= UINT32_MAX);
    if (keys->count == keys->size) {
        keys->size = keys->size == 0 ? 256 : keys->size * 2;
        keys->items = resize(keys, keys->items, keys->size);
    }
    keys->items[keys->count++] = (struct json_key){name.ptr, (uint32_t)name.len, 0, key.text.ptr - 1};
}

static bool same(const struct json_key *a, const struct json_key *b)
{
    return a->len == b->len && memcmp(a->name, b->name, a->len) == 0;
}

static const struct json_key *find_among_few(const struct json_key *items, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (same(&items[i], &items[j]))
                return &items[i];
    return NULL;
}

static bool goes_before(const struct json_key *a, const struct json_key *b)
{
    if (a->hash != b->hash)
        return a->hash < b->hash;
    if (a->len != b->len)
        return a->len < b->len;
    int order = memcmp(a->name, b->name, a->len);
    return order != 0 ? order < 0 : a->at < b->at;
}

/* Two sorted halves, from[0 .. half) and from[half .. count), into one. */
static void merge(const struct json_key *from, size_t half, size_t count, struct json_key *to)
{
    size_t left = 0;
    size_t right = half;
    for (size_t i = 0; i < count; i++) {
        bool take_right = left == half || (right < count && goes_before(&from[right], &from[left]));
        to[i] = take_right ? from[right++] : from[left++];
    }
}

/* One round: runs of `run` sorted items become runs of twice that. */
static void merge_runs(const struct json_key *from, size_t count, size_t run, struct json_key *to)
{
    for (size_t at = 0; at < count; at += 2 * run) {
        size_t both = count - at < 2 * run ? count - at : 2 * run;
        merge(from + at, both < run ? both : run, both, to + at);
    }
}

/* Returns where the sorted items are: in items or in spare. */
static const struct json_key *sort(struct json_key *items, struct json_key *spare, size_t count)
{
    for (size_t run = 1; run < count; run *= 2) {
        struct json_key *sorted = spare;
        merge_runs(items, count, run, sorted);
        spare = items;
        items = sorted;
    }
    return items;
}

static const struct json_key *first_twin(const struct json_key *sorted, size_t count)
{
    const struct json_key *first = NULL;
    for (size_t i = 1; i < count; i++)
        if (same(&sorted[i], &sorted[i - 1]) && (first == NULL || sorted[i].at < first->at))
            first = &sorted[i];
    return first;
}

static const struct json_key *find_among_many(struct json_keys *keys, size_t base)
{
    size_t count = keys->count - base;
    if (keys->spare_size < count) {
        keys->spare = resize(keys, keys->spare, count);
        keys->spare_size = count;
    }
    for (size_t i = base; i < keys->count; i++) {
        struct json_key *key = &keys->items[i];
        key->hash = (uint32_t)hash_finish(hash_bytes(HASH_START, key->name, key->len));
    }
    return first_twin(sort(keys->items + base, keys->spare, count), count);
}

bool json_keys_close(struct json_keys *keys, size_t base, struct json_key *ret)
{
    size_t count = keys->count - base;
    const struct json_key *twin =
        count <= FEW ? find_among_few(keys->items + base, count) : find_among_many(keys, base);
    if (twin != NULL)
        *ret = *twin;
    keys->count = base;
    return twin != NULL;
}
