/* json_pool.c - a chain of chunks, each twice the last one up to a ceiling.
 * Not an arena: that one zeroes what it hands out and aligns it for any type, and here a million
 * keys of three letters wait. */
#include "json_pool.h"

#include <assert.h>

#define STEP ((size_t)8)
#define CHUNK_FIRST ((size_t)8 << 10)
#define CHUNK_CEILING ((size_t)1 << 20)

struct json_pool_chunk {
    struct json_pool_chunk *older;
    size_t room; /* bytes behind this head, or the ceiling if that is less: one giant makes no giants */
    _Alignas(8) char bytes[];
};

void json_pool_init(struct json_pool *pool, const td_allocator *mem)
{
    *pool = (struct json_pool){.mem = mem};
}

static void add_chunk(struct json_pool *pool, size_t size)
{
    size_t room = pool->chunk == NULL ? CHUNK_FIRST : pool->chunk->room * 2;
    if (room > CHUNK_CEILING)
        room = CHUNK_CEILING;
    if (room < size)
        room = size;
    struct json_pool_chunk *chunk = pool->mem->resize(pool->mem->context, NULL, sizeof *chunk + room);
    chunk->older = pool->chunk;
    chunk->room = room < CHUNK_CEILING ? room : CHUNK_CEILING;
    pool->chunk = chunk;
    pool->at = chunk->bytes;
    pool->left = room;
}

void *json_pool_take(struct json_pool *pool, size_t size)
{
    assert(size > 0);
    size_t whole = (size + STEP - 1) & ~(STEP - 1);
    if (whole < size) /* no machine has it: let the allocator say so */
        whole = SIZE_MAX / 2;
    if (whole > pool->left)
        add_chunk(pool, whole);
    void *block = pool->at;
    pool->at += whole;
    pool->left -= whole;
    return block;
}

void json_pool_finish(struct json_pool *pool)
{
    while (pool->chunk != NULL) {
        struct json_pool_chunk *dead = pool->chunk;
        pool->chunk = dead->older;
        pool->mem->resize(pool->mem->context, dead, 0);
    }
    pool->left = 0;
}
