/* overlay.h - what an institution or a learner puts in the place of the program's general words: the
 * local services, a name.  overlay.json beside the scenarios, then overlay.json in the learner's folder:
 *     {"format": "talkdown-overlay-1", "values": {"service.crisis_line": "...", "learner.name": "..."}} */
#ifndef TD_FRONT_OVERLAY_H
#define TD_FRONT_OVERLAY_H

#include "library.h"

/* Sets the values in the library's words.  A file with faults is named and left out. */
void overlay_apply(struct library *library);

#endif
