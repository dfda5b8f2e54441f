/* test_profile.c - the seven profiles and an author's changes to one. */
#include "profile.h"

#include <setjmp.h>
#include <stdarg.h>
/* after those: */
#include <cmocka.h>

static void assert_text(td_str got, const char *want)
{
    if (!str_is(got, want))
        fail_msg("\"%.*s\", not \"%s\"", (int)got.len, got.ptr, want);
}

static void every_profile_is_found_by_its_own_name(void **state)
{
    (void)state;
    for (int i = 0; i < PROFILE_COUNT; i++) {
        int index = -1;
        assert_true(profile_find(profile_name(i), &index));
        assert_int_equal(index, i);
    }
    assert_text(profile_name(0), "default");
    assert_text(profile_name(6), "grief-trauma");
}

static void a_wrong_name_is_refused_and_the_near_one_named(void **state)
{
    (void)state;
    int index = 5;
    assert_false(profile_find(TD_STR("suicidal_despair"), &index));
    assert_int_equal(index, 5);
    assert_text(profile_nearest(TD_STR("suicidal_despair")), "suicidal-despair");
    assert_text(profile_nearest(TD_STR("intoxicatd")), "intoxicated");
    assert_text(profile_nearest(TD_STR("angry")), "");
    assert_text(profile_nearest_field(TD_STR("bubbel")), "bubble");
    assert_text(profile_nearest_field(TD_STR("tag.shama")), "tag.shame");
}

/* One number from each column, so that a shifted table cannot pass. */
static void the_profiles_differ_where_the_model_says_so(void **state)
{
    (void)state;
    const struct profile *p = profile_built_in;
    assert_int_equal(p[0].P0, 500);
    assert_int_equal(p[0].boil, 850);
    assert_int_equal(p[1].gAFF, 1150);
    assert_int_equal(p[1].sens, 1100);
    assert_int_equal(p[2].suicidal, 1);
    assert_int_equal(p[2].H0, 100);
    assert_int_equal(p[3].bubble, 300);
    assert_int_equal(p[3].argue_extra, 1500);
    assert_int_equal(p[4].stamina, 5400);
    assert_int_equal(p[4].hlP, 240);
    assert_int_equal(p[5].limitgain, 800);
    assert_int_equal(p[5].boil, 900);
    assert_int_equal(p[6].hlL, 3600);
    assert_int_equal(p[6].H0, 200);
    for (int i = 0; i < PROFILE_COUNT; i++) {
        assert_int_equal(p[i].suicidal, i == 2);
        assert_int_equal(p[i].tpi, 0);
        assert_int_equal(p[i].tag[TAG_shame], 0);
    }
}

/* What ships must be what an author could have written. */
static void every_shipped_number_lies_in_an_authors_range(void **state)
{
    (void)state;
    for (int i = 0; i < PROFILE_COUNT; i++) {
        struct profile copy = profile_built_in[i];
        int32_t low, high;
#define X(name, least, most)                                                                                           \
    if (!profile_set(&copy, TD_STR(#name), profile_built_in[i].name, &low, &high) || low != (least) || high != (most)) \
        fail_msg("profile %d: %s", i, #name);
        TD_PROFILE_FIELDS(X)
#undef X
        assert_memory_equal(&copy, &profile_built_in[i], sizeof copy);
    }
}

static void a_field_is_set_within_its_range_and_refused_outside(void **state)
{
    (void)state;
    struct profile p = profile_built_in[0];
    int32_t low, high;
    assert_true(profile_set(&p, TD_STR("sens"), 500, &low, &high));
    assert_int_equal(p.sens, 500);
    assert_true(profile_set(&p, TD_STR("tpi"), -1000, &low, &high));
    assert_int_equal(p.tpi, -1000);
    assert_false(profile_set(&p, TD_STR("sens"), 1501, &low, &high));
    assert_int_equal(p.sens, 500);
    assert_int_equal(low, 500);
    assert_int_equal(high, 1500);
    assert_false(profile_set(&p, TD_STR("sens"), INT64_C(1) << 32 | 1000, &low, &high));
    assert_int_equal(p.sens, 500);
}

static void a_tag_is_set_by_its_name(void **state)
{
    (void)state;
    struct profile p = profile_built_in[6];
    int32_t low, high;
    assert_true(profile_set(&p, TD_STR("tag.surprise"), 1, &low, &high));
    assert_true(profile_set(&p, TD_STR("tag.dark"), 400, &low, &high));
    assert_int_equal(p.tag[TAG_surprise], 1);
    assert_int_equal(p.tag[TAG_dark], 400);
    assert_false(profile_set(&p, TD_STR("tag.dark"), 401, &low, &high));
    assert_int_equal(low, 0);
    assert_int_equal(high, 400);
    assert_int_equal(p.tag[TAG_dark], 400);
}

static void an_unknown_field_has_no_range(void **state)
{
    (void)state;
    struct profile p = profile_built_in[0];
    int32_t low = 7, high = 7;
    assert_false(profile_set(&p, TD_STR("anger"), 1, &low, &high));
    assert_int_equal(low, 0);
    assert_int_equal(high, 0);
    assert_memory_equal(&p, &profile_built_in[0], sizeof p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_profile_is_found_by_its_own_name),
        cmocka_unit_test(a_wrong_name_is_refused_and_the_near_one_named),
        cmocka_unit_test(the_profiles_differ_where_the_model_says_so),
        cmocka_unit_test(every_shipped_number_lies_in_an_authors_range),
        cmocka_unit_test(a_field_is_set_within_its_range_and_refused_outside),
        cmocka_unit_test(a_tag_is_set_by_its_name),
        cmocka_unit_test(an_unknown_field_has_no_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
