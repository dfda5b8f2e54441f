/* test_wire_room.c - a group session: who may do what, votes that are hidden until they are shown, the
 * instructor's keys, and a host that is killed and comes back. */
#include "hall.h"
#include "quoted.h"
#include "room_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void done_at(struct hall *hall, int member, const char *inside, int line)
{
    const char *refused = hall_say(hall, member, inside);
    if (*refused)
        fail_msg("line %d: %s: refused, %s", line, inside, refused);
}
#define done(hall, member, inside) done_at(hall, member, inside, __LINE__)

/* Refused for this reason; nothing has been written and nobody's picture has changed. */
static void refused_at(struct hall *hall, int member, const char *inside, const char *reason, int line)
{
    size_t written = hall->log.len;
    uint64_t hash = room_public_hash(hall->room, 0);
    const char *why = hall_say(hall, member, inside);
    if (strcmp(why, reason) != 0)
        fail_msg("line %d: %s: wanted %s, was \"%s\"", line, inside, reason, why);
    assert_int_equal(hall->log.len, written);
    assert_true(room_public_hash(hall->room, 0) == hash);
}
#define refused(hall, member, inside, reason) refused_at(hall, member, inside, reason, __LINE__)

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* The number at the front of a text. */
static int number_at(const char *text)
{
    int number = 0;
    for (; *text >= '0' && *text <= '9'; text++)
        number = number * 10 + (*text - '0');
    return number;
}

static void shows_at(struct hall *hall, int member, const char *part, bool wanted, int line)
{
    char quoted[512];
    put_quoted(quoted, sizeof quoted, part);
    const char *view = hall_view(hall, member);
    if (has(view, quoted) != wanted)
        fail_msg("line %d: member %d %s %s in:\n%s", line, member, wanted ? "misses" : "should not see", quoted, view);
}
#define shows(hall, member, part) shows_at(hall, member, part, true, __LINE__)
#define hides(hall, member, part) shows_at(hall, member, part, false, __LINE__)

/* A talk that has begun: an instructor, and people with these roles. */
struct cast {
    struct hall hall;
    int boss, maria, tomas, aiko, sam, lea; /* primary coach board leader observer */
};

static void open_cast_with(struct cast *cast, const struct wire_setup *setup)
{
    struct hall *h = &cast->hall;
    hall_open(h, setup);
    cast->boss = hall_boss(h);
    cast->maria = hall_join(h, "Maria", WIRE_ROLE(primary));
    cast->tomas = hall_join(h, "Tomas", WIRE_ROLE(coach));
    cast->aiko = hall_join(h, "Aiko", WIRE_ROLE(board));
    cast->sam = hall_join(h, "Sam", WIRE_ROLE(leader));
    cast->lea = hall_join(h, "Lea", WIRE_ROLE(observer));
    done(h, cast->boss, "'do':'start'");
    done(h, cast->boss, "'do':'next'");
}

static void open_cast(struct cast *cast)
{
    struct wire_setup setup = hall_setup(PRESET_team_table);
    open_cast_with(cast, &setup);
}

/* A class that votes: an instructor, Maria who speaks, and voters; the talk has begun. */
struct class_of {
    struct hall hall;
    int boss, maria, voter[8], count;
};

static void open_class(struct class_of *c, int count)
{
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    struct hall *h = &c->hall;
    hall_open(h, &setup);
    c->boss = hall_boss(h);
    c->maria = hall_join(h, "Maria", WIRE_ROLE(primary));
    c->count = count;
    for (int i = 0; i < count; i++) {
        char name[] = "Voter A";
        name[6] = (char)('A' + i);
        c->voter[i] = hall_join(h, name, 0);
    }
    done(h, c->boss, "'do':'start'");
    done(h, c->boss, "'do':'next'");
}

/* --- coming in ----------------------------------------------------------------------------------------- */

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

/* --- rights ---------------------------------------------------------------------------------------------- */

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

/* --- the vote ------------------------------------------------------------------------------------------------ */

static void a_vote_is_hidden_until_it_is_shown(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 4);
    struct hall *h = &c.hall;
    shows(h, c.voter[0], "'state':'open'");
    refused(h, c.maria, "'do':'choose','choice':'c007'", "vote-first");
    done(h, c.voter[0], "'do':'vote','choice':'c007','reason':'it repeats his own words'");
    done(h, c.voter[1], "'do':'vote','choice':'c007'");
    done(h, c.voter[2], "'do':'vote','choice':'c004','reason':'a name comes first'");
    done(h, c.voter[2], "'do':'vote','choice':'c009','reason':'minority zebra'"); /* changed their mind */
    refused(h, c.voter[3], "'do':'vote','choice':'c999'", "not-offered");
    refused(h, c.voter[3], "'do':'vote','choice':'c007','reason':'one two three four five six seven eight nine'",
            "too-many-words");
    for (int i = 0; i < 4; i++) {
        hides(h, c.voter[i], "counts");
        hides(h, c.voter[i], i == 2 ? "'x'" : "zebra");
    }
    hides(h, WIRE_PROJECTOR, "counts");
    hides(h, c.maria, "counts");
    hides(h, WIRE_PROJECTOR, "zebra");
    shows(h, WIRE_PROJECTOR, "'in':3,'of':4");
    shows(h, c.boss, "'c007':2");
    shows(h, c.boss, "zebra");
    shows(h, c.voter[2], "'yours':{'choice':'c009','reason':'minority zebra'}");
    done(h, c.voter[3], "'do':'vote','choice':'c007'"); /* the last one: it closes by itself */
    shows(h, c.voter[3], "'state':'closed'");
    hides(h, c.voter[3], "counts");
    refused(h, c.voter[3], "'do':'vote','choice':'c004'", "vote-closed");
    done(h, c.boss, "'do':'reveal'");
    shows(h, c.voter[0], "'c007':3");
    shows(h, WIRE_PROJECTOR, "'minority':[{'choice':'c009','reason':'minority zebra'}]");
    done(h, c.boss, "'do':'play'");
    assert_true(has(hall_journal(h, 0), "primary choose c007"));
    assert_true(has(hall_journal(h, 0), "- voter vote c009 \"minority zebra\""));
    assert_false(has(hall_journal(h, 0), "c004 \""));
    shows(h, c.voter[0], "'state':'open'"); /* the next moment, the next vote */
    hides(h, c.voter[0], "yours");
    hall_close(h);
}

static void a_vote_ends_with_its_time_but_not_while_all_stands_still(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 3);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.boss, "'do':'freeze'");
    refused(h, c.voter[1], "'do':'vote','choice':'c004'", "frozen");
    hall_wait(h, 60000);
    shows(h, c.voter[1], "'state':'open'");
    done(h, c.boss, "'do':'resume'");
    hall_wait(h, 10000);
    shows(h, c.voter[1], "'state':'open'");
    assert_true(room_due(h->room) <= h->now + 20000);
    hall_wait(h, 10000);
    shows(h, c.voter[1], "'state':'closed'");
    hall_close(h);
}

static void a_tie_is_for_the_instructor_or_the_negotiator_to_break(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.voter[1], "'do':'vote','choice':'c007'");
    refused(h, c.boss, "'do':'play'", "tie");
    refused(h, c.boss, "'do':'play','choice':'c900'", "not-offered");
    done(h, c.boss, "'do':'decide'");
    shows(h, c.maria, "'decided':true");
    hides(h, c.maria, "counts");
    done(h, c.maria, "'do':'choose','choice':'c004','tone':1");
    assert_true(has(hall_journal(h, 0), "primary choose c004 tone 1"));
    hall_close(h);
}

static void discussing_first_stands_still_and_shows_the_minority(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 3);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.voter[1], "'do':'vote','choice':'c004'");
    done(h, c.voter[2], "'do':'vote','choice':'c007','reason':'he said it'");
    done(h, c.boss, "'do':'discuss'");
    shows(h, c.voter[0], "'frozen':{'why':'discuss'}");
    shows(h, c.voter[0], "he said it");
    refused(h, c.maria, "'do':'choose','choice':'c004'", "frozen");
    done(h, c.boss, "'do':'resume'");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    hall_close(h);
}

/* --- freezing --------------------------------------------------------------------------------------------------- */

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

/* --- the instructor's keys ----------------------------------------------------------------------------------------- */

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

/* --- beside the talk -------------------------------------------------------------------------------------------------- */

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

/* --- clocks ---------------------------------------------------------------------------------------------------------------- */

/* Minutes of one kind of segment in the plan; ROOM_CLOSED: all together. */
static int32_t planned(enum wire_preset preset, int32_t minutes, enum wire_phase phase)
{
    struct segments plan;
    int32_t sum = 0;
    room_plan(preset, minutes, &plan);
    for (int i = 0; i < plan.count; i++)
        sum += phase == ROOM_CLOSED || plan.item[i].phase == phase ? plan.item[i].minutes : 0;
    return sum;
}

static void the_talk_is_shortened_before_the_debrief(void **state)
{
    (void)state;
    for (int preset = 0; preset < PRESET_COUNT; preset++) {
        int32_t debrief = planned((enum wire_preset)preset, 0, ROOM_DEBRIEF);
        int32_t play = planned((enum wire_preset)preset, 0, ROOM_PLAY);
        int32_t whole = planned((enum wire_preset)preset, 0, ROOM_CLOSED);
        int32_t short_by_five = planned((enum wire_preset)preset, whole - 5, ROOM_DEBRIEF);
        assert_int_equal(short_by_five, debrief);
        assert_int_equal(planned((enum wire_preset)preset, whole - 5, ROOM_PLAY), play - 5);
        for (int32_t minutes = 12; minutes < whole + 20; minutes++)
            assert_int_equal(planned((enum wire_preset)preset, minutes, ROOM_CLOSED), minutes);
        for (int32_t minutes = 12; minutes < whole; minutes++)
            if (planned((enum wire_preset)preset, minutes, ROOM_DEBRIEF) < debrief)
                assert_true(planned((enum wire_preset)preset, minutes, ROOM_PLAY) <= play * 6 / 10);
    }
}

static void a_talk_ends_by_itself_when_the_debrief_needs_the_time(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c); /* 5 / 20 / 30: the briefing took seconds, so 20 minutes are left of the talk */
    struct hall *h = &c.hall;
    hall_wait(h, 19 * 60000);
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    hall_wait(h, 2 * 60000);
    assert_int_equal(room_phase(h->room), ROOM_DEBRIEF);
    assert_true(has(hall_journal(h, 0), "instructor end ~"));
    hall_close(h);

    open_cast(&c); /* a pause stops the talk's clock, but not the day's */
    done(h, c.boss, "'do':'freeze'");
    hall_wait(h, 23 * 60000);
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    done(h, c.boss, "'do':'resume'");
    refused(h, c.boss, "'do':'extend','minutes':10", "debrief-needs-it");
    done(h, c.boss, "'do':'extend','minutes':10,'anyway':true"); /* the eight that a talk needs, and ten */
    hall_wait(h, 17 * 60000);
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    hall_wait(h, 2 * 60000);
    assert_int_equal(room_phase(h->room), ROOM_DEBRIEF);
    hall_close(h);
}

static void three_of_them_change_places_round_by_round(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_back_to_back);
    struct hall h;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), a = hall_join(&h, "a", 0), b = hall_join(&h, "b", 0), c = hall_join(&h, "c", 0);
    assert_int_equal(room_roles(h.room, a), WIRE_ROLE(role_player));
    assert_int_equal(room_roles(h.room, b), WIRE_ROLE(primary));
    assert_int_equal(room_roles(h.room, c), WIRE_ROLE(observer));
    done(&h, boss, "'do':'start'");
    const int speaker[] = {a, b, c}, listener[] = {b, c, a};
    for (int round = 0; round < 3; round++) {
        done(&h, boss, "'do':'next'");
        assert_int_equal(room_phase(h.room), ROOM_PLAY);
        assert_int_equal(room_roles(h.room, speaker[round]), WIRE_ROLE(role_player));
        done(&h, listener[round], "'do':'choose','choice':'c004'");
        hall_wait(&h, 4 * 60000);
        assert_int_equal(room_phase(h.room), ROOM_FEEDBACK);
    }
    done(&h, boss, "'do':'next'");
    assert_int_equal(room_phase(h.room), ROOM_DEBRIEF);
    shows(&h, a, "'attempt':3");
    hall_close(&h);
}

static void a_fishbowl_pauses_between_its_acts(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_fishbowl);
    struct cast c;
    open_cast_with(&c, &setup);
    struct hall *h = &c.hall;
    done(h, c.boss, "'do':'next'");
    assert_int_equal(room_phase(h->room), ROOM_PAUSE);
    shows(h, c.lea, "'frozen':{'why':'pause'}");
    done(h, c.sam, "'do':'tag','seat':5,'items':['name','hooks']");
    done(h, c.boss, "'do':'next'");
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    hides(h, c.maria, "frozen");
    done(h, c.lea, "'do':'observe'");
    done(h, c.boss, "'do':'end'"); /* in act two or one: what comes is the debrief */
    assert_int_equal(room_phase(h->room), ROOM_DEBRIEF);
    hall_close(h);
}

/* --- several teams, a person played by a person --------------------------------------------------------------------------------- */

static void teams_play_the_same_seed_apart(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_several_teams);
    struct hall h;
    setup.teams = 3;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), people[9];
    for (int i = 0; i < 9; i++) {
        char name[] = "p0";
        name[1] = (char)('0' + i);
        people[i] = hall_join(&h, name, 0);
    }
    done(&h, boss, "'do':'start'");
    done(&h, boss, "'do':'next'");
    assert_true(room_public_hash(h.room, 0) == room_public_hash(h.room, 2));
    done(&h, people[0], "'do':'choose','choice':'c004'");
    done(&h, people[1], "'do':'choose','choice':'c009'");
    assert_true(room_public_hash(h.room, 0) != room_public_hash(h.room, 1));
    done(&h, people[2], "'do':'choose','choice':'c004'");
    assert_true(room_public_hash(h.room, 0) == room_public_hash(h.room, 2));
    done(&h, boss, "'do':'freeze','team':1");
    refused(&h, people[1], "'do':'observe'", "frozen");
    done(&h, people[0], "'do':'observe'");
    done(&h, boss, "'do':'look','team':1");
    shows(&h, boss, "'all_teams':[{'team':0");
    refused(&h, boss, "'do':'freeze','team':7", "no-such-team");
    done(&h, boss, "'do':'freeze'"); /* all that do not stand already */
    refused(&h, people[2], "'do':'observe'", "frozen");
    done(&h, boss, "'do':'resume'");
    done(&h, boss, "'do':'end','team':0");
    assert_int_equal(room_phase(h.room), ROOM_PLAY);
    done(&h, boss, "'do':'end'");
    assert_int_equal(room_phase(h.room), ROOM_DEBRIEF);
    hall_close(&h);
}

static void somebody_plays_the_person_and_the_model_keeps_score(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_back_to_back);
    struct hall h;
    setup.human = true;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), speaker = hall_join(&h, "Speaker", 0), listener = hall_join(&h, "Listener", 0);
    int watch = hall_join(&h, "Watch", 0);
    done(&h, boss, "'do':'start'");
    done(&h, boss, "'do':'next'");
    shows(&h, speaker, "'card':{'name':");
    shows(&h, speaker, "'meters':{'agitation':");
    shows(&h, speaker, "'open':false");
    hides(&h, listener, "'card'");
    hides(&h, listener, "'meters'");
    hides(&h, listener, "'line':[");
    refused(&h, watch, "'do':'heard','technique':'mirror'", "not-your-right");
    done(&h, boss, "'do':'role','seat':3,'assistant':true");
    int32_t before = session_agitation(room_session(h.room, 0));
    done(&h, watch, "'do':'heard','technique':'mirror'");
    assert_true(has(hall_journal(&h, 0), "primary choose c007 ~"));
    assert_int_not_equal(session_agitation(room_session(h.room, 0)), before);
    done(&h, watch, "'do':'heard','technique':'pause'");
    assert_true(has(hall_journal(&h, 0), "primary pause 10000 ~"));
    refused(&h, watch, "'do':'heard','technique':'good'", "bad-field");
    hall_close(&h);
    setup.human = false;
    hall_open(&h, &setup);
    boss = hall_boss(&h);
    refused(&h, boss, "'do':'heard','technique':'mirror'", "not-human");
    hall_close(&h);
}

/* --- the end ---------------------------------------------------------------------------------------------------------------------- */

static void the_primary_says_first_how_it_was(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.maria, "'do':'choose','choice':'c004'");
    refused(h, c.maria, "'do':'rate','item':'listening','score':50", "not-this-phase");
    done(h, c.boss, "'do':'end'");
    assert_int_equal(room_phase(h->room), ROOM_DEBRIEF);
    refused(h, c.boss, "'do':'show','page':'timeline'", "rate-first");
    done(h, c.boss, "'do':'show','page':'self'");
    refused(h, c.maria, "'do':'rate','item':'charm','score':50", "bad-field");
    done(h, c.maria, "'do':'rate','item':'listening','score':50");
    done(h, c.boss, "'do':'show','page':'timeline'");
    done(h, c.lea, "'do':'keep','text':'the first question'");
    done(h, c.lea, "'do':'change','text':'slower'");
    shows(h, c.lea, "'keep':'the first question','change':'slower'");
    done(h, c.boss, "'do':'again'");
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    shows(h, c.lea, "'attempt':2");
    done(h, c.maria, "'do':'choose','choice':'c004'");
    done(h, c.boss, "'do':'end'");
    done(h, c.boss, "'do':'rewind','back':1"); /* after the end as well */
    assert_int_equal(room_phase(h->room), ROOM_PLAY);
    shows(h, c.lea, "'attempt':3");
    done(h, c.boss, "'do':'end'");
    done(h, c.boss, "'do':'finish'");
    assert_int_equal(room_phase(h->room), ROOM_CLOSED);
    refused(h, c.maria, "'do':'note','text':'bye'", "not-this-phase");
    hall_close(h);
}

/* --- what must not leak ------------------------------------------------------------------------------------------------------------ */

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

static void a_second_attempt_asks_again_how_it_was(void **state)
{
    (void)state;
    struct cast c;
    open_cast(&c);
    struct hall *h = &c.hall;
    done(h, c.maria, "'do':'choose','choice':'c004'");
    done(h, c.boss, "'do':'end'");
    done(h, c.maria, "'do':'rate','item':'safety','score':50");
    done(h, c.boss, "'do':'show','page':'board'");
    done(h, c.boss, "'do':'again'");
    done(h, c.maria, "'do':'choose','choice':'c007'");
    done(h, c.boss, "'do':'end'");
    refused(h, c.boss, "'do':'show','page':'board'", "rate-first");
    done(h, c.boss, "'do':'show','page':'board','anyway':true");
    hall_close(h);
}

/* --- floods and differences ------------------------------------------------------------------------------------------------------------ */

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

static void a_vote_changes_only_the_pictures_that_show_it(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 3);
    uint32_t other = room_serial(c.hall.room, c.voter[1]), boss = room_serial(c.hall.room, c.boss);
    done(&c.hall, c.voter[0], "'do':'vote','choice':'c004'");
    assert_int_equal(room_serial(c.hall.room, c.voter[1]), other);
    assert_int_not_equal(room_serial(c.hall.room, c.boss), boss);
    hall_close(&c.hall);
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

/* --- a killed host ------------------------------------------------------------------------------------------------------------------------ */

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
        cmocka_unit_test(a_room_has_a_code_that_may_be_typed_carelessly),
        cmocka_unit_test(people_get_what_is_open_and_names_that_differ),
        cmocka_unit_test(a_token_is_the_way_back_and_dies_with_the_seat),
        cmocka_unit_test(every_role_may_do_its_own_and_nothing_else),
        cmocka_unit_test(one_person_may_hold_several_roles),
        cmocka_unit_test(seats_can_be_drawn_and_turned),
        cmocka_unit_test(a_vote_is_hidden_until_it_is_shown),
        cmocka_unit_test(a_vote_ends_with_its_time_but_not_while_all_stands_still),
        cmocka_unit_test(a_tie_is_for_the_instructor_or_the_negotiator_to_break),
        cmocka_unit_test(discussing_first_stands_still_and_shows_the_minority),
        cmocka_unit_test(a_silent_stop_stops_for_everybody_and_names_nobody),
        cmocka_unit_test(a_time_out_is_a_minute_and_there_are_two),
        cmocka_unit_test(stop_and_discuss_stops_where_the_author_said),
        cmocka_unit_test(a_tag_in_carries_what_was_handed_over),
        cmocka_unit_test(a_rewind_keeps_the_old_branch_grey),
        cmocka_unit_test(cards_come_from_the_deck_or_are_typed),
        cmocka_unit_test(an_override_and_a_flag_are_written_down),
        cmocka_unit_test(a_hint_is_whispered_and_then_used_or_not),
        cmocka_unit_test(a_tap_can_be_taken_back_for_ten_seconds),
        cmocka_unit_test(the_board_belongs_to_who_keeps_it),
        cmocka_unit_test(the_talk_is_shortened_before_the_debrief),
        cmocka_unit_test(a_talk_ends_by_itself_when_the_debrief_needs_the_time),
        cmocka_unit_test(three_of_them_change_places_round_by_round),
        cmocka_unit_test(a_fishbowl_pauses_between_its_acts),
        cmocka_unit_test(teams_play_the_same_seed_apart),
        cmocka_unit_test(somebody_plays_the_person_and_the_model_keeps_score),
        cmocka_unit_test(the_primary_says_first_how_it_was),
        cmocka_unit_test(what_is_hidden_is_in_nobody_elses_view),
        cmocka_unit_test(the_meter_is_shown_when_the_instructor_says_so),
        cmocka_unit_test(a_stop_before_the_talk_does_not_keep_it_from_beginning),
        cmocka_unit_test(a_second_attempt_asks_again_how_it_was),
        cmocka_unit_test(a_flood_is_answered_with_slow_down),
        cmocka_unit_test(a_patient_flood_fills_nobodys_file),
        cmocka_unit_test(a_vote_changes_only_the_pictures_that_show_it),
        cmocka_unit_test(a_difference_has_only_what_differs),
        cmocka_unit_test(a_killed_host_comes_back_as_it_was),
        cmocka_unit_test(a_file_cut_anywhere_brings_back_what_was_whole),
        cmocka_unit_test(a_changed_file_is_noticed),
        cmocka_unit_test(the_journal_of_a_room_is_an_ordinary_play),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
