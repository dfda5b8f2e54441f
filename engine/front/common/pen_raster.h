/* pen_raster.h - a pen on plain pixels, for what is drawn every frame.
 * Draws what pen_cairo draws, except text runs, which it leaves out: text belongs to whoever has the
 * fonts.  Groups are not kept apart either; nothing that moves uses them. */
#ifndef TD_FRONT_PEN_RASTER_H
#define TD_FRONT_PEN_RASTER_H

#include "raster.h"

#define PEN_RASTER_DEPTH 48

struct pen_raster_level {
    float m[6];
    struct raster_clip clip;
    bool owns_mask;
};

/* Keep it where it is while it is in use: pen points into it. */
struct pen_raster {
    struct pen pen;
    struct raster_pixels pixels;
    struct raster_path path;
    struct raster_cover cover;
    struct raster_paint paint;
    struct pen_raster_level level[PEN_RASTER_DEPTH];
    int depth;
};

/* One unit of the pen (256) becomes scale pixels; x, y is where its origin lies.  The pixels are
 * borrowed.  Nothing outside box (in pixels, cut to the picture) is touched. */
void pen_raster_init(struct pen_raster *p, struct raster_pixels pixels, float scale, float x, float y);
void pen_raster_limit(struct pen_raster *p, struct raster_box box);
/* Points the same pen, with its buffers, at other pixels or another place. */
void pen_raster_again(struct pen_raster *p, struct raster_pixels pixels, float scale, float x, float y);
void pen_raster_finish(struct pen_raster *p);

#endif
