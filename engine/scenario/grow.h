/* grow.h - an array whose length is not known before the end of a file.
 * It grows in place through the allocator and is handed over as it is, so that a large scenario is never
 * held twice. */
#ifndef TD_SCENARIO_GROW_H
#define TD_SCENARIO_GROW_H

#include "arena.h"

struct grow {
    const td_allocator *mem;
    void *items;
    int32_t count, room;
    size_t size; /* of one item */
};

#define grow_init(which, allocator, type) (*(which) = (struct grow){.mem = (allocator), .size = sizeof(type)})
/* A zeroed array is fine. */
void grow_finish(struct grow *g);
/* Makes room for count items in all: for who knows before. */
void grow_reserve(struct grow *g, int32_t count);
/* count zeroed items behind the others; returns the index of the first.  Moves the array. */
int32_t grow_add(struct grow *g, int32_t count);
/* Good until the next grow_add(). */
void *grow_at(const struct grow *g, int32_t index);
#define grow_item(which, type, index) ((type *)grow_at((which), (index)))
/* Hands the array over: the caller's, to be given back to the allocator with resize(..., 0).  NULL if
 * it is empty. */
void *grow_take(struct grow *g);

#endif
