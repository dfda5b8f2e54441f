/* test_base_json.c - JSON: what is read, and what a fault says of it. */
#include "bytes.h"
#include "json_walk.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cjson/cJSON.h>
#include <cmocka.h>

#include "json_room.h"

/* ---- what cJSON's own parser reads ---- */

static bool same_value(const struct json_at *ours, const cJSON *theirs)
{
    switch (json_type(ours)) {
    case JSON_NULL: return cJSON_IsNull(theirs);
    case JSON_BOOL: return json_bool(ours) ? cJSON_IsTrue(theirs) : cJSON_IsFalse(theirs);
    case JSON_INT: return cJSON_IsNumber(theirs) && (double)json_int(ours) == theirs->valuedouble;
    case JSON_STRING: return cJSON_IsString(theirs) && str_is(json_string(ours), theirs->valuestring);
    case JSON_ARRAY: return cJSON_IsArray(theirs);
    case JSON_OBJECT: return cJSON_IsObject(theirs);
    }
    return false;
}

static void assert_same(const struct json_at *ours, const cJSON *theirs)
{
    struct json_at item;
    assert_true(same_value(ours, theirs));
    assert_str(json_key(ours), theirs->string != NULL ? theirs->string : "");
    const cJSON *child = theirs->child;
    for (bool more = json_first(ours, &item); more; more = json_next(&item), child = child->next) {
        assert_non_null(child);
        assert_same(&item, child);
    }
    assert_null(child);
}

static void assert_as_cjson_reads_it(const struct json_doc *doc, td_str text)
{
    cJSON *theirs = cJSON_ParseWithLengthOpts(text.ptr, text.len, NULL, 0);
    struct json_at root = json_root(doc);
    assert_non_null(theirs);
    assert_same(&root, theirs);
    cJSON_Delete(theirs);
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
        assert_as_cjson_reads_it(doc, str_of(good_texts[i]));
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
    else {
        json_walk_check(doc, text, &f->memory.allocator);
        assert_as_cjson_reads_it(doc, text);
    }
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
