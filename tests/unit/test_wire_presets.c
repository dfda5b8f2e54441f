/* test_wire_presets.c - the clocks and rounds of the presets, several teams, a person played by a person, and the
 * way to the end. */
#include "hall.h"
#include "room_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "hall_talk.h"

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

static void teams_play_the_same_seed_apart(void **state)
{
    (void)state;
    struct hall h;
    int boss = hall_open_teams(&h, 3), people[9];
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
    int32_t before = session_agitation(room_session(h.room, 0)), node = room_session(h.room, 0)->state->node;
    done(&h, watch, "'do':'heard','technique':'mirror'");
    assert_true(has(hall_journal(&h, 0), "observer heard mirror 800 ~")); /* no line that somebody else wrote */
    assert_int_not_equal(session_agitation(room_session(h.room, 0)), before);
    done(&h, speaker, "'do':'heard','technique':'pause','q':600,'tone':-1");
    assert_true(has(hall_journal(&h, 0), "role-player heard pause 600 tone -1 ~"));
    refused(&h, watch, "'do':'heard','technique':'good'", "bad-field");
    refused(&h, listener, "'do':'heard','technique':'label'", "not-your-right");
    assert_int_equal(room_session(h.room, 0)->state->exchanges, 2);
    assert_int_equal(room_session(h.room, 0)->state->node, node); /* the story waits: people speak */
    hides(&h, listener, "'lines'");
    hides(&h, listener, "'cue'"); /* the body is there to be seen */
    hides(&h, WIRE_PROJECTOR, "'cue'");
    refused(&h, listener, "'do':'choose','choice':'c004'", "not-offered");
    refused(&h, boss, "'do':'open'", "no-vote");
    refused(&h, boss, "'do':'override','choice':'c004'", "not-offered");
    shows(&h, boss, "'verb':'heard','act':'mirror'");
    done(&h, boss, "'do':'rewind','back':1"); /* a technique is a decision */
    assert_int_equal(room_session(h.room, 0)->state->exchanges, 1);
    hall_close(&h);
    setup.human = false;
    hall_open(&h, &setup);
    boss = hall_boss(&h);
    refused(&h, boss, "'do':'heard','technique':'mirror'", "not-human");
    hall_close(&h);
}

static void what_was_told_aloud_is_on_the_card_and_on_the_board(void **state)
{
    (void)state;
    struct wire_setup setup = hall_setup(PRESET_team_table);
    struct hall h;
    setup.human = true;
    hall_open(&h, &setup);
    int boss = hall_boss(&h), maria = hall_join(&h, "Maria", WIRE_ROLE(primary));
    int speaker = hall_join(&h, "Speaker", WIRE_ROLE(role_player)), aiko = hall_join(&h, "Aiko", WIRE_ROLE(board));
    done(&h, boss, "'do':'start'");
    done(&h, boss, "'do':'next'");
    refused(&h, maria, "'do':'told','fact':'badge'", "not-your-right");
    refused(&h, speaker, "'do':'told','fact':'nothing'", "bad-field");
    done(&h, speaker, "'do':'heard','technique':'open_question'");
    done(&h, speaker, "'do':'told','fact':'badge'");
    refused(&h, speaker, "'do':'told','fact':'badge'", "already-done");
    done(&h, speaker, "'do':'told','fact':'badge','on':false");
    refused(&h, speaker, "'do':'told','fact':'badge','on':false", "nothing-to-undo");
    done(&h, speaker, "'do':'told','fact':'badge'");
    assert_true(has(hall_journal(&h, 0), "- role-player told badge\n"));
    done(&h, speaker, "'do':'heard','technique':'label'");
    done(&h, speaker, "'do':'told','fact':'daughter'");
    done(&h, boss, "'do':'rewind','back':1"); /* what was told behind it is left with it */
    done(&h, aiko, "'do':'board','kind':'trigger','text':'They took his badge away'");
    done(&h, boss, "'do':'end'");
    done(&h, boss, "'do':'show','page':'board','anyway':true");
    shows(&h, maria, "'fact':'badge'");
    const char *badge = strstr(hall_view(&h, maria), "\"fact\":\"badge\"");
    assert_memory_equal(strstr(badge, "\"said\""), "\"said\":true", 11);
    hides(&h, maria, "'fact':'daughter'"); /* not told, so nothing to hold a board against */
    done(&h, boss, "'do':'show','page':'timeline','anyway':true");
    shows(&h, maria, "'verb':'heard','act':'open_question'");
    shows(&h, maria, "'verdict':'");
    hall_close(&h);
}

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_talk_is_shortened_before_the_debrief),
        cmocka_unit_test(a_talk_ends_by_itself_when_the_debrief_needs_the_time),
        cmocka_unit_test(three_of_them_change_places_round_by_round),
        cmocka_unit_test(a_fishbowl_pauses_between_its_acts),
        cmocka_unit_test(teams_play_the_same_seed_apart),
        cmocka_unit_test(somebody_plays_the_person_and_the_model_keeps_score),
        cmocka_unit_test(what_was_told_aloud_is_on_the_card_and_on_the_board),
        cmocka_unit_test(the_primary_says_first_how_it_was),
        cmocka_unit_test(a_second_attempt_asks_again_how_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
