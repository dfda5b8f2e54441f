/* pen.c - the pen's calls, handed to whatever is behind it, and the making of paints and colours. */
#include "pen.h"

#include <assert.h>

void pen_save(struct pen *pen)
{
    pen->ops->save(pen);
}

void pen_restore(struct pen *pen)
{
    pen->ops->restore(pen);
}

void pen_transform(struct pen *pen, const struct pen_matrix *matrix)
{
    pen->ops->transform(pen, matrix);
}

void pen_translate(struct pen *pen, int32_t dx, int32_t dy)
{
    struct pen_matrix m = {TURN_ONE, 0, 0, TURN_ONE, dx, dy};
    pen_transform(pen, &m);
}

void pen_scale(struct pen *pen, int32_t sx_permille, int32_t sy_permille)
{
    struct pen_matrix m = {pm(TURN_ONE, sx_permille), 0, 0, pm(TURN_ONE, sy_permille), 0, 0};
    pen_transform(pen, &m);
}

void pen_rotate(struct pen *pen, int32_t angle)
{
    int32_t s = turn_sin(angle);
    int32_t c = turn_cos(angle);
    struct pen_matrix m = {c, s, -s, c, 0, 0};
    pen_transform(pen, &m);
}

void pen_move(struct pen *pen, struct pt to)
{
    pen->ops->move(pen, to);
}

void pen_line(struct pen *pen, struct pt to)
{
    pen->ops->line(pen, to);
}

void pen_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    pen->ops->curve(pen, c1, c2, to);
}

void pen_close(struct pen *pen)
{
    pen->ops->close(pen);
}

void pen_fill(struct pen *pen, const struct pen_paint *paint)
{
    pen->ops->fill(pen, paint);
}

void pen_fill_colour(struct pen *pen, pen_rgba colour)
{
    struct pen_paint paint = paint_solid(colour);
    pen_fill(pen, &paint);
}

void pen_stroke(struct pen *pen, int32_t width, const struct pen_paint *paint)
{
    pen->ops->stroke(pen, width, PEN_ROUND, paint);
}

void pen_stroke_colour(struct pen *pen, int32_t width, pen_rgba colour)
{
    struct pen_paint paint = paint_solid(colour);
    pen_stroke(pen, width, &paint);
}

void pen_clip(struct pen *pen)
{
    pen->ops->clip(pen);
}

void pen_group_begin(struct pen *pen)
{
    pen->ops->group_begin(pen);
}

void pen_group_end(struct pen *pen, int32_t alpha)
{
    pen->ops->group_end(pen, alpha);
}

void pen_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run)
{
    pen->ops->text(pen, at, size, colour, run);
}

struct pen_paint paint_solid(pen_rgba colour)
{
    struct pen_paint paint = {.kind = PEN_SOLID, .stops = 1};
    paint.stop[0].colour = colour;
    return paint;
}

struct pen_paint paint_linear(struct pt a, pen_rgba from, struct pt b, pen_rgba to)
{
    struct pen_paint paint = {.kind = PEN_LINEAR, .a = a, .b = b, .stops = 2};
    paint.stop[0] = (struct pen_stop){0, from};
    paint.stop[1] = (struct pen_stop){1000, to};
    return paint;
}

struct pen_paint paint_radial(struct pt centre, int32_t radius, pen_rgba inner, pen_rgba outer)
{
    struct pen_paint paint = paint_linear(centre, inner, centre, outer);
    paint.kind = PEN_RADIAL;
    paint.radius = radius;
    return paint;
}

void paint_between(struct pen_paint *paint, int32_t at, pen_rgba colour)
{
    assert(paint->stops >= 2 && paint->stops < PEN_STOPS);
    int slot = paint->stops - 1;
    while (slot > 0 && paint->stop[slot].at > at) {
        paint->stop[slot + 1] = paint->stop[slot];
        slot--;
    }
    paint->stop[slot + 1] = (struct pen_stop){at, colour};
    paint->stops++;
}

static uint32_t channel_mix(pen_rgba a, pen_rgba b, int shift, int32_t t)
{
    int32_t from = (int32_t)((a >> shift) & 255u);
    int32_t to = (int32_t)((b >> shift) & 255u);
    return (uint32_t)mix(from, to, t) << shift;
}

pen_rgba colour_mix(pen_rgba a, pen_rgba b, int32_t t)
{
    t = t < 0 ? 0 : t > 1000 ? 1000 : t;
    return channel_mix(a, b, 24, t) | channel_mix(a, b, 16, t) | channel_mix(a, b, 8, t) | channel_mix(a, b, 0, t);
}

pen_rgba colour_alpha(pen_rgba colour, int32_t permille)
{
    permille = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
    uint32_t alpha = (colour & 255u) * (uint32_t)permille / 1000u;
    return (colour & 0xffffff00u) | alpha;
}
