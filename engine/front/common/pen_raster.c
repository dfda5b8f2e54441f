/* pen_raster.c - the pen's calls on plain pixels. */
#include "pen_raster.h"

#include "memory.h"

#include <assert.h>
#include <math.h>

static struct pen_raster *state_of(struct pen *pen)
{
    return pen->impl;
}

static struct pen_raster_level *top(struct pen_raster *p)
{
    return &p->level[p->depth];
}

static void raster_save(struct pen *pen)
{
    struct pen_raster *p = state_of(pen);
    assert(p->depth + 1 < PEN_RASTER_DEPTH);
    p->level[p->depth + 1] = p->level[p->depth];
    p->depth++;
    top(p)->owns_mask = false;
}

static void drop_mask(struct pen_raster_level *level)
{
    if (level->owns_mask)
        memory_std.resize(memory_std.context, level->clip.mask, 0);
    level->owns_mask = false;
}

static void raster_restore(struct pen *pen)
{
    struct pen_raster *p = state_of(pen);
    assert(p->depth > 0);
    drop_mask(top(p));
    p->depth--;
}

static void raster_transform(struct pen *pen, const struct pen_matrix *t)
{
    float *m = top(state_of(pen))->m;
    float a = (float)t->xx / 65536, b = (float)t->yx / 65536, c = (float)t->xy / 65536, d = (float)t->yy / 65536;
    float x = (float)t->x0, y = (float)t->y0;
    float out[6] = {m[0] * a + m[2] * b, m[1] * a + m[3] * b,        m[0] * c + m[2] * d,
                    m[1] * c + m[3] * d, m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
    for (int i = 0; i < 6; i++)
        m[i] = out[i];
}

static struct raster_pt to_pixels(struct pen_raster *p, struct pt at)
{
    const float *m = top(p)->m;
    float x = (float)at.x, y = (float)at.y;
    return (struct raster_pt){m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]};
}

static void raster_move(struct pen *pen, struct pt to)
{
    raster_path_move(&state_of(pen)->path, to_pixels(state_of(pen), to));
}

static void raster_line(struct pen *pen, struct pt to)
{
    raster_path_line(&state_of(pen)->path, to_pixels(state_of(pen), to));
}

static void raster_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    struct pen_raster *p = state_of(pen);
    raster_path_curve(&p->path, to_pixels(p, c1), to_pixels(p, c2), to_pixels(p, to));
}

static void raster_close(struct pen *pen)
{
    raster_path_close(&state_of(pen)->path);
}

static void raster_pen_fill(struct pen *pen, const struct pen_paint *paint)
{
    struct pen_raster *p = state_of(pen);
    raster_paint_make(&p->paint, paint, top(p)->m);
    raster_fill(&p->cover, &p->path, 0, false, &p->paint, &top(p)->clip, &p->pixels);
    raster_path_clear(&p->path);
}

static void raster_stroke(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint)
{
    struct pen_raster *p = state_of(pen);
    const float *m = top(p)->m;
    float size = sqrtf(fabsf(m[0] * m[3] - m[1] * m[2]));
    float half = fmaxf((float)width * size / 2, 0.2f);
    raster_paint_make(&p->paint, paint, m);
    raster_fill(&p->cover, &p->path, half, cap == PEN_ROUND, &p->paint, &top(p)->clip, &p->pixels);
    raster_path_clear(&p->path);
}

static void raster_clip_op(struct pen *pen)
{
    struct pen_raster *p = state_of(pen);
    struct raster_clip inner = raster_clip_path(&p->cover, &p->path, &top(p)->clip);
    drop_mask(top(p));
    top(p)->clip = inner;
    top(p)->owns_mask = true;
    raster_path_clear(&p->path);
}

static void raster_group_end(struct pen *pen, int32_t alpha)
{
    (void)alpha;
    raster_restore(pen);
}

static void raster_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run)
{
    (void)pen;
    (void)at;
    (void)size;
    (void)colour;
    (void)run;
}

static const struct pen_ops raster_ops = {
    .save = raster_save,
    .restore = raster_restore,
    .transform = raster_transform,
    .move = raster_move,
    .line = raster_line,
    .curve = raster_curve,
    .close = raster_close,
    .fill = raster_pen_fill,
    .stroke = raster_stroke,
    .clip = raster_clip_op,
    .group_begin = raster_save,
    .group_end = raster_group_end,
    .text = raster_text,
};

void pen_raster_again(struct pen_raster *p, struct raster_pixels pixels, float scale, float x, float y)
{
    p->pen = (struct pen){&raster_ops, p};
    p->pixels = pixels;
    p->depth = 0;
    p->level[0] = (struct pen_raster_level){
        .m = {scale / 256, 0, 0, scale / 256, x, y},
        .clip = {.box = {0, 0, pixels.width, pixels.height}},
    };
    raster_path_clear(&p->path);
}

void pen_raster_init(struct pen_raster *p, struct raster_pixels pixels, float scale, float x, float y)
{
    p->path = (struct raster_path){0};
    p->cover = (struct raster_cover){0};
    pen_raster_again(p, pixels, scale, x, y);
}

void pen_raster_limit(struct pen_raster *p, struct raster_box box)
{
    struct raster_box *limit = &p->level[0].clip.box;
    limit->x0 = box.x0 > limit->x0 ? box.x0 : limit->x0;
    limit->y0 = box.y0 > limit->y0 ? box.y0 : limit->y0;
    limit->x1 = box.x1 < limit->x1 ? box.x1 : limit->x1;
    limit->y1 = box.y1 < limit->y1 ? box.y1 : limit->y1;
}

void pen_raster_finish(struct pen_raster *p)
{
    while (p->depth > 0)
        raster_restore(&p->pen);
    raster_path_finish(&p->path);
    raster_cover_finish(&p->cover);
}
