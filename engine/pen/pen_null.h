/* pen_null.h - a pen that draws nothing and counts: how much work a picture is. */
#ifndef TD_PEN_NULL_H
#define TD_PEN_NULL_H

#include "pen.h"

struct pen_count {
    int fills, strokes, clips, depth; /* depth: saves and groups still open */
    int deepest;
};

/* The count must outlive the pen. */
struct pen pen_null(struct pen_count *count);

#endif
