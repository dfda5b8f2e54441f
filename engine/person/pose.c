/* pose.c - the table of cues: what each part of a body does at each height of agitation, in despair
 * and in recovery, and how the three are mixed into one pose. */
#include "pose.h"

#include "fix.h"
#include "idle.h"
#include "pose_arms.h"
#include "pose_contact.h"

#include <stddef.h>

#define KEYS 6

/* The beginning of each band, and the point past shouting, where a body no longer means anything by
 * what it does: the hands go to the head, the eyes look through you, and it weeps and shakes. */
static const int16_t key_at[KEYS] = {0, 200, 400, 600, 800, 950};

struct cue {
    size_t offset;
    int32_t at[KEYS];
    int32_t despair, recovery;
};

#define CUE(member) offsetof(struct person_pose, member)

/* Lengths and angles are given in tenths of a unit and of a degree (see scaled below). */
static const struct cue cues[] = {
    /* clang-format off */
    /*                        calm   200   400   600   800   950   despair recovery */
    {CUE(brow_inner),        {  60,  560, -200, -620, -820,  260},  1000,   640},
    {CUE(brow_outer),        {  60,   20,  -40,  120,  300,  420},  -620,  -160},
    {CUE(knit),              {   0,  380,  620,  820,  950, 1000},   560,   240},
    {CUE(forehead),          {   0,  520,  320,  420,  620,  960},   420,   360},
    {CUE(lid),               { 790, 1020,  850,  900, 1080, 1330},   400,   680},
    {CUE(squint),            { 100,  120,  440,  620,  420,    0},   140,   420},
    {CUE(pupil),             { 500,  560,  520,  460,  560,  900},   560,   520},
    {CUE(corner),            { 200, -220, -420, -560, -600, -940},  -900,   -60},
    {CUE(press),             {   0,  520,  640,  900,   60,    0},   160,     0},
    {CUE(mouth_open),        {   0,    0,   40,   90,  620,  860},    50,    90},
    {CUE(teeth),             {   0,    0,   40,  300,  640,  760},     0,     0},
    {CUE(stretch),           {   0,   60,  120,  200,  300,  880},  -100,    80},
    {CUE(clench),            {   0,  160,  600,  900,  700,  400},     0,     0},
    {CUE(nostril),           {   0,   80,  320,  680,  900, 1000},     0,   160},
    {CUE(nose_wrinkle),      {   0,    0,  200,  480,  820,  600},     0,    60},
    {CUE(flush),             {   0,   80,  300,  640,  860, 1000},     0,   300},
    {CUE(pallor),            {   0,  160,    0,    0,    0,  260},   700,   120},
    {CUE(sweat),             {   0,   60,  240,  480,  760, 1000},     0,   120},
    {CUE(tears),             {   0,    0,    0,    0,    0,  760},    80,   900},
    {CUE(vein),              {   0,    0,  120,  460,  840, 1000},     0,     0},
    {CUE(eye_red),           {   0,   80,  120,  240,  400,  960},   300,   900},
    {CUE(neck_tension),      {   0,  260,  520,  800,  960, 1000},     0,     0},
    {CUE(neck_forward),      {   0,   70,  100,  180,  260,  300},   200,    60},
    {CUE(shoulder_up),       { -60,  110,  150,  200,  300,  420},  -120,  -140},
    {CUE(slump),             {  20,   20,    0,  -40,  -80,  120},   320,   240},
    {CUE(shoulder_forward),  {   0,  420,  200, -160, -260,  500},  1000,   700},
    {CUE(chest),             {   0, -180,  200,  700,  940,  300},  -900,  -620},
    {CUE(stance_width),      {   0,  -40,  260,  560,  900,  700},  -120,     0},
    {CUE(head_pitch),        {   0,   40,   30,  100,   60,   70},   290,    40},
    {CUE(head_roll),         {  30,   40,    0,    0,    0,   50},    80,   -70},
    {CUE(gaze_y),            {   0,  120,    0,  -60,  -20, -160},   960,    40},
    {CUE(breath_depth),      { 220,  360,  520,  720,  940, 1000},   140,   480},
    {CUE(scale),             {1000,  985, 1005, 1050, 1100, 1110},   960,   985},
    /* clang-format on */
};

static int32_t *slot(struct person_pose *pose, size_t offset)
{
    return (int32_t *)(void *)((char *)pose + offset);
}

static int32_t cue_at(const int32_t keys[KEYS], int32_t agitation)
{
    int32_t step = clamp32(agitation, 0, 1000);
    for (int i = 1; i < KEYS; i++)
        if (step < key_at[i])
            return mix(keys[i - 1], keys[i], (step - key_at[i - 1]) * 1000 / (key_at[i] - key_at[i - 1]));
    return keys[KEYS - 1];
}

static void mix_cues(struct person_pose *pose, const struct person_state *state)
{
    for (size_t i = 0; i < sizeof cues / sizeof *cues; i++) {
        int32_t value = cue_at(cues[i].at, state->agitation);
        value = mix(value, cues[i].despair, clamp32(state->despair, 0, 1000));
        *slot(pose, cues[i].offset) = mix(value, cues[i].recovery, clamp32(state->recovery, 0, 1000));
    }
}

/* The table's tenths of units and degrees become what pose.h promises. */
static void scale_lengths(struct person_pose *pose)
{
    pose->neck_forward = pose->neck_forward * 256 / 10;
    pose->shoulder_up = pose->shoulder_up * 256 / 10;
    pose->slump = pose->slump * 256 / 10;
    pose->head_pitch = TURN_DEG(pose->head_pitch) / 10;
    pose->head_roll = TURN_DEG(pose->head_roll) / 10;
}

/* An old body does everything a little less, a young one slumps and lifts more. */
static void apply_age(struct person_pose *pose, const struct person_identity *who)
{
    if (who->age > 60) {
        int32_t old = (who->age - 60) * 1000 / 30;
        pose->slump += pm(PEN_U(14), old);
        pose->shoulder_forward += pm(350, old);
        pose->neck_forward += pm(PEN_U(10), old);
        pose->lid -= pm(90, old);
    }
}

static void apply_manner(struct person_pose *pose, const struct person_state *state)
{
    switch (state->manner) {
    case MANNER_PLAIN: break;
    case MANNER_DESPAIR:
        pose->gaze_y += 160;
        pose->slump += PEN_U(6);
        pose->brow_inner += 140;
        break;
    case MANNER_GUARDED:
        pose->yaw += TURN_DEG(9);
        pose->squint += 160;
        pose->head_yaw -= TURN_DEG(7);
        break;
    case MANNER_DRUNK:
        pose->lid -= 220;
        pose->flush += 220;
        pose->eye_red += 260;
        pose->head_roll += TURN_DEG(5);
        break;
    case MANNER_COOL:
        pose->brow_inner = pm(pose->brow_inner, 800);
        pose->flush = pm(pose->flush, 600);
        pose->head_roll -= TURN_DEG(2);
        break;
    case MANNER_GRIEF:
        pose->eye_red += 320;
        pose->brow_inner += 120;
        pose->slump += PEN_U(4);
        break;
    }
}

/* Past shouting the body hangs back from the rail on one arm, out over the water. */
static void lean_out(struct person_pose *pose, int32_t share)
{
    pose->lean -= pm(TURN_DEG(5), share);
    pose->shift_x -= pm(PEN_U(12), share);
    pose->yaw -= pm(TURN_DEG(16), share);
    pose->head_yaw -= pm(TURN_DEG(6), share);
}

/* Turning away takes the body, and the head a little more than the body. */
static void apply_turning(struct person_pose *pose, const struct person_state *state)
{
    int32_t turned = clamp32(state->turned, -1000, 1000);
    int32_t away = pm(1000, state->despair);
    pose->yaw += pm(TURN_DEG(34), turned);
    pose->head_yaw += pm(TURN_DEG(46), turned);
    pose->head_yaw -= pm(TURN_DEG(15), away);
    pose->head_yaw += pm(TURN_DEG(5), clamp32(state->recovery, 0, 1000));
    pose->gaze_x += turned * 6 / 10 - away * 3 / 10;
    if (state->stance == STANCE_RAIL) { /* half toward the water; the held arms push the shoulders up */
        pose->shoulder_up += pose->shoulder_up > 0 ? pose->shoulder_up / 3 : 0;
        pose->yaw += pm(TURN_DEG(7), away);
        pose->yaw += TURN_DEG(12);
        pose->head_yaw -= TURN_DEG(6);
        lean_out(pose, pm(soft_step((state->agitation - 870) * 1000 / 70), 1000 - away));
    }
}

static void apply_gaze(struct person_pose *pose, const struct person_state *state)
{
    pose->gaze_x += state->look_x;
    pose->gaze_y += state->look_y;
    pose->head_yaw += pm(TURN_DEG(7), state->look_x);
    pose->head_pitch += pm(TURN_DEG(3), state->look_y);
}

/* 220 cm is drawn at 1000; the size follows the distance more gently than the eye would have it,
 * so that the hands stay on the screen. */
static void apply_distance(struct person_pose *pose, const struct person_state *state)
{
    int32_t cm = clamp32(state->distance_cm > 0 ? state->distance_cm : 220, 60, 900);
    int32_t far = cm > 220 ? 400 : 800; /* gentler near by */
    pose->scale = (int32_t)((int64_t)pose->scale * (220 + far) / (cm + far));
    if (state->stance == STANCE_RAIL) /* the rail stays as far away as it is, and so nearly does he */
        pose->scale = clamp32(1000 + (pose->scale - 1000) * 4 / 10, 900, 1080);
}

/* Speech moves the jaw by as much as the state's own mouth leaves room for. */
static void apply_speech(struct person_pose *pose, const struct person_state *state)
{
    int32_t loud = 380 + pm(420, state->agitation) - pm(160, state->despair);
    int32_t spoken = pm(clamp32(state->mouth_open, 0, 1000), loud);
    if (spoken > pose->mouth_open)
        pose->mouth_open = spoken;
    else if (state->mouth_open > 0)
        pose->mouth_open = mix(pose->mouth_open, spoken, 500);
    pose->press = pm(pose->press, 1000 - clamp32(state->mouth_open * 2, 0, 1000));
    pose->mouth_round = clamp32(state->mouth_round, 0, 1000);
}

static void apply_limits(struct person_pose *pose)
{
    pose->head_yaw = clamp32(pose->head_yaw, TURN_DEG(-58), TURN_DEG(58));
    pose->head_pitch = clamp32(pose->head_pitch, TURN_DEG(-16), TURN_DEG(26));
    pose->yaw = clamp32(pose->yaw, TURN_DEG(-44), TURN_DEG(44));
    pose->gaze_x = clamp32(pose->gaze_x, -1000, 1000);
    pose->gaze_y = clamp32(pose->gaze_y, -1000, 1000);
    pose->lid = clamp32(pose->lid, 0, 1500);
    pose->blink = clamp32(pose->blink, 0, 1000);
    pose->flush = clamp32(pose->flush, 0, 1000);
    pose->eye_red = clamp32(pose->eye_red, 0, 1000);
    pose->squint = clamp32(pose->squint, 0, 1000);
    pose->brow_inner = clamp32(pose->brow_inner, -1000, 1000);
    pose->brow_outer = clamp32(pose->brow_outer, -1000, 1000);
    pose->shoulder_forward = clamp32(pose->shoulder_forward, -1000, 1000);
}

struct person_pose person_pose(const struct person_identity *who, const struct person_state *state)
{
    struct person_pose pose = {0};
    mix_cues(&pose, state);
    scale_lengths(&pose);
    apply_age(&pose, who);
    apply_manner(&pose, state);
    apply_turning(&pose, state);
    pose_contact(&pose, state);
    apply_gaze(&pose, state);
    apply_distance(&pose, state);
    apply_speech(&pose, state);
    pose.sit = who->wheelchair ? 1000 : clamp32(state->sit, 0, 1000);
    pose_arms(&pose, who, state);
    idle_add(&pose, state);
    apply_limits(&pose);
    return pose;
}

bool person_manner_find(td_str profile, enum person_manner *ret)
{
    static const struct {
        const char *name;
        enum person_manner manner;
    } manners[] = {
        {"default", MANNER_PLAIN},
        {"reactive-expressive", MANNER_PLAIN},
        {"suicidal-despair", MANNER_DESPAIR},
        {"paranoid-psychosis", MANNER_GUARDED},
        {"intoxicated", MANNER_DRUNK},
        {"instrumental-proactive", MANNER_COOL},
        {"grief-trauma", MANNER_GRIEF},
    };
    for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
        if (!str_is(profile, manners[i].name))
            continue;
        *ret = manners[i].manner;
        return true;
    }
    return false;
}

int32_t person_breath_rate(const struct person_state *state)
{
    static const int32_t rates[KEYS] = {130, 165, 200, 250, 300, 340};
    int32_t rate = cue_at(rates, state->agitation);
    rate = mix(rate, 105, clamp32(state->despair, 0, 1000));
    return mix(rate, 170, clamp32(state->recovery, 0, 1000));
}

int32_t person_pace_rate(const struct person_state *state)
{
    static const int32_t rates[KEYS] = {0, 40, 110, 180, 140, 90};
    int32_t rate = cue_at(rates, state->agitation);
    rate = mix(rate, 0, clamp32(state->despair, 0, 1000));
    return mix(rate, 0, clamp32(state->recovery, 0, 1000));
}
