/* test_base_json.c - JSON: what is read, what is refused and where, and what a fault says. */
#include "bytes.h"
#include "hash.h"
#include "json.h"
#include "json_walk.h"
#include "test_memory.h"
#include "writer.h"

#include <stdarg.h>

#include <cmocka.h>

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
};

static const struct json_limits roomy = {1 << 24, 1000000};

static int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena, test_memory_init(&f.memory));
    diags_init(&f.diags, &f.arena);
    *state = &f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    return f->memory.blocks == 0 ? 0 : -1;
}

static struct json_doc *open_within(struct fixture *f, td_str text, struct json_limits limits)
{
    diags_init(&f->diags, &f->arena);
    return json_open(&f->memory.allocator, TD_STR("a.json"), text, limits, &f->diags);
}

static struct json_doc *open_text(struct fixture *f, td_str text)
{
    return open_within(f, text, roomy);
}

static struct json_doc *open_good(struct fixture *f, td_str text)
{
    struct json_doc *doc = open_text(f, text);
    if (doc == NULL)
        fail_msg("%.*s: %s at %d:%d", (int)text.len, text.ptr, f->diags.items[0].code, f->diags.items[0].line,
                 f->diags.items[0].column);
    assert_int_equal(f->diags.count, 0);
    return doc;
}

static void assert_str(td_str got, const char *want)
{
    if (!str_is(got, want))
        fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.ptr, want);
}

static struct json_at get(const struct json_at *at, const char *key)
{
    struct json_at item = {0};
    if (!json_get(at, key, &item))
        fail_msg("no %s", key);
    return item;
}

/* ---- what is read ---- */

static const char *const good_texts[] = {
    "{}",
    "[]",
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1",
    "12",
    "\"\"",
    " \t\r\n{ } \n",
    "[ ]",
    "[1,2 , 3]",
    "[[],[[]],{}]",
    "{\"a\":1}",
    "{ \"a\" : { \"a\" : [ { \"a\" : null } ] } }",
    "{\"a\":1,\"A\":2}",
    "{\"a\":1,\"a \":2,\"\":3}",
    "[{\"a\":1},{\"a\":1}]",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\"",
    "\"\\ud83d\\ude00\\uD83D\\uDE00\"",
    "\"\x7F\xC2\x80\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"",
    "\"// no comment, 'here'\"",
    "9007199254740992",
    "-9007199254740992",
};

static void good_texts_are_read(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof good_texts / sizeof *good_texts; i++) {
        struct json_doc *doc = open_good(f, str_of(good_texts[i]));
        json_walk_check(doc, str_of(good_texts[i]), &f->memory.allocator);
        json_close(doc);
    }
}

static void every_type_is_told_and_gives_its_value(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR("{\"n\":null,\"t\":true,\"f\":false,\"i\":-42,\"s\":\"hi\","
                                               "\"a\":[1,2,3],\"o\":{\"x\":1}}"));
    struct json_at root = json_root(doc);
    struct json_at n = get(&root, "n"), t = get(&root, "t"), no = get(&root, "f"), i = get(&root, "i");
    struct json_at s = get(&root, "s"), a = get(&root, "a"), o = get(&root, "o");
    assert_int_equal(json_type(&root), JSON_OBJECT);
    assert_int_equal(json_type(&n), JSON_NULL);
    assert_int_equal(json_type(&t), JSON_BOOL);
    assert_int_equal(json_type(&no), JSON_BOOL);
    assert_int_equal(json_type(&i), JSON_INT);
    assert_int_equal(json_type(&s), JSON_STRING);
    assert_int_equal(json_type(&a), JSON_ARRAY);
    assert_int_equal(json_type(&o), JSON_OBJECT);
    assert_true(json_bool(&t));
    assert_false(json_bool(&no));
    assert_int_equal(json_int(&i), -42);
    assert_str(json_string(&s), "hi");
    assert_int_equal(json_count(&root), 7);
    assert_int_equal(json_count(&a), 3);
    assert_int_equal(json_count(&o), 1);
    assert_int_equal(json_count(&s), 0);
    json_close(doc);
}

static void asking_for_another_type_gives_nothing(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR("[1,\"1\",true,null,[],{}]"));
    struct json_at root = json_root(doc), item, inner;
    for (bool more = json_first(&root, &item); more; more = json_next(&item)) {
        assert_int_equal(json_int(&item), item.index == 0 ? 1 : 0);
        assert_str(json_string(&item), item.index == 1 ? "1" : "");
        assert_int_equal(json_bool(&item), item.index == 2);
        assert_false(json_first(&item, &inner));
        assert_false(json_get(&item, "a", &inner));
        assert_str(json_key(&item), "");
    }
    assert_int_equal(item.index, 5);
    json_close(doc);
}

static void items_come_in_order_with_their_keys_and_numbers(void **state)
{
    struct fixture *f = *state;
    static const char *const keys[] = {"zeta", "alpha", "Alpha", ""};
    struct json_doc *doc = open_good(f, TD_STR("{\"zeta\":0,\"alpha\":1,\"Alpha\":2,\"\":3}"));
    struct json_at root = json_root(doc), item;
    int count = 0;
    for (bool more = json_first(&root, &item); more; more = json_next(&item)) {
        assert_str(json_key(&item), keys[count]);
        assert_int_equal(item.index, count);
        assert_int_equal(json_int(&item), count);
        assert_ptr_equal(item.parent, &root);
        count++;
    }
    assert_int_equal(count, 4);
    assert_str(json_key(&root), "");
    json_close(doc);
}

static void keys_are_looked_up_by_exact_case(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR("{\"Act\":1,\"act\":2,\"\\u0061ct2\":3}"));
    struct json_at root = json_root(doc), item = {0};
    item = get(&root, "act");
    assert_int_equal(json_int(&item), 2);
    item = get(&root, "Act");
    assert_int_equal(json_int(&item), 1);
    item = get(&root, "act2");
    assert_int_equal(json_int(&item), 3);
    assert_int_equal(item.index, 2);
    struct json_at untouched = item;
    assert_false(json_get(&root, "ACT", &item));
    assert_false(json_get(&root, "ac", &item));
    assert_memory_equal(&untouched, &item, sizeof item);
    json_close(doc);
}

static void strings_are_decoded(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc =
        open_good(f, TD_STR("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\",\"caf\\u00e9 \xE2\x82\xAC\",\"\\ud83d\\ude00\"]"));
    static const char *const want[] = {"\"\\/\b\f\n\r\t", "caf\xC3\xA9 \xE2\x82\xAC", "\xF0\x9F\x98\x80"};
    struct json_at root = json_root(doc), item;
    for (bool more = json_first(&root, &item); more; more = json_next(&item))
        assert_str(json_string(&item), want[item.index]);
    json_close(doc);
}

static void numbers_are_exact_up_to_two_to_the_53(void **state)
{
    struct fixture *f = *state;
    static const int64_t want[] = {0,
                                   0,
                                   7,
                                   -7,
                                   INT64_C(9007199254740991),
                                   INT64_C(9007199254740992),
                                   INT64_C(-9007199254740992),
                                   INT64_C(4294967296)};
    struct json_doc *doc =
        open_good(f, TD_STR("[0,-0,7,-7,9007199254740991,9007199254740992,-9007199254740992,4294967296]"));
    struct json_at root = json_root(doc), item;
    for (bool more = json_first(&root, &item); more; more = json_next(&item))
        assert_true(json_int(&item) == want[item.index]);
    json_close(doc);
}

static void a_document_keeps_its_own_copy_of_the_name(void **state)
{
    struct fixture *f = *state;
    char name[] = "daniel.json";
    struct json_doc *doc = json_open(&f->memory.allocator, str_of(name), TD_STR("{}"), roomy, &f->diags);
    memset(name, '?', sizeof name - 1);
    struct json_at root = json_root(doc);
    json_fault(&root, false, &f->diags, DIAG_WARNING, D_BAD_JSON, TD_STR(""), TD_STR(""), TD_STR(""));
    assert_str(f->diags.items[0].file, "daniel.json");
    json_close(doc);
}

/* count members "n": [n, "text"], in the arena. */
static td_str many_values(struct fixture *f, int count)
{
    struct writer w;
    writer_init(&w, &f->arena);
    for (int i = 0; i < count; i++) {
        w_text(&w, i == 0 ? "{\"" : ",\"");
        w_int(&w, i);
        w_text(&w, "\":[");
        w_int(&w, i);
        w_text(&w, ",\"text\"]");
    }
    w_char(&w, '}');
    return writer_str(&w);
}

static void the_tree_lives_in_a_few_blocks_of_the_allocator(void **state)
{
    struct fixture *f = *state;
    td_str text = many_values(f, 5000);
    int before = f->memory.blocks;
    struct json_doc *doc = open_good(f, text);
    int blocks = f->memory.blocks - before;
    assert_in_range(blocks, 2, 20);
    json_close(doc);
    assert_int_equal(f->memory.blocks, before);
}

static void a_string_larger_than_any_block_is_whole(void **state)
{
    struct fixture *f = *state;
    size_t len = (size_t)3 << 20;
    char *text = arena_alloc(&f->arena, len + 8);
    memset(text, 'x', len + 8);
    memcpy(text, "[1,\"", 4);
    memcpy(text + 4 + len, "\",2]", 4);
    struct json_doc *doc = open_good(f, (td_str){text, len + 8});
    struct json_at root = json_root(doc), item;
    assert_true(json_first(&root, &item) && json_next(&item));
    td_str string = json_string(&item);
    assert_int_equal(string.len, len);
    assert_memory_equal(string.ptr, text + 4, len);
    assert_true(json_next(&item));
    assert_int_equal(json_int(&item), 2);
    json_close(doc);
}

static void documents_open_at_a_time_keep_apart(void **state)
{
    struct fixture *f = *state;
    struct json_doc *first = open_good(f, TD_STR("[\"one\",1]"));
    struct json_doc *second = open_good(f, TD_STR("[\"two\",2,3]"));
    struct json_at root = json_root(first), item;
    json_close(open_good(f, TD_STR("[\"three\"]")));
    json_close(first);
    root = json_root(second);
    assert_int_equal(json_count(&root), 3);
    assert_true(json_first(&root, &item));
    assert_str(json_string(&item), "two");
    json_close(second);
}

static void a_list_counts_the_same_each_time(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR("[[1,2],[1,2,3],[],[4]]"));
    struct json_at root = json_root(doc), item;
    static const int want[] = {2, 3, 0, 1};
    for (int round = 0; round < 3; round++) {
        for (bool more = json_first(&root, &item); more; more = json_next(&item))
            assert_int_equal(json_count(&item), want[item.index]);
        assert_int_equal(json_count(&root), 4);
    }
    json_close(doc);
}

static void closing_nothing_is_fine(void **state)
{
    (void)state;
    json_close(NULL);
}

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

/* ---- where a fault is ---- */

static const char place_text[] = "{\n"
                                 "  \"title\": \"D\xC3\xA9j\xC3\xA0\", \"nodes\" :\r\n"
                                 "  [\n"
                                 "    {\"id\": \"a\", \"a/b\": {\"c~d\": [ true , [], -5 ]}},\n"
                                 "\t{\"id\":\"\\\"}]\", \"\xE2\x82\xAC\": null}\n"
                                 "  ]\n"
                                 "}\n";

struct place_row {
    const char *path; /* keys and numbers, separated by spaces */
    const char *pointer;
    int line, column;
    int key_line, key_column; /* with on_key */
};

static const struct place_row place_table[] = {
    {"", "", 1, 1, 1, 1},
    {"title", "/title", 2, 12, 2, 3},
    {"nodes", "/nodes", 3, 3, 2, 20},
    {"nodes 0", "/nodes/0", 4, 5, 4, 5},
    {"nodes 0 id", "/nodes/0/id", 4, 12, 4, 6},
    {"nodes 0 a/b", "/nodes/0/a~1b", 4, 24, 4, 17},
    {"nodes 0 a/b c~d", "/nodes/0/a~1b/c~0d", 4, 32, 4, 25},
    {"nodes 0 a/b c~d 0", "/nodes/0/a~1b/c~0d/0", 4, 34, 4, 34},
    {"nodes 0 a/b c~d 1", "/nodes/0/a~1b/c~0d/1", 4, 41, 4, 41},
    {"nodes 0 a/b c~d 2", "/nodes/0/a~1b/c~0d/2", 4, 45, 4, 45},
    {"nodes 1", "/nodes/1", 5, 2, 5, 2},
    {"nodes 1 id", "/nodes/1/id", 5, 8, 5, 3},
    {"nodes 1 \xE2\x82\xAC", "/nodes/1/\xE2\x82\xAC", 5, 21, 5, 16},
};

static struct json_at step(const struct json_at *at, td_str name)
{
    struct json_at item = {0};
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        int64_t number = -1;
        if (json_type(at) == JSON_OBJECT ? str_eq(json_key(&item), name)
                                         : str_int(name, 0, 99, &number) && number == item.index)
            return item;
    }
    fail_msg("no %.*s", (int)name.len, name.ptr);
    return item;
}

/* Faults the value, or the key, that path leads to; chain holds the links on the way. */
static const struct diag *fault_at(struct fixture *f, const struct json_doc *doc, const char *path, bool on_key)
{
    struct json_at chain[8];
    td_str rest = str_of(path);
    int depth = 0;
    chain[0] = json_root(doc);
    while (rest.len > 0) {
        chain[depth + 1] = step(&chain[depth], str_word(&rest));
        depth++;
    }
    diags_init(&f->diags, &f->arena);
    json_fault(&chain[depth], on_key, &f->diags, DIAG_WARNING, D_BAD_JSON, TD_STR("s"), TD_STR("d"), TD_STR("n"));
    return f->diags.items;
}

static void assert_place(struct fixture *f, const struct json_doc *doc, const struct place_row *row, bool on_key)
{
    const struct diag *d = fault_at(f, doc, row->path, on_key);
    if (d->line != (on_key ? row->key_line : row->line) || d->column != (on_key ? row->key_column : row->column) ||
        !str_is(d->pointer, row->pointer))
        fail_msg("%s: %d:%d %.*s", row->path, d->line, d->column, (int)d->pointer.len, d->pointer.ptr);
}

static void a_fault_names_line_column_and_pointer(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR(place_text));
    for (size_t i = 0; i < sizeof place_table / sizeof *place_table; i++) {
        assert_place(f, doc, &place_table[i], false);
        assert_place(f, doc, &place_table[i], true);
    }
    json_close(doc);
}

static void faults_may_come_in_any_order(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR(place_text));
    size_t count = sizeof place_table / sizeof *place_table;
    for (uint64_t i = 0; i < 2000; i++)
        assert_place(f, doc, &place_table[rng_pick(3, i, (uint32_t)count)], rng_pick(4, i, 2) == 1);
    json_close(doc);
}

static void a_fault_carries_what_it_was_told(void **state)
{
    struct fixture *f = *state;
    struct json_doc *doc = open_good(f, TD_STR("[1]"));
    const struct diag *d = fault_at(f, doc, "0", false);
    assert_string_equal(d->code, "bad-json");
    assert_int_equal(d->severity, DIAG_WARNING);
    assert_str(d->file, "a.json");
    assert_str(d->subject, "s");
    assert_str(d->detail, "d");
    assert_str(d->nearest, "n");
    assert_int_equal(f->diags.warnings, 1);
    assert_int_equal(f->diags.errors, 0);
    json_close(doc);
}

static void a_hundred_thousand_faults_cost_about_one_reading(void **state)
{
    struct fixture *f = *state;
    struct writer w;
    writer_init(&w, &f->arena);
    w_text(&w, "[0");
    for (int i = 1; i < 100000; i++)
        w_text(&w, i % 2 == 0 ? ",\n{\"a\":[]}" : ",\"text\"");
    w_text(&w, "]");
    struct json_doc *doc = open_good(f, writer_str(&w));
    struct json_at root = json_root(doc), item;
    for (bool more = json_first(&root, &item); more; more = json_next(&item))
        json_fault(&item, false, &f->diags, DIAG_ERROR, D_BAD_JSON, TD_STR(""), TD_STR(""), TD_STR(""));
    assert_int_equal(f->diags.errors, 100000);
    assert_int_equal(f->diags.count, DIAG_MAX);
    const struct diag *last = &f->diags.items[DIAG_MAX - 1];
    assert_str(last->pointer, "/199");
    assert_int_equal(last->line, 100);
    assert_int_equal(last->column, 10);
    json_close(doc);
}

/* ---- anything at all ---- */

/* Reads, or refuses with one diagnostic; what was read is checked value by value. */
static bool survive(struct fixture *f, td_str text)
{
    struct arena_mark mark = arena_mark(&f->arena);
    char *exact = malloc(text.len == 0 ? 1 : text.len); /* so that a reader past the end is seen */
    memcpy(exact, text.ptr, text.len);
    text.ptr = exact;
    struct json_doc *doc = open_text(f, text);
    assert_int_equal(f->diags.count, doc == NULL ? 1 : 0);
    if (doc == NULL)
        assert_string_not_equal(f->diags.items[0].code, "out-of-memory");
    else
        json_walk_check(doc, text, &f->memory.allocator);
    json_close(doc);
    free(exact);
    arena_rewind(&f->arena, mark);
    return doc != NULL;
}

static void random_bytes_are_refused_or_read(void **state)
{
    struct fixture *f = *state;
    uint8_t data[64];
    for (uint64_t seed = 0; seed < 10000; seed++) {
        bytes_fill(data, sizeof data, seed);
        survive(f, (td_str){(const char *)data, rng_pick(seed, 1, sizeof data)});
    }
}

static void random_pieces_of_json_are_refused_or_read(void **state)
{
    static const char *const pieces[] = {
        "{",       "}",          "[", "]",  ",",  ":",       "\"a\"",        "\"b\"",  "1",      "-2",  "true", "null",
        "\"a\":1", "{\"a\":[]}", " ", "\n", "[]", "\"\\n\"", "\"\xC3\xA9\"", "\"c\":", "\"a\":", "[1,", "1.5",  "\\"};
    struct fixture *f = *state;
    int read = 0;
    for (uint64_t seed = 0; seed < 20000; seed++) {
        struct arena_mark mark = arena_mark(&f->arena);
        uint8_t data[16];
        struct writer w;
        bytes_fill(data, sizeof data, seed);
        struct bytes luck = bytes_from(data, sizeof data);
        writer_init(&w, &f->arena);
        for (uint32_t count = take_below(&luck, 12) + 1; count > 0; count--)
            w_text(&w, pieces[take_below(&luck, sizeof pieces / sizeof *pieces)]);
        read += survive(f, writer_str(&w));
        arena_rewind(&f->arena, mark);
    }
    assert_true(read > 500); /* else it says nothing about reading */
}

static void a_damaged_text_is_refused_or_read(void **state)
{
    struct fixture *f = *state;
    char text[sizeof place_text];
    int read = 0;
    for (uint64_t seed = 0; seed < 10000; seed++) {
        uint8_t data[16];
        bytes_fill(data, sizeof data, seed);
        struct bytes luck = bytes_from(data, sizeof data);
        memcpy(text, place_text, sizeof text);
        for (uint32_t hits = take_below(&luck, 4) + 1; hits > 0; hits--) {
            uint32_t at = take_below(&luck, sizeof text - 1);
            text[at] = place_text[take_below(&luck, sizeof text - 1)];
        }
        read += survive(f, (td_str){text, sizeof text - 1});
    }
    assert_true(read > 100);
}

static void what_was_read_is_written_and_read_the_same(void **state)
{
    struct fixture *f = *state;
    struct writer once, twice;
    struct json_doc *doc = open_good(f, TD_STR(place_text));
    struct json_at root = json_root(doc);
    writer_init(&once, &f->arena);
    json_walk_write(&root, &once);
    assert_str(writer_str(&once),
               "{\"title\":\"D\xC3\xA9j\xC3\xA0\",\"nodes\":[{\"id\":\"a\",\"a/b\":{\"c~d\":[true,[],-5]}},"
               "{\"id\":\"\\\"}]\",\"\xE2\x82\xAC\":null}]}");
    json_close(doc);
    doc = open_good(f, writer_str(&once));
    root = json_root(doc);
    writer_init(&twice, &f->arena);
    json_walk_write(&root, &twice);
    assert_true(str_eq(writer_str(&once), writer_str(&twice)));
    json_close(doc);
}

int main(void)
{
#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        IN_ARENA(good_texts_are_read),
        IN_ARENA(every_type_is_told_and_gives_its_value),
        IN_ARENA(asking_for_another_type_gives_nothing),
        IN_ARENA(items_come_in_order_with_their_keys_and_numbers),
        IN_ARENA(keys_are_looked_up_by_exact_case),
        IN_ARENA(strings_are_decoded),
        IN_ARENA(numbers_are_exact_up_to_two_to_the_53),
        IN_ARENA(a_document_keeps_its_own_copy_of_the_name),
        IN_ARENA(the_tree_lives_in_a_few_blocks_of_the_allocator),
        IN_ARENA(a_string_larger_than_any_block_is_whole),
        IN_ARENA(documents_open_at_a_time_keep_apart),
        IN_ARENA(a_list_counts_the_same_each_time),
        cmocka_unit_test(closing_nothing_is_fine),
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
        IN_ARENA(a_fault_names_line_column_and_pointer),
        IN_ARENA(faults_may_come_in_any_order),
        IN_ARENA(a_fault_carries_what_it_was_told),
        IN_ARENA(a_hundred_thousand_faults_cost_about_one_reading),
        IN_ARENA(random_bytes_are_refused_or_read),
        IN_ARENA(random_pieces_of_json_are_refused_or_read),
        IN_ARENA(a_damaged_text_is_refused_or_read),
        IN_ARENA(what_was_read_is_written_and_read_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
