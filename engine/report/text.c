/* text.c - a document as plain text, for a terminal and for who listens to it: headings underlined, a table row by
 * row with the name of each column, a chart by its words. */
#include "report.h"

static void rule(struct writer *w, td_str text, char c)
{
    for (size_t i = utf8_count(text); i > 0; i--)
        w_char(w, c);
    w_char(w, '\n');
}

static void heading(struct writer *w, td_str text, char under)
{
    w_char(w, '\n');
    w_str(w, text);
    w_char(w, '\n');
    rule(w, text, under);
}

static void line(struct writer *w, const char *before, td_str label, td_str text)
{
    if (label.len == 0 && text.len == 0)
        return;
    w_text(w, before);
    w_str(w, label);
    if (label.len > 0 && text.len > 0)
        w_text(w, label.ptr[label.len - 1] == ':' ? " " : ": ");
    w_str(w, text);
    w_char(w, '\n');
}

static void put_row(struct writer *w, const struct doc *heads, const struct doc *row)
{
    const struct doc *head = heads->first;
    for (const struct doc *cell = row->first; cell != NULL; cell = cell->next) {
        if (cell == row->first)
            line(w, "- ", TD_STR(""), cell->text);
        else if (cell->text.len > 0)
            line(w, "    ", head != NULL ? head->text : TD_STR(""), cell->text);
        head = head != NULL ? head->next : NULL;
    }
}

static void put_table(struct writer *w, const struct doc *table)
{
    line(w, "", TD_STR(""), table->text);
    for (const struct doc *row = table->first != NULL ? table->first->next : NULL; row != NULL; row = row->next)
        put_row(w, table->first, row);
}

static void put_children(struct writer *w, const struct doc *doc)
{
    for (const struct doc *child = doc->first; child != NULL; child = child->next)
        text_write(w, child);
}

void text_write(struct writer *w, const struct doc *doc)
{
    switch (doc->kind) {
    case DOC_MAST: line(w, "", doc->label, doc->alt); break;
    case DOC_SECTION: heading(w, doc->text, '='); break;
    case DOC_CARD:
    case DOC_FOLD:
        heading(w, doc->text, '-');
        line(w, "", doc->label, doc->kind == DOC_FOLD ? doc->alt : TD_STR(""));
        break;
    case DOC_TEXT: line(w, doc->style == STYLE_TITLE ? "\n" : "", doc->label, doc->text); break;
    case DOC_QUOTE:
    case DOC_NOTICE: line(w, "", TD_STR(""), doc->text); break;
    case DOC_FIGURE: line(w, "", doc->label, doc->text); break;
    case DOC_LINES:
        line(w, "", TD_STR(""), doc->text);
        for (int32_t i = 0; i < doc->count; i++)
            w_text(w, "________________________________\n");
        return;
    case DOC_CUTS:
        line(w, "", TD_STR(""), doc->label);
        for (int32_t i = 0; i < doc->count; i++)
            line(w, "- ", doc->text, doc->alt);
        return;
    case DOC_CHART: line(w, "", doc->text, doc->alt); return;
    case DOC_TABLE: put_table(w, doc); return;
    case DOC_LIST:
    case DOC_TERMS:
        for (const struct doc *item = doc->first; item != NULL; item = item->next)
            line(w, "- ", item->label, item->text);
        return;
    case DOC_FOOT: w_char(w, '\n'); break;
    case DOC_ROOT:
    case DOC_LINK:
    case DOC_ROW:
    case DOC_CELL: break;
    }
    put_children(w, doc);
}
