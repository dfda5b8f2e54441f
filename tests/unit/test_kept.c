/* test_kept.c - plays of released versions still replay, every attempt to every check hash.
 * They lie in tests/kept and are never blessed again (tests/kept/README.md). */
#define _POSIX_C_SOURCE 200809L
#include "stage.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static td_journal *read_play(struct arena *arena, const char *path)
{
    enum { BYTES_MAX = 1 << 20 };
    struct diags diags;
    td_journal *journal = NULL;
    char *bytes = arena_alloc(arena, BYTES_MAX);
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    size_t len = fread(bytes, 1, BYTES_MAX, in);
    fclose(in);
    diags_init(&diags, arena);
    assert_int_equal(journal_read(&stage_memory, str_of(path), (td_str){bytes, len}, &diags, &journal), TD_OK);
    assert_int_equal(diags.count, 0);
    return journal;
}

static void replay_all(const td_scenario *scenario, const td_journal *journal, const char *path)
{
    for (int attempt = 1; attempt <= journal->attempt_count; attempt++) {
        td_session *session = session_create(&stage_memory, scenario, &model_built_in, &journal->header.setup);
        struct replay_report report = journal_replay(journal, attempt, true, session);
        session_destroy(session);
        if (report.status != TD_OK)
            fail_msg("%s, attempt %d, command %d: %s", path, attempt, (int)report.number,
                     report.status == TD_E_VERSION   ? "other rules or another model"
                     : report.status == TD_E_REFUSED ? report.reason
                                                     : "another state");
    }
}

static bool is_play(const char *name)
{
    size_t len = strlen(name);
    return len > 5 && strcmp(name + len - 5, ".play") == 0;
}

/* Returns how many plays there were. */
static int replay_folder(const char *folder)
{
    char path[1024];
    int plays = 0;
    assert_true(snprintf(path, sizeof path, "%s/scenario.json", folder) < (int)sizeof path);
    td_scenario *scenario = stage_load_file(path);
    DIR *dir = opendir(folder);
    assert_non_null(dir);
    for (struct dirent *entry = readdir(dir); entry; entry = readdir(dir)) {
        if (!is_play(entry->d_name))
            continue;
        struct arena arena;
        arena_init(&arena, &stage_memory);
        assert_true(snprintf(path, sizeof path, "%s/%s", folder, entry->d_name) < (int)sizeof path);
        td_journal *journal = read_play(&arena, path);
        replay_all(scenario, journal, path);
        journal_destroy(journal);
        arena_finish(&arena);
        plays++;
    }
    closedir(dir);
    scenario_destroy(scenario);
    return plays;
}

static void plays_of_version_1_still_replay(void **state)
{
    (void)state;
    char folder[1024];
    stage_path("kept/1", folder, sizeof folder);
    assert_int_equal(replay_folder(folder), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plays_of_version_1_still_replay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
