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

/* All members of a view, so that each text is walked once; views have some twenty. */
enum { PARTS_MAX = 64 };
struct parts {
    struct part item[PARTS_MAX];
    int count;
};

static bool take_parts(td_str object, struct parts *ret)
{
    td_str rest = inside(object);
    struct part part;
    for (ret->count = 0; take_part(&rest, &part); ret->count++) {
        if (ret->count == PARTS_MAX)
            return false;
        ret->item[ret->count] = part;
    }
    return true;
}

static const struct part *find_part(const struct parts *parts, td_str key)
{
    for (int i = 0; i < parts->count; i++)
        if (str_eq(parts->item[i].key, key))
            return &parts->item[i];
    return NULL;
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

static void w_set(struct writer *w, const struct parts *before, const struct parts *after)
{
    bool first = true;
    for (int i = 0; i < after->count; i++) {
        const struct part *part = &after->item[i], *other = find_part(before, part->key);
        if (other != NULL && str_eq(other->value, part->value))
            continue;
        w_text(w, first ? "" : ",");
        first = false;
        w_str(w, part->key);
        w_char(w, ':');
        w_str(w, part->value);
    }
}

static void w_gone(struct writer *w, const struct parts *before, const struct parts *after)
{
    bool first = true;
    for (int i = 0; i < before->count; i++) {
        if (find_part(after, before->item[i].key) != NULL)
            continue;
        w_text(w, first ? "" : ",");
        first = false;
        w_str(w, before->item[i].key);
    }
}

void wire_send_difference(struct writer *w, uint32_t from, uint32_t serial, int64_t now, td_str was, td_str is)
{
    struct parts before, after;
    if (!take_parts(was, &before) || !take_parts(is, &after)) {
        wire_send_full(w, serial, now, is);
        return;
    }
    w_head(w, serial, now);
    w_text(w, ",\"from\":");
    w_int(w, from);
    w_text(w, ",\"set\":{");
    w_set(w, &before, &after);
    w_text(w, "},\"gone\":[");
    w_gone(w, &before, &after);
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
