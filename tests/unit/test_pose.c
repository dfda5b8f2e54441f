/* test_pose.c - what a body says: the cues of every band, despair, recovery, and the idle life. */
#include "body.h"
#include "motion.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static struct person_state calm_state(void)
{
    return (struct person_state){.agitation = 100, .distance_cm = 220, .seed = 5, .ms = 400};
}

static struct person_pose pose_at(int32_t agitation)
{
    struct person_identity who = person_identity_default();
    struct person_state state = calm_state();
    state.agitation = agitation;
    state.still = true;
    return person_pose(&who, &state);
}

static int32_t apart(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

static int32_t hand_way(const struct person_pose *a, const struct person_pose *b, int side)
{
    return v3_length(v3_sub(a->arm[side].wrist, b->arm[side].wrist));
}

/* Channels that a stranger can see to differ: brows, eyes, mouth, colour, shoulders, hands, size. */
static int channels_apart(const struct person_pose *a, const struct person_pose *b)
{
    int count = 0;
    count += apart(a->brow_inner, b->brow_inner) > 150 || apart(a->knit, b->knit) > 150;
    count += apart(a->lid, b->lid) > 100 || apart(a->squint, b->squint) > 150 || apart(a->gaze_y, b->gaze_y) > 300;
    count += apart(a->mouth_open, b->mouth_open) > 150 || apart(a->press, b->press) > 150 ||
             apart(a->corner, b->corner) > 150;
    count += apart(a->flush, b->flush) > 150 || apart(a->pallor, b->pallor) > 150 || apart(a->sweat, b->sweat) > 200;
    count += apart(a->shoulder_up, b->shoulder_up) > PEN_U(4) || apart(a->shoulder_forward, b->shoulder_forward) > 200;
    count += hand_way(a, b, ARM_LEFT) > PEN_U(40) || hand_way(a, b, ARM_RIGHT) > PEN_U(40);
    count += apart(a->scale, b->scale) > 25;
    return count;
}

static void neighbouring_bands_differ_in_at_least_three_channels(void **state)
{
    (void)state;
    for (int band = 1; band < 5; band++) {
        struct person_pose below = pose_at(band * 200 - 100), above = pose_at(band * 200 + 100);
        assert_true(channels_apart(&below, &above) >= 3);
    }
}

struct bearing {
    enum person_stance stance;
    int32_t sit, wheelchair;
};

static const struct bearing bearings[] = {
    {STANCE_STAND, 0, 0}, {STANCE_STAND, 1000, 0}, {STANCE_STAND, 0, 1}, {STANCE_RAIL, 0, 0}};
enum { BEARINGS = sizeof bearings / sizeof *bearings };

static struct person_pose borne(const struct bearing *bearing, int32_t agitation, int32_t despair, int32_t recovery)
{
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    who.wheelchair = bearing->wheelchair;
    s.stance = bearing->stance;
    s.sit = bearing->sit;
    s.agitation = agitation;
    s.despair = despair;
    s.recovery = recovery;
    s.still = true;
    return person_pose(&who, &s);
}

/* Six pictures that a stranger is asked to put in order, standing, seated, in a wheelchair, at a rail. */
static void each_of_six_pictures_differs_from_the_next_in_at_least_three_channels(void **state)
{
    (void)state;
    static const int32_t steps[6] = {0, 200, 400, 600, 800, 950};
    for (int b = 0; b < BEARINGS; b++)
        for (int i = 1; i < 6; i++) {
            struct person_pose below = borne(&bearings[b], steps[i - 1], 0, 0);
            struct person_pose above = borne(&bearings[b], steps[i], 0, 0);
            assert_true(channels_apart(&below, &above) >= 3);
            assert_true(above.flush > below.flush && above.sweat > below.sweat);
            assert_true(above.neck_tension > below.neck_tension && above.breath_depth > below.breath_depth);
            assert_true(above.shoulder_up > below.shoulder_up);
        }
}

/* Rage is aimed at somebody; past it nothing is: hands at the head, eyes that look through, tears. */
static void past_shouting_is_unlike_shouting(void **state)
{
    (void)state;
    for (int b = 0; b < BEARINGS; b++) {
        struct person_pose shouts = borne(&bearings[b], 800, 0, 0), past = borne(&bearings[b], 950, 0, 0);
        assert_true(channels_apart(&shouts, &past) >= 5);
        assert_true(past.arm[ARM_LEFT].wrist.y < PEN_U(-80) && past.arm[ARM_LEFT].world == 0);
        assert_true(past.tears > 500 && shouts.tears == 0);
        assert_true(past.lid > shouts.lid + 150 && past.pupil > shouts.pupil + 200);
        assert_true(past.brow_inner > shouts.brow_inner + 600 && past.stretch > shouts.stretch + 300);
        assert_true(past.shoulder_up > shouts.shoulder_up && past.shoulder_forward > shouts.shoulder_forward + 500);
    }
}

/* Neither is a band: despair is heavy and looks at the floor, recovery is slack and looks at you. */
static void despair_and_recovery_are_like_no_band(void **state)
{
    (void)state;
    for (int b = 0; b < BEARINGS; b++)
        for (int32_t a = 0; a <= 1000; a += 50) {
            struct person_pose band = borne(&bearings[b], a, 0, 0);
            struct person_pose low = borne(&bearings[b], 200, 1000, 0), back = borne(&bearings[b], 200, 0, 1000);
            assert_true(channels_apart(&band, &low) >= 4 && channels_apart(&band, &back) >= 3);
            assert_true(low.gaze_y > band.gaze_y + 700 && low.head_pitch > band.head_pitch + TURN_DEG(12));
            assert_true(back.neck_tension <= band.neck_tension && back.shoulder_up <= band.shoulder_up);
        }
}

static bool holds(const struct person_pose *p, int side)
{
    return p->arm[side].world == 1000 && p->arm[side].wrist.y >= PEN_U(230) && p->arm[side].wrist.y <= PEN_U(250);
}

/* The figure's whole bearing at a contact: borne() with somebody in front of it. */
static struct person_pose met(const struct bearing *bearing, int32_t agitation, int32_t despair, int32_t contact)
{
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    who.wheelchair = bearing->wheelchair;
    s.stance = bearing->stance;
    s.sit = bearing->sit;
    s.agitation = agitation;
    s.despair = despair;
    s.contact = contact;
    s.still = true;
    return person_pose(&who, &s);
}

/* Where the face points: 0 is at the viewer. */
static int32_t face_of(const struct person_pose *p)
{
    return apart(p->yaw / 3 + p->head_yaw, 0);
}

static void being_understood_turns_the_face_to_you_and_lowers_the_shoulders(void **state)
{
    (void)state;
    static const int32_t moods[][2] = {{100, 0}, {300, 0}, {500, 0}, {300, 1000}};
    for (int b = 0; b < BEARINGS; b++)
        for (size_t m = 0; m < sizeof moods / sizeof *moods; m++) {
            struct person_pose last = met(&bearings[b], moods[m][0], moods[m][1], -1000);
            assert_true(face_of(&last) > TURN_DEG(20));
            for (int32_t contact = -900; contact <= 1000; contact += 100) {
                struct person_pose now = met(&bearings[b], moods[m][0], moods[m][1], contact);
                assert_true(now.shoulder_up <= last.shoulder_up && now.gaze_y <= last.gaze_y + 60);
                assert_true(face_of(&now) <= face_of(&last) + TURN_DEG(3));
                last = now;
            }
            assert_true(face_of(&last) < TURN_DEG(3) && apart(last.gaze_x, 0) < 150);
        }
}

/* What plays reach in the middle of listening, empathy, rapport and influence. */
static void each_step_with_you_can_be_told_from_the_next(void **state)
{
    (void)state;
    static const int32_t steps[] = {-850, -380, 330, 900};
    for (int b = 0; b < BEARINGS; b++)
        for (int32_t despair = 0; despair <= 1000; despair += 1000)
            for (int i = 1; i < 4; i++) {
                struct person_pose below = met(&bearings[b], 350, despair, steps[i - 1]);
                struct person_pose above = met(&bearings[b], 350, despair, steps[i]);
                int seen = 0;
                seen += apart(face_of(&below), face_of(&above)) > TURN_DEG(5);
                seen += apart(below.gaze_x, above.gaze_x) > 150 || apart(below.gaze_y, above.gaze_y) > 150;
                seen += apart(below.head_pitch, above.head_pitch) > TURN_DEG(4) ||
                        apart(below.head_roll, above.head_roll) > TURN_DEG(2);
                seen += apart(below.shoulder_up, above.shoulder_up) > PEN_U(1) + 100;
                seen += hand_way(&below, &above, ARM_LEFT) > PEN_U(20) ||
                        below.arm[ARM_LEFT].palm.z * (above.arm[ARM_LEFT].palm.z / 256) < 0;
                assert_true(seen >= 2);
            }
}

static void agitation_is_read_the_same_whoever_is_trusted(void **state)
{
    (void)state;
    for (int b = 0; b < BEARINGS; b++)
        for (int32_t contact = -1000; contact <= 1000; contact += 500) {
            struct person_pose low = met(&bearings[b], 200, 1000, contact);
            for (int i = 1; i < 5; i++) {
                struct person_pose below = met(&bearings[b], i * 200 - 100, 0, contact);
                struct person_pose above = met(&bearings[b], i * 200 + 100, 0, contact);
                assert_true(channels_apart(&below, &above) >= 3);
                assert_true(above.flush > below.flush && above.sweat > below.sweat && above.knit > below.knit);
                assert_true(channels_apart(&low, &below) >= 4 && channels_apart(&low, &above) >= 4);
            }
        }
}

/* A fist and a pointing finger are not taken back by trust, and at the rail a hand that opens lies on it. */
static void an_opened_hand_neither_hides_agitation_nor_lets_go(void **state)
{
    (void)state;
    for (int32_t a = 0; a <= 1000; a += 50)
        for (int32_t contact = -1000; contact <= 1000; contact += 250) {
            struct person_pose rail = met(&bearings[3], a, 0, contact), low = met(&bearings[3], a, 1000, contact);
            assert_true(holds(&rail, ARM_RIGHT) && holds(&low, ARM_RIGHT) && holds(&low, ARM_LEFT));
            assert_true(a > 870 || holds(&rail, ARM_LEFT));
            struct person_pose stands = met(&bearings[0], a, 0, contact), alone = met(&bearings[0], a, 0, 0);
            assert_true(a < 600 || hand_way(&stands, &alone, ARM_LEFT) == 0);
        }
    struct person_pose shut = met(&bearings[0], 100, 1000, 0), open = met(&bearings[0], 100, 1000, 1000);
    assert_true(hand_way(&shut, &open, ARM_LEFT) > PEN_U(100));
}

static void a_band_is_there_when_it_begins(void **state)
{
    (void)state;
    for (int band = 1; band < 5; band++) {
        struct person_pose start = pose_at(band * 200), middle = pose_at(band * 200 + 60);
        assert_true(hand_way(&start, &middle, ARM_LEFT) < PEN_U(1));
        assert_true(hand_way(&start, &middle, ARM_RIGHT) < PEN_U(1));
    }
}

static void arousal_only_ever_adds_colour_sweat_and_breath(void **state)
{
    (void)state;
    struct person_pose last = pose_at(0);
    for (int a = 10; a <= 1000; a += 10) {
        struct person_pose now = pose_at(a);
        assert_true(now.flush >= last.flush && now.sweat >= last.sweat && now.neck_tension >= last.neck_tension);
        assert_true(now.shoulder_up >= last.shoulder_up && now.knit >= last.knit &&
                    now.breath_depth >= last.breath_depth);
        last = now;
    }
}

static void breath_follows_the_table_of_the_model(void **state)
{
    (void)state;
    static const int32_t band[5][2] = {{120, 150}, {160, 195}, {200, 245}, {250, 300}, {300, 400}};
    for (int b = 0; b < 5; b++) {
        struct person_state s = {.agitation = b * 200 + (b == 0 ? 40 : 80)};
        assert_in_range(person_breath_rate(&s), band[b][0], band[b][1]);
    }
}

static struct person_pose mood_pose(int32_t despair, int32_t recovery)
{
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.despair = despair;
    s.recovery = recovery;
    s.still = true;
    return person_pose(&who, &s);
}

static void despair_looks_down_and_away_and_sinks(void **state)
{
    (void)state;
    struct person_pose calm = mood_pose(0, 0), low = mood_pose(1000, 0);
    assert_true(low.gaze_y > calm.gaze_y + 500);
    assert_true(low.head_pitch > calm.head_pitch + TURN_DEG(10));
    assert_true(apart(low.head_yaw, calm.head_yaw) > TURN_DEG(8));
    assert_true(low.slump > calm.slump + PEN_U(15));
    assert_true(low.lid < calm.lid - 300);
    assert_true(low.pallor > 500 && low.flush == 0 && low.tears < 120);
    assert_true(channels_apart(&calm, &low) >= 4);
}

static void recovery_weeps_slumps_and_looks_at_you(void **state)
{
    (void)state;
    struct person_pose low = mood_pose(1000, 0), back = mood_pose(0, 1000);
    assert_true(back.tears > 800 && back.eye_red > 700);
    assert_true(back.slump > PEN_U(15));
    assert_true(back.gaze_y < 300);
    assert_true(back.neck_tension == 0 && back.clench == 0);
    assert_true(channels_apart(&low, &back) >= 3);
}

/* How much the body moves in ten seconds. */
static int64_t unrest(const struct person_state *of)
{
    struct person_identity who = person_identity_default();
    struct person_state s = *of;
    int64_t sum = 0;
    struct person_pose last = person_pose(&who, &s);
    for (s.ms = 50; s.ms <= 10000; s.ms += 50) {
        struct person_pose now = person_pose(&who, &s);
        sum += apart(now.shift_x, last.shift_x) + apart(now.gaze_x, last.gaze_x) + apart(now.head_yaw, last.head_yaw);
        last = now;
    }
    return sum;
}

static void despair_is_still(void **state)
{
    (void)state;
    struct person_state calm = calm_state(), low = calm_state(), anxious = calm_state();
    low.despair = 1000;
    anxious.agitation = 300;
    assert_true(unrest(&low) * 3 < unrest(&calm));
    assert_true(unrest(&calm) < unrest(&anxious));
}

static void the_same_moment_is_the_same_pose(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    for (s.ms = 0; s.ms < 20000; s.ms += 777) {
        struct person_pose a = person_pose(&who, &s), b = person_pose(&who, &s);
        assert_memory_equal(&a, &b, sizeof a);
    }
}

static void another_seed_is_another_life(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state one = calm_state(), two = calm_state();
    two.seed = 6;
    int different = 0;
    for (uint32_t ms = 0; ms < 20000; ms += 500) {
        one.ms = two.ms = ms;
        struct person_pose a = person_pose(&who, &one), b = person_pose(&who, &two);
        different += a.gaze_x != b.gaze_x;
    }
    assert_true(different > 20);
}

static void reduced_motion_leaves_only_the_breath(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.agitation = 950;
    s.still = true;
    struct person_pose first = person_pose(&who, &s);
    for (s.ms = 0; s.ms < 20000; s.ms += 333) {
        struct person_pose now = person_pose(&who, &s);
        assert_memory_equal(&now, &first, sizeof now);
    }
    s.breath = TURN_ONE / 4;
    struct person_pose breathing = person_pose(&who, &s);
    assert_true(breathing.breath != first.breath);
    breathing.breath = first.breath;
    assert_memory_equal(&breathing, &first, sizeof first);
}

static void eyes_blink_now_and_then_and_shut(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    int blinks = 0, shut = 0;
    int32_t last = 0;
    for (s.ms = 0; s.ms < 60000; s.ms += 10) {
        int32_t now = person_pose(&who, &s).blink;
        blinks += now > 0 && last == 0;
        shut += now > 950;
        last = now;
    }
    assert_in_range(blinks, 10, 30);
    assert_true(shut >= blinks);
}

static void who_comes_near_is_larger(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.still = true;
    int32_t last = 1 << 20;
    for (s.distance_cm = 80; s.distance_cm <= 600; s.distance_cm += 20) {
        int32_t scale = person_pose(&who, &s).scale;
        assert_true(scale < last);
        last = scale;
    }
    s.distance_cm = 220;
    assert_in_range(person_pose(&who, &s).scale, 980, 1010);
}

static void speech_opens_the_mouth_and_lets_go_of_the_lips(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.agitation = 650;
    struct person_pose silent = person_pose(&who, &s);
    s.mouth_open = 800;
    s.mouth_round = 600;
    struct person_pose speaking = person_pose(&who, &s);
    assert_true(speaking.mouth_open > silent.mouth_open + 200);
    assert_true(speaking.press < silent.press / 2);
    assert_int_equal(speaking.mouth_round, 600);
}

static void turning_takes_head_and_body_to_the_same_side(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.still = true;
    for (int turned = -1000; turned <= 1000; turned += 500) {
        s.turned = turned;
        struct person_pose p = person_pose(&who, &s);
        assert_true((int64_t)p.yaw * turned >= 0 && (int64_t)p.head_yaw * turned >= 0);
        assert_true(apart(p.head_yaw, 0) >= apart(p.yaw, 0));
    }
}

static struct person_pose rail_pose(int32_t agitation, int32_t despair, int32_t recovery)
{
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.stance = STANCE_RAIL;
    s.agitation = agitation;
    s.despair = despair;
    s.recovery = recovery;
    s.still = true;
    return person_pose(&who, &s);
}

/* Past shouting one hand leaves it; the other never does, whatever else is mixed in. */
static void both_hands_are_on_the_rail_and_never_neither(void **state)
{
    (void)state;
    for (int32_t a = 0; a <= 1000; a += 25)
        for (int32_t other = 0; other <= 1000; other += 250) {
            struct person_pose low = rail_pose(a, other, 0), back = rail_pose(a, 0, other);
            assert_true(holds(&low, ARM_RIGHT) && holds(&back, ARM_RIGHT));
            assert_true(a > 870 || (holds(&low, ARM_LEFT) && holds(&back, ARM_LEFT)));
        }
    struct person_pose past = rail_pose(950, 0, 0);
    assert_int_equal(past.arm[ARM_LEFT].world, 0);
    assert_true(past.arm[ARM_LEFT].wrist.y < PEN_U(-80));
}

/* Two hands that lie together part as the grip tightens, and the shoulders rise over them. */
static void the_grip_on_the_rail_tells_how_agitated_he_is(void **state)
{
    (void)state;
    struct person_pose last = rail_pose(0, 0, 0);
    for (int32_t a = 10; a <= 860; a += 10) {
        struct person_pose now = rail_pose(a, 0, 0);
        for (int side = ARM_LEFT; side <= ARM_RIGHT; side++) {
            assert_true(now.arm[side].wrist.x >= last.arm[side].wrist.x);
            assert_true(now.arm[side].curl[2] >= last.arm[side].curl[2]);
        }
        assert_true(now.shoulder_up >= last.shoulder_up);
        last = now;
    }
    assert_true(last.arm[ARM_LEFT].wrist.x > rail_pose(0, 0, 0).arm[ARM_LEFT].wrist.x + PEN_U(120));
}

static void bones_keep_their_length_wherever_the_hand_goes(void **state)
{
    (void)state;
    const int32_t upper = PEN_U(164), lower = PEN_U(142);
    for (int i = 0; i < 4000; i++) {
        struct v3 root = v3_units(100, 40, 0),
                  end = v3_units(i * 37 % 500 - 200, i * 53 % 600 - 200, i * 71 % 400 - 100);
        struct v3 pole = v3_units(i * 13 % 200 - 100, 40, -60 + i % 30);
        struct v3 joint = limb_joint(root, &end, upper, lower, pole);
        assert_in_range(v3_length(v3_sub(joint, root)), upper - 600, upper + 600);
        if (v3_length(v3_sub(end, root)) > PEN_U(30))
            assert_in_range(v3_length(v3_sub(end, joint)), lower - 600, lower + 600);
    }
}

static void the_thumb_is_on_the_right_side_of_each_hand(void **state)
{
    (void)state;
    struct person_identity who = person_identity_default();
    struct person_state s = calm_state();
    s.agitation = 900; /* the right arm of the picture pushes its palm at us */
    s.still = true;
    struct person_pose pose = person_pose(&who, &s);
    struct light light = light_studio();
    struct body b;
    body_build(&b, &who, &pose, &light);
    assert_true(b.arm[ARM_RIGHT].palm.z > TURN_ONE / 2);
    assert_true(b.arm[ARM_RIGHT].fingers.y < -TURN_ONE / 2);
    assert_true(b.arm[ARM_RIGHT].thumb.x < 0); /* a left hand, palm to us, fingers up: its thumb points to our left */
}

static void motion_arrives_without_overshooting(void **state)
{
    (void)state;
    struct person_state from = calm_state(), to = calm_state();
    to.agitation = 900;
    to.sit = 1000;
    to.distance_cm = 120;
    struct person_motion motion;
    person_motion_start(&motion, &from);
    int32_t last = from.agitation;
    for (int frame = 0; frame < 240; frame++) {
        person_motion_step(&motion, &to, 16);
        assert_in_range(motion.shown.agitation, last, 900);
        assert_in_range(motion.shown.sit, 0, 1000);
        assert_in_range(motion.shown.distance_cm, 120, 220);
        last = motion.shown.agitation;
    }
    assert_int_equal(motion.shown.agitation, 900);
    assert_int_equal(motion.shown.sit, 1000);
    assert_int_equal(motion.shown.distance_cm, 120);
}

static void motion_never_jumps_even_after_a_long_pause(void **state)
{
    (void)state;
    struct person_state from = calm_state(), to = calm_state();
    to.agitation = 1000;
    struct person_motion motion;
    person_motion_start(&motion, &from);
    person_motion_step(&motion, &to, 60000);
    assert_true(motion.shown.agitation < 600);
    assert_int_equal(motion.shown.ms, 60400);
}

static void a_quicker_breath_does_not_hitch(void **state)
{
    (void)state;
    struct person_state from = calm_state(), to = calm_state();
    to.agitation = 1000;
    struct person_motion motion;
    person_motion_start(&motion, &from);
    int32_t last = motion.shown.breath;
    for (int frame = 0; frame < 400; frame++) {
        person_motion_step(&motion, &to, 16);
        int32_t moved = (motion.shown.breath - last) & (TURN_ONE - 1);
        assert_in_range(moved, 1, 700); /* 34 breaths a minute are 594 in 16 ms */
        last = motion.shown.breath;
    }
}

static void profiles_have_manners(void **state)
{
    (void)state;
    enum person_manner manner = MANNER_DRUNK;
    assert_true(person_manner_find(TD_STR("suicidal-despair"), &manner));
    assert_int_equal(manner, MANNER_DESPAIR);
    assert_true(person_manner_find(TD_STR("default"), &manner));
    assert_false(person_manner_find(TD_STR("suicidal"), &manner));
    assert_int_equal(manner, MANNER_PLAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbouring_bands_differ_in_at_least_three_channels),
        cmocka_unit_test(each_of_six_pictures_differs_from_the_next_in_at_least_three_channels),
        cmocka_unit_test(past_shouting_is_unlike_shouting),
        cmocka_unit_test(despair_and_recovery_are_like_no_band),
        cmocka_unit_test(being_understood_turns_the_face_to_you_and_lowers_the_shoulders),
        cmocka_unit_test(each_step_with_you_can_be_told_from_the_next),
        cmocka_unit_test(agitation_is_read_the_same_whoever_is_trusted),
        cmocka_unit_test(an_opened_hand_neither_hides_agitation_nor_lets_go),
        cmocka_unit_test(a_band_is_there_when_it_begins),
        cmocka_unit_test(arousal_only_ever_adds_colour_sweat_and_breath),
        cmocka_unit_test(breath_follows_the_table_of_the_model),
        cmocka_unit_test(despair_looks_down_and_away_and_sinks),
        cmocka_unit_test(recovery_weeps_slumps_and_looks_at_you),
        cmocka_unit_test(despair_is_still),
        cmocka_unit_test(the_same_moment_is_the_same_pose),
        cmocka_unit_test(another_seed_is_another_life),
        cmocka_unit_test(reduced_motion_leaves_only_the_breath),
        cmocka_unit_test(eyes_blink_now_and_then_and_shut),
        cmocka_unit_test(who_comes_near_is_larger),
        cmocka_unit_test(speech_opens_the_mouth_and_lets_go_of_the_lips),
        cmocka_unit_test(turning_takes_head_and_body_to_the_same_side),
        cmocka_unit_test(both_hands_are_on_the_rail_and_never_neither),
        cmocka_unit_test(the_grip_on_the_rail_tells_how_agitated_he_is),
        cmocka_unit_test(bones_keep_their_length_wherever_the_hand_goes),
        cmocka_unit_test(the_thumb_is_on_the_right_side_of_each_hand),
        cmocka_unit_test(motion_arrives_without_overshooting),
        cmocka_unit_test(motion_never_jumps_even_after_a_long_pause),
        cmocka_unit_test(a_quicker_breath_does_not_hitch),
        cmocka_unit_test(profiles_have_manners),
    };
    return cmocka_run_group_tests_name("pose", tests, NULL, NULL);
}
