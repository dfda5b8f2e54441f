/* pose_arms.h - what the arms and hands do: a table of named postures and the mixing between them. */
#ifndef TD_PERSON_POSE_ARMS_H
#define TD_PERSON_POSE_ARMS_H

#include "pose.h"

/* Fills pose->arm from the state; sit must be set before. */
void pose_arms(struct person_pose *pose, const struct person_identity *who, const struct person_state *state);

#endif
