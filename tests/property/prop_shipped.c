/* prop_shipped.c - what a learner may expect of every shipped encounter, however it is played: something
 * sensible to say at every moment, as long as it claims to be, and not to be won by saying nothing. */
#include "run.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const char *const ids[] = {"bridge-rail"};
enum { ID_COUNT = sizeof ids / sizeof *ids, SEEDS = 30, MENU_LEAST = 3 };

static bool is_workable(const td_session *session, int32_t choice)
{
    const struct move *move = &session->scenario->choices[choice].move;
    return session->model->m[move->act][session->state->person.stage] > 0 && move->q >= 500;
}

static void look_at_menu(const td_session *session, uint64_t seed)
{
    int32_t menu[LIMIT_MENU];
    int count = session_menu(session, menu), workable = 0;
    for (int i = 0; i < count; i++)
        workable += is_workable(session, menu[i]);
    if (count < MENU_LEAST || workable == 0)
        fail_msg("seed %d, exchange %d, %.*s: %d lines, %d of them workable", (int)seed, session->state->exchanges,
                 (int)session->scenario->nodes[session->state->node].id.len,
                 session->scenario->nodes[session->state->node].id.ptr, count, workable);
}

static void look_at_every_menu(const td_scenario *scenario, enum player player, uint64_t seed)
{
    td_session *session = stage_begun(scenario, seed);
    while (session->state->phase == PHASE_TALK) {
        look_at_menu(session, seed);
        session_play(session, player_choose(player, session, NULL), 0, 0, NONE);
    }
    session_destroy(session);
}

static void every_menu_has_three_lines_and_a_workable_one(void **state)
{
    (void)state;
    for (int i = 0; i < ID_COUNT; i++) {
        td_scenario *scenario = stage_shipped(ids[i]);
        for (uint64_t seed = 1; scenario && seed <= SEEDS; seed++)
            for (int player = 0; player < PLAYER_COUNT; player++)
                if (player != PLAYER_longest)
                    look_at_every_menu(scenario, (enum player)player, seed);
        scenario_destroy(scenario);
    }
}

static int64_t story_seconds(struct arena *arena, const struct stage_set *set, enum player player, uint64_t seed)
{
    struct arena_mark mark = arena_mark(arena);
    td_journal *journal = run_journal(arena, set, player, seed);
    struct trace trace;
    trace_build(arena, set->scenario, set->model, journal, 1, false, &trace);
    int64_t seconds = trace.steps[trace.count - 1].after_ms / 1000;
    arena_rewind(arena, mark);
    return seconds;
}

static void a_skilled_play_takes_about_as_long_as_the_list_says(void **state)
{
    (void)state;
    for (int i = 0; i < ID_COUNT; i++) {
        struct arena arena;
        td_scenario *scenario = stage_shipped(ids[i]);
        struct stage_set set = {scenario, &model_built_in, NULL, 80};
        int64_t sum = 0;
        arena_init(&arena, &stage_memory);
        for (uint64_t seed = 1; scenario && seed <= SEEDS; seed++)
            sum += story_seconds(&arena, &set, PLAYER_skilled, seed);
        if (scenario)
            assert_in_range(sum / SEEDS, scenario->minutes * 60 * 4 / 5, scenario->minutes * 60 * 6 / 5);
        arena_finish(&arena);
        scenario_destroy(scenario);
    }
}

static void saying_nothing_wins_nothing(void **state)
{
    (void)state;
    static const enum player players[] = {PLAYER_silent, PLAYER_waiting};
    for (int i = 0; i < ID_COUNT; i++) {
        struct arena arena;
        td_scenario *scenario = stage_shipped(ids[i]);
        struct stage_set set = {scenario, &model_built_in, NULL, 80};
        arena_init(&arena, &stage_memory);
        for (uint64_t seed = 1; scenario && seed <= SEEDS; seed++)
            for (size_t k = 0; k < sizeof players / sizeof *players; k++) {
                struct run run;
                run_play(&arena, &set, players[k], seed, true, &run);
                assert_true(run.outcome != OUTCOME_resolved && run.score < 70);
            }
        arena_finish(&arena);
        scenario_destroy(scenario);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_menu_has_three_lines_and_a_workable_one),
        cmocka_unit_test(a_skilled_play_takes_about_as_long_as_the_list_says),
        cmocka_unit_test(saying_nothing_wins_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
