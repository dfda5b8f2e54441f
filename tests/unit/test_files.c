/* test_files.c - whole files or none: what a reader finds after every way a write can go. */
#include "autosave.h"
#include "files.h"
#include "harmless.h"
#include "memory.h"
#include "paths.h"
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

struct ground {
    struct arena arena;
    char folder[64];
};

static int settle(void **state)
{
    struct ground *ground = calloc(1, sizeof *ground);
    arena_init(&ground->arena, &memory_std);
    snprintf(ground->folder, sizeof ground->folder, "/tmp/files-XXXXXX");
    assert_non_null(mkdtemp(ground->folder));
    *state = ground;
    return 0;
}

/* How many files lie there; with remove_them, they go. */
static int files_in(struct ground *ground, bool remove_them)
{
    int count = 0;
    DIR *dir = opendir(ground->folder);
    for (struct dirent *entry = readdir(dir); entry != NULL; entry = readdir(dir)) {
        if (entry->d_name[0] == '.')
            continue;
        count++;
        if (remove_them)
            unlink(path_join(&ground->arena, ground->folder, entry->d_name));
    }
    closedir(dir);
    return count;
}

static int leave(void **state)
{
    struct ground *ground = *state;
    files_in(ground, true);
    rmdir(ground->folder);
    arena_finish(&ground->arena);
    free(ground);
    return 0;
}

static const char *here(struct ground *ground, const char *name)
{
    return path_join(&ground->arena, ground->folder, name);
}

static td_str content(struct ground *ground, const char *path)
{
    td_str bytes = {0};
    assert_null(file_read(&ground->arena, path, 1000, &bytes));
    return bytes;
}

static void a_file_is_replaced_whole_and_nothing_is_left_beside_it(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    struct stat about;
    assert_null(file_write(path, TD_STR("first"), 0600));
    assert_null(file_write(path, TD_STR("second"), 0600));
    assert_true(str_is(content(ground, path), "second"));
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    assert_int_equal(files_in(ground, false), 1);
}

static void a_new_file_replaces_nothing(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    assert_null(file_write_new(path, TD_STR("first"), 0600));
    assert_string_equal(file_write_new(path, TD_STR("second"), 0600), "error.exists");
    assert_true(str_is(content(ground, path), "first"));
    assert_int_equal(files_in(ground, false), 1);
}

static void what_is_appended_stands_behind_what_was_there(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    assert_null(file_append(path, TD_STR("one\n"), 0600));
    assert_null(file_append(path, TD_STR("two\n"), 0600));
    assert_true(str_is(content(ground, path), "one\ntwo\n"));
}

static void what_cannot_be_read_or_written_is_named(void **state)
{
    struct ground *ground = *state;
    td_str bytes;
    const char *path = here(ground, "a");
    assert_string_equal(file_read(&ground->arena, path, 10, &bytes), "error.not-found");
    assert_string_equal(file_read(&ground->arena, ground->folder, 10, &bytes), "error.is-folder");
    assert_null(file_write(path, TD_STR("eleven byte"), 0600));
    assert_string_equal(file_read(&ground->arena, path, 10, &bytes), "error.too-large");
    assert_null(file_read(&ground->arena, path, 11, &bytes));
    assert_string_equal(file_write(here(ground, "no/such/folder"), TD_STR("x"), 0600), "error.no-folder");
    assert_string_equal(folder_make(path, 0700), "error.not-folder");
}

/* With files that may not grow beyond size: how a full disk looks. */
static void with_room_for(rlim_t size)
{
    struct rlimit limit;
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = size == 0 ? limit.rlim_max : size;
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    assert_null(file_write(path, TD_STR("old"), 0600));
    with_room_for(4);
    file_fault fault = file_write(path, TD_STR("new and longer"), 0600);
    with_room_for(0);
    assert_string_equal(fault, "error.disk-full");
    assert_true(str_is(content(ground, path), "old"));
    assert_int_equal(files_in(ground, false), 1);
}

static void an_autosave_keeps_what_the_disk_refused_until_there_is_room(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    file_fault fault = NULL;
    assert_null(file_write(path, TD_STR("head\nhalf a li"), 0600));
    struct autosave *save = autosave_open(path, 5, &fault);
    assert_non_null(save);
    autosave_write(save, TD_STR("one\n"));
    autosave_wait(save);
    assert_null(autosave_trouble(save));
    assert_true(str_is(content(ground, path), "head\none\n"));
    with_room_for(12);
    autosave_write(save, TD_STR("two\nthree\n"));
    autosave_wait(save);
    assert_string_equal(autosave_trouble(save), "error.disk-full");
    assert_true(str_is(content(ground, path), "head\none\n")); /* whole lines or none */
    with_room_for(0);
    autosave_write(save, TD_STR("four\n"));
    autosave_wait(save);
    assert_null(autosave_trouble(save));
    assert_true(autosave_close(save));
    assert_true(str_is(content(ground, path), "head\none\ntwo\nthree\nfour\n"));
}

static void lines_that_never_reached_the_disk_are_owned_up_to(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    file_fault fault = NULL;
    assert_null(file_write(path, TD_STR("head\n"), 0600));
    struct autosave *save = autosave_open(path, 5, &fault);
    with_room_for(6);
    autosave_write(save, TD_STR("one\n"));
    bool whole = autosave_close(save);
    with_room_for(0);
    assert_false(whole);
    assert_true(str_is(content(ground, path), "head\n"));
}

static void one_file_has_one_writer(void **state)
{
    struct ground *ground = *state;
    const char *path = here(ground, "a");
    file_fault fault = NULL;
    assert_null(file_write(path, TD_STR("head\n"), 0600));
    struct autosave *first = autosave_open(path, 5, &fault);
    assert_null(autosave_open(path, 5, &fault));
    assert_string_equal(fault, "error.in-use");
    assert_true(autosave_close(first));
    struct autosave *second = autosave_open(path, 5, &fault);
    assert_non_null(second);
    assert_true(autosave_close(second));
    assert_null(autosave_open(here(ground, "b"), 0, &fault));
    assert_string_equal(fault, "error.not-found");
}

static void a_strangers_text_cannot_command_a_terminal(void **state)
{
    struct ground *ground = *state;
    static const struct {
        td_str text;
        const char *shown;
    } rows[] = {
        {{"plain \xC3\xA9t\xC3\xA9", 11}, "plain \xC3\xA9t\xC3\xA9"},
        {{"\x1B[2J", 4}, "\xEF\xBF\xBD[2J"},
        {{"a\0b", 3},
         "a\xEF\xBF\xBD"
         "b"},
        {{"a\xC2\x9B"
          "b",
          4},
         "a\xEF\xBF\xBD"
         "b"},
        {{"\xE2\x80\xAEx", 4}, "\xEF\xBF\xBDx"},
        {{"\xFFx", 2}, "\xEF\xBF\xBDx"},
        {{"", 0}, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_true(str_is(harmless(&ground->arena, rows[i].text), rows[i].shown));
}

#define PLACED(test) cmocka_unit_test_setup_teardown(test, settle, leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACED(a_file_is_replaced_whole_and_nothing_is_left_beside_it),
        PLACED(a_new_file_replaces_nothing),
        PLACED(what_is_appended_stands_behind_what_was_there),
        PLACED(what_cannot_be_read_or_written_is_named),
        PLACED(a_full_disk_leaves_the_old_file),
        PLACED(an_autosave_keeps_what_the_disk_refused_until_there_is_room),
        PLACED(lines_that_never_reached_the_disk_are_owned_up_to),
        PLACED(one_file_has_one_writer),
        PLACED(a_strangers_text_cannot_command_a_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
