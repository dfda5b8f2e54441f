/* idle.c - breath, blink, gaze, weight, pacing, tremor. */
#include "idle.h"

#include "fix.h"
#include "rng.h"

enum { CHANNEL_BLINK = 1, CHANNEL_GAZE = 2, CHANNEL_HEAD = 3, CHANNEL_WEIGHT = 4, CHANNEL_GLANCE = 5 };

/* A smooth wander in -1000..1000 with a new aim every period ms; the move takes the first share. */
static int32_t wander(uint64_t seed, uint32_t channel, uint32_t ms, uint32_t period, int32_t move_ms)
{
    uint64_t step = ms / period;
    int32_t from = (int32_t)rng_pick(seed + channel, step, 2001) - 1000;
    int32_t to = (int32_t)rng_pick(seed + channel, step + 1, 2001) - 1000;
    return mix(from, to, soft_step((int32_t)(ms % period) * 1000 / move_ms));
}

/* In quickly, out a little slower, 200 ms in all; the moment inside each period is drawn by lot. */
static int32_t blink_at(uint64_t seed, uint32_t ms, uint32_t period)
{
    uint32_t start = rng_pick(seed + CHANNEL_BLINK, ms / period, period - 220);
    int32_t since = (int32_t)(ms % period) - (int32_t)start;
    if (since < 0 || since > 200)
        return 0;
    return since < 80 ? soft_step(since * 1000 / 80) : soft_step((200 - since) * 1000 / 120);
}

static void add_breath(struct person_pose *pose, const struct person_state *state)
{
    pose->breath = pm(turn_sin(state->breath) / 65, pose->breath_depth);
}

static void add_eyes(struct person_pose *pose, const struct person_state *state)
{
    int32_t anxious = clamp32(450 - (state->agitation > 300 ? state->agitation - 300 : 300 - state->agitation), 0, 450);
    int32_t live = pm(1000 - pm(850, state->despair), 1000 - pm(700, state->recovery)); /* tired eyes rest on you */
    live = pm(live, 1000 - pm(600, clamp32(state->contact, 0, 1000)));                  /* and so do trusting ones */
    uint32_t blink_period = 4200 - (uint32_t)pm(1900, state->agitation) + (uint32_t)pm(1800, state->despair);
    pose->blink = blink_at(state->seed, state->ms, blink_period);
    pose->gaze_x += pm(pm(wander(state->seed, CHANNEL_GAZE, state->ms, 1700, 90), 60 + anxious), live);
    pose->gaze_y += pm(pm(wander(state->seed, CHANNEL_GAZE + 20, state->ms, 1700, 90), 40 + anxious / 4), live);
    if (state->manner == MANNER_GUARDED)
        pose->gaze_x += pm(wander(state->seed, CHANNEL_GLANCE, state->ms, 1100, 70), 500);
}

static void add_weight(struct person_pose *pose, const struct person_state *state)
{
    int32_t live = 1000 - pm(900, state->despair) - pm(500, pose->sit);
    live = clamp32(live, 60, 1000);
    int32_t restless = 300 + state->agitation / 2;
    int32_t weight = pm(wander(state->seed, CHANNEL_WEIGHT, state->ms, 3600, 1400), pm(restless, live));
    pose->shift_x += PEN_U(10) * weight / 1000;
    pose->lean += TURN_DEG(1) * weight / 1000;
    pose->head_roll += TURN_DEG(2) * wander(state->seed, CHANNEL_HEAD, state->ms, 2900, 1200) / 1000 * live / 1000;
    pose->head_yaw += TURN_DEG(3) * wander(state->seed, CHANNEL_HEAD + 20, state->ms, 3300, 900) / 1000 * live / 1000;
    if (state->manner == MANNER_DRUNK)
        pose->lean += TURN_DEG(3) * turn_sin((int32_t)(state->ms * 16u)) / TURN_ONE;
}

/* Two to four steps to each side; nobody paces on a chair or outside a rail. */
static void add_pacing(struct person_pose *pose, const struct person_state *state)
{
    if (state->stance == STANCE_RAIL || person_pace_rate(state) == 0)
        return;
    int32_t reach = pm(PEN_U(4) + pm(PEN_U(46), soft_step((state->agitation - 300) * 3)), 1000 - pose->sit);
    pose->shift_x += q16(turn_sin(state->pace), reach);
    pose->yaw +=
        pm(q16(turn_cos(state->pace), TURN_DEG(9)), pm(soft_step((state->agitation - 300) * 3), 1000 - pose->sit));
}

/* Trembling: two fast, unrelated waves; in crisis, in recovery's shaking and from the cold. */
static void add_tremor(struct person_pose *pose, const struct person_state *state)
{
    int32_t crisis = soft_step((state->agitation - 520) * 2);
    crisis = pm(crisis, 1000 - state->despair);
    int32_t amount = mix(crisis, 380, clamp32(state->recovery, 0, 1000));
    int32_t ms = (int32_t)(state->ms % 100000u);
    pose->tremor_x = pm(q16(turn_sin(ms * 655), PEN_U(2)) + q16(turn_sin(ms * 803 + 9000), PEN_U(1)), amount);
    pose->tremor_y = pm(q16(turn_sin(ms * 721 + 20000), PEN_U(2)) + q16(turn_sin(ms * 569), PEN_U(1)), amount);
}

void idle_add(struct person_pose *pose, const struct person_state *state)
{
    add_breath(pose, state);
    if (state->still)
        return;
    add_eyes(pose, state);
    add_weight(pose, state);
    add_pacing(pose, state);
    add_tremor(pose, state);
}
