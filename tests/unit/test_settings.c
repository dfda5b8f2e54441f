/* test_settings.c - what was set is found again; what is not settings is kept aside, never thrown away. */
#include "memory.h"
#include "paths.h"
#include "settings.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

/* A folder of its own and an arena; the folder's few files go with it. */
struct ground {
    struct arena arena;
    char home[64];
};

static int settle(void **state)
{
    struct ground *ground = calloc(1, sizeof *ground);
    arena_init(&ground->arena, &memory_std);
    snprintf(ground->home, sizeof ground->home, "/tmp/settings-XXXXXX");
    assert_non_null(mkdtemp(ground->home));
    *state = ground;
    return 0;
}

static int leave(void **state)
{
    static const char *const names[] = {"settings.json", "settings.broken-1.json", "settings.broken-2.json"};
    struct ground *ground = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(path_join(&ground->arena, ground->home, names[i]));
    remove(ground->home);
    arena_finish(&ground->arena);
    free(ground);
    return 0;
}

static void put(struct ground *ground, const char *text)
{
    assert_null(file_write(path_join(&ground->arena, ground->home, "settings.json"), str_of(text), 0600));
}

static void what_was_written_is_read_again(void **state)
{
    struct ground *ground = *state;
    struct settings settings = settings_unset(), found;
    struct stat about;
    memcpy(settings.language, "fr", sizeof "fr");
    settings.width = 60;
    settings.verbosity = VERBOSITY_EXTRA;
    settings.skip_harm = true;
    settings.sound = false;
    settings.rung = RUNG_practice;
    assert_null(settings_write(&ground->arena, ground->home, &settings));
    assert_null(settings_read(&ground->arena, ground->home, &found));
    assert_string_equal(found.language, "fr");
    assert_int_equal(found.width, 60);
    assert_int_equal(found.verbosity, VERBOSITY_EXTRA);
    assert_int_equal(found.rung, RUNG_practice);
    assert_int_equal(found.text_size, 100);
    assert_true(found.skip_harm && found.captions && !found.sound);
    assert_int_equal(stat(path_join(&ground->arena, ground->home, "settings.json"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
}

static void nothing_there_is_nothing_set(void **state)
{
    struct ground *ground = *state;
    struct settings found;
    assert_null(settings_read(&ground->arena, ground->home, &found));
    assert_int_equal(found.width, 80);
    assert_string_equal(found.language, "");
    assert_null(settings_read(&ground->arena, NULL, &found));
    assert_string_equal(settings_write(&ground->arena, NULL, &found), "error.no-home");
}

static void values_out_of_range_or_of_another_kind_are_as_if_unset(void **state)
{
    struct ground *ground = *state;
    struct settings found;
    put(ground,
        "{\"format\": \"talkdown-settings-1\", \"width\": -1, \"verbosity\": \"full\", \"sound\": 1, \"mode\": 3,"
        " \"language\": \"../../etc\", \"text_size\": 150, \"of a later version\": {}}");
    assert_null(settings_read(&ground->arena, ground->home, &found));
    assert_int_equal(found.width, 80);
    assert_int_equal(found.verbosity, VERBOSITY_FULL);
    assert_int_equal(found.mode, MODE_practice);
    assert_int_equal(found.text_size, 150);
    assert_true(found.sound);
    assert_string_equal(found.language, "");
}

static void a_file_that_is_not_settings_is_kept_aside(void **state)
{
    struct ground *ground = *state;
    struct settings found;
    td_str kept;
    put(ground, "{\"width\": 40}");
    const char *first = settings_read(&ground->arena, ground->home, &found);
    assert_non_null(first);
    assert_int_equal(found.width, 80);
    assert_null(settings_read(&ground->arena, ground->home, &found)); /* told once */
    put(ground, "not JSON");
    const char *second = settings_read(&ground->arena, ground->home, &found);
    assert_non_null(second);
    assert_string_not_equal(first, second);
    assert_null(file_read(&ground->arena, first, 100, &kept));
    assert_true(str_is(kept, "{\"width\": 40}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_written_is_read_again, settle, leave),
        cmocka_unit_test_setup_teardown(nothing_there_is_nothing_set, settle, leave),
        cmocka_unit_test_setup_teardown(values_out_of_range_or_of_another_kind_are_as_if_unset, settle, leave),
        cmocka_unit_test_setup_teardown(a_file_that_is_not_settings_is_kept_aside, settle, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
