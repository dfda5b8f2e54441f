/* test_world.c - what comes from outside and what was promised: events, demands, deadlines, help. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "room.h"

/* --- events ---------------------------------------------------------------------------------- */

static void an_event_comes_after_the_exchange_in_which_its_minute_passed(void **state)
{
    (void)state;
    struct room room =
        open_story(ONE_NODE, ",'flags':['rang'],'events':[{'id':'ring','at':{'minutes':1},'effect':{'P':100,"
                             "'U':-50,'T':-30,'H':20},'sets':['rang']}]");
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.event, NONE);
    struct person expected = now(&room)->person;
    struct move move = session_move(room.session, 1, 0, 0, NONE);
    done(&room, "primary choose c2");
    assert_int_equal(now(&room)->happened.event, 0);
    assert_int_equal(now(&room)->happened.events, 1);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    person_event(&now(&room)->profile, 100, -50, -30, 20, &expected);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    assert_true(memory_has(&now(&room)->known, room.scenario->fact_count));
    done(&room, "primary choose c2");
    assert_int_equal(now(&room)->happened.event, NONE); /* once */
    close_story(&room);
}

static void during_a_wait_an_event_comes_at_its_own_moment(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'events':[{'id':'ring','at':{'minutes':1},'effect':{'P':100}}]");
    struct person expected = now(&room)->person;
    done(&room, "primary wait 95000");
    assert_int_equal(now(&room)->story_ms, 60000); /* and ends the wait */
    assert_int_equal(now(&room)->happened.event, 0);
    done(&room, "primary wait 35000");
    person_wait(&now(&room)->profile, 60, &expected);
    person_event(&now(&room)->profile, 100, 0, 0, 0, &expected);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    assert_int_equal(now(&room)->event_ms, 60000);
    assert_int_equal(session_agitation(room.session), person_agitation_after(&now(&room)->profile, &expected, 35));
    close_story(&room);
}

static void one_event_an_exchange_is_enough_and_the_first_in_the_file_comes_first(void **state)
{
    (void)state;
    struct room room =
        open_story(ONE_NODE, ",'events':[{'id':'a','when':{'exchange':[2,30]}},{'id':'b','when':{'exchange':[1,30]}},"
                             "{'id':'c','when':{'exchange':[1,30]}}]");
    const int order[] = {1, 0, 2, NONE};
    for (int i = 0; i < 4; i++) {
        done(&room, "primary choose c1");
        assert_int_equal(now(&room)->happened.event, order[i]);
    }
    close_story(&room);
}

static void several_that_fall_due_while_one_waits_come_one_by_one_in_the_order_of_their_minutes(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'events':[{'id':'a','at':{'minutes':3}},{'id':'b','at':{'minutes':1}},"
                                            "{'id':'c','at':{'minutes':2},'when':{'exchange':[1,30]}}]");
    const int order[] = {1, NONE, 0}; /* at two minutes the person breaks the quiet; c needs a talk as well */
    for (int i = 0; i < 3; i++) {
        done(&room, "primary wait 300000");
        assert_int_equal(now(&room)->happened.event, order[i]);
        assert_int_equal(now(&room)->story_ms, (i + 1) * 60000);
    }
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.event, 2);
    close_story(&room);
}

static void an_event_with_a_condition_is_asked_at_its_minute_too(void **state)
{
    (void)state;
    struct room room =
        open_story(ONE_NODE, ",'flags':['shut'],'events':[{'id':'come','at':{'minutes':1},'when':{'flags':['shut']}},"
                             "{'id':'stay','at':{'minutes':1},'when':{'not_flags':['shut']}}]");
    done(&room, "primary wait 90000");
    assert_int_equal(now(&room)->story_ms, 60000);
    assert_int_equal(now(&room)->happened.event, 1);
    assert_int_equal(now(&room)->events_done, 2);
    close_story(&room);
}

static void a_tag_hurts_as_much_as_this_persons_wound_and_never_more_than_an_event_may(void **state)
{
    (void)state;
    const char *more = ",'subject':{'identity':'daniel','pronoun':'he','profile':'default','expressive':true,"
                       "'emotion':'fear','need':'process','overrides':{'tag.noise':60,'tag.dark':400}}"
                       ",'events':[{'id':'siren','when':{'exchange':[1,30]},'effect':{'P':40},'tag':'noise'},"
                       "{'id':'lamp','when':{'exchange':[2,30]},'effect':{'P':40},'tag':'dark'}]";
    struct room room = open_story(ONE_NODE, more);
    struct room calm = open_story(ONE_NODE, ",'subject':{'identity':'daniel','pronoun':'he','profile':'default',"
                                            "'expressive':true,'emotion':'fear','need':'process'}");
    done(&room, "primary choose c1");
    done(&calm, "primary choose c1");
    struct person expected = now(&calm)->person;
    person_event(&now(&room)->profile, 100, 0, 0, 0, &expected);
    assert_int_equal(now(&room)->person.P, expected.P);
    struct move move = session_move(room.session, 0, 0, 0, NONE);
    expected = now(&room)->person;
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    person_event(&now(&room)->profile, 150, 0, 0, 0, &expected);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->person.P, expected.P);
    close_story(&room);
    close_story(&calm);
}

static void an_event_can_change_the_scene_and_bring_somebody(void **state)
{
    (void)state;
    struct room room = open_story(
        ONE_NODE ",{'id':'cordon','lines':[{'id':'l50'}],'choices':[" CHOICE(
            "c51", "third_party", ",'party':'brother','q':700") "," CHOICE("c52", "label",
                                                                           "") "," CHOICE("c53", "mirror", "") "]}",
        ",'third_parties':[{'id':'brother','tpi':500}],'events':[{'id':'comes','when':{'exchange':[1,30]},'arrives':'"
        "brother',"
        "'to':'cordon'}]");
    done(&room, "primary choose c1");
    assert_true(stands_at(&room, "cordon"));
    assert_true(went_on(&room, "l50"));
    assert_int_equal(now(&room)->parties_here, 1);
    assert_int_equal(now(&room)->happened.party, 0);

    struct person alone = now(&room)->person, with = alone;
    struct profile helped = now(&room)->profile;
    struct move move = session_move(room.session, scenario_find_choice(room.scenario, TD_STR("c51")), 0, 0, NONE);
    helped.tpi += 500;
    person_exchange(&model_built_in, &helped, (struct luck){1, 80}, &move, &with, NULL);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &alone, NULL);
    assert_true(with.P < alone.P);
    done(&room, "primary choose c51");
    assert_memory_equal(&now(&room)->person, &with, sizeof with);
    assert_int_equal(now(&room)->profile.tpi, helped.tpi - 500);
    close_story(&room);
}

/* --- demands --------------------------------------------------------------------------------- */

#define DEMANDING(deadline) \
    ",'demands':[{'id':'phone'" deadline "}],'events':[{'id':'asks','when':{'exchange':[1,30]},'raises':'phone'}]"
#define DEMAND_NODE \
    "{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE "," CHOICE("c4", "honest", ",'demand':'phone'") "]}"

static void a_demand_nobody_answers_is_pressed_once(void **state)
{
    (void)state;
    struct room room = open_story(DEMAND_NODE, DEMANDING(""));
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.demand_raised, 0);
    done(&room, "primary choose c1");
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.demand_pressed, NONE);
    struct person expected = now(&room)->person;
    struct move move = session_move(room.session, 0, 0, 0, NONE);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    person_event(&now(&room)->profile, 60, 0, -60, 0, &expected);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.demand_pressed, 0);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    for (int i = 0; i < 5; i++) {
        done(&room, "primary choose c1");
        assert_int_equal(now(&room)->happened.demand_pressed, NONE);
    }
    done(&room, "primary choose c4");
    assert_int_equal(now(&room)->happened.demand_answered, 0);
    close_story(&room);
}

static void a_demand_that_was_answered_rests(void **state)
{
    (void)state;
    struct room room = open_story(DEMAND_NODE, DEMANDING(",'deadline':{'minutes':5}"));
    done(&room, "primary choose c4"); /* nothing was asked yet */
    assert_int_equal(now(&room)->happened.demand_answered, NONE);
    done(&room, "primary choose c4");
    assert_int_equal(now(&room)->happened.demand_answered, 0);
    for (int i = 0; i < 6; i++) {
        done(&room, "primary choose c1");
        assert_int_equal(now(&room)->happened.demand_pressed, NONE);
        assert_int_equal(now(&room)->happened.deadline_passed, NONE);
        assert_int_equal(now(&room)->happened.deadline_held, NONE);
    }
    close_story(&room);
}

static void a_deadline_passes_unnoticed_while_somebody_is_being_understood(void **state)
{
    (void)state;
    struct room room = open_story(DEMAND_NODE, DEMANDING(",'deadline':{'minutes':2}"));
    done(&room, "primary choose c1");
    done(&room, "primary choose c1");
    int32_t before = session_agitation(room.session);
    done(&room, "primary wait 60000");
    assert_int_equal(now(&room)->happened.deadline_held, 0);
    assert_int_equal(now(&room)->happened.deadline_passed, NONE);
    assert_true(session_agitation(room.session) < before);
    close_story(&room);
}

static void a_deadline_nobody_talked_through_makes_it_worse(void **state)
{
    (void)state;
    struct room room = open_story(DEMAND_NODE, DEMANDING(",'deadline':{'minutes':4}"));
    for (int i = 0; i < 4; i++)
        done(&room, "primary choose c2"); /* orders: nobody is understood */
    assert_int_equal(now(&room)->phase, PHASE_TALK);
    struct person expected = now(&room)->person;
    done(&room, "primary wait 60000");
    assert_int_equal(now(&room)->happened.deadline_passed, 0);
    person_wait(&now(&room)->profile, 60, &expected);
    person_event(&now(&room)->profile, 150, 0, 0, 0, &expected);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    close_story(&room);
}

/* A deadline has just passed in anger, for somebody who boils from so much on. */
static struct room open_past_deadline(const char *boil)
{
    char rest[512];
    snprintf(rest, sizeof rest,
             ",'subject':{'identity':'daniel','pronoun':'he','profile':'default','expressive':true,"
             "'emotion':'anger','need':'identity','overrides':{'boil':%s}}" DEMANDING(",'deadline':{'minutes':2}"),
             boil);
    struct room room =
        open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "threat", ",'tone':-2") "," CHOICE(
                       "c2", "closed_question", "") "," CHOICE("c3", "mirror", "") "]}",
                   rest);
    done(&room, "primary choose c2");
    done(&room, "primary wait 80000");
    assert_int_equal(now(&room)->happened.deadline_passed, 0);
    return room;
}

static void after_a_deadline_passed_in_anger_boiling_once_is_boiling_twice(void **state)
{
    (void)state;
    struct room room = open_past_deadline("700");
    assert_true(session_agitation(room.session) < now(&room)->profile.boil);
    td_session *without = session_fork(room.session);
    without->state->deadline_heat = false;
    done(&room, "primary choose c1");
    assert_string_equal(stage_do(without, "primary choose c1"), "");
    assert_true(session_agitation(without) >= now(&room)->profile.boil);
    assert_int_equal(without->state->phase, PHASE_TALK);
    assert_int_equal(now(&room)->phase, PHASE_OVER);
    assert_int_equal(now(&room)->outcome, OUTCOME_escalated);
    session_destroy(without);
    close_story(&room);
}

static void the_heat_of_a_deadline_is_gone_after_one_exchange(void **state)
{
    (void)state;
    struct room room = open_past_deadline("750");
    done(&room, "primary choose c3");
    done(&room, "primary choose c1");
    assert_true(session_agitation(room.session) >= now(&room)->profile.boil);
    assert_int_equal(now(&room)->phase, PHASE_TALK);
    close_story(&room);
}

static void being_understood_holds_a_deadline_for_three_exchanges(void **state)
{
    (void)state;
    for (int later = 0; later < 4; later++) {
        struct room room = open_story(DEMAND_NODE, DEMANDING(",'deadline':{'minutes':20}"));
        done(&room, "primary choose c1");
        for (int i = 0; i < later; i++)
            done(&room, "primary choose c2");
        assert_int_equal(now(&room)->last_gain_exchange, 1);
        done(&room, "primary wait 120000");
        done(&room, "primary wait 1200000");
        assert_int_equal(now(&room)->happened.deadline_held, later < 3 ? 0 : NONE);
        assert_int_equal(now(&room)->happened.deadline_passed, later < 3 ? NONE : 0);
        close_story(&room);
    }
}

static void a_deadline_of_something_never_asked_for_is_none(void **state)
{
    (void)state;
    struct room room =
        open_story(DEMAND_NODE, ",'demands':[{'id':'phone','deadline':{'minutes':2}}],'events':[{'id':'asks',"
                                "'when':{'exchange':[20,30]},'raises':'phone'}]");
    done(&room, "primary choose c2");
    struct person before = now(&room)->person;
    person_wait(&now(&room)->profile, 120, &before);
    done(&room, "primary wait 180000");
    done(&room, "primary wait 60000");
    assert_true(now(&room)->deadlines_done & 1);
    assert_int_equal(now(&room)->happened.deadline_held, NONE);
    assert_int_equal(now(&room)->happened.deadline_passed, NONE);
    assert_memory_equal(&now(&room)->person, &before, sizeof before);
    close_story(&room);
}

static void what_a_sore_point_stirred_up_fades_with_the_time_between(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "paraphrase", ",'names':'badge'") "," CHOICE(
            "c2", "label", "") "," CHOICE("c3", "mirror", "") "]}",
        ",'facts':[{'id':'badge','kind':'trigger','strength':300}],'events':[{'id':'ring','at':{'minutes':4},'effect':{"
        "'U':-10}}]");
    done(&room, "primary choose c1");
    int32_t spike = now(&room)->spike;
    assert_true(spike > 0);
    wait_until(&room, 240000, 600000); /* of three minutes and a quarter, two in company */
    assert_int_equal(now(&room)->spike, (int64_t)spike * fix_retain(now(&room)->profile.hlP, 120) >> 16);
    done(&room, "primary choose c3");
    assert_int_equal(now(&room)->spike, 0);
    close_story(&room);
}

/* --- promises -------------------------------------------------------------------------------- */

#define PROMISING ",'facts':[{'id':'tea','kind':'promise'}]"
#define PROMISE_NODE                                                                                              \
    "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "honest", ",'promise':'tea'") "," CHOICE(      \
        "c2", "offer_choice", ",'grant':'tea','when':{'promised':true}") "," CHOICE("c3", "false_promise",        \
                                                                                    "") "," CHOICE("c4", "label", \
                                                                                                   "") "]}"

static void a_kept_promise_earns_trust_once(void **state)
{
    (void)state;
    struct room room = open_story(PROMISE_NODE, PROMISING);
    assert_false(offered(room.session, "c2"));
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->happened.promise_made, 0);
    assert_true(knows(&room, "tea") && session_promised(room.session));
    struct person expected = now(&room)->person;
    struct move move = session_move(room.session, 1, 0, 0, NONE);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    person_promise_kept(&expected);
    done(&room, "primary choose c2");
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    assert_int_equal(now(&room)->happened.promise_kept, 0);
    assert_false(session_promised(room.session) || offered(room.session, "c2"));
    done(&room, "primary choose c1"); /* promised again after it was kept: nothing is owed */
    assert_int_equal(now(&room)->happened.promise_made, NONE);
    assert_false(session_promised(room.session));
    close_story(&room);
}

static void a_false_promise_is_open_until_it_is_found_out(void **state)
{
    (void)state;
    struct room room = open_story(PROMISE_NODE, PROMISING);
    done(&room, "primary choose c3");
    for (int i = 0; i < 3; i++) {
        assert_true(session_promised(room.session));
        done(&room, "primary choose c4");
        assert_int_equal(now(&room)->happened.promise_broken, 0);
    }
    done(&room, "primary choose c4");
    assert_int_equal(now(&room)->happened.promise_broken, 1);
    assert_false(session_promised(room.session));
    close_story(&room);
}

/* --- help ------------------------------------------------------------------------------------ */

#define HELPING                                                                                           \
    ",'help':[{'kind':'crisis-team','minutes':2,'needed':true,'handover':true,'announce':[{'id':'l60'}]," \
    "'worded_threat':[{'id':'l61'}],'arrive':[{'id':'l62','when':{'exchange':[2,30]}},{'id':'l63'}]}]"

static void calling_help_is_an_exchange_and_starts_a_clock(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, HELPING);
    struct person expected = now(&room)->person;
    struct move move = session_help_move(room.session, false);
    assert_int_equal(move.act, ACT_INFORM);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    done(&room, "primary help crisis-team");
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    assert_true(answered(&room, "l60"));
    assert_int_equal(now(&room)->exchanges, 1);
    assert_int_equal(now(&room)->help_at[HELP_crisis_team], 120);
    refused(room.session, "primary help crisis-team", REFUSED_ALREADY_CALLED);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->help_arrived, 0);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->help_arrived, 1 << HELP_crisis_team);
    assert_int_equal(now(&room)->happened.arrived_help, HELP_crisis_team);
    assert_true(is_line(&room, now(&room)->happened.arrive_line, "l62"));
    close_story(&room);
}

static void help_announced_as_a_threat_is_one(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, HELPING);
    int32_t before = session_agitation(room.session);
    done(&room, "primary help crisis-team worded threat");
    assert_int_equal(now(&room)->last_act, ACT_THREAT);
    assert_true(answered(&room, "l61"));
    assert_true(session_agitation(room.session) > before);
    assert_int_equal(now(&room)->help_threat, 1 << HELP_crisis_team);
    done(&room, "primary help police"); /* not declared: a quarter of an hour, and the program's own words */
    assert_true(answered(&room, ""));
    assert_int_equal(now(&room)->help_at[HELP_police], 45 + 15 * 60);
    close_story(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_comes_after_the_exchange_in_which_its_minute_passed),
        cmocka_unit_test(during_a_wait_an_event_comes_at_its_own_moment),
        cmocka_unit_test(one_event_an_exchange_is_enough_and_the_first_in_the_file_comes_first),
        cmocka_unit_test(several_that_fall_due_while_one_waits_come_one_by_one_in_the_order_of_their_minutes),
        cmocka_unit_test(an_event_with_a_condition_is_asked_at_its_minute_too),
        cmocka_unit_test(a_tag_hurts_as_much_as_this_persons_wound_and_never_more_than_an_event_may),
        cmocka_unit_test(an_event_can_change_the_scene_and_bring_somebody),
        cmocka_unit_test(a_demand_nobody_answers_is_pressed_once),
        cmocka_unit_test(a_demand_that_was_answered_rests),
        cmocka_unit_test(a_deadline_passes_unnoticed_while_somebody_is_being_understood),
        cmocka_unit_test(a_deadline_nobody_talked_through_makes_it_worse),
        cmocka_unit_test(after_a_deadline_passed_in_anger_boiling_once_is_boiling_twice),
        cmocka_unit_test(the_heat_of_a_deadline_is_gone_after_one_exchange),
        cmocka_unit_test(being_understood_holds_a_deadline_for_three_exchanges),
        cmocka_unit_test(a_deadline_of_something_never_asked_for_is_none),
        cmocka_unit_test(what_a_sore_point_stirred_up_fades_with_the_time_between),
        cmocka_unit_test(a_kept_promise_earns_trust_once),
        cmocka_unit_test(a_false_promise_is_open_until_it_is_found_out),
        cmocka_unit_test(calling_help_is_an_exchange_and_starts_a_clock),
        cmocka_unit_test(help_announced_as_a_threat_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
