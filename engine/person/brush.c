/* brush.c - tones, spots, folds. */
#include "brush.h"

#include <assert.h>

pen_rgba tone(const struct body *b, pen_rgba albedo, int32_t level)
{
    return light_tone(b->light, albedo, level);
}

struct pen_paint shaded(const struct body *b, struct pt centre, int32_t radius, pen_rgba albedo, int32_t lit,
                        int32_t dark)
{
    struct pt toward = pt_add(centre, pm(radius, b->light->key_x), pm(radius, b->light->key_y));
    struct pt away = pt_add(centre, -pm(radius, b->light->key_x), -pm(radius, b->light->key_y));
    return paint_linear(toward, tone(b, albedo, lit), away, tone(b, albedo, dark));
}

void soft_spot(struct pen *pen, struct pt centre, int32_t rx, int32_t ry, pen_rgba colour)
{
    if ((colour & 255u) == 0 || rx <= 0 || ry <= 0)
        return;
    pen_save(pen);
    pen_translate(pen, centre.x, centre.y);
    pen_scale(pen, 1000, (int32_t)((int64_t)ry * 1000 / rx));
    struct pen_paint paint = paint_radial((struct pt){0, 0}, rx, colour, colour & 0xffffff00u);
    paint_between(&paint, 500, colour_alpha(colour, 560));
    shape_oval(pen, (struct pt){0, 0}, rx, rx);
    pen_fill(pen, &paint);
    pen_restore(pen);
}

void fold(struct pen *pen, struct pt a, struct pt b, int32_t bulge, int32_t width, pen_rgba colour)
{
    if ((colour & 255u) < 4)
        return;
    shape_crease(pen, a, b, bulge, width);
    pen_fill_colour(pen, colour);
}

void knots_from(struct knot *out, const struct pt *points, int count, int32_t soft)
{
    for (int i = 0; i < count; i++)
        out[i] = (struct knot){points[i].x, points[i].y, soft};
}

void smooth(struct pen *pen, const struct pt *points, int count)
{
    struct knot knots[SMOOTH_MAX];
    assert(count <= SMOOTH_MAX);
    knots_from(knots, points, count, 1000);
    shape_closed(pen, knots, count);
}

void smooth_line(struct pen *pen, const struct pt *points, int count)
{
    struct knot knots[SMOOTH_MAX];
    assert(count <= SMOOTH_MAX);
    knots_from(knots, points, count, 1000);
    shape_open(pen, knots, count);
}

int key_side(const struct body *b)
{
    return b->light->key_x < 0 ? -1 : 1;
}
