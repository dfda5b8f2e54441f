/* bench_play.c - exchanges a second of whole play: menu, a random line of it, the person, the answer,
 * where it goes, events, and a fresh start at every end.  Beside it the person alone, measured at the
 * same time, because a figure without its machine says nothing. */
#include "rng.h"
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 5, EXCHANGES = 1000000 };

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void report(const char *what, double *rates, const char *target)
{
    qsort(rates, RUNS, sizeof *rates, by_size);
    printf("%-46s %6.2f %6.2f %6.2f M/s   %s\n", what, rates[0], rates[RUNS / 2], rates[RUNS - 1], target);
}

/* Plays on until so many exchanges are done; the sum keeps the work from being optimised away. */
static int64_t play(td_session *session, const td_session *fresh, uint64_t seed, int exchanges)
{
    int64_t sum = 0;
    uint32_t draw = 0;
    for (int i = 0; i < exchanges; i++) {
        if (session->state->phase != PHASE_TALK) {
            session_copy(session, fresh);
            session->setup.seed = rng_mix(seed + (uint64_t)i);
        }
        int32_t menu[LIMIT_MENU];
        int count = session_menu(session, menu);
        draw = draw * 1664525u + 1013904223u;
        int32_t choice = count > 0 ? menu[(draw >> 16) % (uint32_t)count] : ACTION_PAUSE;
        session_play(session, choice, 0, 0, NONE);
        sum += session->state->person.P;
    }
    return sum;
}

static void measure(const char *what, const td_scenario *scenario, const char *target)
{
    double rates[RUNS];
    int64_t sum = 0;
    td_session *fresh = stage_begun(scenario, 1), *session = session_fork(fresh);
    for (int run = 0; run < RUNS; run++) {
        double start = seconds();
        sum += play(session, fresh, (uint64_t)run, EXCHANGES);
        rates[run] = EXCHANGES / (seconds() - start) / 1e6;
    }
    report(what, rates, sum != 0 ? target : "nothing was played");
    session_destroy(session);
    session_destroy(fresh);
}

static void measure_person(void)
{
    double rates[RUNS];
    const struct profile *profile = &profile_built_in[0];
    int64_t sum = 0;
    for (int run = 0; run < RUNS; run++) {
        struct person person = person_start(profile);
        struct luck luck = {(uint64_t)run, 80};
        struct move move = MOVE_DEFAULT;
        uint32_t draw = 0;
        double start = seconds();
        for (int i = 0; i < EXCHANGES; i++) {
            if (i % 20 == 0)
                person = person_start(profile);
            draw = draw * 1664525u + 1013904223u;
            move.act = (enum act)((draw >> 16) % ACT_COUNT);
            person_exchange(&model_built_in, profile, luck, &move, &person, NULL);
            sum += person.P;
        }
        rates[run] = EXCHANGES / (seconds() - start) / 1e6;
    }
    report("the person alone, random acts", rates, sum != 0 ? "target 10" : "nothing was done");
}

int main(void)
{
    printf("%-46s %6s %6s %6s\n", "random play, exchanges a second, one core", "min", "median", "max");
    td_scenario *bridge = stage_shipped("bridge-rail"), *mini = stage_load("mini"), *graph = stage_graph(200, 3, 1);
    if (bridge)
        measure("bridge-rail", bridge, "target 5");
    measure("the small story of the tests", mini, "");
    measure("a graph of 200 nodes x 3 choices", graph, "target 5.6");
    measure_person();
    scenario_destroy(bridge);
    scenario_destroy(mini);
    scenario_destroy(graph);
    return 0;
}
