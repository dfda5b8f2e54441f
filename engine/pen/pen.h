/* pen.h - the one drawing interface: paths, paints, strokes, clips, transforms, groups, text runs.
 * Whoever draws decides everything here in integers; what is behind the pen (cairo, a recorder for
 * tests, nothing) only carries it out.  Coordinates are 1/256 of a unit, y grows downward, angles
 * are 1/65536 turns (clockwise on the screen), shares are permille. */
#ifndef TD_PEN_PEN_H
#define TD_PEN_PEN_H

#include "str.h"
#include "turn.h"

#define PEN_U(units) ((int32_t)((units)*256))

struct pt {
    int32_t x, y;
};

/* A colour is 0xRRGGBBAA, not premultiplied. */
typedef uint32_t pen_rgba;

enum pen_paint_kind { PEN_SOLID, PEN_LINEAR, PEN_RADIAL };
#define PEN_STOPS 4

struct pen_stop {
    int32_t at; /* permille along the gradient, growing */
    pen_rgba colour;
};

/* What fills a shape.  Linear: from a to b.  Radial: from the centre a outward to radius; before the
 * first and beyond the last stop the end colours go on. */
struct pen_paint {
    enum pen_paint_kind kind;
    struct pt a, b;
    int32_t radius;
    int stops; /* 1..PEN_STOPS; solid uses the first */
    struct pen_stop stop[PEN_STOPS];
};

/* x' = (xx x + xy y) / 65536 + x0;  y' = (yx x + yy y) / 65536 + y0. */
struct pen_matrix {
    int32_t xx, yx, xy, yy, x0, y0;
};

enum pen_cap { PEN_ROUND, PEN_BUTT };

struct pen;
struct pen_ops {
    void (*save)(struct pen *pen);
    void (*restore)(struct pen *pen);
    void (*transform)(struct pen *pen, const struct pen_matrix *matrix);
    void (*move)(struct pen *pen, struct pt to);
    void (*line)(struct pen *pen, struct pt to);
    void (*curve)(struct pen *pen, struct pt c1, struct pt c2, struct pt to);
    void (*close)(struct pen *pen);
    void (*fill)(struct pen *pen, const struct pen_paint *paint);
    void (*stroke)(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint);
    void (*clip)(struct pen *pen);
    void (*group_begin)(struct pen *pen);
    void (*group_end)(struct pen *pen, int32_t alpha);
    void (*text)(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run);
};

/* A pen borrows everything; it owns nothing.  impl belongs to whoever made the pen. */
struct pen {
    const struct pen_ops *ops;
    void *impl;
};

/* save keeps transform and clip; restore brings both back.  They nest and must balance. */
void pen_save(struct pen *pen);
void pen_restore(struct pen *pen);
void pen_transform(struct pen *pen, const struct pen_matrix *matrix);
void pen_translate(struct pen *pen, int32_t dx, int32_t dy);
void pen_scale(struct pen *pen, int32_t sx_permille, int32_t sy_permille);
void pen_rotate(struct pen *pen, int32_t angle);

/* One path at a time; fill, stroke and clip use it up.  Fills are non-zero winding. */
void pen_move(struct pen *pen, struct pt to);
void pen_line(struct pen *pen, struct pt to);
void pen_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to);
void pen_close(struct pen *pen);
void pen_fill(struct pen *pen, const struct pen_paint *paint);
void pen_fill_colour(struct pen *pen, pen_rgba colour);
void pen_stroke(struct pen *pen, int32_t width, const struct pen_paint *paint);
void pen_stroke_colour(struct pen *pen, int32_t width, pen_rgba colour);
/* Narrows what can be drawn to the path, until the matching restore. */
void pen_clip(struct pen *pen);
/* What is drawn between the two is laid down as one, with alpha in permille. */
void pen_group_begin(struct pen *pen);
void pen_group_end(struct pen *pen, int32_t alpha);
/* One run of text, already shaped as far as the pen's owner can: opaque to the pen.  at is the
 * left end of the base line, size the height of an em. */
void pen_text(struct pen *pen, struct pt at, int32_t size, pen_rgba colour, td_str run);

struct pen_paint paint_solid(pen_rgba colour);
struct pen_paint paint_linear(struct pt a, pen_rgba from, struct pt b, pen_rgba to);
struct pen_paint paint_radial(struct pt centre, int32_t radius, pen_rgba inner, pen_rgba outer);
/* Puts a further stop between the two of a fresh gradient; at most PEN_STOPS in all. */
void paint_between(struct pen_paint *paint, int32_t at, pen_rgba colour);

/* From a (t = 0) to b (t = 1000), alpha too. */
pen_rgba colour_mix(pen_rgba a, pen_rgba b, int32_t t);
/* The same colour with its alpha scaled by permille (0..1000). */
pen_rgba colour_alpha(pen_rgba colour, int32_t permille);

#endif
