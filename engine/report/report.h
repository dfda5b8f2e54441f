/* report.h - the debrief as something to keep: one tree of headings, sentences, tables and charts, written as HTML
 * here and as PDF in front/; and the decisions as a table for a spreadsheet.
 * Order of the page (engine/MODEL.md 7.4): what went well, the curve, what turned it, one's own view, the person's own
 * voice, what to do next; behind these, for looking things up, the whole talk in a table, what was seen and what was
 * so, the score; and last, in the long form, every decision with all that can be said of it. */
#ifndef TD_REPORT_REPORT_H
#define TD_REPORT_REPORT_H

#include "debrief.h"
#include "doc.h"

/* What the page is made from, and what was wrong with it. */
struct report_about {
    const td_journal *journal;
    struct replay_report replay; /* what trace_build() said */
};

/* The whole report in the language of words.  Memory of the arena; borrows everything it is given. */
struct doc *report_build(struct arena *arena, const td_debrief *debrief, const struct words *words,
                         const struct report_about *about);

/* A page that is whole by itself: no script, nothing fetched, charts within.  For a screen, light and dark, and for
 * paper, A4 and Letter, in black and white too. */
void html_write(struct writer *w, const struct doc *root);
/* The same words as plain text, a chart by what it says. */
void text_write(struct writer *w, const struct doc *doc);
/* doc: one chart, as inline SVG; number makes its ids unique in the page. */
void svg_write(struct writer *w, const struct doc *doc, int number);
/* Text between tags, and in an attribute. */
void html_text(struct writer *w, td_str text);
/* The style sheet, rule by rule; ends with NULL. */
extern const char *const html_style[];

/* One row for each decision, a head row before them (RFC 4180).  A text that a spreadsheet would take for a formula
 * gets an apostrophe before it; columns of numbers hold nothing but numbers. */
void csv_write(struct writer *w, const td_debrief *debrief, const struct words *words,
               const struct report_about *about);

#endif
