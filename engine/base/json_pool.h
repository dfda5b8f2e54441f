/* json_pool.h - where the tree of one JSON document lives: taken piece by piece, freed as one.
 * A large story is a million and a half small pieces, and giving them back one at a time took as long
 * as reading them. */
#ifndef TD_BASE_JSON_POOL_H
#define TD_BASE_JSON_POOL_H

#include "str.h"

struct json_pool_chunk;
struct json_pool {
    const td_allocator *mem;
    struct json_pool_chunk *chunk; /* newest; NULL: nothing was ever taken */
    char *at;                      /* the first free byte of it ... */
    size_t left;                   /* ... and how many there are */
};

/* Takes no memory yet.  mem must outlive the pool. */
void json_pool_init(struct json_pool *pool, const td_allocator *mem);
/* size > 0.  Not zeroed; aligned for pointers, doubles and 64-bit numbers.  Out of memory stops the program
 * inside the td_allocator. */
void *json_pool_take(struct json_pool *pool, size_t size);
/* Frees all that was taken. */
void json_pool_finish(struct json_pool *pool);

#endif
