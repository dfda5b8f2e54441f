/* pose_arms.c - postures of arm and hand, one row each, and which band takes which.
 * A band's posture is complete when the band begins: the body speaks before the words. */
#include "pose_arms.h"

#include "fix.h"

enum posture {
    HANG,
    OPEN,
    POCKET,
    FOLDED_OVER,
    FOLDED_UNDER,
    WRING_OVER,
    WRING_UNDER,
    POINT,
    HALF_FIST,
    FIST,
    FIST_HIGH,
    THRUST,
    HUG_OVER,
    HUG_UNDER,
    TO_FACE,
    BELLY,
    LAP,
    WHEEL,
    RAIL_LOOSE,
    RAIL_HOLD,
    RAIL_CLENCH,
};

struct posture_row {
    int16_t wrist[3], pole[3], fingers[3], palm[3]; /* outward, down, forward */
    int16_t curl[5], spread;
    int16_t hidden, world;
};

/* wrist: units from the middle of the shoulders; the others are directions of any length. */
static const struct posture_row postures[] = {
    /* clang-format off */
    /*                wrist               pole               fingers            palm               curl                            spread hidden world */
    [HANG]         = {{ 158,  300,   30}, {  22,    0, -100}, {  -6,  100,   14}, { -82,    4,  -52}, { 260,  240,  300,  360,  420}, 120, 0, 0},
    [OPEN]         = {{ 164,  268,   92}, {  34,   10,  -90}, {  30,   70,   62}, { -40,  -56,   78}, { 160,  140,  160,  200,  240}, 420, 0, 0},
    [POCKET]       = {{ 116,  262,   62}, {  80,    0,  -60}, { -30,  100,    0}, { -80,    0,  -40}, { 300,  300,  300,  300,  300}, 100, 1000, 0},
    [FOLDED_OVER]  = {{ -46,  142,  116}, { 100,   60,   10}, {-100,  -10,    8}, {   0,   14, -100}, { 220,  180,  200,  240,  280}, 160, 0, 0},
    [FOLDED_UNDER] = {{ -36,  162,   92}, { 100,   60,   10}, {-100,  -14,   -6}, {   0,   20, -100}, { 300,  300,  320,  340,  360}, 100, 0, 0},
    [WRING_OVER]   = {{  36,  206,  128}, { 100,   30,  -30}, { -84,   44,   20}, {  -6,   36,  -94}, { 420,  520,  560,  600,  640}, 60, 0, 0},
    [WRING_UNDER]  = {{  44,  226,  108}, { 100,   30,  -30}, { -92,   20,   30}, { -10,  -64,  -70}, { 300,  640,  700,  740,  760}, 40, 0, 0},
    [POINT]        = {{  82,  104,  226}, {  90,   80,   10}, { -78,  -26,   62}, { -30,   88,  -24}, { 620,    0,  960, 1000, 1000}, 40, 0, 0},
    [HALF_FIST]    = {{ 172,  256,   70}, {  70,    0,  -80}, { -20,   92,   36}, { -84,  -10,  -36}, { 600,  620,  680,  720,  760}, 60, 0, 0},
    [FIST]         = {{ 116,  176,  172}, { 100,   70,  -50}, { -52,  -58,   56}, { -46,   66,  -44}, { 820, 1000, 1000, 1000, 1000}, 0, 0, 0},
    [FIST_HIGH]    = {{ 166,  -52,   96}, { 110,  100,  -30}, { -14, -100,   10}, { -40,    0,   92}, { 840, 1000, 1000, 1000, 1000}, 0, 0, 0},
    [THRUST]       = {{ 138,   96,  232}, { 100,  100,  -20}, {  12,  -92,   34}, { -16,   30,   92}, { 160,  240,  220,  260,  340}, 900, 0, 0},
    [HUG_OVER]     = {{ -46,  136,  112}, {  50,  100,  -10}, { -84,  -48,  -26}, {  14,   14, -100}, { 260,  260,  300,  340,  380}, 220, 0, 0},
    [HUG_UNDER]    = {{ -40,  182,   92}, {  60,   90,  -10}, { -96,  -30,  -26}, {  14,   20, -100}, { 300,  300,  340,  380,  420}, 160, 0, 0},
    [TO_FACE]      = {{  96,   -2,  134}, {  90,  100,   30}, { -40, -100,   -4}, { -62,    6,  -84}, { 240,  180,  200,  220,  260}, 260, 0, 0},
    [BELLY]        = {{ -30,  192,  104}, {  80,   70,  -10}, { -96,  -30,  -10}, {   0,   20, -100}, { 300,  280,  320,  360,  400}, 160, 0, 0},
    [LAP]          = {{  74,  262,  150}, { 110,   40,  -30}, { -60,   50,   66}, { -10,   90,  -40}, { 300,  260,  300,  340,  380}, 140, 0, 0},
    [WHEEL]        = {{ 176,  254,   96}, { 120,   10,  -60}, { -10,   62,   76}, { -88,   44,    0}, { 500,  560,  600,  640,  680}, 60, 0, 0},
    [RAIL_LOOSE]   = {{ 186,  254,   48}, {  50,  -10, -100}, { -16,   58,   80}, { -30,   84,  -40}, { 300,  380,  420,  460,  480}, 160, 0, 1000},
    [RAIL_HOLD]    = {{ 190,  252,   50}, {  70,  -10,  -90}, {  -8,   52,   84}, { -26,   84,  -46}, { 520,  660,  700,  720,  740}, 60, 0, 1000},
    [RAIL_CLENCH]  = {{ 196,  250,   54}, { 110,  -30,  -60}, {  -4,   40,   92}, { -22,   90,  -38}, { 760,  860,  880,  900,  920}, 0, 0, 1000},
    /* clang-format on */
};

static struct v3 v3_row(const int16_t v[3])
{
    return v3_units(v[0], v[1], v[2]);
}

static struct arm_pose arm_of(enum posture posture)
{
    const struct posture_row *row = &postures[posture];
    struct arm_pose arm = {
        .wrist = v3_row(row->wrist),
        .pole = v3_row(row->pole),
        .fingers = v3_with_length(v3_row(row->fingers), TURN_ONE),
        .palm = v3_with_length(v3_row(row->palm), TURN_ONE),
        .spread = row->spread,
        .hidden = row->hidden,
        .world = row->world,
    };
    for (int i = 0; i < 5; i++)
        arm.curl[i] = row->curl[i];
    return arm;
}

static struct arm_pose arm_mix(struct arm_pose a, struct arm_pose b, int32_t t)
{
    struct arm_pose out = {
        .wrist = v3_mix(a.wrist, b.wrist, t),
        .pole = v3_mix(a.pole, b.pole, t),
        .fingers = v3_mix(a.fingers, b.fingers, t),
        .palm = v3_mix(a.palm, b.palm, t),
        .spread = mix(a.spread, b.spread, t),
        .hidden = mix(a.hidden, b.hidden, t),
        .world = mix(a.world, b.world, t),
    };
    for (int i = 0; i < 5; i++)
        out.curl[i] = mix(a.curl[i], b.curl[i], t);
    return out;
}

/* The two postures (screen left, right) of each band, then of despair and of recovery. */
struct repertoire {
    enum posture band[5][2];
    enum posture despair[2], recovery[2];
};

static const struct repertoire standing = {
    .band = {{HANG, HANG}, {WRING_OVER, WRING_UNDER}, {POINT, HALF_FIST}, {FIST, FIST}, {FIST_HIGH, THRUST}},
    .despair = {HUG_OVER, HUG_UNDER},
    .recovery = {TO_FACE, BELLY},
};

static const struct repertoire seated = {
    .band = {{LAP, LAP}, {WRING_OVER, WRING_UNDER}, {POINT, LAP}, {FIST, FIST}, {FIST_HIGH, THRUST}},
    .despair = {HUG_OVER, HUG_UNDER},
    .recovery = {TO_FACE, BELLY},
};

static const struct repertoire in_wheelchair = {
    .band = {{WHEEL, WHEEL}, {WRING_OVER, WRING_UNDER}, {POINT, WHEEL}, {FIST, FIST}, {FIST_HIGH, THRUST}},
    .despair = {HUG_OVER, HUG_UNDER},
    .recovery = {TO_FACE, BELLY},
};

static const struct repertoire on_rail = {
    .band = {{RAIL_LOOSE, RAIL_LOOSE},
             {RAIL_HOLD, RAIL_HOLD},
             {RAIL_CLENCH, RAIL_HOLD},
             {RAIL_CLENCH, RAIL_CLENCH},
             {RAIL_CLENCH, RAIL_CLENCH}},
    .despair = {RAIL_LOOSE, RAIL_LOOSE},
    .recovery = {TO_FACE, RAIL_HOLD},
};

static struct arm_pose resting_arm(const struct person_identity *who, const struct repertoire *use, int side)
{
    if (use != &standing)
        return arm_of(use->band[0][side]);
    switch (who->rest) {
    case REST_POCKETS: return arm_of(POCKET);
    case REST_FOLDED: return arm_of(side == ARM_LEFT ? FOLDED_OVER : FOLDED_UNDER);
    default: return arm_of(side == ARM_LEFT ? OPEN : HANG);
    }
}

/* Each band's posture is reached at its beginning and kept over its first half. */
static struct arm_pose band_arm(const struct person_identity *who, const struct repertoire *use, int side,
                                int32_t agitation)
{
    struct arm_pose arm = resting_arm(who, use, side);
    for (int32_t band = 1; band < 5; band++) {
        int32_t t = soft_step((agitation - (band * 200 - 100)) * 10);
        if (t > 0)
            arm = arm_mix(arm, arm_of(use->band[band][side]), t);
    }
    return arm;
}

static struct arm_pose arm_for(const struct person_identity *who, const struct repertoire *use, int side,
                               const struct person_state *state)
{
    struct arm_pose arm = band_arm(who, use, side, clamp32(state->agitation, 0, 1000));
    arm = arm_mix(arm, arm_of(use->despair[side]), soft_step(state->despair));
    return arm_mix(arm, arm_of(use->recovery[side]), soft_step(state->recovery));
}

static const struct repertoire *repertoire_for(const struct person_identity *who, const struct person_state *state)
{
    if (who->wheelchair)
        return &in_wheelchair;
    return state->stance == STANCE_RAIL ? &on_rail : &standing;
}

void pose_arms(struct person_pose *pose, const struct person_identity *who, const struct person_state *state)
{
    const struct repertoire *use = repertoire_for(who, state);
    for (int side = ARM_LEFT; side <= ARM_RIGHT; side++) {
        pose->arm[side] = arm_for(who, use, side, state);
        if (use == &standing && pose->sit > 0)
            pose->arm[side] = arm_mix(pose->arm[side], arm_for(who, &seated, side, state), pose->sit);
    }
}
