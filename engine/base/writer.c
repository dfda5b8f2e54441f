/* writer.c - one growing buffer.
 * It doubles inside its arena and leaves the old half behind: an arena never frees in the middle,
 * and twice the final length is the most that is lost. */
#include "writer.h"

#define SIZE_FIRST ((size_t)128)

void writer_init(struct writer *w, struct arena *a)
{
    *w = (struct writer){.arena = a};
}

td_str writer_str(const struct writer *w)
{
    return (td_str){w->ptr == NULL ? "" : w->ptr, w->len};
}

/* Room for len more bytes, which the caller fills. */
static char *extend(struct writer *w, size_t len)
{
    if (len > w->size - w->len) {
        size_t size = w->size < SIZE_FIRST ? SIZE_FIRST : w->size * 2;
        if (size - w->len < len)
            size = w->len + len;
        char *grown = arena_alloc(w->arena, size);
        if (w->len > 0)
            memcpy(grown, w->ptr, w->len);
        w->ptr = grown;
        w->size = size;
    }
    char *room = w->ptr + w->len;
    w->len += len;
    return room;
}

void w_str(struct writer *w, td_str text)
{
    if (text.len > 0)
        memcpy(extend(w, text.len), text.ptr, text.len);
}

void w_text(struct writer *w, const char *terminated)
{
    w_str(w, str_of(terminated));
}

void w_char(struct writer *w, char c)
{
    *extend(w, 1) = c;
}

void w_int(struct writer *w, int64_t value)
{
    char digits[20]; /* 2^63 has 19, and a minus */
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left > 0);
    if (value < 0)
        digits[--at] = '-';
    w_str(w, (td_str){digits + at, sizeof digits - at});
}

static void write_hex(struct writer *w, uint64_t value, int digits)
{
    static const char alphabet[] = "0123456789abcdef";
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        w_char(w, alphabet[(value >> shift) & 15]);
}

void w_hex64(struct writer *w, uint64_t value)
{
    write_hex(w, value, 16);
}

/* The letter of the short escape of a code point; 0 if it has none. */
static char escape_letter(uint32_t code)
{
    switch (code) {
    case '"':
    case '\\': return (char)code;
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

static void write_code(struct writer *w, uint32_t code)
{
    char letter = escape_letter(code);
    char utf8[4];
    if (letter != 0) {
        w_char(w, '\\');
        w_char(w, letter);
    } else if (code < 0x20) {
        w_text(w, "\\u");
        write_hex(w, code, 4);
    } else {
        size_t size = utf8_put(utf8, code);
        w_str(w, (td_str){utf8, size});
    }
}

void w_json(struct writer *w, td_str text)
{
    w_char(w, '"');
    while (text.len > 0)
        write_code(w, utf8_next(&text));
    w_char(w, '"');
}

void w_json_item(struct writer *w)
{
    char last = w->len > 0 ? w->ptr[w->len - 1] : '[';
    if (last != '{' && last != '[' && last != ':')
        w_char(w, ',');
}

void w_json_key(struct writer *w, const char *name)
{
    w_json_item(w);
    if (!name)
        return;
    w_json(w, str_of(name));
    w_char(w, ':');
}

void w_json_open(struct writer *w, const char *name, char bracket)
{
    w_json_key(w, name);
    w_char(w, bracket);
}

void w_json_int(struct writer *w, const char *name, int64_t value)
{
    w_json_key(w, name);
    w_int(w, value);
}

void w_json_bool(struct writer *w, const char *name, bool value)
{
    w_json_key(w, name);
    w_text(w, value ? "true" : "false");
}

void w_json_text(struct writer *w, const char *name, td_str value)
{
    w_json_key(w, name);
    w_json(w, value);
}

void w_json_may_text(struct writer *w, const char *name, td_str value)
{
    if (value.len > 0)
        w_json_text(w, name, value);
}
