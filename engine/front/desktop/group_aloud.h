/* group_aloud.h - a seat of a group session as a listener gets it (F3): as aloud.h, for the faces of seats.h. */
#ifndef TD_FRONT_GROUP_ALOUD_H
#define TD_FRONT_GROUP_ALOUD_H

#include "sight.h"

struct group_aloud {
    enum seats_face face; /* when last asked, and so on */
    enum seats_sheet sheet;
    struct ui_action focus;
    uint64_t news; /* of what is new on the face */
    bool chosen, begun;
};

/* What is to be read now in place of what is being read: a new face from its heading on, what has come since, or
 * the part that has the focus.  Empty: nothing new; a clock that goes on is nothing new.  In the arena. */
td_str group_aloud_next(struct group_aloud *aloud, const struct sight *sight, struct arena *arena);

#endif
