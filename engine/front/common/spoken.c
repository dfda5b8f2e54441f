/* spoken.c - brackets out, and typography into what a voice makes of it. */
#include "spoken.h"

/* "[!!" and "!!]" enclose the pseudo-language. */
static bool is_mark(td_str line, size_t i)
{
    td_str rest = {line.ptr + i, line.len - i};
    return str_starts(rest, TD_STR("[!!")) || str_starts(rest, TD_STR("!!]"));
}

static void put_space(struct writer *w)
{
    if (w->len > 0 && w->ptr[w->len - 1] != ' ')
        w_char(w, ' ');
}

static td_str closed(struct writer *w)
{
    while (w->len > 0 && w->ptr[w->len - 1] == ' ')
        w->len--;
    td_str text = writer_str(w);
    return (td_str){arena_cstr(w->arena, text), text.len};
}

td_str spoken_of(struct arena *arena, td_str line)
{
    struct writer w;
    writer_init(&w, arena);
    bool direction = false;
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (is_mark(line, i)) {
            i += 2;
            continue;
        }
        if (c == '[' || c == ']') {
            direction = c == '[';
            put_space(&w);
        } else if (!direction && (c == ' ' || c == '\n' || c == '\t')) {
            put_space(&w);
        } else if (!direction) {
            w_char(&w, c);
        }
    }
    return closed(&w);
}

/* U+00C0 to U+017F, two letters where the sound needs them. */
static const char *bare_letter(uint32_t code)
{
    static const char *const latin1[] = {"A", "A", "A", "A", "A",  "A",  "Ae", "C", "E", "E", "E",  "E", "I",
                                         "I", "I", "I", "D", "N",  "O",  "O",  "O", "O", "O", "",   "O", "U",
                                         "U", "U", "U", "Y", "Th", "ss", "a",  "a", "a", "a", "a",  "a", "ae",
                                         "c", "e", "e", "e", "e",  "i",  "i",  "i", "i", "d", "n",  "o", "o",
                                         "o", "o", "o", "",  "o",  "u",  "u",  "u", "u", "y", "th", "y"};
    static const struct {
        uint32_t code;
        const char *text;
    } others[] = {{0x141, "L"},  {0x142, "l"},  {0x152, "Oe"}, {0x153, "oe"}, {0x160, "Sh"}, {0x161, "sh"},
                  {0x17b, "Z"},  {0x17c, "z"},  {0x144, "n"},  {0x15b, "sh"}, {0x107, "ch"}, {0x10d, "ch"},
                  {0x119, "en"}, {0x105, "on"}, {0x11f, "g"},  {0x131, "i"},  {0x17e, "zh"}};
    if (code >= 0xc0 && code <= 0xff)
        return latin1[code - 0xc0];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i].code == code)
            return others[i].text;
    return " ";
}

static const char *likeness(uint32_t code, bool last)
{
    switch (code) {
    case 0x2018:
    case 0x2019: return "'";
    case 0x2013:
    case 0x2014: return ", ";
    case 0x2026: return last ? "." : ", ";
    case 0xa3: return " pounds ";
    case 0x20ac: return " euros ";
    default: return bare_letter(code);
    }
}

td_str spoken_ascii(struct arena *arena, td_str spoken)
{
    struct writer w;
    writer_init(&w, arena);
    while (spoken.len > 0) {
        uint32_t code = utf8_next(&spoken);
        if (code == '"' || code == '<' || code == '>')
            continue;
        if (code > ' ' && code < 0x7f) {
            w_char(&w, (char)code);
            continue;
        }
        const char *text = code <= ' ' ? " " : likeness(code, spoken.len == 0);
        if (text[0] == ',' && w.len > 0 && w.ptr[w.len - 1] == ' ')
            w.len--;
        for (; *text; text++)
            *text == ' ' ? put_space(&w) : w_char(&w, *text);
    }
    return closed(&w);
}
