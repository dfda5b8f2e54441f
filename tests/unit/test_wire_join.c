/* test_wire_join.c - who comes, as whom, with which rights, and who is sent away. */
#include "hall.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "hall_talk.h"

static void a_room_has_a_code_that_may_be_typed_carelessly(void **state)
{
    (void)state;
    struct hall h;
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    hall_open(&h, &setup);
    char code[16], bare[16];
    snprintf(code, sizeof code, "%s", room_code(h.room).ptr);
    assert_int_equal(strlen(code), 9);
    assert_true(code[4] == '-');
    snprintf(bare, sizeof bare, " %.4s%s", code, code + 5);
    for (char *c = bare; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
    assert_true(room_code_is(h.room, str_of(code)));
    assert_true(room_code_is(h.room, str_of(bare)));
    assert_false(room_code_is(h.room, TD_STR("")));
    assert_false(room_code_is(h.room, TD_STR("KEEP")));
    assert_false(room_code_is(h.room, TD_STR("KEEP-0000000")));
    assert_true(room_pin_is(h.room, TD_STR("4711")));
    assert_false(room_pin_is(h.room, TD_STR("4712")));
    assert_false(room_pin_is(h.room, TD_STR("")));
    hall_close(&h);
}

static void people_get_what_is_open_and_names_that_differ(void **state)
{
    (void)state;
    struct hall h;
    struct wire_setup setup = hall_setup(PRESET_team_table);
    hall_open(&h, &setup);
    int first = hall_join(&h, "  Maria\n ", 0), second = hall_join(&h, "Maria", 0);
    assert_int_equal(room_roles(h.room, first), WIRE_ROLE(primary));
    assert_int_equal(room_roles(h.room, second), WIRE_ROLE(coach));
    shows(&h, first, "'name':'Maria'");
    shows(&h, second, "'name':'Maria 2'");
    assert_int_equal(room_roles(h.room, hall_join(&h, "c", WIRE_ROLE(primary))), WIRE_ROLE(board)); /* taken */
    assert_int_equal(hall_join(&h, " \x01\xe2\x80\xae ", 0), NONE);
    assert_int_equal(room_roles(h.room, hall_join(&h, "d", WIRE_ROLE(instructor))), WIRE_ROLE(leader)); /* no PIN */
    int last = hall_join(&h, "e", 0);
    assert_int_equal(room_roles(h.room, last), WIRE_ROLE(observer));
    shows(&h, last, "'observer':'listening'");
    shows(&h, hall_join(&h, "f", 0), "'observer':'dignity'");
    hall_close(&h);
}

static void a_token_is_the_way_back_and_dies_with_the_seat(void **state)
{
    (void)state;
    struct hall h;
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    hall_open(&h, &setup);
    int boss = hall_boss(&h), ann = hall_join(&h, "Ann", 0), bob = hall_join(&h, "Bob", 0);
    char token[WIRE_TOKEN_BYTES + 1];
    memcpy(token, room_token(h.room, ann).ptr, sizeof token);
    assert_int_equal(room_find(h.room, str_of(token)), ann);
    assert_int_equal(room_find(h.room, room_token(h.room, bob)), bob);
    assert_int_equal(room_find(h.room, TD_STR("")), NONE);
    assert_int_equal(room_find(h.room, TD_STR("00000000000000000000000000000000")), NONE);
    done(&h, boss, "'do':'remove','seat':1");
    assert_int_equal(room_find(h.room, str_of(token)), NONE);
    assert_string_equal(hall_say(&h, ann, "'do':'stop'"), "gone");
    done(&h, bob, "'do':'leave'");
    assert_true(room_is_gone(h.room, bob));
    done(&h, boss, "'do':'lock','on':true");
    assert_int_equal(hall_join(&h, "Late", 0), NONE);
    done(&h, boss, "'do':'lock','on':false");
    assert_int_equal(hall_join(&h, "Late", 0), 3);
    hall_close(&h);
}

static void every_role_may_do_its_own_and_nothing_else(void **state)
{
    (void)state;
    static const struct {
        const char *inside;
        unsigned roles; /* of maria tomas aiko sam lea boss: bits */
    } rows[] = {
        {"'do':'choose','choice':'c004'", 1},
        {"'do':'wait','ms':1000", 1},
        {"'do':'timeout'", 1},
        {"'do':'hint','technique':'label'", 2},
        {"'do':'board','kind':'hook','text':'a daughter'", 4},
        {"'do':'brainstorm'", 8},
        {"'do':'tag','seat':5", 8 | 32},
        {"'do':'seen','technique':'label'", 16 | 32},
        {"'do':'sheet','item':'values','score':4", 16 | 32},
        {"'do':'vote','choice':'c004'", 0},
        {"'do':'freeze'", 32},
        {"'do':'flag'", 32},
        {"'do':'inject','text':'x','effect':'none'", 32},
        {"'do':'rewind','to':1", 32},
        {"'do':'override','choice':'c004'", 32},
        {"'do':'reveal'", 32},
        {"'do':'end'", 32},
        {"'do':'role','seat':1,'roles':['voter']", 32},
        {"'do':'show','page':'board'", 32},
        {"'do':'meter','on':true", 32},
        {"'do':'note','text':'hm'", 63},
    };
    struct cast c;
    open_cast(&c);
    const int people[] = {c.maria, c.tomas, c.aiko, c.sam, c.lea, c.boss};
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        for (int who = 0; who < 6; who++)
            if (!(rows[row].roles >> who & 1))
                refused(&c.hall, people[who], rows[row].inside, "not-your-right");
    hall_close(&c.hall);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
        for (int who = 0; who < 6; who++) {
            if (!(rows[row].roles >> who & 1))
                continue;
            open_cast(&c);
            const int again[] = {c.maria, c.tomas, c.aiko, c.sam, c.lea, c.boss};
            assert_string_not_equal(hall_say(&c.hall, again[who], rows[row].inside), "not-your-right");
            hall_close(&c.hall);
        }
    }
}

static void one_person_may_hold_several_roles(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    done(&c.hall, c.boss, "'do':'role','seat':2,'roles':['coach','board']");
    done(&c.hall, c.tomas, "'do':'hint','text':'ask about tonight'");
    done(&c.hall, c.tomas, "'do':'board','kind':'risk','text':'no coat'");
    refused(&c.hall, c.boss, "'do':'role','seat':2,'roles':['instructor']", "not-your-right");
    /* A second primary takes the seat of the first. */
    done(&c.hall, c.boss, "'do':'role','seat':5,'roles':['primary']");
    assert_int_equal(room_roles(c.hall.room, c.maria), 0);
    refused(&c.hall, c.maria, "'do':'observe'", "not-your-right");
    done(&c.hall, c.lea, "'do':'observe'");
    hall_close(&c.hall);
}

static void seats_can_be_drawn_and_turned(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    done(&c.hall, c.boss, "'do':'assign','how':'rotate'");
    assert_int_equal(room_roles(c.hall.room, c.tomas), WIRE_ROLE(primary));
    assert_int_equal(room_roles(c.hall.room, c.maria), WIRE_ROLE(observer));
    unsigned all = 0;
    done(&c.hall, c.boss, "'do':'assign','how':'random'");
    for (int i = 1; i < room_members(c.hall.room); i++)
        all |= room_roles(c.hall.room, i);
    assert_int_equal(all, WIRE_ROLE(primary) | WIRE_ROLE(coach) | WIRE_ROLE(board) | WIRE_ROLE(leader) |
                              WIRE_ROLE(observer));
    assert_int_equal(room_roles(c.hall.room, c.boss), WIRE_ROLE(instructor));
    hall_close(&c.hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_room_has_a_code_that_may_be_typed_carelessly),
        cmocka_unit_test(people_get_what_is_open_and_names_that_differ),
        cmocka_unit_test(a_token_is_the_way_back_and_dies_with_the_seat),
        cmocka_unit_test(every_role_may_do_its_own_and_nothing_else),
        cmocka_unit_test(one_person_may_hold_several_roles),
        cmocka_unit_test(seats_can_be_drawn_and_turned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
