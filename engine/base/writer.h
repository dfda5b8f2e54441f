/* writer.h - text that grows, in an arena.
 * printf is not offered: join the calls below, and the result is the same under every locale. */
#ifndef TD_BASE_WRITER_H
#define TD_BASE_WRITER_H

#include "arena.h"

struct writer {
    struct arena *arena;
    char *ptr;
    size_t len;
    size_t size;
};

/* Takes no memory yet.  The arena must outlive the text and must not be rewound past the writer. */
void writer_init(struct writer *w, struct arena *a);
/* What was written so far, good until the next w_ call; in the arena. */
td_str writer_str(const struct writer *w);
void w_str(struct writer *w, td_str text);
void w_text(struct writer *w, const char *terminated);
void w_char(struct writer *w, char c);
void w_int(struct writer *w, int64_t value);    /* decimal */
void w_hex64(struct writer *w, uint64_t value); /* 16 lower-case digits */
/* A JSON string with its quotes, escaped.  Bytes that are not UTF-8 become U+FFFD: the output is
 * valid JSON whatever comes in. */
void w_json(struct writer *w, td_str text);
/* What JSON needs before a value: the comma behind whatever stands before it in the same brackets, none behind a key;
 * with a name, the key as well (name NULL: an item of an array, here and below).  The text must have been begun with a
 * bracket by this writer. */
void w_json_item(struct writer *w);
void w_json_key(struct writer *w, const char *name);
void w_json_open(struct writer *w, const char *name, char bracket); /* it is closed with w_char() */
void w_json_int(struct writer *w, const char *name, int64_t value);
void w_json_bool(struct writer *w, const char *name, bool value);
void w_json_text(struct writer *w, const char *name, td_str value);
/* Nothing at all where there is no text. */
void w_json_may_text(struct writer *w, const char *name, td_str value);

#endif
