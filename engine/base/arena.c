/* arena.c - a chain of chunks, filled from the front, newest first.
 * Each chunk is twice the last one up to a ceiling: small users stay small, and a large one wastes
 * at most one ceiling.  Under AddressSanitizer what is not handed out is fenced off, so a slice
 * used after its arena was rewound is caught on the spot. */
#include "arena.h"

#include <assert.h>

#if defined(__SANITIZE_ADDRESS__)
#define HAVE_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAVE_ASAN 1
#endif
#endif
#ifdef HAVE_ASAN
#include <sanitizer/asan_interface.h>
#define FENCE(ptr, size) ASAN_POISON_MEMORY_REGION((ptr), (size))
#define UNFENCE(ptr, size) ASAN_UNPOISON_MEMORY_REGION((ptr), (size))
#else
#define FENCE(ptr, size) ((void)(ptr), (void)(size))
#define UNFENCE(ptr, size) ((void)(ptr), (void)(size))
#endif

#define CHUNK_FIRST ((size_t)4 << 10)
#define CHUNK_CEILING ((size_t)1 << 20)

struct arena_chunk {
    struct arena_chunk *older;
    size_t room; /* bytes behind this head */
    _Alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *a, const td_allocator *mem)
{
    *a = (struct arena){.mem = mem};
}

static void *resize(struct arena *a, void *block, size_t size)
{
    return a->mem->resize(a->mem->context, block, size);
}

static void drop_newest(struct arena *a)
{
    struct arena_chunk *dead = a->chunk;
    a->chunk = dead->older;
    UNFENCE(dead->bytes, dead->room);
    resize(a, dead, 0);
}

void arena_finish(struct arena *a)
{
    while (a->chunk != NULL)
        drop_newest(a);
    a->used = 0;
}

static size_t room_for(const struct arena *a, size_t size)
{
    size_t room = a->chunk == NULL ? CHUNK_FIRST : a->chunk->room * 2;
    if (room > CHUNK_CEILING)
        room = CHUNK_CEILING;
    return size > room ? size : room;
}

static void add_chunk(struct arena *a, size_t size)
{
    size_t room = room_for(a, size);
    if (room > SIZE_MAX - sizeof(struct arena_chunk)) /* no machine has it: let the allocator say so */
        room = SIZE_MAX - sizeof(struct arena_chunk);
    struct arena_chunk *chunk = resize(a, NULL, sizeof(struct arena_chunk) + room);
    assert(chunk != NULL);
    chunk->older = a->chunk;
    chunk->room = room;
    FENCE(chunk->bytes, room);
    a->chunk = chunk;
    a->used = 0;
}

/* Bytes with anything in them; align is a power of two. */
static void *take(struct arena *a, size_t size, size_t align)
{
    size_t start = (a->used + align - 1) & ~(align - 1);
    if (a->chunk == NULL || start > a->chunk->room || size > a->chunk->room - start) {
        add_chunk(a, size);
        start = 0;
    }
    a->used = start + size;
    UNFENCE(a->chunk->bytes + start, size);
    return a->chunk->bytes + start;
}

void *arena_alloc(struct arena *a, size_t size)
{
    void *block = take(a, size, _Alignof(max_align_t));
    if (size > 0)
        memset(block, 0, size);
    return block;
}

void *arena_array(struct arena *a, size_t count, size_t size)
{
    bool fits = size == 0 || count <= SIZE_MAX / size;
    return arena_alloc(a, fits ? count * size : SIZE_MAX);
}

td_str arena_copy(struct arena *a, td_str text)
{
    char *copy = take(a, text.len, 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    return (td_str){copy, text.len};
}

char *arena_cstr(struct arena *a, td_str text)
{
    char *copy = take(a, text.len + 1, 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    return copy;
}

struct arena_mark arena_mark(const struct arena *a)
{
    return (struct arena_mark){a->chunk, a->used};
}

void arena_rewind(struct arena *a, struct arena_mark mark)
{
    while (a->chunk != mark.chunk) {
        assert(a->chunk != NULL); /* a mark of this arena, not yet rewound past */
        drop_newest(a);
    }
    a->used = mark.used;
    if (a->chunk != NULL)
        FENCE(a->chunk->bytes + mark.used, a->chunk->room - mark.used);
}

size_t arena_bytes(const struct arena *a)
{
    size_t sum = 0;
    for (const struct arena_chunk *chunk = a->chunk; chunk != NULL; chunk = chunk->older)
        sum += sizeof(struct arena_chunk) + chunk->room;
    return sum;
}
