/* motion.c - critically damped springs in integers, one per channel, and the two phases. */
#include "motion.h"

#include <stddef.h>

struct channel {
    size_t offset;
    int32_t rate; /* of the spring, per second, times ten */
};

#define CHANNEL(member, rate)                       \
    {                                               \
        offsetof(struct person_state, member), rate \
    }

static const struct channel channels[MOTION_CHANNELS] = {
    CHANNEL(agitation, 45),   CHANNEL(despair, 30), CHANNEL(recovery, 30), CHANNEL(turned, 40),  CHANNEL(sit, 45),
    CHANNEL(distance_cm, 40), CHANNEL(look_x, 120), CHANNEL(look_y, 120),  CHANNEL(contact, 25),
};

static int32_t *member(struct person_state *state, int channel)
{
    return (int32_t *)(void *)((char *)state + channels[channel].offset);
}

void person_motion_start(struct person_motion *motion, const struct person_state *state)
{
    *motion = (struct person_motion){.shown = *state};
    for (int i = 0; i < MOTION_CHANNELS; i++)
        motion->value[i] = *member(&motion->shown, i) * 1000;
}

/* x'' = -w^2 (x - aim) - 2 w x', in steps of at most 10 ms so that the sum stays near the curve. */
static void spring(int32_t *value, int32_t *speed, int32_t aim, int32_t rate, int32_t ms)
{
    int64_t gap = (int64_t)*value - aim;
    int64_t force = -(gap * rate * rate) / 100 - (int64_t)*speed * 2 * rate / 10;
    *speed += (int32_t)(force * ms / 1000);
    *value += (int32_t)((int64_t)*speed * ms / 1000);
    if (gap < 500 && gap > -500 && *speed < 500 && *speed > -500) {
        *value = aim;
        *speed = 0;
    }
}

static void step_springs(struct person_motion *motion, struct person_state *target, int32_t ms)
{
    for (int i = 0; i < MOTION_CHANNELS; i++)
        for (int32_t left = ms; left > 0; left -= 10)
            spring(&motion->value[i], &motion->speed[i], *member(target, i) * 1000, channels[i].rate,
                   left < 10 ? left : 10);
}

/* rate is turns a minute times ten. */
static int32_t phase_after(int32_t phase, int32_t rate, uint32_t ms)
{
    int64_t turned = (int64_t)rate * ms * TURN_ONE / 600000;
    return (int32_t)((phase + turned) & (TURN_ONE - 1));
}

void person_motion_step(struct person_motion *motion, const struct person_state *target, uint32_t ms)
{
    struct person_state next = *target;
    uint32_t cut = ms > 250 ? 250 : ms;
    step_springs(motion, &next, (int32_t)cut);
    for (int i = 0; i < MOTION_CHANNELS; i++)
        *member(&next, i) = motion->value[i] / 1000;
    next.ms = motion->shown.ms + ms;
    next.breath = phase_after(motion->shown.breath, person_breath_rate(&next), ms);
    next.pace = phase_after(motion->shown.pace, person_pace_rate(&next), ms);
    motion->shown = next;
}

void person_state_settle(struct person_state *state)
{
    state->breath = phase_after(0, person_breath_rate(state), state->ms);
    state->pace = phase_after(0, person_pace_rate(state), state->ms);
}
