/* items.h - what one decision gets (MODEL.md 7.3), item by item: each writes its sentences, with line ends. */
#ifndef TD_DEBRIEF_ITEMS_H
#define TD_DEBRIEF_ITEMS_H

#include "page.h"

/* What changed agitation, each share by itself; they sum to the change that the reader sees. */
enum { SHARES = 7 };
struct shares {
    const char *ids[SHARES]; /* "debrief.part.time" ... */
    int32_t points[SHARES];  /* of a hundred */
};
struct shares item_shares(const struct step *step);

void item_head(const struct page *p, const struct step *step);
void item_verdict(const struct page *p, const struct step *step);
/* The author's sentence about this moment first, then what lies behind it; never the same thing twice.
 * subject: what the person is called there. */
void item_reason(const struct page *p, int32_t at, td_str subject);
/* The same as it is read, sentence by sentence, without line ends; empty where there is none.  Where a line that is
 * no error by itself did poorly, what was so at this moment stands before what the line is in itself. */
enum { REASONS = 2 };
struct reasons {
    td_str text[REASONS];
};
struct reasons item_reasons(const struct page *p, int32_t at, td_str subject);
/* Of a line that cost something: what would have gone further, in one sentence. */
void item_instead(const struct page *p, const struct step *step);
/* The author's own sentence for the line, its places filled; empty where there is none. */
td_str item_author(const struct page *p, const struct step *step, td_str subject);
/* What the program adds to it, or says in its stead; without a line end.  Empty where it has nothing to add. */
td_str item_lesson(const struct page *p, int32_t at, td_str subject);
void item_definition(const struct page *p, const struct step *step);
void item_need(const struct page *p, const struct step *step);
void item_stage(const struct page *p, const struct step *step);
void item_cues(const struct page *p, const struct step *step);
void item_parts(const struct page *p, const struct step *step);
void item_alternatives(const struct page *p, const struct step *step);
/* Only the line that would have gone furthest, if it was another one. */
void item_best(const struct page *p, const struct step *step);

#endif
