/* sheet.h - the small pieces of the linter's pages: escaped text, sentences, tables.  Inside this module only. */
#ifndef TD_LINT_SHEET_H
#define TD_LINT_SHEET_H

#include "write.h"

/* A page while it is written. */
struct sheet {
    struct writer *w;
    struct arena *arena;
    const struct words *words;
    const struct lint_report *report; /* that is on it; NULL outside of any */
    const struct lint_words *own;     /* the scenario's */
};

/* Text as HTML and as the value of an attribute: nothing in it is read as a tag. */
void lint_put_html(struct writer *w, td_str text);
/* 0 to 100 of a whole, rounded; "<1" of what is there at all. */
td_str lint_share(struct arena *arena, int32_t part, int32_t whole);

void sheet_raw(const struct sheet *p, const char *html);
td_str sheet_sentence(const struct sheet *p, const char *id, const struct word_arg *args, int count);
void sheet_say(const struct sheet *p, const char *id, const struct word_arg *args, int count); /* escaped */
void sheet_paragraph(const struct sheet *p, const char *id, const struct word_arg *args, int count);
void sheet_heading(const struct sheet *p, const char *id);
/* tag: "td" or "th" with its attributes. */
void sheet_cell(const struct sheet *p, const char *tag, td_str text);
void sheet_number_cell(const struct sheet *p, int64_t value);
/* A table's caption and its row of headings, the first for names and the others for numbers; it scrolls sideways in
 * a narrow window. */
void sheet_open_table(const struct sheet *p, const char *caption, const char *const *ids, int count);
void sheet_close_table(const struct sheet *p);
/* Whom one meets, as a table. */
void sheet_whom(const struct sheet *p, const struct lint_person *people, int count);

#endif
