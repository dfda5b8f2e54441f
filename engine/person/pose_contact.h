/* pose_contact.h - whether somebody is with you, as a body says it. */
#ifndef TD_PERSON_POSE_CONTACT_H
#define TD_PERSON_POSE_CONTACT_H

#include "pose.h"

/* Turns and loosens what the cues of agitation have made; before the gaze is drawn anywhere. */
void pose_contact(struct person_pose *pose, const struct person_state *state);

/* Permille: how far a hand has opened toward whoever is listened to; none at all while it points or clenches. */
int32_t pose_contact_hand(const struct person_state *state);

#endif
