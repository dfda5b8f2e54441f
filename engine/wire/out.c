/* out.c - JSON written as it comes. */
#include "out.h"

void out_next(struct writer *w)
{
    char last = w->len > 0 ? w->ptr[w->len - 1] : '{';
    if (last != '{' && last != '[' && last != ':')
        w_char(w, ',');
}

void out_key(struct writer *w, const char *key)
{
    out_next(w);
    w_json(w, str_of(key));
    w_char(w, ':');
}

/* In an object the key, in a list only the comma. */
static void out_place(struct writer *w, const char *key)
{
    if (key)
        out_key(w, key);
    else
        out_next(w);
}

void out_open(struct writer *w, const char *key, char bracket)
{
    out_place(w, key);
    w_char(w, bracket);
}

void out_close(struct writer *w, char bracket)
{
    w_char(w, bracket);
}

void out_int(struct writer *w, const char *key, int64_t value)
{
    out_place(w, key);
    w_int(w, value);
}

void out_bool(struct writer *w, const char *key, bool value)
{
    out_key(w, key);
    w_text(w, value ? "true" : "false");
}

void out_text(struct writer *w, const char *key, td_str value)
{
    out_place(w, key);
    w_json(w, value);
}

void out_may_text(struct writer *w, const char *key, td_str value)
{
    if (value.len > 0)
        out_text(w, key, value);
}
