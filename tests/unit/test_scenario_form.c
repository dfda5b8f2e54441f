/* test_scenario_form.c - the tables by which the program reads a scenario, and the schema by which an
 * editor does, are the same contract: keys, kinds, ranges, lists, and what must be there. */
#include "environment.h"
#include "files.h"
#include "form.h"
#include "memory.h"
#include "writer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

struct schema {
    struct arena arena;
    struct json_doc *scenario, *text;
};

static struct json_doc *open_schema(struct arena *a, const char *name)
{
    struct writer path;
    struct diags diags;
    struct json_limits limits = {1 << 20, 100000};
    td_str bytes;
    const char *data = environment("TALKDOWN_DATA");
    assert_non_null(data);
    writer_init(&path, a);
    w_text(&path, data);
    w_text(&path, "/assets/schema/");
    w_text(&path, name);
    w_char(&path, '\0');
    assert_null(file_read(a, writer_str(&path).ptr, 1 << 20, &bytes));
    diags_init(&diags, a);
    return json_open(&memory_std, str_of(name), bytes, limits, &diags);
}

static int set_up(void **state)
{
    struct schema *schema = memory_std.resize(memory_std.context, NULL, sizeof *schema);
    arena_init(&schema->arena, &memory_std);
    schema->scenario = open_schema(&schema->arena, "scenario-1.json");
    schema->text = open_schema(&schema->arena, "text-1.json");
    *state = schema;
    return schema->scenario != NULL && schema->text != NULL ? 0 : -1;
}

static int tear_down(void **state)
{
    struct schema *schema = *state;
    json_close(schema->scenario);
    json_close(schema->text);
    arena_finish(&schema->arena);
    memory_std.resize(memory_std.context, schema, 0);
    return 0;
}

/* --- finding things in a schema --- */

static struct json_at member(const struct json_at *at, const char *key)
{
    struct json_at found;
    if (!json_get(at, key, &found))
        fail_msg("the schema has no %s here", key);
    return found;
}

/* A path with '/' between its keys; a number is an index. */
static struct json_at find(const struct json_doc *doc, const char *path)
{
    struct json_at at = json_root(doc);
    while (*path != '\0') {
        char key[64];
        int64_t index;
        size_t len = strcspn(path, "/");
        assert_true(len < sizeof key);
        memcpy(key, path, len);
        key[len] = '\0';
        path += len + (path[len] == '/');
        struct json_at whole = at;
        if (json_type(&whole) == JSON_OBJECT) {
            at = member(&whole, key);
        } else {
            assert_true(str_int(str_of(key), 0, 100, &index) && json_first(&whole, &at));
            while (index-- > 0)
                assert_true(json_next(&at));
        }
    }
    return at;
}

/* The definition behind {"$ref": "#/$defs/x"}, or the value itself. */
static struct json_at resolve(const struct json_doc *doc, struct json_at at)
{
    struct json_at ref;
    char path[80];
    if (!json_get(&at, "$ref", &ref))
        return at;
    td_str text = json_string(&ref);
    assert_true(str_starts(text, TD_STR("#/")) && text.len < sizeof path);
    memcpy(path, text.ptr + 2, text.len - 2);
    path[text.len - 2] = '\0';
    return find(doc, path);
}

static void check_number(const struct json_at *at, const char *key, int64_t otherwise, int64_t wanted)
{
    struct json_at number;
    assert_int_equal(json_get(at, key, &number) ? json_int(&number) : otherwise, wanted);
}

static void check_type(const struct json_at *at, const char *type)
{
    struct json_at found = member(at, "type");
    assert_true(str_is(json_string(&found), type));
}

static void check_enum(const struct json_at *at, const td_str *names)
{
    struct json_at list = member(at, "enum"), item;
    int count = 0;
    for (bool more = json_first(&list, &item); more; more = json_next(&item), count++) {
        assert_non_null(names[count].ptr);
        assert_true(str_eq(json_string(&item), names[count]));
    }
    assert_null(names[count].ptr);
}

static void check_acts(const struct json_at *at)
{
    td_str names[ACT_COUNT + 1] = {{NULL, 0}};
    for (int i = 0; i < ACT_COUNT; i++)
        names[i] = act_name((enum act)i);
    check_enum(at, names);
}

/* --- one field, one form --- */

static void check_list(const struct json_doc *doc, const struct json_at *at, const struct field *field)
{
    check_type(at, "array");
    check_number(at, "minItems", 0, field->low);
    check_number(at, "maxItems", -1, field->high);
    struct json_at items = member(at, "items");
    items = resolve(doc, items);
    if (field->kind == FIELD_NAMES)
        check_enum(&items, field->names);
    if (field->kind == FIELD_OBJECTS)
        check_type(&items, "object");
}

static void check_value(const struct json_doc *doc, const struct json_at *at, const struct field *field)
{
    switch (field->kind) {
    case FIELD_INT:
        check_type(at, "integer");
        check_number(at, "minimum", INT64_MIN, field->low);
        check_number(at, "maximum", INT64_MAX, field->high);
        break;
    case FIELD_BOOL: check_type(at, "boolean"); break;
    case FIELD_NAME: check_enum(at, field->names); break;
    case FIELD_ACT: check_acts(at); break;
    case FIELD_ID: check_type(at, "string"); break;
    case FIELD_OBJECT: check_type(at, "object"); break;
    case FIELD_IDS:
    case FIELD_NAMES:
    case FIELD_INTS:
    case FIELD_TEXTS:
    case FIELD_OBJECTS: check_list(doc, at, field); break;
    case FIELD_TEXT: /* a format, a language: more than a string */
    case FIELD_ANY:
    case FIELD_WORDS: break;
    }
}

static bool is_required(const struct json_at *object, td_str key)
{
    struct json_at list, item;
    if (!json_get(object, "required", &list))
        return false;
    for (bool more = json_first(&list, &item); more; more = json_next(&item))
        if (str_eq(json_string(&item), key))
            return true;
    return false;
}

static void check_field(const struct json_doc *doc, const struct json_at *object, const struct field *field)
{
    struct json_at properties = member(object, "properties"), property, description;
    char key[64];
    assert_true(field->name.len < sizeof key);
    memcpy(key, field->name.ptr, field->name.len);
    key[field->name.len] = '\0';
    if (field->kind == FIELD_WORDS) { /* only in drafts: the schema refuses it */
        assert_false(json_get(&properties, key, &property));
        return;
    }
    property = member(&properties, key);
    struct json_at value = resolve(doc, property);
    assert_true(json_get(&property, "description", &description) || json_get(&value, "description", &description));
    assert_true(json_string(&description).len > 0);
    assert_int_equal(is_required(object, field->name), field->required);
    check_value(doc, &value, field);
}

static int count_known(const struct form *form)
{
    int count = 0;
    for (int i = 0; i < form->count; i++)
        count += form->fields[i].kind != FIELD_WORDS;
    return count;
}

static void check_form(const struct json_doc *doc, const char *path, const struct form *form)
{
    struct json_at object = find(doc, path);
    object = resolve(doc, object);
    struct json_at properties = member(&object, "properties"), closed = member(&object, "additionalProperties"), own;
    for (int i = 0; i < form->count; i++)
        check_field(doc, &object, &form->fields[i]);
    assert_int_equal(json_count(&properties), count_known(form) + json_get(&properties, "$schema", &own));
    assert_true(json_type(&closed) == JSON_BOOL && !json_bool(&closed));
    struct json_at patterns = member(&object, "patternProperties");
    assert_true(json_get(&patterns, "^x-", &own));
}

/* Where each form stands in the schema. */
static void the_schema_and_the_tables_say_the_same(void **state)
{
    static const struct {
        const char *path;
        const struct form *form;
    } rows[] = {
        {"", &form_root},
        {"properties/budget", &form_budget},
        {"properties/distance", &form_distance},
        {"properties/delivery", &form_delivery},
        {"properties/subject", &form_subject},
        {"properties/facts/items", &form_fact},
        {"properties/variants/items", &form_axis},
        {"properties/variants/items/properties/options/items", &form_option},
        {"properties/briefing", &form_briefing},
        {"properties/briefing/properties/items/items", &form_item},
        {"properties/briefing/properties/approach/items", &form_approach},
        {"$defs/condition", &form_condition},
        {"$defs/node", &form_node},
        {"$defs/node/properties/entry", &form_entry},
        {"$defs/line", &form_line},
        {"$defs/reaction", &form_reaction},
        {"$defs/choice", &form_choice},
        {"$defs/floating", &form_floating},
        {"$defs/target", &form_target},
        {"properties/reactions", &form_generic},
        {"$defs/event", &form_event},
        {"$defs/inject", &form_inject},
        {"$defs/moment", &form_moment},
        {"$defs/effect", &form_effect},
        {"properties/demands/items", &form_demand},
        {"properties/third_parties/items", &form_party},
        {"properties/help/items", &form_help},
        {"properties/scene/items", &form_scene},
        {"properties/scene/items/properties/effect", &form_scene_effect},
        {"properties/prompts/items", &form_prompt},
        {"properties/endings/items", &form_ending},
    };
    const struct schema *schema = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        /* the deck's cards may not say when: the program has the key to tell why it is refused */
        if (rows[i].form == &form_inject)
            continue;
        check_form(schema->scenario, rows[i].path, rows[i].form);
    }
}

static void the_schema_of_texts_and_its_tables_say_the_same(void **state)
{
    const struct schema *schema = *state;
    check_form(schema->text, "", &form_text_root);
    check_form(schema->text, "properties/texts/additionalProperties/oneOf/1", &form_translated);
}

static void a_card_of_the_deck_is_an_event_without_a_time(void **state)
{
    const struct schema *schema = *state;
    struct json_at event = find(schema->scenario, "$defs/event/properties");
    struct json_at inject = find(schema->scenario, "$defs/inject/properties"), other;
    assert_false(json_get(&inject, "at", &other));
    assert_true(json_get(&inject, "suggested", &other));
    assert_int_equal(json_count(&inject), json_count(&event));
}

#define PROFILE_ROW(name, low, high) {#name, low, high},
#define TAG_ROW(name) {"tag." #name, 0, 400},

static void the_schema_knows_every_number_of_a_profile_and_its_range(void **state)
{
    static const struct {
        const char *name;
        int32_t low, high;
    } rows[] = {TD_PROFILE_FIELDS(PROFILE_ROW) TD_TRIGGER_TAGS(TAG_ROW)};
    const struct schema *schema = *state;
    struct json_at properties = find(schema->scenario, "$defs/overrides/properties");
    int count = sizeof rows / sizeof *rows;
    assert_int_equal(json_count(&properties), count);
    for (int i = 0; i < count; i++) {
        struct json_at number = member(&properties, rows[i].name);
        check_number(&number, "minimum", INT64_MIN, rows[i].low);
        check_number(&number, "maximum", INT64_MAX, rows[i].high);
    }
}

static void the_schema_knows_every_profile(void **state)
{
    const struct schema *schema = *state;
    td_str names[PROFILE_COUNT + 1] = {{NULL, 0}};
    struct json_at profile = find(schema->scenario, "properties/subject/properties/profile");
    for (int i = 0; i < PROFILE_COUNT; i++)
        names[i] = profile_name(i);
    check_enum(&profile, names);
}

static void ids_and_languages_are_what_the_schema_says(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool id, language;
    } rows[] = {
        {"a", true, false},
        {"en", true, true},
        {"c014", true, false},
        {"first-words", true, true},
        {"", false, false},
        {"Capital", false, false},
        {"a b", false, false},
        {"a_b", false, false},
        {"pt-BR", false, true},
        {"zh-Hans", false, true},
        {"en-", true, false},
        {"-en", true, false},
        {"e-GB", false, false},
        {"en-G", false, false},
        {"EN", false, false},
        {"fr1", true, false},
        {"\xC3\xA9", false, false},
        {"../en", false, false},
        {"deutsch-deutsch-x", true, false}, /* 17 bytes: too long for a language */
        {"abcdefghijklmnopqrstuvwxyz-01234", true, false},
        {"abcdefghijklmnopqrstuvwxyz-012345", false, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (form_is_id(str_of(rows[i].text)) != rows[i].id)
            fail_msg("%s: an id or not?", rows[i].text);
        if (form_is_language(str_of(rows[i].text)) != rows[i].language)
            fail_msg("%s: a language or not?", rows[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_schema_and_the_tables_say_the_same),
        cmocka_unit_test(the_schema_of_texts_and_its_tables_say_the_same),
        cmocka_unit_test(a_card_of_the_deck_is_an_event_without_a_time),
        cmocka_unit_test(the_schema_knows_every_number_of_a_profile_and_its_range),
        cmocka_unit_test(the_schema_knows_every_profile),
        cmocka_unit_test(ids_and_languages_are_what_the_schema_says),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
