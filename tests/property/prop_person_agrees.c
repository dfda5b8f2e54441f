/* prop_person_agrees.c - two writings of the model, one fast and one plain, to the last bit.
 * The fast one is what people play; the plain one was written from the text.  If they differ, one
 * of them is wrong, and this prints where. */
#include "hash.h"
#include "laws.h"
#include "plain_model.h"
#include "rng.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static void assert_agree(const struct law_case *c, const char *where, int number)
{
    struct person fast = c->person, plain = c->person;
    enum person_outcome a = person_exchange(c->model, c->profile, c->luck, &c->move, &fast, NULL);
    enum person_outcome b = plain_exchange(c->model, c->profile, c->luck, &c->move, &plain);
    if (a != b || memcmp(&fast, &plain, sizeof fast) != 0)
        fail_msg("%s %d, %s: P %d %d, L %d %d, E %d %d, R %d %d, T %d %d, U %d %d, H %d %d, C %d %d, err %d %d", where,
                 number, act_name(c->move.act).ptr, fast.P, plain.P, fast.L, plain.L, fast.E, plain.E, fast.R, plain.R,
                 fast.T, plain.T, fast.U, plain.U, fast.H, plain.H, fast.C, plain.C, fast.err, plain.err);
}

static void they_agree_on_any_moment_of_any_profile(void **state)
{
    (void)state;
    for (int number = 0; number < 70000; number++) {
        struct law_case c;
        law_case_draw(&model_built_in, &profile_built_in[number % PROFILE_COUNT], 7, number, &c);
        assert_agree(&c, "case", number);
    }
}

/* Coefficients at the ends of what a file may say. */
static struct model extreme_model(uint64_t seed)
{
    struct model m = model_built_in;
    for (int act = 0; act < ACT_COUNT; act++) {
        for (int stage = 0; stage < STAGE_COUNT; stage++)
            m.m[act][stage] = (int16_t)((int32_t)rng_pick(seed, (uint64_t)(act * 16 + stage), 3) * 1000 - 1000);
        for (int i = 0; i < CHANNEL_COUNT; i++)
            m.weight[act][i] = (int16_t)(rng_pick(seed + 1, (uint64_t)(act * 16 + i), 2) * 1000);
    }
    for (int i = 0; i < CHANNEL_COUNT; i++)
        m.gain[i] = 10000;
    return m;
}

static struct profile extreme_profile(uint64_t seed)
{
    struct profile profile = {0};
    uint64_t counter = 0;
#define X(name, low, high) profile.name = rng_pick(seed, counter++, 2) == 0 ? (low) : (high);
    TD_PROFILE_FIELDS(X)
#undef X
    return profile;
}

static void they_agree_at_the_ends_of_every_range_and_stay_in_range(void **state)
{
    (void)state;
    for (int number = 0; number < 30000; number++) {
        struct law_case c;
        uint64_t seed = (uint64_t)(number / 50);
        struct model model = extreme_model(seed);
        struct profile profile = extreme_profile(seed);
        law_case_draw(&model, &profile, 11, number, &c);
        c.luck.amp = 1000;
        assert_agree(&c, "extreme case", number);
        assert_int_equal(laws[0].judge(&c), LAW_KEPT);
    }
}

/* From exchange to exchange, so that nothing can drift apart unseen. */
static void they_agree_over_a_hundred_and_twenty_thousand_exchanges_in_a_row(void **state)
{
    (void)state;
    uint64_t check = HASH_START;
    struct law_case c;
    int play = 0, left = 0;
    struct person p = {0};
    for (int number = 0; number < 120000; number++) {
        const struct profile *profile = &profile_built_in[play % PROFILE_COUNT];
        law_case_draw(&model_built_in, profile, 13, number, &c);
        c.luck = (struct luck){(uint64_t)play, 80};
        if (left-- <= 0) {
            p = person_start(profile);
            left = 40;
        }
        c.person = p;
        assert_agree(&c, "exchange", number);
        enum person_outcome outcome = person_exchange(c.model, profile, c.luck, &c.move, &p, NULL);
        check = person_hash(check, &p);
        if (outcome != PERSON_OPEN || left == 0) {
            play++;
            left = 0;
        }
    }
    /* The same on every machine, compiler and level of optimisation. */
    if (hash_finish(check) != UINT64_C(0x3ace78ecbd0a0f2f))
        fail_msg("the check is %016llx", (unsigned long long)hash_finish(check));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_agree_on_any_moment_of_any_profile),
        cmocka_unit_test(they_agree_at_the_ends_of_every_range_and_stay_in_range),
        cmocka_unit_test(they_agree_over_a_hundred_and_twenty_thousand_exchanges_in_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
