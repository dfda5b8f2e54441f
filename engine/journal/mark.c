/* mark.c - what is noted beside a play and never changes it: votes, hints, ratings, notes.
 * One table says what follows each kind and which seats make it.  Free text is quoted as in JSON, so it
 * stays on its line, and a mark can be taken out without a trace: check hashes know nothing of marks. */
#include "mark.h"

enum part {
    PART_END,
    PART_WORD,     /* an id or a name: a-z 0-9 _ - */
    PART_NUMBER,   /* low..high of the row */
    PART_TEXT,     /* "quoted" */
    PART_MAY_TEXT, /* the same, or nothing */
    PART_FACT,     /* behind `fact` an id, behind any other word a text */
};
enum { PARTS_MAX = 3, PART_BYTES = LIMIT_ID_BYTES };

#define SEAT(name) (1u << SEAT_##name)
#define ANY_SEAT ((1u << SEAT_COUNT) - 1)

static const struct kind {
    td_str name;
    unsigned char parts[PARTS_MAX + 1];
    int32_t low, high;
    unsigned seats;
} kinds[] = {
    {{"note", 4}, {PART_TEXT}, 0, 0, ANY_SEAT},
    {{"rate", 4}, {PART_WORD, PART_NUMBER}, 0, 100, ANY_SEAT},
    {{"feel", 4}, {PART_NUMBER}, 0, 10, ANY_SEAT},
    {{"moment", 6}, {PART_NUMBER}, 1, LIMIT_JOURNAL_COMMANDS, ANY_SEAT},
    {{"debriefed", 9}, {PART_END}, 0, 0, ANY_SEAT},
    {{"board", 5}, {PART_WORD, PART_FACT}, 0, 0, ANY_SEAT},
    {{"hint", 4}, {PART_TEXT}, 0, 0, SEAT(coach) | SEAT(instructor)},
    {{"vote", 4}, {PART_WORD, PART_MAY_TEXT}, 0, 0, SEAT(voter)},
    {{"seen", 4}, {PART_WORD}, 0, 0, SEAT(observer) | SEAT(instructor) | SEAT(role_player)},
    {{"told", 4}, {PART_WORD}, 0, 0, SEAT(role_player)},
    {{"flag", 4}, {PART_MAY_TEXT}, 0, 0, SEAT(instructor)},
    {{"sheet", 5}, {PART_WORD, PART_NUMBER, PART_MAY_TEXT}, 1, 5, SEAT(observer) | SEAT(instructor)},
};
enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static const struct kind *find_kind(td_str name)
{
    for (int i = 0; i < KIND_COUNT; i++)
        if (str_eq(kinds[i].name, name))
            return &kinds[i];
    return NULL;
}

bool mark_may(enum seat seat, td_str kind)
{
    const struct kind *known = find_kind(kind);
    return known && (known->seats >> seat & 1);
}

/* --- parts ----------------------------------------------------------------------------------- */

static bool is_name(td_str word)
{
    if (word.len == 0 || word.len > PART_BYTES)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '_')
            return false;
    }
    return true;
}

bool mark_word(td_str *rest, td_str *ret)
{
    td_str after = *rest, word = str_word(&after);
    if (!is_name(word))
        return false;
    *rest = after;
    *ret = word;
    return true;
}

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static bool take_hex4(td_str *in, uint32_t *ret)
{
    uint32_t code = 0;
    if (in->len < 4)
        return false;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(in->ptr[i]);
        if (digit < 0)
            return false;
        code = code * 16 + (uint32_t)digit;
    }
    *in = (td_str){in->ptr + 4, in->len - 4};
    *ret = code;
    return true;
}

/* Behind \u; a pair of surrogates is one character, half a pair is none. */
static bool take_code(td_str *in, uint32_t *ret)
{
    uint32_t low;
    if (!take_hex4(in, ret) || *ret == 0)
        return false;
    if (*ret < 0xD800 || *ret > 0xDFFF)
        return true;
    if (*ret >= 0xDC00 || in->len < 2 || in->ptr[0] != '\\' || in->ptr[1] != 'u')
        return false;
    *in = (td_str){in->ptr + 2, in->len - 2};
    if (!take_hex4(in, &low) || low < 0xDC00 || low > 0xDFFF)
        return false;
    *ret = 0x10000 + ((*ret - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool take_escape(td_str *in, uint32_t *ret)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    if (in->len == 0)
        return false;
    char c = in->ptr[0];
    *in = (td_str){in->ptr + 1, in->len - 1};
    if (c == 'u')
        return take_code(in, ret);
    const char *at = c ? strchr(names, c) : NULL;
    if (!at)
        return false;
    *ret = (uint32_t)values[at - names];
    return true;
}

/* One character of a quoted text.  false at its closing quote (*open becomes false) and at a fault. */
static bool take_character(td_str *in, bool *open, uint32_t *ret)
{
    if (utf8_size(*in) == 0)
        return false;
    uint32_t code = utf8_next(in);
    if (code == '"') {
        *open = false;
        return false;
    }
    if (code < 0x20 || code == 0x7F)
        return false;
    *ret = code;
    return code != '\\' || take_escape(in, ret);
}

/* Walks over a quoted text; ret (room for its length) may be NULL.  Returns the decoded length, or -1. */
static int64_t decode(td_str *rest, char *ret)
{
    td_str in = *rest;
    int64_t len = 0;
    uint32_t code;
    bool open = true;
    if (in.len == 0 || in.ptr[0] != '"')
        return -1;
    in = (td_str){in.ptr + 1, in.len - 1};
    while (take_character(&in, &open, &code)) {
        char bytes[4];
        size_t size = utf8_put(bytes, code);
        if (ret)
            memcpy(ret + len, bytes, size);
        len += (int64_t)size;
    }
    if (open || (in.len > 0 && in.ptr[0] != ' '))
        return -1;
    while (in.len > 0 && in.ptr[0] == ' ')
        in = (td_str){in.ptr + 1, in.len - 1};
    *rest = in;
    return len;
}

bool mark_text(struct arena *arena, td_str *rest, td_str *ret)
{
    td_str measured = *rest;
    int64_t len = decode(&measured, NULL);
    if (len < 0)
        return false;
    char *text = arena_alloc(arena, (size_t)len + 1);
    decode(rest, text);
    *ret = (td_str){text, (size_t)len};
    return true;
}

static bool skip_text(td_str *rest)
{
    int64_t len = decode(rest, NULL);
    return len >= 0 && len <= LIMIT_TEXT_BYTES;
}

static bool skip_number(const struct kind *kind, td_str *rest)
{
    int64_t value;
    return str_int(str_word(rest), kind->low, kind->high, &value);
}

static bool skip_part(const struct kind *kind, enum part part, bool fact, td_str *rest)
{
    td_str word;
    switch (part) {
    case PART_WORD: return mark_word(rest, &word);
    case PART_NUMBER: return skip_number(kind, rest);
    case PART_TEXT: return skip_text(rest);
    case PART_MAY_TEXT: return rest->len == 0 || skip_text(rest);
    case PART_FACT: return fact ? mark_word(rest, &word) : skip_text(rest);
    case PART_END: break;
    }
    return false;
}

static bool is_fitting(const struct kind *kind, td_str rest)
{
    td_str peek = rest;
    bool fact = str_is(str_word(&peek), "fact");
    for (const unsigned char *part = kind->parts; *part != PART_END; part++)
        if (!skip_part(kind, (enum part) * part, fact, &rest))
            return false;
    return rest.len == 0;
}

/* Of another version's marks all we ask is that they keep to their line and to UTF-8. */
static bool is_clean(td_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7F)
            return false;
    return utf8_valid_prefix(text) == text.len;
}

enum mark_check mark_parse(td_str line, struct mark *ret)
{
    struct mark mark = {0};
    if (!is_clean(line) || !seat_find(str_word(&line), &mark.seat) || !mark_word(&line, &mark.kind))
        return MARK_BAD;
    mark.rest = line;
    const struct kind *kind = find_kind(mark.kind);
    if (kind && !is_fitting(kind, line))
        return MARK_BAD;
    *ret = mark;
    return kind ? MARK_GOOD : MARK_UNKNOWN_KIND;
}
