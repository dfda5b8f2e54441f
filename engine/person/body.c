/* body.c - proportions, the trunk and head as stacks of ellipses, and the arms' joints. */
#include "body.h"

#include "fix.h"

/* A middling man and woman; y, half width, half depth, z of the middle.  Arms come on top. */
static const int16_t man[TORSO_SLICES][4] = {
    {-50, 40, 38, -14}, {-26, 70, 46, -14}, {0, 112, 56, -8},  {34, 128, 68, 0},  {84, 128, 78, 4},
    {150, 119, 76, 4},  {215, 111, 72, 2},  {290, 117, 76, 0}, {356, 121, 80, 0},
};
static const int16_t woman[TORSO_SLICES][4] = {
    {-50, 32, 32, -14}, {-26, 56, 40, -14}, {0, 94, 50, -8},    {34, 108, 62, 2},   {84, 108, 80, 10},
    {150, 97, 72, 8},   {215, 92, 66, 2},   {290, 112, 74, -2}, {356, 122, 80, -2},
};

static const int16_t head_man[HEAD_SLICES][4] = {
    {-106, 24, 30, -16}, {-94, 48, 60, -16}, {-66, 66, 82, -16}, {-32, 71, 88, -16},
    {-4, 70, 86, -13},   {24, 67, 78, -8},   {44, 63, 68, -1},   {62, 55, 56, 10},
    {80, 41, 40, 24},    {93, 25, 24, 38},   {99, 11, 12, 44},
};
static const int16_t head_woman[HEAD_SLICES][4] = {
    {-106, 24, 30, -16}, {-94, 48, 60, -16}, {-66, 66, 82, -16}, {-32, 70, 86, -16},
    {-4, 68, 84, -13},   {24, 64, 76, -8},   {44, 58, 66, 0},    {62, 48, 53, 12},
    {80, 34, 37, 27},    {92, 19, 21, 40},   {97, 8, 10, 45},
};

static void measure(struct body *b)
{
    b->feminine = 1000 - b->who->masculine;
    b->young = clamp32((22 - b->who->age) * 1000 / 10, 0, 1000);
    b->old = clamp32((b->who->age - 45) * 1000 / 35, 0, 1000);
    b->heavy = (b->who->build - 500) * 2;
    b->drop = pm(PEN_U(b->who->wheelchair ? 62 : 100), b->pose->sit);
    b->hand_scale = 900 - pm(90, b->feminine) - pm(50, b->young) + pm(30, b->heavy);
    b->head_scale = 1150 + pm(50, b->young) - pm(10, b->feminine);
}

/* How far down the shoulder line lies now: up with tension and breath, down with slumping. */
static void set_lift(struct body *b)
{
    const struct person_pose *p = b->pose;
    b->lift = p->slump - p->breath * PEN_U(4) / 1000;
}

static void build_torso(struct body *b)
{
    int32_t frame = b->who->shoulders - pm(110, b->young);
    for (int i = 0; i < TORSO_SLICES; i++) {
        int32_t belly = i >= 4 ? (i - 3) * 50 : i * 14;
        int32_t girth = 1000 + pm(belly + 40, b->heavy);
        struct slice *s = &b->torso[i];
        s->y = PEN_U(mix(man[i][0], woman[i][0], b->feminine));
        s->w = pm(pm(PEN_U(mix(man[i][1], woman[i][1], b->feminine)), frame), girth);
        s->d = pm(PEN_U(mix(man[i][2], woman[i][2], b->feminine)), girth + pm(60, b->heavy));
        s->zc = PEN_U(mix(man[i][3], woman[i][3], b->feminine));
        int32_t share = clamp32(1000 - (s->y / 256) * 1000 / 300, 0, 1000);
        s->y += pm(b->lift, share);
        s->zc += pm(pm(PEN_U(26), b->pose->chest), i >= 3 && i <= 5 ? 1000 : 300);
        s->w += pm(PEN_U(5), pm(b->pose->chest, i >= 3 && i <= 5 ? 1000 : 0)) +
                b->pose->breath * 256 * 3 / 1000 * (i >= 3 && i <= 5);
    }
}

static struct slice slice_at(const struct slice *slices, int count, int32_t y)
{
    int i = 0;
    while (i < count - 2 && slices[i + 1].y < y)
        i++;
    const struct slice *a = &slices[i], *c = &slices[i + 1];
    int32_t t = clamp32((int32_t)((int64_t)(y - a->y) * 1000 / (c->y - a->y)), 0, 1000);
    return (struct slice){y, mix(a->w, c->w, t), mix(a->d, c->d, t), mix(a->zc, c->zc, t)};
}

struct pt body_point(const struct body *b, int32_t x, int32_t y, int32_t z)
{
    return v3_project(v3_yaw((struct v3){x, y, z}, b->pose->yaw));
}

struct pt body_front(const struct body *b, int32_t across, int32_t y)
{
    struct slice s = slice_at(b->torso, TORSO_SLICES, y);
    int64_t rest = 1000000 - (int64_t)across * across;
    int32_t front = rest > 0 ? (int32_t)turn_sqrt((uint64_t)rest) : 0;
    return body_point(b, pm(s.w, across), y, s.zc + pm(s.d, front));
}

/* Half width of an ellipse turned by angle, as seen from the front. */
static int32_t turned_width(int32_t w, int32_t d, int32_t angle)
{
    int64_t a = q16(w, turn_cos(angle));
    int64_t c = q16(d, turn_sin(angle));
    return (int32_t)turn_sqrt((uint64_t)(a * a + c * c));
}

struct pt body_edge(const struct body *b, int side, int32_t y)
{
    struct slice s = slice_at(b->torso, TORSO_SLICES, y);
    int32_t centre = q16(s.zc, turn_sin(b->pose->yaw));
    return (struct pt){centre + side * turned_width(s.w, s.d, b->pose->yaw), y};
}

static void build_skull(struct body *b)
{
    const struct person_identity *who = b->who;
    for (int i = 0; i < HEAD_SLICES; i++) {
        struct slice *s = &b->skull[i];
        for (int part = 0; part < 4; part++) {
            int32_t value = PEN_U(mix(head_man[i][part], head_woman[i][part], b->feminine));
            *(part == 0 ? &s->y : part == 1 ? &s->w : part == 2 ? &s->d : &s->zc) = value;
        }
        s->w = pm(s->w, 975 + who->face_width * 120 / 1000);
        int32_t jaw = i >= 6 && i <= 9 ? 1000 : i == 5 ? 400 : 0;
        s->w = pm(s->w, 1000 + pm((who->jaw_width - 500) * 300 / 1000, jaw));
        s->w += pm(pm(PEN_U(5), b->heavy > 0 ? b->heavy : 0), jaw);
        s->w += pm(pm(PEN_U(4), (who->cheeks - 500) * 2), i == 5 || i == 6 ? 1000 : 0);
        s->w += pm(pm(PEN_U(4), b->pose->clench), i == 6 || i == 7 ? 1000 : 0);
        if (i >= 7)
            s->y += pm(PEN_U(9), (who->chin - 500) * 2 * (i - 6) / 4) - pm(PEN_U(7), b->young) * (i - 6) / 4;
    }
}

/* The jaw drops with the mouth; lips and chin follow in the drawing. */
static void drop_jaw(struct body *b)
{
    for (int i = 7; i < HEAD_SLICES; i++)
        b->skull[i].y += pm(PEN_U(17), b->pose->mouth_open) * (i - 6) / 4;
}

struct pt head_pt(const struct body *b, int32_t x, int32_t y, int32_t z)
{
    struct v3 v = v3_pitch(v3_yaw((struct v3){x * 256, y * 256, z * 256}, b->yaw), b->pitch);
    return (struct pt){pm(v.x, b->head_scale), pm(v.y, b->head_scale)};
}

struct pt head_edge(const struct body *b, int slice, int side, int32_t grow)
{
    const struct slice *s = &b->skull[slice];
    int32_t half = turned_width(s->w + grow * 256, s->d + grow * 256, b->yaw);
    struct v3 centre = v3_yaw((struct v3){0, s->y, s->zc}, b->yaw);
    struct v3 turned = v3_pitch((struct v3){centre.x + side * half, centre.y, centre.z}, b->pitch);
    return (struct pt){pm(turned.x, b->head_scale), pm(turned.y, b->head_scale)};
}

struct pt head_on(const struct body *b, int32_t x, int32_t y, int32_t out)
{
    struct slice s = slice_at(b->skull, HEAD_SLICES, y * 256);
    int64_t share = s.w > 0 ? (int64_t)x * 256 * 1000 / s.w : 0;
    int64_t rest = 1000000 - share * share;
    int32_t front = rest > 0 ? (int32_t)turn_sqrt((uint64_t)rest) : 0;
    return head_pt(b, x, y, (s.zc + pm(s.d, front)) / 256 + out);
}

int32_t head_facing(const struct body *b, int32_t angle)
{
    return turn_cos(b->yaw + angle) / 66;
}

static void place_head(struct body *b)
{
    const struct person_pose *p = b->pose;
    b->yaw = p->yaw / 3 + p->head_yaw;
    b->pitch = p->head_pitch;
    b->neck = v3_yaw((struct v3){0, b->lift - PEN_U(22), PEN_U(-6) + p->neck_forward / 2}, p->yaw);
    int32_t forward = p->neck_forward + b->pitch / 3;
    struct v3 head = v3_yaw((struct v3){0, 0, forward}, p->yaw);
    int32_t sink = p->neck_forward / 3 + (b->pitch > 0 ? b->pitch / 4 : 0);
    b->head = (struct pt){head.x + p->tremor_x, b->lift - PEN_U(162) + sink + p->tremor_y + pm(PEN_U(6), b->young)};
    b->head.y += p->breath * 256 / 1000;
}

/* The palm is made square to the fingers; the thumb is on the side that makes it that hand. */
static void build_hand_axes(struct arm *arm, const struct arm_pose *pose, int32_t yaw)
{
    struct v3 fingers = pose->fingers, palm = pose->palm;
    fingers.x *= arm->side;
    palm.x *= arm->side;
    int32_t turn = pm(yaw, 1000 - pose->world);
    arm->fingers = v3_with_length(v3_yaw(fingers, turn), TURN_ONE);
    palm = v3_with_length(v3_yaw(palm, turn), TURN_ONE);
    int32_t along = (int32_t)(v3_dot(palm, arm->fingers) / TURN_ONE);
    arm->palm = v3_with_length(v3_sub(palm, v3_along((struct v3){0, 0, 0}, arm->fingers, along)), TURN_ONE);
    arm->thumb = v3_cross(arm->fingers, arm->palm);
    if (arm->side < 0)
        arm->thumb = (struct v3){-arm->thumb.x, -arm->thumb.y, -arm->thumb.z};
}

static struct v3 shoulder_joint(const struct body *b, int side)
{
    const struct person_pose *p = b->pose;
    int32_t width = b->torso[3].w - PEN_U(6) - pm(PEN_U(13), p->shoulder_forward);
    return (struct v3){side * width, PEN_U(50) + b->lift - p->shoulder_up, pm(PEN_U(30), p->shoulder_forward)};
}

/* How far weight and lean carry a thing at height y aside: what is held stays where it is. */
static int32_t moved_at(const struct body *b, int32_t y)
{
    int32_t shift = (int32_t)((int64_t)b->pose->shift_x * 1000 / b->who->height);
    return shift + q16(PEN_U(760) - y, turn_sin(b->pose->lean));
}

/* Postures are made for a man of middling frame; a narrower body brings its hands in. */
static struct v3 wrist_target(const struct body *b, const struct arm_pose *pose, int side)
{
    struct v3 wrist = pose->wrist;
    wrist.x = pm(wrist.x, 380 + b->torso[3].w * 620 / PEN_U(128));
    wrist.x *= side;
    wrist.y += pm(b->lift, pose->world > 500 ? 0 : 800);
    wrist.x += b->pose->tremor_x * 2;
    wrist.y += b->pose->tremor_y * 2;
    wrist.x -= pm(moved_at(b, wrist.y), pose->world);
    return wrist;
}

static void build_arm(struct body *b, int index)
{
    struct arm *arm = &b->arm[index];
    const struct arm_pose *pose = &b->pose->arm[index];
    arm->side = index == ARM_LEFT ? -1 : 1;
    int32_t length = 1000 - pm(60, b->feminine) - pm(40, b->young);
    int32_t turn = b->pose->yaw;
    arm->shoulder = v3_yaw(shoulder_joint(b, arm->side), turn);
    arm->wrist = v3_yaw(wrist_target(b, pose, arm->side), pm(turn, 1000 - pose->world));
    struct v3 pole = pose->pole;
    pole.x *= arm->side;
    arm->elbow =
        limb_joint(arm->shoulder, &arm->wrist, pm(PEN_U(164), length), pm(PEN_U(142), length), v3_yaw(pole, turn));
    arm->s = v3_project(arm->shoulder);
    arm->e = v3_project(arm->elbow);
    arm->w = v3_project(arm->wrist);
    int32_t girth = 1000 + pm(200, b->heavy) - pm(150, b->feminine) - pm(90, b->young);
    arm->rs = pm(PEN_U(39), girth);
    arm->re = v3_size(pm(PEN_U(30), girth), arm->elbow.z);
    arm->rw = v3_size(pm(PEN_U(22), girth), arm->wrist.z);
    build_hand_axes(arm, pose, turn);
}

void body_build(struct body *b, const struct person_identity *who, const struct person_pose *pose,
                const struct light *light)
{
    *b = (struct body){.who = who, .pose = pose, .light = light};
    measure(b);
    set_lift(b);
    build_torso(b);
    build_skull(b);
    drop_jaw(b);
    place_head(b);
    build_arm(b, ARM_LEFT);
    build_arm(b, ARM_RIGHT);
}
