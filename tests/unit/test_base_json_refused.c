/* test_base_json_refused.c - JSON that is refused: for what reason and where, and what many keys and deep brackets
 * cost. */
#include "hash.h"
#include "json_walk.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include "json_room.h"

/* ---- what is refused ---- */

struct bad_row {
    td_str text;
    const char *code;
    int line, column;
    const char *subject, *detail, *nearest;
};

#define BAD(literal, code, line, column, subject, detail, nearest)                                 \
    {                                                                                              \
        {(literal), sizeof(literal) - 1}, (code), (line), (column), (subject), (detail), (nearest) \
    }

static const struct bad_row bad_table[] = {
    /* nothing there */
    BAD("", D_EMPTY_FILE, 0, 0, "", "", ""),
    BAD(" \n\t\r\n", D_EMPTY_FILE, 0, 0, "", "", ""),
    /* bytes */
    BAD("\xEF\xBB\xBF{}", D_BYTE_ORDER_MARK, 1, 1, "", "", ""),
    BAD("\xFF\xFE{\0}\0", D_NOT_UTF8, 1, 1, "0xFF", "", ""),
    BAD("{\n\"caf\xE9\":1}", D_NOT_UTF8, 2, 5, "0xE9", "", ""),
    BAD("[\"\xC3\xA9\xC3\"]", D_NOT_UTF8, 1, 4, "0xC3", "", ""),
    BAD("[\"\xED\xA0\x80\"]", D_NOT_UTF8, 1, 3, "0xED", "", ""),
    BAD("[\"\xC0\x80\"]", D_NOT_UTF8, 1, 3, "0xC0", "", ""),
    BAD("[\"\xF4\x90\x80\x80\"]", D_NOT_UTF8, 1, 3, "0xF4", "", ""),
    BAD("[\"\xE2\x82", D_NOT_UTF8, 1, 3, "0xE2", "", ""),
    BAD("[1,\x80]", D_NOT_UTF8, 1, 4, "0x80", "", ""),
    BAD("[1]\xFF", D_NOT_UTF8, 1, 4, "0xFF", "", ""),
    BAD("[1,\0 2]", D_NUL_BYTE, 1, 4, "", "", ""),
    BAD("[\"a\0b\"]", D_NUL_BYTE, 1, 4, "", "", ""),
    BAD("{}\0", D_NUL_BYTE, 1, 3, "", "", ""),
    BAD("\0", D_NUL_BYTE, 1, 1, "", "", ""),
    BAD("[\"a\tb\"]", D_CONTROL_CHARACTER, 1, 4, "U+0009", "\\t", ""),
    BAD("[\"a\x1F\"]", D_CONTROL_CHARACTER, 1, 4, "U+001F", "", ""),
    BAD("[\x0B]", D_CONTROL_CHARACTER, 1, 2, "U+000B", "", ""),
    BAD("[\xC2\xA0]", D_VALUE_EXPECTED, 1, 2, "\xC2\xA0", "", ""), /* a no-break space is no space */
    /* strings */
    BAD("[\"abc]", D_STRING_NOT_CLOSED, 1, 2, "", "", ""),
    BAD("{\n  \"a\": \"abc,\n  \"b\": 1\n}", D_STRING_NOT_CLOSED, 2, 8, "", "", ""),
    BAD("{\"a\":\"abc\r\n}", D_STRING_NOT_CLOSED, 1, 6, "", "", ""),
    BAD("\"abc\\", D_STRING_NOT_CLOSED, 1, 1, "", "", ""),
    BAD("\"abc\\\"", D_STRING_NOT_CLOSED, 1, 1, "", "", ""),
    BAD("{\"a", D_STRING_NOT_CLOSED, 1, 2, "", "", ""),
    BAD("\"\\x41\"", D_BAD_ESCAPE, 1, 2, "\\x", "", ""),
    BAD("\"ab\\'\"", D_BAD_ESCAPE, 1, 4, "\\'", "", ""),
    BAD("\"\\\xC3\xA9\"", D_BAD_ESCAPE, 1, 2, "\\\xC3\xA9", "", ""),
    BAD("\"\\\x1B[2J\"", D_BAD_ESCAPE, 1, 2, "\\", "", ""),
    BAD("\"\\\0\"", D_BAD_ESCAPE, 1, 2, "\\", "", ""),
    BAD("\"\\\xFF\"", D_BAD_ESCAPE, 1, 2, "\\", "", ""),
    BAD("\"\\u12\"", D_BAD_ESCAPE, 1, 2, "\\u12", "", ""),
    BAD("\"\\u12G4x\"", D_BAD_ESCAPE, 1, 2, "\\u12G4", "", ""),
    BAD("\"\\U00e9\"", D_BAD_ESCAPE, 1, 2, "\\U", "", ""),
    BAD("\"\\u0000x\"", D_NUL_ESCAPE, 1, 2, "\\u0000", "", ""),
    BAD("{\"a\\u0000\":1}", D_NUL_ESCAPE, 1, 4, "\\u0000", "", ""),
    BAD("\"\\ud83d\"", D_LONE_SURROGATE, 1, 2, "\\ud83d", "", ""),
    BAD("\"x\\ude00\"", D_LONE_SURROGATE, 1, 3, "\\ude00", "", ""),
    BAD("\"\\ud83dx\\ude00\"", D_LONE_SURROGATE, 1, 2, "\\ud83d", "", ""),
    BAD("\"\\ud83d\\ud83d\"", D_LONE_SURROGATE, 1, 2, "\\ud83d", "", ""),
    BAD("\"\\ud83d\\u0041\"", D_LONE_SURROGATE, 1, 2, "\\ud83d", "", ""),
    BAD("\"\\ud83d\\u12\"", D_LONE_SURROGATE, 1, 2, "\\ud83d", "", ""),
    /* numbers */
    BAD("[01]", D_BAD_NUMBER, 1, 2, "01", "", ""),
    BAD("[-01]", D_BAD_NUMBER, 1, 2, "-01", "", ""),
    BAD("[1.]", D_BAD_NUMBER, 1, 2, "1.", "", ""),
    BAD("[.5]", D_BAD_NUMBER, 1, 2, ".5", "", ""),
    BAD("[+1]", D_BAD_NUMBER, 1, 2, "+1", "", ""),
    BAD("[-]", D_BAD_NUMBER, 1, 2, "-", "", ""),
    BAD("[--1]", D_BAD_NUMBER, 1, 2, "--1", "", ""),
    BAD("[1e]", D_BAD_NUMBER, 1, 2, "1e", "", ""),
    BAD("[1e+]", D_BAD_NUMBER, 1, 2, "1e+", "", ""),
    BAD("[1.e5]", D_BAD_NUMBER, 1, 2, "1.e5", "", ""),
    BAD("[1.5.5]", D_BAD_NUMBER, 1, 2, "1.5.5", "", ""),
    BAD("[0x1F]", D_BAD_NUMBER, 1, 2, "0x1F", "", ""),
    BAD("[1_000]", D_BAD_NUMBER, 1, 2, "1_000", "", ""),
    BAD("[2nd]", D_BAD_NUMBER, 1, 2, "2nd", "", ""),
    BAD("[-Infinity]", D_BAD_NUMBER, 1, 2, "-Infinity", "", ""),
    BAD("[1,\n 1.5]", D_NUMBER_NOT_INTEGER, 2, 2, "1.5", "", ""),
    BAD("[1.0]", D_NUMBER_NOT_INTEGER, 1, 2, "1.0", "", ""),
    BAD("[-0.0]", D_NUMBER_NOT_INTEGER, 1, 2, "-0.0", "", ""),
    BAD("[1e5]", D_NUMBER_NOT_INTEGER, 1, 2, "1e5", "", ""),
    BAD("[1E-5]", D_NUMBER_NOT_INTEGER, 1, 2, "1E-5", "", ""),
    BAD("[1e400]", D_NUMBER_NOT_INTEGER, 1, 2, "1e400", "", ""),
    BAD("9007199254740993", D_NUMBER_TOO_LARGE, 1, 1, "9007199254740993", "9007199254740992", ""),
    BAD("-9007199254740993", D_NUMBER_TOO_LARGE, 1, 1, "-9007199254740993", "9007199254740992", ""),
    BAD("9223372036854775808", D_NUMBER_TOO_LARGE, 1, 1, "9223372036854775808", "9007199254740992", ""),
    BAD("99999999999999999999", D_NUMBER_TOO_LARGE, 1, 1, "99999999999999999999", "9007199254740992", ""),
    /* words */
    BAD("[True]", D_BAD_WORD, 1, 2, "True", "", "true"),
    BAD("[FALSE]", D_BAD_WORD, 1, 2, "FALSE", "", "false"),
    BAD("[flase]", D_BAD_WORD, 1, 2, "flase", "", "false"),
    BAD("[nul]", D_BAD_WORD, 1, 2, "nul", "", "null"),
    BAD("[truely]", D_BAD_WORD, 1, 2, "truely", "", "true"),
    BAD("[NaN]", D_BAD_WORD, 1, 2, "NaN", "", ""),
    BAD("[undefined]", D_BAD_WORD, 1, 2, "undefined", "", ""),
    BAD("hello", D_BAD_WORD, 1, 1, "hello", "", ""),
    /* structure */
    BAD("{\"a\":1", D_BRACKET_NOT_CLOSED, 1, 1, "{", "}", ""),
    BAD("{\n \"a\": [1, 2\n", D_BRACKET_NOT_CLOSED, 2, 7, "[", "]", ""),
    BAD("[", D_BRACKET_NOT_CLOSED, 1, 1, "[", "]", ""),
    BAD("[1,", D_BRACKET_NOT_CLOSED, 1, 1, "[", "]", ""),
    BAD("{\"a\"", D_BRACKET_NOT_CLOSED, 1, 1, "{", "}", ""),
    BAD("{\"a\":", D_BRACKET_NOT_CLOSED, 1, 1, "{", "}", ""),
    BAD("{\"a\":[],", D_BRACKET_NOT_CLOSED, 1, 1, "{", "}", ""),
    BAD("[1}", D_BAD_JSON, 1, 3, "}", ", ]", ""),
    BAD("{\"a\":1]", D_BAD_JSON, 1, 7, "]", ", }", ""),
    BAD("{]", D_BAD_JSON, 1, 2, "]", "\" }", ""),
    BAD("{,}", D_BAD_JSON, 1, 2, ",", "\" }", ""),
    BAD("{\"a\":1;\"b\":2}", D_BAD_JSON, 1, 7, ";", ", }", ""),
    BAD("{\"a\"=1}", D_BAD_JSON, 1, 5, "=", ":", ""),
    BAD("{\"a\"}", D_BAD_JSON, 1, 5, "}", ":", ""),
    BAD("{\"a\",\"b\"}", D_BAD_JSON, 1, 5, ",", ":", ""),
    BAD("[,1]", D_VALUE_EXPECTED, 1, 2, ",", "", ""),
    BAD("[1,,2]", D_VALUE_EXPECTED, 1, 4, ",", "", ""),
    BAD("{\"a\":}", D_VALUE_EXPECTED, 1, 6, "}", "", ""),
    BAD("{\"a\"::1}", D_VALUE_EXPECTED, 1, 6, ":", "", ""),
    BAD("]", D_VALUE_EXPECTED, 1, 1, "]", "", ""),
    BAD("[\xC2\xAB"
        "a\xC2\xBB]",
        D_VALUE_EXPECTED, 1, 2, "\xC2\xAB", "", ""),
    BAD("[1 2]", D_MISSING_COMMA, 1, 3, "", ",", ""),
    BAD("{\n  \"a\": 1\n  \"b\": 2\n}", D_MISSING_COMMA, 2, 9, "", ",", ""),
    BAD("[{} {}]", D_MISSING_COMMA, 1, 4, "", ",", ""),
    BAD("[\"a\"\"b\"]", D_MISSING_COMMA, 1, 5, "", ",", ""),
    BAD("[1,2,]", D_TRAILING_COMMA, 1, 5, ",", "", ""),
    BAD("{\"a\":1,\n}", D_TRAILING_COMMA, 1, 7, ",", "", ""),
    BAD("{\"a\" 1}", D_MISSING_COLON, 1, 5, "a", ":", ""),
    BAD("{\"a\" \"b\"}", D_MISSING_COLON, 1, 5, "a", ":", ""),
    BAD("{a:1}", D_UNQUOTED_KEY, 1, 2, "a", "", ""),
    BAD("{\"a\":1, next_node:1}", D_UNQUOTED_KEY, 1, 9, "next_node", "", ""),
    BAD("{1:1}", D_UNQUOTED_KEY, 1, 2, "1", "", ""),
    BAD("{'a':1}", D_SINGLE_QUOTES, 1, 2, "'", "", ""),
    BAD("{\"a\":'b'}", D_SINGLE_QUOTES, 1, 6, "'", "", ""),
    BAD("[1, // two\n2]", D_COMMENT, 1, 5, "//", "", ""),
    BAD("/* x */ {}", D_COMMENT, 1, 1, "/*", "", ""),
    BAD("[1 # one\n]", D_COMMENT, 1, 4, "#", "", ""),
    BAD("{} // end", D_COMMENT, 1, 4, "//", "", ""),
    BAD("[/]", D_VALUE_EXPECTED, 1, 2, "/", "", ""),
    BAD("{} {}", D_TEXT_AFTER_END, 1, 4, "{", "", ""),
    BAD("1 2", D_TEXT_AFTER_END, 1, 3, "2", "", ""),
    BAD("{}}", D_TEXT_AFTER_END, 1, 3, "}", "", ""),
    BAD("{}\n\xC3\xA9", D_TEXT_AFTER_END, 2, 1, "\xC3\xA9", "", ""),
    /* duplicate keys */
    BAD("{\"a\":1,\"a\":2}", D_DUPLICATE_KEY, 1, 8, "a", "", ""),
    BAD("{\"a\":1,\n \"b\":{\"c\":1,\"d\":2,\n  \"c\":3}}", D_DUPLICATE_KEY, 3, 3, "c", "", ""),
    BAD("{\"\":1,\"\":2}", D_DUPLICATE_KEY, 1, 7, "", "", ""),
    BAD("{\"a\":1,\"\\u0061\":2}", D_DUPLICATE_KEY, 1, 8, "\\u0061", "", ""),
    BAD("{\"\\/\\n\":1,\"/\\u000A\":2}", D_DUPLICATE_KEY, 1, 11, "/\\u000A", "", ""),
    BAD("{\"\\ud83d\\ude00\":1,\"\xF0\x9F\x98\x80\":2}", D_DUPLICATE_KEY, 1, 19, "\xF0\x9F\x98\x80", "", ""),
    BAD("{\"a\":1,\"b\":1,\"b\":2,\"a\":2}", D_DUPLICATE_KEY, 1, 14, "b", "", ""),
    BAD("[{\"a\":{\"a\":1}},{\"b\":[{\"a\":1,\"a\":{}}]}]", D_DUPLICATE_KEY, 1, 29, "a", "", ""),
};

static void assert_bad(struct fixture *f, size_t number, const struct bad_row *row)
{
    struct json_doc *doc = open_text(f, row->text);
    const struct diag *d = f->diags.items;
    if (doc != NULL || f->diags.count != 1)
        fail_msg("row %zu, %.*s: %d diagnostics", number, (int)row->text.len, row->text.ptr, f->diags.count);
    if (d->code != row->code || d->line != row->line || d->column != row->column || !str_is(d->subject, row->subject) ||
        !str_is(d->detail, row->detail) || !str_is(d->nearest, row->nearest))
        fail_msg("row %zu, %.*s: %s %d:%d subject %.*s detail %.*s nearest %.*s", number, (int)row->text.len,
                 row->text.ptr, d->code, d->line, d->column, (int)d->subject.len, d->subject.ptr, (int)d->detail.len,
                 d->detail.ptr, (int)d->nearest.len, d->nearest.ptr);
    assert_int_equal(d->severity, DIAG_ERROR);
    assert_str(d->file, "a.json");
    assert_str(d->pointer, "");
}

static void bad_texts_are_refused_with_reason_and_place(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof bad_table / sizeof *bad_table; i++)
        assert_bad(f, i, &bad_table[i]);
}

static void every_reason_that_json_has_is_in_the_table(void **state)
{
    (void)state;
    static const char *const elsewhere[] = {D_TOO_LARGE, D_TOO_MANY_VALUES, D_TOO_DEEP};
    for (int i = 0; i < diag_code_count(); i++) {
        if (strcmp(diag_code(i), D_OUT_OF_MEMORY) == 0) /* the last of json's codes; needs a machine to run out */
            return;
        bool found = false;
        for (size_t k = 0; k < sizeof bad_table / sizeof *bad_table; k++)
            found = found || bad_table[k].code == diag_code(i);
        for (size_t k = 0; k < sizeof elsewhere / sizeof *elsewhere; k++)
            found = found || elsewhere[k] == diag_code(i);
        if (!found)
            fail_msg("%s", diag_code(i));
    }
    fail_msg("json's codes do not end with out-of-memory");
}

/* Every prefix of a good object is bad: nothing half written can be taken for whole. */
static void a_text_cut_short_is_refused_wherever_it_is_cut(void **state)
{
    struct fixture *f = *state;
    td_str text = TD_STR("{\"a\":[1,-20,{\"b\\u00e9\\ud83d\\ude00\":null}],\"c\":\"d\xC3\xA9\",\"e\":true}");
    struct json_doc *doc = open_good(f, text);
    json_close(doc);
    for (size_t len = 0; len < text.len; len++) {
        char *exact = malloc(len == 0 ? 1 : len); /* so that a reader past the end is seen */
        memcpy(exact, text.ptr, len);
        assert_null(open_text(f, (td_str){exact, len}));
        assert_int_equal(f->diags.count, 1);
        free(exact);
    }
}

/* ---- limits ---- */

static void assert_limit(struct fixture *f, const char *code, const char *detail, int line, int column)
{
    assert_int_equal(f->diags.count, 1);
    assert_string_equal(f->diags.items[0].code, code);
    assert_str(f->diags.items[0].detail, detail);
    assert_int_equal(f->diags.items[0].line, line);
    assert_int_equal(f->diags.items[0].column, column);
}

static void a_text_may_have_just_as_many_bytes_as_allowed(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_within(f, TD_STR("[1,2]"), (struct json_limits){5, 10});
    assert_non_null(doc);
    json_close(doc);
    assert_null(open_within(f, TD_STR("[1,2] "), (struct json_limits){5, 10}));
    assert_limit(f, "too-large", "5", 0, 0);
    assert_null(open_within(f, TD_STR("[1,2]"), (struct json_limits){0, 10}));
    assert_limit(f, "too-large", "0", 0, 0);
}

static void a_text_may_have_just_as_many_values_as_allowed(void **state)
{
    struct fixture *f = *state;
    td_str text = TD_STR("{\"a\":[1,2],\n\"b\":{}}");
    struct json_doc *doc = open_within(f, text, (struct json_limits){100, 5});
    assert_non_null(doc);
    json_close(doc);
    assert_null(open_within(f, text, (struct json_limits){100, 4}));
    assert_limit(f, "too-many-values", "4", 2, 5);
    assert_null(open_within(f, text, (struct json_limits){100, 0}));
    assert_limit(f, "too-many-values", "0", 1, 1);
}

static td_str nested(struct fixture *f, const char *open, const char *middle, const char *close, int depth)
{
    struct writer w;
    writer_init(&w, &f->arena);
    for (int i = 0; i < depth; i++)
        w_text(&w, open);
    w_text(&w, middle);
    for (int i = 0; i < depth; i++)
        w_text(&w, close);
    return writer_str(&w);
}

static void brackets_nest_up_to_the_limit(void **state)
{
    struct fixture *f = *state;
    static const struct {
        const char *open, *middle, *close;
        int column;
    } table[] = {{"[", "", "]", 65}, {"{\"a\":", "1", "}", 321}, {"[", "{}", "]", 65}};
    for (size_t i = 0; i < 3; i++) {
        int inner = table[i].middle[0] == '{';
        td_str text = nested(f, table[i].open, table[i].middle, table[i].close, JSON_DEPTH - inner);
        struct json_doc *doc = open_good(f, text);
        json_walk_check(doc, text, &f->memory.allocator);
        json_close(doc);
        text = nested(f, table[i].open, table[i].middle, table[i].close, JSON_DEPTH + 1 - inner);
        assert_null(open_text(f, text));
        assert_limit(f, "too-deep", "64", 1, table[i].column);
    }
}

static void hostile_depth_is_refused_without_going_there(void **state)
{
    struct fixture *f = *state;
    assert_null(open_text(f, nested(f, "[", "", "", 1000000)));
    assert_limit(f, "too-deep", "64", 1, 65);
    assert_null(open_text(f, nested(f, "{\"a\":", "", "", 1000000)));
    assert_limit(f, "too-deep", "64", 1, 321);
}

static void sixty_four_brackets_beside_each_other_are_not_deep(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "[0");
    for (int i = 0; i < 1000; i++)
        w_text(&w, ",[{}]");
    w_text(&w, "]");
    json_close(open_good(f, writer_str(&w)));
}

/* ---- many keys ---- */

struct keys_text {
    struct writer w;
    int count;
};

static void keys_begin(struct keys_text *t, struct fixture *f)
{
    writer_init(&t->w, &f->arena);
    w_char(&t->w, '{');
    t->count = 0;
}

/* One key to a line, so that a diagnostic's line tells which. */
static void keys_add(struct keys_text *t, const char *prefix, int64_t number)
{
    w_text(&t->w, t->count++ > 0 ? ",\n\"" : "\"");
    w_text(&t->w, prefix);
    w_int(&t->w, number);
    w_text(&t->w, "\":0");
}

static td_str keys_end(struct keys_text *t)
{
    w_char(&t->w, '}');
    return writer_str(&t->w);
}

static void a_hundred_thousand_keys_are_no_burden(void **state)
{
    struct fixture *f = *state;
    struct keys_text t;
    keys_begin(&t, f);
    for (int i = 0; i < 100000; i++)
        keys_add(&t, "line-", i);
    json_close(open_good(f, keys_end(&t)));
}

static void the_first_twin_in_the_text_is_named_among_many(void **state)
{
    struct fixture *f = *state;
    for (int count = 2; count <= 4000; count += count < 40 ? 1 : 977) {
        struct keys_text t;
        struct arena_mark mark = arena_mark(&f->arena);
        keys_begin(&t, f);
        for (int i = 0; i < count; i++)
            keys_add(&t, "k", i);
        keys_add(&t, "k", count - 1); /* the twin: line count + 1 */
        keys_add(&t, "k", 0);
        keys_add(&t, "k", count / 2);
        assert_null(open_text(f, keys_end(&t)));
        assert_limit(f, "duplicate-key", "", count + 1, 1);
        arena_rewind(&f->arena, mark);
    }
}

/* Keys that somebody has chosen to meet in one bucket. */
static void keys_made_to_collide_are_told_apart(void **state)
{
    struct fixture *f = *state;
    struct keys_text t;
    int64_t first = -1, last = 0;
    keys_begin(&t, f);
    for (int64_t i = 0; t.count < 2000; i++) {
        char name[32] = "c";
        struct writer w;
        struct arena_mark mark = arena_mark(&f->arena);
        writer_init(&w, &f->arena);
        w_char(&w, 'c');
        w_int(&w, i);
        memcpy(name, w.ptr, w.len);
        uint64_t hash = hash_finish(hash_bytes(HASH_START, name, w.len));
        arena_rewind(&f->arena, mark);
        if ((hash & 2047) != 0)
            continue;
        keys_add(&t, "c", i);
        first = first < 0 ? i : first;
        last = i;
    }
    struct keys_text twins = t;
    json_close(open_good(f, keys_end(&t)));
    twins.w = t.w;
    twins.w.len--; /* the bracket */
    keys_add(&twins, "c", last);
    keys_add(&twins, "c", first);
    assert_null(open_text(f, keys_end(&twins)));
    assert_limit(f, "duplicate-key", "", 2001, 1);
}

static void keys_of_inner_objects_do_not_meet_those_outside(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "{");
    for (int i = 0; i < 500; i++) {
        w_text(&w, i > 0 ? ",\"" : "\"");
        w_int(&w, i);
        w_text(&w, "\":{\"0\":0,\"1\":1,\"499\":{\"499\":[{\"0\":{}}]}}");
    }
    w_text(&w, "}");
    json_close(open_good(f, writer_str(&w)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_ARENA(bad_texts_are_refused_with_reason_and_place),
        cmocka_unit_test(every_reason_that_json_has_is_in_the_table),
        IN_ARENA(a_text_cut_short_is_refused_wherever_it_is_cut),
        IN_ARENA(a_text_may_have_just_as_many_bytes_as_allowed),
        IN_ARENA(a_text_may_have_just_as_many_values_as_allowed),
        IN_ARENA(brackets_nest_up_to_the_limit),
        IN_ARENA(hostile_depth_is_refused_without_going_there),
        IN_ARENA(sixty_four_brackets_beside_each_other_are_not_deep),
        IN_ARENA(a_hundred_thousand_keys_are_no_burden),
        IN_ARENA(the_first_twin_in_the_text_is_named_among_many),
        IN_ARENA(keys_made_to_collide_are_told_apart),
        IN_ARENA(keys_of_inner_objects_do_not_meet_those_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
