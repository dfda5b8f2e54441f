/* person_draw.h - a pose on the picture.
 * The origin is where the eyes of a tall standing adult would be, at the height of the horizon; one
 * unit is one pixel of a 720-line picture at 880/1000.  Scale and place are the caller's (pen_scale,
 * pen_translate); distance is in pose->scale already. */
#ifndef TD_PERSON_DRAW_H
#define TD_PERSON_DRAW_H

#include "light.h"
#include "pose.h"

/* Everything that lies behind the place's foreground: the whole person, but for hands that hold
 * something of the foreground (a rail). */
void person_draw(struct pen *pen, const struct person_identity *who, const struct person_pose *pose,
                 const struct light *light);
/* What lies in front of it: the holding hands.  Draws nothing for anybody else. */
void person_draw_hold(struct pen *pen, const struct person_identity *who, const struct person_pose *pose,
                      const struct light *light);

struct person_box {
    int32_t x, y, width, height; /* 1/256 units from the origin */
};
/* A box that surely holds all that is drawn of this person in this pose, for redrawing only that. */
struct person_box person_bounds(const struct person_identity *who, const struct person_pose *pose);

/* How tall the standing person is at the eyes below the origin, in 1/256 units (a child's is large). */
int32_t person_eye_drop(const struct person_identity *who);

#endif
