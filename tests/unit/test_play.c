/* test_play.c - a play that is going on: written first, done as written, gone back on, resumed. */
#include "journal.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* A play with its file so far. */
struct table {
    td_scenario *scenario;
    struct arena arena;
    struct writer file;
    struct play *play;
};

static void sit_down(struct table *t, const char *preset)
{
    *t = (struct table){.scenario = stage_load("mini")};
    arena_init(&t->arena, &stage_memory);
    writer_init(&t->file, &t->arena);
    struct setup setup = stage_setup(5);
    memset(setup.preset, 0, sizeof setup.preset);
    memcpy(setup.preset, preset, strlen(preset));
    struct journal_header header = journal_header_for(t->scenario, NULL, &model_built_in, &setup);
    journal_write_header(&t->file, &header);
    t->play = play_create(&stage_memory, t->scenario, &model_built_in, &header);
}

static void get_up(struct table *t)
{
    play_destroy(t->play);
    arena_finish(&t->arena);
    scenario_destroy(t->scenario);
}

static td_status attempt(struct table *t, const char *line, const char **reason)
{
    struct command command;
    int column;
    *reason = "";
    assert_int_equal(command_parse(str_of(line), &command, &column), TD_OK);
    return play_apply(t->play, &command, &t->file, reason);
}

static void done(struct table *t, const char *line)
{
    const char *reason;
    if (attempt(t, line, &reason) != TD_OK)
        fail_msg("%s: %s", line, reason);
}

static uint64_t hash(const struct table *t)
{
    return session_hash(play_session(t->play));
}

static td_journal *journal_of(struct table *t)
{
    struct diags diags;
    td_journal *journal = NULL;
    diags_init(&diags, &t->arena);
    assert_int_equal(journal_read(&stage_memory, TD_STR("a.play"), writer_str(&t->file), &diags, &journal), TD_OK);
    assert_int_equal(diags.count, 0);
    return journal;
}

static struct replay_report replayed(const td_scenario *scenario, const td_journal *journal, int which)
{
    td_session *session = session_create(&stage_memory, scenario, &model_built_in, &journal->header.setup);
    struct replay_report report = journal_replay(journal, which, true, session);
    session_destroy(session);
    return report;
}

static void what_was_played_replays_to_the_same_hashes(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    const char *lines[] = {"primary pick b-alone",    "primary begin",      "primary choose c007 after 812 tone 1",
                           "primary observe",         "primary wait 60000", "primary pause 8000",
                           "primary help supervisor", "primary move sit",   "primary assess p-start 4 sure 50"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        done(&t, lines[i]);
    td_journal *journal = journal_of(&t);
    assert_int_equal(journal->entry_count, 9);
    assert_int_equal(play_count(t.play), 9);
    assert_true(journal->entries[8].check == hash(&t));
    struct replay_report report = replayed(t.scenario, journal, 1);
    assert_int_equal(report.status, TD_OK);
    assert_int_equal(report.number, 9);
    journal_destroy(journal);
    get_up(&t);
}

static void a_refused_command_leaves_no_line(void **state)
{
    (void)state;
    struct table t;
    const char *reason;
    sit_down(&t, "solo");
    size_t len = writer_str(&t.file).len;
    uint64_t before = hash(&t);
    assert_int_equal(attempt(&t, "primary choose c007", &reason), TD_E_REFUSED);
    assert_string_equal(reason, REFUSED_NOT_BEGUN);
    struct command nonsense = command_empty(SEAT_primary, VERB_wait); /* says no number */
    assert_int_equal(play_apply(t.play, &nonsense, &t.file, &reason), TD_E_SYNTAX);
    assert_int_equal(writer_str(&t.file).len, len);
    assert_int_equal(play_count(t.play), 0);
    assert_true(hash(&t) == before);
    get_up(&t);
}

static void going_back_adds_an_attempt_and_takes_nothing_away(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    uint64_t begun = hash(&t);
    done(&t, "primary choose c009");
    done(&t, "primary withdraw");
    uint64_t first_end = hash(&t);
    done(&t, "primary rewind 2"); /* also after the end */
    assert_true(hash(&t) == begun);
    assert_int_equal(play_attempt(t.play), 2);
    done(&t, "primary choose c007");
    uint64_t second = hash(&t);
    done(&t, "primary rewind 1");
    assert_int_equal(play_session(t.play)->state->phase, PHASE_BRIEFING);
    done(&t, "primary rewind 6"); /* to just before the last rewind: where the second attempt stood */
    assert_true(hash(&t) == second);
    td_journal *journal = journal_of(&t);
    assert_int_equal(journal->attempt_count, 4);
    for (int i = 1; i <= 4; i++)
        assert_int_equal(replayed(t.scenario, journal, i).status, TD_OK);
    assert_true(journal->entries[2].check == first_end);
    journal_destroy(journal);
    get_up(&t);
}

static void only_who_plays_alone_or_instructs_goes_back(void **state)
{
    (void)state;
    struct table t;
    const char *reason;
    sit_down(&t, "team-table");
    done(&t, "primary begin");
    assert_int_equal(attempt(&t, "primary rewind 1", &reason), TD_E_REFUSED);
    assert_string_equal(reason, REFUSED_NOT_YOUR_RIGHT);
    assert_int_equal(attempt(&t, "leader rewind 1", &reason), TD_E_REFUSED);
    assert_int_equal(attempt(&t, "instructor rewind 2", &reason), TD_E_REFUSED);
    assert_string_equal(reason, REFUSED_NO_SUCH_MOMENT);
    done(&t, "instructor rewind 1");
    get_up(&t);
}

static void a_resumed_play_goes_on_as_if_it_had_not_stopped(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    done(&t, "primary choose c009");
    done(&t, "primary rewind 2");
    done(&t, "primary choose c007");
    td_journal *journal = journal_of(&t);
    struct replay_report report;
    struct play *again = play_resume(&stage_memory, t.scenario, &model_built_in, journal, &report);
    assert_non_null(again);
    assert_true(session_hash(play_session(again)) == hash(&t));
    assert_int_equal(play_attempt(again), 2);
    assert_int_equal(play_count(again), 4);
    struct writer line;
    writer_init(&line, &t.arena);
    struct command pause = command_empty(SEAT_primary, VERB_pause);
    const char *reason;
    pause.number = 5000;
    assert_int_equal(play_apply(again, &pause, &line, &reason), TD_OK);
    size_t before = writer_str(&t.file).len;
    done(&t, "primary pause 5000");
    td_str whole = writer_str(&t.file);
    assert_true(str_eq(writer_str(&line), (td_str){whole.ptr + before, whole.len - before}));
    play_destroy(again);
    journal_destroy(journal);
    get_up(&t);
}

static void a_journal_of_other_rules_or_another_model_is_refused_by_name(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    td_journal *journal = journal_of(&t);
    struct replay_report report;
    journal->header.rules_hash ^= 1;
    assert_int_equal(replayed(t.scenario, journal, 1).status, TD_E_VERSION);
    assert_null(play_resume(&stage_memory, t.scenario, &model_built_in, journal, &report));
    assert_int_equal(report.status, TD_E_VERSION);
    journal->header.rules_hash ^= 1;
    journal->header.model_hash ^= 1;
    assert_int_equal(replayed(t.scenario, journal, 1).status, TD_E_VERSION);
    journal_destroy(journal);
    get_up(&t);
}

static void an_edited_journal_is_found_out_at_the_line(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    done(&t, "primary choose c007");
    done(&t, "primary pause 5000");
    td_journal *journal = journal_of(&t);
    journal->entries[1].command.tone = -1; /* as if said otherwise */
    struct replay_report report = replayed(t.scenario, journal, 1);
    assert_int_equal(report.status, TD_E_DESYNC);
    assert_int_equal(report.number, 2);
    assert_true(report.expected == journal->entries[1].check && report.found != report.expected);
    assert_null(play_resume(&stage_memory, t.scenario, &model_built_in, journal, &report));
    memcpy(journal->entries[1].command.id, "c015", 5); /* as if another line had been there */
    report = replayed(t.scenario, journal, 1);
    assert_int_equal(report.status, TD_E_REFUSED);
    assert_string_equal(report.reason, REFUSED_NOT_OFFERED);
    journal_destroy(journal);
    get_up(&t);
}

static void a_wrong_hash_behind_a_rewind_is_found_out_too(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    done(&t, "primary choose c009");
    done(&t, "primary rewind 2");
    td_journal *journal = journal_of(&t);
    journal->entries[2].check ^= 1;
    assert_int_equal(replayed(t.scenario, journal, 1).status, TD_OK);
    assert_int_equal(replayed(t.scenario, journal, 2).status, TD_E_DESYNC);
    journal_destroy(journal);
    done(&t, "primary choose c007");
    journal = journal_of(&t);
    journal->entries[2].check ^= 1;
    struct replay_report report = replayed(t.scenario, journal, 2);
    assert_int_equal(report.status, TD_E_DESYNC);
    assert_int_equal(report.number, 3);
    journal_destroy(journal);
    get_up(&t);
}

static void marks_are_checked_and_change_nothing(void **state)
{
    (void)state;
    struct table t;
    sit_down(&t, "solo");
    done(&t, "primary begin");
    uint64_t before = hash(&t);
    assert_int_equal(play_mark(t.play, SEAT_primary, TD_STR("note \"his hands\""), &t.file), TD_OK);
    assert_int_equal(play_mark(t.play, SEAT_voter, TD_STR("vote c007 \"calmer\""), &t.file), TD_OK);
    assert_int_equal(play_mark(t.play, SEAT_primary, TD_STR("vote c007"), &t.file), TD_E_REFUSED);
    assert_int_equal(play_mark(t.play, SEAT_voter, TD_STR("hint \"x\""), &t.file), TD_E_REFUSED);
    assert_int_equal(play_mark(t.play, SEAT_primary, TD_STR("note his hands"), &t.file), TD_E_SYNTAX);
    assert_int_equal(play_mark(t.play, SEAT_primary, TD_STR("gossip \"x\""), &t.file), TD_E_SYNTAX);
    assert_int_equal(play_mark(t.play, SEAT_primary, TD_STR("note \"x\"\n2 primary withdraw"), &t.file), TD_E_SYNTAX);
    assert_true(hash(&t) == before);
    done(&t, "primary choose c007");
    td_journal *journal = journal_of(&t);
    assert_int_equal(journal->mark_count, 2);
    assert_int_equal(journal->marks[1].after, 1);
    assert_int_equal(replayed(t.scenario, journal, 1).status, TD_OK);
    journal->mark_count = 0; /* taken out: the chain of hashes does not know them */
    assert_int_equal(replayed(t.scenario, journal, 1).status, TD_OK);
    journal_destroy(journal);
    get_up(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_played_replays_to_the_same_hashes),
        cmocka_unit_test(a_refused_command_leaves_no_line),
        cmocka_unit_test(going_back_adds_an_attempt_and_takes_nothing_away),
        cmocka_unit_test(only_who_plays_alone_or_instructs_goes_back),
        cmocka_unit_test(a_resumed_play_goes_on_as_if_it_had_not_stopped),
        cmocka_unit_test(a_journal_of_other_rules_or_another_model_is_refused_by_name),
        cmocka_unit_test(an_edited_journal_is_found_out_at_the_line),
        cmocka_unit_test(a_wrong_hash_behind_a_rewind_is_found_out_too),
        cmocka_unit_test(marks_are_checked_and_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
