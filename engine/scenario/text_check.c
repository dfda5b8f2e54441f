/* text_check.c - one text: its brackets, place-holders, numbers and length.
 * Most texts have none of these, so one pass asks what is there at all. */
#include "text_check.h"

enum { HAS_BRACKET = 1, HAS_BRACE = 2, HAS_DIGIT = 4, HAS_RARE = 8 };

/* Without a branch, in a byte: so sixteen of them are asked at once. */
static uint8_t class_of(char c)
{
    uint8_t byte = (uint8_t)c;
    uint8_t bracket = byte == '[' || byte == ']' ? HAS_BRACKET : 0;
    uint8_t brace = byte == '{' || byte == '}' ? HAS_BRACE : 0;
    uint8_t digit = byte >= '0' && byte <= '9' ? HAS_DIGIT : 0;
    uint8_t rare = byte < 0x20 || byte >= 0x7F ? HAS_RARE : 0;
    return bracket | brace | digit | rare;
}

static unsigned classes_in(td_str text)
{
    uint8_t has = 0;
    for (size_t i = 0; i < text.len; i++)
        has |= class_of(text.ptr[i]);
    return has;
}

/* --- invisible characters --- */

/* Controls could drive a terminal; direction overrides could make a line read as another one. */
static bool is_forbidden(uint32_t c, bool paragraphs)
{
    if (c == '\n')
        return !paragraphs;
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x200B || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static td_str code_point_text(struct loader *l, uint32_t c)
{
    struct writer w;
    writer_init(&w, &l->scratch);
    w_text(&w, "U+");
    for (int shift = 12; shift >= 0; shift -= 4)
        w_char(&w, "0123456789ABCDEF"[c >> shift & 15]);
    return writer_str(&w);
}

static void check_characters(struct loader *l, const struct json_at *at, td_str key, td_str text, bool paragraphs)
{
    while (text.len > 0) {
        uint32_t c = utf8_next(&text);
        if (!is_forbidden(c, paragraphs))
            continue;
        load_fault(l, at, D_FORBIDDEN_CHARACTER, code_point_text(l, c), key);
        return;
    }
}

/* --- [stage directions] --- */

static bool brackets_match(td_str text)
{
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == (inside ? '[' : ']'))
            return false;
        if (text.ptr[i] == (inside ? ']' : '['))
            inside = !inside;
    }
    return !inside;
}

static void check_brackets(struct loader *l, const struct json_at *at, td_str key, td_str text, enum text_kind kind)
{
    if (kind == TEXT_CHOICE || kind == TEXT_WHY)
        load_fault(l, at, D_MARKUP_IN_CHOICE, key, TD_STR(""));
    else if (!brackets_match(text))
        load_fault(l, at, D_MARKUP_UNBALANCED, key, TD_STR(""));
}

/* --- {place-holders} --- */

static bool is_service_of(const td_scenario *s, td_str name)
{
    td_str head = TD_STR("service.");
    if (!str_starts(name, head))
        return false;
    for (int i = 0; i < s->service_count; i++)
        if (str_eq(s->services[i], (td_str){name.ptr + head.len, name.len - head.len}))
            return true;
    return false;
}

static bool is_placeholder(const td_scenario *s, td_str name)
{
    return str_is(name, "learner.name") || str_is(name, "learner.role") || str_is(name, "subject.name") ||
           is_service_of(s, name);
}

enum { PLACEHOLDERS_MAX = 20 };

static void unknown_placeholder(struct loader *l, const td_scenario *s, const struct json_at *at, td_str name)
{
    td_str names[PLACEHOLDERS_MAX] = {TD_STR("learner.name"), TD_STR("learner.role"), TD_STR("subject.name")};
    int count = 3;
    struct writer all;
    for (int i = 0; i < s->service_count && count < PLACEHOLDERS_MAX; i++) {
        struct writer w;
        writer_init(&w, &l->scratch);
        w_text(&w, "service.");
        w_str(&w, s->services[i]);
        names[count++] = writer_str(&w);
    }
    writer_init(&all, &l->scratch);
    for (int i = 0; i < count; i++)
        load_list_name(&all, names[i]);
    int nearest = str_nearest(name, names, count);
    load_fault_near(l, at, D_PLACEHOLDER_UNKNOWN, name, writer_str(&all), nearest < 0 ? TD_STR("") : names[nearest]);
}

/* The length up to the closing brace, or text.len if there is none before another one opens. */
static size_t find_close(td_str text, size_t from)
{
    for (size_t i = from; i < text.len; i++)
        if (text.ptr[i] == '}' || text.ptr[i] == '{')
            return text.ptr[i] == '}' ? i : text.len;
    return text.len;
}

static void check_braces(struct loader *l, const td_scenario *s, const struct json_at *at, td_str key, td_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '{' && text.ptr[i] != '}')
            continue;
        size_t close = text.ptr[i] == '{' ? find_close(text, i + 1) : text.len;
        if (close == text.len) {
            load_fault(l, at, D_PLACEHOLDER_OPEN, key, TD_STR(""));
            return;
        }
        td_str name = {text.ptr + i + 1, close - i - 1};
        if (!is_placeholder(s, name))
            unknown_placeholder(l, s, at, name);
        i = close;
    }
}

/* --- numbers that somebody could dial --- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What people put between the digits of a telephone number; 0 if something else stands here. */
static size_t separator_length(td_str text)
{
    switch (text.ptr[0]) {
    case ' ':
    case '-':
    case '.':
    case '/':
    case '(':
    case ')': return 1;
    case '\xC2': return str_starts(text, TD_STR("\xC2\xA0")) ? 2 : 0; /* the two hard spaces */
    case '\xE2': return str_starts(text, TD_STR("\xE2\x80\xAF")) ? 3 : 0;
    default: return 0;
    }
}

/* A run of digits with at most two separators between any two of them, from the front of text. */
static size_t number_length(td_str text, int *ret_digits)
{
    size_t end = 0, at = 0;
    int between = 0;
    *ret_digits = 0;
    while (at < text.len) {
        size_t step = separator_length((td_str){text.ptr + at, text.len - at});
        if (is_digit(text.ptr[at])) {
            at++;
            end = at;
            between = 0;
            ++*ret_digits;
        } else if (step > 0 && between < 2) {
            at += step;
            between++;
        } else {
            break;
        }
    }
    return end;
}

static bool is_emergency_number(td_str digits)
{
    static const char *const numbers[] = {"000", "110", "111", "112", "113", "118",
                                          "119", "911", "988", "995", "999", "3114"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (str_is(digits, numbers[i]))
            return true;
    return false;
}

enum { TELEPHONE_DIGITS = 7 };

static void check_numbers(struct loader *l, const struct json_at *at, td_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        int digits = 0;
        if (!is_digit(text.ptr[i]))
            continue;
        td_str number = {text.ptr + i, number_length((td_str){text.ptr + i, text.len - i}, &digits)};
        if (digits >= TELEPHONE_DIGITS)
            load_fault(l, at, D_REAL_TELEPHONE_NUMBER, number, TD_STR(""));
        else if (is_emergency_number(number))
            load_fault(l, at, D_EMERGENCY_NUMBER, number, TD_STR(""));
        i += number.len - 1;
    }
}

/* --- length --- */

/* Words outside stage directions. */
static int count_words(td_str text)
{
    int words = 0;
    bool inside = false, in_word = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        inside = c == '[' || (inside && c != ']');
        bool part = !inside && c != ']' && c != ' ' && c != '\n';
        words += part && !in_word;
        in_word = part;
    }
    return words;
}

static void check_length(struct loader *l, const struct json_at *at, td_str key, td_str text, enum text_kind kind)
{
    if (kind != TEXT_CHOICE && kind != TEXT_LINE)
        return;
    if (text.len / 2 < WORDS_IN_A_BREATH || count_words(text) <= WORDS_IN_A_BREATH)
        return;
    load_fault(l, at, kind == TEXT_CHOICE ? D_CHOICE_TOO_LONG : D_LINE_TOO_LONG, key,
               load_int_text(l, WORDS_IN_A_BREATH));
}

void text_check(struct loader *l, const td_scenario *s, const struct json_at *at, td_str key, td_str text,
                enum text_kind kind)
{
    unsigned has = classes_in(text);
    if (has & HAS_RARE)
        check_characters(l, at, key, text, kind == TEXT_CARD);
    if (has & HAS_BRACKET)
        check_brackets(l, at, key, text, kind);
    if (has & HAS_BRACE)
        check_braces(l, s, at, key, text);
    if (has & HAS_DIGIT)
        check_numbers(l, at, text);
    check_length(l, at, key, text, kind);
}
