/* test_wire_vote.c - votes that nobody sees until they are shown. */
#include "hall.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "hall_talk.h"

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
    shows(h, c.voter[0], "'state':'reading'"); /* the next moment, the next vote: it is opened when all have read */
    hides(h, c.voter[0], "yours");
    hides(h, c.voter[0], "counts");
    shows(h, c.boss, "'last_vote':[{'text':");
    shows(h, c.boss, "'reason':'minority zebra'");
    hides(h, c.voter[0], "zebra");
    hall_close(h);
}

static void nobody_votes_or_speaks_before_the_lines_are_read(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.voter[1], "'do':'vote','choice':'c004'");
    done(h, c.boss, "'do':'play'");
    shows(h, WIRE_PROJECTOR, "'state':'reading'");
    refused(h, c.voter[0], "'do':'vote','choice':'c007'", "no-vote");
    refused(h, c.maria, "'do':'choose','choice':'c007'", "vote-first");
    refused(h, c.boss, "'do':'play'", "no-vote");
    hall_wait(h, 120000); /* no clock runs before the instructor opens it */
    shows(h, c.voter[0], "'state':'reading'");
    done(h, c.boss, "'do':'open'");
    assert_true(room_due(h->room) <= h->now + 20000);
    hall_wait(h, 20000);
    shows(h, c.voter[0], "'state':'closed'");
    hall_close(h);
}

static void a_vote_can_open_by_itself_after_a_time_to_read(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 1);
    struct hall *h = &c.hall;
    refused(h, c.voter[0], "'do':'reading','seconds':10", "not-your-right");
    refused(h, c.boss, "'do':'reading','seconds':61", "bad-field");
    done(h, c.boss, "'do':'reading','seconds':10");
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    done(h, c.boss, "'do':'play'");
    shows(h, c.voter[0], "'state':'reading','ends':");
    hall_wait(h, 6000);
    done(h, c.boss, "'do':'freeze'");
    hall_wait(h, 60000);
    shows(h, c.voter[0], "'state':'reading','left':");
    done(h, c.boss, "'do':'resume'");
    shows(h, c.voter[0], "'state':'reading'");
    hall_wait(h, 4000);
    shows(h, c.voter[0], "'state':'open'");
    struct wire_restored report;
    struct wire_room *again = hall_again(h, SIZE_MAX, &report);
    assert_non_null(again);
    room_destroy(again);
    hall_close(h);
}

static void a_vote_without_a_choice_says_so_to_everybody(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.boss, "'do':'close'");
    shows(h, c.voter[0], "'ended':'nobody'");
    shows(h, WIRE_PROJECTOR, "'ended':'nobody'");
    refused(h, c.boss, "'do':'play'", "no-vote");
    done(h, c.boss, "'do':'open'");
    hides(h, WIRE_PROJECTOR, "ended");
    done(h, c.voter[0], "'do':'vote','choice':'c004'");
    hides(h, c.voter[0], "ended"); /* how it stands is nobody's before it is closed */
    done(h, c.voter[1], "'do':'vote','choice':'c007'");
    shows(h, WIRE_PROJECTOR, "'state':'closed','decided':false,'ended':'tie'");
    hides(h, WIRE_PROJECTOR, "counts");
    done(h, c.boss, "'do':'play','choice':'c007'");
    assert_true(has(hall_journal(h, 0), "primary choose c007"));
    hall_close(h);
}

static void after_a_way_back_everybody_knows_from_where_it_goes_on(void **state)
{
    (void)state;
    struct class_of c;
    open_class(&c, 2);
    struct hall *h = &c.hall;
    done(h, c.boss, "'do':'override','choice':'c004'");
    shows(h, c.boss, "'was':");
    const char *first = hall_view(h, WIRE_PROJECTOR), *said = strstr(first, "\"you_said\"");
    assert_non_null(said);
    char kept[64];
    snprintf(kept, sizeof kept, "%.60s", said);
    done(h, c.boss, "'do':'override','choice':'c007'");
    done(h, c.boss, "'do':'rewind','back':1");
    shows(h, WIRE_PROJECTOR, "'back':{'number':");
    shows(h, c.voter[0], "'verb':'override'");
    assert_non_null(strstr(hall_view(h, WIRE_PROJECTOR), kept)); /* what was said before stands there again */
    hides(h, c.boss, "'was':"); /* neither rising nor falling: nothing has been done yet */
    shows(h, c.voter[0], "'state':'reading'");
    done(h, c.boss, "'do':'override','choice':'c009'");
    hides(h, WIRE_PROJECTOR, "'back':");
    shows(h, c.boss, "'was':");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vote_is_hidden_until_it_is_shown),
        cmocka_unit_test(a_vote_ends_with_its_time_but_not_while_all_stands_still),
        cmocka_unit_test(a_tie_is_for_the_instructor_or_the_negotiator_to_break),
        cmocka_unit_test(discussing_first_stands_still_and_shows_the_minority),
        cmocka_unit_test(a_vote_changes_only_the_pictures_that_show_it),
        cmocka_unit_test(nobody_votes_or_speaks_before_the_lines_are_read),
        cmocka_unit_test(a_vote_can_open_by_itself_after_a_time_to_read),
        cmocka_unit_test(a_vote_without_a_choice_says_so_to_everybody),
        cmocka_unit_test(after_a_way_back_everybody_knows_from_where_it_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
