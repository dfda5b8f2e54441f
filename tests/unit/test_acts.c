/* test_acts.c - the acts, their table of coefficients, and a practitioner's own copy of it. */
#include "acts.h"
#include "diag_codes.h"
#include "environment.h"
#include "files.h"
#include "memory.h"
#include "paths.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
/* after those: */
#include <cmocka.h>

static void assert_text(td_str got, const char *want)
{
    if (!str_is(got, want))
        fail_msg("\"%.*s\", not \"%s\"", (int)got.len, got.ptr, want);
}

/* --- names and groups ---------------------------------------------------------------------- */

static void every_act_is_found_by_its_own_name(void **state)
{
    (void)state;
    assert_int_equal(ACT_COUNT, 33);
    for (int i = 0; i < ACT_COUNT; i++) {
        enum act act = ACT_COUNT;
        assert_true(act_find(act_name((enum act)i), &act));
        assert_int_equal(act, i);
    }
    assert_text(act_name(ACT_SUICQ), "suicide_question");
    assert_text(act_code(ACT_PROMISE), "PROMISE");
}

static void a_wrong_name_is_refused_and_the_near_one_named(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *nearest;
    } rows[] = {
        {"lable", "label"},
        {"open-question", "open_question"},
        {"Label", "label"},
        {"sumary", "summary"},
        {"threaten", "threat"},
        {"hug", ""},
        {"", ""},
        {"xqzzy", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        enum act act = ACT_THREAT;
        assert_false(act_find(str_of(rows[i].typed), &act));
        assert_int_equal(act, ACT_THREAT);
        assert_text(act_nearest(str_of(rows[i].typed)), rows[i].nearest);
    }
}

static void the_groups_hold_the_acts_that_the_rubric_names(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        bool (*is)(enum act act);
        uint64_t set;
    } rows[] = {
        {"listening", act_is_listening,
         ACT_BIT(ENC) | ACT_BIT(PAUSE) | ACT_BIT(OPENQ) | ACT_BIT(MIRROR) | ACT_BIT(LABEL) | ACT_BIT(PARA) |
             ACT_BIT(SUMM) | ACT_BIT(IMSG)},
        {"reflection", act_is_reflection, ACT_BIT(MIRROR) | ACT_BIT(LABEL) | ACT_BIT(PARA) | ACT_BIT(SUMM)},
        {"complex reflection", act_is_complex_reflection, ACT_BIT(LABEL) | ACT_BIT(PARA) | ACT_BIT(SUMM)},
        {"question", act_is_question,
         ACT_BIT(OPENQ) | ACT_BIT(CLOSEDQ) | ACT_BIT(WHYQ) | ACT_BIT(SAFEQ) | ACT_BIT(SUICQ)},
        {"influence", act_is_influence,
         ACT_BIT(CHOICE) | ACT_BIT(PROBSOLVE) | ACT_BIT(SUGGEST) | ACT_BIT(PLAN) | ACT_BIT(TPI) | ACT_BIT(CHALLENGE) |
             ACT_BIT(INFORM)},
        {"major error", act_is_major_error, ACT_BIT(THREAT) | ACT_BIT(PROMISE) | ACT_BIT(MORAL) | ACT_BIT(ARGUE)},
        {"minor error", act_is_minor_error,
         ACT_BIT(ORDER) | ACT_BIT(MINIM) | ACT_BIT(INTERRUPT) | ACT_BIT(WHYQ) | ACT_BIT(ADVICE) | ACT_BIT(CLOSEDQ)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        for (int act = 0; act < ACT_COUNT; act++)
            if (rows[i].is((enum act)act) != act_in((enum act)act, rows[i].set))
                fail_msg("%s: %s", rows[i].what, act_name((enum act)act).ptr);
}

/* --- the built-in table -------------------------------------------------------------------- */

static void fit_runs_from_the_worst_act_of_a_stage_to_the_best(void **state)
{
    (void)state;
    static const struct {
        enum act act;
        int stage;
        int32_t fit;
    } rows[] =
        {
            {ACT_THREAT, 0, 0},    {ACT_INTRO, 0, 1000}, {ACT_LABEL, 0, 1000}, {ACT_LABEL, 1, 1000},
            {ACT_SUMM, 2, 1000},   {ACT_HOOK, 2, 1000},  {ACT_PLAN, 4, 1000},  {ACT_SUGGEST, 0, 323},
            {ACT_CLOSEDQ, 3, 437}, /* 1000 * (-50 + 750) / (850 + 750), cut */
        };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(model_fit(&model_built_in, rows[i].act, rows[i].stage), rows[i].fit);
    static const int32_t best[STAGE_COUNT] = {700, 850, 850, 850, 1000};
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        assert_int_equal(model_best(&model_built_in, stage), best[stage]);
}

static void in_a_table_where_nothing_matters_everything_fits(void **state)
{
    (void)state;
    static const struct model flat = {.version = 1};
    assert_int_equal(model_fit(&flat, ACT_THREAT, 2), 1000);
}

static void the_hash_made_at_build_time_is_that_of_the_table(void **state)
{
    (void)state;
    assert_true(model_built_in.hash == model_hash(&model_built_in));
}

static void every_number_of_the_table_counts_in_the_hash(void **state)
{
    (void)state;
    struct model m = model_built_in;
    int16_t *const numbers[] = {&m.m[ACT_THREAT][4], &m.m[0][0],        &m.weight[ACT_HOOK][CH_H],
                                &m.ceiling[ACT_ENC], &m.habit[ACT_ENC], &m.gain[CH_C]};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        ++*numbers[i];
        assert_true(model_hash(&m) != model_built_in.hash);
        --*numbers[i];
    }
    m.version = 2;
    assert_true(model_hash(&m) != model_built_in.hash);
}

/* --- a file of one's own ------------------------------------------------------------------- */

struct outcome {
    td_status status;
    int errors;
    struct diag first;
    struct model model;
};

/* Reads a text as a coefficient file; what comes back lives in arena. */
static struct outcome read_text(struct arena *arena, td_str text)
{
    struct outcome out = {.status = TD_E_SYNTAX};
    struct diags diags;
    struct json_limits limits = {1 << 20, 20000};
    diags_init(&diags, arena);
    struct json_doc *doc = json_open(&memory_std, TD_STR("own.json"), text, limits, &diags);
    if (doc != NULL)
        out.status = model_read(doc, &diags, &out.model);
    json_close(doc);
    out.errors = diags.errors;
    if (diags.count > 0)
        out.first = diags.items[0];
    return out;
}

static td_str shipped(struct arena *arena)
{
    td_str text = {NULL, 0};
    const char *data = path_data(arena);
    assert_non_null(data);
    assert_null(file_read(arena, path_join(arena, data, "assets/model/acts.json"), 1 << 20, &text));
    return text;
}

/* The shipped file with the first occurrence of one text replaced by another. */
static td_str changed(struct arena *arena, const char *from, const char *to)
{
    td_str text = shipped(arena);
    struct writer w;
    writer_init(&w, arena);
    for (size_t i = 0; i + strlen(from) <= text.len; i++)
        if (memcmp(text.ptr + i, from, strlen(from)) == 0) {
            w_str(&w, (td_str){text.ptr, i});
            w_text(&w, to);
            w_str(&w, (td_str){text.ptr + i + strlen(from), text.len - i - strlen(from)});
            return writer_str(&w);
        }
    fail_msg("the shipped file has no %s", from);
    return text;
}

static void the_shipped_file_gives_the_built_in_table(void **state)
{
    struct arena *arena = *state;
    struct outcome out = read_text(arena, shipped(arena));
    assert_int_equal(out.status, TD_OK);
    assert_int_equal(out.errors, 0);
    assert_true(out.model.hash == model_built_in.hash);
    assert_int_equal(out.model.version, model_built_in.version);
    assert_memory_equal(out.model.m, model_built_in.m, sizeof out.model.m);
    assert_memory_equal(out.model.weight, model_built_in.weight, sizeof out.model.weight);
    assert_memory_equal(out.model.ceiling, model_built_in.ceiling, sizeof out.model.ceiling);
    assert_memory_equal(out.model.habit, model_built_in.habit, sizeof out.model.habit);
    assert_memory_equal(out.model.class, model_built_in.class, sizeof out.model.class);
    assert_memory_equal(out.model.gain, model_built_in.gain, sizeof out.model.gain);
}

static void a_changed_copy_is_read_and_has_another_hash(void **state)
{
    struct arena *arena = *state;
    struct outcome out = read_text(arena, changed(arena, "[700, 250, 100, 50, 50]", "[650, 250, 100, 50, 50]"));
    assert_int_equal(out.status, TD_OK);
    assert_int_equal(out.model.m[ACT_INTRO][0], 650);
    assert_true(out.model.hash != model_built_in.hash);
}

static void keys_of_ones_own_begin_with_x_and_change_nothing(void **state)
{
    struct arena *arena = *state;
    struct outcome out =
        read_text(arena, changed(arena, "\"version\": 1", "\"x-tried-by\": \"ward 3\", \"version\": 1"));
    assert_int_equal(out.status, TD_OK);
    assert_true(out.model.hash == model_built_in.hash);
}

static void each_fault_is_named_at_its_place(void **state)
{
    struct arena *arena = *state;
    static const struct {
        const char *from, *to;
        td_status status;
        const char *code, *pointer, *subject, *nearest;
    } rows[] = {
        {"[700, 250, 100, 50, 50]", "[700, 250, 100, 50]", TD_E_INVALID, D_TOO_FEW, "/acts/0/m", "m", ""},
        {"[700, 250, 100, 50, 50]", "[700, 250, 100, 50, 50, 1]", TD_E_INVALID, D_TOO_MANY, "/acts/0/m", "m", ""},
        {"[700, 250, 100, 50, 50]", "[1001, 250, 100, 50, 50]", TD_E_INVALID, D_OUT_OF_RANGE, "/acts/0/m/0", "1001",
         ""},
        {"[700, 250, 100, 50, 50]", "700", TD_E_INVALID, D_WRONG_TYPE, "/acts/0/m", "integer", ""},
        {"[700, 250, 100, 50, 50]", "[\"7\", 250, 100, 50, 50]", TD_E_INVALID, D_WRONG_TYPE, "/acts/0/m/0", "string",
         ""},
        /* an error that helps is none */
        {"[-150, -150, -100, -50, -50]", "[-150, -150, -100, -50, 50]", TD_E_INVALID, D_OUT_OF_RANGE, "/acts/23/m/4",
         "50", ""},
        {"\"H\": 0, \"C\": 0}", "\"H\": 0}", TD_E_INVALID, D_MISSING_KEY, "/acts/0/weights", "C", ""},
        {"\"H\": 0, \"C\": 0}", "\"H\": -1, \"C\": 0}", TD_E_INVALID, D_OUT_OF_RANGE, "/acts/0/weights/H", "-1", ""},
        {"\"e_ceiling\": 150", "\"e_cieling\": 150", TD_E_INVALID, D_UNKNOWN_KEY, "/acts/0/e_cieling", "e_cieling",
         "e_ceiling"},
        {"\"habit\": 500", "\"habit\": 5000", TD_E_INVALID, D_OUT_OF_RANGE, "/acts/1/habit", "5000", ""},
        {"\"introduce\"", "\"introduse\"", TD_E_INVALID, D_NOT_IN_LIST, "/acts/0/name", "introduse", "introduce"},
        {"\"encourager\"", "\"introduce\"", TD_E_INVALID, D_LISTED_TWICE, "/acts/1/name", "introduce", ""},
        {"\"class\": \"affective\"", "\"class\": \"cognitive\"", TD_E_INVALID, D_NOT_IN_LIST, "/acts/0/class",
         "cognitive", ""},
        {"\"C\": 4200", "\"C\": 20000", TD_E_INVALID, D_OUT_OF_RANGE, "/gains/C", "20000", ""},
        {"\"gains\"", "\"x-gains\"", TD_E_INVALID, D_MISSING_KEY, "", "gains", ""},
        {"talkdown-acts-1", "talkdown-acts-9", TD_E_INVALID, D_WRONG_FORMAT, "/format", "talkdown-acts-9", ""},
        {"\"version\": 1", "\"version\": 2", TD_E_VERSION, D_UNKNOWN_VERSION, "/version", "2", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct outcome out = read_text(arena, changed(arena, rows[i].from, rows[i].to));
        const char *code = out.first.code != NULL ? out.first.code : "no fault";
        if (strcmp(code, rows[i].code) != 0)
            fail_msg("row %zu: %s, not %s", i, code, rows[i].code);
        assert_int_equal(out.status, rows[i].status);
        assert_text(out.first.pointer, rows[i].pointer);
        assert_text(out.first.subject, rows[i].subject);
        assert_text(out.first.nearest, rows[i].nearest);
        assert_true(out.first.line > 0 && out.first.column > 0);
        assert_int_equal(out.model.version, 0); /* untouched */
    }
}

static void an_act_that_is_missing_is_missed(void **state)
{
    struct arena *arena = *state;
    struct outcome out = read_text(
        arena, TD_STR("{\"format\": \"talkdown-acts-1\", \"version\": 1, \"gains\": {\"P\": 1, \"L\": 1, \"E\": 1, "
                      "\"R\": 1, \"T\": 1, \"U\": 1, \"H\": 1, \"C\": 1}, \"acts\": []}"));
    assert_int_equal(out.status, TD_E_INVALID);
    assert_int_equal(out.errors, ACT_COUNT);
    assert_string_equal(out.first.code, D_MISSING_KEY);
    assert_text(out.first.subject, "introduce");
}

static void what_is_no_table_at_all_is_refused(void **state)
{
    struct arena *arena = *state;
    static const char *const texts[] = {"[]", "7", "null", "{}", "{\"acts\": 3}", "{\"acts\": [1, [], {}]}"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct outcome out = read_text(arena, str_of(texts[i]));
        assert_int_equal(out.status, TD_E_INVALID);
        assert_true(out.errors > 0);
    }
}

static int arena_up(void **state)
{
    static struct arena arena;
    arena_init(&arena, &memory_std);
    *state = &arena;
    return 0;
}

static int arena_down(void **state)
{
    arena_finish(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_act_is_found_by_its_own_name),
        cmocka_unit_test(a_wrong_name_is_refused_and_the_near_one_named),
        cmocka_unit_test(the_groups_hold_the_acts_that_the_rubric_names),
        cmocka_unit_test(fit_runs_from_the_worst_act_of_a_stage_to_the_best),
        cmocka_unit_test(in_a_table_where_nothing_matters_everything_fits),
        cmocka_unit_test(the_hash_made_at_build_time_is_that_of_the_table),
        cmocka_unit_test(every_number_of_the_table_counts_in_the_hash),
        cmocka_unit_test_setup_teardown(the_shipped_file_gives_the_built_in_table, arena_up, arena_down),
        cmocka_unit_test_setup_teardown(a_changed_copy_is_read_and_has_another_hash, arena_up, arena_down),
        cmocka_unit_test_setup_teardown(keys_of_ones_own_begin_with_x_and_change_nothing, arena_up, arena_down),
        cmocka_unit_test_setup_teardown(each_fault_is_named_at_its_place, arena_up, arena_down),
        cmocka_unit_test_setup_teardown(an_act_that_is_missing_is_missed, arena_up, arena_down),
        cmocka_unit_test_setup_teardown(what_is_no_table_at_all_is_refused, arena_up, arena_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
