/* json_scan.c - a reader of JSON that builds nothing itself.
 * It goes down at most JSON_DEPTH brackets, so its own recursion is bounded; it takes each byte
 * once; and where it stops it says what an author most likely did: forgot a comma, left one too
 * many, wrote a comment. */
#include "json_scan.h"
#include "json_keys.h"

struct scan {
    struct json_cursor c;
    struct json_limits limits;
    const struct json_listener *listener;
    struct json_keys keys;
    size_t values;
    int depth;
    const char *open; /* the innermost bracket that is open; NULL outside */
};

static bool scan_value(struct scan *s);

static bool tell(const struct scan *s, struct json_value value)
{
    s->listener->value(s->listener->context, &value);
    return true;
}

static void skip_space(struct scan *s)
{
    while (s->c.at < s->c.end && (*s->c.at == ' ' || *s->c.at == '\n' || *s->c.at == '\r' || *s->c.at == '\t'))
        s->c.at++;
}

static bool at_end(const struct scan *s)
{
    return s->c.at == s->c.end;
}

static bool at_byte(const struct scan *s, char byte)
{
    return !at_end(s) && *s->c.at == byte;
}

static bool refuse(struct scan *s, const char *code, const char *at, td_str subject, td_str detail)
{
    return json_refuse(&s->c, code, at, subject, detail);
}

/* The text ended where more was needed: the bracket that waits is what the author looks for. */
static bool refuse_end(struct scan *s)
{
    if (s->open == NULL)
        return refuse(s, D_EMPTY_FILE, NULL, TD_STR(""), TD_STR(""));
    td_str partner = *s->open == '{' ? TD_STR("}") : TD_STR("]");
    return refuse(s, D_BRACKET_NOT_CLOSED, s->open, (td_str){s->open, 1}, partner);
}

static td_str note_number(struct scan *s, size_t number)
{
    char *note = s->c.flaw->note;
    int len = 0;
    for (size_t rest = number; len == 0 || rest > 0; rest /= 10)
        len++;
    for (int i = len - 1; i >= 0; i--, number /= 10)
        note[i] = (char)('0' + number % 10);
    return (td_str){note, (size_t)len};
}

static bool begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static bool begins_number(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

static bool begins_value(char c)
{
    return c == '"' || c == '{' || c == '[' || begins_name(c) || begins_number(c);
}

/* c->at is at a comma; behind it stands the next item. */
static bool scan_comma(struct scan *s, char close)
{
    const char *comma = s->c.at++;
    skip_space(s);
    return at_byte(s, close) ? refuse(s, D_TRAILING_COMMA, comma, (td_str){comma, 1}, TD_STR("")) : true;
}

/* After an item: its comma, or the closing bracket; *ret_more says which. */
static bool scan_separator(struct scan *s, char close, bool *ret_more)
{
    const char *behind = s->c.at;
    skip_space(s);
    *ret_more = at_byte(s, ',');
    if (*ret_more)
        return scan_comma(s, close);
    if (at_end(s))
        return refuse_end(s);
    if (begins_value(*s->c.at))
        return refuse(s, D_MISSING_COMMA, behind, TD_STR(""), TD_STR(","));
    if (!at_byte(s, close))
        return json_refuse_stray(&s->c, D_BAD_JSON, close == '}' ? TD_STR(", }") : TD_STR(", ]"));
    s->c.at++;
    return true;
}

static bool scan_items(struct scan *s, char close, bool (*scan_item)(struct scan *))
{
    bool more = true;
    skip_space(s);
    if (at_byte(s, close)) {
        s->c.at++;
        return true;
    }
    while (more)
        if (!scan_item(s) || !scan_separator(s, close, &more))
            return false;
    return true;
}

static bool scan_inside(struct scan *s, char close, bool (*scan_item)(struct scan *))
{
    const char *outer = s->open;
    if (s->depth == JSON_DEPTH)
        return refuse(s, D_TOO_DEEP, s->c.at, TD_STR(""), note_number(s, JSON_DEPTH));
    s->open = s->c.at++;
    s->depth++;
    tell(s, (struct json_value){.type = close == '}' ? JSON_OBJECT : JSON_ARRAY});
    bool ok = scan_items(s, close, scan_item);
    s->listener->end(s->listener->context);
    s->depth--;
    s->open = outer;
    return ok;
}

static bool refuse_key(struct scan *s)
{
    td_str name = json_peek_name(&s->c);
    if (at_end(s))
        return refuse_end(s);
    if (name.len > 0)
        return refuse(s, D_UNQUOTED_KEY, s->c.at, name, TD_STR(""));
    return json_refuse_stray(&s->c, D_BAD_JSON, TD_STR("\" }"));
}

static bool scan_colon(struct scan *s, td_str key)
{
    const char *behind = s->c.at;
    skip_space(s);
    if (at_byte(s, ':')) {
        s->c.at++;
        return true;
    }
    if (at_end(s))
        return refuse_end(s);
    if (begins_value(*s->c.at))
        return refuse(s, D_MISSING_COLON, behind, key, TD_STR(":"));
    return json_refuse_stray(&s->c, D_BAD_JSON, TD_STR(":"));
}

static bool scan_member(struct scan *s)
{
    struct json_raw key;
    if (!at_byte(s, '"'))
        return refuse_key(s);
    if (!json_take_string(&s->c, &key))
        return false;
    json_keys_add(&s->keys, key);
    s->listener->key(s->listener->context, key);
    return scan_colon(s, key.text) && scan_value(s);
}

static bool scan_object(struct scan *s)
{
    size_t base = s->keys.count;
    struct json_key twin;
    if (!scan_inside(s, '}', scan_member))
        return false;
    if (!json_keys_close(&s->keys, base, &twin))
        return true;
    s->c.at = twin.at;
    struct json_raw key = {{0}, false};
    json_take_string(&s->c, &key); /* as written: a decoded name may not outlive the scan */
    return refuse(s, D_DUPLICATE_KEY, twin.at, key.text, TD_STR(""));
}

static bool scan_array(struct scan *s)
{
    return scan_inside(s, ']', scan_value);
}

static bool scan_string(struct scan *s)
{
    struct json_value value = {.type = JSON_STRING};
    return json_take_string(&s->c, &value.text) && tell(s, value);
}

static bool scan_number(struct scan *s)
{
    struct json_value value = {.type = JSON_INT};
    return json_take_number(&s->c, &value.number) && tell(s, value);
}

static bool scan_word(struct scan *s)
{
    td_str word;
    if (!json_take_word(&s->c, &word))
        return false;
    return tell(
        s, (struct json_value){.type = str_is(word, "null") ? JSON_NULL : JSON_BOOL, .number = str_is(word, "true")});
}

static bool scan_by_first_byte(struct scan *s)
{
    char first = *s->c.at;
    if (first == '"')
        return scan_string(s);
    if (first == '{')
        return scan_object(s);
    if (first == '[')
        return scan_array(s);
    if (begins_number(first))
        return scan_number(s);
    if (begins_name(first))
        return scan_word(s);
    return json_refuse_stray(&s->c, D_VALUE_EXPECTED, TD_STR(""));
}

static bool scan_value(struct scan *s)
{
    skip_space(s);
    if (at_end(s))
        return refuse_end(s);
    if (s->values == s->limits.values)
        return refuse(s, D_TOO_MANY_VALUES, s->c.at, TD_STR(""), note_number(s, s->limits.values));
    s->values++;
    return scan_by_first_byte(s);
}

static bool scan_text(struct scan *s)
{
    if (!scan_value(s))
        return false;
    skip_space(s);
    return at_end(s) ? true : json_refuse_stray(&s->c, D_TEXT_AFTER_END, TD_STR(""));
}

/* cJSON counts bytes and items in int. */
static size_t bytes_allowed(struct json_limits limits)
{
    return limits.bytes < INT32_MAX ? limits.bytes : INT32_MAX;
}

bool json_scan(const td_allocator *mem, td_str text, struct json_limits limits, const struct json_listener *listener,
               struct json_flaw *ret)
{
    struct scan s = {.c = {text.ptr, text.ptr, ret}, .limits = limits, .listener = listener};
    if (text.len == 0)
        return refuse_end(&s);
    s.c.end = text.ptr + text.len;
    if (text.len > bytes_allowed(limits))
        return refuse(&s, D_TOO_LARGE, NULL, TD_STR(""), note_number(&s, bytes_allowed(limits)));
    if (str_starts(text, TD_STR("\xEF\xBB\xBF")))
        return refuse(&s, D_BYTE_ORDER_MARK, text.ptr, TD_STR(""), TD_STR(""));
    json_keys_init(&s.keys, mem);
    bool ok = scan_text(&s);
    json_keys_finish(&s.keys);
    return ok;
}
