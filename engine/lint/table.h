/* table.h - a growing table of small records, found by a 64-bit key, in the order in which they came. */
#ifndef TD_LINT_TABLE_H
#define TD_LINT_TABLE_H

#include "arena.h"

struct table {
    struct arena *arena;
    size_t item_size;
    void *items; /* count of them, in the order of their first look-up */
    uint64_t *keys;
    int32_t *slots; /* index + 1, 0 = free */
    int32_t count, room;
};

/* Takes no memory yet; what it takes later is the arena's. */
void table_init(struct table *table, struct arena *arena, size_t item_size);
/* The record of this key, zeroed if it is new.  Good until the next call. */
void *table_item(struct table *table, uint64_t key);
/* The same, but NULL if there is none. */
void *table_find(const struct table *table, uint64_t key);

#endif
