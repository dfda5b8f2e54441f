/* doc.h - a page before it has a shape: headings, sentences, tables and charts in a tree.
 * One tree, many writers: HTML, and PDF in front/.  So no writer can say more than another. */
#ifndef TD_REPORT_DOC_H
#define TD_REPORT_DOC_H

#include "chart.h"

enum doc_kind {
    DOC_ROOT,    /* text: the title; alt: the language, "en" */
    DOC_MAST,    /* the head of the page: label and alt say of what, chart is its emblem; children */
    DOC_SECTION, /* text: its heading; children */
    DOC_CARD,    /* text: its heading; children: something to look at first */
    DOC_FOLD,    /* text: what is seen while it is folded; children.  Open on paper */
    DOC_FOOT,    /* the foot of the page; children */
    DOC_TEXT,    /* a paragraph; label: a few words before it */
    DOC_LINK,    /* text; id: the place on this page that it leads to */
    DOC_QUOTE,   /* somebody's own voice */
    DOC_NOTICE,  /* something is wrong with what this was made from */
    DOC_FIGURE,  /* one number with its unit: label, text, alt: the unit */
    DOC_LIST,    /* children: DOC_TEXT */
    DOC_TERMS,   /* children: DOC_TEXT with a label each */
    DOC_TABLE,   /* text: its caption; children: DOC_ROW, the first of them the heads */
    DOC_ROW,     /* children: DOC_CELL */
    DOC_CELL,
    DOC_LINES, /* count empty lines to write on; text: what is to be written, before them */
    DOC_CUTS,  /* a page to be cut into count equal cards: text large on each, alt small; label: what to do with them */
    DOC_CHART  /* chart; text: its title; alt: the same in words */
};

/* How a text is to be taken.  The verdicts have a shape and a word each, colour comes on top. */
enum doc_style {
    STYLE_PLAIN,
    STYLE_LEAD,   /* the sentence to read if only one is read */
    STYLE_SMALL,  /* beside the matter */
    STYLE_NUMBER, /* a cell of figures */
    STYLE_TITLE,
    STYLE_STRONG, /* the verdicts, in the order of enum verdict */
    STYLE_WORKABLE,
    STYLE_WEAK,
    STYLE_HARMFUL,
    STYLE_EVEN,
    STYLE_COUNT
};

struct doc {
    enum doc_kind kind;
    enum doc_style style;
    td_str label, text, alt;
    td_str id;      /* of a place others point to, or empty */
    int32_t count;  /* DOC_LINES, DOC_CUTS; DOC_TABLE: lines of room that each row leaves to write in */
    bool page;      /* DOC_SECTION: begins a new page on paper */
    bool long_form; /* for whoever wants all of it: left out on paper that is to be short */
    const struct chart *chart;
    struct doc *first, *last, *next;
};

struct doc *doc_new(struct arena *arena, enum doc_kind kind, td_str text);
/* Adds a new child at the end of parent and returns it. */
struct doc *doc_add(struct arena *arena, struct doc *parent, enum doc_kind kind, td_str text);

/* Takes what is long_form out of the tree. */
void doc_shorten(struct doc *root);

#endif
