/* pose_arms.c - postures of arm and hand, one row each, and which band takes which.
 * A band's posture is complete when the band begins: the body speaks before the words. */
#include "pose_arms.h"

#include "fix.h"
#include "pose_contact.h"

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
    FIST_LOW,
    FIST_HIGH,
    FLUNG,
    TO_HEAD,
    HOLD_ELBOW,
    LIMP,
    HEART,
    LAP,
    LAP_OPEN,
    WHEEL,
    RAIL_OVER,
    RAIL_UNDER,
    RAIL_NEAR,
    RAIL_HOLD,
    RAIL_CLENCH,
    RAIL_BRACE,
    RAIL_LIMP,
    RAIL_GATE_OVER,
    RAIL_GATE_UNDER,
    RAIL_OPEN,
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
    [POINT]        = {{ 118,  112,  196}, {  84,  104,  -10}, { -62,  -48,   62}, { -66,   62,  -20}, { 620,    0,  960, 1000, 1000}, 40, 0, 0},
    [HALF_FIST]    = {{ 172,  256,   70}, {  70,    0,  -80}, { -20,   92,   36}, { -84,  -10,  -36}, { 600,  620,  680,  720,  760}, 60, 0, 0},
    [FIST]         = {{ 122,  184,  160}, { 100,   50,  -60}, { -46,  -40,   70}, { -50,   60,  -50}, { 820, 1000, 1000, 1000, 1000}, 0, 0, 0},
    [FIST_LOW]     = {{ 186,  246,   84}, { 100,    0,  -60}, { -16,   92,   40}, { -88,  -14,  -24}, { 820, 1000, 1000, 1000, 1000}, 0, 0, 0},
    [FIST_HIGH]    = {{ 150,   10,  120}, { 110,  100,  -30}, { -30,  -96,   20}, { -60,    4,   80}, { 840, 1000, 1000, 1000, 1000}, 0, 0, 0},
    [FLUNG]        = {{ 214,   96,  150}, {  70,  100,  -60}, {  66,  -52,   60}, { -34,  -20,   92}, { 120,   60,  120,  160,  220}, 760, 0, 0},
    [TO_HEAD]      = {{ 118, -128,   34}, {  90,  100,    0}, { -36,  -96,  -14}, { -84,   20,  -50}, { 360,  300,  340,  380,  420}, 560, 0, 0},
    [HOLD_ELBOW]   = {{ -78,  172,   98}, {  60,   90,  -10}, { -97,  -14,  -22}, {  14,   20, -100}, { 260,  240,  280,  330,  380}, 160, 0, 0},
    [LIMP]         = {{ 138,  312,   34}, {  22,    0, -100}, {  -8,  100,   10}, { -82,    4,  -52}, { 300,  320,  380,  430,  480}, 60, 0, 0},
    [HEART]        = {{  30,  150,  122}, { 100,   80,  -20}, { -94,  -32,   10}, {   0,   14, -100}, { 260,  240,  260,  300,  340}, 180, 0, 0},
    [LAP]          = {{  74,  262,  150}, { 110,   40,  -30}, { -60,   50,   66}, { -10,   90,  -40}, { 300,  260,  300,  340,  380}, 140, 0, 0},
    [LAP_OPEN]     = {{  96,  250,  150}, { 110,   40,  -30}, {  10,   52,   84}, {  -6,  -80,   60}, { 200,  180,  210,  250,  300}, 320, 0, 0},
    [WHEEL]        = {{ 176,  254,   96}, { 120,   10,  -60}, { -10,   62,   76}, { -88,   44,    0}, { 500,  560,  600,  640,  680}, 60, 0, 0},
    [RAIL_OVER]    = {{  30,  238,   96}, {  60,   40,  -80}, { -78,   14,   62}, { -10,   96,  -26}, { 200,  260,  300,  340,  380}, 180, 0, 1000},
    [RAIL_UNDER]   = {{  60,  242,   90}, {  60,   40,  -80}, { -84,   16,   54}, { -10,   96,  -26}, { 300,  420,  460,  500,  540}, 100, 0, 1000},
    [RAIL_NEAR]    = {{ 104,  240,   88}, {  50,   20,  -90}, { -26,   26,   92}, { -10,   96,  -30}, { 300,  660,  690,  720,  740}, 60, 0, 1000},
    [RAIL_HOLD]    = {{ 146,  240,   86}, {  70,    0,  -80}, { -12,   26,   96}, { -10,   96,  -30}, { 270,  760,  780,  800,  820}, 40, 0, 1000},
    [RAIL_CLENCH]  = {{ 176,  240,   84}, { 100,  -10,  -60}, {  -6,   24,   97}, { -10,   96,  -30}, { 240,  840,  860,  880,  900}, 0, 0, 1000},
    [RAIL_BRACE]   = {{ 204,  240,   80}, { 110,  -30,  -50}, {   4,   22,   98}, { -10,   96,  -30}, { 220,  900,  920,  940,  960}, 0, 0, 1000},
    [RAIL_LIMP]    = {{ 112,  244,   92}, {  40,   20, -100}, { -10,   74,   66}, { -20,   66,  -74}, { 260,  300,  340,  400,  440}, 120, 0, 1000},
    [RAIL_GATE_OVER]  = {{ -34,  236,   98}, { 100,   60,   20}, { -92,   20,   30}, { -10,   96,  -26}, { 200,  220,  260,  300,  340}, 140, 0, 1000},
    [RAIL_GATE_UNDER] = {{ -10,  240,   90}, { 100,   60,   20}, { -92,   26,   30}, { -10,   96,  -26}, { 260,  320,  360,  400,  440}, 100, 0, 1000},
    [RAIL_OPEN]    = {{ 146,  238,   96}, {  70,   10,  -80}, { -36,   44,   82}, {  10,  -82,   56}, { 140,   60,   80,  120,  170}, 320, 0, 1000},
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

/* On its way a free hand swings out toward the viewer, past the shoulder and not through it. */
static int32_t swing(const struct arm_pose *a, const struct arm_pose *b, int32_t t)
{
    int32_t free = 1000 - (a->world < b->world ? a->world : b->world);
    int32_t way = v3_length(v3_sub(b->wrist, a->wrist));
    return pm(pm(pm(way, t), 1000 - t), free);
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
    out.wrist.z += swing(&a, &b, t);
    for (int i = 0; i < 5; i++)
        out.curl[i] = mix(a.curl[i], b.curl[i], t);
    return out;
}

enum { CALM, BANDS = 6 }; /* the five bands, and the point past shouting */

/* The two postures (screen left, right) of each band, then of despair and of recovery. */
struct repertoire {
    enum posture band[BANDS][2];
    enum posture despair[2], recovery[2];
    enum posture open; /* of the one hand that opens to whoever is listened to */
};

/* Where a posture begins to be taken, and where it is complete. */
static const int16_t arrives[BANDS][2] = {{0, 0}, {100, 200}, {300, 400}, {500, 600}, {700, 800}, {870, 940}};

static const struct repertoire standing = {
    .band = {{HANG, HANG},
             {WRING_OVER, WRING_UNDER},
             {POINT, HALF_FIST},
             {FIST, FIST_LOW},
             {FIST_HIGH, FLUNG},
             {TO_HEAD, TO_HEAD}},
    .despair = {HOLD_ELBOW, LIMP},
    .recovery = {HEART, HANG},
    .open = OPEN,
};

static const struct repertoire seated = {
    .band = {{LAP, LAP}, {WRING_OVER, WRING_UNDER}, {POINT, LAP}, {FIST, FIST}, {FIST_HIGH, FLUNG}, {TO_HEAD, TO_HEAD}},
    .despair = {HOLD_ELBOW, LAP},
    .recovery = {HEART, LAP},
    .open = LAP_OPEN,
};

static const struct repertoire in_wheelchair = {
    .band = {{WHEEL, WHEEL},
             {WRING_OVER, WRING_UNDER},
             {POINT, WHEEL},
             {FIST, FIST},
             {FIST_HIGH, FLUNG},
             {TO_HEAD, TO_HEAD}},
    .despair = {HOLD_ELBOW, LAP},
    .recovery = {HEART, LAP},
    .open = LAP_OPEN,
};

/* Two hands lie together on the bar and part as the grip tightens; past shouting one of them leaves it. */
static const struct repertoire on_rail = {
    .band = {{RAIL_OVER, RAIL_UNDER},
             {RAIL_NEAR, RAIL_NEAR},
             {RAIL_HOLD, RAIL_HOLD},
             {RAIL_CLENCH, RAIL_CLENCH},
             {RAIL_BRACE, RAIL_BRACE},
             {TO_HEAD, RAIL_BRACE}},
    .despair = {RAIL_LIMP, RAIL_LIMP},
    .recovery = {RAIL_GATE_OVER, RAIL_GATE_UNDER},
    .open = RAIL_OPEN,
};

static struct arm_pose resting_arm(const struct person_identity *who, const struct repertoire *use, int side)
{
    if (use != &standing)
        return arm_of(use->band[CALM][side]);
    switch (who->rest) {
    case REST_POCKETS: return arm_of(POCKET);
    case REST_FOLDED: return arm_of(side == ARM_LEFT ? FOLDED_OVER : FOLDED_UNDER);
    default: return arm_of(side == ARM_LEFT ? OPEN : HANG);
    }
}

/* A posture is kept until the next begins to be taken. */
static struct arm_pose band_arm(const struct person_identity *who, const struct repertoire *use, int side,
                                int32_t agitation)
{
    struct arm_pose arm = resting_arm(who, use, side);
    for (int band = CALM + 1; band < BANDS; band++) {
        int32_t from = arrives[band][0];
        int32_t t = soft_step((agitation - from) * 1000 / (arrives[band][1] - from));
        if (t > 0)
            arm = arm_mix(arm, arm_of(use->band[band][side]), t);
    }
    return arm;
}

/* The right hand of who weeps with the left on the heart, else the left. */
static int32_t opening(const struct person_state *state, int side)
{
    int32_t weeps = clamp32(state->recovery, 0, 1000);
    return pm(pose_contact_hand(state), side == ARM_RIGHT ? weeps : 1000 - weeps);
}

static struct arm_pose arm_for(const struct person_identity *who, const struct repertoire *use, int side,
                               const struct person_state *state)
{
    struct arm_pose arm = band_arm(who, use, side, clamp32(state->agitation, 0, 1000));
    arm = arm_mix(arm, arm_of(use->despair[side]), soft_step(state->despair));
    arm = arm_mix(arm, arm_of(use->recovery[side]), soft_step(state->recovery));
    return arm_mix(arm, arm_of(use->open), opening(state, side));
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
