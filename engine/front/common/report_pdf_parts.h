/* report_pdf_parts.h - what the files of the PDF writer share: the sheet they write on. */
#ifndef TD_FRONT_REPORT_PDF_PARTS_H
#define TD_FRONT_REPORT_PDF_PARTS_H

#include "report_pdf.h"

#include <cairo-pdf.h>
#include <cairo.h>

enum pdf_face { FACE_REGULAR, FACE_SEMIBOLD, FACE_BOLD, FACE_ITALIC, FACE_OTHER, FACE_COUNT };
enum pdf_ink {
    INK_TEXT,
    INK_SECOND,
    INK_LINE,
    INK_ACCENT,
    INK_GOOD,
    INK_WARN,
    INK_HARM,
    INK_OWN,
    INK_PAPER,
    INK_COUNT
};
enum { TAGS_DEEP = 12 };

struct pdf_type { /* how a text is set; sizes in points */
    enum pdf_face face;
    double size, lead;
    enum pdf_ink ink;
};

/* Where the next line goes.  Everything is set in a column; a bar may run beside it. */
struct sheet {
    struct arena *arena;
    struct arena scratch; /* for a line at a time */
    cairo_surface_t *surface;
    cairo_t *cr;
    struct type_faces *faces; /* FreeType's, known to report_pdf_type.c alone */
    cairo_font_face_t *fonts[FACE_COUNT];
    const struct doc *root;
    double width, height, margin; /* of the page */
    double left, column, y;       /* of the column now */
    int page, pages;              /* pages: 0 while they are counted */
    int bars;                     /* nested bars beside the column */
    double bar_at[4];
    enum pdf_ink bar_ink[4];
    const char *tags[TAGS_DEEP];
    int tag_count;
};

/* --- report_pdf.c: pages and structure */
void sheet_tag(struct sheet *s, const char *name);
void sheet_untag(struct sheet *s);
/* Room for so many points, or a new page. */
void sheet_need(struct sheet *s, double points);
/* A new page, unless this one is still empty. */
void sheet_new_page(struct sheet *s);
/* Goes down, drawing the bars on the way. */
void sheet_advance(struct sheet *s, double points);
void sheet_gap(struct sheet *s, double points);
void sheet_bar(struct sheet *s, enum pdf_ink ink);
void sheet_unbar(struct sheet *s);
double sheet_bottom(const struct sheet *s);
void sheet_ink(struct sheet *s, enum pdf_ink ink);

/* --- report_pdf_type.c: text */
struct pdf_span {
    td_str text;
    enum pdf_face face;
    enum pdf_ink ink;
};
/* The fonts of the folder; false if one is missing. */
bool type_open(struct sheet *s, const char *data);
void type_close(struct sheet *s);
double type_width(struct sheet *s, td_str text, enum pdf_face face, double size);
/* At a point, on one line; returns its width. */
double type_put(struct sheet *s, td_str text, const struct pdf_type *type, double x, double baseline);
/* Breaks the spans into lines of the column and sets them; may go over to the next page. */
void type_flow(struct sheet *s, const struct pdf_span *spans, int count, const struct pdf_type *type);
/* How high that would be. */
double type_height(struct sheet *s, const struct pdf_span *spans, int count, const struct pdf_type *type);

/* --- report_pdf_blocks.c */
void pdf_blocks(struct sheet *s, const struct doc *doc);

/* --- report_pdf_chart.c */
void pdf_chart(struct sheet *s, const struct chart *chart, double x, double y, double width);
/* The shape of a verdict. */
void pdf_mark(struct sheet *s, enum doc_style style, double x, double y, double size);
enum pdf_ink pdf_style_ink(enum doc_style style);

/* --- report_pdf_amend.c: what cairo has no call for.  Sets the language of the document, shows its title in the
 * window, and gives the figures, in order, their words.  bytes as they were if they are not as expected. */
td_str pdf_amend(struct arena *arena, td_str bytes, const struct doc *root);

#endif
