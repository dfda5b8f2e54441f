/* stage.h - a person in a place, as pixels: what the desktop shows on the left and `shot` writes.
 * The place's still layers are painted once for a size and kept; each call then lays down the place,
 * its weather, the person, what stands in front. */
#ifndef TD_FRONT_STAGE_H
#define TD_FRONT_STAGE_H

#include "person_draw.h"
#include "place.h"
#include "raster.h"

struct stage;

struct stage *stage_create(void);
void stage_destroy(struct stage *stage); /* NULL is fine */

struct stage_scene {
    const struct person_identity *who; /* NULL: the place alone */
    const struct person_state *state;  /* as shown now: person_motion's, or settled */
    enum setting place;
    bool studio; /* no place: a plain ground and an even light, the person in the middle */
};

/* Fills all of pixels.  Time is state->ms (0 without a person), and so is stillness.  The picture is
 * 720 units high whatever its size. */
void stage_draw(struct stage *stage, struct raster_pixels pixels, const struct stage_scene *scene);
/* The same, but only what lies in box (pixels): the rest of pixels is left as it was. */
void stage_draw_box(struct stage *stage, struct raster_pixels pixels, struct raster_box box,
                    const struct stage_scene *scene);

#endif
