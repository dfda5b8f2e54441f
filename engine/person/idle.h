/* idle.h - the life of somebody who is doing nothing: breath, blinks, drifting eyes, weight going
 * from foot to foot, pacing, trembling.  All of it a function of time and seed, so that the same
 * moment can be drawn again. */
#ifndef TD_PERSON_IDLE_H
#define TD_PERSON_IDLE_H

#include "pose.h"

/* Adds the life of state->ms to a pose; in a still state only the breath. */
void idle_add(struct person_pose *pose, const struct person_state *state);

#endif
