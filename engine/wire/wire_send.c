/* wire_send.c - the envelopes: a whole view, what is different in it, a reply.
 * Two views are compared member by member, as bytes: they were written by the same hand. */
#include "wire_room.h"

/* One member of an object: its key with quotes, and its value. */
struct part {
    td_str key, value;
};

static size_t string_end(td_str text, size_t at)
{
    for (at++; at < text.len && text.ptr[at] != '"'; at++)
        if (text.ptr[at] == '\\')
            at++;
    return at + 1 < text.len ? at + 1 : text.len;
}

/* To the comma or bracket that ends the value beginning at `at`. */
static size_t value_end(td_str text, size_t at)
{
    int depth = 0;
    while (at < text.len) {
        char c = text.ptr[at];
        if (depth == 0 && (c == ',' || c == '}'))
            break;
        depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        at = c == '"' ? string_end(text, at) : at + 1;
    }
    return at;
}

/* The next member of an object whose opening bracket is behind us; false at its end. */
static bool take_part(td_str *rest, struct part *ret)
{
    td_str text = *rest;
    if (text.len > 0 && text.ptr[0] == ',')
        text = (td_str){text.ptr + 1, text.len - 1};
    if (text.len == 0 || text.ptr[0] != '"')
        return false;
    size_t key = string_end(text, 0);
    if (key >= text.len)
        return false;
    size_t end = value_end(text, key + 1);
    ret->key = (td_str){text.ptr, key};
    ret->value = (td_str){text.ptr + key + 1, end - key - 1};
    *rest = (td_str){text.ptr + end, text.len - end};
    return true;
}

static td_str inside(td_str object)
{
    return object.len > 0 ? (td_str){object.ptr + 1, object.len - 1} : object;
}

static bool find_part(td_str object, td_str key, td_str *ret)
{
    td_str rest = inside(object);
    struct part part;
    while (take_part(&rest, &part)) {
        if (!str_eq(part.key, key))
            continue;
        *ret = part.value;
        return true;
    }
    return false;
}

static void w_head(struct writer *w, uint32_t serial, int64_t now)
{
    w_text(w, "{\"v\":1,\"seq\":");
    w_int(w, serial);
    w_text(w, ",\"now\":");
    w_int(w, now);
}

void wire_send_full(struct writer *w, uint32_t serial, int64_t now, td_str view)
{
    w_head(w, serial, now);
    w_text(w, ",\"view\":");
    w_str(w, view);
    w_char(w, '}');
}

void wire_send_difference(struct writer *w, uint32_t from, uint32_t serial, int64_t now, td_str was, td_str is)
{
    td_str rest = inside(is), other;
    struct part part;
    bool first = true;
    w_head(w, serial, now);
    w_text(w, ",\"from\":");
    w_int(w, from);
    w_text(w, ",\"set\":{");
    while (take_part(&rest, &part)) {
        if (find_part(was, part.key, &other) && str_eq(other, part.value))
            continue;
        w_text(w, first ? "" : ",");
        first = false;
        w_str(w, part.key);
        w_char(w, ':');
        w_str(w, part.value);
    }
    w_text(w, "},\"gone\":[");
    first = true;
    for (rest = inside(was); take_part(&rest, &part);) {
        if (find_part(is, part.key, &other))
            continue;
        w_text(w, first ? "" : ",");
        first = false;
        w_str(w, part.key);
    }
    w_text(w, "]}");
}

void wire_send_reply(struct writer *w, int32_t n, const char *reason)
{
    w_text(w, "{\"v\":1");
    if (n >= 0) {
        w_text(w, ",\"re\":");
        w_int(w, n);
    }
    if (reason) {
        w_text(w, ",\"no\":");
        w_json(w, str_of(reason));
    } else {
        w_text(w, ",\"ok\":true");
    }
    w_char(w, '}');
}
