/* test_worth.c - what the analysis claims can be played: the best line reaches its end, an exact search is exact,
 * and every option of the kept plays is worth what playing it on, command by command, comes to. */
#include "solve.h"
#include "worth.h"

#include <stdio.h>

#include <setjmp.h>
#include <stdarg.h>
/* after those: */
#include <cmocka.h>

#include "room.h"

enum { WIDTH = 64 };

static struct stage_set set_of(const td_scenario *scenario)
{
    return (struct stage_set){.scenario = scenario, .model = &model_built_in, .noise = 80};
}

/* Takes a choice (or silence) as a learner would: as a command, written and read. */
static void take(td_session *session, int32_t choice)
{
    char line[64];
    td_str id = choice == ACTION_PAUSE ? TD_STR("") : session->scenario->choices[choice].id;
    if (choice == ACTION_PAUSE)
        snprintf(line, sizeof line, "primary pause 10000");
    else
        snprintf(line, sizeof line, "primary choose %.*s", (int)id.len, id.ptr);
    const char *refused = stage_do(session, line);
    if (*refused)
        fail_msg("%s: refused, %s", line, refused);
}

static void the_best_line_reaches_what_is_claimed(void **state)
{
    (void)state;
    static const char *const names[] = {"bridge-rail", "template"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        td_scenario *scenario = stage_shipped(names[i]);
        assert_non_null(scenario);
        td_session *session = stage_begun(scenario, 3);
        struct arena arena;
        struct best_line best;
        arena_init(&arena, &stage_memory);
        solve_best_line(&arena, session, scenario->budget_exchanges, WIDTH, &best);
        assert_false(best.exact); /* a whole encounter has more states than that */
        assert_int_equal(best.outcome, OUTCOME_resolved);
        for (int k = 0; k < best.count; k++)
            take(session, best.choices[k]);
        assert_int_equal(session->state->phase, PHASE_OVER);
        assert_int_equal(session->state->outcome, best.outcome);
        assert_int_equal(session->state->ending, best.ending);
        assert_int_equal(person_potential(&session->state->person), best.potential);
        assert_int_equal(session_agitation(session), best.agitation);
        session_destroy(session);
        arena_finish(&arena);
        scenario_destroy(scenario);
    }
}

/* Every line of so many exchanges, without any cleverness: the highest potential at their end. */
static int32_t try_all(const td_session *session, int depth)
{
    int32_t menu[LIMIT_MENU], best = INT32_MIN;
    if (depth == 0 || session->state->phase == PHASE_OVER)
        return person_potential(&session->state->person);
    int count = session_menu(session, menu);
    for (int i = 0; i <= count; i++) {
        td_session *fork = session_fork(session);
        session_play(fork, i < count ? menu[i] : ACTION_PAUSE, 0, 0, NONE);
        int32_t reached = try_all(fork, depth - 1);
        best = reached > best ? reached : best;
        session_destroy(fork);
    }
    return best;
}

static void a_search_that_says_exact_is_exact(void **state)
{
    (void)state;
    struct room room = open_story(ONE_NODE, "");
    struct arena arena;
    struct best_line best;
    arena_init(&arena, &stage_memory);
    solve_best_line(&arena, room.session, 3, WIDTH, &best); /* four ways each time: 64 ends */
    assert_true(best.exact);
    assert_int_equal(best.potential, try_all(room.session, 3));
    solve_best_line(&arena, room.session, 4, 8, &best);
    assert_false(best.exact);
    assert_true(best.potential <= try_all(room.session, 4));
    arena_finish(&arena);
    close_story(&room);
}

/* --- kept plays ------------------------------------------------------------------------------------------- */

static td_journal *read_play(const char *name)
{
    char path[1024];
    static char bytes[1 << 16];
    stage_path("../scenarios/bridge-rail/plays/", path, sizeof path);
    snprintf(path + strlen(path), sizeof path - strlen(path), "%s.play", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct arena arena;
    struct diags diags;
    td_journal *journal = NULL;
    arena_init(&arena, &stage_memory);
    diags_init(&diags, &arena);
    assert_int_equal(journal_read(&stage_memory, str_of(name), (td_str){bytes, length}, &diags, &journal), TD_OK);
    arena_finish(&arena);
    return journal;
}

/* Plays an option and then as the skilled player would, by commands, with the play's own luck. */
static void check_option(const struct trace *trace, int step, const struct option_worth *option)
{
    const struct command *delivery = &trace->steps[step].command;
    td_session *session = trace_session_before(&stage_memory, trace, step);
    int32_t before = session->state->exchanges;
    if (delivery->tone == 0 && delivery->pace == 0 && delivery->dist == NONE && option->choice != ACTION_PAUSE)
        take(session, option->choice);
    else
        session_play(session, option->choice, delivery->tone, delivery->pace, delivery->dist);
    while (session->state->phase == PHASE_TALK)
        take(session, player_choose(PLAYER_skilled, session, NULL));
    assert_int_equal(session->state->outcome, option->outcome);
    assert_int_equal(person_potential(&session->state->person), option->potential);
    assert_int_equal(session->state->exchanges - before, option->exchanges);
    session_destroy(session);
}

static void check_decision(const struct trace *trace, const struct decision_worth *decision)
{
    const struct step *step = &trace->steps[decision->step];
    assert_int_equal(decision->count, step->alt_count);
    assert_int_equal(decision->options[decision->chosen].choice, step->choice);
    assert_true(decision->regret >= 0);
    assert_int_equal(decision->regret,
                     decision->options[decision->best].worth - decision->options[decision->chosen].worth);
    for (int i = 0; i < decision->count; i++) {
        assert_true(decision->options[i].worth <= decision->options[decision->best].worth);
        assert_in_range(decision->options[i].well, 0, WORTH_LUCKS);
        check_option(trace, decision->step, &decision->options[i]);
    }
}

/* Returns what the play gave away in the mean. */
static int32_t check_play(const td_scenario *scenario, const char *name)
{
    struct arena arena;
    struct trace trace;
    struct play_worth worth;
    td_journal *journal = read_play(name);
    arena_init(&arena, &stage_memory);
    struct replay_report report =
        trace_build(&arena, scenario, &model_built_in, journal, journal->attempt_count, false, &trace);
    assert_int_equal(report.status, TD_OK);
    worth_of_play(&arena, &trace, &worth);
    assert_true(worth.count >= 10);
    assert_in_range(worth.accuracy, 0, 1000);
    for (int i = 0; i < worth.count; i++)
        check_decision(&trace, &worth.decisions[i]);
    int32_t regret = worth.regret;
    arena_finish(&arena);
    journal_destroy(journal);
    return regret;
}

static void options_of_kept_plays_are_worth_what_playing_them_comes_to(void **state)
{
    (void)state;
    td_scenario *scenario = stage_shipped("bridge-rail");
    int32_t good = check_play(scenario, "good"), poor = check_play(scenario, "poor");
    check_play(scenario, "odd");
    assert_true(good < poor);
    scenario_destroy(scenario);
}

/* The skilled player's own line, weighed by the skilled player, gives next to nothing away; random choice does. */
static void listening_gives_away_less_than_chance(void **state)
{
    (void)state;
    td_scenario *scenario = stage_shipped("template");
    const struct stage_set set = set_of(scenario);
    static const enum player players[] = {PLAYER_skilled, PLAYER_random};
    int32_t regret[2];
    for (int i = 0; i < 2; i++) {
        struct arena arena;
        struct trace trace;
        struct play_worth worth;
        arena_init(&arena, &stage_memory);
        trace_build(&arena, scenario, &model_built_in, run_journal(&arena, &set, players[i], 5), 1, false, &trace);
        worth_of_play(&arena, &trace, &worth);
        regret[i] = worth.regret;
        arena_finish(&arena);
    }
    assert_true(regret[0] < 40);
    assert_true(regret[1] > regret[0]);
    scenario_destroy(scenario);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_best_line_reaches_what_is_claimed),
        cmocka_unit_test(a_search_that_says_exact_is_exact),
        cmocka_unit_test(options_of_kept_plays_are_worth_what_playing_them_comes_to),
        cmocka_unit_test(listening_gives_away_less_than_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
