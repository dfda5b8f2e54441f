/* shape.c - how splines, ovals and limbs become moves and curves. */
#include "shape.h"

#define KAPPA 36195 /* 0.5523 in Q16: a quarter circle as one cubic */

static struct pt knot_pt(const struct knot *k)
{
    return (struct pt){k->x, k->y};
}

/* One span b..c of a Catmull-Rom line with neighbours a and d. */
static void spline_span(struct pen *pen, const struct knot *a, const struct knot *b, const struct knot *c,
                        const struct knot *d)
{
    struct pt c1 = {b->x + pm((c->x - a->x) / 6, b->soft), b->y + pm((c->y - a->y) / 6, b->soft)};
    struct pt c2 = {c->x - pm((d->x - b->x) / 6, c->soft), c->y - pm((d->y - b->y) / 6, c->soft)};
    pen_curve(pen, c1, c2, knot_pt(c));
}

void shape_closed(struct pen *pen, const struct knot *knots, int count)
{
    pen_move(pen, knot_pt(&knots[0]));
    for (int i = 0; i < count; i++)
        spline_span(pen, &knots[(i + count - 1) % count], &knots[i], &knots[(i + 1) % count], &knots[(i + 2) % count]);
    pen_close(pen);
}

void shape_open(struct pen *pen, const struct knot *knots, int count)
{
    pen_move(pen, knot_pt(&knots[0]));
    for (int i = 0; i + 1 < count; i++)
        spline_span(pen, &knots[i > 0 ? i - 1 : 0], &knots[i], &knots[i + 1],
                    &knots[i + 2 < count ? i + 2 : count - 1]);
}

void shape_oval(struct pen *pen, struct pt centre, int32_t rx, int32_t ry)
{
    int32_t kx = q16(rx, KAPPA);
    int32_t ky = q16(ry, KAPPA);
    pen_move(pen, (struct pt){centre.x + rx, centre.y});
    pen_curve(pen, (struct pt){centre.x + rx, centre.y + ky}, (struct pt){centre.x + kx, centre.y + ry},
              (struct pt){centre.x, centre.y + ry});
    pen_curve(pen, (struct pt){centre.x - kx, centre.y + ry}, (struct pt){centre.x - rx, centre.y + ky},
              (struct pt){centre.x - rx, centre.y});
    pen_curve(pen, (struct pt){centre.x - rx, centre.y - ky}, (struct pt){centre.x - kx, centre.y - ry},
              (struct pt){centre.x, centre.y - ry});
    pen_curve(pen, (struct pt){centre.x + kx, centre.y - ry}, (struct pt){centre.x + rx, centre.y - ky},
              (struct pt){centre.x + rx, centre.y});
    pen_close(pen);
}

void shape_polygon(struct pen *pen, const struct pt *points, int count)
{
    pen_move(pen, points[0]);
    for (int i = 1; i < count; i++)
        pen_line(pen, points[i]);
    pen_close(pen);
}

void shape_box(struct pen *pen, struct pt corner, int32_t width, int32_t height)
{
    struct pt p[4] = {corner, pt_add(corner, width, 0), pt_add(corner, width, height), pt_add(corner, 0, height)};
    shape_polygon(pen, p, 4);
}

void shape_round_box(struct pen *pen, struct pt corner, int32_t width, int32_t height, int32_t radius)
{
    int32_t k = radius - q16(radius, KAPPA);
    pen_move(pen, pt_add(corner, radius, 0));
    pen_line(pen, pt_add(corner, width - radius, 0));
    pen_curve(pen, pt_add(corner, width - k, 0), pt_add(corner, width, k), pt_add(corner, width, radius));
    pen_line(pen, pt_add(corner, width, height - radius));
    pen_curve(pen, pt_add(corner, width, height - k), pt_add(corner, width - k, height),
              pt_add(corner, width - radius, height));
    pen_line(pen, pt_add(corner, radius, height));
    pen_curve(pen, pt_add(corner, k, height), pt_add(corner, 0, height - k), pt_add(corner, 0, height - radius));
    pen_line(pen, pt_add(corner, 0, radius));
    pen_curve(pen, pt_add(corner, 0, k), pt_add(corner, k, 0), pt_add(corner, radius, 0));
    pen_close(pen);
}

int32_t pt_distance(struct pt a, struct pt b)
{
    int64_t dx = b.x - a.x;
    int64_t dy = b.y - a.y;
    return (int32_t)turn_sqrt((uint64_t)(dx * dx + dy * dy));
}

struct pt pt_mix(struct pt a, struct pt b, int32_t permille)
{
    return (struct pt){mix(a.x, b.x, permille), mix(a.y, b.y, permille)};
}

struct pt pt_normal(struct pt a, struct pt b, int32_t length)
{
    int32_t d = pt_distance(a, b);
    if (d == 0)
        return (struct pt){0, -length};
    return (struct pt){(int32_t)((int64_t)(b.y - a.y) * length / d), (int32_t)(-(int64_t)(b.x - a.x) * length / d)};
}

/* Half a circle round o from o + n to o - n, bulging along f; n and f are as long as the radius. */
static void half_circle(struct pen *pen, struct pt o, struct pt n, struct pt f)
{
    struct pt kn = {q16(n.x, KAPPA), q16(n.y, KAPPA)};
    struct pt kf = {q16(f.x, KAPPA), q16(f.y, KAPPA)};
    pen_curve(pen, pt_add(o, n.x + kf.x, n.y + kf.y), pt_add(o, f.x + kn.x, f.y + kn.y), pt_add(o, f.x, f.y));
    pen_curve(pen, pt_add(o, f.x - kn.x, f.y - kn.y), pt_add(o, kf.x - n.x, kf.y - n.y), pt_add(o, -n.x, -n.y));
}

/* Wound like shape_limb: clockwise on the screen starting at the normal. */
void shape_limb(struct pen *pen, struct pt a, int32_t ra, struct pt b, int32_t rb)
{
    struct pt na = pt_normal(a, b, ra);
    struct pt nb = pt_normal(a, b, rb);
    struct pt fa = {na.y, -na.x};
    struct pt fb = {-nb.y, nb.x};
    pen_move(pen, pt_add(a, na.x, na.y));
    pen_line(pen, pt_add(b, nb.x, nb.y));
    half_circle(pen, b, nb, fb);
    pen_line(pen, pt_add(a, -na.x, -na.y));
    half_circle(pen, a, (struct pt){-na.x, -na.y}, fa);
    pen_close(pen);
}

void shape_crease(struct pen *pen, struct pt a, struct pt b, int32_t bulge, int32_t width)
{
    struct pt n = pt_normal(a, b, 256);
    struct pt p1 = pt_mix(a, b, 330);
    struct pt p2 = pt_mix(a, b, 670);
    int32_t out = (bulge + width / 2) * 4 / 3;
    int32_t in = (bulge - width / 2) * 4 / 3;
    pen_move(pen, a);
    pen_curve(pen, pt_add(p1, n.x * out / 256, n.y * out / 256), pt_add(p2, n.x * out / 256, n.y * out / 256), b);
    pen_curve(pen, pt_add(p2, n.x * in / 256, n.y * in / 256), pt_add(p1, n.x * in / 256, n.y * in / 256), a);
    pen_close(pen);
}
