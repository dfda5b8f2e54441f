/* scenery.h - the brushes of the places: washes, panes, glows, grain, rain.
 * Whole units of a scene 720 high, in which the person stands at x = 320 and the horizon, the eyes
 * of a standing adult, is at y = 172.  Scenes are painted from x = -160 to 1760, more than any
 * screen shows. */
#ifndef TD_PERSON_SCENERY_H
#define TD_PERSON_SCENERY_H

#include "place.h"
#include "shape.h"

#define SCENE_LEFT (-160)
#define SCENE_RIGHT 1760
#define SCENE_WIDE (SCENE_RIGHT - SCENE_LEFT)
#define HORIZON 172

void sc_box(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba colour);
/* From the colour at the top to the one at the bottom / from left to right. */
void sc_fade_down(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba top, pen_rgba bottom);
void sc_fade_right(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba left, pen_rgba right);
void sc_round(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, int32_t r, pen_rgba colour);
/* Four corners in order; the colour goes from the first edge to the third. */
void sc_quad(struct pen *pen, const int16_t corners[8], pen_rgba from, pen_rgba to);
void sc_line(struct pen *pen, int32_t x0, int32_t y0, int32_t x1, int32_t y1, int32_t tenths, pen_rgba colour);
void sc_glow(struct pen *pen, int32_t x, int32_t y, int32_t rx, int32_t ry, pen_rgba colour);
void sc_oval(struct pen *pen, int32_t x, int32_t y, int32_t rx, int32_t ry, pen_rgba colour);
/* Blotches and streaks, the unevenness of a painted or used surface; strength is an alpha 0..255. */
void sc_grain(struct pen *pen, uint64_t seed, int count, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba light,
              pen_rgba dark, int32_t strength);
/* Vertical smears of light on a wet or polished floor below a source. */
void sc_reflection(struct pen *pen, int32_t x, int32_t y, int32_t w, int32_t h, pen_rgba colour);
/* A row of people far away, as silhouettes on the floor line y. */
void sc_bystander(struct pen *pen, int32_t x, int32_t y, int32_t height, pen_rgba colour);
void sc_plant(struct pen *pen, int32_t x, int32_t y, int32_t size, pen_rgba leaf, pen_rgba pot);
/* Darker toward the edges of the scene and below. */
void sc_vignette(struct pen *pen, int32_t strength);
/* Rain as slanting streaks; depth 0 far and fine, 1 near, long and few. */
void sc_rain(struct pen *pen, const struct place_view *view, int depth, int count, pen_rgba colour);
/* A number in 0..below-1, always the same for the same seed and index. */
int32_t sc_pick(uint64_t seed, int index, int32_t below);

/* The painters, one file each. */
struct place_painter {
    const char *name;
    void (*back)(struct pen *pen);
    void (*back_live)(struct pen *pen, const struct place_view *view); /* may be NULL, like those below */
    void (*fore)(struct pen *pen);
    void (*fore_live)(struct pen *pen, const struct place_view *view);
    struct light (*light)(const struct place_view *view);
    enum person_stance stance;
};

extern const struct place_painter painter_bridge, painter_hospital, painter_school, painter_shelter, painter_stairwell,
    painter_bus, painter_benefits, painter_calls;

#endif
