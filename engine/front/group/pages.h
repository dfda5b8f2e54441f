/* pages.h - the pages of a room as HTML: whole and usable without any script.
 * A voter can join, read, vote and stop with them alone; a script then makes the same page live. */
#ifndef TD_FRONT_PAGES_H
#define TD_FRONT_PAGES_H

#include "words.h"

/* What every page has. */
struct page {
    const struct words *words;
    td_str title;   /* of the scenario */
    td_str refusal; /* a code to be said on top, or empty */
    bool pictures;
    bool kept; /* of this room something may be saved when it is over */
};

void page_join(struct writer *w, const struct page *page, td_str code);
void page_pin(struct writer *w, const struct page *page);
/* view: as the room gives it for this seat. */
void page_room(struct writer *w, const struct page *page, td_str view);
void page_console(struct writer *w, const struct page *page);
/* Instead of the projector's page, for whoever may not project this room: it was another one's. */
void page_over(struct writer *w, const struct page *page);
/* address: what people type, "192.168.4.20:8080". */
void page_screen(struct writer *w, const struct page *page, td_str address);

#endif
