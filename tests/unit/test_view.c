/* test_view.c - what each seat may know, and that what must stay hidden is not there. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "room.h"

static struct view seen_by(const struct room *room, enum seat seat, enum mode mode)
{
    struct view view;
    memset(&view, 0x5A, sizeof view);
    room->session->setup.mode = mode;
    session_view(room->session, seat, &view);
    return view;
}

static void in_assessment_nothing_gives_the_state_away(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    for (int seat = 0; seat < SEAT_COUNT; seat++) {
        if (seat == SEAT_instructor || seat == SEAT_role_player)
            continue;
        struct view view = seen_by(&room, (enum seat)seat, MODE_assessment);
        assert_false(view.meters);
        const int32_t hidden[] = {view.agitation, view.understanding, view.rapport, view.trust, view.hope,
                                  view.autonomy,  view.rupture,       view.contact, view.stage};
        for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
            assert_int_equal(hidden[i], NONE);
        for (int i = 0; i < view.choice_count; i++)
            assert_true(seat == SEAT_coach || view.choices[i].hint_act == ACT_COUNT);
    }
    close_story(&room);
}

/* A body that turns to whoever understands is seen by everybody; the figure behind it by those with the meters. */
static void everybody_sees_whether_the_person_is_with_you(void **state)
{
    (void)state;
    static const struct {
        int32_t understood, rapport, rupture;
        enum regard regard;
    } rows[] = {
        {57, 70, 0, REGARD_past},       {251, 110, 0, REGARD_past},    {301, 128, 75, REGARD_glances},
        {466, 243, 38, REGARD_glances}, {587, 295, 34, REGARD_turned}, {811, 509, 12, REGARD_turned},
        {886, 654, 7, REGARD_open},     {886, 654, 301, REGARD_away},  {20, 10, 900, REGARD_away},
    };
    struct room room = open_story(ONE_NODE, "");
    int32_t last = -1;
    room.session->state->band_now = 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        room.session->state->person.E = fix_pm(rows[i].understood);
        room.session->state->person.R = fix_pm(rows[i].rapport);
        room.session->state->person.err = rows[i].rupture;
        for (int seat = 0; seat < SEAT_COUNT; seat++)
            assert_int_equal(seen_by(&room, (enum seat)seat, MODE_assessment).regard, rows[i].regard);
        int32_t contact = seen_by(&room, SEAT_instructor, MODE_assessment).contact;
        assert_in_range(contact, 0, 1000);
        assert_true(i > 6 || contact > last);
        last = contact;
    }
    room.session->state->person = (struct person){.E = fix_pm(886), .R = fix_pm(654)};
    room.session->state->band_now = 3; /* who rages opens no hand */
    assert_int_equal(seen_by(&room, SEAT_voter, MODE_practice).regard, REGARD_turned);
    close_story(&room);
}

static void who_sees_the_meters_the_lines_and_the_techniques(void **state)
{
    (void)state;
    static const struct {
        enum seat seat;
        enum mode mode;
        bool meters, lines, acts;
    } rows[] = {
        {SEAT_primary, MODE_guided, true, true, true},         {SEAT_primary, MODE_practice, true, true, false},
        {SEAT_primary, MODE_assessment, false, true, false},   {SEAT_coach, MODE_practice, false, true, true},
        {SEAT_voter, MODE_guided, false, true, false},         {SEAT_observer, MODE_guided, false, false, false},
        {SEAT_board, MODE_guided, false, false, false},        {SEAT_leader, MODE_guided, false, false, false},
        {SEAT_role_player, MODE_practice, true, false, false}, {SEAT_instructor, MODE_assessment, true, true, true},
    };
    struct room room = open_story(ONE_NODE, "");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_message("# row %d\n", (int)i);
        struct view view = seen_by(&room, rows[i].seat, rows[i].mode);
        assert_int_equal(view.meters, rows[i].meters);
        assert_int_equal(view.agitation != NONE, rows[i].meters);
        assert_int_equal(view.choice_count, rows[i].lines ? 3 : 0);
        if (rows[i].lines)
            assert_int_equal(view.choices[0].hint_act != ACT_COUNT, rows[i].acts);
    }
    close_story(&room);
}

static void everybody_sees_the_scene_and_nobody_the_authors_flags(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    struct room room = {mini, stage_begun(mini, 1)};
    done(&room, "primary choose c004");
    uint64_t scene = session_public_hash(room.session);
    for (int seat = 0; seat < SEAT_COUNT; seat++) {
        struct view view = seen_by(&room, (enum seat)seat, MODE_assessment);
        assert_int_equal(view.node, now(&room)->node);
        assert_int_equal(view.reaction, now(&room)->reaction);
        assert_int_equal(view.cue_band, session_band(room.session));
        assert_true(memory_has(&view.known, scenario_find_fact(mini, TD_STR("his-name"))));
        for (int bit = mini->fact_count; bit < mini->fact_count + mini->flag_count; bit++)
            assert_false(memory_has(&view.known, bit));
        assert_true(memory_has(&now(&room)->known, mini->fact_count + 2)); /* told-name: set, and not shown */
    }
    assert_true(session_public_hash(room.session) == scene); /* the mode is not part of what all may know */
    done(&room, "primary choose c007");
    assert_true(session_public_hash(room.session) != scene);
    session_destroy(room.session);
    scenario_destroy(mini);
}

static void the_public_hash_does_not_know_what_is_hidden(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    uint64_t before = session_public_hash(room.session);
    room.session->state->person.T = fix_pm(700);
    room.session->state->person.err = 250;
    assert_true(session_public_hash(room.session) == before);
    close_story(&room);
}

static void a_seat_is_offered_only_what_it_may_do(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    struct room room = {mini, stage_begun(mini, 1)};
    struct view primary = seen_by(&room, SEAT_primary, MODE_practice);
    assert_true(primary.may_choose && primary.may_pause && primary.may_wait && primary.may_observe &&
                primary.may_withdraw);
    assert_int_equal(primary.help_open, (1 << help_kind_count) - 1);
    assert_int_equal(primary.scene_open, 1 << SCENE_sit);
    assert_int_equal(primary.prompt, 0);
    assert_int_equal(primary.injects, 0);
    struct view voter = seen_by(&room, SEAT_voter, MODE_practice);
    assert_false(voter.may_choose || voter.may_pause || voter.may_wait || voter.may_observe || voter.may_withdraw);
    assert_int_equal(voter.help_open | voter.scene_open, 0);
    assert_int_equal(voter.prompt, NONE);
    struct view instructor = seen_by(&room, SEAT_instructor, MODE_practice);
    assert_int_equal(instructor.injects, 1);
    done(&room, "instructor inject i-siren");
    assert_int_equal(seen_by(&room, SEAT_instructor, MODE_practice).injects, 0);
    done(&room, "instructor freeze");
    primary = seen_by(&room, SEAT_primary, MODE_practice);
    assert_true(primary.frozen);
    assert_false(primary.may_choose || primary.may_pause);
    session_destroy(room.session);
    scenario_destroy(mini);
}

static void prompts_are_asked_at_their_moment_and_once(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    struct room room = {mini, stage_session(mini, 1)};
    assert_int_equal(session_prompts(room.session), 0);
    done(&room, "primary begin");
    assert_int_equal(session_prompts(room.session), 1);
    done(&room, "primary assess p-start 6 sure 80 after 1200");
    assert_int_equal(session_prompts(room.session), 0);
    refused(room.session, "primary assess p-start 6", REFUSED_NOT_ASKED_NOW);
    for (int i = 0; i < 4; i++)
        done(&room, "primary pause 3000");
    assert_int_equal(session_prompts(room.session), 1 << 2);
    refused(room.session, "primary assess p-mid 4", REFUSED_NOT_AN_ANSWER);
    refused(room.session, "primary assess p-mid hunger", REFUSED_NOT_AN_ANSWER);
    refused(room.session, "primary assess p-mid shame,fear", REFUSED_NOT_AN_ANSWER);
    done(&room, "primary assess p-mid shame");
    room.session->state->person.stage = 3;
    assert_int_equal(session_prompts(room.session), 1 << 1);
    refused(room.session, "primary assess p-risk o-none", REFUSED_NOT_AN_ANSWER);
    done(&room, "primary assess p-risk o-low,o-high");
    session_destroy(room.session);
    scenario_destroy(mini);
}

static void only_what_was_said_can_be_named_as_known(void **state)
{
    (void)state;
    struct room room =
        open_story("{'id':'first','lines':[{'id':'l0','discloses':['girl']}],'choices':[" THREE
                   "," CHOICE("c4", "hook", ",'names':'girl'") "," CHOICE("c5", "label", ",'names':'badge'") "]}",
                   ",'facts':[{'id':'girl','kind':'hook'},{'id':'badge','kind':'trigger','strength':200}]"
                   ",'prompts':[{'id':'p-known','at':'start','kind':'known'}]");
    refused(room.session, "primary assess p-known badge", REFUSED_NOT_AN_ANSWER);
    refused(room.session, "primary assess p-known girl,badge", REFUSED_NOT_AN_ANSWER);
    done(&room, "primary assess p-known girl");
    close_story(&room);
}

static void despair_is_quiet_and_recovery_is_earned(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    struct room room = {mini, stage_begun(mini, 1)};
    struct person *p = &room.session->state->person;
    p->P = p->L = fix_pm(200);
    done(&room, "primary wait 120000");
    struct view view = seen_by(&room, SEAT_observer, MODE_assessment);
    assert_true(view.cue_band <= 2 && view.despair && !view.recovery);
    p->H = fix_pm(600);
    view = seen_by(&room, SEAT_observer, MODE_assessment);
    assert_false(view.despair);
    p->stage = p->top_stage = 2;
    room.session->state->band_now = 1;
    view = seen_by(&room, SEAT_observer, MODE_assessment);
    assert_true(view.recovery);
    session_destroy(room.session);
    scenario_destroy(mini);
}

static void help_on_its_way_is_counted_down(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    done(&room, "primary help police");
    struct view view = seen_by(&room, SEAT_primary, MODE_practice);
    assert_int_equal(view.help_called, 1 << HELP_police);
    assert_int_equal(view.help_seconds[HELP_police], 15 * 60 - 45);
    assert_int_equal(view.help_seconds[HELP_medical], NONE);
    assert_false(view.help_open >> HELP_police & 1);
    wait_until(&room, 900000, 900000);
    view = seen_by(&room, SEAT_primary, MODE_practice);
    assert_int_equal(view.help_arrived, 1 << HELP_police);
    assert_int_equal(view.help_seconds[HELP_police], 0);
    assert_true(view.may_handover);
    close_story(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_assessment_nothing_gives_the_state_away),
        cmocka_unit_test(everybody_sees_whether_the_person_is_with_you),
        cmocka_unit_test(who_sees_the_meters_the_lines_and_the_techniques),
        cmocka_unit_test(everybody_sees_the_scene_and_nobody_the_authors_flags),
        cmocka_unit_test(the_public_hash_does_not_know_what_is_hidden),
        cmocka_unit_test(a_seat_is_offered_only_what_it_may_do),
        cmocka_unit_test(prompts_are_asked_at_their_moment_and_once),
        cmocka_unit_test(only_what_was_said_can_be_named_as_known),
        cmocka_unit_test(despair_is_quiet_and_recovery_is_earned),
        cmocka_unit_test(help_on_its_way_is_counted_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
