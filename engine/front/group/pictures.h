/* pictures.h - the person as projector and console show them: one still picture for every state that a
 * body can be seen in, painted once when the room opens.  What is not to be seen is in none of them. */
#ifndef TD_FRONT_PICTURES_H
#define TD_FRONT_PICTURES_H

#include "library.h"

enum { PICTURES = 7 }; /* five bands, despair, recovery */

struct picture {
    const char *path; /* "/person/agitated.png" */
    td_str png;       /* in the arena; empty in a build that cannot draw */
};

void pictures_paint(struct library *library, const td_scenario *scenario, struct arena *arena,
                    struct picture ret[PICTURES]);

#endif
