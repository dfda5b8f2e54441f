/* test_session.c - one encounter: what each command does to it, and what it may not do. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "room.h"

/* --- refusals -------------------------------------------------------------------------------- */

static void a_refused_command_leaves_the_session_as_it_was(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    td_session *s = stage_session(mini, 1);
    refused(s, "primary choose c004", REFUSED_NOT_BEGUN);
    refused(s, "primary wait 1000", REFUSED_NOT_BEGUN);
    refused(s, "voter begin", REFUSED_NOT_YOUR_RIGHT);
    refused(s, "primary pick nothing", REFUSED_NO_SUCH_ITEM);
    refused(s, "primary pick b-place", REFUSED_NOT_TO_PICK);
    refused(s, "primary pick b-alone,b-work,b-record", REFUSED_TOO_MANY_PICKS);
    refused(s, "primary pick ap-sit,ap-desk", REFUSED_TOO_MANY_PICKS);
    assert_string_equal(stage_do(s, "primary begin"), "");
    refused(s, "primary begin", REFUSED_BEGUN);
    refused(s, "primary pick b-work", REFUSED_BEGUN);
    refused(s, "primary choose c999", REFUSED_NO_SUCH_CHOICE);
    refused(s, "primary choose c015", REFUSED_NOT_OFFERED);
    refused(s, "primary move step-back", REFUSED_NOT_POSSIBLE_HERE);
    refused(s, "primary handover none", REFUSED_NOBODY_THERE);
    refused(s, "primary assess p-nobody 3", REFUSED_NO_SUCH_PROMPT);
    refused(s, "primary assess p-risk o-high", REFUSED_NOT_ASKED_NOW);
    refused(s, "primary assess p-start 11", REFUSED_NOT_AN_ANSWER);
    refused(s, "primary assess p-start shame", REFUSED_NOT_AN_ANSWER);
    refused(s, "primary freeze", REFUSED_NOT_YOUR_RIGHT);
    refused(s, "primary rewind 1", REFUSED_NEEDS_HISTORY);
    refused(s, "instructor resume", REFUSED_NOT_FROZEN);
    refused(s, "instructor inject i-nothing", REFUSED_NO_SUCH_EVENT);
    refused(s, "instructor override c015", REFUSED_NOT_OFFERED);
    assert_string_equal(stage_do(s, "primary withdraw"), "");
    refused(s, "primary withdraw", REFUSED_OVER);
    refused(s, "instructor end", REFUSED_OVER);
    session_destroy(s);
    scenario_destroy(mini);
}

static void a_frozen_play_waits_for_its_instructor(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'inject':[{'id':'i-one','effect':{'P':50}}]");
    done(&room, "instructor freeze");
    refused(room.session, "instructor freeze", REFUSED_FROZEN);
    refused(room.session, "primary choose c1", REFUSED_FROZEN);
    refused(room.session, "primary wait 1000", REFUSED_FROZEN);
    done(&room, "instructor inject i-one");
    refused(room.session, "instructor inject i-one", REFUSED_ALREADY_DONE);
    done(&room, "instructor resume");
    done(&room, "primary choose c1");
    close_story(&room);
}

/* --- the briefing ---------------------------------------------------------------------------- */

static void a_later_pick_replaces_the_one_before(void **state)
{
    (void)state;
    td_scenario *scenario = stage_story(ONE_NODE, "");
    td_session *s = stage_session(scenario, 1);
    assert_string_equal(stage_do(s, "primary pick b-two,b-three,ap-two"), "");
    assert_int_equal(s->state->picked, 1 << 1 | 1 << 2);
    assert_int_equal(s->state->approach, 2);
    assert_string_equal(stage_do(s, "primary pick b-four"), "");
    assert_int_equal(s->state->picked, 1 << 3);
    assert_int_equal(s->state->approach, 0);
    session_destroy(s);
    scenario_destroy(scenario);
}

/* The first words after one of the plans, as the line's place in the scenario. */
static int32_t first_words(const td_scenario *scenario, const char *plan)
{
    td_session *s = stage_session(scenario, 1);
    assert_string_equal(stage_do(s, plan), "");
    assert_string_equal(stage_do(s, "primary begin"), "");
    int32_t line = s->state->line;
    session_destroy(s);
    return line;
}

static void how_one_came_is_in_the_first_words(void **state)
{
    (void)state;
    static const char *const plans[] = {"primary pick ap-lamp", "primary pick ap-close", "primary pick ap-call",
                                        "primary pick ap-wait"};
    td_scenario *scenario = stage_shipped("bridge-rail");
    for (size_t i = 0; i < sizeof plans / sizeof *plans; i++)
        for (size_t other = 0; other < i; other++)
            assert_int_not_equal(first_words(scenario, plans[i]), first_words(scenario, plans[other]));
    scenario_destroy(scenario);
}

static void words_to_somebody_else_leave_what_was_said_to_be_answered(void **state)
{
    (void)state;
    td_scenario *scenario = stage_shipped("bridge-rail");
    td_session *s = stage_session(scenario, 1);
    assert_string_equal(stage_do(s, "primary begin"), "");
    assert_string_equal(stage_do(s, "primary choose c015"), "");
    int32_t moment = s->state->node;
    assert_string_equal(stage_do(s, "primary help crisis-team"), "");
    assert_int_equal(s->state->node, moment);
    assert_string_equal(stage_do(s, "primary choose c030"), ""); /* it can still be answered, and then he goes on */
    assert_int_not_equal(s->state->node, moment);
    session_destroy(s);
    scenario_destroy(scenario);
}

static void the_talk_begins_with_the_line_of_the_first_node(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    assert_int_equal(now(&room)->phase, PHASE_TALK);
    assert_int_equal(now(&room)->node, 0);
    assert_true(str_is(room.scenario->lines[now(&room)->line].id, "l0"));
    assert_int_equal(now(&room)->reaction, NONE);
    assert_int_equal(now(&room)->story_ms, 0);
    assert_true(now(&room)->happened.spoke && now(&room)->happened.entered);
    assert_true(session_visited(room.session, 0));
    close_story(&room);
}

/* --- time ------------------------------------------------------------------------------------ */

static void story_time_moves_only_by_what_is_done(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'scene':[{'kind':'sit','effect':{'P':-20}}]");
    done(&room, "primary choose c1 after 90000");
    assert_int_equal(now(&room)->story_ms, 45000);
    done(&room, "primary choose c3");
    assert_int_equal(now(&room)->story_ms, 75000);
    done(&room, "primary pause 3500");
    assert_int_equal(now(&room)->story_ms, 78500);
    done(&room, "primary observe");
    assert_int_equal(now(&room)->story_ms, 83500);
    done(&room, "primary wait 777");
    assert_int_equal(now(&room)->story_ms, 84277);
    done(&room, "primary move sit");
    assert_int_equal(now(&room)->story_ms, 104277);
    done(&room, "primary help police");
    assert_int_equal(now(&room)->story_ms, 149277);
    assert_int_equal(now(&room)->exchanges, 4);
    close_story(&room);
}

static void thinking_time_is_kept_and_never_used(void **state)
{
    (void)state;
    struct room a = open_story(ONE_NODE, ""), b = open_story(ONE_NODE, "");
    done(&a, "primary choose c1 after 10");
    done(&b, "primary choose c1 after 999999");
    assert_true(session_hash(a.session) == session_hash(b.session));
    close_story(&a);
    close_story(&b);
}

static void waiting_calms_and_counts_as_no_exchange(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    int32_t before = session_agitation(room.session);
    struct person person = now(&room)->person;
    done(&room, "primary wait 119000");
    assert_true(session_agitation(room.session) < before);
    assert_int_equal(now(&room)->exchanges, 0);
    assert_memory_equal(&now(&room)->person, &person, sizeof person); /* lived through at the next event */
    close_story(&room);
}

static void quiet_soothes_for_two_minutes_and_then_only_passes(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ""), twin = open_story(ONE_NODE, "");
    done(&room, "primary wait 120000");
    int32_t soothed = session_agitation(room.session);
    done(&room, "primary wait 3000000");
    assert_int_equal(now(&room)->story_ms, 3120000);
    assert_int_equal(session_agitation(room.session), soothed);
    done(&twin, "primary wait 120000");
    struct person expected = now(&twin)->person;
    person_tire(&now(&twin)->profile, 3000, &expected); /* tired all the same */
    struct move move = session_move(room.session, 0, 0, 0, NONE);
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    done(&room, "primary choose c1");
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    int32_t spoken = session_agitation(room.session);
    done(&room, "primary wait 60000"); /* somebody is there again */
    assert_true(session_agitation(room.session) < spoken);
    close_story(&room);
    close_story(&twin);
}

static void when_nobody_has_spoken_for_two_minutes_the_person_does(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'silence':[{'id':'l70'}]");
    done(&room, "primary wait 600000");
    assert_int_equal(now(&room)->story_ms, 120000);
    assert_true(now(&room)->happened.spoke);
    assert_true(str_is(room.scenario->lines[now(&room)->reaction].id, "l70"));
    done(&room, "primary wait 600000"); /* once is enough */
    assert_int_equal(now(&room)->story_ms, 720000);
    done(&room, "primary choose c1");
    done(&room, "primary wait 600000");
    assert_int_equal(now(&room)->story_ms, 720000 + 45000 + 120000);
    assert_int_equal(now(&room)->exchanges, 1);
    close_story(&room);
}

static void a_wait_is_the_same_however_it_is_split(void **state)
{
    (void)state;
    const char *more = ",'demands':[{'id':'d','deadline':{'minutes':3}}],'silence':[{'id':'l73'}]"
                       ",'events':[{'id':'ring','at':{'minutes':2},'effect':{'P':90},'raises':'d'},"
                       "{'id':'rain','at':{'minutes':4},'when':{'agitation':[0,999]},'effect':{'P':-30}}]"
                       ",'help':[{'kind':'medical','minutes':4,'announce':[{'id':'l70'}],'arrive':[{'id':'l71',"
                       "'when':{'agitation':[0,700]}},{'id':'l72'}]}]";
    const char *node =
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE "," CHOICE("c4", "honest", ",'demand':'d'") "]}";
    struct room one = open_story(node, more), many = open_story(node, more);
    done(&one, "primary help medical");
    done(&many, "primary help medical");
    assert_int_equal(wait_until(&one, 445000, 400000), 6); /* ring, quiet, deadline, rain, help, and the rest */
    wait_until(&many, 445000, 667);
    assert_true(session_hash(one.session) == session_hash(many.session));
    assert_int_equal(now(&one)->help_arrived, 1 << HELP_medical);
    assert_true(now(&one)->deadlines_done & 1);
    assert_int_equal(now(&one)->events_done, 3);
    done(&one, "primary choose c1");
    done(&many, "primary choose c1");
    assert_true(session_hash(one.session) == session_hash(many.session));
    close_story(&one);
    close_story(&many);
}

static void a_silence_is_as_long_as_it_is_held_and_keeps_its_odd_milliseconds(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    struct person expected = now(&room)->person;
    struct move move = session_move(room.session, ACTION_PAUSE, 0, 0, NONE);
    struct luck luck = {1, 80};
    assert_int_equal(move.act, ACT_PAUSE);
    assert_int_equal(move.dt, 10);
    done(&room, "primary pause 3600");
    move.dt = 3;
    person_exchange(&model_built_in, &now(&room)->profile, luck, &move, &expected, NULL);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    assert_int_equal(now(&room)->event_ms, 3000);
    done(&room, "primary pause 3600");
    move.dt = 4;
    person_exchange(&model_built_in, &now(&room)->profile, luck, &move, &expected, NULL);
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    close_story(&room);
}

static void the_time_budget_ends_a_wait_where_it_is_spent(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    done(&room, "primary wait 120000");
    done(&room, "primary wait 3600000");
    assert_int_equal(now(&room)->phase, PHASE_OVER);
    assert_int_equal(now(&room)->story_ms, 3600000);
    close_story(&room);
}

/* --- a line and what is heard ---------------------------------------------------------------- */

static void the_person_hears_the_move_that_was_shown(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    int32_t label = scenario_find_choice(room.scenario, TD_STR("c1"));
    struct move move = session_move(room.session, label, 1, -1, 120);
    assert_int_equal(move.act, ACT_LABEL);
    assert_int_equal(move.q, 900);
    assert_int_equal(move.tone, 1);
    assert_int_equal(move.pace, -1);
    assert_int_equal(move.dist, 120);
    struct person expected = now(&room)->person;
    person_exchange(&model_built_in, &now(&room)->profile, (struct luck){1, 80}, &move, &expected, NULL);
    done(&room, "primary choose c1 tone 1 pace -1 dist 120");
    assert_memory_equal(&now(&room)->person, &expected, sizeof expected);
    close_story(&room);
}

static void voice_falls_back_to_the_middle_and_distance_stays(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    assert_int_equal(now(&room)->dist, 220);
    done(&room, "primary choose c1 tone 1 dist 400");
    assert_int_equal(now(&room)->dist, 400);
    assert_int_equal(now(&room)->delivery, 1 << DELIVERY_soft | 1 << DELIVERY_far);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->dist, 400);
    assert_int_equal(now(&room)->delivery, 1 << DELIVERY_far);
    close_story(&room);
}

static void delivery_adds_to_the_authors_own_and_is_clamped(void **state)
{
    (void)state;
    struct room room = open_story(
        "{'id':'first','lines':[{'id':'l0'}],'choices':[" CHOICE("c1", "label", ",'tone':2,'pace':1") "," CHOICE(
            "c2", "order", ",'tone':-2,'pace':-2") "," CHOICE("c3", "mirror", "") "]}",
        "");
    struct move move = session_move(room.session, 0, 1, 1, NONE);
    assert_int_equal(move.tone, 2);
    assert_int_equal(move.pace, 1);
    move = session_move(room.session, 1, -1, -1, NONE);
    assert_int_equal(move.tone, -2);
    assert_int_equal(move.pace, -2);
    move = session_move(room.session, 1, 1, 1, NONE);
    assert_int_equal(move.tone, -1);
    assert_int_equal(move.pace, -1);
    close_story(&room);
}

static void what_is_half_heard_loses_three_tenths_of_its_quality(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'delivery':{'soft_unheard':true,'slow_loses':true,'far_unheard':350}");
    assert_int_equal(session_move(room.session, 0, 0, 0, NONE).q, 900);
    assert_int_equal(session_move(room.session, 0, 1, 0, NONE).q, 630);
    assert_int_equal(session_move(room.session, 0, 0, 1, NONE).q, 630);
    assert_int_equal(session_move(room.session, 0, 0, 0, 349).q, 900);
    assert_int_equal(session_move(room.session, 0, 0, 0, 350).q, 630);
    assert_int_equal(session_move(room.session, 0, 1, 1, 400).q, 900 * 7 / 10 * 7 / 10 * 7 / 10);
    close_story(&room);
}

static void where_one_cannot_walk_a_distance_is_refused(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    td_session *s = stage_begun(mini, 1);
    assert_string_equal(stage_do(s, "primary choose c004 dist 300"), "");
    session_destroy(s);
    scenario_destroy(mini);
    struct room room = open_story(ONE_NODE, ",'x-note':1");
    ((td_scenario *)room.scenario)->distance_fixed = true;
    refused(room.session, "primary choose c1 dist 300", REFUSED_DISTANCE_FIXED);
    refused(room.session, "primary pause 5000 dist 300", REFUSED_DISTANCE_FIXED);
    done(&room, "primary choose c1 dist 220"); /* where one stands */
    close_story(&room);
}

static void a_step_back_is_a_step_and_comes_once(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'scene':[{'kind':'step-back','effect':{'P':-40,'U':60},"
                                            "'reactions':[{'id':'l80'}]}]");
    int32_t U = now(&room)->person.U, before = session_agitation(room.session);
    done(&room, "primary move step-back");
    assert_int_equal(now(&room)->dist, 320);
    assert_true(now(&room)->person.U > U);
    assert_true(session_agitation(room.session) < before);
    assert_true(str_is(room.scenario->lines[now(&room)->reaction].id, "l80"));
    assert_int_equal(now(&room)->exchanges, 0);
    refused(room.session, "primary move step-back", REFUSED_ALREADY_DONE);
    refused(room.session, "primary move sit", REFUSED_NOT_POSSIBLE_HERE);
    close_story(&room);
}

static void looking_closely_shows_the_next_finer_cue(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, ",'observe':[{'id':'l81','when':{'exchange':[1,99]}},{'id':'l82'}]");
    done(&room, "primary observe");
    assert_int_equal(now(&room)->cue_step, 1);
    assert_true(str_is(room.scenario->lines[now(&room)->observed].id, "l82"));
    for (int i = 0; i < 9; i++)
        done(&room, "primary observe");
    assert_int_equal(now(&room)->cue_step, 5);
    done(&room, "primary choose c1");
    assert_int_equal(now(&room)->cue_step, 0);
    assert_int_equal(now(&room)->observed, NONE);
    done(&room, "primary observe");
    assert_true(str_is(room.scenario->lines[now(&room)->observed].id, "l81"));
    close_story(&room);
}

/* --- sore points, hooks ---------------------------------------------------------------------- */

#define TOUCHING                                                                                                    \
    ",'subject':{'identity':'daniel','pronoun':'he','profile':'default','expressive':true,'emotion':'shame',"       \
    "'need':'identity','overrides':{'tag.shame':100}}"                                                              \
    ",'facts':[{'id':'girl','kind':'hook'},{'id':'wife','kind':'decoy'},{'id':'badge','kind':'trigger','strength':" \
    "250,"                                                                                                          \
    "'tag':'shame'},{'id':'rent','kind':'trigger','strength':390,'tag':'shame'}]"
#define TOUCHING_NODE                                                                                                                         \
    "{'id':'first','lines':[{'id':'l0','discloses':['badge','rent','wife']}],'choices':[" CHOICE("c1", "hook", ",'names':'girl'") "," CHOICE( \
        "c2", "hook", ",'names':'wife'") "," CHOICE("c3", "paraphrase",                                                                       \
                                                    ",'names':'badge'") "," CHOICE("c4", "label",                                             \
                                                                                   ",'names':'rent','discloses':['"                           \
                                                                                   "girl']") "," CHOICE("c5",                                 \
                                                                                                        "summary",                            \
                                                                                                        ",'names':'"                          \
                                                                                                        "girl'") "]}"

static void a_hook_works_once_it_is_known(void **state)
{
    (void)state;
    struct room room = open_story(TOUCHING_NODE, TOUCHING);
    struct move move = session_move(room.session, 0, 0, 0, NONE);
    assert_true(move.hook_unknown && !move.hook);
    assert_int_equal(move.trigger, 0);
    done(&room, "primary choose c4");
    move = session_move(room.session, 0, 0, 0, NONE);
    assert_true(!move.hook_unknown && move.hook);
    assert_true(session_move(room.session, 4, 0, 0, NONE).hook);
    close_story(&room);
}

static void a_decoy_and_a_sore_point_hurt_by_their_strength_and_their_tag(void **state)
{
    (void)state;
    struct room room = open_story(TOUCHING_NODE, TOUCHING);
    assert_int_equal(session_move(room.session, 1, 0, 0, NONE).trigger, 250);
    assert_int_equal(session_move(room.session, 2, 0, 0, NONE).trigger, 350);
    assert_int_equal(session_move(room.session, 3, 0, 0, NONE).trigger, 400); /* 390 + 100, as far as it goes */
    close_story(&room);
}

static void naming_a_stirred_up_feeling_halves_what_is_left_of_it(void **state)
{
    (void)state;
    struct room room = open_story(TOUCHING_NODE, TOUCHING);
    struct luck luck = {1, 80};
    struct person calm = now(&room)->person;
    struct move move = session_move(room.session, 2, 0, 0, NONE);
    done(&room, "primary choose c3");
    move.trigger = 0;
    person_exchange(&model_built_in, &now(&room)->profile, luck, &move, &calm, NULL);
    int32_t spike = now(&room)->person.P - calm.P;
    assert_true(spike > 0);
    assert_int_equal(now(&room)->spike, spike);

    struct person named = now(&room)->person;
    move = session_move(room.session, 3, 0, 0, NONE);
    person_spike_named(spike, &named);
    person_exchange(&model_built_in, &now(&room)->profile, luck, &move, &named, NULL);
    done(&room, "primary choose c4");
    assert_memory_equal(&now(&room)->person, &named, sizeof named);
    close_story(&room);
}

static void the_parts_of_a_change_sum_to_it_when_a_feeling_is_named(void **state)
{
    (void)state;
    struct room room = open_story(TOUCHING_NODE, TOUCHING);
    room.session->want_delta = true;
    const char *lines[] = {"primary choose c3", "primary choose c4", "primary choose c1", "primary choose c2 tone -1"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        int32_t before = session_agitation(room.session);
        done(&room, lines[i]);
        const struct delta *d = &room.session->delta;
        assert_int_equal(session_agitation(room.session) - before,
                         d->time + d->words + d->delivery + d->space + d->trigger + d->promise);
    }
    close_story(&room);
}

/* --- variants, forks ------------------------------------------------------------------------- */

static void the_seed_decides_the_history_and_the_same_seed_the_same_one(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    int evenings = 0;
    for (uint64_t seed = 0; seed < 64; seed++) {
        td_session *a = stage_session(mini, seed), *b = stage_session(mini, seed);
        bool evening = a->state->profile.L0 == 420;
        assert_int_equal(memory_has(&a->state->known, mini->fact_count), evening);
        assert_int_equal(memory_has(&a->state->known, mini->fact_count + 1), !evening);
        assert_memory_equal(a->state, b->state, a->state_size);
        evenings += evening;
        session_destroy(a);
        session_destroy(b);
    }
    assert_in_range(evenings, 16, 48);
    scenario_destroy(mini);
}

static void a_fork_goes_its_own_way_from_the_same_moment(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    done(&room, "primary choose c1");
    td_session *fork = session_fork(room.session);
    assert_true(session_hash(fork) == session_hash(room.session));
    uint64_t before = session_hash(room.session);
    assert_string_equal(stage_do(fork, "primary choose c2"), "");
    assert_true(session_hash(room.session) == before);
    done(&room, "primary choose c2");
    assert_true(session_hash(fork) == session_hash(room.session));
    session_destroy(fork);
    close_story(&room);
}

/* Derived, told or counted: not part of what a check hash vouches for. */
static bool is_free(const td_session *s, size_t at)
{
    static const struct {
        size_t from, to;
    } free[] = {
#define FREE(field) {offsetof(struct state, field), offsetof(struct state, field) + sizeof(((struct state *)0)->field)}
        FREE(person.unused), FREE(profile),     FREE(commands), FREE(now),    FREE(maybe_said), FREE(mood_row),
        FREE(talk_row),      FREE(help_coming), FREE(band_now), FREE(unused), FREE(happened),
    };
    for (size_t i = 0; i < sizeof free / sizeof *free; i++)
        if (at >= free[i].from && at < free[i].to)
            return true;
    return at >= (size_t)((char *)s->done - (char *)s->state);
}

static void every_byte_that_counts_is_in_the_check_hash(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    td_session *s = stage_begun(mini, 1);
    assert_string_equal(stage_do(s, "primary choose c007"), "");
    uint64_t hash = session_hash(s);
    unsigned char *bytes = (unsigned char *)s->state;
    for (size_t i = 0; i < s->state_size; i++) {
        if (i >= offsetof(struct state, person.asked_suicide) && i < offsetof(struct state, person.unused))
            continue; /* a bool: other bytes than 0 and 1 are no value of it */
        bytes[i] ^= 1;
        if ((session_hash(s) == hash) != is_free(s, i))
            fail_msg("byte %d", (int)i);
        bytes[i] ^= 1;
    }
    s->state->person.asked_suicide = true;
    assert_true(session_hash(s) != hash);
    session_destroy(s);
    scenario_destroy(mini);
}

static void the_quick_way_and_the_written_way_are_one(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    td_session *fork = session_fork(room.session);
    done(&room, "primary choose c1 tone 1 dist 300");
    session_play(fork, scenario_find_choice(room.scenario, TD_STR("c1")), 1, 0, 300);
    assert_true(session_hash(fork) == session_hash(room.session));
    done(&room, "primary pause 10000");
    session_play(fork, ACTION_PAUSE, 0, 0, NONE);
    assert_true(session_hash(fork) == session_hash(room.session));
    session_destroy(fork);
    close_story(&room);
}

/* --- the instructor -------------------------------------------------------------------------- */

static void a_tag_in_carries_over_the_trust_that_was_passed_on(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    int32_t trust = now(&room)->person.T;
    done(&room, "leader tag 70");
    assert_int_equal(now(&room)->person.T, trust * 70 / 100);
    done(&room, "instructor tag 100");
    assert_int_equal(now(&room)->person.T, trust * 70 / 100);
    close_story(&room);
}

static void an_instructor_may_say_what_is_not_on_offer(void **state)
{
    (void)state;
    struct room room = open_story("{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE ",{'id':'c4','act':'plan',"
                                  "'when':{'stage':[3]},'reactions':[{'id':'lc4'}]}]}",
                                  "");
    assert_false(offered(room.session, "c4"));
    refused(room.session, "primary choose c4", REFUSED_NOT_OFFERED);
    done(&room, "instructor override c4");
    assert_int_equal(now(&room)->last_act, ACT_PLAN);
    close_story(&room);
}

static void an_instructor_who_ends_a_lesson_does_no_harm(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    td_session *s = stage_begun(mini, 1);
    assert_string_equal(stage_do(s, "instructor end"), "");
    assert_int_equal(s->state->phase, PHASE_OVER);
    assert_int_equal(s->state->outcome, OUTCOME_stalemate);
    session_destroy(s);
    scenario_destroy(mini);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_refused_command_leaves_the_session_as_it_was),
        cmocka_unit_test(a_frozen_play_waits_for_its_instructor),
        cmocka_unit_test(a_later_pick_replaces_the_one_before),
        cmocka_unit_test(how_one_came_is_in_the_first_words),
        cmocka_unit_test(words_to_somebody_else_leave_what_was_said_to_be_answered),
        cmocka_unit_test(the_talk_begins_with_the_line_of_the_first_node),
        cmocka_unit_test(story_time_moves_only_by_what_is_done),
        cmocka_unit_test(thinking_time_is_kept_and_never_used),
        cmocka_unit_test(waiting_calms_and_counts_as_no_exchange),
        cmocka_unit_test(quiet_soothes_for_two_minutes_and_then_only_passes),
        cmocka_unit_test(when_nobody_has_spoken_for_two_minutes_the_person_does),
        cmocka_unit_test(a_wait_is_the_same_however_it_is_split),
        cmocka_unit_test(a_silence_is_as_long_as_it_is_held_and_keeps_its_odd_milliseconds),
        cmocka_unit_test(the_time_budget_ends_a_wait_where_it_is_spent),
        cmocka_unit_test(the_person_hears_the_move_that_was_shown),
        cmocka_unit_test(voice_falls_back_to_the_middle_and_distance_stays),
        cmocka_unit_test(delivery_adds_to_the_authors_own_and_is_clamped),
        cmocka_unit_test(what_is_half_heard_loses_three_tenths_of_its_quality),
        cmocka_unit_test(where_one_cannot_walk_a_distance_is_refused),
        cmocka_unit_test(a_step_back_is_a_step_and_comes_once),
        cmocka_unit_test(looking_closely_shows_the_next_finer_cue),
        cmocka_unit_test(a_hook_works_once_it_is_known),
        cmocka_unit_test(a_decoy_and_a_sore_point_hurt_by_their_strength_and_their_tag),
        cmocka_unit_test(naming_a_stirred_up_feeling_halves_what_is_left_of_it),
        cmocka_unit_test(the_parts_of_a_change_sum_to_it_when_a_feeling_is_named),
        cmocka_unit_test(the_seed_decides_the_history_and_the_same_seed_the_same_one),
        cmocka_unit_test(a_fork_goes_its_own_way_from_the_same_moment),
        cmocka_unit_test(every_byte_that_counts_is_in_the_check_hash),
        cmocka_unit_test(the_quick_way_and_the_written_way_are_one),
        cmocka_unit_test(a_tag_in_carries_over_the_trust_that_was_passed_on),
        cmocka_unit_test(an_instructor_may_say_what_is_not_on_offer),
        cmocka_unit_test(an_instructor_who_ends_a_lesson_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
