/* test_scenario_names.c - the closed lists as the files spell them: each table in the order of its enum. */
#include "scenario.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

/* "step_back" is spelt "step-back" in a file, unless underscores stay. */
static void check_name(td_str name, const char *c_name, char underscore)
{
    assert_int_equal(name.len, strlen(c_name));
    for (size_t i = 0; i < name.len; i++)
        assert_int_equal(name.ptr[i], c_name[i] == '_' ? underscore : c_name[i]);
}

static void check_table(const td_str *names, const char *const *c_names, int count, char underscore)
{
    for (int i = 0; i < count; i++) {
        check_name(names[i], c_names[i], underscore);
        assert_int_equal(name_find(names, names[i]), i);
    }
    assert_null(names[count].ptr);
}

#define STRING(n) #n,
#define CHECK(table, LIST, underscore)                                             \
    do {                                                                           \
        static const char *const c_names[] = {LIST(STRING)};                       \
        check_table(table, c_names, sizeof c_names / sizeof *c_names, underscore); \
    } while (0)

static void every_list_spells_its_names_in_the_order_of_its_enum(void **state)
{
    (void)state;
    CHECK(sector_names, TD_SECTORS, '-');
    CHECK(stance_names, TD_STANCES, '-');
    CHECK(place_names, TD_PLACES, '-');
    CHECK(talk_channel_names, TD_CHANNELS, '-');
    CHECK(pronoun_names, TD_PRONOUNS, '-');
    CHECK(emotion_names, TD_EMOTIONS, '-');
    CHECK(need_names, TD_NEEDS, '-');
    CHECK(band_names, TD_BANDS, '-');
    CHECK(fact_kind_names, TD_FACT_KINDS, '-');
    CHECK(brief_class_names, TD_BRIEF_CLASSES, '-');
    CHECK(help_kind_names, TD_HELP_KINDS, '-');
    CHECK(scene_kind_names, TD_SCENE_KINDS, '-');
    CHECK(prompt_kind_names, TD_PROMPT_KINDS, '-');
    CHECK(prompt_moment_names, TD_PROMPT_MOMENTS, '-');
    CHECK(delivery_names, TD_DELIVERIES, '-');
    CHECK(content_note_names, TD_CONTENT_NOTES, '-');
}

static void outcomes_keep_their_underscores(void **state)
{
    (void)state;
    CHECK(outcome_names, TD_OUTCOMES, '_');
}

static void a_name_that_is_not_there_is_none(void **state)
{
    (void)state;
    assert_int_equal(name_find(band_names, TD_STR("angry")), NONE);
    assert_int_equal(name_find(band_names, TD_STR("")), NONE);
    assert_int_equal(name_find(band_names, TD_STR("calm ")), NONE);
    assert_int_equal(name_find(scene_kind_names, TD_STR("step_back")), NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_spells_its_names_in_the_order_of_its_enum),
        cmocka_unit_test(outcomes_keep_their_underscores),
        cmocka_unit_test(a_name_that_is_not_there_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
