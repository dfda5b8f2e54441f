/* pose_contact.c - whether somebody is with you, as a body says it: before anybody has been understood the head and
 * the eyes are elsewhere and the shoulders guard; with being understood they come round, the shoulders sink, a hand
 * opens.  How loud a body is belongs to agitation alone: nothing here moves its size, its colour or its fists. */
#include "pose_contact.h"

#include "fix.h"

/* Rage is aimed at somebody: whoever shouts does not look past you. */
static int32_t closed(const struct person_state *state)
{
    return pm(clamp32(-state->contact, 0, 1000), 1000 - soft_step((state->agitation - 550) * 1000 / 150));
}

static int32_t opened(const struct person_state *state)
{
    return clamp32(state->contact, 0, 1000);
}

/* The head goes farther than the body, and the eyes come back to you before the head does. */
static void turn_from(struct person_pose *pose, const struct person_state *state, int32_t share)
{
    bool rail = state->stance == STANCE_RAIL; /* over the shoulder, at the water */
    pose->yaw -= pm(TURN_DEG(rail ? 5 : 10), share);
    pose->head_yaw = mix(pose->head_yaw, TURN_DEG(rail ? -38 : -30), pm(900, share));
    pose->gaze_x -= pm(pm(780, share), share);
    pose->gaze_y += pm(140, share);
    pose->lid -= pm(60, share);
    pose->shoulder_up += pm(PEN_U(3), share);
    pose->lean -= rail ? pm(TURN_DEG(2), share) : 0;
}

/* The face square to you whatever the body does, the eyes on yours, the head a little aside as one listens. */
static void turn_to(struct person_pose *pose, int32_t share)
{
    pose->yaw = mix(pose->yaw, 0, pm(450, share));
    pose->head_yaw = mix(pose->head_yaw, -pose->yaw / 3, pm(900, share));
    pose->head_pitch = mix(pose->head_pitch, 0, pm(760, share));
    pose->head_roll += pm(TURN_DEG(4), share);
    pose->gaze_x = mix(pose->gaze_x, 0, pm(900, share));
    pose->gaze_y = mix(pose->gaze_y, 0, pm(800, share));
    if (pose->lid < 860)
        pose->lid = mix(pose->lid, 860, pm(620, share));
}

static void loosen(struct person_pose *pose, int32_t share)
{
    pose->shoulder_up -= pm(PEN_U(6), share);
    pose->shoulder_forward = mix(pose->shoulder_forward, 0, pm(500, share));
    pose->slump = mix(pose->slump, 0, pm(400, share));
    pose->neck_forward = mix(pose->neck_forward, 0, pm(400, share));
    pose->knit = mix(pose->knit, 0, pm(300, share));
    pose->press = mix(pose->press, 0, pm(450, share));
    pose->corner = mix(pose->corner, 60, pm(400, share));
    pose->brow_inner += pm(110, share);
}

void pose_contact(struct person_pose *pose, const struct person_state *state)
{
    turn_from(pose, state, closed(state));
    turn_to(pose, opened(state));
    loosen(pose, opened(state));
}

int32_t pose_contact_hand(const struct person_state *state)
{
    int32_t calm = 1000 - soft_step((state->agitation - 480) * 1000 / 120);
    return pm(soft_step((state->contact - 150) * 1000 / 500), mix(calm, 1000, clamp32(state->despair, 0, 1000)));
}
