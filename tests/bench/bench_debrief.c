/* bench_debrief.c - the debrief of a long play, every counterfactual, look-ahead and what-if in it, and
 * the whole analysis of a shipped scenario.  CPU time of one core. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "debrief.h"
#include "explore.h"
#include "solve.h"
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 9, WANTED = 40, BEAM = 256, SEEDS = 30 };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void report(const char *what, double *times, int runs, const char *target)
{
    qsort(times, (size_t)runs, sizeof *times, by_size);
    printf("%-46s %8.2f %8.2f %8.2f ms   %s\n", what, times[0], times[runs / 2], times[runs - 1], target);
}

static td_scenario *shipped(const char *id)
{
    const char *data = getenv("TALKDOWN_DATA");
    char path[1024];
    snprintf(path, sizeof path, "%s/scenarios/%s/scenario.json", data ? data : ".", id);
    return stage_load_file(path);
}

/* The longest play that one of the players makes of it. */
static td_journal *longest_play(struct arena *arena, const struct stage_set *set, int *ret_decisions)
{
    td_journal *longest = NULL;
    *ret_decisions = 0;
    for (uint64_t seed = 1; seed <= 20 && *ret_decisions < WANTED; seed++) {
        td_journal *journal = run_journal(arena, set, PLAYER_listening_only, seed);
        if (journal->entry_count > *ret_decisions) {
            *ret_decisions = journal->entry_count;
            longest = journal;
        }
    }
    return longest;
}

static void measure_debrief(struct arena *arena, const struct stage_set *set)
{
    int decisions;
    const td_journal *journal = longest_play(arena, set, &decisions);
    double times[RUNS];
    for (int run = 0; run < RUNS; run++) {
        struct arena_mark mark = arena_mark(arena);
        struct trace trace;
        td_debrief debrief;
        double start = milliseconds();
        trace_build(arena, set->scenario, set->model, journal, 1, true, &trace);
        debrief_build(arena, &trace, journal, NULL, NULL, &debrief);
        times[run] = milliseconds() - start;
        decisions = trace.exchange_count;
        arena_rewind(arena, mark);
    }
    char what[64];
    snprintf(what, sizeof what, "debrief of %d decisions", decisions);
    report(what, times, RUNS, "target 5 (for 40)");
}

static void measure_analysis(struct arena *arena, const struct stage_set *set)
{
    double coverage[RUNS], players[RUNS], line[RUNS], whole[RUNS];
    enum { FEW = 3 };
    for (int run = 0; run < FEW; run++) {
        struct arena_mark mark = arena_mark(arena);
        struct exploration found;
        struct best_line best;
        double start = milliseconds();
        explore(arena, set, 6, 4000000, &found);
        coverage[run] = milliseconds() - start;
        for (int player = 0; player < PLAYER_COUNT; player++) {
            for (uint64_t seed = 1; seed <= SEEDS; seed++) {
                struct run result;
                run_play(arena, set, (enum player)player, seed, true, &result);
            }
        }
        players[run] = milliseconds() - start - coverage[run];
        td_session *session = stage_begun(set->scenario, 1);
        solve_best_line(arena, session, set->scenario->budget_exchanges, BEAM, &best);
        session_destroy(session);
        whole[run] = milliseconds() - start;
        line[run] = whole[run] - players[run] - coverage[run];
        arena_rewind(arena, mark);
    }
    report("coverage: every line tried, all endings", coverage, FEW, "");
    report("all players, 30 seeds, scored", players, FEW, "target 2000");
    report("best line (beam 256)", line, FEW, "target 1000");
    report("whole analysis", whole, FEW, "target 1000");
}

int main(void)
{
    struct arena arena;
    arena_init(&arena, &stage_memory);
    td_scenario *bridge = shipped("bridge-rail");
    struct stage_set set = {.scenario = bridge, .model = &model_built_in, .noise = 80};
    printf("%-46s %8s %8s %8s\n", "bridge-rail", "min", "median", "max");
    measure_debrief(&arena, &set);
    measure_analysis(&arena, &set);
    arena_finish(&arena);
    scenario_destroy(bridge);
    return 0;
}
