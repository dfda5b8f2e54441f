/* bench_play.c - exchanges a second on one core: a session played at random, as the analysis does it, on a
 * shipped scenario, on the small story of the tests and on a generated graph; and the person alone.
 * Beside them, in turns with them, a plain writing of the model alone and a bare walk on a graph without
 * one: machines differ and have moods, so the share of the plain writing says more than the figure.
 * The targets were set where that makes 6.4 M. */
#include "plain_model.h"
#include "rng.h"
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 15, EXCHANGES = 300000, NODES = 200, CHOICES = 3 };
static const double plain_at_target = 6.4;

/* One row of the table. */
struct row {
    const char *what;
    int64_t (*work)(const struct row *row, uint64_t seed); /* a sum, so that nothing is optimised away */
    double target;                                         /* M/s, 0 = none */
    td_session *fresh, *session;
    double rates[RUNS];
};

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

/* --- what is done ---------------------------------------------------------------------------- */

/* Plays on until so many exchanges are done. */
static int64_t play(const struct row *row, uint64_t seed)
{
    td_session *session = row->session;
    int64_t sum = 0;
    uint32_t draw = (uint32_t)seed;
    session_copy(session, row->fresh);
    for (int i = 0; i < EXCHANGES; i++) {
        if (session->state->phase != PHASE_TALK) {
            session_copy(session, row->fresh);
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

typedef enum person_outcome exchange_function(const struct model *, const struct profile *, struct luck,
                                              const struct move *, struct person *);

static enum person_outcome fast_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                         const struct move *move, struct person *person)
{
    return person_exchange(model, profile, luck, move, person, NULL);
}

/* One person after another, each for twenty exchanges of random acts. */
static inline int64_t talk(exchange_function *exchange, uint64_t seed)
{
    enum { EACH = 20 };
    const struct profile *profile = &profile_built_in[0];
    struct person person = person_start(profile);
    struct luck luck = {seed, 80};
    struct move move = MOVE_DEFAULT;
    uint32_t draw = (uint32_t)seed;
    int64_t sum = 0;
    for (int i = 0; i < EXCHANGES; i++) {
        if (i % EACH == 0)
            person = person_start(profile);
        draw = draw * 1664525u + 1013904223u;
        move.act = (enum act)((draw >> 16) % ACT_COUNT);
        exchange(&model_built_in, profile, luck, &move, &person);
        sum += person.P;
    }
    return sum;
}

static int64_t talk_fast(const struct row *row, uint64_t seed)
{
    (void)row;
    return talk(fast_exchange, seed);
}

static int64_t talk_plain(const struct row *row, uint64_t seed)
{
    (void)row;
    return talk(plain_exchange, seed);
}

/* A story engine without a person: where a choice leads is all it knows. */
static int64_t walk(const struct row *row, uint64_t seed)
{
    (void)row;
    static uint16_t to[NODES][CHOICES];
    for (uint64_t i = 0; i < NODES * CHOICES; i++)
        to[i / CHOICES][i % CHOICES] = (uint16_t)rng_pick(5, i, NODES);
    int64_t sum = 0;
    uint32_t node = 0;
    for (uint64_t i = 0; i < EXCHANGES; i++) {
        node = to[node][rng_pick(seed + node, i, CHOICES)];
        sum += node;
    }
    return sum;
}

/* --- the table ------------------------------------------------------------------------------- */

static void set_stage(struct row *row, const td_scenario *scenario)
{
    row->fresh = stage_begun(scenario, 1);
    row->session = session_fork(row->fresh);
}

static int64_t measure(struct row *rows, int count)
{
    int64_t sum = 0;
    for (int run = 0; run < RUNS; run++)
        for (int i = 0; i < count; i++) {
            double start = seconds();
            sum += rows[i].work(&rows[i], (uint64_t)run + 1);
            rows[i].rates[run] = EXCHANGES / (seconds() - start) / 1e6;
        }
    return sum;
}

static double median_share(const struct row *row, const struct row *plain)
{
    double shares[RUNS];
    for (int run = 0; run < RUNS; run++)
        shares[run] = row->rates[run] / plain->rates[run];
    qsort(shares, RUNS, sizeof *shares, by_size);
    return shares[RUNS / 2];
}

static void report(const struct row *row, const struct row *plain)
{
    double share = median_share(row, plain), rates[RUNS];
    memcpy(rates, row->rates, sizeof rates);
    qsort(rates, RUNS, sizeof *rates, by_size);
    printf("%-38s %6.2f %6.2f %6.2f M/s %6.2f", row->what, rates[0], rates[RUNS / 2], rates[RUNS - 1], share);
    if (row->target > 0)
        printf("   target %.1f, %.2f of plain", row->target, row->target / plain_at_target);
    printf("\n");
}

int main(void)
{
    td_scenario *bridge = stage_shipped("bridge-rail"), *mini = stage_load("mini"),
                *graph = stage_graph(NODES, CHOICES, 1);
    if (!bridge)
        return 1;
    struct row rows[] = {
        {.what = "bridge-rail, random play", .work = play, .target = 5},
        {.what = "a graph of 200 nodes x 3 choices", .work = play, .target = 5.6},
        {.what = "the small story of the tests", .work = play},
        {.what = "the person alone, random acts", .work = talk_fast, .target = 10},
        {.what = "a plain writing of the person", .work = talk_plain},
        {.what = "a bare walk on a graph, no person", .work = walk},
    };
    enum { ROWS = sizeof rows / sizeof rows[0], PLAIN = 4 };
    set_stage(&rows[0], bridge);
    set_stage(&rows[1], graph);
    set_stage(&rows[2], mini);
    int64_t sum = measure(rows, ROWS);
    printf("%-38s %6s %6s %6s     %7s\n", "exchanges a second, one core", "min", "median", "max", "of plain");
    for (int i = 0; i < ROWS; i++)
        report(&rows[i], &rows[PLAIN]);
    for (int i = 0; i < PLAIN; i++) {
        session_destroy(rows[i].session);
        session_destroy(rows[i].fresh);
    }
    scenario_destroy(bridge);
    scenario_destroy(mini);
    scenario_destroy(graph);
    return sum != 0 ? 0 : 1;
}
