/* json_token.c - the smallest parts of JSON, strictly by RFC 8259 and then stricter.
 * Refused although the RFC allows them: numbers that are no integers or not exact in a double
 * (cJSON reads through one), \u0000 (cJSON ends the string there), lone surrogates. */
#include "json_token.h"

/* 2^53: up to here every integer has its own double. */
#define EXACT_MAX      INT64_C(9007199254740992)
#define EXACT_MAX_TEXT TD_STR("9007199254740992")

static td_str left_of(const struct json_cursor *c)
{
    return (td_str){c->at, (size_t)(c->end - c->at)};
}

static td_str between(const char *from, const char *to)
{
    return (td_str){from, (size_t)(to - from)};
}

bool json_refuse(struct json_cursor *c, const char *code, const char *at, td_str subject, td_str detail)
{
    c->flaw->code = code;
    c->flaw->at = at;
    c->flaw->subject = subject;
    c->flaw->detail = detail;
    c->flaw->nearest = TD_STR("");
    return false;
}

/* prefix and the byte at c->at in hexadecimal, into the flaw's note. */
static td_str note_byte(struct json_cursor *c, td_str prefix)
{
    static const char alphabet[] = "0123456789ABCDEF";
    unsigned char byte = (unsigned char)*c->at;
    char *note = c->flaw->note;
    memcpy(note, prefix.ptr, prefix.len);
    note[prefix.len] = alphabet[byte >> 4];
    note[prefix.len + 1] = alphabet[byte & 15];
    return (td_str){note, prefix.len + 2};
}

static bool refuse_control(struct json_cursor *c)
{
    td_str escape = *c->at == '\t' ? TD_STR("\\t") : TD_STR("");
    return json_refuse(c, D_CONTROL_CHARACTER, c->at, note_byte(c, TD_STR("U+00")), escape);
}

static bool refuse_byte(struct json_cursor *c)
{
    return json_refuse(c, D_NOT_UTF8, c->at, note_byte(c, TD_STR("0x")), TD_STR(""));
}

static bool begins_comment(td_str left)
{
    return left.ptr[0] == '#' || str_starts(left, TD_STR("//")) || str_starts(left, TD_STR("/*"));
}

bool json_refuse_stray(struct json_cursor *c, const char *code, td_str detail)
{
    td_str left = left_of(c);
    size_t size = utf8_size(left);
    if (size == 0)
        return refuse_byte(c);
    if (*c->at == '\0')
        return json_refuse(c, D_NUL_BYTE, c->at, TD_STR(""), TD_STR(""));
    if ((unsigned char)*c->at < 0x20)
        return refuse_control(c);
    if (begins_comment(left))
        return json_refuse(c, D_COMMENT, c->at, (td_str){c->at, *c->at == '#' ? 1 : 2}, TD_STR(""));
    if (*c->at == '\'')
        return json_refuse(c, D_SINGLE_QUOTES, c->at, (td_str){c->at, 1}, TD_STR(""));
    return json_refuse(c, code, c->at, (td_str){c->at, size}, detail);
}

/* ---- strings ---- */

#define EVERY_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The high bit of (at least the lowest) bytes that are zero. */
static uint64_t zero_bytes(uint64_t word)
{
    return (word - EVERY_BYTE(1)) & ~word & EVERY_BYTE(0x80);
}

/* Eight bytes at once: no quote, no backslash, no control character, nothing beyond ASCII?
 * Most of a scenario is prose, and this is what makes the guard cheap. */
static bool eight_plain(const char *at)
{
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t control = (word - EVERY_BYTE(0x20)) & ~word;
    uint64_t special = zero_bytes(word ^ EVERY_BYTE('"')) | zero_bytes(word ^ EVERY_BYTE('\\'));
    return ((special | control | word) & EVERY_BYTE(0x80)) == 0;
}

static bool is_plain(char c)
{
    unsigned char byte = (unsigned char)c;
    return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

static void skip_plain(struct json_cursor *c)
{
    while (c->end - c->at >= 8 && eight_plain(c->at))
        c->at += 8;
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

/* As much of a bad escape as helps: the backslash, what follows it, and of \u its digits. */
static td_str escape_shown(const struct json_cursor *c)
{
    td_str left = left_of(c);
    size_t len = 1;
    if (left.len < 2)
        return left;
    if (left.ptr[1] != 'u')
        return (td_str){left.ptr, 1 + utf8_size((td_str){left.ptr + 1, left.len - 1})};
    while (len < 6 && len < left.len && is_plain(left.ptr[len]))
        len++;
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
    size_t size;
    switch (*c->at) {
    case '\\': return take_escape(c);
    case '\0': return json_refuse(c, D_NUL_BYTE, c->at, TD_STR(""), TD_STR(""));
    case '\n':
    case '\r': /* hardly ever meant: the quote is missing */
        return json_refuse(c, D_STRING_NOT_CLOSED, open, TD_STR(""), TD_STR(""));
    default:
        if ((unsigned char)*c->at < 0x20)
            return refuse_control(c);
        size = utf8_size(left_of(c));
        c->at += size;
        return size > 0 ? true : refuse_byte(c);
    }
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
    *ret = (struct json_raw){between(open + 1, c->at), escaped};
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

size_t json_unescape(td_str raw, char *ret)
{
    size_t len = 0;
    while (raw.len > 0) {
        size_t size = 1;
        if (raw.ptr[0] != '\\') {
            ret[len++] = raw.ptr[0];
        } else if (raw.ptr[1] == 'u') {
            char utf8[4];
            size_t used = utf8_put(utf8, unescape_unicode(&raw));
            memcpy(ret + len, utf8, used);
            len += used;
            continue;
        } else {
            ret[len++] = unescape_letter(raw.ptr[1]);
            size = 2;
        }
        raw.ptr += size;
        raw.len -= size;
    }
    return len;
}

/* ---- numbers and words ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

td_str json_peek_name(const struct json_cursor *c)
{
    const char *at = c->at;
    while (at < c->end && is_name(*at))
        at++;
    return between(c->at, at);
}

/* All that somebody may have meant as one number. */
static td_str peek_number(const struct json_cursor *c)
{
    const char *at = c->at;
    while (at < c->end && (is_name(*at) || *at == '+' || *at == '-' || *at == '.'))
        at++;
    return between(c->at, at);
}

static bool eat(td_str *rest, char c)
{
    if (rest->len == 0 || rest->ptr[0] != c)
        return false;
    rest->ptr++;
    rest->len--;
    return true;
}

/* At least one digit. */
static bool eat_digits(td_str *rest)
{
    size_t len = 0;
    while (len < rest->len && is_digit(rest->ptr[len]))
        len++;
    rest->ptr += len;
    rest->len -= len;
    return len > 0;
}

static bool eat_integer(td_str *rest)
{
    eat(rest, '-');
    return eat(rest, '0') || eat_digits(rest); /* "01" leaves its 1 behind, which nobody eats */
}

/* A fraction, an exponent, or both, to the end. */
static bool is_fraction(td_str rest)
{
    if (eat(&rest, '.') && !eat_digits(&rest))
        return false;
    if (!eat(&rest, 'e') && !eat(&rest, 'E'))
        return rest.len == 0;
    if (!eat(&rest, '+'))
        eat(&rest, '-');
    return eat_digits(&rest) && rest.len == 0;
}

bool json_take_number(struct json_cursor *c)
{
    td_str number = peek_number(c);
    td_str rest = number;
    int64_t value;
    if (!eat_integer(&rest) || !is_fraction(rest)) /* nothing behind it is a fraction too */
        return json_refuse(c, D_BAD_NUMBER, c->at, number, TD_STR(""));
    if (rest.len > 0)
        return json_refuse(c, D_NUMBER_NOT_INTEGER, c->at, number, TD_STR(""));
    if (!str_int(number, -EXACT_MAX, EXACT_MAX, &value))
        return json_refuse(c, D_NUMBER_TOO_LARGE, c->at, number, EXACT_MAX_TEXT);
    c->at += number.len;
    return true;
}

static td_str nearest_word(td_str word)
{
    static const td_str words[] = {{"true", 4}, {"false", 5}, {"null", 4}};
    char lower[8];
    if (word.len > sizeof lower)
        return TD_STR("");
    for (size_t i = 0; i < word.len; i++)
        lower[i] = (char)(word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' ? word.ptr[i] + ('a' - 'A') : word.ptr[i]);
    int best = str_nearest((td_str){lower, word.len}, words, 3);
    return best < 0 ? TD_STR("") : words[best];
}

bool json_take_word(struct json_cursor *c)
{
    td_str word = json_peek_name(c);
    if (str_is(word, "true") || str_is(word, "false") || str_is(word, "null")) {
        c->at += word.len;
        return true;
    }
    json_refuse(c, D_BAD_WORD, c->at, word, TD_STR(""));
    c->flaw->nearest = nearest_word(word);
    return false;
}
