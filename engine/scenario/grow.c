/* grow.c - doubling, with the one guard it needs: counts stay far below what an int can hold,
 * because limits.h bounds every list of a file. */
#include "grow.h"

#include <assert.h>

static void resize(struct grow *g, int32_t room)
{
    g->items = g->mem->resize(g->mem->context, g->items, (size_t)room * g->size);
    g->room = room;
}

void grow_finish(struct grow *g)
{
    if (g->items != NULL)
        resize(g, 0);
    g->items = NULL;
    g->count = 0;
}

void grow_reserve(struct grow *g, int32_t count)
{
    if (count > g->room)
        resize(g, count);
}

int32_t grow_add(struct grow *g, int32_t count)
{
    assert(count >= 0 && g->count < INT32_MAX / 4 - count);
    int32_t first = g->count;
    int32_t room = g->room;
    while (room < first + count)
        room = room < 64 ? 64 : room * 2;
    if (room > g->room)
        resize(g, room);
    if (count > 0)
        memset((char *)g->items + (size_t)first * g->size, 0, (size_t)count * g->size);
    g->count = first + count;
    return first;
}

void *grow_at(const struct grow *g, int32_t index)
{
    assert(index >= 0 && index < g->count);
    return (char *)g->items + (size_t)index * g->size;
}

void *grow_take(struct grow *g)
{
    void *items = g->items;
    *g = (struct grow){.mem = g->mem, .size = g->size};
    return items;
}
