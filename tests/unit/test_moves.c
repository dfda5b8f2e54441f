/* test_moves.c - a line written as JSON, and what is not one. */
#include "diag_codes.h"
#include "memory.h"
#include "move_read.h"

#include <setjmp.h>
#include <stdarg.h>
/* after those: */
#include <cmocka.h>

/* Reads a text as one move, over `usual`.  The number of faults; the first is *ret_code, or "none". */
static int read_text(const char *text, const struct move *usual, struct move *ret, const char **ret_code)
{
    struct arena arena;
    struct diags diags;
    struct json_limits limits = {4096, 100};
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    struct json_doc *doc = json_open(&memory_std, TD_STR("moves"), str_of(text), limits, &diags);
    td_status status = doc != NULL ? move_read(doc, usual, &diags, ret) : TD_E_SYNTAX;
    json_close(doc);
    *ret_code = diags.errors > 0 ? diags.items[0].code : "none";
    int errors = diags.errors;
    arena_finish(&arena);
    assert_true((status == TD_OK) == (errors == 0));
    return errors;
}

static void a_full_move_is_read_as_it_stands(void **state)
{
    (void)state;
    struct move move = MOVE_DEFAULT, usual = MOVE_DEFAULT;
    const char *code;
    assert_int_equal(read_text("{\"act\":\"label\",\"q\":850,\"tone\":1,\"pace\":-2,\"dist\":120,\"dt\":30,"
                               "\"complexity\":3,\"trigger\":400,\"hook\":true}",
                               &usual, &move, &code),
                     0);
    assert_int_equal(move.act, ACT_LABEL);
    assert_int_equal(move.q, 850);
    assert_int_equal(move.tone, 1);
    assert_int_equal(move.pace, -2);
    assert_int_equal(move.dist, 120);
    assert_int_equal(move.dt, 30);
    assert_int_equal(move.complexity, 3);
    assert_int_equal(move.trigger, 400);
    assert_true(move.hook);
    assert_false(move.hook_unknown);
}

static void what_is_not_said_is_as_usual(void **state)
{
    (void)state;
    struct move usual = {
        .act = ACT_THREAT, .q = 1, .tone = -1, .pace = 1, .dist = 3, .dt = 4, .complexity = 2, .trigger = 6};
    struct move move = MOVE_DEFAULT;
    const char *code;
    assert_int_equal(read_text("{\"act\":\"pause\"}", &usual, &move, &code), 0);
    usual.act = ACT_PAUSE;
    assert_memory_equal(&move, &usual, offsetof(struct move, hook));
}

static void no_distance_is_null(void **state)
{
    (void)state;
    struct move usual = MOVE_DEFAULT, move = MOVE_DEFAULT;
    const char *code;
    usual.dist = 50;
    assert_int_equal(read_text("{\"act\":\"pause\", \"dist\": null}", &usual, &move, &code), 0);
    assert_int_equal(move.dist, -1);
    assert_int_equal(read_text("{\"act\":\"pause\", \"dist\": 0}", &usual, &move, &code), 0);
    assert_int_equal(move.dist, 0);
}

static void each_fault_has_its_code_and_leaves_the_move_alone(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code;
        int faults;
    } rows[] = {
        {"{}", D_MISSING_KEY, 1},
        {"{\"act\": 3}", D_WRONG_TYPE, 1},
        {"{\"act\": \"LABEL\"}", D_NOT_IN_LIST, 1},
        {"{\"act\": \"label\", \"q\": 1001}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"q\": -1}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"tone\": 3}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"pace\": 2}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"dist\": 1001}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"dist\": -1}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"dt\": 3601}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"complexity\": 4}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"trigger\": 401}", D_OUT_OF_RANGE, 1},
        {"{\"act\": \"label\", \"trigger\": null}", D_WRONG_TYPE, 1},
        {"{\"act\": \"label\", \"hook\": 1}", D_WRONG_TYPE, 1},
        {"{\"act\": \"label\", \"Q\": 1}", D_UNKNOWN_KEY, 1},
        {"{\"act\": \"lable\", \"q\": 2000, \"tome\": 1, \"hook\": \"yes\"}", D_UNKNOWN_KEY, 4},
        {"[]", D_WRONG_TYPE, 1},
        {"", D_EMPTY_FILE, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct move usual = MOVE_DEFAULT, move = {.q = 77};
        const char *code;
        int faults = read_text(rows[i].text, &usual, &move, &code);
        if (faults != rows[i].faults || strcmp(code, rows[i].code) != 0)
            fail_msg("%s: %d faults, the first %s", rows[i].text, faults, code);
        assert_int_equal(move.q, 77);
    }
}

static void keys_that_begin_with_x_are_the_authors_own(void **state)
{
    (void)state;
    struct move usual = MOVE_DEFAULT, move = MOVE_DEFAULT;
    const char *code;
    assert_int_equal(read_text("{\"act\":\"pause\", \"x-why\": [1, {\"a\": null}]}", &usual, &move, &code), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_full_move_is_read_as_it_stands),
        cmocka_unit_test(what_is_not_said_is_as_usual),
        cmocka_unit_test(no_distance_is_null),
        cmocka_unit_test(each_fault_has_its_code_and_leaves_the_move_alone),
        cmocka_unit_test(keys_that_begin_with_x_are_the_authors_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
