/* json_keys.c - the stack of open keys, and the search for twins.
 * A dozen keys are compared each with each, which needs no preparation.  Many are dealt out by hash
 * into about as many buckets, where hardly any meet; should a whole crowd meet in one, somebody has
 * made the keys so, and that bucket is sorted. */
#include "json_keys.h"
#include "hash.h"

#include <assert.h>

#define FEW 16

void json_keys_init(struct json_keys *keys, const td_allocator *mem)
{
    *keys = (struct json_keys){.mem = mem};
    arena_init(&keys->scratch, mem);
}

static struct json_key *resize(const struct json_keys *keys, struct json_key *items, size_t count)
{
    return keys->mem->resize(keys->mem->context, items, count * sizeof *items);
}

void json_keys_finish(struct json_keys *keys)
{
    if (keys->items != NULL)
        resize(keys, keys->items, 0);
    arena_finish(&keys->scratch);
}

static td_str decode(struct json_keys *keys, td_str raw)
{
    char *name = arena_alloc(&keys->scratch, raw.len);
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

/* Keys of one length mostly differ in their hash, or where there are few in their first letter, which spares the
 * call. */
static bool same(const struct json_key *a, const struct json_key *b)
{
    if (a->len != b->len || a->hash != b->hash)
        return false;
    return a->len == 0 || (*a->name == *b->name && memcmp(a->name, b->name, a->len) == 0);
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

/* spare is as large as items; returns which of the two holds them sorted. */
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

static const struct json_key *earlier(const struct json_key *a, const struct json_key *b)
{
    if (a == NULL || b == NULL)
        return a == NULL ? b : a;
    return a->at < b->at ? a : b;
}

static const struct json_key *find_among_sorted(const struct json_key *sorted, size_t count)
{
    const struct json_key *first = NULL;
    for (size_t i = 1; i < count; i++)
        if (same(&sorted[i], &sorted[i - 1]))
            first = earlier(first, &sorted[i]);
    return first;
}

/* Buckets by the low bits of the hash; bucket i is dealt[starts[i] .. starts[i + 1]). */
struct deal {
    struct json_key *dealt;
    uint32_t *starts;
    uint32_t buckets; /* a power of two */
};

static void hash_all(struct json_key *items, size_t count)
{
    for (size_t i = 0; i < count; i++)
        items[i].hash = (uint32_t)hash_finish(hash_bytes(HASH_START, items[i].name, items[i].len));
}

/* Keeps the order of the items inside each bucket.  starts is zeroed. */
static void deal_out(const struct deal *deal, const struct json_key *items, size_t count)
{
    uint32_t mask = deal->buckets - 1;
    uint32_t sum = 0;
    for (size_t i = 0; i < count; i++)
        deal->starts[items[i].hash & mask]++;
    for (uint32_t i = 0; i <= deal->buckets; i++) {
        uint32_t here = deal->starts[i];
        deal->starts[i] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++)
        deal->dealt[deal->starts[items[i].hash & mask]++] = items[i];
    /* each start has moved to its end, which is the start of the next */
    for (uint32_t i = deal->buckets; i > 0; i--)
        deal->starts[i] = deal->starts[i - 1];
    deal->starts[0] = 0;
}

/* spare has as much room as all buckets together. */
static const struct json_key *find_in_buckets(const struct deal *deal, struct json_key *spare)
{
    const struct json_key *first = NULL;
    for (uint32_t i = 0; i < deal->buckets; i++) {
        uint32_t start = deal->starts[i];
        struct json_key *bucket = deal->dealt + start;
        size_t count = deal->starts[i + 1] - start;
        if (count <= FEW)
            first = earlier(first, find_among_few(bucket, count));
        else
            first = earlier(first, find_among_sorted(sort(bucket, spare + start, count), count));
    }
    return first;
}

static bool copy_twin(const struct json_key *twin, struct json_key *ret)
{
    if (twin != NULL)
        *ret = *twin;
    return twin != NULL;
}

static struct deal deal_create(struct arena *scratch, size_t count)
{
    struct deal deal = {.buckets = 2 * FEW};
    while (deal.buckets < count)
        deal.buckets *= 2;
    deal.dealt = arena_new(scratch, struct json_key, count);
    deal.starts = arena_new(scratch, uint32_t, (size_t)deal.buckets + 1);
    return deal;
}

static bool find_among_many(struct json_keys *keys, size_t base, struct json_key *ret)
{
    struct json_key *items = keys->items + base;
    size_t count = keys->count - base;
    struct arena_mark mark = arena_mark(&keys->scratch);
    struct deal deal = deal_create(&keys->scratch, count);
    hash_all(items, count);
    deal_out(&deal, items, count);
    bool found = copy_twin(find_in_buckets(&deal, items), ret);
    arena_rewind(&keys->scratch, mark);
    return found;
}

bool json_keys_close(struct json_keys *keys, size_t base, struct json_key *ret)
{
    size_t count = keys->count - base;
    if (count < 2) { /* nothing to meet; before the first key there are no items at all */
        keys->count = base;
        return false;
    }
    bool found =
        count <= FEW ? copy_twin(find_among_few(keys->items + base, count), ret) : find_among_many(keys, base, ret);
    keys->count = base;
    return found;
}
