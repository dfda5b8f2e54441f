/* test_drawing.c - what is drawn, as it was drawn when somebody last looked: the draw list of every
 * person in every state as a fingerprint, and three pictures as pixels.
 * TALKDOWN_BLESS=1 writes tests/shots/ anew; look at the pictures before you commit them. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "hash.h"
#include "identity.h"
#include "memory.h"
#include "motion.h"
#include "pen_null.h"
#include "pen_record.h"
#include "person_draw.h"
#include "tableau.h"

#include <cairo.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static const char *const people[] = {"daniel", "grace", "ines", "joseph", "linh", "mia", "samira", "tomasz", "walter"};

static bool blessing(void)
{
    const char *bless = getenv("TALKDOWN_BLESS");
    return bless && bless[0] == '1';
}

static const char *tests_path(char *out, size_t size, const char *name)
{
    const char *tests = getenv("TALKDOWN_TESTS");
    snprintf(out, size, "%s/shots/%s", tests ? tests : "tests", name);
    return out;
}

static struct person_identity load(struct arena *arena, const char *id)
{
    const char *data = getenv("TALKDOWN_DATA");
    char path[4096], bytes[8192];
    snprintf(path, sizeof path, "%s/assets/people/%s.json", data ? data : ".", id);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t len = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct diags diags;
    struct person_identity who;
    diags_init(&diags, arena);
    assert_true(person_identity_read(&memory_std, str_of(path), (td_str){bytes, len}, &diags, &who));
    return who;
}

struct mood {
    const char *name;
    int32_t agitation, despair, recovery, turned;
};

static const struct mood moods[] = {
    {"calm", 0, 0, 0, 0},         {"anxious", 250, 0, 0, 0},     {"agitated", 450, 0, 0, 0},
    {"hostile", 650, 0, 0, 0},    {"crisis", 850, 0, 0, 0},      {"past", 950, 0, 0, 0},
    {"despair", 150, 1000, 0, 0}, {"recovery", 150, 0, 1000, 0}, {"away", 300, 0, 0, -1000}};

static struct person_state state_of(const struct mood *mood)
{
    struct person_state s = {.agitation = mood->agitation,
                             .despair = mood->despair,
                             .recovery = mood->recovery,
                             .turned = mood->turned,
                             .distance_cm = 220,
                             .seed = 7,
                             .ms = 2300};
    person_state_settle(&s);
    return s;
}

/* "daniel calm 214 18 9 0123456789abcdef": fills, strokes, clips, and the hash of the draw list. */
static void fingerprint(struct writer *out, struct arena *arena, const struct person_identity *who,
                        const struct mood *mood)
{
    struct person_state s = state_of(mood);
    struct person_pose pose = person_pose(who, &s);
    struct light light = light_studio();
    struct pen_count count;
    struct pen counting = pen_null(&count);
    struct writer list;
    writer_init(&list, arena);
    struct pen recording = pen_record(&list);
    person_draw(&counting, who, &pose, &light);
    person_draw(&recording, who, &pose, &light);
    char line[200];
    td_str text = writer_str(&list);
    snprintf(line, sizeof line, "%s %s %d %d %d %016llx\n", who->id, mood->name, count.fills, count.strokes,
             count.clips, (unsigned long long)hash_finish(hash_str(HASH_START, text)));
    w_text(out, line);
}

static td_str fingerprints(struct arena *arena)
{
    struct writer out;
    writer_init(&out, arena);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        struct person_identity who = load(arena, people[i]);
        for (size_t m = 0; m < sizeof moods / sizeof *moods; m++) {
            struct arena scratch;
            arena_init(&scratch, &memory_std);
            fingerprint(&out, &scratch, &who, &moods[m]);
            arena_finish(&scratch);
        }
    }
    return writer_str(&out);
}

static td_str read_kept(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return TD_STR("");
    char *bytes = arena_alloc(arena, 1 << 16);
    size_t len = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    return (td_str){bytes, len};
}

static void everybody_is_drawn_as_when_last_looked_at(void **state)
{
    (void)state;
    struct arena arena;
    char path[4096];
    arena_init(&arena, &memory_std);
    tests_path(path, sizeof path, "people.txt");
    td_str now = fingerprints(&arena);
    if (blessing()) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        fwrite(now.ptr, 1, now.len, file);
        fclose(file);
    }
    td_str kept = read_kept(&arena, path);
    while (now.len > 0) {
        td_str ours = str_line(&now), theirs = str_line(&kept);
        if (!str_eq(ours, theirs))
            fail_msg("drawn: %.*s\nkept: %.*s", (int)ours.len, ours.ptr, (int)theirs.len, theirs.ptr);
    }
    assert_int_equal(kept.len, 0);
    arena_finish(&arena);
}

static void no_two_of_these_drawings_are_alike(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, &memory_std);
    td_str all = fingerprints(&arena), seen[100];
    int count = 0;
    while (all.len > 0) {
        td_str line = str_line(&all);
        td_str hash = {line.ptr + line.len - 16, 16};
        for (int i = 0; i < count; i++)
            assert_false(str_eq(seen[i], hash));
        seen[count++] = hash;
    }
    assert_int_equal(count, sizeof people / sizeof *people * (sizeof moods / sizeof *moods));
    arena_finish(&arena);
}

/* ---- pixels ---- */

enum { WIDE = 320, HIGH = 240 };

struct picture {
    const char *file, *who;
    enum setting place;
    struct mood mood;
};

static const struct picture pictures[] = {
    {"bridge-daniel-despair.png", "daniel", SETTING_BRIDGE, {"", 150, 1000, 0, 0}},
    {"hospital-joseph-agitated.png", "joseph", SETTING_HOSPITAL, {"", 450, 0, 0, 0}},
    {"benefits-samira-recovery.png", "samira", SETTING_BENEFITS, {"", 150, 0, 1000, 0}},
};

static cairo_surface_t *paint(struct arena *arena, const struct picture *picture)
{
    struct person_identity who = load(arena, picture->who);
    struct person_state state = state_of(&picture->mood);
    state.stance = place_stance(picture->place);
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDE, HIGH);
    struct raster_pixels pixels = {(uint32_t *)(void *)cairo_image_surface_get_data(surface), WIDE, HIGH,
                                   cairo_image_surface_get_stride(surface) / 4};
    struct tableau *tableau = tableau_create();
    struct tableau_scene scene = {.who = &who, .state = &state, .place = picture->place};
    tableau_draw(tableau, pixels, &scene);
    tableau_destroy(tableau);
    cairo_surface_mark_dirty(surface);
    return surface;
}

/* Floating point may differ by a shade from compiler to compiler, never by a shape. */
static void assert_alike(cairo_surface_t *one, cairo_surface_t *two)
{
    assert_int_equal(cairo_image_surface_get_width(two), WIDE);
    assert_int_equal(cairo_image_surface_get_height(two), HIGH);
    int64_t sum = 0, far = 0;
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE * 4; x++) {
            if (x % 4 == 3)
                continue;
            int a = cairo_image_surface_get_data(one)[y * cairo_image_surface_get_stride(one) + x];
            int b = cairo_image_surface_get_data(two)[y * cairo_image_surface_get_stride(two) + x];
            sum += abs(a - b);
            far += abs(a - b) > 12;
        }
    assert_true(sum * 5 < (int64_t)WIDE * HIGH * 3);
    assert_true(far < 60);
}

static void three_pictures_are_as_when_last_looked_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        struct arena arena;
        char path[4096];
        arena_init(&arena, &memory_std);
        tests_path(path, sizeof path, pictures[i].file);
        cairo_surface_t *now = paint(&arena, &pictures[i]);
        if (blessing())
            cairo_surface_write_to_png(now, path);
        cairo_surface_t *kept = cairo_image_surface_create_from_png(path);
        assert_int_equal(cairo_surface_status(kept), CAIRO_STATUS_SUCCESS);
        assert_alike(now, kept);
        cairo_surface_destroy(kept);
        cairo_surface_destroy(now);
        arena_finish(&arena);
    }
}

/* The right part drawn into a box is the same as in the whole, and the rest is left alone. */
static void a_box_of_a_frame_is_that_part_of_the_frame(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct person_identity who = load(&arena, "walter");
    struct mood mood = {"", 700, 0, 0, 0};
    struct person_state s = state_of(&mood);
    s.stance = STANCE_RAIL;
    struct tableau_scene scene = {.who = &who, .state = &s, .place = SETTING_BRIDGE};
    uint32_t *whole = arena_alloc(&arena, WIDE * HIGH * 4), *part = arena_alloc(&arena, WIDE * HIGH * 4);
    struct raster_box box = {30, 20, 170, 200};
    for (int i = 0; i < WIDE * HIGH; i++)
        part[i] = 0x12345678;
    struct tableau *tableau = tableau_create();
    tableau_draw(tableau, (struct raster_pixels){whole, WIDE, HIGH, WIDE}, &scene);
    tableau_draw_box(tableau, (struct raster_pixels){part, WIDE, HIGH, WIDE}, box, &scene);
    tableau_destroy(tableau);
    for (int y = 0; y < HIGH; y++)
        for (int x = 0; x < WIDE; x++) {
            bool inside = x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
            uint32_t pixel = part[y * WIDE + x], want = whole[y * WIDE + x];
            if (!inside)
                assert_int_equal(pixel, 0x12345678);
            else
                for (int c = 0; c < 24; c += 8)
                    assert_true(abs((int)(pixel >> c & 255u) - (int)(want >> c & 255u)) <= 3);
        }
    arena_finish(&arena);
}

static void every_place_fills_every_shape_of_picture(void **state)
{
    (void)state;
    static const int sizes[][2] = {{160, 120}, {256, 144}, {280, 120}, {90, 160}};
    struct tableau *tableau = tableau_create();
    for (int place = 0; place < SETTING_COUNT; place++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            int wide = sizes[i][0], high = sizes[i][1];
            uint32_t *pixels = calloc((size_t)wide * (size_t)high, 4);
            struct tableau_scene scene = {.place = (enum setting)place};
            tableau_draw(tableau, (struct raster_pixels){pixels, wide, high, wide}, &scene);
            for (int p = 0; p < wide * high; p++)
                assert_int_equal(pixels[p] >> 24, 255);
            free(pixels);
        }
    tableau_destroy(tableau);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_is_drawn_as_when_last_looked_at),
        cmocka_unit_test(no_two_of_these_drawings_are_alike),
        cmocka_unit_test(three_pictures_are_as_when_last_looked_at),
        cmocka_unit_test(a_box_of_a_frame_is_that_part_of_the_frame),
        cmocka_unit_test(every_place_fills_every_shape_of_picture),
    };
    return cmocka_run_group_tests_name("drawing", tests, NULL, NULL);
}
