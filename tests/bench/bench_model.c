/* bench_model.c - exchanges a second with the person alone, noise and random acts, one core.
 * Beside it, measured in turns with it: a plain writing of the same model, and a bare loop that
 * walks a graph of 200 nodes with three choices each and has no model at all.  The three share the
 * machine's mood, so their ratio says more than any of them. */
#include "person.h"
#include "plain_model.h"
#include "rng.h"

#include <stdio.h>
#include <time.h>

enum { EXCHANGES = 1000000, ROUNDS = 12, NODES = 200, CHOICES = 3, RUN_MAX = 40 };

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The acts of a run, drawn ahead: throwing them is not what is measured. */
static uint8_t acts[4096];

static void draw_acts(void)
{
    for (uint64_t i = 0; i < sizeof acts; i++)
        acts[i] = (uint8_t)rng_pick(11, i, ACT_COUNT);
}

typedef enum person_outcome exchange_function(const struct model *, const struct profile *, struct luck,
                                              const struct move *, struct person *);

static enum person_outcome fast(const struct model *model, const struct profile *profile, struct luck luck,
                                const struct move *move, struct person *person)
{
    return person_exchange(model, profile, luck, move, person, NULL);
}

/* Run after run, through all profiles.  What comes out is returned, so that nothing is optimised away. */
static inline uint64_t play(exchange_function *exchange)
{
    uint64_t sum = 0;
    struct luck luck = {1, 80};
    const struct profile *profile = &profile_built_in[0];
    struct person p = person_start(profile);
    struct move move = MOVE_DEFAULT;
    for (uint32_t i = 0; i < EXCHANGES; i++) {
        move.act = (enum act)acts[i % sizeof acts];
        enum person_outcome outcome = exchange(&model_built_in, profile, luck, &move, &p);
        if (outcome == PERSON_OPEN && p.turn < RUN_MAX)
            continue;
        sum += (uint64_t)p.P + (uint64_t)outcome;
        luck.seed++;
        profile = &profile_built_in[luck.seed % PROFILE_COUNT];
        p = person_start(profile);
    }
    return sum;
}

static uint64_t play_fast(void)
{
    return play(fast);
}

static uint64_t play_plain(void)
{
    return play(plain_exchange);
}

/* A story engine without a person: where a choice leads is all it knows.  Each step waits for the
 * one before it, as a person does. */
static uint64_t walk(void)
{
    static uint16_t to[NODES][CHOICES];
    for (uint64_t i = 0; i < NODES * CHOICES; i++)
        to[i / CHOICES][i % CHOICES] = (uint16_t)rng_pick(5, i, NODES);
    uint64_t sum = 0;
    uint32_t node = 0;
    for (uint64_t i = 0; i < EXCHANGES; i++) {
        node = to[node][rng_pick(node, i, CHOICES)];
        sum += node;
    }
    return sum;
}

static double million_a_second(uint64_t (*work)(void), uint64_t *sum)
{
    double start = seconds();
    *sum += work();
    return EXCHANGES / (seconds() - start) / 1e6;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

int main(void)
{
    double best_fast = 0, best_plain = 0, best_walk = 0;
    uint64_t sum_fast = 0, sum_plain = 0, sum_walk = 0;
    draw_acts();
    for (int round = 0; round < ROUNDS; round++) {
        best_fast = larger(best_fast, million_a_second(play_fast, &sum_fast));
        best_plain = larger(best_plain, million_a_second(play_plain, &sum_plain));
        best_walk = larger(best_walk, million_a_second(walk, &sum_walk));
    }
    printf("exchanges a second, the person alone, random acts, noise 80:\n");
    printf("  %-34s %6.1f million   target 10\n", "person_exchange", best_fast);
    printf("  %-34s %6.1f million\n", "a plain writing of the same model", best_plain);
    printf("  %-34s %6.1f million   (sum %llu)\n", "a bare walk on a graph, no model", best_walk,
           (unsigned long long)sum_walk);
    return sum_fast == sum_plain ? 0 : 1;
}
