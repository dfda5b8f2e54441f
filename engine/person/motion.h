/* motion.h - the person between two frames: smooth motion and running phases.
 * A pose is a pure function of its state; this is the memory that makes the state change as a body
 * does, critically damped, never jumping, and that lets the breath quicken without a hitch. */
#ifndef TD_PERSON_MOTION_H
#define TD_PERSON_MOTION_H

#include "pose.h"

enum { MOTION_CHANNELS = 9 };

struct person_motion {
    struct person_state shown;      /* what to draw now: hand it to person_pose() */
    int32_t value[MOTION_CHANNELS]; /* in 1/1000 of the channel's unit */
    int32_t speed[MOTION_CHANNELS]; /* of the same, per second */
};

/* Begins in the given state, at rest. */
void person_motion_start(struct person_motion *motion, const struct person_state *state);
/* ms later: moves toward target.  Visemes, seed, stance, manner and stillness are taken over at once.
 * Steps of more than 250 ms are cut to that. */
void person_motion_step(struct person_motion *motion, const struct person_state *target, uint32_t ms);
/* For a single picture: the phases that breath and pacing have after state->ms in this state. */
void person_state_settle(struct person_state *state);

#endif
