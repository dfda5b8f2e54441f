/* prop_drawn_person.c - laws of the drawn person that hold for everybody and at every moment: nothing jumps,
 * nothing is out of range, whatever is drawn comes back to the ground. */
#include "body.h"
#include "motion.h"
#include "pen_null.h"
#include "person_draw.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { PEOPLE = 60 };

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static int32_t below(uint64_t *seed, int32_t limit)
{
    return (int32_t)(next_random(seed) % (uint64_t)limit);
}

/* Somebody who could stand in a file of assets/people: every number in its range. */
static struct person_identity anybody(uint64_t *seed)
{
    struct person_identity who = person_identity_default();
    int32_t *shares[] = {&who.masculine, &who.build,      &who.face_width,  &who.jaw_width, &who.chin,
                         &who.cheeks,    &who.nose_width, &who.nose_length, &who.eye_size,  &who.eye_tilt,
                         &who.eye_fold,  &who.eye_gap,    &who.brow_weight, &who.lips,      &who.ears,
                         &who.grey,      &who.lashes,     &who.wet};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        *shares[i] = below(seed, 1001);
    who.age = 12 + below(seed, 79);
    who.height = 700 + below(seed, 381);
    who.shoulders = 850 + below(seed, 301);
    who.hair_style = below(seed, HAIR_COILS + 1);
    who.beard = below(seed, BEARD_MOUSTACHE + 1);
    who.headwear = below(seed, HEAD_BEANIE + 1);
    who.glasses = below(seed, GLASSES_ROUND + 1);
    who.top = below(seed, TOP_PUFFER + 1);
    who.legwear = below(seed, LEGS_SKIRT + 1);
    who.rest = below(seed, REST_FOLDED + 1);
    who.wheelchair = below(seed, 4) == 0;
    return who;
}

static struct person_state any_state(uint64_t *seed)
{
    return (struct person_state){
        .agitation = below(seed, 1001),
        .despair = below(seed, 3) ? 0 : below(seed, 1001),
        .recovery = below(seed, 3) ? 0 : below(seed, 1001),
        .turned = below(seed, 2001) - 1000,
        .sit = below(seed, 2) * 1000,
        .distance_cm = 60 + below(seed, 700),
        .mouth_open = below(seed, 1001),
        .mouth_round = below(seed, 1001),
        .look_x = below(seed, 2001) - 1000,
        .look_y = below(seed, 2001) - 1000,
        .manner = (enum person_manner)below(seed, MANNER_GRIEF + 1),
        .stance = (enum person_stance)below(seed, 2),
        .seed = next_random(seed),
        .ms = (uint32_t)below(seed, 1000000),
        .breath = below(seed, 65536),
        .pace = below(seed, 65536),
        .still = below(seed, 4) == 0,
    };
}

static int32_t apart(int32_t a, int32_t b)
{
    return abs(a - b);
}

/* The greatest change of anything that is seen between two bodies, in 1/256 units or permille alike. */
static void assert_near(const struct person_identity *who, const struct person_state *one,
                        const struct person_state *two, int32_t units)
{
    struct person_pose a = person_pose(who, one), b = person_pose(who, two);
    struct light light = light_studio();
    struct body before, after;
    body_build(&before, who, &a, &light);
    body_build(&after, who, &b, &light);
    for (int side = ARM_LEFT; side <= ARM_RIGHT; side++) {
        assert_true(pt_distance(before.arm[side].w, after.arm[side].w) < units);
        assert_true(pt_distance(before.arm[side].s, after.arm[side].s) < units);
        assert_true(pt_distance(before.arm[side].e, after.arm[side].e) < units * 2);
        for (int i = 0; i < 5; i++)
            assert_true(apart(a.arm[side].curl[i], b.arm[side].curl[i]) < 60);
    }
    assert_true(pt_distance(before.head, after.head) < units);
    assert_true(apart(a.scale, b.scale) < 12);
    const int32_t face[][2] = {
        {a.brow_inner, b.brow_inner}, {a.brow_outer, b.brow_outer}, {a.knit, b.knit},   {a.lid, b.lid},
        {a.squint, b.squint},         {a.corner, b.corner},         {a.press, b.press}, {a.mouth_open, b.mouth_open},
        {a.teeth, b.teeth},           {a.flush, b.flush},           {a.sweat, b.sweat}, {a.tears, b.tears},
        {a.gaze_y, b.gaze_y}};
    for (size_t i = 0; i < sizeof face / sizeof *face; i++)
        assert_true(apart(face[i][0], face[i][1]) < 40);
}

static void a_little_more_agitation_is_a_little_different_body(void **state)
{
    (void)state;
    uint64_t seed = 20261;
    for (int p = 0; p < PEOPLE; p++) {
        struct person_identity who = anybody(&seed);
        struct person_state s = any_state(&seed), next;
        s.still = true;
        for (s.agitation = 0; s.agitation < 1000; s.agitation += 2) {
            next = s;
            next.agitation += 2;
            assert_near(&who, &s, &next, PEN_U(26));
        }
    }
}

static void despair_and_recovery_come_and_go_without_a_jump(void **state)
{
    (void)state;
    uint64_t seed = 20262;
    for (int p = 0; p < PEOPLE; p++) {
        struct person_identity who = anybody(&seed);
        struct person_state s = any_state(&seed), next;
        s.still = true;
        s.despair = s.recovery = 0;
        int32_t *moved = p % 2 ? &s.despair : &s.recovery;
        for (; *moved < 1000; *moved += 4) {
            next = s;
            *(p % 2 ? &next.despair : &next.recovery) += 4;
            assert_near(&who, &s, &next, PEN_U(26));
        }
    }
}

static void whoever_is_drawn_leaves_the_pen_as_it_was(void **state)
{
    (void)state;
    uint64_t seed = 20263;
    for (int p = 0; p < PEOPLE * 8; p++) {
        struct person_identity who = anybody(&seed);
        struct person_state s = any_state(&seed);
        struct person_pose pose = person_pose(&who, &s);
        struct light light = light_studio();
        struct pen_count count;
        struct pen pen = pen_null(&count);
        person_draw(&pen, &who, &pose, &light);
        person_draw_hold(&pen, &who, &pose, &light);
        assert_int_equal(count.depth, 0);
        assert_true(count.fills > 120);
        assert_true(count.fills + count.strokes < 640);
    }
}

/* The corners of everything that is drawn, through the transforms and within the clips. */
struct reach {
    int64_t least_x, most_x, least_y, most_y;
};
static const struct reach nowhere = {INT64_MAX, INT64_MIN, INT64_MAX, INT64_MIN},
                          everywhere = {INT64_MIN, INT64_MAX, INT64_MIN, INT64_MAX};

struct extent {
    struct pen pen;
    int depth;
    int64_t m[16][6];
    struct reach clip[16], path, all;
    bool clipped[16], bare; /* bare: what is drawn in a clip does not count */
    bool done;              /* the path has been used; the next point begins another */
};

static struct extent extent_of(bool bare)
{
    return (struct extent){
        .m = {{65536, 0, 0, 65536, 0, 0}}, .clip = {everywhere}, .path = nowhere, .all = nowhere, .bare = bare};
}

static struct reach both(struct reach a, struct reach b)
{
    a.least_x = a.least_x > b.least_x ? a.least_x : b.least_x;
    a.most_x = a.most_x < b.most_x ? a.most_x : b.most_x;
    a.least_y = a.least_y > b.least_y ? a.least_y : b.least_y;
    a.most_y = a.most_y < b.most_y ? a.most_y : b.most_y;
    return a;
}

static void stretch(struct reach *to, int64_t x, int64_t y)
{
    to->least_x = x < to->least_x ? x : to->least_x;
    to->most_x = x > to->most_x ? x : to->most_x;
    to->least_y = y < to->least_y ? y : to->least_y;
    to->most_y = y > to->most_y ? y : to->most_y;
}

static void ext_save(struct pen *pen)
{
    struct extent *e = pen->impl;
    memcpy(e->m[e->depth + 1], e->m[e->depth], sizeof e->m[0]);
    e->clip[e->depth + 1] = e->clip[e->depth];
    e->clipped[e->depth + 1] = e->clipped[e->depth];
    e->depth++;
}

static void ext_restore(struct pen *pen)
{
    ((struct extent *)pen->impl)->depth--;
}

static void ext_transform(struct pen *pen, const struct pen_matrix *t)
{
    struct extent *e = pen->impl;
    int64_t *m = e->m[e->depth];
    int64_t out[6] = {(m[0] * t->xx + m[2] * t->yx) >> 16,          (m[1] * t->xx + m[3] * t->yx) >> 16,
                      (m[0] * t->xy + m[2] * t->yy) >> 16,          (m[1] * t->xy + m[3] * t->yy) >> 16,
                      ((m[0] * t->x0 + m[2] * t->y0) >> 16) + m[4], ((m[1] * t->x0 + m[3] * t->y0) >> 16) + m[5]};
    memcpy(m, out, sizeof out);
}

static void ext_point(struct pen *pen, struct pt p)
{
    struct extent *e = pen->impl;
    const int64_t *m = e->m[e->depth];
    int64_t x = ((m[0] * p.x + m[2] * p.y) >> 16) + m[4], y = ((m[1] * p.x + m[3] * p.y) >> 16) + m[5];
    e->path = e->done ? nowhere : e->path;
    e->done = false;
    stretch(&e->path, x, y);
}

static void ext_show(struct extent *e)
{
    struct reach shown = both(e->path, e->clip[e->depth]);
    e->done = true;
    if ((e->bare && e->clipped[e->depth]) || shown.least_x > shown.most_x || shown.least_y > shown.most_y)
        return;
    stretch(&e->all, shown.least_x, shown.least_y);
    stretch(&e->all, shown.most_x, shown.most_y);
}

static void ext_clip(struct pen *pen)
{
    struct extent *e = pen->impl;
    e->clip[e->depth] = both(e->clip[e->depth], e->path);
    e->clipped[e->depth] = e->done = true;
}

static void ext_curve(struct pen *pen, struct pt a, struct pt b, struct pt to)
{
    (void)a;
    (void)b;
    ext_point(pen, to);
}

static void ext_nothing(struct pen *pen)
{
    (void)pen;
}

static void ext_fill(struct pen *pen, const struct pen_paint *paint)
{
    (void)paint;
    ext_show(pen->impl);
}

static void ext_stroke(struct pen *pen, int32_t width, enum pen_cap cap, const struct pen_paint *paint)
{
    (void)width;
    (void)cap;
    (void)paint;
    ext_show(pen->impl);
}

static const struct pen_ops extent_ops = {.save = ext_save,
                                          .restore = ext_restore,
                                          .transform = ext_transform,
                                          .move = ext_point,
                                          .line = ext_point,
                                          .curve = ext_curve,
                                          .close = ext_nothing,
                                          .fill = ext_fill,
                                          .stroke = ext_stroke,
                                          .clip = ext_clip};

static void the_box_holds_all_that_is_drawn(void **state)
{
    (void)state;
    uint64_t seed = 20264;
    for (int p = 0; p < PEOPLE * 8; p++) {
        struct person_identity who = anybody(&seed);
        struct person_state s = any_state(&seed);
        struct person_pose pose = person_pose(&who, &s);
        struct light light = light_studio();
        struct extent e = extent_of(false);
        e.pen = (struct pen){&extent_ops, &e};
        person_draw(&e.pen, &who, &pose, &light);
        person_draw_hold(&e.pen, &who, &pose, &light);
        struct person_box box = person_bounds(&who, &pose);
        assert_true(e.all.least_x >= box.x && e.all.most_x <= box.x + box.width);
        assert_true(e.all.least_y >= box.y);
    }
}

/* Of the hands that hold; the sleeves over their roots, which are clipped, go with the arms. */
static struct reach reach_of_hold(const struct person_identity *who, const struct person_pose *pose)
{
    struct light light = light_studio();
    struct extent e = extent_of(true);
    e.pen = (struct pen){&extent_ops, &e};
    person_draw_hold(&e.pen, who, pose, &light);
    return e.all;
}

/* Past shouting one hand leaves the bar; until then both stay, and the other stays always. */
static void hands_on_the_rail_stay_at_the_rail(void **state)
{
    enum { BOTH_UNTIL = 850 };
    (void)state;
    uint64_t seed = 20265;
    for (int p = 0; p < PEOPLE; p++) {
        struct person_identity who = anybody(&seed);
        who.wheelchair = 0;
        struct person_state calm = {.distance_cm = 220, .stance = STANCE_RAIL, .still = true}, s = calm;
        struct person_pose pose = person_pose(&who, &calm);
        const struct reach rail = reach_of_hold(&who, &pose);
        for (s.agitation = 0; s.agitation <= 1000; s.agitation += 50)
            for (s.distance_cm = 100; s.distance_cm <= 400; s.distance_cm += 100) {
                pose = person_pose(&who, &s);
                const struct reach now = reach_of_hold(&who, &pose);
                if (s.agitation <= BOTH_UNTIL)
                    assert_in_range(now.least_y - rail.least_y + PEN_U(12), 0, PEN_U(24));
                assert_in_range(now.most_y - rail.most_y + PEN_U(48), 0, PEN_U(72));
            }
    }
}

/* Weight goes from foot to foot and the trunk sways; what is held does not move with them. */
static void weight_shifts_and_the_holding_hand_stays(void **state)
{
    (void)state;
    uint64_t seed = 20266;
    for (int p = 0; p < PEOPLE; p++) {
        struct person_identity who = anybody(&seed);
        who.wheelchair = 0;
        struct person_state s = {.agitation = 250, .distance_cm = 220, .stance = STANCE_RAIL, .seed = seed};
        int64_t least = INT64_MAX, most = INT64_MIN;
        int32_t weight = 0;
        for (s.ms = 0; s.ms < 20000; s.ms += 500) {
            struct person_pose pose = person_pose(&who, &s);
            int64_t left = reach_of_hold(&who, &pose).least_x;
            least = left < least ? left : least;
            most = left > most ? left : most;
            weight = abs(pose.shift_x) > weight ? abs(pose.shift_x) : weight;
        }
        assert_true(weight > PEN_U(2));
        assert_true(most - least < PEN_U(4));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_little_more_agitation_is_a_little_different_body),
        cmocka_unit_test(despair_and_recovery_come_and_go_without_a_jump),
        cmocka_unit_test(whoever_is_drawn_leaves_the_pen_as_it_was),
        cmocka_unit_test(the_box_holds_all_that_is_drawn),
        cmocka_unit_test(hands_on_the_rail_stay_at_the_rail),
        cmocka_unit_test(weight_shifts_and_the_holding_hand_stays),
    };
    return cmocka_run_group_tests_name("drawn_person", tests, NULL, NULL);
}
