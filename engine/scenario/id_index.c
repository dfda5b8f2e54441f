/* id_index.c - linear probing, never more than half full. */
#include "id_index.h"
#include "hash.h"

uint32_t id_hash_fold(uint64_t h)
{
    return (uint32_t)(h ^ h >> 32);
}

uint32_t id_hash(td_str id)
{
    return id_hash_fold(hash_bytes(HASH_START, id.ptr, id.len));
}

void id_index_init(struct id_index *ids, const td_allocator *mem)
{
    grow_init(&ids->entries, mem, struct id_entry);
    grow_init(&ids->slots, mem, int32_t);
}

void id_index_finish(struct id_index *ids)
{
    grow_finish(&ids->entries);
    grow_finish(&ids->slots);
}

static const struct id_entry *entry_at(const struct id_index *ids, int32_t number)
{
    return grow_item(&ids->entries, const struct id_entry, number);
}

/* The slot that holds the id, or the free one where it belongs. */
static int32_t *find_slot(const struct id_index *ids, td_str id, uint32_t hash)
{
    uint32_t mask = (uint32_t)ids->slots.count - 1;
    for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
        int32_t *slot = grow_item(&ids->slots, int32_t, (int32_t)at);
        if (*slot == 0)
            return slot;
        const struct id_entry *entry = entry_at(ids, *slot - 1);
        if (entry->hash == hash && str_eq(entry->id, id))
            return slot;
    }
}

static void make_room(struct id_index *ids)
{
    int32_t size = ids->slots.count == 0 ? 64 : ids->slots.count * 2;
    if (ids->entries.count * 2 < ids->slots.count)
        return;
    grow_finish(&ids->slots);
    grow_add(&ids->slots, size);
    for (int32_t i = 0; i < ids->entries.count; i++)
        *find_slot(ids, entry_at(ids, i)->id, entry_at(ids, i)->hash) = i + 1;
}

const struct id_entry *id_index_add(struct id_index *ids, td_str id, int32_t value, td_str section)
{
    make_room(ids);
    uint32_t hash = id_hash(id);
    int32_t *slot = find_slot(ids, id, hash);
    if (*slot != 0)
        return entry_at(ids, *slot - 1);
    int32_t number = grow_add(&ids->entries, 1);
    *grow_item(&ids->entries, struct id_entry, number) = (struct id_entry){id, value, hash, section};
    *slot = number + 1;
    return NULL;
}

int32_t id_index_find(const struct id_index *ids, td_str id)
{
    if (ids->slots.count == 0)
        return NONE;
    int32_t slot = *find_slot(ids, id, id_hash(id));
    return slot == 0 ? NONE : entry_at(ids, slot - 1)->value;
}

td_str id_index_nearest(const struct id_index *ids, td_str wrong)
{
    int best = wrong.len < 4 ? 2 : wrong.len < 8 ? 3 : 4; /* one more than allowed */
    td_str nearest = TD_STR("");
    for (int32_t i = 0; i < ids->entries.count; i++) {
        td_str id = entry_at(ids, i)->id;
        size_t apart = id.len > wrong.len ? id.len - wrong.len : wrong.len - id.len;
        if (apart >= (size_t)best) /* cannot be nearer: spares the slow question */
            continue;
        int distance = str_distance(wrong, id);
        if (distance >= best)
            continue;
        best = distance;
        nearest = id;
    }
    return nearest;
}

static td_str id_of(const void *items, size_t size, int32_t index)
{
    return *(const td_str *)(const void *)((const char *)items + (size_t)index * size);
}

struct id_slots id_slots_build(struct arena *a, const void *items, int32_t count, size_t size)
{
    uint32_t room = 2;
    while (room < (uint32_t)count * 2)
        room *= 2;
    int32_t *slot = arena_new(a, int32_t, room);
    for (int32_t i = 0; i < count; i++) {
        td_str id = id_of(items, size, i);
        uint32_t at = id_hash(id) & (room - 1);
        while (slot[at] != 0 && !str_eq(id_of(items, size, slot[at] - 1), id))
            at = (at + 1) & (room - 1);
        if (slot[at] == 0)
            slot[at] = i + 1;
    }
    return (struct id_slots){slot, room - 1};
}

int32_t id_slots_find(struct id_slots slots, const void *items, size_t size, td_str id)
{
    if (slots.slot == NULL)
        return NONE;
    for (uint32_t at = id_hash(id) & slots.mask; slots.slot[at] != 0; at = (at + 1) & slots.mask)
        if (str_eq(id_of(items, size, slots.slot[at] - 1), id))
            return slots.slot[at] - 1;
    return NONE;
}
