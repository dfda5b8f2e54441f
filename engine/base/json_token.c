/* json_token.c - refusing with a reason; numbers and words, strictly by RFC 8259 and then stricter.
 * Refused although the RFC allows them: numbers that are no integers, or not exact in a double,
 * through which cJSON reads. */
#include "json_token.h"

/* 2^53: up to here every integer has its own double. */
#define EXACT_MAX INT64_C(9007199254740992)
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

bool json_take_number(struct json_cursor *c, int64_t *ret)
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
    *ret = value;
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

bool json_take_word(struct json_cursor *c, td_str *ret)
{
    td_str word = json_peek_name(c);
    if (str_is(word, "true") || str_is(word, "false") || str_is(word, "null")) {
        c->at += word.len;
        *ret = word;
        return true;
    }
    json_refuse(c, D_BAD_WORD, c->at, word, TD_STR(""));
    c->flaw->nearest = nearest_word(word);
    return false;
}
