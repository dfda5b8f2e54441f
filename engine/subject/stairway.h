/* stairway.h - the gates between the stages; inside this module only. */
#ifndef TD_SUBJECT_STAIRWAY_H
#define TD_SUBJECT_STAIRWAY_H

#include "arousal.h"

enum { STAGE_TOP = STAGE_COUNT - 1 };

/* Moves the person at the end of an exchange: down as far as the lowest gate that no longer holds;
 * up one step at most, and only if none fell.  The top is the end of the way.  agitation in permille. */
void stairway_move(const struct profile *profile, int32_t agitation, struct person *person);

#endif
