/* test_story.c - what is on offer, what is answered, where the talk goes: the author's tree in play. */
#include "ask.h"
#include "plain_ask.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "room.h"

/* --- what is on offer ------------------------------------------------------------------------ */

static void a_line_is_said_once_unless_it_may_come_again(void **state)
{
    (void)state;
    struct room room = open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" ONCE("c1", "label", "") "," CHOICE(
                                      "c2", "mirror", "") "," CHOICE("c3", "paraphrase", "") "]}",
                                  "");
    done(&room, "primary choose c1");
    assert_false(offered(room.session, "c1"));
    assert_true(session_said(room.session, 0));
    done(&room, "primary choose c2");
    assert_true(offered(room.session, "c2"));
    close_story(&room);
}

static void the_nodes_own_lines_come_first_and_five_are_enough(void **state)
{
    (void)state;
    struct room room =
        open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE "," ONCE("c4", "mirror", "") "]}",
                   ",'floating':[" ONCE("c91", "repair", ",'when':{'rupture':[1,1000]}") "," ONCE(
                       "c92", "safety_question",
                       "") "," ONCE("c93", "summary", "") "," ONCE("c94", "validate", ",'exclude':['first']") "]");
    assert_true(offered(room.session, "c4") && offered(room.session, "c92"));
    assert_false(offered(room.session, "c91")); /* nothing to repair yet */
    assert_false(offered(room.session, "c93")); /* no room */
    done(&room, "primary choose c2");
    assert_true(offered(room.session, "c91"));
    assert_false(offered(room.session, "c92"));
    done(&room, "primary choose c91");
    done(&room, "primary choose c4");
    assert_true(offered(room.session, "c92") && offered(room.session, "c93"));
    assert_false(offered(room.session, "c94"));
    close_story(&room);
}

static void where_nothing_helps_something_that_does_keeps_a_place(void **state)
{
    (void)state;
    struct room room =
        open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "order", "") "," CHOICE(
                       "c2", "advice", "") "," CHOICE("c3", "minimise", "") "," CHOICE("c4", "argue", "") "]}",
                   ",'floating':[" ONCE("c91", "inform", "") "," CHOICE("c92", "label", "") "]");
    assert_true(offered(room.session, "c92"));
    assert_false(offered(room.session, "c91")); /* it had the last place, and does not help yet */
    close_story(&room);
}

static void lines_for_every_step_need_no_other(void **state)
{
    (void)state;
    struct room room = open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[{'id':'c1','act':'label','reactions':"
                                  "[{'id':'l1','when':{'stage':[1,2,3,4]}},{'id':'l2','when':{'stage':[0]}}]}," CHOICE(
                                      "c2", "mirror", "") "," CHOICE("c3", "order", "") "]}",
                                  "");
    done(&room, "primary choose c1");
    assert_true(str_is(room.scenario->lines[now(&room)->reaction].id, "l2"));
    close_story(&room);
}

static void lines_for_any_time_take_turns_behind_the_owning_of_a_slip(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE "," CHOICE("c4", "mirror", "") "]}",
        ",'floating':[" CHOICE("c90", "encourager", "") "," ONCE("c91", "safety_question", "") "," ONCE(
            "c92", "summary", "") "," ONCE("c93", "validate", "") "," ONCE("c94", "repair",
                                                                           ",'when':{'rupture':[1,1000]}") "]");
    int seen[3] = {0};
    for (int i = 0; i < 15; i++) {
        seen[0] += offered(room.session, "c91");
        seen[1] += offered(room.session, "c92");
        seen[2] += offered(room.session, "c93");
        assert_false(offered(room.session, "c90")); /* what may be said again only fills */
        done(&room, "primary choose c1");
    }
    assert_int_equal(seen[0] + seen[1] + seen[2], 15); /* one place is left for them */
    assert_true(seen[0] >= 3 && seen[1] >= 3 && seen[2] >= 3);
    done(&room, "primary choose c2"); /* an order */
    assert_true(offered(room.session, "c94"));
    close_story(&room);
}

static void the_direct_question_keeps_a_place_until_it_was_asked(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE
        "," CHOICE("c4", "mirror", "") "," CHOICE("c5", "validate", "") "]}",
        ",'subject':{'identity':'daniel','pronoun':'he','profile':'suicidal-despair','expressive':true,'emotion':'"
        "despair',"
        "'need':'identity'},'floating':[" CHOICE(
            "c91", "safety_question",
            "") ","
                "{'id':'c92','act':'suicide_question','once':false,'reactions':[{'id':'lc92'}]}]"
                ",'reactions':{'open_wound':[{'id':'l93'}]},'endings':[{'id':'e-resolved','outcome':'resolved'},"
                "{'id':'e-stabilised','outcome':'stabilised'},{'id':'e-stalemate','outcome':'stalemate'},{'id':'e-lost'"
                ",'outcome':"
                "'contact_lost'},{'id':'e-escalated','outcome':'escalated'},{'id':'e-withdrawn','outcome':'withdrawn'},"
                "{'id':'e-harm','outcome':'harm_despite_calm'}]");
    for (int i = 0; i < 6; i++) {
        assert_false(offered(room.session, "c92"));
        assert_true(offered(room.session, "c5"));
        done(&room, "primary choose c3");
    }
    assert_true(offered(room.session, "c92"));
    assert_false(offered(room.session, "c5")); /* the last of more than enough */
    room.session->state->person.err = 600;
    done(&room, "primary choose c92");
    assert_true(answered(&room, "lc92")); /* answered, whatever stands open */
    assert_true(now(&room)->person.asked_suicide);
    assert_false(offered(room.session, "c92"));
    assert_true(offered(room.session, "c5"));
    close_story(&room);
}

static void the_place_in_the_menu_gives_nothing_away(void **state)
{
    (void)state;
    td_scenario *scenario = stage_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE
                                        "," CHOICE("c4", "mirror", "") "," CHOICE("c5", "validate", "") "]}",
                                        "");
    int place[5][5] = {{0}};
    for (uint64_t seed = 0; seed < 2000; seed++) {
        td_session *s = stage_begun(scenario, seed);
        int32_t menu[LIMIT_MENU], again[LIMIT_MENU];
        assert_int_equal(session_menu(s, menu), 5);
        assert_int_equal(session_menu(s, again), 5);
        assert_memory_equal(menu, again, sizeof menu);
        for (int i = 0; i < 5; i++)
            place[menu[i]][i]++;
        session_destroy(s);
    }
    for (int choice = 0; choice < 5; choice++)
        for (int i = 0; i < 5; i++)
            assert_in_range(place[choice][i], 300, 500); /* 400 expected */
    scenario_destroy(scenario);
}

/* --- the answer ------------------------------------------------------------------------------ */

#define ANSWERS(list)                                                                                                 \
    "{'id':'first','lines':[{'id':'l0'}],'choices':[{'id':'c1','act':'label','once':false,'q':900,'reactions':[" list \
    "]}," CHOICE("c2", "order", "") "," CHOICE("c3", "threat", "") "]}"

static void the_most_specific_answer_that_fits_is_given(void **state)
{
    (void)state;
    struct room room = open_story(ANSWERS("{'id':'l1','when':{'exchange':[2,2]}},"
                                          "{'id':'l2','when':{'exchange':[2,3],'last_act':['label']}},"
                                          "{'id':'l3','when':{'last_act':['order']}},{'id':'l4'}"),
                                  "");
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l4"));
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l2"));
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l2"));
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l4"));
    close_story(&room);
}

static void of_equal_answers_the_one_said_least_recently_comes(void **state)
{
    (void)state;
    struct room room = open_story(ANSWERS("{'id':'l1'},{'id':'l2'},{'id':'l3'}"), "");
    const char *order[] = {"l1", "l2", "l3", "l1", "l2"};
    for (int i = 0; i < 5; i++) {
        done(&room, "primary choose c1");
        assert_true(answered(&room, order[i]));
    }
    close_story(&room);
}

static void a_fact_is_not_given_away_before_its_time(void **state)
{
    (void)state;
    struct room room = open_story(ANSWERS("{'id':'l1','when':{'exchange':[1,30]},'discloses':['girl']},{'id':'l2'}"),
                                  ",'facts':[{'id':'girl','kind':'fact','when':{'exchange':[3,30]}}]");
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l2"));
    assert_false(knows(&room, "girl"));
    done(&room, "primary choose c1");
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l1"));
    assert_true(knows(&room, "girl"));
    close_story(&room);
}

static void an_open_wound_speaks_where_only_the_fallback_fits(void **state)
{
    (void)state;
    struct room room = open_story(ANSWERS("{'id':'l1','when':{'exchange':[4,30]}},{'id':'l2'}"),
                                  ",'reactions':{'open_wound':[{'id':'l91'}],'harsh':[{'id':'l92'}]}");
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l2"));
    done(&room, "primary choose c3"); /* a threat: its own fallback gives way to what it did */
    assert_true(answered(&room, "l92"));
    room.session->state->person.err = 1000; /* it cannot get worse, and still this was no open wound speaking */
    td_session *again = session_fork(room.session);
    struct room worst = {room.scenario, again};
    done(&worst, "primary choose c3");
    assert_true(answered(&worst, "l92"));
    session_destroy(again);
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l91"));
    done(&room, "primary choose c1"); /* what was written for the moment comes first */
    assert_true(answered(&room, "l1"));
    close_story(&room);
}

static void the_same_technique_again_and_again_is_noticed(void **state)
{
    (void)state;
    struct room room = open_story(ANSWERS("{'id':'l2'}"), ",'repeat':[{'id':'l93'}]");
    done(&room, "primary choose c1");
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l2"));
    for (int i = 0; i < 3; i++)
        done(&room, "primary choose c1");
    assert_true(now(&room)->person.habit[ACT_LABEL] >= 650);
    done(&room, "primary choose c1");
    assert_true(answered(&room, "l93"));
    close_story(&room);
}

static void an_answer_with_consequences_is_never_replaced(void **state)
{
    (void)state;
    struct room room =
        open_story(ANSWERS("{'id':'l2','sets':['told']}"),
                   ",'flags':['told'],'repeat':[{'id':'l93'}],'events':[{'id':'e','when':{'flags':['told'],"
                   "'exchange':[29,30]}}]");
    for (int i = 0; i < 7; i++) {
        done(&room, "primary choose c1");
        assert_true(answered(&room, "l2"));
    }
    close_story(&room);
}

static void silence_has_the_nodes_own_answer_or_the_storys(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'silence':[{'id':'l70','when':{'exchange':[1,1]}}],'choices':[" THREE "]}",
        ",'silence':[{'id':'l71'}]");
    done(&room, "primary pause");
    assert_true(answered(&room, "l70"));
    done(&room, "primary pause");
    assert_true(answered(&room, "l71"));
    assert_int_equal(now(&room)->last_act, ACT_PAUSE);
    close_story(&room);
}

/* --- where it goes --------------------------------------------------------------------------- */

#define NODE(id, rest, choices) "{'id':'" id "'" rest ",'lines':[{'id':'l" id "'}],'choices':[" choices "]}"

static void an_answers_way_comes_before_the_choices_and_its_conditions_are_asked_in_order(void **state)
{
    (void)state;
    struct room room = open_story(
        NODE(
            "first", "",
            "{'id':'c1','act':'label','once':false,'to':[{'to':'second','when':{'exchange':[2,30]}},{'to':'third'}],"
            "'reactions':[{'id':'l1','when':{'exchange':[4,4]},'to':'fourth'},{'id':'l2'}]}," CHOICE("c2", "mirror", "") "," CHOICE(
                "c3", "validate",
                "")) "," NODE("second", "",
                              CHOICE("c21", "label", ",'to':'first'") "," CHOICE("c22", "order", "") "," CHOICE(
                                  "c23", "advice",
                                  "")) "," NODE("third", "",
                                                CHOICE("c31", "label", ",'to':'first'") "," CHOICE("c32", "order", "") "," CHOICE(
                                                    "c33", "advice",
                                                    "")) "," NODE("fourth", "",
                                                                  CHOICE("c41", "label", ",'to':'first'") "," CHOICE(
                                                                      "c42", "order", "") "," CHOICE("c43", "advice",
                                                                                                     "")),
        "");
    done(&room, "primary choose c1");
    assert_true(stands_at(&room, "third") && answered(&room, "l2") && went_on(&room, "lthird"));
    done(&room, "primary choose c31");
    assert_true(stands_at(&room, "first"));
    done(&room, "primary choose c2");
    assert_true(stands_at(&room, "first") && went_on(&room, ""));
    assert_false(now(&room)->happened.entered);
    done(&room, "primary choose c1");
    assert_true(stands_at(&room, "fourth") && answered(&room, "l1") && went_on(&room, "lfourth"));
    close_story(&room);
}

#define DRIFTING                                                                                                      \
    NODE("first", "", ONCE("c1", "label", "") "," ONCE("c2", "mirror", "") "," ONCE("c3", "validate", ""))            \
    "," NODE(                                                                                                         \
        "calm", ",'entry':{'when':{'exchange':[1,30]}}",                                                              \
        ONCE("c11", "label", "") "," ONCE("c12", "mirror", "") "," ONCE(                                              \
            "c13", "advice",                                                                                          \
            "")) "," NODE("closer", ",'entry':{'when':{'exchange':[1,30],'last_act':['label','validate','mirror']}}", \
                          ONCE("c21", "label", "") "," ONCE("c22", "mirror", "") "," ONCE(                            \
                              "c23", "threat",                                                                        \
                              ",'sets':['hurt']")) "," NODE("away",                                                   \
                                                            ",'entry':{'when':{'flags':['hurt']},'priority':7}",      \
                                                            ONCE("c31", "repair", "") "," ONCE(                       \
                                                                "c32", "mirror", "") "," ONCE("c33", "advice", ""))

static void the_talk_stays_while_there_is_something_to_say_here_then_drifts_to_what_fits_best(void **state)
{
    (void)state;
    struct room room = open_story(DRIFTING, ",'flags':['hurt']");
    done(&room, "primary choose c1");
    assert_true(stands_at(&room, "first"));
    done(&room, "primary choose c2"); /* one line left: not worth staying */
    assert_true(stands_at(&room, "closer"));
    done(&room, "primary choose c21");
    assert_true(stands_at(&room, "closer"));
    done(&room, "primary choose c22");
    assert_true(stands_at(&room, "calm"));
    close_story(&room);
}

static void what_is_urgent_comes_at_once_and_only_once(void **state)
{
    (void)state;
    struct room room = open_story(DRIFTING, ",'flags':['hurt']");
    done(&room, "primary choose c1");
    done(&room, "primary choose c2");
    assert_true(stands_at(&room, "closer"));
    done(&room, "primary choose c23");
    assert_true(stands_at(&room, "away"));
    done(&room, "primary choose c31");
    assert_true(stands_at(&room, "away")); /* there are two lines left, and nothing presses */
    done(&room, "primary choose c32");
    assert_true(stands_at(&room, "calm"));
    done(&room, "primary choose c11");
    done(&room, "primary choose c12");
    assert_true(stands_at(&room, "calm")); /* there is nowhere to go: it stays, and silence is always there */
    done(&room, "primary choose c13");
    int32_t menu[LIMIT_MENU];
    assert_int_equal(session_menu(room.session, menu), 0);
    done(&room, "primary pause");
    assert_true(stands_at(&room, "calm"));
    close_story(&room);
}

static void what_is_learnt_opens_some_ways_and_shuts_others(void **state)
{
    (void)state;
    struct room room = open_story(
        NODE("first", "",
             CHOICE("c1", "label", ",'sets':['told']") "," CHOICE("c2", "mirror", "") "," CHOICE(
                 "c3", "validate",
                 "")) "," NODE("before", ",'entry':{'when':{'not_flags':['told'],'exchange':[2,30]},'priority':9}",
                               CHOICE("c11", "label", "") "," CHOICE("c12", "mirror", "") "," CHOICE(
                                   "c13", "advice",
                                   "")) "," NODE("after",
                                                 ",'entry':{'when':{'flags':['told'],'exchange':[2,30]},'priority':5}",
                                                 CHOICE("c21", "label", "") "," CHOICE("c22", "mirror", "") "," CHOICE(
                                                     "c23", "advice", "")),
        ",'flags':['told'],'floating':[" CHOICE("c91", "summary", ",'when':{'not_flags':['told']}") "," CHOICE(
            "c92", "repair",
            ",'when':{'flags':['told']}") "]"
                                          ",'events':[{'id':'e','when':{'not_flags':['told'],'exchange':[2,30]}}]");
    struct room other = {room.scenario, session_fork(room.session)};
    assert_true(offered(room.session, "c91") && !offered(room.session, "c92"));
    done(&room, "primary choose c1");
    assert_true(!offered(room.session, "c91") && offered(room.session, "c92"));
    done(&room, "primary choose c2");
    assert_true(stands_at(&room, "after"));
    assert_int_equal(now(&room)->happened.event, NONE);
    done(&other, "primary choose c2");
    done(&other, "primary choose c2");
    assert_true(stands_at(&other, "before"));
    assert_int_equal(now(&other)->happened.event, 0);
    session_destroy(other.session);
    close_story(&room);
}

static void a_node_that_may_come_again_does_but_never_follows_itself(void **state)
{
    (void)state;
    struct room room = open_story(
        NODE("first", "", ONCE("c1", "label", "") "," ONCE("c2", "mirror", "") "," ONCE("c3", "validate", "")) "," NODE(
            "again", ",'again':true,'entry':{'when':{'exchange':[1,30]},'priority':2}",
            CHOICE("c11", "label", "") "," CHOICE("c12", "mirror", "") "," CHOICE("c13", "advice", ",'to':'first'")),
        "");
    done(&room, "primary choose c1");
    assert_true(stands_at(&room, "again") && now(&room)->happened.entered);
    done(&room, "primary choose c11");
    assert_true(stands_at(&room, "again"));
    assert_false(now(&room)->happened.entered);
    done(&room, "primary choose c13");
    assert_true(stands_at(&room, "first"));
    done(&room, "primary choose c2");
    assert_true(stands_at(&room, "again") && now(&room)->happened.entered);
    close_story(&room);
}

static void points_to_stop_and_discuss_are_shown_where_they_are_reached(void **state)
{
    (void)state;
    struct room room =
        open_story(NODE("first", "",
                        CHOICE("c1", "label", ",'to':'stop'") "," CHOICE("c2", "mirror", "") "," CHOICE(
                            "c3", "validate", "")) "," NODE("stop", ",'discuss':true,'scene_break':true",
                                                            CHOICE("c11", "label", "") "," CHOICE(
                                                                "c12", "mirror", "") "," CHOICE("c13", "advice", "")),
                   "");
    assert_false(now(&room)->discuss);
    done(&room, "primary choose c1");
    assert_true(now(&room)->discuss && now(&room)->scene_break);
    done(&room, "primary wait 1000");
    assert_true(now(&room)->discuss);
    done(&room, "primary choose c11");
    assert_false(now(&room)->discuss || now(&room)->scene_break);
    close_story(&room);
}

/* --- the quick way and the plain way --------------------------------------------------------- */

static int by_index(const void *a, const void *b)
{
    return *(const int32_t *)a - *(const int32_t *)b;
}

static void compare_menus(const td_session *session)
{
    int32_t quick[LIMIT_MENU], plain[LIMIT_MENU];
    int count = session_menu(session, quick);
    assert_int_equal(plain_menu(session, plain), count);
    qsort(quick, (size_t)count, sizeof *quick, by_index);
    qsort(plain, (size_t)count, sizeof *plain, by_index);
    assert_memory_equal(quick, plain, sizeof *quick * (size_t)count);
}

static void compare_everything(const td_session *session)
{
    const td_scenario *s = session->scenario;
    for (int i = 0; i < s->condition_count; i++)
        assert_int_equal(condition_holds(session, i), plain_condition(session, i));
    for (int i = 0; i < s->node_count; i++) {
        assert_int_equal(pick_line(session, s->nodes[i].lines), plain_line(session, s->nodes[i].lines));
        assert_int_equal(pick_listed(session, s->nodes[i].lines, &s->node_lists[i]),
                         plain_line(session, s->nodes[i].lines));
        assert_int_equal(pick_line(session, s->nodes[i].silence), plain_line(session, s->nodes[i].silence));
    }
    for (int i = 0; i < s->choice_count; i++) {
        int32_t plain = plain_line(session, s->choices[i].reactions);
        assert_int_equal(pick_line(session, s->choices[i].reactions), plain);
        assert_int_equal(pick_listed(session, s->choices[i].reactions, &s->reaction_lists[i]), plain);
    }
    assert_int_equal(pick_listed(session, s->repeat, &s->repeat_list), plain_line(session, s->repeat));
    assert_int_equal(pick_listed(session, s->open_wound, &s->open_wound_list), plain_line(session, s->open_wound));
    assert_int_equal(pick_listed(session, s->harsh, &s->harsh_list), plain_line(session, s->harsh));
    compare_menus(session);
}

/* Which storylets the sieve leaves, against asking each of them. */
static void compare_sieve(const td_session *session)
{
    const td_scenario *s = session->scenario;
    for (int place = 0; place < s->storylet_count; place++) {
        int32_t node = s->storylets[place];
        bool may = !session_visited(session, node) || s->nodes[node].again;
        bool plain = may && plain_condition(session, s->nodes[node].entry);
        bool left = sift(session, SIEVE_STORYLETS + place / 64) >> (place % 64) & 1;
        assert_int_equal(left && gate_open(session, &s->storylet_gates[place]), plain);
    }
    for (int i = 0; i < s->event_count; i++) {
        bool plain = !(session->state->events_done >> i & 1) && plain_condition(session, s->events[i].condition);
        assert_int_equal((sift(session, SIEVE_EVENTS) >> i & 1) && gate_open(session, &s->event_gates[i]), plain);
    }
}

static void play_and_compare(const td_scenario *scenario, uint64_t seed)
{
    uint8_t noise[600];
    bytes_fill(noise, sizeof noise, seed);
    struct bytes bytes = bytes_from(noise, sizeof noise);
    td_session *session = stage_begun(scenario, seed);
    for (int i = 0; i < 60; i++) {
        struct command command = stage_draw(&bytes, session);
        const char *reason;
        session_apply(session, &command, &reason);
        compare_everything(session);
        if (session->state->phase == PHASE_TALK)
            compare_sieve(session);
    }
    session_destroy(session);
}

static void what_is_quick_and_what_is_plain_agree_at_every_moment(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    for (uint64_t seed = 0; seed < 60; seed++)
        play_and_compare(mini, seed);
    scenario_destroy(mini);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_said_once_unless_it_may_come_again),
        cmocka_unit_test(the_nodes_own_lines_come_first_and_five_are_enough),
        cmocka_unit_test(where_nothing_helps_something_that_does_keeps_a_place),
        cmocka_unit_test(lines_for_every_step_need_no_other),
        cmocka_unit_test(lines_for_any_time_take_turns_behind_the_owning_of_a_slip),
        cmocka_unit_test(the_direct_question_keeps_a_place_until_it_was_asked),
        cmocka_unit_test(the_place_in_the_menu_gives_nothing_away),
        cmocka_unit_test(the_most_specific_answer_that_fits_is_given),
        cmocka_unit_test(of_equal_answers_the_one_said_least_recently_comes),
        cmocka_unit_test(a_fact_is_not_given_away_before_its_time),
        cmocka_unit_test(an_open_wound_speaks_where_only_the_fallback_fits),
        cmocka_unit_test(the_same_technique_again_and_again_is_noticed),
        cmocka_unit_test(an_answer_with_consequences_is_never_replaced),
        cmocka_unit_test(silence_has_the_nodes_own_answer_or_the_storys),
        cmocka_unit_test(an_answers_way_comes_before_the_choices_and_its_conditions_are_asked_in_order),
        cmocka_unit_test(the_talk_stays_while_there_is_something_to_say_here_then_drifts_to_what_fits_best),
        cmocka_unit_test(what_is_urgent_comes_at_once_and_only_once),
        cmocka_unit_test(what_is_learnt_opens_some_ways_and_shuts_others),
        cmocka_unit_test(a_node_that_may_come_again_does_but_never_follows_itself),
        cmocka_unit_test(points_to_stop_and_discuss_are_shown_where_they_are_reached),
        cmocka_unit_test(what_is_quick_and_what_is_plain_agree_at_every_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
