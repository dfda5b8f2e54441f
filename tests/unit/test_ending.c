/* test_ending.c - the seven ways an encounter can end, and the ending that is told of each. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "room.h"

#define SUBJECT(profile, overrides)                                                                                 \
    ",'subject':{'identity':'daniel','pronoun':'he','profile':'" profile "','expressive':true,'emotion':'despair'," \
    "'need':'identity','overrides':{" overrides "}}"

static bool ended(const struct room *room, enum outcome outcome, const char *ending)
{
    const struct state *state = now(room);
    return state->phase == PHASE_OVER && state->outcome == outcome &&
           str_is(room->scenario->endings[state->ending].id, ending);
}

static void play_until_over(const struct room *room, const char *line)
{
    for (int i = 0; i < 200 && now(room)->phase == PHASE_TALK; i++)
        done(room, line);
}

static void boiling_twice_in_a_row_is_the_end(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "threat", ",'tone':-2,'pace':-2") "," CHOICE(
            "c2", "order", "") "," CHOICE("c3", "label", "") "]}",
        "");
    play_until_over(&room, "primary choose c1");
    assert_true(ended(&room, OUTCOME_escalated, "e-escalated"));
    assert_true(answered(&room, "lc1"));
    assert_true(went_on(&room, "")); /* the answer is the last thing that is said */
    close_story(&room);
}

static void somebody_pushed_into_a_corner_stops_talking(void **state)
{
    (void)state;
    struct room room =
        open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "advice", ",'tone':-1") "," CHOICE(
                       "c2", "why_question", ",'tone':-1") "," CHOICE("c3", "problem_solve", ",'tone':-1") "]}",
                   SUBJECT("default", "'sens':500,'boil':950,'U0':60,'P0':0,'L0':100"));
    const char *lines[] = {"primary choose c1", "primary choose c2", "primary choose c3"};
    for (int i = 0; i < 30 && now(&room)->phase == PHASE_TALK; i++)
        done(&room, lines[i % 3]);
    assert_true(ended(&room, OUTCOME_contact_lost, "e-lost"));
    assert_true(now(&room)->exchanges >= 9);
    close_story(&room);
}

#define SKILLED                                                                              \
    "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "label", "") "," CHOICE(  \
        "c2", "paraphrase", "") "," CHOICE("c3", "validate", "") "," CHOICE("c4", "summary", \
                                                                            "") "," CHOICE("c5", "plan", "") "]}"

static void the_top_of_the_stairway_resolves_it(void **state)
{
    (void)state;
    struct room room = open_story(SKILLED, "");
    const char *up[] = {"primary choose c1", "primary choose c2", "primary choose c3", "primary choose c4"};
    for (int i = 0; i < 30 && now(&room)->phase == PHASE_TALK; i++)
        done(&room, now(&room)->person.stage >= 3 ? "primary choose c5" : up[i % 4]);
    assert_true(ended(&room, OUTCOME_resolved, "e-resolved"));
    assert_int_equal(now(&room)->person.stage, 4);
    close_story(&room);
}

static void a_spent_budget_of_exchanges_leaves_it_calm_and_close_or_not(void **state)
{
    (void)state;
    struct room good = open_story(SKILLED, ""), poor = open_story(SKILLED, "");
    const char *listening[] = {"primary choose c1", "primary choose c2", "primary choose c3", "primary choose c4"};
    for (int i = 0; i < 30; i++)
        done(&good, listening[i % 4]);
    play_until_over(&poor, "primary pause 10000");
    assert_int_equal(now(&good)->exchanges, 30);
    assert_true(ended(&good, OUTCOME_stabilised, "e-stabilised"));
    assert_int_equal(now(&poor)->exchanges, 30);
    assert_true(ended(&poor, OUTCOME_stalemate, "e-stalemate"));
    close_story(&good);
    close_story(&poor);
}

/* Stands there and says nothing until the time is up. */
static enum outcome stood_by(td_scenario *mini, bool asked, int32_t rapport, td_session **ret)
{
    struct room room = {mini, stage_begun(mini, 3)};
    room.session->state->person.asked_suicide = asked;
    room.session->state->person.R = fix_pm(rapport);
    room.session->state->person.P = room.session->state->person.L = fix_pm(150);
    wait_until(&room, 3600000, 3600000);
    *ret = room.session;
    return (enum outcome)room.session->state->outcome;
}

static void calm_is_not_safe_for_somebody_who_was_never_asked(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    td_session *s;
    assert_int_equal(stood_by(mini, false, 50, &s), OUTCOME_harm_despite_calm);
    assert_true(session_agitation(s) < 350);
    assert_true(str_is(mini->endings[s->state->ending].id, "e-harm"));
    session_destroy(s);
    assert_int_equal(stood_by(mini, true, 50, &s), OUTCOME_stalemate);
    session_destroy(s);
    assert_int_equal(stood_by(mini, false, 900, &s), OUTCOME_harm_despite_calm); /* close, and still nobody asked */
    session_destroy(s);
    scenario_destroy(mini);
}

static void who_withdraws_is_out(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    done(&room, "primary withdraw");
    assert_true(ended(&room, OUTCOME_withdrawn, "e-withdrawn"));
    close_story(&room);
}

/* --- handing over ---------------------------------------------------------------------------- */

#define HANDING                                                                                                      \
    ",'facts':[{'id':'called','kind':'name'},{'id':'girl','kind':'hook'},{'id':'badge','kind':'trigger','strength':" \
    "200},"                                                                                                          \
    "{'id':'gun','kind':'risk'},{'id':'tea','kind':'promise'}]"                                                      \
    ",'help':[{'kind':'medical','minutes':1,'handover':true,'announce':[{'id':'l60'}]},"                             \
    "{'kind':'interpreter','minutes':1,'announce':[{'id':'l61'}]}]"
#define HANDING_NODE                                                                                                              \
    "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "open_question", ",'discloses':['called','girl']") "," CHOICE( \
        "c2", "label",                                                                                                            \
        ",'names':'badge','discloses':['badge']") "," CHOICE("c3", "safety_question",                                             \
                                                             ",'discloses':['gun']") "," CHOICE("c4", "honest",                   \
                                                                                                ",'promise':"                     \
                                                                                                "'tea'") "," CHOICE("c5",         \
                                                                                                                    "hook",       \
                                                                                                                    ",'names':'girl','grant':'tea'") "]}"

static void only_those_who_can_take_over_are_handed_over_to(void **state)
{
    (void)state;
    struct room room = open_story(HANDING_NODE, HANDING);
    refused(room.session, "primary handover none", REFUSED_NOBODY_THERE);
    done(&room, "primary help interpreter");
    done(&room, "primary wait 60000");
    assert_int_equal(now(&room)->help_arrived, 1 << HELP_interpreter);
    refused(room.session, "primary handover none", REFUSED_NOBODY_THERE);
    done(&room, "primary help medical");
    refused(room.session, "primary handover none", REFUSED_NOBODY_THERE);
    done(&room, "primary wait 60000");
    done(&room, "primary handover none");
    assert_true(ended(&room, OUTCOME_stalemate, "e-stalemate"));
    assert_int_equal(now(&room)->handed_over, 0);
    close_story(&room);
}

static void a_handover_is_worth_what_was_learnt_and_passed_on(void **state)
{
    (void)state;
    static const struct {
        const char *lines[3];
        const char *handover;
        enum outcome outcome;
    } rows[] = {
        {{"primary choose c1", "primary choose c2", NULL}, "primary handover name,hooks,triggers", OUTCOME_stabilised},
        {{"primary choose c1", "primary choose c2", NULL}, "primary handover name,hooks", OUTCOME_stalemate},
        {{"primary choose c1", "primary choose c2", NULL},
         "primary handover name,hooks,risk",
         OUTCOME_stalemate}, /* not known */
        {{"primary choose c1", "primary choose c3", NULL}, "primary handover name,hooks,risk", OUTCOME_stabilised},
        {{"primary choose c4", "primary choose c3", "primary choose c2"},
         "primary handover promises,triggers,risk",
         OUTCOME_stabilised},
        {{NULL, NULL, NULL}, "primary handover name,hooks,triggers,promises,risk", OUTCOME_stalemate},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct room room = open_story(HANDING_NODE, HANDING);
        for (int k = 0; k < 3 && rows[i].lines[k]; k++)
            done(&room, rows[i].lines[k]);
        done(&room, "primary help medical");
        done(&room, "primary wait 60000");
        done(&room, rows[i].handover);
        print_message("# row %d\n", (int)i);
        assert_int_equal(now(&room)->outcome, rows[i].outcome);
        close_story(&room);
    }
}

static void the_ending_told_is_the_most_specific_of_its_outcome(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    for (int tea = 0; tea < 2; tea++) {
        td_session *s = stage_begun(mini, 1);
        int32_t choice = scenario_find_choice(mini, TD_STR("c043"));
        if (tea)
            s->said[choice >> 6] |= UINT64_C(1) << (choice & 63);
        s->state->person.stage = 3;
        s->state->person.top_stage = 3;
        s->state->person.P = 0;
        s->state->person.L = fix_pm(100);
        s->state->person.E = s->state->person.R = s->state->person.T = s->state->person.H = fix_pm(900);
        s->state->person.C = fix_pm(700);
        s->state->person.asked_suicide = true;
        assert_string_equal(stage_do(s, "primary choose c007"), "");
        assert_int_equal(s->state->outcome, OUTCOME_resolved);
        assert_true(str_is(mini->endings[s->state->ending].id, tea ? "e-resolved-tea" : "e-resolved"));
        session_destroy(s);
    }
    scenario_destroy(mini);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boiling_twice_in_a_row_is_the_end),
        cmocka_unit_test(somebody_pushed_into_a_corner_stops_talking),
        cmocka_unit_test(the_top_of_the_stairway_resolves_it),
        cmocka_unit_test(a_spent_budget_of_exchanges_leaves_it_calm_and_close_or_not),
        cmocka_unit_test(calm_is_not_safe_for_somebody_who_was_never_asked),
        cmocka_unit_test(who_withdraws_is_out),
        cmocka_unit_test(only_those_who_can_take_over_are_handed_over_to),
        cmocka_unit_test(a_handover_is_worth_what_was_learnt_and_passed_on),
        cmocka_unit_test(the_ending_told_is_the_most_specific_of_its_outcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
