/* arena.h - memory that is freed all at once.
 * Three lifetimes only: a scenario's, a session's, a call's.  A chunked bump allocator.
 * Out of memory stops the program inside the td_allocator, so nothing here returns NULL. */
#ifndef TD_BASE_ARENA_H
#define TD_BASE_ARENA_H

#include "str.h"

struct arena_chunk;
struct arena {
    const td_allocator *mem;
    struct arena_chunk *chunk; /* newest */
    size_t used;               /* in the newest chunk */
};
struct arena_mark {
    struct arena_chunk *chunk;
    size_t used;
};

/* Takes no memory yet.  mem must outlive the arena. */
void arena_init(struct arena *a, const td_allocator *mem);
/* Frees everything; the arena may be used again.  A zeroed arena is fine. */
void arena_finish(struct arena *a);
/* Zeroed memory, aligned for any type.  size 0 gives a valid pointer. */
void *arena_alloc(struct arena *a, size_t size);
#define arena_new(a, type, count) ((type *)arena_array((a), (count), sizeof(type)))
/* count * size, checked for overflow: too much is out of memory. */
void *arena_array(struct arena *a, size_t count, size_t size);
/* The text copied; an empty one too gets a valid pointer. */
td_str arena_copy(struct arena *a, td_str text);
/* The same with a NUL behind it. */
char *arena_cstr(struct arena *a, td_str text);
/* Where the arena stands now, and back to there: frees or hands out again all that was taken since.
 * Marks are rewound newest first; a mark is dead once an older one has been rewound. */
struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark mark);
/* Bytes held from the allocator, used or not. */
size_t arena_bytes(const struct arena *a);

#endif
