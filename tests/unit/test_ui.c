/* test_ui.c - the thin layer under every screen: text that wraps, focus that goes round, sheets, scrolling, input. */
#include "app.h"
#include "test_memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { PX = 20 };

static struct test_memory memory;
static struct arena arena;

static int start(void **state)
{
    (void)state;
    arena_init(&arena, test_memory_init(&memory));
    return 0;
}

static int finish(void **state)
{
    (void)state;
    arena_finish(&arena);
    return memory.live == 0 ? 0 : -1;
}

static struct ui window(int32_t width, int32_t height)
{
    struct ui ui;
    ui_start(&ui, &arena, ui_measure_fixed, width, height, 100, false);
    return ui;
}

static struct ui_action act(int32_t n)
{
    return (struct ui_action){n, 0, 0};
}

static void part(struct ui *ui, int32_t n, int32_t x, int32_t y)
{
    ui_node(ui, ROLE_BUTTON, TD_STR("part"), (struct ui_rect){x, y, 50, 20}, act(n));
}

/* --- text --------------------------------------------------------------------------------------------- */

static const struct ui_style plain = {UI_REGULAR, PX, 30, 0xffffffff};

static void a_text_breaks_between_words(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    assert_int_equal(ui_para(&ui, 0, 0, 100, plain, TD_STR("one two three"), true), 60); /* ten characters a line */
    assert_int_equal(ui.op_count, 2);
    assert_memory_equal(ui.ops[0].text.ptr, "one two", 7);
    assert_int_equal(ui.ops[0].text.len, 7);
    assert_int_equal(ui.ops[1].text.len, 5);
}

static void a_word_longer_than_a_line_is_cut_and_nothing_of_it_lost(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    ui_para(&ui, 0, 0, 40, plain, TD_STR("abcdefghij"), true);
    size_t seen = 0;
    for (int i = 0; i < ui.op_count; i++) {
        assert_true(ui.ops[i].text.len <= 4);
        seen += ui.ops[i].text.len;
    }
    assert_int_equal(seen, 10);
}

static void measuring_and_drawing_agree(void **state)
{
    (void)state;
    static const char text[] = "Walked out past everybody.\n\nIt sounds like that was the part that really hurt.";
    struct ui ui = window(1280, 720);
    for (int32_t width = 30; width < 700; width += 7)
        assert_int_equal(ui_para(&ui, 0, 0, width, plain, str_of(text), false),
                         ui_para(&ui, 0, 0, width, plain, str_of(text), true));
}

static void a_label_too_long_ends_in_three_dots_between_characters(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    ui_label(&ui, (struct ui_rect){0, 0, 45, 20}, plain, TD_STR("ééééééé"), 0);
    assert_int_equal(ui.ops[0].text.len, 3 * 2 + 3);
    assert_true(utf8_valid_prefix(ui.ops[0].text) == ui.ops[0].text.len);
}

static void twice_the_text_is_twice_as_high_and_the_window_counts_too(void **state)
{
    (void)state;
    struct ui ui;
    ui_start(&ui, &arena, ui_measure_fixed, 1280, 720, 200, false);
    assert_int_equal(ui_t(&ui, 17), 34);
    assert_int_equal(ui_u(&ui, 17), 17);
    ui_start(&ui, &arena, ui_measure_fixed, 1920, 1080, 100, false);
    assert_int_equal(ui_t(&ui, 20), 30);
    ui_start(&ui, &arena, ui_measure_fixed, 480, 720, 100, false); /* narrow: the width decides */
    assert_int_equal(ui_u(&ui, 100), 50);
}

/* --- focus ----------------------------------------------------------------------------------------------- */

static void focus_goes_round_in_the_order_of_the_tree(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    part(&ui, 1, 0, 0);
    ui_text(&ui, ROLE_TEXT, 0, 0, 100, plain, TD_STR("not to be used"));
    part(&ui, 2, 0, 50);
    ui_set(&ui, 2, UI_OFF);
    part(&ui, 3, 0, 100);
    assert_int_equal(ui_focus_step(&ui, act(0), 1).kind, 1);
    assert_int_equal(ui_focus_step(&ui, act(1), 1).kind, 3);
    assert_int_equal(ui_focus_step(&ui, act(3), 1).kind, 1);
    assert_int_equal(ui_focus_step(&ui, act(1), -1).kind, 3);
}

static void an_arrow_goes_to_the_nearest_in_its_direction_or_stays(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    part(&ui, 1, 0, 0);
    part(&ui, 2, 100, 0);
    part(&ui, 3, 0, 100);
    assert_int_equal(ui_focus_toward(&ui, act(1), 1, 0).kind, 2);
    assert_int_equal(ui_focus_toward(&ui, act(1), 0, 1).kind, 3);
    assert_int_equal(ui_focus_toward(&ui, act(1), 0, -1).kind, 1);
}

static void a_sheet_keeps_everything_under_it_out_of_reach(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    part(&ui, 1, 0, 0);
    ui_key(&ui, 0, '1');
    ui.modal = ui.node_count;
    part(&ui, 2, 300, 300);
    assert_null(ui_at(&ui, 10, 10));
    assert_null(ui_by_key(&ui, '1'));
    assert_null(ui_find(&ui, act(1)));
    assert_int_equal(ui_focus_step(&ui, act(1), 1).kind, 2);
}

static void what_has_the_focus_is_scrolled_into_sight(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    int32_t top = 0 - ui_scroll_start(&ui, (struct ui_rect){0, 0, 200, 100});
    for (int i = 0; i < 20; i++)
        part(&ui, i + 1, 0, top + 30 * i);
    ui_scroll_end(&ui, top + 600);
    ui.focus = act(20);
    assert_true(ui_reveal(&ui));
    assert_int_equal(ui.offset[0], 30 * 19 + 20 - 100);
    assert_false(ui_at(&ui, 10, 305) != NULL); /* below the area: drawn nowhere, hit nowhere */
}

/* --- input ----------------------------------------------------------------------------------------------- */

static void enter_uses_what_comes_first_when_nothing_has_the_focus(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    struct ui_app app = ui_app_new();
    struct ui_model model = {0};
    ui_node(&ui, ROLE_BUTTON, TD_STR("course"), (struct ui_rect){0, 0, 9, 9},
            (struct ui_action){DEED_GO, SCREEN_COURSE, 0});
    ui_set(&ui,
           ui_node(&ui, ROLE_BUTTON, TD_STR("quit"), (struct ui_rect){0, 0, 9, 9}, (struct ui_action){DEED_QUIT, 0, 0}),
           UI_FIRST);
    assert_int_equal(ui_press(&app, &model, &arena, &ui, KEY_ENTER).wish, WISH_QUIT);
}

static void a_note_grows_by_whole_characters_and_shrinks_by_them(void **state)
{
    (void)state;
    struct ui ui = window(1280, 720);
    struct ui_app app = ui_app_new();
    struct ui_model model = {0};
    app.screen = SCREEN_ENCOUNTER;
    app.sheet = SHEET_NOTES;
    app.focus = (struct ui_action){DEED_FIELD, 0, 0};
    for (int i = 0; i < UI_NOTE_BYTES; i++)
        ui_typed(&app, TD_STR("é"));
    assert_int_equal(app.note_length, UI_NOTE_BYTES);
    ui_press(&app, &model, &arena, &ui, KEY_ERASE);
    assert_int_equal(app.note_length, UI_NOTE_BYTES - 2);
    assert_int_equal(ui_press(&app, &model, &arena, &ui, KEY_ENTER).wish, WISH_NOTHING); /* no play is open */
}

static void nothing_is_typed_where_there_is_no_field(void **state)
{
    (void)state;
    struct ui_app app = ui_app_new();
    app.screen = SCREEN_ENCOUNTER;
    ui_typed(&app, TD_STR("1"));
    assert_int_equal(app.note_length, 0);
}

static void a_setting_is_kept_and_asked_to_be_written(void **state)
{
    (void)state;
    struct ui_app app = ui_app_new();
    struct ui_model model = {0};
    struct ui_request r = ui_use(&app, &model, &arena, (struct ui_action){DEED_SETTING, SET_text_size, 150});
    assert_int_equal(r.wish, WISH_SETTING);
    assert_int_equal(app.settings[SET_text_size], 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_breaks_between_words, start, finish),
        cmocka_unit_test_setup_teardown(a_word_longer_than_a_line_is_cut_and_nothing_of_it_lost, start, finish),
        cmocka_unit_test_setup_teardown(measuring_and_drawing_agree, start, finish),
        cmocka_unit_test_setup_teardown(a_label_too_long_ends_in_three_dots_between_characters, start, finish),
        cmocka_unit_test_setup_teardown(twice_the_text_is_twice_as_high_and_the_window_counts_too, start, finish),
        cmocka_unit_test_setup_teardown(focus_goes_round_in_the_order_of_the_tree, start, finish),
        cmocka_unit_test_setup_teardown(an_arrow_goes_to_the_nearest_in_its_direction_or_stays, start, finish),
        cmocka_unit_test_setup_teardown(a_sheet_keeps_everything_under_it_out_of_reach, start, finish),
        cmocka_unit_test_setup_teardown(what_has_the_focus_is_scrolled_into_sight, start, finish),
        cmocka_unit_test_setup_teardown(enter_uses_what_comes_first_when_nothing_has_the_focus, start, finish),
        cmocka_unit_test_setup_teardown(a_note_grows_by_whole_characters_and_shrinks_by_them, start, finish),
        cmocka_unit_test_setup_teardown(nothing_is_typed_where_there_is_no_field, start, finish),
        cmocka_unit_test_setup_teardown(a_setting_is_kept_and_asked_to_be_written, start, finish),
    };
    return cmocka_run_group_tests_name("ui", tests, NULL, NULL);
}
