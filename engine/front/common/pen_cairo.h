/* pen_cairo.h - a pen that paints on a cairo context.
 * The one place where the integers of a drawing become cairo's numbers.
 * A clip is not given to cairo, which would cut every later shape against it: what is drawn inside
 * is laid down on a group the size of the clip's box, and the group is painted through the path
 * once, at the matching restore.  That is several times as fast for a person. */
#ifndef TD_FRONT_PEN_CAIRO_H
#define TD_FRONT_PEN_CAIRO_H

#include "pen.h"
#include <cairo.h>

#define PEN_CAIRO_DEPTH 32

/* A pen and the clips it has open.  Keep it where it is while it is in use: pen points into it. */
struct pen_cairo {
    struct pen pen;
    cairo_t *cr;
    int depth;
    struct {
        cairo_path_t *path; /* of the clip, in the surface's own space; NULL: a plain save */
    } level[2 * PEN_CAIRO_DEPTH];
};

/* One unit (256) is one unit of the context's own space: scale the context first.  The context is
 * borrowed and must outlive the pen.  Text runs use the context's current font face. */
void pen_cairo_init(struct pen_cairo *p, cairo_t *cr);

#endif
