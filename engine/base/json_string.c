/* json_string.c - strings of a JSON text, taken as written and decoded on demand.
 * Stricter than RFC 8259: no \u0000, where cJSON would end the string, and no lone surrogate,
 * which no UTF-8 can hold. */
#include "json_token.h"

static td_str left_of(const struct json_cursor *c)
{
    return (td_str){c->at, (size_t)(c->end - c->at)};
}

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of bytes that are zero; true of the lowest of them and all below it. */
static uint64_t zero_bytes(uint64_t word)
{
    return (word - EVERY_BYTE(1)) & ~word & EVERY_BYTE(0x80);
}

/* Eight bytes, the first one lowest, on every machine; compilers know that this is one load. */
static uint64_t eight_bytes(const char *at)
{
    uint64_t word = 0;
    for (int i = 0; i < 8; i++)
        word |= (uint64_t)(unsigned char)at[i] << 8 * i;
    return word;
}

/* Of eight bytes at once those that are a quote, a backslash, a control character or beyond ASCII: their
 * high bits, true of the first of them and all before it.  Most of a scenario is prose and short ids, and
 * this is what makes the guard cheap. */
static uint64_t special_bytes(uint64_t word)
{
    uint64_t control = (word - EVERY_BYTE(0x20)) & ~word;
    uint64_t special = zero_bytes(word ^ EVERY_BYTE('"')) | zero_bytes(word ^ EVERY_BYTE('\\'));
    return (special | control | word) & EVERY_BYTE(0x80);
}

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

static void skip_plain(struct json_cursor *c)
{
    for (; c->end - c->at >= 8; c->at += 8) {
        uint64_t special = special_bytes(eight_bytes(c->at));
        if (special == 0)
            continue;
        c->at += __builtin_ctzll(special) / 8;
        return;
    }
    while (c->at < c->end && is_plain(*c->at))
        c->at++;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four digits behind a \u; at least four bytes are there.  -1 if they are none. */
static int32_t hex_unit(const char *digits)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(digits[i]);
        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

/* A \uXXXX at the front of text, or -1. */
static int32_t escaped_unit(td_str text)
{
    return text.len >= 6 && str_starts(text, TD_STR("\\u")) ? hex_unit(text.ptr + 2) : -1;
}

static bool is_high(int32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(int32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* As much of a bad escape as helps: the backslash, what follows it, and of \u its digits.
 * Nothing that would garble a terminal. */
static td_str escape_shown(const struct json_cursor *c)
{
    td_str left = left_of(c);
    size_t len = 1;
    if (left.len > 1 && left.ptr[1] == 'u')
        while (len < 6 && len < left.len && is_plain(left.ptr[len]))
            len++;
    else if (left.len > 1 && (unsigned char)left.ptr[1] >= 0x20)
        len += utf8_size((td_str){left.ptr + 1, left.len - 1});
    return (td_str){left.ptr, len};
}

static bool refuse_escape(struct json_cursor *c, const char *code)
{
    return json_refuse(c, code, c->at, escape_shown(c), TD_STR(""));
}

static bool take_unicode(struct json_cursor *c)
{
    int32_t unit = escaped_unit(left_of(c));
    if (unit < 0)
        return refuse_escape(c, D_BAD_ESCAPE);
    if (unit == 0)
        return refuse_escape(c, D_NUL_ESCAPE);
    if (is_low(unit))
        return refuse_escape(c, D_LONE_SURROGATE);
    if (is_high(unit)) {
        td_str next = {c->at + 6, (size_t)(c->end - c->at) - 6};
        if (!is_low(escaped_unit(next)))
            return refuse_escape(c, D_LONE_SURROGATE);
        c->at += 6;
    }
    c->at += 6;
    return true;
}

static bool take_escape(struct json_cursor *c)
{
    if (c->end - c->at < 2) { /* the caller says that the string has no end */
        c->at = c->end;
        return true;
    }
    if (c->at[1] == 'u')
        return take_unicode(c);
    if (c->at[1] == '\0' || strchr("\"\\/bfnrt", c->at[1]) == NULL)
        return refuse_escape(c, D_BAD_ESCAPE);
    c->at += 2;
    return true;
}

/* The byte at c->at is neither plain nor the closing quote. */
static bool take_special(struct json_cursor *c, const char *open)
{
    if (*c->at == '\\')
        return take_escape(c);
    if (*c->at == '\n' || *c->at == '\r') /* hardly ever meant: the quote is missing */
        return json_refuse(c, D_STRING_NOT_CLOSED, open, TD_STR(""), TD_STR(""));
    size_t size = (unsigned char)*c->at < 0x20 ? 0 : utf8_size(left_of(c));
    if (size == 0)
        return json_refuse_stray(c, D_BAD_JSON, TD_STR(""));
    c->at += size;
    return true;
}

bool json_take_string(struct json_cursor *c, struct json_raw *ret)
{
    const char *open = c->at;
    bool escaped = false;
    c->at++;
    for (skip_plain(c); c->at < c->end && *c->at != '"'; skip_plain(c)) {
        escaped |= *c->at == '\\';
        if (!take_special(c, open))
            return false;
    }
    if (c->at == c->end)
        return json_refuse(c, D_STRING_NOT_CLOSED, open, TD_STR(""), TD_STR(""));
    *ret = (struct json_raw){{open + 1, (size_t)(c->at - open) - 1}, escaped};
    c->at++;
    return true;
}

/* The code point of a \u escape at the front of *rest, which moves on; a pair is one. */
static uint32_t unescape_unicode(td_str *rest)
{
    uint32_t code = (uint32_t)escaped_unit(*rest);
    size_t size = 6;
    if (is_high((int32_t)code)) {
        td_str next = {rest->ptr + 6, rest->len - 6};
        code = 0x10000 + ((code - 0xD800) << 10) + ((uint32_t)escaped_unit(next) - 0xDC00);
        size = 12;
    }
    rest->ptr += size;
    rest->len -= size;
    return code;
}

static char unescape_letter(char letter)
{
    switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter; /* itself: quote, backslash, slash */
    }
}

/* The character or escape at the front of *rest, which moves on; ret has room for as much as that. */
static size_t unescape_one(td_str *rest, char *ret)
{
    size_t size = 1;
    if (rest->ptr[0] != '\\') {
        ret[0] = rest->ptr[0];
    } else if (rest->ptr[1] != 'u') {
        ret[0] = unescape_letter(rest->ptr[1]);
        size = 2;
    } else {
        char utf8[4];
        size_t len = utf8_put(utf8, unescape_unicode(rest));
        memcpy(ret, utf8, len);
        return len;
    }
    rest->ptr += size;
    rest->len -= size;
    return 1;
}

size_t json_unescape(td_str raw, char *ret)
{
    size_t len = 0;
    while (raw.len > 0)
        len += unescape_one(&raw, ret + len);
    return len;
}
