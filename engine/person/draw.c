/* draw.c - the person put together, from what is farthest to what is nearest. */
#include "person_draw.h"

#include "parts.h"

/* Feet stay on the floor whatever the height; distance shrinks toward the horizon, which is the
 * eyes of a tall adult. */
#define FLOOR 925

static int32_t shoulder_line(const struct person_identity *who)
{
    return PEN_U(FLOOR) - pm(PEN_U(760), who->height);
}

static bool holds(const struct person_pose *pose, int index)
{
    return pose->arm[index].world > 500;
}

static void enter_body(struct pen *pen, const struct person_identity *who, const struct person_pose *pose,
                       const struct body *b)
{
    if (holds(pose, ARM_LEFT) || holds(pose, ARM_RIGHT)) { /* what is held does not move */
        int32_t rail = shoulder_line(who) + pm(PEN_U(250), who->height);
        pen_translate(pen, 0, rail - pm(rail, pose->scale));
    }
    pen_scale(pen, pose->scale, pose->scale);
    pen_translate(pen, pose->shift_x, shoulder_line(who) + b->drop);
    pen_scale(pen, who->height, who->height);
    pen_translate(pen, 0, PEN_U(760));
    pen_rotate(pen, pose->lean);
    pen_translate(pen, 0, PEN_U(-760));
}

static bool in_front(const struct body *b, int index)
{
    return b->arm[index].wrist.z > PEN_U(20);
}

static void ground_shadow(struct pen *pen, const struct body *b)
{
    struct pt feet = {-pm(PEN_U(40), b->light->key_x), PEN_U(778) - b->drop};
    soft_spot(pen, feet, PEN_U(240), PEN_U(40), b->light->ground);
    soft_spot(pen, feet, PEN_U(140), PEN_U(22), b->light->ground);
}

static void draw_arm(struct pen *pen, const struct body *b, int index)
{
    const struct arm *arm = &b->arm[index];
    bool toward = arm_toward(arm);
    bool hand_apart = holds(b->pose, index);
    if (!toward && !hand_apart)
        hand_draw(pen, b, arm, &b->pose->arm[index]);
    arm_lower(pen, b, arm);
    if (toward && !hand_apart)
        hand_draw(pen, b, arm, &b->pose->arm[index]);
}

static void draw_shadows(struct pen *pen, const struct body *b)
{
    pen_save(pen);
    torso_path(pen, b);
    pen_clip(pen);
    for (int i = ARM_LEFT; i <= ARM_RIGHT; i++)
        arm_shadow(pen, b, &b->arm[i]);
    pen_restore(pen);
}

/* The arm that is farther forward is drawn last. */
static void draw_front_arms(struct pen *pen, const struct body *b)
{
    int first = b->arm[ARM_LEFT].wrist.z > b->arm[ARM_RIGHT].wrist.z ? ARM_RIGHT : ARM_LEFT;
    for (int i = 0; i < 2; i++) {
        int index = i == 0 ? first : 1 - first;
        if (in_front(b, index))
            draw_arm(pen, b, index);
    }
}

static void draw_trunk(struct pen *pen, const struct body *b)
{
    bool lap = b->pose->sit > 500;
    if (!lap)
        legs_draw(pen, b);
    for (int i = ARM_LEFT; i <= ARM_RIGHT; i++)
        if (!in_front(b, i))
            draw_arm(pen, b, i);
    headwear_behind(pen, b);
    hair_behind(pen, b);
    dress_behind(pen, b);
    for (int i = ARM_LEFT; i <= ARM_RIGHT; i++)
        arm_upper(pen, b, &b->arm[i]);
    neck_draw(pen, b);
    torso_draw(pen, b);
    if (lap)
        legs_draw(pen, b);
}

void person_draw(struct pen *pen, const struct person_identity *who, const struct person_pose *pose,
                 const struct light *light)
{
    struct body b;
    body_build(&b, who, pose, light);
    pen_save(pen);
    enter_body(pen, who, pose, &b);
    ground_shadow(pen, &b);
    seat_back(pen, &b);
    draw_trunk(pen, &b);
    headwear_drape(pen, &b);
    draw_shadows(pen, &b);
    head_draw(pen, &b);
    seat_front(pen, &b);
    draw_front_arms(pen, &b);
    pen_restore(pen);
}

void person_draw_hold(struct pen *pen, const struct person_identity *who, const struct person_pose *pose,
                      const struct light *light)
{
    if (!holds(pose, ARM_LEFT) && !holds(pose, ARM_RIGHT))
        return;
    struct body b;
    body_build(&b, who, pose, light);
    pen_save(pen);
    enter_body(pen, who, pose, &b);
    for (int i = ARM_LEFT; i <= ARM_RIGHT; i++)
        if (holds(pose, i)) {
            hand_draw(pen, &b, &b.arm[i], &pose->arm[i]);
            arm_cuff(pen, &b, &b.arm[i]);
        }
    pen_restore(pen);
}

int32_t person_eye_drop(const struct person_identity *who)
{
    return shoulder_line(who) - pm(PEN_U(165), who->height);
}

/* Half of what the body needs in width: the shadow on the floor, or an arm that reaches farther. */
static int32_t half_width(const struct body *b)
{
    int32_t half = PEN_U(300);
    for (int i = ARM_LEFT; i <= ARM_RIGHT; i++) {
        int32_t elbow = (b->arm[i].e.x < 0 ? -b->arm[i].e.x : b->arm[i].e.x) + PEN_U(70);
        int32_t wrist = (b->arm[i].w.x < 0 ? -b->arm[i].w.x : b->arm[i].w.x) + PEN_U(190);
        half = elbow > half ? elbow : half;
        half = wrist > half ? wrist : half;
    }
    return half;
}

struct person_box person_bounds(const struct person_identity *who, const struct person_pose *pose)
{
    struct light light = light_studio();
    struct body b;
    body_build(&b, who, pose, &light);
    int32_t leant = q16(PEN_U(1040), turn_sin(pose->lean < 0 ? -pose->lean : pose->lean));
    int32_t half = half_width(&b) + PEN_U(50) + leant;
    int32_t left = pm(pose->shift_x - half, pose->scale);
    int32_t right = pm(pose->shift_x + half, pose->scale);
    int32_t top = pm(person_eye_drop(who) - PEN_U(330), pose->scale);
    int32_t bottom = pm(PEN_U(FLOOR + 190), pose->scale);
    return (struct person_box){left, top, right - left, bottom - top};
}
