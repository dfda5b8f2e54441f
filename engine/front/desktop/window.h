/* window.h - the desk in a window of the desktop: keys, mouse, gamepad in, pixels out. */
#ifndef TD_FRONT_WINDOW_H
#define TD_FRONT_WINDOW_H

#include "library.h"
#include "settings.h"

struct window_wish {
    const char *scenario;    /* opens its content note; NULL: the home page */
    bool resume;             /* goes on with a play */
    const char *resume_file; /* or NULL: the newest */
    const char *save;        /* where the play is kept, or NULL: in the learner's folder */
    uint64_t seed;           /* of the first play */
    /* a seat in somebody else's room: its address, or NULL; code, name and role may be NULL */
    const char *join, *join_code, *join_name, *join_role;
    int display;        /* for the projector of a group: from 1; 0: any other than the first window's */
    const char *broken; /* a settings file that was put aside, or NULL */
};

/* Is there a display, and is nobody feeding us text? */
bool window_possible(void);
/* Until the window is closed; the exit status. */
int window_run(struct library *library, struct settings *settings, const struct window_wish *wish);

#endif
