/* harmless.c - goes through a text character by character. */
#include "harmless.h"

#include "writer.h"

#define REPLACEMENT "\xEF\xBF\xBD"

static bool is_harmless(uint32_t c)
{
    bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !direction;
}

static void put_valid(struct writer *w, td_str rest)
{
    while (rest.len > 0) {
        const char *start = rest.ptr;
        uint32_t c = utf8_next(&rest);
        w_str(w, is_harmless(c) ? (td_str){start, (size_t)(rest.ptr - start)} : TD_STR(REPLACEMENT));
    }
}

td_str harmless(struct arena *arena, td_str text)
{
    struct writer w;
    writer_init(&w, arena);
    for (;;) {
        size_t good = utf8_valid_prefix(text);
        put_valid(&w, (td_str){text.ptr, good});
        if (good == text.len)
            return writer_str(&w);
        w_text(&w, REPLACEMENT);
        text = (td_str){text.ptr + good + 1, text.len - good - 1};
    }
}
