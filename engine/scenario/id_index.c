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

/* The hash stands here too, so that a search goes to the entries only where it ends. */
struct id_slot {
    int32_t number; /* of the entry, + 1; 0 = free */
    uint32_t hash;
};

void id_index_init(struct id_index *ids, const td_allocator *mem)
{
    grow_init(&ids->entries, mem, struct id_entry);
    grow_init(&ids->slots, mem, struct id_slot);
}

void id_index_finish(struct id_index *ids)
{
    grow_finish(&ids->entries);
    grow_finish(&ids->slots);
}

/* The slot that holds the id, or the free one where it belongs. */
static struct id_slot *find_slot(const struct id_index *ids, td_str id, uint32_t hash)
{
    const struct id_entry *entries = ids->entries.items;
    struct id_slot *slots = ids->slots.items;
    uint32_t mask = (uint32_t)ids->slots.count - 1;
    for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
        if (slots[at].number == 0)
            return &slots[at];
        if (slots[at].hash == hash && str_eq(entries[slots[at].number - 1].id, id))
            return &slots[at];
    }
}

/* Only the slots move: they know the hashes, and no two of them are equal. */
static void spread(struct id_slot *slots, uint32_t mask, const struct id_slot *from, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        uint32_t at = from[i].hash & mask;
        if (from[i].number == 0)
            continue;
        while (slots[at].number != 0)
            at = (at + 1) & mask;
        slots[at] = from[i];
    }
}

static void make_room(struct id_index *ids)
{
    struct grow old = ids->slots;
    int32_t size = old.count == 0 ? 64 : old.count * 4;
    if (ids->entries.count * 2 < old.count)
        return;
    grow_init(&ids->slots, old.mem, struct id_slot);
    grow_add(&ids->slots, size);
    spread(ids->slots.items, (uint32_t)size - 1, old.items, old.count);
    grow_finish(&old);
}

const struct id_entry *id_index_add(struct id_index *ids, td_str id, int32_t value, td_str section)
{
    make_room(ids);
    uint32_t hash = id_hash(id);
    struct id_slot *slot = find_slot(ids, id, hash);
    if (slot->number != 0)
        return grow_item(&ids->entries, const struct id_entry, slot->number - 1);
    int32_t number = grow_add(&ids->entries, 1);
    *grow_item(&ids->entries, struct id_entry, number) = (struct id_entry){id, value, section};
    *slot = (struct id_slot){number + 1, hash};
    return NULL;
}

int32_t id_index_find(const struct id_index *ids, td_str id)
{
    if (ids->slots.count == 0)
        return NONE;
    int32_t number = find_slot(ids, id, id_hash(id))->number;
    return number == 0 ? NONE : grow_item(&ids->entries, const struct id_entry, number - 1)->value;
}

td_str id_index_nearest(const struct id_index *ids, td_str wrong)
{
    int best = wrong.len < 4 ? 2 : wrong.len < 8 ? 3 : 4; /* one more than allowed */
    td_str nearest = TD_STR("");
    for (int32_t i = 0; i < ids->entries.count; i++) {
        td_str id = grow_item(&ids->entries, const struct id_entry, i)->id;
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
