/* write_html.c - the report as a page. */
#include "write.h"

void lint_write_html(struct writer *w, const struct lint_report *report, const td_texts *texts, const td_texts *source,
                     const struct words *words)
{
    (void)texts;
    (void)source;
    w_text(w, "<!doctype html>\n<meta charset=\"utf-8\">\n<pre>\n");
    lint_write_text(w, report, words, 0);
    w_text(w, "</pre>\n");
}
