/* csv_cells.c - RFC 4180: commas, CRLF, quotes doubled.
 * What a person typed or an author wrote may begin with a sign that a spreadsheet takes for a formula; such a text
 * gets an apostrophe before it, and is then read as text. */
#include "csv_cells.h"

static bool is_formula(td_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (td_str){text.ptr + 1, text.len - 1};
    if (text.len == 0)
        return false;
    static const char signs[] = "=+-@\t\r\n|%";
    return strchr(signs, text.ptr[0]) != NULL;
}

void csv_next(struct csv *c)
{
    if (c->begun)
        w_char(c->w, ',');
    c->begun = true;
}

void csv_text(struct csv *c, td_str text)
{
    csv_next(c);
    w_char(c->w, '"');
    if (is_formula(text))
        w_char(c->w, '\'');
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"')
            w_char(c->w, '"');
        if (text.ptr[i] != '\0')
            w_char(c->w, text.ptr[i]);
    }
    w_char(c->w, '"');
}

void csv_int(struct csv *c, int64_t value)
{
    csv_next(c);
    w_int(c->w, value);
}

/* Empty where there is none. */
void csv_maybe(struct csv *c, int64_t value)
{
    csv_next(c);
    if (value != NONE)
        w_int(c->w, value);
}

void csv_end(struct csv *c)
{
    w_text(c->w, "\r\n");
    c->begun = false;
}
