/* hand.c - a hand with a palm, four fingers of three joints and a thumb, built in space and turned,
 * so that one hand hangs, wrings, points, clenches and covers a face.
 * Each part is a silhouette of overlapping limbs; parts are drawn from the farthest to the nearest. */
#include "parts.h"

enum { PARTS = 6, PALM = 5, THUMB = 4 };

struct finger {
    struct v3 joint[4];
    struct pt at[4];
    int32_t radius[4];
    int32_t angle; /* of the last joint, away from straight */
};

struct hand {
    const struct body *b;
    const struct arm *arm;
    const struct arm_pose *pose;
    struct finger finger[5]; /* index, middle, ring, little, thumb */
    int32_t depth[PARTS];
    int32_t level; /* of light on the side that is seen */
    bool back;     /* its back is seen */
};

/* In units along fingers, toward the thumb, out of the palm; then the three bones and the radius. */
static const int16_t plan[4][7] = {
    {62, 23, 2, 34, 21, 15, 95},
    {66, 8, 4, 38, 23, 16, 98},
    {62, -7, 3, 34, 22, 15, 94},
    {55, -21, 1, 26, 16, 13, 82},
};

static struct v3 hand_pt(const struct hand *h, int32_t f, int32_t t, int32_t n)
{
    int32_t k = h->b->hand_scale;
    struct v3 v = v3_along(h->arm->wrist, h->arm->fingers, pm(f * 256, k));
    v = v3_along(v, h->arm->thumb, pm(t * 256, k));
    return v3_along(v, h->arm->palm, pm(n * 256, k));
}

/* fingers * f + thumb * t + palm * n as a direction of length TURN_ONE; shares in permille. */
static struct v3 hand_dir(const struct hand *h, int32_t f, int32_t t, int32_t n)
{
    struct v3 v = {0, 0, 0};
    v = v3_along(v, h->arm->fingers, f * 60);
    v = v3_along(v, h->arm->thumb, t * 60);
    v = v3_along(v, h->arm->palm, n * 60);
    return v3_with_length(v, TURN_ONE);
}

static void finger_place(struct hand *h, struct finger *f, int32_t radius)
{
    static const int16_t taper[4] = {1080, 1000, 940, 800};
    for (int i = 0; i < 4; i++) {
        f->at[i] = v3_project(f->joint[i]);
        f->radius[i] = v3_size(pm(pm(radius, taper[i]), h->b->hand_scale), f->joint[i].z);
    }
}

static void finger_bend(struct hand *h, int index)
{
    static const int32_t bend[3] = {TURN_DEG(78), TURN_DEG(102), TURN_DEG(60)};
    const int16_t *row = plan[index];
    struct finger *f = &h->finger[index];
    int32_t curl = h->pose->curl[index + 1];
    int32_t fan = pm((int32_t[]){170, 50, -70, -200}[index], pm(h->pose->spread, 1000 - curl) + 120);
    int32_t angle = 0;
    f->joint[0] = hand_pt(h, row[0], row[1], row[2]);
    for (int i = 0; i < 3; i++) {
        angle += pm(bend[i], curl);
        struct v3 dir = hand_dir(h, turn_cos(angle) * 1000 / TURN_ONE, fan, turn_sin(angle) * 1000 / TURN_ONE);
        f->joint[i + 1] = v3_along(f->joint[i], dir, pm(PEN_U(row[3 + i]), h->b->hand_scale));
    }
    f->angle = angle;
    finger_place(h, f, PEN_U(row[6]) / 10);
}

static void thumb_bend(struct hand *h)
{
    struct finger *f = &h->finger[THUMB];
    int32_t c = h->pose->curl[0];
    struct v3 a = hand_dir(h, mix(620, 640, c), mix(700, 330, c), mix(260, 620, c));
    struct v3 d = hand_dir(h, mix(860, 620, c), mix(440, -420, c), mix(120, 640, c));
    struct v3 e = hand_dir(h, mix(940, 330, c), mix(300, -860, c), mix(60, 420, c));
    int32_t k = h->b->hand_scale;
    f->joint[0] = hand_pt(h, 14, 17, 5);
    f->joint[1] = v3_along(f->joint[0], a, pm(PEN_U(32), k));
    f->joint[2] = v3_along(f->joint[1], d, pm(PEN_U(26), k));
    f->joint[3] = v3_along(f->joint[2], e, pm(PEN_U(18), k));
    f->angle = 0;
    finger_place(h, f, PEN_U(11));
}

static void set_depths(struct hand *h)
{
    for (int i = 0; i < 5; i++) {
        const struct finger *f = &h->finger[i];
        h->depth[i] = (f->joint[1].z + f->joint[2].z + f->joint[3].z) / 3;
    }
    h->depth[PALM] = hand_pt(h, 40, 0, 0).z;
}

static void set_light(struct hand *h)
{
    struct v3 seen = h->arm->palm;
    h->back = seen.z < 0;
    if (h->back)
        seen = (struct v3){-seen.x, -seen.y, -seen.z};
    int32_t dot = q16(seen.x, h->b->light->key_x) + q16(seen.y, h->b->light->key_y) + q16(seen.z, 620);
    h->level = 600 + dot / 3;
}

static void hand_build(struct hand *h, const struct body *b, const struct arm *arm, const struct arm_pose *pose)
{
    *h = (struct hand){.b = b, .arm = arm, .pose = pose};
    for (int i = 0; i < 4; i++)
        finger_bend(h, i);
    thumb_bend(h);
    set_depths(h);
    set_light(h);
}

static void finger_path(struct pen *pen, const struct finger *f, int32_t grow, int32_t from)
{
    struct pt start = pt_mix(f->at[0], f->at[1], from);
    shape_limb(pen, start, f->radius[0] + grow, f->at[1], f->radius[1] + grow);
    shape_limb(pen, f->at[1], f->radius[1] + grow, f->at[2], f->radius[2] + grow);
    shape_limb(pen, f->at[2], f->radius[2] + grow, f->at[3], f->radius[3] + grow);
}

/* A nail lies on the last bone's back, if that is turned to the viewer. */
static void nail_draw(struct pen *pen, const struct hand *h, const struct finger *f, int index)
{
    struct v3 bone = v3_with_length(v3_sub(f->joint[3], f->joint[2]), TURN_ONE);
    struct v3 up = index == THUMB
                       ? hand_dir(h, 0, 500, -700)
                       : hand_dir(h, turn_sin(f->angle) * 1000 / TURN_ONE, 0, -turn_cos(f->angle) * 1000 / TURN_ONE);
    if (up.z < TURN_ONE / 4)
        return;
    int32_t r = f->radius[3];
    struct v3 tip = v3_along(v3_along(f->joint[3], up, r * 2 / 3), bone, r / 3);
    struct v3 root = v3_along(tip, bone, -r);
    pen_rgba nail = colour_mix(skin_tone(h->b, h->level + 300), tone(h->b, 0xffe8dcff, h->level + 100), 420);
    shape_limb(pen, v3_project(root), pm(r, 540), v3_project(tip), pm(r, 520));
    pen_fill_colour(pen, colour_alpha(nail, 860));
}

static void knuckle_creases(struct pen *pen, const struct hand *h, const struct finger *f)
{
    pen_rgba line = colour_alpha(skin_deep(h->b, h->level - 250), 420);
    for (int i = 1; i <= 2; i++) {
        struct pt across = pt_normal(f->at[i - 1], f->at[i], pm(f->radius[i], 620));
        fold(pen, pt_add(f->at[i], across.x, across.y), pt_add(f->at[i], -across.x, -across.y), PEN_U(1), PEN_U(2),
             line);
    }
}

static void finger_draw(struct pen *pen, const struct hand *h, int index)
{
    const struct finger *f = &h->finger[index];
    pen_rgba edge = skin_deep(h->b, h->level - 520);
    finger_path(pen, f, PEN_U(1) + 100, index == THUMB ? 320 : 220);
    pen_fill_colour(pen, edge);
    int32_t bent = index == THUMB ? 0 : h->pose->curl[index + 1] / 5;
    int32_t near = (f->joint[3].z - f->joint[0].z) / 256;
    struct pen_paint paint = paint_linear(f->at[0], skin_tone(h->b, h->level + 40), f->at[2],
                                          skin_tone(h->b, h->level + 130 - bent + near / 2));
    finger_path(pen, f, 0, 0);
    pen_fill(pen, &paint);
    knuckle_creases(pen, h, f);
    nail_draw(pen, h, f, index);
}

static void palm_path(struct pen *pen, const struct hand *h, int32_t grow)
{
    static const int16_t hull[6][3] = {{-10, 0, 130}, {2, 9, 118},   {2, -9, 118},
                                       {20, 18, 124}, {34, 12, 120}, {20, -14, 118}};
    int32_t k = h->b->hand_scale;
    struct pt wrist = v3_project(hand_pt(h, -14, 0, 0));
    for (int i = 0; i < 4; i++) {
        struct pt root = v3_project(hand_pt(h, 0, plan[i][1] / 3, 0));
        shape_limb(pen, root, pm(PEN_U(13), k) + grow, h->finger[i].at[0], h->finger[i].radius[0] + PEN_U(1) + grow);
        if (i > 0)
            shape_limb(pen, h->finger[i - 1].at[0], h->finger[i - 1].radius[0] + PEN_U(1) + grow, h->finger[i].at[0],
                       h->finger[i].radius[0] + PEN_U(1) + grow);
    }
    for (int i = 0; i < 6; i++)
        shape_limb(pen, wrist, pm(PEN_U(14), k) + grow, v3_project(hand_pt(h, hull[i][0], hull[i][1], 2)),
                   pm(PEN_U(hull[i][2]), k) / 10 + grow);
}

/* Tendons on a back, lines and the ball of the thumb in a palm. */
static void palm_details(struct pen *pen, const struct hand *h)
{
    pen_rgba line =
        colour_alpha(skin_deep(h->b, h->level - 300), h->back ? 200 + h->b->old / 4 + h->b->pose->vein / 5 : 380);
    /* Knuckles whiten as the grip tightens. */
    int32_t white = 420 + (h->pose->curl[2] > 600 ? h->pose->curl[2] - 600 : 0);
    if (h->back) {
        for (int i = 0; i < 4; i++)
            fold(pen, v3_project(hand_pt(h, 24, plan[i][1] * 5 / 10, -9)),
                 v3_project(hand_pt(h, plan[i][0] - 6, plan[i][1], -10)), PEN_U(1), PEN_U(3), line);
        for (int i = 0; i < 4; i++)
            soft_spot(pen, h->finger[i].at[0], PEN_U(8), PEN_U(7),
                      colour_alpha(skin_tone(h->b, h->level + 380), white));
        return;
    }
    soft_spot(pen, v3_project(hand_pt(h, 24, 15, 12)), PEN_U(17), PEN_U(17),
              colour_alpha(skin_tone(h->b, h->level + 330), 520));
    fold(pen, v3_project(hand_pt(h, 48, 21, 10)), v3_project(hand_pt(h, 8, 3, 10)), PEN_U(-8), PEN_U(3), line);
    fold(pen, v3_project(hand_pt(h, 52, 16, 10)), v3_project(hand_pt(h, 44, -22, 10)), PEN_U(4), PEN_U(3), line);
}

static void palm_draw(struct pen *pen, const struct hand *h)
{
    struct pt root = v3_project(hand_pt(h, -6, 0, 0));
    struct pt end = v3_project(hand_pt(h, 66, 0, 0));
    palm_path(pen, h, PEN_U(1) + 100);
    pen_fill_colour(pen, skin_deep(h->b, h->level - 520));
    struct pen_paint paint = paint_linear(root, skin_tone(h->b, h->level - 330), end, skin_tone(h->b, h->level + 60));
    paint_between(&paint, 320, skin_tone(h->b, h->level - 20));
    palm_path(pen, h, 0);
    pen_fill(pen, &paint);
    palm_details(pen, h);
}

void hand_draw(struct pen *pen, const struct body *b, const struct arm *arm, const struct arm_pose *pose)
{
    struct hand h;
    int order[PARTS] = {0, 1, 2, 3, THUMB, PALM};
    if (pose->hidden > 500)
        return;
    hand_build(&h, b, arm, pose);
    for (int i = 1; i < PARTS; i++)
        for (int j = i; j > 0 && h.depth[order[j]] < h.depth[order[j - 1]]; j--) {
            int swap = order[j];
            order[j] = order[j - 1];
            order[j - 1] = swap;
        }
    for (int i = 0; i < PARTS; i++) {
        if (order[i] == PALM)
            palm_draw(pen, &h);
        else
            finger_draw(pen, &h, order[i]);
    }
}
