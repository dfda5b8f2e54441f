/* table.c - open addressing over an array that doubles; an item is never taken out. */
#include "table.h"

enum { FIRST_ROOM = 64 };

void table_init(struct table *table, struct arena *arena, size_t item_size)
{
    *table = (struct table){.arena = arena, .item_size = item_size};
}

/* Twice as many slots as there is room for items; always a power of two. */
static uint32_t slot_mask(const struct table *table)
{
    return (uint32_t)table->room * 2 - 1;
}

/* Where the key is, or the free slot where it belongs. */
static uint32_t slot_of(const struct table *table, uint64_t key)
{
    uint32_t mask = slot_mask(table);
    uint32_t at = (uint32_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 33) & mask;
    while (table->slots[at] != 0 && table->keys[table->slots[at] - 1] != key)
        at = (at + 1) & mask;
    return at;
}

static void grow(struct table *table)
{
    const void *items = table->items;
    const uint64_t *keys = table->keys;
    table->room = table->room == 0 ? FIRST_ROOM : table->room * 2;
    table->items = arena_array(table->arena, (size_t)table->room, table->item_size);
    table->keys = arena_new(table->arena, uint64_t, (size_t)table->room);
    table->slots = arena_new(table->arena, int32_t, (size_t)table->room * 2);
    if (table->count == 0)
        return;
    memcpy(table->items, items, (size_t)table->count * table->item_size);
    memcpy(table->keys, keys, (size_t)table->count * sizeof *keys);
    for (int32_t i = 0; i < table->count; i++)
        table->slots[slot_of(table, table->keys[i])] = i + 1;
}

static void *item_at(const struct table *table, int32_t index)
{
    return (char *)table->items + (size_t)index * table->item_size;
}

void *table_item(struct table *table, uint64_t key)
{
    if (table->count == table->room)
        grow(table);
    uint32_t at = slot_of(table, key);
    if (table->slots[at] == 0) {
        table->keys[table->count] = key;
        table->slots[at] = ++table->count;
    }
    return item_at(table, table->slots[at] - 1);
}

void *table_find(const struct table *table, uint64_t key)
{
    if (table->room == 0)
        return NULL;
    int32_t index = table->slots[slot_of(table, key)];
    return index == 0 ? NULL : item_at(table, index - 1);
}
