/* words_values.c - what an institution and a learner fill in: names of local services, the learner's name.
 * The scenario says {service.crisis_line}; which line that is differs from town to town and never
 * stands in a scenario or a journal.  Until somebody says, the language file's own words stand in. */
#include "words_table.h"

#include "json.h"

static const struct json_limits overlay_limits = {64 * 1024, 500};

enum { VALUE_BYTES_MAX = 400 };

bool words_has_value_name(const struct words *words, td_str name)
{
    char id[80];
    if (name.len > sizeof id - sizeof "value.")
        return false;
    memcpy(id, "value.", 6);
    memcpy(id + 6, name.ptr, name.len);
    return words_find(words, (td_str){id, 6 + name.len}) != NULL;
}

bool words_set_value(struct words *words, td_str name, td_str value)
{
    if (!words_has_value_name(words, name))
        return false;
    for (int i = 0; i < words->value_count; i++) {
        if (!str_eq(words->values[i].name, name))
            continue;
        words->values[i].text = arena_copy(&words->arena, value);
        return true;
    }
    if (words->value_count == WORDS_VALUES_MAX)
        return false;
    words->values[words->value_count++] =
        (struct words_value){arena_copy(&words->arena, name), arena_copy(&words->arena, value)};
    return true;
}

/* The known name nearest to a wrong one, without its "value."; empty if none is near. */
static td_str nearest_value(const struct words *words, td_str name)
{
    td_str prefix = TD_STR("value.");
    td_str names[WORDS_VALUES_MAX];
    int count = 0;
    for (; words->fallback != NULL; words = words->fallback)
        ;
    for (int i = 0; i < words->count && count < WORDS_VALUES_MAX; i++) {
        td_str id = words->entries[i].id;
        if (str_starts(id, prefix))
            names[count++] = (td_str){id.ptr + prefix.len, id.len - prefix.len};
    }
    int index = str_nearest(name, names, count);
    return index < 0 ? (td_str){"", 0} : names[index];
}

static bool check_value(const struct words *words, const struct json_at *at, struct diags *diags)
{
    td_str none = {"", 0};
    if (!words_has_value_name(words, json_key(at))) {
        td_str nearest = nearest_value(words, json_key(at));
        json_fault(at, true, diags, DIAG_ERROR, D_OVERLAY_NAME, json_key(at), none, nearest);
        return false;
    }
    if (json_type(at) == JSON_STRING && json_string(at).len <= VALUE_BYTES_MAX)
        return true;
    json_fault(at, false, diags, DIAG_ERROR, D_OVERLAY_VALUE, json_key(at), none, none);
    return false;
}

static bool find_values(const struct json_at *root, struct json_at *ret)
{
    struct json_at format;
    return json_get(root, "format", &format) && str_is(json_string(&format), "talkdown-overlay-1") &&
           json_get(root, "values", ret) && json_type(ret) == JSON_OBJECT;
}

static bool check_values(const struct words *words, const struct json_at *values, struct diags *diags)
{
    struct json_at item;
    bool good = true;
    for (bool more = json_first(values, &item); more; more = json_next(&item))
        good = check_value(words, &item, diags) && good;
    return good;
}

static void set_values(struct words *words, const struct json_at *values)
{
    struct json_at item;
    for (bool more = json_first(values, &item); more; more = json_next(&item))
        words_set_value(words, json_key(&item), json_string(&item));
}

td_status words_overlay(struct words *words, td_str file, td_str bytes, struct diags *diags)
{
    struct json_doc *doc = json_open(words->mem, file, bytes, overlay_limits, diags);
    if (doc == NULL)
        return TD_E_SYNTAX;
    struct json_at root = json_root(doc), values;
    td_str none = {"", 0};
    bool good = find_values(&root, &values);
    if (!good)
        json_fault(&root, false, diags, DIAG_ERROR, D_OVERLAY_FILE, none, TD_STR("talkdown-overlay-1"), none);
    else
        good = check_values(words, &values, diags);
    if (good)
        set_values(words, &values);
    json_close(doc);
    return good ? TD_OK : TD_E_INVALID;
}
