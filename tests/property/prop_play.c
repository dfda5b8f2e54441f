/* prop_play.c - the laws of play_laws.h over plays drawn from seeds, in the small story, in generated graphs,
 * in every shipped scenario, and with people at the limits of what an author may ask for.
 * A play that breaks a law is made smaller while it still does, and told as its journal. */
#include "play_laws.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { BYTES = 700 };

/* Fewer bytes first, then zeros. */
static void shrink(const td_scenario *scenario, uint64_t seed, uint8_t *data, size_t *size)
{
    for (size_t cut = *size / 2; cut > 0; cut /= 2)
        while (*size > cut && laws_broken(scenario, seed, data, *size - cut, NULL).law)
            *size -= cut;
    for (size_t i = 0; i < *size; i++) {
        uint8_t kept = data[i];
        data[i] = 0;
        if (kept && !laws_broken(scenario, seed, data, *size, NULL).law)
            data[i] = kept;
    }
}

static void tell(const td_scenario *scenario, uint64_t seed, uint8_t *data, size_t size)
{
    struct arena arena;
    struct writer file;
    arena_init(&arena, &stage_memory);
    writer_init(&file, &arena);
    shrink(scenario, seed, data, &size);
    struct law_fault fault = laws_broken(scenario, seed, data, size, &file);
    td_str text = writer_str(&file);
    print_error("seed %llu, step %d, law %s\n%.*s", (unsigned long long)seed, fault.step, fault.law ? fault.law : "?",
                (int)text.len, text.ptr);
    arena_finish(&arena);
    fail_msg("a law is broken");
}

static void hold(const td_scenario *scenario, uint64_t from, uint64_t to)
{
    uint8_t data[BYTES];
    for (uint64_t seed = from; seed < to; seed++) {
        bytes_fill(data, sizeof data, seed);
        if (laws_broken(scenario, seed, data, sizeof data, NULL).law)
            tell(scenario, seed, data, sizeof data);
    }
}

static void the_laws_hold_in_the_small_story(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    hold(mini, 1, 301);
    scenario_destroy(mini);
}

static void the_laws_hold_in_generated_graphs(void **state)
{
    (void)state;
    for (uint64_t seed = 0; seed < 8; seed++) {
        td_scenario *graph = stage_graph(3 + (int)seed * 5, 3, seed);
        hold(graph, 1000 * seed, 1000 * seed + 20);
        scenario_destroy(graph);
    }
}

static void the_laws_hold_in_every_shipped_scenario(void **state)
{
    (void)state;
    static const char *const ids[] = {"bridge-rail", "template"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        td_scenario *shipped = stage_shipped(ids[i]);
        if (!shipped)
            continue;
        hold(shipped, 1, 101);
        scenario_destroy(shipped);
    }
}

static void set_to_a_limit(struct profile *profile, struct bytes *bytes)
{
#define X(name, low, high) profile->name = take_below(bytes, 2) ? (high) : (low);
    TD_PROFILE_FIELDS(X)
#undef X
    for (int i = 0; i < TAG_COUNT; i++)
        profile->tag[i] = take_below(bytes, 2) ? 400 : 0;
}

static void the_laws_hold_for_people_at_the_limits_of_the_model(void **state)
{
    (void)state;
    td_scenario *mini = stage_load("mini");
    for (uint64_t seed = 0; seed < 150; seed++) {
        uint8_t limits[64];
        bytes_fill(limits, sizeof limits, seed + 9000);
        struct bytes bytes = bytes_from(limits, sizeof limits);
        set_to_a_limit(&mini->profile, &bytes);
        hold(mini, seed, seed + 1);
    }
    scenario_destroy(mini);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_laws_hold_in_the_small_story),
        cmocka_unit_test(the_laws_hold_in_generated_graphs),
        cmocka_unit_test(the_laws_hold_in_every_shipped_scenario),
        cmocka_unit_test(the_laws_hold_for_people_at_the_limits_of_the_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
