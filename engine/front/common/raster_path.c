/* raster_path.c - a path as straight pieces short enough to look round. */
#include "raster.h"

#include "memory.h"

#include <math.h>

void raster_path_clear(struct raster_path *path)
{
    path->count = 0;
    path->figures = 0;
}

void raster_path_finish(struct raster_path *path)
{
    memory_std.resize(memory_std.context, path->points, 0);
    memory_std.resize(memory_std.context, path->starts, 0);
    memory_std.resize(memory_std.context, path->closed, 0);
    *path = (struct raster_path){0};
}

static void *grown(void *block, size_t size)
{
    return memory_std.resize(memory_std.context, block, size);
}

static void add_point(struct raster_path *path, struct raster_pt p)
{
    if (path->count == path->room) {
        path->room = path->room ? path->room * 2 : 256;
        path->points = grown(path->points, (size_t)path->room * sizeof *path->points);
    }
    path->points[path->count++] = p;
}

void raster_path_move(struct raster_path *path, struct raster_pt to)
{
    if (path->figures == path->figure_room) {
        path->figure_room = path->figure_room ? path->figure_room * 2 : 32;
        path->starts = grown(path->starts, (size_t)path->figure_room * sizeof *path->starts);
        path->closed = grown(path->closed, (size_t)path->figure_room * sizeof *path->closed);
    }
    path->starts[path->figures] = path->count;
    path->closed[path->figures++] = false;
    add_point(path, to);
}

void raster_path_line(struct raster_path *path, struct raster_pt to)
{
    if (path->figures == 0 || path->closed[path->figures - 1])
        raster_path_move(path, to);
    else
        add_point(path, to);
}

static float distance(struct raster_pt a, struct raster_pt b)
{
    return fabsf(a.x - b.x) + fabsf(a.y - b.y);
}

/* The number of pieces grows with the root of how far the handles stand off. */
void raster_path_curve(struct raster_path *path, struct raster_pt c1, struct raster_pt c2, struct raster_pt to)
{
    if (path->figures == 0 || path->closed[path->figures - 1])
        raster_path_move(path, c1);
    struct raster_pt from = path->points[path->count - 1];
    struct raster_pt bend1 = {from.x - 2 * c1.x + c2.x, from.y - 2 * c1.y + c2.y};
    struct raster_pt bend2 = {c1.x - 2 * c2.x + to.x, c1.y - 2 * c2.y + to.y};
    struct raster_pt none = {0, 0};
    float first = distance(bend1, none), second = distance(bend2, none);
    float bend = first > second ? first : second;
    int pieces = (int)(sqrtf(bend) * 2.4f) + 1;
    if (pieces > 40)
        pieces = 40;
    for (int i = 1; i <= pieces; i++) {
        float t = (float)i / (float)pieces, u = 1 - t;
        float w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
        add_point(path, (struct raster_pt){w0 * from.x + w1 * c1.x + w2 * c2.x + w3 * to.x,
                                           w0 * from.y + w1 * c1.y + w2 * c2.y + w3 * to.y});
    }
}

void raster_path_close(struct raster_path *path)
{
    if (path->figures > 0)
        path->closed[path->figures - 1] = true;
}
