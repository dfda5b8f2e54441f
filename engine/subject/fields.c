/* fields.c - the small readers that every file of this module is read with. */
#include "fields.h"
#include "names.h"
#include "writer.h"

void field_fault(struct diags *diags, const struct json_at *at, const char *code, td_str subject, td_str detail)
{
    json_fault(at, false, diags, DIAG_ERROR, code, subject, detail, TD_STR(""));
}

td_str field_number_text(struct diags *diags, int64_t value)
{
    struct writer w;
    writer_init(&w, diags->arena);
    w_int(&w, value);
    return writer_str(&w);
}

static td_str range_text(struct diags *diags, int64_t low, int64_t high)
{
    struct writer w;
    writer_init(&w, diags->arena);
    w_int(&w, low);
    w_text(&w, "..");
    w_int(&w, high);
    return writer_str(&w);
}

static td_str list_text(struct diags *diags, const td_str *names, int count)
{
    struct writer w;
    writer_init(&w, diags->arena);
    for (int i = 0; i < count; i++) {
        w_text(&w, i > 0 ? ", " : "");
        w_str(&w, names[i]);
    }
    return writer_str(&w);
}

void field_unlisted(struct diags *diags, const struct json_at *at, td_str found, const td_str *names, int count)
{
    json_fault(at, false, diags, DIAG_ERROR, D_NOT_IN_LIST, found, list_text(diags, names, count),
               name_nearest(names, count, found));
}

static td_str type_name(enum json_type type)
{
    static const td_str names[] = {[JSON_NULL] = FIELD_NAME("null"),   [JSON_BOOL] = FIELD_NAME("boolean"),
                                   [JSON_INT] = FIELD_NAME("integer"), [JSON_STRING] = FIELD_NAME("string"),
                                   [JSON_ARRAY] = FIELD_NAME("array"), [JSON_OBJECT] = FIELD_NAME("object")};
    return names[type];
}

bool field_is(struct diags *diags, const struct json_at *at, enum json_type wanted)
{
    if (json_type(at) == wanted)
        return true;
    field_fault(diags, at, D_WRONG_TYPE, type_name(json_type(at)), type_name(wanted));
    return false;
}

bool field_get(struct diags *diags, const struct json_at *object, const char *key, enum json_type wanted,
               struct json_at *ret)
{
    if (json_get(object, key, ret))
        return field_is(diags, ret, wanted);
    field_fault(diags, object, D_MISSING_KEY, str_of(key), TD_STR(""));
    return false;
}

bool field_number(struct diags *diags, const struct json_at *at, int32_t low, int32_t high, int32_t *ret)
{
    if (!field_is(diags, at, JSON_INT))
        return false;
    int64_t value = json_int(at);
    if (value < low || value > high) {
        field_fault(diags, at, D_OUT_OF_RANGE, field_number_text(diags, value), range_text(diags, low, high));
        return false;
    }
    *ret = (int32_t)value;
    return true;
}

void fields_only(struct diags *diags, const struct json_at *object, const td_str *keys, int count)
{
    struct json_at item;
    for (bool more = json_first(object, &item); more; more = json_next(&item)) {
        td_str key = json_key(&item);
        if (name_index(keys, count, key) < 0 && !str_starts(key, TD_STR("x-")))
            json_fault(&item, true, diags, DIAG_ERROR, D_UNKNOWN_KEY, key, list_text(diags, keys, count),
                       name_nearest(keys, count, key));
    }
}
