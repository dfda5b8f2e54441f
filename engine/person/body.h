/* body.h - identity and pose worked out into places: joints, outlines, the axes of the head.
 * Everything the drawing files need is computed here once, so that they only draw.
 * Lengths are 1/256 units of the person's own space: the origin is the middle of the shoulders of a
 * standing person, y down, z toward the viewer. */
#ifndef TD_PERSON_BODY_H
#define TD_PERSON_BODY_H

#include "light.h"
#include "pose.h"
#include "shape.h"

/* One slice through a trunk or a head: an ellipse seen from above. */
struct slice {
    int32_t y, w, d, zc; /* height, half width, half depth, how far its middle lies in front */
};

enum { TORSO_SLICES = 9, HEAD_SLICES = 11 };

struct arm {
    struct v3 shoulder, elbow, wrist; /* in the viewer's space, turned */
    struct pt s, e, w;                /* the same on the picture */
    int32_t rs, re, rw;               /* half thickness of the sleeve there, on the picture */
    struct v3 fingers, palm, thumb;   /* axes of the hand, length TURN_ONE */
    int32_t side;                     /* -1: left of the screen, 1: right */
};

struct body {
    const struct person_identity *who;
    const struct person_pose *pose;
    const struct light *light;
    int32_t feminine, young, old, heavy; /* permille, heavy -1000..1000 */
    struct slice torso[TORSO_SLICES];    /* from neck to hem, before turning */
    int32_t lift;                        /* how far the shoulder line has moved down */
    struct arm arm[2];
    struct v3 neck;                  /* its root */
    struct pt head;                  /* the point between the eyes */
    int32_t head_scale;              /* permille */
    int32_t yaw, pitch;              /* of the head on the picture, body's turn included */
    struct slice skull[HEAD_SLICES]; /* crown to chin, head's own units times 256 */
    int32_t hand_scale;              /* permille */
    int32_t drop;                    /* how far sitting lowers the hips */
};

void body_build(struct body *b, const struct person_identity *who, const struct person_pose *pose,
                const struct light *light);

/* A point of the trunk's space, turned with the body, on the picture. */
struct pt body_point(const struct body *b, int32_t x, int32_t y, int32_t z);
/* On the front of the trunk: across -1000..1000 of its half width at height y (1/256 units). */
struct pt body_front(const struct body *b, int32_t across, int32_t y);
/* The edge of the trunk on one side (-1, 1) at height y. */
struct pt body_edge(const struct body *b, int side, int32_t y);
/* A point of the head in its own units (whole ones: eyes at 0, crown -104, chin 98), turned, on the
 * picture relative to the head's place and before its roll. */
struct pt head_pt(const struct body *b, int32_t x, int32_t y, int32_t z);
/* The silhouette of the head's slice on one side, grown by grow units. */
struct pt head_edge(const struct body *b, int slice, int side, int32_t grow);
/* The point of the face's surface above x, y (whole units of the head), lifted by out units. */
struct pt head_on(const struct body *b, int32_t x, int32_t y, int32_t out);
/* How much of something at this angle (1/65536 turns from the front) is turned to the viewer, permille. */
int32_t head_facing(const struct body *b, int32_t angle);

#endif
