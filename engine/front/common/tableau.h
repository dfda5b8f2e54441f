/* tableau.h - a person in a place, as pixels: what the desktop shows on the left and `shot` writes.
 * The place's still layers are painted once for a size and kept; each call then lays down the place,
 * its weather, the person, what stands in front. */
#ifndef TD_FRONT_TABLEAU_H
#define TD_FRONT_TABLEAU_H

#include "person_draw.h"
#include "place.h"
#include "raster.h"

struct tableau;

struct tableau *tableau_create(void);
void tableau_destroy(struct tableau *tableau); /* NULL is fine */

struct tableau_scene {
    const struct person_identity *who; /* NULL: the place alone */
    const struct person_state *state;  /* as shown now: person_motion's, or settled */
    enum setting place;
    bool studio; /* no place: a plain ground and an even light, the person in the middle */
};

/* Paints the still layers of the scene's place for this size now, so that no frame has to wait for them
 * (about a tenth of a second at 1080 lines).  May run in another thread than the frames, not at the same
 * time as one. */
void tableau_prepare(struct tableau *tableau, int width, int height, const struct tableau_scene *scene);

/* Fills all of pixels.  Time is state->ms (0 without a person), and so is stillness.  The picture is
 * 720 units high whatever its size. */
void tableau_draw(struct tableau *tableau, struct raster_pixels pixels, const struct tableau_scene *scene);
/* The same, but only what lies in box (pixels): the rest of pixels is left as it was. */
void tableau_draw_box(struct tableau *tableau, struct raster_pixels pixels, struct raster_box box,
                      const struct tableau_scene *scene);

#endif
