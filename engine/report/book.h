/* book.h - the report while it is made: where the next thing goes and what is said in it. */
#ifndef TD_REPORT_BOOK_H
#define TD_REPORT_BOOK_H

#include "items.h"
#include "report.h"

struct book {
    struct arena *arena;
    struct page page; /* its writer is for scratch */
    struct writer scratch;
    const td_debrief *debrief;
    const struct report_about *about;
};

const struct step *book_step(const struct book *b, int32_t i);
/* A sentence of the program, without a line end. */
td_str book_say(struct book *b, const char *id, const struct word_arg *args, int count);
td_str book_word(struct book *b, const char *id);
/* "head.name.tail" */
td_str book_named(struct book *b, const char *head, td_str name, const char *tail);
td_str book_number(struct book *b, int64_t value);
/* What the person is called. */
td_str book_subject(struct book *b);
/* “...” */
td_str book_quoted(struct book *b, td_str text);
/* What an item of a decision says, lines and all. */
td_str book_item(struct book *b, void (*item)(const struct page *, const struct step *), const struct step *step);
enum doc_style book_style(enum verdict verdict);
td_str book_verdict(struct book *b, enum verdict verdict);
/* One paragraph, or one for each line of text; the label stands before the first. */
struct doc *book_text(struct book *b, struct doc *parent, td_str text);
void book_lines(struct book *b, struct doc *parent, td_str label, td_str text);
/* A section with its heading from the words. */
struct doc *book_section(struct book *b, struct doc *parent, const char *id);
/* A row with cells; style of all of them. */
struct doc *book_row(struct book *b, struct doc *table, const td_str *cells, int count);
/* A table with its caption and the ids of its heads. */
struct doc *book_table(struct book *b, struct doc *parent, const char *caption, const char *const *heads, int count);

/* The sections, in the order of the page; each adds nothing where it has nothing to say. */
void book_mast(struct book *b, struct doc *root);
void book_strengths(struct book *b, struct doc *root);
void book_self(struct book *b, struct doc *root);
void book_curve(struct book *b, struct doc *root);
void book_turning(struct book *b, struct doc *root);
void book_glance(struct book *b, struct doc *root);
void book_decisions(struct book *b, struct doc *root);
void book_answers(struct book *b, struct doc *root);
void book_board(struct book *b, struct doc *root);
void book_score(struct book *b, struct doc *root);
void book_voice(struct book *b, struct doc *root);
void book_next(struct book *b, struct doc *root);
void book_foot(struct book *b, struct doc *root);

/* Charts. */
const struct chart *curve_chart(struct book *b);
const struct chart *relation_chart(struct book *b);
const struct chart *score_chart(struct book *b);
/* Five steps, filled as far as the two came together. */
const struct chart *stairs_chart(struct book *b);

#endif
