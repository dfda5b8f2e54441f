/* pen_null.c - the null version of the pen. */
#include "pen_null.h"

static struct pen_count *count_of(struct pen *pen)
{
    return pen->impl;
}

static void deeper(struct pen *pen)
{
    struct pen_count *count = count_of(pen);
    count->depth++;
    if (count->depth > count->deepest)
        count->deepest = count->depth;
}

static void higher(struct pen *pen)
{
    count_of(pen)->depth--;
}

static void no_transform(struct pen *pen, const struct pen_matrix *matrix)
{
    (void)pen;
    (void)matrix;
}

static void no_point(struct pen *pen, struct pt to)
{
    (void)pen;
    (void)to;
}

static void no_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    (void)pen;
    (void)c1;
    (void)c2;
    (void)to;
}

static void no_close(struct pen *pen)
{
    (void)pen;
}

static void count_fill(struct pen *pen, const struct pen_paint *paint)
{
    (void)paint;
    count_of(pen)->fills++;
}

static void count_stroke(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint)
{
    (void)width;
    (void)cap;
    (void)paint;
    count_of(pen)->strokes++;
}

static void count_clip(struct pen *pen)
{
    count_of(pen)->clips++;
}

static void higher_group(struct pen *pen, int32_t alpha)
{
    (void)alpha;
    higher(pen);
}

static void count_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run)
{
    (void)at;
    (void)size;
    (void)colour;
    (void)run;
    count_of(pen)->fills++;
}

static const struct pen_ops null_ops = {
    .save = deeper,
    .restore = higher,
    .transform = no_transform,
    .move = no_point,
    .line = no_point,
    .curve = no_curve,
    .close = no_close,
    .fill = count_fill,
    .stroke = count_stroke,
    .clip = count_clip,
    .group_begin = deeper,
    .group_end = higher_group,
    .text = count_text,
};

struct pen pen_null(struct pen_count *count)
{
    *count = (struct pen_count){0};
    return (struct pen){&null_ops, count};
}
