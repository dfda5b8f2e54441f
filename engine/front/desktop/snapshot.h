/* snapshot.h - a screen as a picture or as text, without a window: what `shot` writes. */
#ifndef TD_FRONT_SNAPSHOT_H
#define TD_FRONT_SNAPSHOT_H

#include "library.h"
#include "raster.h"

/* How the desk gets to the screen.  Strings may be NULL. */
struct snapshot {
    const char *screen;   /* "home", "encounter", ... */
    const char *scenario; /* "bridge-rail" unless said */
    const char *commands; /* a play, or a list of commands, that leads there; else a scripted player does */
    const char *mode;     /* "guided", "practice", "assessment" */
    int text_size;
    bool contrast;
    int agitation; /* permille to be shown, or -1: as it is */
    bool tree;     /* print the semantic tree and the draw list, measured without fonts */
};

/* Is there such a screen? */
bool snapshot_knows(const char *screen);
/* Fills all of pixels.  false: the reader has been told why not. */
bool snapshot_take(struct library *library, const struct snapshot *wish, struct raster_pixels pixels);

#endif
