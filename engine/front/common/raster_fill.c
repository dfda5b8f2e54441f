/* raster_fill.c - how much of each pixel a path covers.
 * Every edge adds its signed area to the pixels it crosses; a running sum along the row is then the
 * coverage.  Overlaps wound the same way are cut at full coverage, so several limbs in one path make
 * one silhouette; a figure wound the other way cuts a hole. */
#include "raster.h"

#include "memory.h"

#include <math.h>
#include <string.h>

static void *grown(void *block, size_t size)
{
    return memory_std.resize(memory_std.context, block, size);
}

void raster_cover_finish(struct raster_cover *cover)
{
    grown(cover->area, 0);
    grown(cover->outline, 0);
    grown(cover->row_from, 0);
    grown(cover->row_to, 0);
    *cover = (struct raster_cover){0};
}

static float lesser(float a, float b)
{
    return a < b ? a : b;
}

static float greater(float a, float b)
{
    return a > b ? a : b;
}

struct bounds {
    float x0, y0, x1, y1;
};

static void bounds_add(struct bounds *b, struct raster_pt p)
{
    b->x0 = lesser(b->x0, p.x);
    b->y0 = lesser(b->y0, p.y);
    b->x1 = greater(b->x1, p.x);
    b->y1 = greater(b->y1, p.y);
}

static int clamp_int(float v, int low, int high)
{
    return v < (float)low ? low : v > (float)high ? high : (int)v;
}

static struct raster_box path_box(const struct raster_path *path, float half, const struct raster_box *limit)
{
    struct bounds b = {1e9f, 1e9f, -1e9f, -1e9f};
    for (int i = 0; i < path->count; i++)
        bounds_add(&b, path->points[i]);
    float more = half * 1.5f + 1;
    return (struct raster_box){
        clamp_int(floorf(b.x0 - more), limit->x0, limit->x1), clamp_int(floorf(b.y0 - more), limit->y0, limit->y1),
        clamp_int(ceilf(b.x1 + more), limit->x0, limit->x1), clamp_int(ceilf(b.y1 + more), limit->y0, limit->y1)};
}

/* The buffer for a box: all zero between uses, because sweeping a row clears it. */
struct field {
    struct raster_cover *cover;
    struct raster_box box;
    int width, height, pitch;
};

static struct field field_open(struct raster_cover *cover, struct raster_box box)
{
    struct field f = {cover, box, box.x1 - box.x0, box.y1 - box.y0, box.x1 - box.x0 + 3};
    size_t need = (size_t)f.pitch * (size_t)f.height;
    if (need > cover->area_room) {
        cover->area = grown(cover->area, need * sizeof *cover->area);
        memset(cover->area + cover->area_room, 0, (need - cover->area_room) * sizeof *cover->area);
        cover->area_room = need;
    }
    if (f.height > cover->row_room) {
        cover->row_room = f.height;
        cover->row_from = grown(cover->row_from, (size_t)f.height * sizeof(int));
        cover->row_to = grown(cover->row_to, (size_t)f.height * sizeof(int));
    }
    for (int i = 0; i < f.height; i++) {
        cover->row_from[i] = f.width;
        cover->row_to[i] = 0;
    }
    return f;
}

#define FULL (1 << 20) /* a whole pixel */

/* One row's piece of an edge, from x to next, taking d of the row's height (signed). */
static void add_piece(struct field *f, int row, float x, float next, float d)
{
    d *= (float)FULL;
    float low = lesser(x, next), high = greater(x, next);
    float width = (float)f->width, span = high - low;
    int32_t *a = f->cover->area + (size_t)row * (size_t)f->pitch;
    if (low < 0) { /* what lies left of the box counts as a whole, what lies right of it not at all */
        float outside = high <= 0 ? d : d * -low / span;
        a[0] += (int32_t)outside;
        f->cover->row_from[row] = 0;
        if (f->cover->row_to[row] < 1)
            f->cover->row_to[row] = 1;
        d -= outside;
        low = 0;
        if (high <= 0)
            return;
    }
    if (high > width) { /* but up to there the row goes on */
        f->cover->row_to[row] = f->width + 1;
        if (low >= width)
            return;
        d -= d * (high - width) / (high - low);
        high = width;
    }
    int i0 = (int)low, i1 = (int)ceilf(high);
    if (i0 < f->cover->row_from[row])
        f->cover->row_from[row] = i0;
    if (i1 + 1 > f->cover->row_to[row])
        f->cover->row_to[row] = i1 + 1;
    if (i1 <= i0 + 1) {
        float middle = 0.5f * (low + high) - (float)i0;
        int32_t later = (int32_t)(d * middle);
        a[i0] += (int32_t)d - later;
        a[i0 + 1] += later;
        return;
    }
    float s = 1 / (high - low), start = low - (float)i0, before = 0.5f * s * (1 - start) * (1 - start);
    float end = high - (float)i1 + 1, after = 0.5f * s * end * end;
    /* What is given away in whole numbers is counted, so that the row ends at exactly nothing. */
    int32_t left = (int32_t)d, share = (int32_t)(d * before);
    a[i0] += share;
    left -= share;
    if (i1 > i0 + 2) {
        float second = s * (1.5f - start);
        share = (int32_t)(d * (second - before));
        a[i0 + 1] += share;
        left -= share;
        share = (int32_t)(d * s);
        for (int i = i0 + 2; i < i1 - 1; i++)
            a[i] += share;
        left -= share * (i1 - i0 - 3);
    }
    share = (int32_t)(d * after);
    a[i1 - 1] += left - share;
    a[i1] += share;
}

static void add_edge(struct field *f, struct raster_pt p, struct raster_pt q)
{
    if (p.y == q.y)
        return;
    float sign = p.y < q.y ? 1.0f : -1.0f;
    struct raster_pt top = p.y < q.y ? p : q, low = p.y < q.y ? q : p;
    float slope = (low.x - top.x) / (low.y - top.y);
    float y = top.y - (float)f->box.y0, end = low.y - (float)f->box.y0, x = top.x - (float)f->box.x0;
    if (end <= 0 || y >= (float)f->height)
        return;
    if (y < 0) {
        x -= y * slope;
        y = 0;
    }
    if (end > (float)f->height)
        end = (float)f->height;
    for (int row = (int)y; row < f->height && (float)row < end; row++) {
        float to = lesser((float)row + 1, end), dy = to - y, next = x + slope * dy;
        add_piece(f, row, x, next, sign * dy);
        x = next;
        y = to;
    }
}

static void add_polygon(struct field *f, const struct raster_pt *p, int count)
{
    for (int i = 0; i < count; i++)
        add_edge(f, p[i], p[i + 1 < count ? i + 1 : 0]);
}

/* ---- strokes: the path's two sides as one outline ---- */

static void outline_room(struct raster_cover *cover, int count)
{
    if (count <= cover->outline_room)
        return;
    cover->outline_room = count * 2;
    cover->outline = grown(cover->outline, (size_t)cover->outline_room * sizeof *cover->outline);
}

static struct raster_pt normal_of(struct raster_pt a, struct raster_pt b)
{
    float dx = b.x - a.x, dy = b.y - a.y, length = sqrtf(dx * dx + dy * dy);
    return length > 1e-6f ? (struct raster_pt){dy / length, -dx / length} : (struct raster_pt){0, 0};
}

/* The normal at a corner, longer where the line bends, but never more than twice. */
static struct raster_pt corner(struct raster_pt n1, struct raster_pt n2)
{
    float x = n1.x + n2.x, y = n1.y + n2.y, square = x * x + y * y;
    if (square < 0.25f)
        return n2.x == 0 && n2.y == 0 ? n1 : n2;
    return (struct raster_pt){2 * x / square, 2 * y / square};
}

static int round_cap(struct raster_pt *out, struct raster_pt o, struct raster_pt n, float half)
{
    int steps = half < 2 ? 3 : half < 6 ? 6 : 10;
    for (int i = 1; i < steps; i++) {
        float angle = 3.14159265f * (float)i / (float)steps, c = cosf(angle), s = sinf(angle);
        out[i - 1] = (struct raster_pt){o.x + half * (n.x * c - n.y * s), o.y + half * (n.x * s + n.y * c)};
    }
    return steps - 1;
}

static struct raster_pt vertex_normal(const struct raster_pt *p, int count, bool closed, int i)
{
    bool first = i == 0 && !closed, last = i == count - 1 && !closed;
    struct raster_pt before = normal_of(p[i == 0 ? count - 1 : i - 1], p[i]);
    struct raster_pt after = normal_of(p[i], p[i + 1 < count ? i + 1 : 0]);
    return first ? after : last ? before : corner(before, after);
}

/* Drops points that lie on their neighbour, which have no direction. */
static int distinct(const struct raster_pt *p, int count, bool closed, struct raster_pt *out)
{
    int n = 0;
    for (int i = 0; i < count; i++)
        if (n == 0 || fabsf(p[i].x - out[n - 1].x) + fabsf(p[i].y - out[n - 1].y) > 0.01f)
            out[n++] = p[i];
    if (closed && n > 1 && fabsf(out[0].x - out[n - 1].x) + fabsf(out[0].y - out[n - 1].y) <= 0.01f)
        n--;
    return n;
}

static void side(struct raster_pt *out, const struct raster_pt *p, int count, bool closed, float half)
{
    for (int i = 0; i < count; i++) {
        struct raster_pt n = vertex_normal(p, count, closed, i);
        out[i] = (struct raster_pt){p[i].x + n.x * half, p[i].y + n.y * half};
    }
}

static void reverse(struct raster_pt *p, int count)
{
    for (int i = 0; i < count / 2; i++) {
        struct raster_pt swap = p[i];
        p[i] = p[count - 1 - i];
        p[count - 1 - i] = swap;
    }
}

static void stroke_figure(struct field *f, const struct raster_pt *points, int points_count, bool closed, float half,
                          bool round)
{
    struct raster_cover *cover = f->cover;
    outline_room(cover, points_count * 3 + 32);
    struct raster_pt *p = cover->outline, *out = p + points_count;
    int count = distinct(points, points_count, closed, p);
    if (count < 2)
        return;
    side(out, p, count, closed, half);
    if (closed) {
        add_polygon(f, out, count);
        side(out, p, count, closed, -half);
        reverse(out, count);
        add_polygon(f, out, count);
        return;
    }
    int n = count;
    if (round)
        n += round_cap(out + n, p[count - 1], normal_of(p[count - 2], p[count - 1]), half);
    side(out + n, p, count, closed, -half);
    reverse(out + n, count);
    n += count;
    struct raster_pt back = normal_of(p[0], p[1]);
    if (round)
        n += round_cap(out + n, p[0], (struct raster_pt){-back.x, -back.y}, half);
    add_polygon(f, out, n);
}

static void add_path(struct field *f, const struct raster_path *path, float half, bool round)
{
    for (int i = 0; i < path->figures; i++) {
        int from = path->starts[i], to = i + 1 < path->figures ? path->starts[i + 1] : path->count;
        if (half > 0)
            stroke_figure(f, path->points + from, to - from, path->closed[i], half, round);
        else
            add_polygon(f, path->points + from, to - from);
    }
}

/* ---- rows ---- */

static bool no_edges(const int32_t a[8])
{
    uint64_t pairs[4];
    memcpy(pairs, a, sizeof pairs);
    return (pairs[0] | pairs[1] | pairs[2] | pairs[3]) == 0;
}

/* The row's coverages from the first touched pixel on; how many, and the row is zero again. */
static int sweep(struct field *f, int row, uint8_t *coverage)
{
    int from = f->cover->row_from[row], to = f->cover->row_to[row];
    int32_t *a = f->cover->area + (size_t)row * (size_t)f->pitch + from;
    int32_t sum = 0;
    int count = to > f->width ? f->width - from : to - from;
    uint8_t level = 0;
    for (int i = 0; i < count;) {
        /* Inside a shape nothing changes for long stretches. */
        while (i + 8 <= count && no_edges(a + i)) {
            memset(coverage + i, level, 8);
            i += 8;
        }
        for (int end = i + 8 < count ? i + 8 : count; i < end; i++) {
            sum += a[i];
            a[i] = 0;
            int32_t full = (sum < 0 ? -sum : sum) >> 12;
            coverage[i] = level = (uint8_t)(full > 255 ? 255 : full);
        }
    }
    memset(a + count, 0, (size_t)(to - from + 1 - count) * sizeof *a);
    return count;
}

static void under_mask(uint8_t *coverage, int count, const struct raster_clip *clip, int x, int y)
{
    if (!clip->mask)
        return;
    const uint8_t *m =
        clip->mask + (size_t)(y - clip->box.y0) * (size_t)(clip->box.x1 - clip->box.x0) + (x - clip->box.x0);
    for (int i = 0; i < count; i++) {
        uint32_t both = (uint32_t)coverage[i] * m[i] + 128u;
        coverage[i] = (uint8_t)((both + (both >> 8)) >> 8);
    }
}

#define ROW_MAX 8192

void raster_fill(struct raster_cover *cover, const struct raster_path *path, float half, bool round_caps,
                 const struct raster_paint *paint, const struct raster_clip *clip, struct raster_pixels *pixels)
{
    struct raster_box box = path_box(path, half, &clip->box);
    if (path->count < 2 || box.x0 >= box.x1 || box.y0 >= box.y1 || box.x1 - box.x0 > ROW_MAX)
        return;
    struct field f = field_open(cover, box);
    add_path(&f, path, half, round_caps);
    uint8_t coverage[ROW_MAX];
    for (int row = 0; row < f.height; row++) {
        int from = cover->row_from[row];
        if (from >= cover->row_to[row])
            continue;
        int count = sweep(&f, row, coverage), x = box.x0 + from, y = box.y0 + row;
        if (count <= 0)
            continue;
        under_mask(coverage, count, clip, x, y);
        raster_paint_span(paint, x, y, count, coverage, pixels->data + (size_t)y * (size_t)pixels->stride + x);
    }
}

struct raster_clip raster_clip_path(struct raster_cover *cover, const struct raster_path *path,
                                    const struct raster_clip *outer)
{
    struct raster_clip inner = {.box = path_box(path, 0, &outer->box)};
    int width = inner.box.x1 - inner.box.x0, height = inner.box.y1 - inner.box.y0;
    if (width <= 0 || height <= 0 || width > ROW_MAX) {
        inner.box = (struct raster_box){outer->box.x0, outer->box.y0, outer->box.x0, outer->box.y0};
        return inner;
    }
    inner.mask = grown(NULL, (size_t)width * (size_t)height);
    memset(inner.mask, 0, (size_t)width * (size_t)height);
    struct field f = field_open(cover, inner.box);
    add_path(&f, path, 0, false);
    for (int row = 0; row < height; row++) {
        int from = cover->row_from[row];
        if (from >= cover->row_to[row])
            continue;
        uint8_t *to = inner.mask + (size_t)row * (size_t)width + from;
        int count = sweep(&f, row, to);
        if (count > 0)
            under_mask(to, count, outer, inner.box.x0 + from, inner.box.y0 + row);
    }
    return inner;
}
