/* pen_cairo.c - cairo behind the pen. */
#include "pen_cairo.h"

#include <assert.h>
#include <math.h>

static struct pen_cairo *state_of(struct pen *pen)
{
    return pen->impl;
}

static cairo_t *cr_of(struct pen *pen)
{
    return state_of(pen)->cr;
}

static double unit(int32_t v)
{
    return v / 256.0;
}

static void push_level(struct pen_cairo *p, cairo_path_t *path)
{
    assert(p->depth < 2 * PEN_CAIRO_DEPTH);
    p->level[p->depth++].path = path;
}

static void cairo_pen_save(struct pen *pen)
{
    cairo_save(cr_of(pen));
    push_level(state_of(pen), NULL);
}

/* Paints what was drawn since the clip through the clip's path. */
static void close_clip(cairo_t *cr, cairo_path_t *path)
{
    cairo_pop_group_to_source(cr);
    cairo_identity_matrix(cr);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_fill(cr);
    cairo_path_destroy(path);
    cairo_restore(cr);
}

static void cairo_pen_restore(struct pen *pen)
{
    struct pen_cairo *p = state_of(pen);
    while (p->level[p->depth - 1].path != NULL)
        close_clip(p->cr, p->level[--p->depth].path);
    p->depth--;
    cairo_restore(p->cr);
}

static void cairo_pen_transform(struct pen *pen, const struct pen_matrix *m)
{
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, m->xx / 65536.0, m->yx / 65536.0, m->xy / 65536.0, m->yy / 65536.0, unit(m->x0),
                      unit(m->y0));
    cairo_transform(cr_of(pen), &matrix);
}

static void cairo_pen_move(struct pen *pen, struct pt to)
{
    cairo_move_to(cr_of(pen), unit(to.x), unit(to.y));
}

static void cairo_pen_line(struct pen *pen, struct pt to)
{
    cairo_line_to(cr_of(pen), unit(to.x), unit(to.y));
}

static void cairo_pen_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    cairo_curve_to(cr_of(pen), unit(c1.x), unit(c1.y), unit(c2.x), unit(c2.y), unit(to.x), unit(to.y));
}

static void cairo_pen_close(struct pen *pen)
{
    cairo_close_path(cr_of(pen));
}

static double channel(pen_rgba colour, int shift)
{
    return ((colour >> shift) & 255u) / 255.0;
}

static void set_colour(cairo_t *cr, pen_rgba c)
{
    cairo_set_source_rgba(cr, channel(c, 24), channel(c, 16), channel(c, 8), channel(c, 0));
}

static cairo_pattern_t *gradient(const struct pen_paint *paint)
{
    cairo_pattern_t *pattern =
        paint->kind == PEN_LINEAR
            ? cairo_pattern_create_linear(unit(paint->a.x), unit(paint->a.y), unit(paint->b.x), unit(paint->b.y))
            : cairo_pattern_create_radial(unit(paint->a.x), unit(paint->a.y), 0, unit(paint->a.x), unit(paint->a.y),
                                          unit(paint->radius));
    for (int i = 0; i < paint->stops; i++) {
        pen_rgba c = paint->stop[i].colour;
        cairo_pattern_add_color_stop_rgba(pattern, paint->stop[i].at / 1000.0, channel(c, 24), channel(c, 16),
                                          channel(c, 8), channel(c, 0));
    }
    return pattern;
}

static void set_paint(cairo_t *cr, const struct pen_paint *paint)
{
    if (paint->kind == PEN_SOLID) {
        set_colour(cr, paint->stop[0].colour);
        return;
    }
    cairo_pattern_t *pattern = gradient(paint);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
}

static void cairo_pen_fill(struct pen *pen, const struct pen_paint *paint)
{
    set_paint(cr_of(pen), paint);
    cairo_fill(cr_of(pen));
}

static void cairo_pen_stroke(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint)
{
    cairo_t *cr = cr_of(pen);
    set_paint(cr, paint);
    cairo_set_line_width(cr, unit(width));
    cairo_set_line_cap(cr, cap == PEN_ROUND ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_stroke(cr);
}

/* A box on whole pixels round the path, which is in the surface's own space. */
static void clip_box(cairo_t *cr)
{
    double x1, y1, x2, y2;
    cairo_path_extents(cr, &x1, &y1, &x2, &y2);
    cairo_new_path(cr);
    cairo_rectangle(cr, floor(x1) - 1, floor(y1) - 1, ceil(x2 - floor(x1)) + 2, ceil(y2 - floor(y1)) + 2);
    cairo_clip(cr);
}

static void cairo_pen_clip(struct pen *pen)
{
    cairo_t *cr = cr_of(pen);
    cairo_save(cr);
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    cairo_identity_matrix(cr);
    cairo_path_t *path = cairo_copy_path(cr);
    clip_box(cr);
    cairo_set_matrix(cr, &matrix);
    cairo_push_group(cr);
    push_level(state_of(pen), path);
}

static void cairo_pen_group_begin(struct pen *pen)
{
    cairo_push_group(cr_of(pen));
}

static void cairo_pen_group_end(struct pen *pen, int32_t alpha)
{
    cairo_pop_group_to_source(cr_of(pen));
    cairo_paint_with_alpha(cr_of(pen), alpha / 1000.0);
}

#define RUN_MAX 400 /* longer runs are cut; a line on a screen is shorter */

static void cairo_pen_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run)
{
    char terminated[RUN_MAX + 1];
    size_t len = utf8_valid_prefix((td_str){run.ptr, run.len > RUN_MAX ? RUN_MAX : run.len});
    memcpy(terminated, run.ptr, len);
    terminated[len] = '\0';
    cairo_t *cr = cr_of(pen);
    set_colour(cr, colour);
    cairo_set_font_size(cr, unit(size));
    cairo_move_to(cr, unit(at.x), unit(at.y));
    cairo_show_text(cr, terminated);
    cairo_new_path(cr);
}

static const struct pen_ops cairo_ops = {
    .save = cairo_pen_save,
    .restore = cairo_pen_restore,
    .transform = cairo_pen_transform,
    .move = cairo_pen_move,
    .line = cairo_pen_line,
    .curve = cairo_pen_curve,
    .close = cairo_pen_close,
    .fill = cairo_pen_fill,
    .stroke = cairo_pen_stroke,
    .clip = cairo_pen_clip,
    .group_begin = cairo_pen_group_begin,
    .group_end = cairo_pen_group_end,
    .text = cairo_pen_text,
};

void pen_cairo_init(struct pen_cairo *p, cairo_t *cr)
{
    p->cr = cr;
    p->depth = 0;
    cairo_set_tolerance(cr, 0.2);
    p->pen = (struct pen){&cairo_ops, p};
}
