/* space.h - the little solid geometry that a body needs: points in space, turning, a two-bone limb.
 * The body's space: x to the right of the screen, y down, z toward the viewer, in 1/256 units.
 * A grown person's head is 200 units high. */
#ifndef TD_PERSON_SPACE_H
#define TD_PERSON_SPACE_H

#include "pen.h"

struct v3 {
    int32_t x, y, z;
};

/* Whole units to a point in space. */
static inline struct v3 v3_units(int32_t x, int32_t y, int32_t z)
{
    return (struct v3){x * 256, y * 256, z * 256};
}

static inline struct v3 v3_add(struct v3 a, struct v3 b)
{
    return (struct v3){a.x + b.x, a.y + b.y, a.z + b.z};
}

static inline struct v3 v3_sub(struct v3 a, struct v3 b)
{
    return (struct v3){a.x - b.x, a.y - b.y, a.z - b.z};
}

struct v3 v3_mix(struct v3 a, struct v3 b, int32_t permille);
int32_t v3_length(struct v3 v);
int64_t v3_dot(struct v3 a, struct v3 b);
/* The same direction with the given length; a zero vector becomes one along y. */
struct v3 v3_with_length(struct v3 v, int32_t length);
/* Of two directions of length 65536 (TURN_ONE), again of that length where they are square. */
struct v3 v3_cross(struct v3 a, struct v3 b);
/* a + direction * length, the direction having length TURN_ONE. */
struct v3 v3_along(struct v3 a, struct v3 direction, int32_t length);
/* Turned about the y axis: a positive angle moves what is in front (z > 0) to the right. */
struct v3 v3_yaw(struct v3 v, int32_t angle);
/* Turned about the x axis: a positive angle moves what is in front down. */
struct v3 v3_pitch(struct v3 v, int32_t angle);
/* Parallel projection with a little perspective: what is nearer is larger. */
struct pt v3_project(struct v3 v);
/* The perspective's size of a length at depth z. */
int32_t v3_size(int32_t length, int32_t z);

/* Where the middle joint of a limb lies that runs from root to *end with bones of the two lengths,
 * bending toward pole (a direction).  An end out of reach is pulled in. */
struct v3 limb_joint(struct v3 root, struct v3 *end, int32_t upper, int32_t lower, struct v3 pole);

#endif
