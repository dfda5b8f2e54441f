/* test_command.c - the one format of what a person did: every good line comes back as it is written for
 * good, every bad one says where it goes wrong, and each seat may do what the table says. */
#include "command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void say_row(const char *line)
{
    print_message("# row: %s\n", line);
}

static td_str format(const struct command *command, char *buf)
{
    return (td_str){buf, command_format(command, buf)};
}

static const struct {
    const char *line, *canonical; /* NULL: the same */
} good[] = {
    {"primary begin", NULL},
    {"primary pick b-alone,b-work", NULL},
    {"primary choose c014", NULL},
    {"primary choose c014 after 3200 tone 1 dist 220", NULL},
    {"primary choose c014 tone -1 pace 1 after 0", "primary choose c014 after 0 tone -1 pace 1"},
    {"primary choose c014 tone 0 pace 0", "primary choose c014"},
    {"primary  choose   c014 ", "primary choose c014"},
    {"primary pause", "primary pause 10000"},
    {"primary pause after 700", "primary pause 10000 after 700"},
    {"primary pause 3000 dist 400", NULL},
    {"primary pause 120000", NULL},
    {"primary wait 1", NULL},
    {"primary wait 3600000", NULL},
    {"primary observe", NULL},
    {"primary help crisis-team", NULL},
    {"primary help police worded threat after 12", NULL},
    {"primary help medical worded plain", "primary help medical"},
    {"primary move step-back", NULL},
    {"primary handover none", NULL},
    {"primary handover risk,name", "primary handover name,risk"},
    {"leader handover name,hooks,triggers,promises,risk", NULL},
    {"primary withdraw", NULL},
    {"primary assess p-agit 5", NULL},
    {"primary assess p-agit 5 after 900 sure 70", "primary assess p-agit 5 sure 70 after 900"},
    {"primary assess p-known daughter,badge", NULL},
    {"primary assess p-known none", NULL},
    {"primary assess p-agit -1", NULL}, /* an id, if a strange one */
    {"primary rewind 12", NULL},
    {"instructor freeze", NULL},
    {"instructor resume", NULL},
    {"instructor inject i-siren", NULL},
    {"instructor tag 85", NULL},
    {"instructor override c014", NULL},
    {"instructor end", NULL},
    {"role-player heard paraphrase 800", NULL},
    {"observer heard open_question 0 tone -1 pace 1", NULL},
    {"role-player choose c014", NULL}, /* well formed; whether it may is another question */
};

static void a_line_is_read_and_written_in_its_one_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct command command, again;
        char buf[COMMAND_TEXT];
        int column = 0;
        say_row(good[i].line);
        assert_int_equal(command_parse(str_of(good[i].line), &command, &column), TD_OK);
        td_str text = format(&command, buf);
        assert_true(str_is(text, good[i].canonical ? good[i].canonical : good[i].line));
        assert_int_equal(command_parse(text, &again, &column), TD_OK);
        assert_memory_equal(&command, &again, sizeof command);
    }
}

static const struct {
    const char *line;
    int column;
} bad[] = {
    {"", 1},
    {" primary begin", 1},
    {"nobody begin", 1},
    {"Primary begin", 1},
    {"primary", 8},
    {"primary dance", 9},
    {"primary begin now", 15},
    {"primary choose", 15},
    {"primary choose C014", 16},
    {"primary choose c_14", 16},
    {"primary choose abcdefghijklmnopqrstuvwxyz0123456", 16},
    {"primary choose c014 tone 2", 26},
    {"primary choose c014 tone", 25},
    {"primary choose c014 tone 1 tone 1", 28},
    {"primary choose c014 sure 70", 21},
    {"primary choose c014 dist 49", 26},
    {"primary choose c014 dist 1001", 26},
    {"primary choose c014 after -1", 27},
    {"primary choose c014 after 1e3", 27},
    {"primary pause 2999", 15},
    {"primary pause 120001", 15},
    {"primary pause tone 1", 15},
    {"primary wait 0", 14},
    {"primary wait 3600001", 14},
    {"primary wait", 13},
    {"primary help ambulance", 14},
    {"primary help police worded rudely", 28},
    {"primary move dance", 14},
    {"primary handover name,name", 18},
    {"primary handover name,", 18},
    {"primary handover", 17},
    {"primary handover shoes", 18},
    {"primary assess p-agit", 22},
    {"primary assess p-agit 5 sure 101", 30},
    {"primary assess p-known daughter,", 24},
    {"primary assess p-known a,,b", 24},
    {"primary rewind 0", 16},
    {"primary pick b-one,", 14},
    {"primary pick a,b,c,d,e,f,g,h,i,j,k,l,m", 14},
    {"instructor tag 69", 16},
    {"instructor tag 101", 16},
    {"instructor freeze after 12", 19},
    {"role-player heard nonsense 800", 19},
    {"role-player heard label", 24},
    {"role-player heard label 1001", 25},
    {"role-player heard label 800 dist 200", 29},
};

static void a_bad_line_says_where_it_goes_wrong_and_leaves_no_command(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct command untouched, command;
        int column = 0;
        say_row(bad[i].line);
        memset(&untouched, 0x5A, sizeof untouched);
        memset(&command, 0x5A, sizeof command);
        td_status status = command_parse(str_of(bad[i].line), &command, &column);
        assert_true(status == TD_E_SYNTAX || status == TD_E_LIMIT);
        assert_memory_equal(&command, &untouched, sizeof command);
        assert_int_equal(column, bad[i].column);
    }
}

static void a_line_that_is_too_long_is_refused_as_such(void **state)
{
    (void)state;
    char line[COMMAND_TEXT + 1];
    struct command command;
    int column = 0;
    memset(line, ' ', sizeof line);
    memcpy(line, "primary begin", 13);
    assert_int_equal(command_parse((td_str){line, COMMAND_TEXT}, &command, &column), TD_E_LIMIT);
    assert_int_equal(command_parse((td_str){line, COMMAND_TEXT - 1}, &command, &column), TD_OK);
}

static void the_longest_command_fits_into_its_line(void **state)
{
    (void)state;
    struct command command = command_empty(SEAT_role_player, VERB_assess), again;
    char buf[COMMAND_TEXT];
    int column;
    memset(command.id, 'z', LIMIT_ID_BYTES);
    for (int i = 0; i < COMMAND_IDS; i++)
        memset(command.ids[i], 'a', LIMIT_ID_BYTES);
    command.id_count = COMMAND_IDS;
    command.sure = 100;
    command.after = AFTER_MS_MAX;
    td_str text = format(&command, buf);
    assert_true(text.len < COMMAND_TEXT);
    assert_int_equal(command_parse(text, &again, &column), TD_OK);
    assert_memory_equal(&command, &again, sizeof command);
}

static void silence_has_no_voice_in_what_is_written(void **state)
{
    (void)state;
    struct command command = command_empty(SEAT_primary, VERB_pause);
    char buf[COMMAND_TEXT];
    command.number = 8000;
    command.tone = 1;
    command.pace = -1;
    assert_true(str_is(format(&command, buf), "primary pause 8000"));
}

static void every_seat_may_do_what_the_table_says_and_no_more(void **state)
{
    (void)state;
    assert_true(seat_may(SEAT_primary, VERB_choose));
    assert_false(seat_may(SEAT_primary, VERB_freeze));
    assert_false(seat_may(SEAT_primary, VERB_inject));
    assert_true(seat_may(SEAT_leader, VERB_tag));
    assert_true(seat_may(SEAT_leader, VERB_handover));
    assert_false(seat_may(SEAT_leader, VERB_choose));
    assert_true(seat_may(SEAT_instructor, VERB_override));
    assert_false(seat_may(SEAT_instructor, VERB_choose));
    for (int verb = 0; verb < VERB_COUNT; verb++)
        for (int seat = 0; seat < SEAT_COUNT; seat++)
            if (seat == SEAT_coach || seat == SEAT_board || seat == SEAT_voter)
                assert_false(seat_may((enum seat)seat, (enum verb)verb));
            else if (seat == SEAT_observer || seat == SEAT_role_player)
                assert_int_equal(seat_may((enum seat)seat, (enum verb)verb), verb == VERB_heard);
    assert_false(seat_may(SEAT_primary, VERB_heard));
}

static void seats_and_verbs_are_found_by_the_names_they_are_written_with(void **state)
{
    (void)state;
    for (int i = 0; i < SEAT_COUNT; i++) {
        enum seat found = SEAT_COUNT;
        assert_true(seat_find(seat_name((enum seat)i), &found));
        assert_int_equal(found, i);
    }
    enum seat untouched = SEAT_COUNT;
    assert_false(seat_find(TD_STR("role_player"), &untouched));
    assert_int_equal(untouched, SEAT_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_read_and_written_in_its_one_form),
        cmocka_unit_test(a_bad_line_says_where_it_goes_wrong_and_leaves_no_command),
        cmocka_unit_test(a_line_that_is_too_long_is_refused_as_such),
        cmocka_unit_test(the_longest_command_fits_into_its_line),
        cmocka_unit_test(silence_has_no_voice_in_what_is_written),
        cmocka_unit_test(every_seat_may_do_what_the_table_says_and_no_more),
        cmocka_unit_test(seats_and_verbs_are_found_by_the_names_they_are_written_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
