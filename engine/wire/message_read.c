/* message_read.c - bytes to a message: JSON from a socket, or the body of a form from a page without
 * scripts.  Both come to the same fields; what a field may hold is asked once. */
#include "message_shape.h"

#include "json.h"

enum { VALUES_MAX = 64, PAIRS_MAX = 40 };

/* A value as it came: JSON, or a form's text. */
struct given {
    const struct json_at *json;
    td_str text;
};

/* --- values -------------------------------------------------------------------------------------- */

static bool given_text(const struct given *given, td_str *ret)
{
    if (given->json && json_type(given->json) != JSON_STRING)
        return false;
    *ret = given->json ? json_string(given->json) : given->text;
    return true;
}

static bool given_int(const struct given *given, int64_t low, int64_t high, int64_t *ret)
{
    if (!given->json)
        return str_int(given->text, low, high, ret);
    if (json_type(given->json) != JSON_INT || json_int(given->json) < low || json_int(given->json) > high)
        return false;
    *ret = json_int(given->json);
    return true;
}

static bool given_bool(const struct given *given, int32_t *ret)
{
    if (given->json) {
        *ret = json_bool(given->json);
        return json_type(given->json) == JSON_BOOL;
    }
    *ret = str_is(given->text, "true") || str_is(given->text, "on") || str_is(given->text, "1");
    return *ret || str_is(given->text, "false") || str_is(given->text, "0");
}

/* Cuts the next of a,b,c off; false at the end. */
static bool take_listed(td_str *rest, td_str *ret)
{
    size_t length = 0;
    if (rest->len == 0)
        return false;
    while (length < rest->len && rest->ptr[length] != ',')
        length++;
    *ret = (td_str){rest->ptr, length};
    size_t skip = length < rest->len ? length + 1 : length;
    *rest = (td_str){rest->ptr + skip, rest->len - skip};
    return true;
}

static bool is_id(td_str text)
{
    if (text.len == 0 || text.len > LIMIT_ID_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '_')
            return false;
    }
    return true;
}

static bool put_id(td_str text, char *ret)
{
    if (!is_id(text))
        return false;
    memcpy(ret, text.ptr, text.len);
    ret[text.len] = '\0';
    return true;
}

/* --- fields -------------------------------------------------------------------------------------- */

static int32_t *number_at(struct wire_message *m, const struct field *field)
{
    return (int32_t *)(void *)((char *)m + field->offset);
}

static bool add_listed(const struct field *field, td_str item, struct wire_message *m)
{
    if (field->type == FIELD_IDS)
        return m->id_count < field->high && put_id(item, m->ids[m->id_count++]);
    int index = name_find(field->names, item);
    if (index == NONE)
        return false;
    *number_at(m, field) |= 1 << index;
    return true;
}

static bool set_list(const struct field *field, const struct given *given, struct wire_message *m)
{
    int32_t *count = field->type == FIELD_IDS ? &m->id_count : number_at(m, field);
    struct json_at item;
    td_str text, rest = given->text;
    bool good = true;
    if (*count == NONE)
        *count = 0;
    if (given->json && json_type(given->json) != JSON_ARRAY)
        return false;
    if (!given->json)
        while (good && take_listed(&rest, &text))
            good = add_listed(field, text, m);
    else
        for (bool more = json_first(given->json, &item); more && good; more = json_next(&item))
            good = json_type(&item) == JSON_STRING && add_listed(field, json_string(&item), m);
    return good && (field->type == FIELD_SET || m->id_count >= field->low);
}

static const char *set_text(const struct field *field, const struct given *given, struct wire_message *m)
{
    td_str text;
    if (!given_text(given, &text))
        return WIRE_BAD_FIELD;
    /* One byte more than it may have, so that too much is seen and not cut. */
    char clean[WIRE_TEXT_BYTES + 8];
    size_t len = wire_clean_text(text, (size_t)field->low + 5, clean);
    if (len > (size_t)field->low)
        return WIRE_TOO_LONG;
    if (field->high > 0 && wire_count_words((td_str){clean, len}) > field->high)
        return WIRE_TOO_MANY_WORDS;
    memcpy(m->text, clean, len + 1);
    m->text_len = (int32_t)len;
    return field->required && len == 0 ? WIRE_BAD_FIELD : NULL;
}

static bool set_name(const struct field *field, const struct given *given, struct wire_message *m)
{
    td_str text;
    if (!given_text(given, &text))
        return false;
    *number_at(m, field) = name_find(field->names, text);
    return *number_at(m, field) != NONE;
}

static bool set_number(const struct field *field, const struct given *given, struct wire_message *m)
{
    int64_t value;
    bool is_long = field->type == FIELD_LONG;
    if (!given_int(given, is_long ? 0 : field->low, is_long ? AFTER_MS_MAX : field->high, &value))
        return false;
    if (is_long)
        m->after = value;
    else
        *number_at(m, field) = (int32_t)value;
    return true;
}

static const char *set_field(const struct field *field, const struct given *given, struct wire_message *m)
{
    td_str text;
    bool good = false;
    switch (field->type) {
    case FIELD_ID: good = given_text(given, &text) && put_id(text, (char *)m + field->offset); break;
    case FIELD_IDS:
    case FIELD_SET: good = set_list(field, given, m); break;
    case FIELD_TEXT: return set_text(field, given, m);
    case FIELD_INT:
    case FIELD_LONG: good = set_number(field, given, m); break;
    case FIELD_BOOL: good = given_bool(given, number_at(m, field)); break;
    case FIELD_NAME: good = set_name(field, given, m); break;
    case FIELD_END: break;
    }
    return good ? NULL : WIRE_BAD_FIELD;
}

/* --- messages ------------------------------------------------------------------------------------ */

/* A message that is being read: which of its fields have come. */
struct reading {
    struct wire_message m;
    const struct field *fields;
    unsigned seen; /* bits */
    bool list_may_repeat;
};

static const char *take_field(struct reading *reading, td_str key, const struct given *given)
{
    for (unsigned i = 0; reading->fields[i].key; i++) {
        const struct field *field = &reading->fields[i];
        if (!str_is(key, field->key))
            continue;
        bool repeats = reading->list_may_repeat && (field->type == FIELD_SET || field->type == FIELD_IDS);
        if ((reading->seen >> i & 1) && !repeats)
            return WIRE_BAD_FIELD;
        reading->seen |= 1u << i;
        return set_field(field, given, &reading->m);
    }
    return WIRE_BAD_FIELD;
}

static const char *take_head(struct reading *reading, td_str version, td_str name, int64_t v)
{
    enum wire_do what;
    if (v != WIRE_VERSION && !str_is(version, "1"))
        return WIRE_BAD_VERSION;
    if (!message_find(name, &what))
        return WIRE_UNKNOWN_DO;
    int32_t n = reading->m.n;
    reading->m = wire_message_empty(what);
    reading->m.n = n;
    reading->fields = message_fields(what);
    return NULL;
}

static const char *check_whole(const struct reading *reading)
{
    for (unsigned i = 0; reading->fields[i].key; i++)
        if (reading->fields[i].required && !(reading->seen >> i & 1))
            return WIRE_BAD_FIELD;
    return message_is_whole(&reading->m) ? NULL : WIRE_BAD_FIELD;
}

/* --- from JSON ----------------------------------------------------------------------------------- */

static bool is_head(td_str key)
{
    return str_is(key, "v") || str_is(key, "n") || str_is(key, "do");
}

static const char *read_object(const struct json_at *root, struct reading *reading)
{
    struct json_at at;
    if (json_type(root) != JSON_OBJECT)
        return WIRE_BAD_MESSAGE;
    if (json_get(root, "n", &at)) {
        if (json_type(&at) != JSON_INT || json_int(&at) < 0 || json_int(&at) > WIRE_COUNTER_MAX)
            return WIRE_BAD_FIELD;
        reading->m.n = (int32_t)json_int(&at);
    }
    if (!json_get(root, "v", &at) || json_type(&at) != JSON_INT)
        return WIRE_BAD_VERSION;
    int64_t v = json_int(&at);
    if (!json_get(root, "do", &at) || json_type(&at) != JSON_STRING)
        return WIRE_UNKNOWN_DO;
    const char *fault = take_head(reading, TD_STR(""), json_string(&at), v);
    for (bool more = !fault && json_first(root, &at); more && !fault; more = json_next(&at)) {
        struct given given = {.json = &at};
        fault = is_head(json_key(&at)) ? NULL : take_field(reading, json_key(&at), &given);
    }
    return fault ? fault : check_whole(reading);
}

static bool finish(const struct reading *reading, const char *fault, struct wire_message *ret, const char **reason)
{
    if (fault) {
        ret->n = reading->m.n;
        *reason = fault;
        return false;
    }
    *ret = reading->m;
    return true;
}

bool wire_message_read(const td_allocator *mem, td_str bytes, struct wire_message *ret, const char **reason)
{
    struct reading reading = {.m = wire_message_empty(DO_stop)};
    if (bytes.len > WIRE_MESSAGE_BYTES)
        return finish(&reading, WIRE_TOO_LONG, ret, reason);
    struct arena arena;
    struct diags diags;
    arena_init(&arena, mem);
    diags_init(&diags, &arena);
    struct json_doc *doc =
        json_open(mem, TD_STR("message"), bytes, (struct json_limits){WIRE_MESSAGE_BYTES, VALUES_MAX}, &diags);
    const char *fault = WIRE_BAD_MESSAGE;
    if (doc) {
        struct json_at root = json_root(doc);
        fault = read_object(&root, &reading);
    }
    json_close(doc);
    arena_finish(&arena);
    return finish(&reading, fault, ret, reason);
}

/* --- from a form ----------------------------------------------------------------------------------- */

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* %41 and + as browsers send them; a % that is none stands for itself. */
static td_str decode(struct arena *arena, td_str text)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        int high = c == '%' && i + 2 < text.len ? hex_digit(text.ptr[i + 1]) : -1;
        int low = high >= 0 ? hex_digit(text.ptr[i + 2]) : -1;
        if (low >= 0)
            i += 2;
        out[len++] = low >= 0 ? (char)(high * 16 + low) : c == '+' ? ' ' : c;
    }
    return (td_str){out, len};
}

struct pair {
    td_str key, value;
};

static bool take_pair(struct arena *arena, td_str *rest, struct pair *ret)
{
    size_t end = 0, equals;
    if (rest->len == 0)
        return false;
    while (end < rest->len && rest->ptr[end] != '&')
        end++;
    for (equals = 0; equals < end && rest->ptr[equals] != '=';)
        equals++;
    size_t from = equals < end ? equals + 1 : end;
    ret->key = decode(arena, (td_str){rest->ptr, equals});
    ret->value = decode(arena, (td_str){rest->ptr + from, end - from});
    size_t skip = end < rest->len ? end + 1 : end;
    *rest = (td_str){rest->ptr + skip, rest->len - skip};
    return true;
}

static int take_pairs(struct arena *arena, td_str bytes, struct pair *ret)
{
    int count = 0;
    while (count < PAIRS_MAX && take_pair(arena, &bytes, &ret[count]))
        count++;
    return bytes.len > 0 ? NONE : count;
}

static const char *read_pairs(const struct pair *pairs, int count, struct reading *reading)
{
    td_str name = {NULL, 0};
    for (int i = 0; i < count; i++)
        if (str_is(pairs[i].key, "do"))
            name = pairs[i].value;
    reading->list_may_repeat = true;
    const char *fault = take_head(reading, TD_STR("1"), name, WIRE_VERSION);
    for (int i = 0; i < count && !fault; i++) {
        /* A form sends its empty boxes too: nothing was said there. */
        struct given given = {.text = pairs[i].value};
        if (!is_head(pairs[i].key) && pairs[i].value.len > 0)
            fault = take_field(reading, pairs[i].key, &given);
    }
    return fault ? fault : check_whole(reading);
}

bool wire_message_from_form(const td_allocator *mem, td_str bytes, struct wire_message *ret, const char **reason)
{
    struct reading reading = {.m = wire_message_empty(DO_stop)};
    struct pair pairs[PAIRS_MAX];
    if (bytes.len > WIRE_MESSAGE_BYTES)
        return finish(&reading, WIRE_TOO_LONG, ret, reason);
    struct arena arena;
    arena_init(&arena, mem);
    int count = take_pairs(&arena, bytes, pairs);
    const char *fault = count == NONE ? WIRE_BAD_MESSAGE : read_pairs(pairs, count, &reading);
    bool good = finish(&reading, fault, ret, reason);
    arena_finish(&arena);
    return good;
}
