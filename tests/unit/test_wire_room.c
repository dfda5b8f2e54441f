/* test_wire_room.c - what must not leak, floods, and a host that is killed and comes back. */
#include "hall.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "hall_talk.h"

static void what_is_hidden_is_in_nobody_elses_view(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_team_table);
    struct cast c;
    setup.play.mode = MODE_assessment;
    setup.play.seed = 918273645546;
    open_cast_with(&c, &setup);
    struct hall *h = &c.hall;
    done(h, c.maria, "'do':'choose','choice':'c004'");
    refused(h, c.boss, "'do':'meter','on':true", "assessment");
    const int people[] = {WIRE_PROJECTOR, c.maria, c.tomas, c.aiko, c.sam, c.lea};
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
        hides(h, people[i], "'agitation':");
        hides(h, people[i], "'trust':");
        hides(h, people[i], "'stage':");
        hides(h, people[i], "918273645546");
        hides(h, people[i], "4711");
        hides(h, people[i], "'deck'");
        for (int other = 0; other < room_members(h->room); other++)
            assert_false(has(hall_view(h, people[i]), room_token(h->room, other).ptr));
    }
    shows(h, c.boss, "'agitation':");
    hides(h, c.boss, "918273645546");
    hides(h, c.maria, "'act'");
    shows(h, c.tomas, "'act':");
    hides(h, c.lea, "'lines'");
    hall_close(h);
}

static void a_flood_is_answered_with_slow_down(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct arena arena;
    arena_init(&arena, &stage_memory);
    int taken = 0;
    for (int i = 0; i < 500; i++) {
        struct writer reply;
        writer_init(&reply, &arena);
        taken += room_say(c.hall.room, c.hall.now, c.voter[0], TD_STR("{\"v\":1,\"do\":\"vote\",\"choice\":\"c004\"}"),
                          &c.hall.log, &reply);
    }
    assert_in_range(taken, 10, 40);
    done(&c.hall, c.voter[1], "'do':'vote','choice':'c004'"); /* nobody else is slowed down */
    c.hall.now += 2000;
    assert_int_equal(room_phase(c.hall.room), ROOM_PLAY);
    arena_finish(&arena);
    hall_close(&c.hall);
}

static void a_patient_flood_fills_nobodys_file(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    for (int i = 0; i < 12; i++)
        done(h, c.voter[0], i % 2 ? "'do':'vote','choice':'c004'" : "'do':'vote','choice':'c007'");
    refused(h, c.voter[0], "'do':'vote','choice':'c004'", "slow-down");
    for (int i = 0; i < 600; i++)
        done(h, c.voter[0], "'do':'note','text':'again'");
    refused(h, c.voter[0], "'do':'note','text':'again'", "slow-down");
    done(h, c.voter[1], "'do':'note','text':'once'");
    done(h, c.voter[0], "'do':'stop'"); /* the stop key is always there */
    hall_close(h);
}

static void a_difference_has_only_what_differs(void **state)
{
    (void)state;
    static const struct {
        const char *was, *is, *set;
    } rows[] = {
        {"{}", "{}", "\"set\":{},\"gone\":[]}"},
        {"{\"a\":1,\"b\":[1,{\"c\":\"},]\\\"\"}]}", "{\"a\":2,\"b\":[1,{\"c\":\"},]\\\"\"}]}",
         "\"set\":{\"a\":2},\"gone\":[]}"},
        {"{\"a\":1,\"b\":2}", "{\"b\":2}", "\"set\":{},\"gone\":[\"a\"]}"},
        {"{\"b\":2}", "{\"a\":\"x,y\",\"b\":2}", "\"set\":{\"a\":\"x,y\"},\"gone\":[]}"},
        {"{\"a\":{\"b\":1}}", "{\"a\":{\"b\":2}}", "\"set\":{\"a\":{\"b\":2}},\"gone\":[]}"},
    };
    struct arena arena;
    arena_init(&arena, &stage_memory);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct writer w;
        writer_init(&w, &arena);
        wire_send_difference(&w, 4, 5, 77, str_of(rows[i].was), str_of(rows[i].is));
        w_char(&w, '\0');
        assert_true(str_starts(str_of(writer_str(&w).ptr), TD_STR("{\"v\":1,\"seq\":5,\"now\":77,\"from\":4,")));
        if (!has(writer_str(&w).ptr, rows[i].set))
            fail_msg("row %d: %s", (int)i, writer_str(&w).ptr);
    }
    arena_finish(&arena);
}

static void a_killed_host_comes_back_as_it_was(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 3);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004','reason':'caf\\u00e9 \\\"x\\\"'");
    done(h, c.boss, "'do':'play'");
    done(h, c.boss, "'do':'inject','text':'A siren.','effect':'crowds'");
    done(h, c.voter[2], "'do':'stop'");
    done(h, c.boss, "'do':'resume'");
    done(h, c.boss, "'do':'tag','seat':3,'items':['name']");
    done(h, c.boss, "'do':'rewind','back':1");
    struct wire_restored report;
    struct wire_room *again = hall_again(h, SIZE_MAX, &report);
    assert_int_equal(report.status, TD_OK);
    assert_non_null(again);
    assert_int_equal(report.intact, h->log.len);
    assert_true(str_eq(room_code(again), room_code(h->room)));
    assert_true(room_pin_is(again, TD_STR("4711")));
    assert_int_equal(room_members(again), room_members(h->room));
    for (int i = 0; i < room_members(again); i++) {
        assert_true(str_eq(room_token(again, i), room_token(h->room, i)));
        room_here(h->room, h->now, i, true);
        room_here(again, h->now, i, true);
    }
    struct wire_room *first = h->room;
    for (int member = WIRE_PROJECTOR; member < room_members(again); member++) {
        const char *before = hall_view(h, member);
        h->room = again;
        assert_string_equal(hall_view(h, member), before);
        h->room = first;
    }
    const char *journal = hall_journal(h, 0);
    h->room = again;
    assert_string_equal(hall_journal(h, 0), journal);
    done(h, c.boss, "'do':'open'");
    done(h, c.voter[0], "'do':'vote','choice':'c007'"); /* and it goes on */
    room_destroy(first);
    hall_close(h);
}

static void a_file_cut_anywhere_brings_back_what_was_whole(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.boss, "'do':'play'");
    done(h, c.boss, "'do':'rewind','back':1");
    size_t head = 0;
    for (int lines = 0; lines < 6; head++)
        lines += h->log.ptr[head] == '\n';
    for (size_t cut = 0; cut <= h->log.len; cut++) {
        struct wire_restored report;
        struct wire_room *again = hall_again(h, cut, &report);
        if (cut < head) {
            assert_null(again);
            continue;
        }
        if (!again)
            fail_msg("cut at %d: status %d, line %d", (int)cut, (int)report.status, report.line);
        assert_true(report.intact <= cut);
        room_destroy(again);
    }
    hall_close(h);
}

static void a_changed_file_is_noticed(void **state)
{
    (void)state;
    static const struct {
        const char *from, *to;
    } rows[] = {
        {"c004", "c007"},
        {"~", "~0"},
        {"talkdown-room 1", "talkdown-room 2"},
        {"class-vote teams", "class-veto teams"},
        {"\"do\":\"start\"", "\"do\":\"stort\""},
        {"instructor begin", "instructor began"},
        {"> ", "? "},
    };
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.boss, "'do':'override','choice':'c004'");
    td_str good = arena_copy(&h->arena, writer_str(&h->log));
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct writer w;
        struct wire_restored report;
        size_t at = 0, len = strlen(rows[i].from);
        while (memcmp(good.ptr + at, rows[i].from, len) != 0)
            at++;
        writer_init(&w, &h->arena);
        w_str(&w, (td_str){good.ptr, at});
        w_text(&w, rows[i].to);
        w_str(&w, (td_str){good.ptr + at + len, good.len - at - len});
        h->log = w;
        if (hall_again(h, SIZE_MAX, &report))
            fail_msg("row %d: %s went unnoticed", (int)i, rows[i].to);
        assert_int_not_equal(report.status, TD_OK);
    }
    hall_close(h);
}

static void the_journal_of_a_room_is_an_ordinary_play(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.tomas, "'do':'hint','technique':'slow_down'");
    done(h, c.lea, "'do':'seen','technique':'talk'");
    done(h, c.aiko, "'do':'board','kind':'fact','text':'works at night'");
    done(h, c.maria, "'do':'choose','choice':'c007','pace':1");
    done(h, c.lea, "'do':'sheet','item':'calm','score':5,'text':'steady'");
    done(h, c.boss, "'do':'inject','text':'A siren.','effect':'shames'");
    done(h, c.boss, "'do':'rewind','back':1");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    done(h, c.boss, "'do':'end'");
    done(h, c.maria, "'do':'rate','item':'safety','score':70");
    struct diags diags;
    td_journal *journal;
    diags_init(&diags, &h->arena);
    assert_int_equal(journal_read(&stage_memory, TD_STR("x"), str_of(hall_journal(h, 0)), &diags, &journal), TD_OK);
    assert_int_equal(diags.count, 0);
    assert_int_equal(journal->damaged_line, 0);
    assert_int_equal(journal->attempt_count, 2);
    assert_string_equal(journal->header.setup.preset, "team-table");
    for (int attempt = 1; attempt <= 2; attempt++) {
        td_session *session = session_create(&stage_memory, stage_mini(), &model_built_in, &journal->header.setup);
        assert_int_equal(journal_replay(journal, attempt, true, session).status, TD_OK);
        session_destroy(session);
    }
    journal_destroy(journal);
    hall_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hidden_is_in_nobody_elses_view),
        cmocka_unit_test(a_flood_is_answered_with_slow_down),
        cmocka_unit_test(a_patient_flood_fills_nobodys_file),
        cmocka_unit_test(a_difference_has_only_what_differs),
        cmocka_unit_test(a_killed_host_comes_back_as_it_was),
        cmocka_unit_test(a_file_cut_anywhere_brings_back_what_was_whole),
        cmocka_unit_test(a_changed_file_is_noticed),
        cmocka_unit_test(the_journal_of_a_room_is_an_ordinary_play),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
