/* test_base_memory.c - the arena, the writer and the diagnostics that live in it. */
#include "diag.h"
#include "test_memory.h"
#include "writer.h"

#include <stdarg.h>

#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena, test_memory_init(&f.memory));
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    return f->memory.blocks == 0 && f->memory.live == 0 ? 0 : -1;
}

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != 0)
            return false;
    return true;
}

static void an_arena_takes_nothing_until_it_is_used(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(f->memory.blocks, 0);
    assert_int_equal(arena_bytes(&f->arena), 0);
    arena_alloc(&f->arena, 1);
    assert_int_equal(f->memory.blocks, 1);
    assert_int_equal(arena_bytes(&f->arena), f->memory.live);
}

static void a_zeroed_arena_can_be_finished(void **state)
{
    (void)state;
    struct arena a = {0};
    arena_finish(&a);
    assert_null(a.chunk);
}

static void a_finished_arena_can_be_used_again(void **state)
{
    struct fixture *f = *state;
    arena_alloc(&f->arena, 100);
    arena_finish(&f->arena);
    assert_int_equal(f->memory.blocks, 0);
    char *again = arena_alloc(&f->arena, 100);
    assert_true(is_zero(again, 100));
}

static void blocks_are_zeroed_aligned_and_apart(void **state)
{
    struct fixture *f = *state;
    char *blocks[300];
    for (size_t i = 0; i < 300; i++) {
        blocks[i] = arena_alloc(&f->arena, i);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        assert_true(is_zero(blocks[i], i));
        memset(blocks[i], (int)(i % 255) + 1, i);
    }
    for (size_t i = 0; i < 300; i++)
        for (size_t k = 0; k < i; k++)
            assert_int_equal((unsigned char)blocks[i][k], i % 255 + 1);
}

static void a_block_larger_than_any_chunk_gets_its_own(void **state)
{
    struct fixture *f = *state;
    char *small = arena_alloc(&f->arena, 10);
    size_t size = (size_t)5 << 20;
    char *large = arena_alloc(&f->arena, size);
    memset(large, 1, size);
    memset(small, 2, 10);
    char *after = arena_alloc(&f->arena, 10);
    assert_true(is_zero(after, 10));
    assert_true(arena_bytes(&f->arena) < size + ((size_t)2 << 20));
}

static void an_arena_of_many_small_things_wastes_little(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 100000; i++)
        arena_copy(&f->arena, TD_STR("twenty bytes of text"));
    assert_true(arena_bytes(&f->arena) < 2000000 + ((size_t)1 << 20) + 4096);
}

static void arrays_are_counted_without_overflow(void **state)
{
    struct fixture *f = *state;
    jmp_buf stop;
    int64_t *numbers = arena_new(&f->arena, int64_t, 100);
    assert_true(is_zero((char *)numbers, 800));
    f->memory.budget = (size_t)1 << 30;
    f->memory.stops = &stop;
    if (setjmp(stop) == 0) {
        arena_array(&f->arena, SIZE_MAX / 4, 8); /* would wrap round to a small number */
        fail_msg("came back");
    }
    if (setjmp(stop) == 0) {
        arena_alloc(&f->arena, SIZE_MAX);
        fail_msg("came back");
    }
    assert_non_null(arena_array(&f->arena, SIZE_MAX, 0));
}

static void out_of_memory_leaves_the_arena_whole(void **state)
{
    struct fixture *f = *state;
    jmp_buf stop;
    f->memory.budget = 100000;
    f->memory.stops = &stop;
    char *early = arena_cstr(&f->arena, TD_STR("early"));
    if (setjmp(stop) == 0)
        for (;;)
            arena_alloc(&f->arena, 1000);
    assert_string_equal(early, "early");
    assert_true(arena_bytes(&f->arena) <= 100000);
}

static void copies_are_the_same_text_elsewhere(void **state)
{
    struct fixture *f = *state;
    td_str text = TD_STR("who\0are you");
    td_str copy = arena_copy(&f->arena, text);
    assert_true(str_eq(copy, text));
    assert_ptr_not_equal(copy.ptr, text.ptr);
    td_str none = arena_copy(&f->arena, (td_str){NULL, 0});
    assert_non_null(none.ptr);
    assert_int_equal(none.len, 0);
    assert_string_equal(arena_cstr(&f->arena, (td_str){"label it", 5}), "label");
    assert_string_equal(arena_cstr(&f->arena, (td_str){NULL, 0}), "");
}

static void rewinding_gives_back_all_that_was_taken_since(void **state)
{
    struct fixture *f = *state;
    char *kept = arena_cstr(&f->arena, TD_STR("kept"));
    struct arena_mark mark = arena_mark(&f->arena);
    size_t bytes = arena_bytes(&f->arena);
    char *first = arena_alloc(&f->arena, 100);
    memset(first, 7, 100);
    for (int i = 0; i < 100; i++)
        arena_alloc(&f->arena, 10000);
    assert_true(arena_bytes(&f->arena) > 1000000);
    arena_rewind(&f->arena, mark);
    assert_int_equal(arena_bytes(&f->arena), bytes);
    assert_string_equal(kept, "kept");
    char *again = arena_alloc(&f->arena, 100);
    assert_ptr_equal(again, first);
    assert_true(is_zero(again, 100));
}

static void an_empty_mark_rewinds_to_nothing(void **state)
{
    struct fixture *f = *state;
    struct arena_mark mark = arena_mark(&f->arena);
    arena_alloc(&f->arena, 5000);
    arena_rewind(&f->arena, mark);
    assert_int_equal(f->memory.blocks, 0);
    arena_rewind(&f->arena, mark);
    assert_non_null(arena_alloc(&f->arena, 0));
}

static void marks_nest(void **state)
{
    struct fixture *f = *state;
    struct arena_mark outer = arena_mark(&f->arena);
    arena_alloc(&f->arena, 3000);
    struct arena_mark inner = arena_mark(&f->arena);
    size_t bytes = arena_bytes(&f->arena);
    arena_alloc(&f->arena, 3000);
    arena_rewind(&f->arena, inner);
    assert_int_equal(arena_bytes(&f->arena), bytes);
    arena_alloc(&f->arena, 30000);
    arena_rewind(&f->arena, outer);
    assert_int_equal(arena_bytes(&f->arena), 0);
}

static void assert_written(const struct writer *w, const char *want)
{
    td_str got = writer_str(w);
    if (!str_is(got, want))
        fail_msg("%.*s instead of %s", (int)got.len, got.ptr, want);
}

static void a_writer_joins_what_it_is_given(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    assert_written(&w, "");
    assert_non_null(writer_str(&w).ptr);
    w_str(&w, (td_str){NULL, 0});
    w_text(&w, "wait");
    w_char(&w, ' ');
    w_int(&w, 60000);
    w_str(&w, TD_STR("!"));
    assert_written(&w, "wait 60000!");
}

static void a_writer_grows_without_losing_a_byte(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    for (int i = 0; i < 100000; i++)
        w_char(&w, (char)('a' + i % 26));
    td_str text = writer_str(&w);
    assert_int_equal(text.len, 100000);
    for (int i = 0; i < 100000; i++)
        assert_int_equal(text.ptr[i], 'a' + i % 26);
    w_str(&w, text); /* its own text, out of a buffer about to be left */
    assert_int_equal(writer_str(&w).len, 200000);
    assert_memory_equal(writer_str(&w).ptr, writer_str(&w).ptr + 100000, 100000);
    assert_true(arena_bytes(&f->arena) < (size_t)3 << 20);
}

static void numbers_are_written_to_the_last(void **state)
{
    static const struct {
        int64_t value;
        const char *text;
    } table[] = {{0, "0"},
                 {-1, "-1"},
                 {7, "7"},
                 {10, "10"},
                 {-65536, "-65536"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct writer w;
        int64_t back;
        writer_init(&w, &f->arena);
        w_int(&w, table[i].value);
        assert_written(&w, table[i].text);
        assert_true(str_int(writer_str(&w), INT64_MIN, INT64_MAX, &back) && back == table[i].value);
    }
}

static void hashes_are_written_as_they_are_read(void **state)
{
    static const uint64_t table[] = {0, 1, UINT64_C(0x0123456789abcdef), UINT64_MAX};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct writer w;
        uint64_t back = 5;
        writer_init(&w, &f->arena);
        w_hex64(&w, table[i]);
        assert_int_equal(writer_str(&w).len, 16);
        assert_true(str_hex64(writer_str(&w), &back) && back == table[i]);
    }
}

static void json_strings_escape_what_they_must_and_no_more(void **state)
{
    static const struct {
        td_str text;
        const char *json;
    } table[] = {{{"", 0}, "\"\""},
                 {{"calm", 4}, "\"calm\""},
                 {{"\"\\/", 3}, "\"\\\"\\\\/\""},
                 {{"\b\f\n\r\t", 5}, "\"\\b\\f\\n\\r\\t\""},
                 {{"\0\x01\x1F", 3}, "\"\\u0000\\u0001\\u001f\""},
                 {{"\x7F", 1}, "\"\x7F\""},
                 {{"d\xC3\xA9j\xC3\xA0 \xF0\x9F\x98\x80", 11}, "\"d\xC3\xA9j\xC3\xA0 \xF0\x9F\x98\x80\""},
                 {{"bad \xFF\xC3", 6}, "\"bad \xEF\xBF\xBD\xEF\xBF\xBD\""}};
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct writer w;
        writer_init(&w, &f->arena);
        w_json(&w, table[i].text);
        assert_written(&w, table[i].json);
    }
}

static void a_diagnostic_is_kept_whole_and_apart_from_its_source(void **state)
{
    struct fixture *f = *state;
    struct diags d;
    char name[] = "scenario.json";
    diags_init(&d, &f->arena);
    assert_int_equal(f->memory.blocks, 0);
    diag_add(&d, &(struct diag){.code = D_DUPLICATE_KEY,
                                .severity = DIAG_ERROR,
                                .file = str_of(name),
                                .line = 3,
                                .column = 14,
                                .pointer = TD_STR("/nodes/2"),
                                .subject = TD_STR("act"),
                                .detail = TD_STR("once"),
                                .nearest = TD_STR("acts")});
    memset(name, '?', sizeof name - 1);
    assert_int_equal(d.count, 1);
    assert_int_equal(d.errors, 1);
    assert_int_equal(d.warnings, 0);
    assert_string_equal(d.items[0].code, "duplicate-key");
    assert_true(str_is(d.items[0].file, "scenario.json"));
    assert_int_equal(d.items[0].line, 3);
    assert_int_equal(d.items[0].column, 14);
    assert_true(str_is(d.items[0].pointer, "/nodes/2"));
    assert_true(str_is(d.items[0].subject, "act"));
    assert_true(str_is(d.items[0].detail, "once"));
    assert_true(str_is(d.items[0].nearest, "acts"));
}

static void a_long_subject_is_cut_between_characters(void **state)
{
    struct fixture *f = *state;
    struct diags d;
    char subject[120];
    for (size_t i = 0; i < sizeof subject; i += 3)
        memcpy(subject + i, "\xE2\x82\xAC", 3); /* 26 of three bytes fit into 80 */
    diags_init(&d, &f->arena);
    diag_add(&d, &(struct diag){.code = D_BAD_JSON, .subject = {subject, sizeof subject}});
    assert_int_equal(d.items[0].subject.len, 78);
    assert_int_equal(utf8_valid_prefix(d.items[0].subject), 78);
}

static void beyond_the_limit_diagnostics_are_counted_not_kept(void **state)
{
    struct fixture *f = *state;
    struct diags d;
    diags_init(&d, &f->arena);
    for (int i = 0; i < DIAG_MAX + 50; i++) {
        assert_int_equal(diags_full(&d), i >= DIAG_MAX);
        diag_add(&d,
                 &(struct diag){.code = D_BAD_JSON, .severity = i % 2 == 0 ? DIAG_ERROR : DIAG_WARNING, .line = i + 1});
    }
    assert_int_equal(d.count, DIAG_MAX);
    assert_int_equal(d.errors, DIAG_MAX / 2 + 25);
    assert_int_equal(d.warnings, DIAG_MAX / 2 + 25);
    assert_int_equal(d.items[DIAG_MAX - 1].line, DIAG_MAX);
}

static bool is_kebab(const char *code)
{
    for (const char *at = code; *at != '\0'; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        bool inner_hyphen = *at == '-' && at > code && at[1] != '\0' && at[-1] != '-';
        if (!letter && !inner_hyphen)
            return false;
    }
    return *code != '\0';
}

static void every_code_is_lower_case_and_there_once(void **state)
{
    (void)state;
    for (int i = 0; i < diag_code_count(); i++) {
        if (!is_kebab(diag_code(i)))
            fail_msg("%s", diag_code(i));
        for (int j = 0; j < i; j++)
            if (strcmp(diag_code(i), diag_code(j)) == 0)
                fail_msg("%s twice", diag_code(i));
    }
}

static void a_code_knows_its_severity(void **state)
{
    (void)state;
    enum diag_severity severity = DIAG_WARNING;
    assert_string_equal(diag_code(diag_number_of("too-deep")), "too-deep");
    assert_int_equal(diag_number_of("to-deep"), -1);
    assert_true(diag_severity_of("too-deep", &severity));
    assert_int_equal(severity, DIAG_ERROR);
    severity = DIAG_WARNING;
    assert_false(diag_severity_of("to-deep", &severity));
    assert_int_equal(severity, DIAG_WARNING);
}

int main(void)
{
#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        IN_ARENA(an_arena_takes_nothing_until_it_is_used),
        cmocka_unit_test(a_zeroed_arena_can_be_finished),
        IN_ARENA(a_finished_arena_can_be_used_again),
        IN_ARENA(blocks_are_zeroed_aligned_and_apart),
        IN_ARENA(a_block_larger_than_any_chunk_gets_its_own),
        IN_ARENA(an_arena_of_many_small_things_wastes_little),
        IN_ARENA(arrays_are_counted_without_overflow),
        IN_ARENA(out_of_memory_leaves_the_arena_whole),
        IN_ARENA(copies_are_the_same_text_elsewhere),
        IN_ARENA(rewinding_gives_back_all_that_was_taken_since),
        IN_ARENA(an_empty_mark_rewinds_to_nothing),
        IN_ARENA(marks_nest),
        IN_ARENA(a_writer_joins_what_it_is_given),
        IN_ARENA(a_writer_grows_without_losing_a_byte),
        IN_ARENA(numbers_are_written_to_the_last),
        IN_ARENA(hashes_are_written_as_they_are_read),
        IN_ARENA(json_strings_escape_what_they_must_and_no_more),
        IN_ARENA(a_diagnostic_is_kept_whole_and_apart_from_its_source),
        IN_ARENA(a_long_subject_is_cut_between_characters),
        IN_ARENA(beyond_the_limit_diagnostics_are_counted_not_kept),
        cmocka_unit_test(every_code_is_lower_case_and_there_once),
        cmocka_unit_test(a_code_knows_its_severity),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
