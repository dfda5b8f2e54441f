/* grow.h - an array whose length is not known before the end of a file.
 * It grows in place through the allocator, so that a large scenario is never held twice; at the end
 * the loader moves it into the scenario's arena in one piece. */
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
/* count zeroed items behind the others; returns the index of the first.  Moves the array. */
int32_t grow_add(struct grow *g, int32_t count);
/* Good until the next grow_add(). */
void *grow_at(const struct grow *g, int32_t index);
#define grow_item(which, type, index) ((type *)grow_at((which), (index)))
/* Copies the array into the arena and frees it here. */
void *grow_move(struct grow *g, struct arena *to);

#endif
