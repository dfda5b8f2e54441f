/* test_wire_keys.c - what the instructor's keys do, and what the others may ask of the room: stops, hints, taps,
 * the board. */
#include "hall.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "hall_talk.h"

static void a_silent_stop_stops_for_everybody_and_names_nobody(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    size_t before = h->log.len;
    done(h, c.lea, "'do':'stop'");
    td_str written = {h->log.ptr + before, h->log.len - before};
    char line[256];
    snprintf(line, sizeof line, "%.*s", (int)written.len, written.ptr);
    assert_true(has(line, " stop 0\nj0 "));
    assert_false(has(line, "say"));
    shows(h, c.maria, "'frozen':{'why':'pause'}");
    hides(h, c.maria, "stopped");
    shows(h, c.boss, "'stopped':true");
    refused(h, c.maria, "'do':'observe'", "frozen");
    done(h, c.boss, "'do':'resume'");
    hides(h, c.boss, "'stopped':true");
    done(h, c.lea, "'do':'stop'");
    done(h, c.lea, "'do':'stop'");
    refused(h, c.lea, "'do':'stop'", "slow-down"); /* nobody holds the room by this key alone */
    done(h, c.sam, "'do':'stop'");
    hall_close(h);
}

static void a_time_out_is_a_minute_and_there_are_two(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    for (int i = 0; i < 2; i++) {
        done(h, c.maria, "'do':'timeout'");
        shows(h, c.lea, "'why':'time-out'");
        hall_wait(h, 59000);
        shows(h, c.lea, "frozen");
        hall_wait(h, 1000);
        hides(h, c.lea, "frozen");
    }
    refused(h, c.maria, "'do':'timeout'", "none-left");
    done(h, c.sam, "'do':'brainstorm'");
    shows(h, c.lea, "'why':'brainstorm'");
    done(h, c.boss, "'do':'freeze'"); /* a minute becomes a pause without an end */
    hall_wait(h, 120000);
    shows(h, c.lea, "'why':'pause'");
    hall_close(h);
}

static void stop_and_discuss_stops_where_the_author_said(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_team_table);
    struct cast c;
    setup.flow = FLOW_STOP_AND_DISCUSS;
    open_cast_with(&c, &setup);
    done(&c.hall, c.maria, "'do':'choose','choice':'c007'"); /* leads to the-door, which is marked */
    shows(&c.hall, c.lea, "'why':'discuss'");
    done(&c.hall, c.boss, "'do':'flow','how':'run-through'");
    done(&c.hall, c.boss, "'do':'resume'");
    done(&c.hall, c.boss, "'do':'rewind','back':1");
    done(&c.hall, c.maria, "'do':'choose','choice':'c007'");
    hides(&c.hall, c.lea, "frozen");
    hall_close(&c.hall);
}

static void a_stop_before_the_talk_does_not_keep_it_from_beginning(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_team_table);
    struct hall h;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), maria = hall_join(&h, "Maria", WIRE_ROLE(primary));
    refused(&h, maria, "'do':'stop'", "not-this-phase"); /* in the lobby there is nothing to stop */
    done(&h, boss, "'do':'start'");
    done(&h, maria, "'do':'stop'");
    done(&h, boss, "'do':'next'");
    done(&h, maria, "'do':'observe'");
    done(&h, boss, "'do':'rewind','to':2"); /* to where it stood still, before it began */
    done(&h, maria, "'do':'observe'");
    hall_close(&h);
}

static void a_tag_in_carries_what_was_handed_over(void **state)
{
    (void)state;
    static const struct {
        const char *inside, *line;
    } rows[] = {
        {"'do':'tag','seat':5", "leader tag 70 "},
        {"'do':'tag','seat':5,'items':[]", "leader tag 70 "},
        {"'do':'tag','seat':5,'items':['name','risk']", "leader tag 82 "},
        {"'do':'tag','seat':5,'items':['name','hooks','triggers','promises','risk']", "leader tag 100 "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct cast c;
        open_cast(&c);
        done(&c.hall, c.sam, rows[i].inside);
        assert_true(has(hall_journal(&c.hall, 0), rows[i].line));
        assert_int_equal(room_roles(c.hall.room, c.lea), WIRE_ROLE(primary));
        assert_int_equal(room_roles(c.hall.room, c.maria), WIRE_ROLE(observer));
        refused(&c.hall, c.sam, "'do':'tag','seat':5", "no-such-seat"); /* has the talk already */
        done(&c.hall, c.boss, "'do':'tag','seat':1");
        assert_true(has(hall_journal(&c.hall, 0), "instructor tag 70 "));
        hall_close(&c.hall);
    }
}

static void a_rewind_keeps_the_old_branch_grey(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.maria, "'do':'choose','choice':'c004'");
    uint64_t there = room_public_hash(h->room, 0);
    done(h, c.maria, "'do':'choose','choice':'c009'");
    done(h, c.boss, "'do':'rewind','back':1");
    assert_true(room_public_hash(h->room, 0) == there);
    shows(h, c.lea, "'attempt':2");
    shows(h, c.boss, "'grey':true");
    refused(h, c.boss, "'do':'rewind','to':900", "no-such-moment");
    refused(h, c.boss, "'do':'rewind','back':9", "no-such-moment");
    refused(h, c.maria, "'do':'rewind','to':1", "not-your-right");
    done(h, c.maria, "'do':'choose','choice':'c007'");
    const char *journal = hall_journal(h, 0);
    assert_true(has(journal, "c009 ~") && has(journal, "instructor rewind 3 ~") && has(journal, "c007 ~"));
    hall_close(h);
}

static void cards_come_from_the_deck_or_are_typed(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    const td_scenario *s = stage_mini();
    char inside[96];
    refused(h, c.boss, "'do':'inject','card':'nothing'", "no-such-event");
    if (s->inject_count > 0) {
        snprintf(inside, sizeof inside, "'do':'inject','card':'%.*s'", (int)s->inject[0].id.len, s->inject[0].id.ptr);
        done(h, c.boss, inside);
        refused(h, c.boss, inside, "already-done");
    }
    int32_t calm = session_agitation(room_session(h->room, 0));
    done(h, c.boss, "'do':'inject','text':'A door slams down the hall.','effect':'disturbs'");
    assert_true(session_agitation(room_session(h->room, 0)) > calm);
    shows(h, c.lea, "A door slams down the hall.");
    assert_true(has(hall_journal(h, 0), "instructor inject x-disturbs ~"));
    assert_true(has(hall_journal(h, 0), "- instructor note \"A door slams down the hall.\""));
    uint64_t before = session_hash(room_session(h->room, 0));
    done(h, c.boss, "'do':'inject','text':'It begins to rain.','effect':'none'");
    assert_true(session_hash(room_session(h->room, 0)) == before);
    shows(h, c.lea, "It begins to rain.");
    done(h, c.boss, "'do':'freeze'");
    shows(h, c.lea, "It begins to rain.");
    done(h, c.boss, "'do':'resume'");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    hides(h, c.lea, "It begins to rain.");
    refused(h, c.boss, "'do':'inject','text':'x'", "bad-field"); /* its effect has to be confirmed */
    hall_close(h);
}

static void an_override_and_a_flag_are_written_down(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.boss, "'do':'override','choice':'c011'");
    assert_true(has(hall_journal(h, 0), "instructor override c011 ~"));
    refused(h, c.boss, "'do':'override','choice':'c9999'", "no-such-choice");
    done(h, c.boss, "'do':'flag'");
    assert_true(has(hall_journal(h, 0), "- instructor flag\n"));
    const char *flag = strstr(hall_view(h, c.boss), "\"flags\":[{\"entry\":");
    assert_non_null(flag);
    char inside[96];
    snprintf(inside, sizeof inside, "'do':'flag','entry':%d,'text':'missed hook'", number_at(flag + 18));
    done(h, c.boss, inside);
    shows(h, c.boss, "'label':'missed hook'");
    hides(h, c.maria, "missed hook");
    hall_close(h);
}

static void the_meter_is_shown_when_the_instructor_says_so(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    hides(h, WIRE_PROJECTOR, "'meters'");
    hides(h, c.maria, "'meters'");
    done(h, c.boss, "'do':'meter','on':true");
    shows(h, WIRE_PROJECTOR, "'meters'");
    shows(h, c.maria, "'meters'");
    hides(h, c.lea, "'meters'");
    done(h, c.boss, "'do':'meter','on':false");
    hides(h, WIRE_PROJECTOR, "'meters'");
    hall_close(h);
}

static void a_hint_is_whispered_and_then_used_or_not(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.tomas, "'do':'hint','technique':'introduce'");
    shows(h, c.maria, "'technique':'introduce'");
    hides(h, c.aiko, "introduce");
    hides(h, c.sam, "introduce");
    hides(h, c.lea, "introduce");
    hides(h, WIRE_PROJECTOR, "introduce");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    shows(h, c.tomas, "'hints':{'sent':1,'used':1}");
    done(h, c.tomas, "'do':'hint','text':'slow down'");
    done(h, c.maria, "'do':'pause'");
    shows(h, c.tomas, "'fate':'ignored'");
    done(h, c.tomas, "'do':'hint','text':'ask how it began'");
    done(h, c.maria, "'do':'used','yes':true");
    done(h, c.maria, "'do':'pause'");
    shows(h, c.tomas, "'hints':{'sent':3,'used':2}");
    refused(h, c.tomas, "'do':'hint','technique':'threat'", "bad-field");
    refused(h, c.tomas, "'do':'hint','text':'a b c d e f g h i j k l m'", "too-many-words");
    refused(h, c.tomas, "'do':'hint','technique':'label','text':'both'", "bad-field");
    assert_true(has(hall_journal(h, 0), "- coach hint \"ask how it began\""));
    hall_close(h);
}

static void a_tap_can_be_taken_back_for_ten_seconds(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.lea, "'do':'seen','technique':'label'");
    done(h, c.lea, "'do':'undo'");
    refused(h, c.lea, "'do':'undo'", "nothing-to-undo");
    done(h, c.lea, "'do':'seen','technique':'mirror'");
    hall_wait(h, 11000);
    refused(h, c.lea, "'do':'undo'", "nothing-to-undo");
    done(h, c.lea, "'do':'seen','technique':'good'");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    refused(h, c.lea, "'do':'undo'", "nothing-to-undo"); /* the talk has gone on */
    assert_false(has(hall_journal(h, 0), "seen label"));
    assert_true(has(hall_journal(h, 0), "- observer seen mirror\n"));
    assert_true(has(hall_journal(h, 0), "- observer seen good\n"));
    hides(h, c.maria, "mirror");
    hall_close(h);
}

static void the_board_belongs_to_who_keeps_it(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.aiko, "'do':'board','kind':'hook','text':'a daughter, \\u00bb9\\u00ab'");
    done(h, c.aiko, "'do':'board','kind':'fact','text':'no coat'");
    shows(h, c.sam, "a daughter");
    shows(h, c.boss, "a daughter");
    hides(h, c.maria, "a daughter");
    hides(h, c.lea, "a daughter");
    const char *board = strstr(hall_view(h, c.aiko), "\"board\":[{\"entry\":");
    char inside[64];
    snprintf(inside, sizeof inside, "'do':'unboard','entry':%d", number_at(board + 18));
    done(h, c.aiko, inside);
    refused(h, c.aiko, inside, "no-such-entry");
    hides(h, c.sam, "a daughter");
    shows(h, c.sam, "no coat");
    hall_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_silent_stop_stops_for_everybody_and_names_nobody),
        cmocka_unit_test(a_time_out_is_a_minute_and_there_are_two),
        cmocka_unit_test(stop_and_discuss_stops_where_the_author_said),
        cmocka_unit_test(a_stop_before_the_talk_does_not_keep_it_from_beginning),
        cmocka_unit_test(a_tag_in_carries_what_was_handed_over),
        cmocka_unit_test(a_rewind_keeps_the_old_branch_grey),
        cmocka_unit_test(cards_come_from_the_deck_or_are_typed),
        cmocka_unit_test(an_override_and_a_flag_are_written_down),
        cmocka_unit_test(the_meter_is_shown_when_the_instructor_says_so),
        cmocka_unit_test(a_hint_is_whispered_and_then_used_or_not),
        cmocka_unit_test(a_tap_can_be_taken_back_for_ten_seconds),
        cmocka_unit_test(the_board_belongs_to_who_keeps_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
