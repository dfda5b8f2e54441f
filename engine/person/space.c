/* space.c - turning, projecting and the two-bone limb. */
#include "space.h"

#define EYE_DISTANCE (1300 * 256) /* of the viewer, for the perspective of hands and lean */

struct v3 v3_mix(struct v3 a, struct v3 b, int32_t permille)
{
    return (struct v3){mix(a.x, b.x, permille), mix(a.y, b.y, permille), mix(a.z, b.z, permille)};
}

int64_t v3_dot(struct v3 a, struct v3 b)
{
    return (int64_t)a.x * b.x + (int64_t)a.y * b.y + (int64_t)a.z * b.z;
}

int32_t v3_length(struct v3 v)
{
    return (int32_t)turn_sqrt((uint64_t)v3_dot(v, v));
}

struct v3 v3_with_length(struct v3 v, int32_t length)
{
    int64_t now = v3_length(v);
    if (now == 0)
        return (struct v3){0, length, 0};
    return (struct v3){(int32_t)(v.x * (int64_t)length / now), (int32_t)(v.y * (int64_t)length / now),
                       (int32_t)(v.z * (int64_t)length / now)};
}

struct v3 v3_cross(struct v3 a, struct v3 b)
{
    return (struct v3){(int32_t)(((int64_t)a.y * b.z - (int64_t)a.z * b.y) / TURN_ONE),
                       (int32_t)(((int64_t)a.z * b.x - (int64_t)a.x * b.z) / TURN_ONE),
                       (int32_t)(((int64_t)a.x * b.y - (int64_t)a.y * b.x) / TURN_ONE)};
}

struct v3 v3_along(struct v3 a, struct v3 direction, int32_t length)
{
    return (struct v3){a.x + q16(direction.x, length), a.y + q16(direction.y, length), a.z + q16(direction.z, length)};
}

struct v3 v3_yaw(struct v3 v, int32_t angle)
{
    int32_t s = turn_sin(angle);
    int32_t c = turn_cos(angle);
    return (struct v3){q16(v.x, c) + q16(v.z, s), v.y, q16(v.z, c) - q16(v.x, s)};
}

struct v3 v3_pitch(struct v3 v, int32_t angle)
{
    int32_t s = turn_sin(angle);
    int32_t c = turn_cos(angle);
    return (struct v3){v.x, q16(v.y, c) + q16(v.z, s), q16(v.z, c) - q16(v.y, s)};
}

int32_t v3_size(int32_t length, int32_t z)
{
    int32_t depth = EYE_DISTANCE - z;
    if (depth < EYE_DISTANCE / 2)
        depth = EYE_DISTANCE / 2;
    return (int32_t)((int64_t)length * EYE_DISTANCE / depth);
}

struct pt v3_project(struct v3 v)
{
    return (struct pt){v3_size(v.x, v.z), v3_size(v.y, v.z)};
}

struct v3 limb_joint(struct v3 root, struct v3 *end, int32_t upper, int32_t lower, struct v3 pole)
{
    struct v3 way = v3_sub(*end, root);
    int32_t reach = upper + lower - 256;
    int32_t distance = v3_length(way);
    if (distance > reach) {
        distance = reach;
        *end = v3_add(root, v3_with_length(way, reach));
        way = v3_sub(*end, root);
    }
    int32_t fold = upper > lower ? upper - lower : lower - upper;
    if (distance <= fold + 256)
        distance = fold + 256;
    struct v3 axis = v3_with_length(way, TURN_ONE);
    int64_t a = upper, b = lower, d = distance;
    int64_t along = (a * a - b * b + d * d) / (2 * d);
    int64_t height2 = a * a - along * along;
    int32_t height = height2 > 0 ? (int32_t)turn_sqrt((uint64_t)height2) : 0;
    struct v3 unit_pole = v3_with_length(pole, TURN_ONE);
    int32_t lean = (int32_t)(v3_dot(unit_pole, axis) / TURN_ONE);
    struct v3 side = v3_with_length(v3_sub(unit_pole, v3_along((struct v3){0, 0, 0}, axis, lean)), TURN_ONE);
    return v3_along(v3_along(root, axis, (int32_t)along), side, height);
}
