/* shape.h - paths that are needed again and again: splines through knots, ovals, limbs, boxes.
 * They only add to the pen's path; the caller fills, strokes or clips. */
#ifndef TD_PEN_SHAPE_H
#define TD_PEN_SHAPE_H

#include "pen.h"

/* A point of a drawn line.  soft 0 is a corner, 1000 an even bend, more is a wider one. */
struct knot {
    int32_t x, y, soft;
};

/* A smooth closed outline / open line through all knots (Catmull-Rom with a softness per knot). */
void shape_closed(struct pen *pen, const struct knot *knots, int count);
void shape_open(struct pen *pen, const struct knot *knots, int count);
void shape_oval(struct pen *pen, struct pt centre, int32_t rx, int32_t ry);
void shape_box(struct pen *pen, struct pt corner, int32_t width, int32_t height);
void shape_round_box(struct pen *pen, struct pt corner, int32_t width, int32_t height, int32_t radius);
void shape_polygon(struct pen *pen, const struct pt *points, int count);
/* A straight limb with round ends: from a (radius ra) to b (radius rb), always wound the same way,
 * so that several in one path make one silhouette. */
void shape_limb(struct pen *pen, struct pt a, int32_t ra, struct pt b, int32_t rb);
/* A line from a to b that swells to width in the middle and ends in points: folds, creases, hairs.
 * bulge bends it sideways (in the direction left of a-to-b, seen on the screen). */
void shape_crease(struct pen *pen, struct pt a, struct pt b, int32_t bulge, int32_t width);

/* The distance between two points. */
int32_t pt_distance(struct pt a, struct pt b);
/* a moved toward b by permille of the way. */
struct pt pt_mix(struct pt a, struct pt b, int32_t permille);
static inline struct pt pt_add(struct pt a, int32_t dx, int32_t dy)
{
    return (struct pt){a.x + dx, a.y + dy};
}
/* The vector of the given length from a toward b, turned a quarter to the left on the screen. */
struct pt pt_normal(struct pt a, struct pt b, int32_t length);

#endif
