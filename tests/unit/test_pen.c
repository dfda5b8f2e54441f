/* test_pen.c - the pen: angles, colours, what a recorder writes, what the shapes promise. */
#include "pen_null.h"
#include "pen_record.h"
#include "shape.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static void sine_and_cosine_are_those_of_the_circle(void **state)
{
    (void)state;
    static const struct {
        int32_t angle, sine, cosine;
    } rows[] = {
        {0, 0, 65536},
        {8192, 46341, 46341},
        {16384, 65536, 0},
        {32768, 0, -65536},
        {49152, -65536, 0},
        {5461, 32767, 56757},
        {-8192, -46341, 46341},
        {65536 + 8192, 46341, 46341},
        {TURN_DEG(30), 32767, 56757},
        {TURN_DEG(-90), -65536, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_in_range(turn_sin(rows[i].angle) - rows[i].sine + 8, 0, 16);
        assert_in_range(turn_cos(rows[i].angle) - rows[i].cosine + 8, 0, 16);
    }
}

static void sine_squared_and_cosine_squared_make_one(void **state)
{
    (void)state;
    for (int32_t angle = -70000; angle < 70000; angle += 7) {
        int64_t s = turn_sin(angle), c = turn_cos(angle);
        int64_t off = s * s + c * c - ((int64_t)1 << 32);
        assert_true(off < (1 << 20) && off > -(1 << 20));
    }
}

static void a_root_is_the_greatest_whole_one(void **state)
{
    (void)state;
    static const uint64_t values[] = {
        0, 1, 2, 3, 4, 8, 9, 99, 100, 65535, 4294967295u, UINT64_C(1) << 40, UINT64_C(999999999999)};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        uint64_t root = turn_sqrt(values[i]);
        assert_true(root * root <= values[i]);
        assert_true((root + 1) * (root + 1) > values[i]);
    }
}

static void a_soft_step_is_level_at_both_ends_and_never_falls(void **state)
{
    (void)state;
    assert_int_equal(soft_step(-5), 0);
    assert_int_equal(soft_step(500), 500);
    assert_int_equal(soft_step(2000), 1000);
    for (int32_t t = 0; t < 1000; t++)
        assert_true(soft_step(t + 1) >= soft_step(t));
    assert_true(soft_step(20) < 5);
    assert_true(soft_step(980) > 995);
}

static void colours_are_mixed_channel_by_channel(void **state)
{
    (void)state;
    assert_int_equal(colour_mix(0x000000ff, 0xffffffff, 0), 0x000000ff);
    assert_int_equal(colour_mix(0x000000ff, 0xffffffff, 1000), 0xffffffff);
    assert_int_equal(colour_mix(0x00ff0000, 0xff00ffff, 500), 0x7f807f7f);
    assert_int_equal(colour_mix(0x10203040, 0xffffffff, -50), 0x10203040);
    assert_int_equal(colour_alpha(0x112233ff, 500), 0x1122337f);
    assert_int_equal(colour_alpha(0x11223380, 5000), 0x11223380);
}

static void a_stop_put_between_keeps_the_stops_in_order(void **state)
{
    (void)state;
    struct pen_paint paint = paint_linear((struct pt){0, 0}, 0x000000ff, (struct pt){256, 0}, 0xffffffff);
    paint_between(&paint, 700, 0x777777ff);
    paint_between(&paint, 300, 0x333333ff);
    assert_int_equal(paint.stops, 4);
    for (int i = 1; i < paint.stops; i++)
        assert_true(paint.stop[i - 1].at <= paint.stop[i].at);
    assert_int_equal(paint.stop[1].colour, 0x333333ff);
    assert_int_equal(paint.stop[3].colour, 0xffffffff);
}

/* What drawing writes into a draw list. */
static td_str recorded(struct arena *arena, void (*draw)(struct pen *pen))
{
    struct writer *out = arena_new(arena, struct writer, 1);
    writer_init(out, arena);
    struct pen pen = pen_record(out);
    draw(&pen);
    return writer_str(out);
}

static void draw_a_little_of_everything(struct pen *pen)
{
    pen_save(pen);
    pen_translate(pen, PEN_U(10), -PEN_U(3) - 128);
    pen_scale(pen, 500, 2000);
    shape_box(pen, (struct pt){0, 0}, PEN_U(4), 85);
    pen_clip(pen);
    pen_group_begin(pen);
    struct pen_paint paint = paint_radial((struct pt){256, 512}, PEN_U(9), 0xff0000ff, 0x00000000);
    pen_move(pen, (struct pt){0, 0});
    pen_curve(pen, (struct pt){1, 2}, (struct pt){-256, 0}, (struct pt){25600, 64});
    pen_fill(pen, &paint);
    pen_group_end(pen, 400);
    pen_text(pen, (struct pt){0, 256}, PEN_U(15), 0xf2f5f7ff, TD_STR("say \"it\""));
    pen_restore(pen);
}

static void a_recorder_writes_what_was_drawn(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, &stage_memory);
    td_str list = recorded(&arena, draw_a_little_of_everything);
    assert_true(str_eq(list, TD_STR("save\n"
                                    "transform 65536 0 0 65536 10 -3.5\n"
                                    "transform 32768 0 0 131072 0 0\n"
                                    "M 0 0\nL 4 0\nL 4 0.33\nL 0 0.33\nZ\nclip\ngroup\n"
                                    "M 0 0\nC 0 0.01 -1 0 100 0.25\n"
                                    "fill radial 1 2 9 0 #ff0000ff 1000 #00000000\n"
                                    "group-end 400\n"
                                    "text 0 1 15 #f2f5f7ff \"say \\\"it\\\"\"\n"
                                    "restore\n")));
    arena_finish(&arena);
}

static void the_null_pen_counts_and_comes_back_to_the_ground(void **state)
{
    (void)state;
    struct pen_count count;
    struct pen pen = pen_null(&count);
    draw_a_little_of_everything(&pen);
    assert_int_equal(count.fills, 2);
    assert_int_equal(count.clips, 1);
    assert_int_equal(count.depth, 0);
    assert_int_equal(count.deepest, 2);
}

static void a_normal_is_square_to_its_line_and_as_long_as_asked(void **state)
{
    (void)state;
    static const struct pt ends[] = {{25600, 0}, {0, 25600}, {-3000, 4000}, {777, -12345}, {-40000, -40000}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct pt n = pt_normal((struct pt){0, 0}, ends[i], 10000);
        int64_t dot = (int64_t)n.x * ends[i].x + (int64_t)n.y * ends[i].y;
        assert_true(dot < 120000 && dot > -120000);
        assert_in_range(pt_distance((struct pt){0, 0}, n), 9990, 10010);
    }
}

/* The signed area of a polygon through the end points of a recorded path: its sense of winding. */
struct area_pen {
    struct pen pen;
    struct pt first, last;
    int64_t twice;
};

static void area_move(struct pen *pen, struct pt to)
{
    struct area_pen *a = pen->impl;
    a->first = a->last = to;
}

static void area_line(struct pen *pen, struct pt to)
{
    struct area_pen *a = pen->impl;
    a->twice += (int64_t)a->last.x * to.y - (int64_t)to.x * a->last.y;
    a->last = to;
}

static void area_curve(struct pen *pen, struct pt c1, struct pt c2, struct pt to)
{
    (void)c1;
    (void)c2;
    area_line(pen, to);
}

static void area_close(struct pen *pen)
{
    struct area_pen *a = pen->impl;
    area_line(pen, a->first);
}

static const struct pen_ops area_ops = {.move = area_move, .line = area_line, .curve = area_curve, .close = area_close};

static int64_t limb_area(struct pt a, struct pt b)
{
    struct area_pen pen = {.pen = {&area_ops, NULL}};
    pen.pen.impl = &pen;
    shape_limb(&pen.pen, a, 2560, b, 1280);
    return pen.twice;
}

static void limbs_wind_the_same_way_whatever_their_direction(void **state)
{
    (void)state;
    for (int32_t angle = 0; angle < TURN_ONE; angle += 1000) {
        struct pt end = {q16(20000, turn_cos(angle)), q16(20000, turn_sin(angle))};
        assert_true(limb_area((struct pt){0, 0}, end) > 0);
        assert_true(limb_area(end, (struct pt){0, 0}) > 0);
    }
    assert_true(limb_area((struct pt){5, 5}, (struct pt){5, 5}) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sine_and_cosine_are_those_of_the_circle),
        cmocka_unit_test(sine_squared_and_cosine_squared_make_one),
        cmocka_unit_test(a_root_is_the_greatest_whole_one),
        cmocka_unit_test(a_soft_step_is_level_at_both_ends_and_never_falls),
        cmocka_unit_test(colours_are_mixed_channel_by_channel),
        cmocka_unit_test(a_stop_put_between_keeps_the_stops_in_order),
        cmocka_unit_test(a_recorder_writes_what_was_drawn),
        cmocka_unit_test(the_null_pen_counts_and_comes_back_to_the_ground),
        cmocka_unit_test(a_normal_is_square_to_its_line_and_as_long_as_asked),
        cmocka_unit_test(limbs_wind_the_same_way_whatever_their_direction),
    };
    return cmocka_run_group_tests_name("pen", tests, NULL, NULL);
}
