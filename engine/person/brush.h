/* brush.h - strokes that the drawing of a person uses everywhere: tones in this light, soft spots,
 * folds, edges of light. */
#ifndef TD_PERSON_BRUSH_H
#define TD_PERSON_BRUSH_H

#include "body.h"

/* The colour of an albedo at a level of light (0 shadow, 1000 lit). */
pen_rgba tone(const struct body *b, pen_rgba albedo, int32_t level);
/* A gradient over a thing of this size round centre, from its lit side to its dark side. */
struct pen_paint shaded(const struct body *b, struct pt centre, int32_t radius, pen_rgba albedo, int32_t lit,
                        int32_t dark);
/* A soft round spot: colour in the middle, nothing at the edge. */
void soft_spot(struct pen *pen, struct pt centre, int32_t rx, int32_t ry, pen_rgba colour);
/* A fold or wrinkle that swells and ends in points. */
void fold(struct pen *pen, struct pt a, struct pt b, int32_t bulge, int32_t width, pen_rgba colour);
/* Points to knots of one softness. */
void knots_from(struct knot *out, const struct pt *points, int count, int32_t soft);
/* A closed smooth shape through points, as path. */
void smooth(struct pen *pen, const struct pt *points, int count);
/* An open smooth line through points, as path. */
void smooth_line(struct pen *pen, const struct pt *points, int count);
/* The side of the picture the key light comes from: -1 or 1. */
int key_side(const struct body *b);

#define SMOOTH_MAX 40

#endif
