/* test_raster.c - shapes to pixels: areas, overlaps, clips, gradients; and that a person looks the
 * same from cairo. */
#include "motion.h"
#include "pen_cairo.h"
#include "pen_raster.h"
#include "person_draw.h"
#include "place.h"
#include "shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { SIDE = 64 };

struct sheet {
    uint32_t data[SIDE * SIDE];
    struct pen_raster raster;
    struct pen *pen;
};

static struct sheet *sheet_open(void)
{
    static struct sheet sheet;
    for (int i = 0; i < SIDE * SIDE; i++)
        sheet.data[i] = 0xff000000u;
    pen_raster_init(&sheet.raster, (struct raster_pixels){sheet.data, SIDE, SIDE, SIDE}, 1, 0, 0);
    sheet.pen = &sheet.raster.pen;
    return &sheet;
}

static void sheet_close(struct sheet *sheet)
{
    pen_raster_finish(&sheet->raster);
}

static uint32_t red_at(const struct sheet *sheet, int x, int y)
{
    return (sheet->data[y * SIDE + x] >> 16) & 255u;
}

/* All the red there is, in whole pixels times 255. */
static int64_t red_sum(const struct sheet *sheet)
{
    int64_t sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++)
        sum += (sheet->data[i] >> 16) & 255u;
    return sum;
}

static void a_box_on_whole_pixels_fills_exactly_them(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    shape_box(s->pen, (struct pt){PEN_U(10), PEN_U(20)}, PEN_U(5), PEN_U(7));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), 35 * 255);
    assert_int_equal(red_at(s, 10, 20), 255);
    assert_int_equal(red_at(s, 14, 26), 255);
    assert_int_equal(red_at(s, 15, 26), 0);
    assert_int_equal(red_at(s, 9, 20), 0);
    sheet_close(s);
}

static void a_box_between_pixels_covers_them_by_its_share(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    shape_box(s->pen, (struct pt){PEN_U(10) + 128, PEN_U(20) + 64}, PEN_U(2), PEN_U(1));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_in_range(red_at(s, 10, 20), 94, 97);
    assert_in_range(red_at(s, 11, 20), 190, 193);
    assert_in_range(red_at(s, 12, 21), 30, 33);
    sheet_close(s);
}

static void a_circle_has_its_area(void **state)
{
    (void)state;
    for (int r = 3; r < 30; r++) {
        struct sheet *s = sheet_open();
        shape_oval(s->pen, (struct pt){PEN_U(32) + 77, PEN_U(32) - 31}, PEN_U(r), PEN_U(r));
        pen_fill_colour(s->pen, 0xff0000ff);
        int64_t want = (int64_t)r * r * 801; /* pi times 255 */
        assert_in_range(red_sum(s), want * 97 / 100, want * 101 / 100);
        sheet_close(s);
    }
}

static void overlapping_limbs_are_one_silhouette(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    shape_limb(s->pen, (struct pt){PEN_U(10), PEN_U(10)}, PEN_U(6), (struct pt){PEN_U(40), PEN_U(30)}, PEN_U(5));
    shape_limb(s->pen, (struct pt){PEN_U(40), PEN_U(30)}, PEN_U(5), (struct pt){PEN_U(15), PEN_U(50)}, PEN_U(4));
    pen_fill_colour(s->pen, 0xff000080);
    for (int i = 0; i < SIDE * SIDE; i++)
        assert_true(((s->data[i] >> 16) & 255u) <= 128);
    assert_int_equal(red_at(s, 40, 30), 128);
    sheet_close(s);
}

static void a_figure_wound_the_other_way_is_a_hole(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    shape_box(s->pen, (struct pt){PEN_U(10), PEN_U(10)}, PEN_U(30), PEN_U(30));
    pen_move(s->pen, (struct pt){PEN_U(20), PEN_U(20)});
    pen_line(s->pen, (struct pt){PEN_U(20), PEN_U(30)});
    pen_line(s->pen, (struct pt){PEN_U(30), PEN_U(30)});
    pen_line(s->pen, (struct pt){PEN_U(30), PEN_U(20)});
    pen_close(s->pen);
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), (900 - 100) * 255);
    assert_int_equal(red_at(s, 25, 25), 0);
    sheet_close(s);
}

static void a_clip_cuts_until_its_restore(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    pen_save(s->pen);
    shape_box(s->pen, (struct pt){PEN_U(10), PEN_U(10)}, PEN_U(10), PEN_U(10));
    pen_clip(s->pen);
    pen_save(s->pen);
    shape_box(s->pen, (struct pt){PEN_U(15), 0}, PEN_U(30), PEN_U(60));
    pen_clip(s->pen);
    shape_box(s->pen, (struct pt){0, 0}, PEN_U(64), PEN_U(64));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), 50 * 255);
    pen_restore(s->pen);
    shape_box(s->pen, (struct pt){0, 0}, PEN_U(64), PEN_U(64));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), 100 * 255);
    pen_restore(s->pen);
    shape_box(s->pen, (struct pt){0, 0}, PEN_U(64), PEN_U(64));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), SIDE * SIDE * 255);
    sheet_close(s);
}

static void shapes_beyond_the_picture_are_cut_at_its_edge(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    shape_box(s->pen, (struct pt){PEN_U(-500), PEN_U(30)}, PEN_U(2000), PEN_U(2));
    shape_oval(s->pen, (struct pt){PEN_U(-90), PEN_U(-90)}, PEN_U(20), PEN_U(20));
    shape_oval(s->pen, (struct pt){PEN_U(900), PEN_U(10)}, PEN_U(20), PEN_U(20));
    pen_fill_colour(s->pen, 0xff0000ff);
    assert_int_equal(red_sum(s), 2 * SIDE * 255);
    sheet_close(s);
}

static void a_stroke_is_as_wide_as_asked(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    pen_move(s->pen, (struct pt){PEN_U(10), PEN_U(32)});
    pen_line(s->pen, (struct pt){PEN_U(50), PEN_U(32)});
    pen_stroke_colour(s->pen, PEN_U(4), 0xff0000ff);
    assert_int_equal(red_at(s, 30, 30), 255);
    assert_int_equal(red_at(s, 30, 33), 255);
    assert_int_equal(red_at(s, 30, 34), 0);
    assert_int_equal(red_at(s, 30, 29), 0);
    int64_t want = (40 * 4 + 12) * 255; /* and two half circles */
    assert_in_range(red_sum(s), want * 98 / 100, want * 102 / 100);
    sheet_close(s);
}

static void a_linear_gradient_goes_from_end_to_end(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    struct pen_paint paint = paint_linear((struct pt){0, 0}, 0x000000ff, (struct pt){PEN_U(64), 0}, 0xff0000ff);
    shape_box(s->pen, (struct pt){0, 0}, PEN_U(64), PEN_U(64));
    pen_fill(s->pen, &paint);
    for (int x = 0; x < SIDE; x++)
        assert_in_range(red_at(s, x, 9) + 3, (uint32_t)(x * 4), (uint32_t)(x * 4 + 8));
    sheet_close(s);
}

static void a_radial_gradient_fades_to_nothing_at_its_radius(void **state)
{
    (void)state;
    struct sheet *s = sheet_open();
    struct pen_paint paint = paint_radial((struct pt){PEN_U(32), PEN_U(32)}, PEN_U(20), 0xff0000ff, 0xff000000);
    shape_box(s->pen, (struct pt){0, 0}, PEN_U(64), PEN_U(64));
    pen_fill(s->pen, &paint);
    assert_in_range(red_at(s, 32, 32), 240, 255);
    assert_in_range(red_at(s, 42, 32), 118, 134);
    assert_int_equal(red_at(s, 55, 32), 0);
    sheet_close(s);
}

static void what_is_rotated_and_scaled_keeps_its_area(void **state)
{
    (void)state;
    for (int32_t angle = 0; angle < TURN_ONE; angle += 3333) {
        struct sheet *s = sheet_open();
        pen_translate(s->pen, PEN_U(32), PEN_U(32));
        pen_rotate(s->pen, angle);
        pen_scale(s->pen, 500, 2000);
        shape_box(s->pen, (struct pt){PEN_U(-10), PEN_U(-10)}, PEN_U(20), PEN_U(20));
        pen_fill_colour(s->pen, 0xff0000ff);
        assert_in_range(red_sum(s), 400 * 255 * 99 / 100, 400 * 255 * 101 / 100);
        sheet_close(s);
    }
}

enum { WIDE = 420, HIGH = 480 };

static void draw_scene(struct pen *pen)
{
    struct person_identity who = person_identity_default();
    who.wet = 800;
    struct person_state state = {.agitation = 880, .distance_cm = 220, .seed = 3, .ms = 900};
    struct place_view view = {.width = 720 * WIDE / HIGH, .ms = 900};
    struct person_pose pose = person_pose(&who, &state);
    struct light light = place_light(SETTING_STAIRWELL, &view);
    place_draw_back(pen, SETTING_STAIRWELL, &view);
    place_draw_back_live(pen, SETTING_STAIRWELL, &view);
    struct pt stand = place_stand(SETTING_STAIRWELL, &view);
    pen_translate(pen, stand.x, stand.y);
    pen_scale(pen, PLACE_SCALE, PLACE_SCALE);
    person_draw(pen, &who, &pose, &light);
}

/* Two roads to the same picture: what one of them got wrong, the other would show. */
static void a_person_in_a_place_looks_the_same_from_cairo(void **state)
{
    (void)state;
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDE, HIGH);
    cairo_t *cr = cairo_create(surface);
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_paint(cr);
    cairo_scale(cr, HIGH / 720.0, HIGH / 720.0);
    struct pen_cairo drawn;
    pen_cairo_init(&drawn, cr);
    draw_scene(&drawn.pen);
    cairo_destroy(cr);
    cairo_surface_flush(surface);

    uint32_t *pixels = malloc((size_t)WIDE * HIGH * sizeof *pixels);
    for (int i = 0; i < WIDE * HIGH; i++)
        pixels[i] = 0xff000000u;
    struct pen_raster raster;
    pen_raster_init(&raster, (struct raster_pixels){pixels, WIDE, HIGH, WIDE}, HIGH / 720.0f, 0, 0);
    draw_scene(&raster.pen);
    pen_raster_finish(&raster);

    const unsigned char *theirs = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    int64_t sum = 0, far = 0;
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE; x++)
            for (int c = 0; c < 3; c++) {
                int ours = (int)((pixels[y * WIDE + x] >> (c * 8)) & 255u);
                uint32_t pixel;
                memcpy(&pixel, theirs + (size_t)y * (size_t)stride + (size_t)x * 4, 4);
                int off = abs(ours - (int)((pixel >> (c * 8)) & 255u));
                sum += off;
                far += off > 24;
            }
    int64_t samples = (int64_t)WIDE * HIGH * 3;
    assert_true(sum < samples * 3 / 2); /* a mean of less than 1.5 of 255 */
    assert_true(far * 200 < samples);   /* and hardly an edge that differs */
    free(pixels);
    cairo_surface_destroy(surface);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_on_whole_pixels_fills_exactly_them),
        cmocka_unit_test(a_box_between_pixels_covers_them_by_its_share),
        cmocka_unit_test(a_circle_has_its_area),
        cmocka_unit_test(overlapping_limbs_are_one_silhouette),
        cmocka_unit_test(a_figure_wound_the_other_way_is_a_hole),
        cmocka_unit_test(a_clip_cuts_until_its_restore),
        cmocka_unit_test(shapes_beyond_the_picture_are_cut_at_its_edge),
        cmocka_unit_test(a_stroke_is_as_wide_as_asked),
        cmocka_unit_test(a_linear_gradient_goes_from_end_to_end),
        cmocka_unit_test(a_radial_gradient_fades_to_nothing_at_its_radius),
        cmocka_unit_test(what_is_rotated_and_scaled_keeps_its_area),
        cmocka_unit_test(a_person_in_a_place_looks_the_same_from_cairo),
    };
    return cmocka_run_group_tests_name("raster", tests, NULL, NULL);
}
