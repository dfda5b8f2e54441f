/* write_page.h - text inside HTML, and shares as the page shows them.  Inside this module only. */
#ifndef TD_LINT_WRITE_PAGE_H
#define TD_LINT_WRITE_PAGE_H

#include "write.h"

/* Text as HTML and as the value of an attribute: nothing in it is read as a tag. */
void lint_put_html(struct writer *w, td_str text);
/* 0 to 100 of a whole, rounded; "<1" of what is there at all. */
td_str lint_share(struct arena *arena, int32_t part, int32_t whole);

#endif
