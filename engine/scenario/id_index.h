/* id_index.h - from a name to a number in constant time, however many names a file has.
 * Open addressing over a growing list: no step of the loader may become quadratic. */
#ifndef TD_SCENARIO_ID_INDEX_H
#define TD_SCENARIO_ID_INDEX_H

#include "grow.h"
#include "scenario.h"

struct id_index {
    struct grow entries; /* struct id_entry, in the order they came */
    struct grow slots;   /* struct id_slot */
};

struct id_entry {
    td_str id; /* borrowed */
    int32_t value;
    td_str section; /* where it was declared: "facts"; for those who report it taken */
};

void id_index_init(struct id_index *ids, const td_allocator *mem);
/* A zeroed index is fine. */
void id_index_finish(struct id_index *ids);
/* Adds a name and returns NULL; if it is there already, returns the entry that has it instead. */
const struct id_entry *id_index_add(struct id_index *ids, td_str id, int32_t value, td_str section);
/* The value, or NONE. */
int32_t id_index_find(const struct id_index *ids, td_str id);
/* The name nearest to a wrong one, or empty. */
td_str id_index_nearest(const struct id_index *ids, td_str wrong);

/* The same for what has been built: items are `count` structs of `size` bytes, each beginning with its
 * td_str id.  The slots are made in the arena.  Of equal ids the first is found. */
struct id_slots id_slots_build(struct arena *a, const void *items, int32_t count, size_t size);
int32_t id_slots_find(struct id_slots slots, const void *items, size_t size, td_str id);

uint32_t id_hash(td_str id);
/* The hash of an id that was hashed in pieces by hash_bytes() from HASH_START. */
uint32_t id_hash_fold(uint64_t h);

#endif
