/* raster.h - shapes to pixels: exact-area coverage of a path, a paint, a blend.
 * cairo spends most of a frame on the many small gradients of a person; this does the little that
 * the pen needs, several times as fast, into the same kind of pixels (premultiplied ARGB, 32 bits,
 * the machine's byte order, as CAIRO_FORMAT_ARGB32 and SDL_PIXELFORMAT_ARGB8888). */
#ifndef TD_FRONT_RASTER_H
#define TD_FRONT_RASTER_H

#include "pen.h"

struct raster_pixels {
    uint32_t *data;
    int width, height;
    int stride; /* in pixels */
};

struct raster_pt {
    float x, y;
};

/* The path under construction, in pixels: points, and where each figure begins. */
struct raster_path {
    struct raster_pt *points;
    int count, room;
    int *starts;
    bool *closed;
    int figures, figure_room;
};

struct raster_box {
    int x0, y0, x1, y1; /* x1, y1 are beyond */
};

/* What a shape may touch: a box and, unless NULL, the coverage (0..255) of a mask laid on that box. */
struct raster_clip {
    struct raster_box box;
    uint8_t *mask;
};

/* Scratch that grows and is used again. */
struct raster_cover {
    int32_t *area;
    size_t area_room;
    struct raster_pt *outline;
    int outline_room;
    int *row_from, *row_to;
    int row_room;
};

/* A paint made ready: where it is linear or radial, the map from pixels to its parameter. */
struct raster_paint {
    enum pen_paint_kind kind;
    uint32_t colour;    /* premultiplied, when solid */
    float ax, bx, cx;   /* linear: t = ax x + bx y + cx */
    float ay, by, cy;   /* radial: the second coordinate, unit radius */
    uint32_t ramp[256]; /* premultiplied */
};

void raster_path_clear(struct raster_path *path);
void raster_path_finish(struct raster_path *path);
void raster_path_move(struct raster_path *path, struct raster_pt to);
void raster_path_line(struct raster_path *path, struct raster_pt to);
void raster_path_curve(struct raster_path *path, struct raster_pt c1, struct raster_pt c2, struct raster_pt to);
void raster_path_close(struct raster_path *path);

void raster_cover_finish(struct raster_cover *cover);
/* Fills the path, or the outline of a stroke of half the given width around it (half > 0). */
void raster_fill(struct raster_cover *cover, const struct raster_path *path, float half, bool round_caps,
                 const struct raster_paint *paint, const struct raster_clip *clip, struct raster_pixels *pixels);
/* The path's coverage within outer, as a new clip whose mask is the caller's, to be freed. */
struct raster_clip raster_clip_path(struct raster_cover *cover, const struct raster_path *path,
                                    const struct raster_clip *outer);

/* matrix maps the pen's 1/256 units to pixels: x' = m[0] x + m[2] y + m[4], y' = m[1] x + m[3] y + m[5]. */
void raster_paint_make(struct raster_paint *out, const struct pen_paint *paint, const float m[6]);
/* Lays count pixels beginning at x, y down with the given coverages, each 0..255. */
void raster_paint_span(const struct raster_paint *paint, int x, int y, int count, const uint8_t *coverage,
                       uint32_t *pixels);

/* Lays count premultiplied pixels over others. */
void raster_over(const uint32_t *from, int count, uint32_t *to);

#endif
