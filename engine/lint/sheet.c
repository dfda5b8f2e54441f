/* sheet.c - the small pieces of the linter's pages. */
#include "sheet.h"

void lint_put_html(struct writer *w, td_str text)
{
    for (size_t i = 0; i < text.len; i++)
        switch (text.ptr[i]) {
        case '&': w_text(w, "&amp;"); break;
        case '<': w_text(w, "&lt;"); break;
        case '>': w_text(w, "&gt;"); break;
        case '"': w_text(w, "&quot;"); break;
        default: w_char(w, text.ptr[i]);
        }
}

td_str lint_share(struct arena *arena, int32_t part, int32_t whole)
{
    struct writer w;
    int64_t tenths = whole > 0 ? ((int64_t)part * 1000 + whole / 2) / whole : 0;
    writer_init(&w, arena);
    if (part > 0 && tenths < 10)
        w_text(&w, "<1");
    else
        w_int(&w, (tenths + 5) / 10);
    return writer_str(&w);
}

void sheet_raw(const struct sheet *p, const char *html)
{
    w_text(p->w, html);
}

td_str sheet_sentence(const struct sheet *p, const char *id, const struct word_arg *args, int count)
{
    return lint_say(p->arena, p->words, id, args, count);
}

void sheet_say(const struct sheet *p, const char *id, const struct word_arg *args, int count)
{
    lint_put_html(p->w, sheet_sentence(p, id, args, count));
}

void sheet_paragraph(const struct sheet *p, const char *id, const struct word_arg *args, int count)
{
    sheet_raw(p, "<p>");
    sheet_say(p, id, args, count);
    sheet_raw(p, "</p>\n");
}

void sheet_heading(const struct sheet *p, const char *id)
{
    sheet_raw(p, "<h2>");
    sheet_say(p, id, NULL, 0);
    sheet_raw(p, "</h2>\n");
}

void sheet_cell(const struct sheet *p, const char *tag, td_str text)
{
    sheet_raw(p, "<");
    sheet_raw(p, tag);
    sheet_raw(p, ">");
    lint_put_html(p->w, text);
    sheet_raw(p, tag[1] == 'h' ? "</th>" : "</td>");
}

void sheet_number_cell(const struct sheet *p, int64_t value)
{
    sheet_raw(p, "<td class=\"n\">");
    w_int(p->w, value);
    sheet_raw(p, "</td>");
}

void sheet_open_table(const struct sheet *p, const char *caption, const char *const *ids, int count)
{
    sheet_raw(p, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"");
    sheet_say(p, caption, NULL, 0);
    if (p->report != NULL) { /* the same table of several scenarios may stand on the page */
        w_text(p->w, ": ");
        lint_put_html(p->w, p->report->scenario->id);
    }
    sheet_raw(p, "\"><table><caption>");
    sheet_say(p, caption, NULL, 0);
    sheet_raw(p, "</caption>\n<thead><tr>");
    for (int i = 0; i < count; i++)
        sheet_cell(p, i == 0 ? "th scope=\"col\"" : "th scope=\"col\" class=\"n\"", sheet_sentence(p, ids[i], NULL, 0));
    sheet_raw(p, "</tr></thead>\n<tbody>\n");
}

void sheet_close_table(const struct sheet *p)
{
    sheet_raw(p, "</tbody></table></div>\n");
}
