/* html.c - the tree as a page for a browser: headings in order, landmarks with names, nothing but HTML and CSS. */
#include "report.h"

struct html {
    struct writer *w;
    int charts, headings;
};

static void put_children(struct html *h, const struct doc *doc);

/* What could change how the rest is read (controls, turns of direction) is dropped. */
static bool is_harmful(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

void html_text(struct writer *w, td_str text)
{
    while (text.len > 0) {
        td_str here = text;
        uint32_t c = utf8_next(&text);
        if (c == '&')
            w_text(w, "&amp;");
        else if (c == '<')
            w_text(w, "&lt;");
        else if (c == '>')
            w_text(w, "&gt;");
        else if (c == '"')
            w_text(w, "&quot;");
        else if (c == '\n')
            w_text(w, "<br>");
        else if (c == 0xFFFD)
            w_text(w, "\xef\xbf\xbd");
        else if (!is_harmful(c))
            w_str(w, (td_str){here.ptr, (size_t)(text.ptr - here.ptr)});
    }
}

static const char *style_class(enum doc_style style)
{
    static const char *const names[STYLE_COUNT] = {"",       "lead",     "small", "number",  "title",
                                                   "strong", "workable", "weak",  "harmful", "even"};
    return names[style];
}

static void open_tag(struct html *h, const char *tag, const char *class, enum doc_style style)
{
    const char *look = style_class(style);
    w_char(h->w, '<');
    w_text(h->w, tag);
    if (class[0] != '\0' || look[0] != '\0') {
        w_text(h->w, " class=\"");
        w_text(h->w, class);
        if (class[0] != '\0' && look[0] != '\0')
            w_char(h->w, ' ');
        w_text(h->w, look);
        w_char(h->w, '"');
    }
    w_char(h->w, '>');
}

static void close_tag(struct html *h, const char *tag)
{
    w_text(h->w, "</");
    w_text(h->w, tag);
    w_text(h->w, ">\n");
}

static void element(struct html *h, const char *tag, const char *class, enum doc_style style, td_str text)
{
    open_tag(h, tag, class, style);
    html_text(h->w, text);
    close_tag(h, tag);
}

/* The shape of a verdict; the word beside it says the same. */
static void put_mark(struct html *h, enum doc_style style)
{
    static const char *const shapes[] = {
        "<circle cx=\"6\" cy=\"6\" r=\"5\"/>",
        "<circle cx=\"6\" cy=\"6\" r=\"4\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        "<path d=\"M6 1l5.5 10h-11z\"/>",
        "<path d=\"M2 2l8 8m0-8l-8 8\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.6\"/>",
        "<circle cx=\"6\" cy=\"6\" r=\"2.4\"/>",
    };
    if (style < STYLE_STRONG)
        return;
    w_text(h->w, "<svg class=\"mark\" viewBox=\"0 0 12 12\" aria-hidden=\"true\" focusable=\"false\">");
    w_text(h->w, shapes[style - STYLE_STRONG]);
    w_text(h->w, "</svg>");
}

static void put_label(struct html *h, const struct doc *doc)
{
    if (doc->label.len == 0)
        return;
    w_text(h->w, "<strong>");
    html_text(h->w, doc->label);
    w_text(h->w, "</strong> ");
}

static void put_text(struct html *h, const struct doc *doc, const char *tag)
{
    if (doc->style == STYLE_TITLE)
        tag = "h1";
    open_tag(h, tag, "", doc->style == STYLE_TITLE ? STYLE_PLAIN : doc->style);
    put_mark(h, doc->style);
    put_label(h, doc);
    html_text(h->w, doc->text);
    close_tag(h, tag);
}

static void put_link(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<p class=\"more\"><a href=\"#");
    html_text(h->w, doc->id);
    w_text(h->w, "\">");
    html_text(h->w, doc->text);
    w_text(h->w, "</a></p>\n");
}

static void put_mast(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<header class=\"mast\"><div class=\"inner\">\n<p class=\"of\"><strong>");
    html_text(h->w, doc->label);
    w_text(h->w, "</strong> ");
    html_text(h->w, doc->alt);
    w_text(h->w, "</p>\n");
    if (doc->chart != NULL) {
        struct doc emblem = *doc;
        emblem.alt = doc->text;
        w_text(h->w, "<div class=\"stairs\">");
        svg_write(h->w, &emblem, ++h->charts);
        w_text(h->w, "</div>\n");
    }
    put_children(h, doc);
    w_text(h->w, "</div></header>\n<main>\n");
}

/* Where links to this part lead. */
static void put_place(struct html *h, const struct doc *doc)
{
    if (doc->id.len == 0)
        return;
    w_text(h->w, "<span id=\"");
    html_text(h->w, doc->id);
    w_text(h->w, "\"></span>");
}

static void put_section(struct html *h, const struct doc *doc)
{
    int number = ++h->headings;
    w_text(h->w, doc->page        ? "<section class=\"page\" aria-labelledby=\"h"
                 : doc->long_form ? "<section class=\"long\" aria-labelledby=\"h"
                                  : "<section aria-labelledby=\"h");
    w_int(h->w, number);
    w_text(h->w, "\">\n<h2 id=\"h");
    w_int(h->w, number);
    w_text(h->w, "\">");
    html_text(h->w, doc->text);
    w_text(h->w, "</h2>\n");
    put_place(h, doc);
    put_children(h, doc);
    w_text(h->w, "</section>\n");
}

static void put_card(struct html *h, const struct doc *doc)
{
    open_tag(h, "article", "card", doc->style);
    element(h, "h3", "", STYLE_PLAIN, doc->text);
    open_tag(h, "p", "badge", doc->style);
    put_mark(h, doc->style);
    html_text(h->w, doc->label);
    close_tag(h, "p");
    put_children(h, doc);
    close_tag(h, "article");
}

static void put_fold(struct html *h, const struct doc *doc)
{
    w_text(h->w, doc->long_form ? "<details class=\"long\"><summary>" : "<details><summary>");
    if (doc->label.len > 0)
        element(h, "span", "when", STYLE_PLAIN, doc->label);
    element(h, "span", "what", STYLE_PLAIN, doc->text);
    if (doc->alt.len > 0) {
        open_tag(h, "span", "badge", doc->style);
        put_mark(h, doc->style);
        html_text(h->w, doc->alt);
        close_tag(h, "span");
    }
    w_text(h->w, "</summary>\n<div");
    if (doc->id.len > 0) {
        w_text(h->w, " id=\"");
        html_text(h->w, doc->id);
        w_char(h->w, '"');
    }
    w_text(h->w, " class=\"inside\">\n");
    put_children(h, doc);
    w_text(h->w, "</div></details>\n");
}

static void put_figure(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<p class=\"figure\"><span class=\"big\">");
    html_text(h->w, doc->text);
    w_text(h->w, "</span> ");
    html_text(h->w, doc->alt);
    w_text(h->w, " <strong>");
    html_text(h->w, doc->label);
    w_text(h->w, "</strong></p>\n");
}

static void put_list(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<ul>\n");
    for (const struct doc *item = doc->first; item != NULL; item = item->next)
        put_text(h, item, "li");
    w_text(h->w, "</ul>\n");
}

static void put_terms(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<dl>\n");
    for (const struct doc *item = doc->first; item != NULL; item = item->next) {
        w_text(h->w, "<div>");
        element(h, "dt", "", STYLE_PLAIN, item->label);
        element(h, "dd", "", item->style, item->text);
        w_text(h->w, "</div>\n");
    }
    w_text(h->w, "</dl>\n");
}

/* What may be wider than a narrow window scrolls by itself, and can be reached by keys. */
static void open_wide(struct html *h, td_str name)
{
    w_text(h->w, "<div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"");
    html_text(h->w, name);
    w_text(h->w, "\">");
}

static void put_row(struct html *h, const struct doc *row, bool head)
{
    w_text(h->w, "<tr>");
    for (const struct doc *cell = row->first; cell != NULL; cell = cell->next) {
        const char *tag = head || cell == row->first ? "th" : "td";
        if (head || cell == row->first) {
            w_text(h->w, head ? "<th scope=\"col\">" : "<th scope=\"row\">");
        } else {
            open_tag(h, tag, "", cell->style);
            put_mark(h, cell->style);
        }
        html_text(h->w, cell->text);
        close_tag(h, tag);
    }
    w_text(h->w, "</tr>\n");
}

static void put_table(struct html *h, const struct doc *doc)
{
    open_wide(h, doc->text);
    w_text(h->w, doc->count > 1   ? "<table class=\"form tall\">\n"
                 : doc->count > 0 ? "<table class=\"form\">\n"
                                  : "<table>\n");
    element(h, "caption", "", STYLE_PLAIN, doc->text);
    for (const struct doc *row = doc->first; row != NULL; row = row->next) {
        if (row == doc->first)
            w_text(h->w, "<thead>");
        put_row(h, row, row == doc->first);
        if (row == doc->first)
            w_text(h->w, "</thead><tbody>\n");
    }
    w_text(h->w, "</tbody></table></div>\n");
}

static void put_chart(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<figure>");
    open_wide(h, doc->text);
    svg_write(h->w, doc, ++h->charts);
    w_text(h->w, "</div>\n<figcaption><strong>");
    html_text(h->w, doc->text);
    w_text(h->w, "</strong> ");
    html_text(h->w, doc->alt);
    w_text(h->w, "</figcaption></figure>\n");
}

static void put_lines(struct html *h, const struct doc *doc)
{
    element(h, "p", "", doc->style, doc->text);
    w_text(h->w, "<div class=\"lines\" aria-hidden=\"true\">");
    for (int32_t i = 0; i < doc->count; i++)
        w_text(h->w, "<i></i>");
    w_text(h->w, "</div>\n");
}

static void put_notice(struct html *h, const struct doc *doc)
{
    w_text(h->w, "<p class=\"notice\" role=\"note\">");
    put_mark(h, STYLE_WEAK);
    html_text(h->w, doc->text);
    w_text(h->w, "</p>\n");
}

static void put_foot(struct html *h, const struct doc *doc)
{
    w_text(h->w, "</main>\n<footer>\n");
    put_children(h, doc);
    w_text(h->w, "</footer>\n");
}

static void put_cuts(struct html *h, const struct doc *doc)
{
    element(h, "p", "", STYLE_SMALL, doc->label);
    w_text(h->w, "<ul class=\"cuts\">\n");
    for (int32_t i = 0; i < doc->count; i++) {
        w_text(h->w, "<li><b>");
        html_text(h->w, doc->text);
        w_text(h->w, "</b>");
        html_text(h->w, doc->alt);
        w_text(h->w, "</li>\n");
    }
    w_text(h->w, "</ul>\n");
}

static void put_doc(struct html *h, const struct doc *doc)
{
    switch (doc->kind) {
    case DOC_ROOT: break;
    case DOC_MAST: put_mast(h, doc); break;
    case DOC_SECTION: put_section(h, doc); break;
    case DOC_CARD: put_card(h, doc); break;
    case DOC_FOLD: put_fold(h, doc); break;
    case DOC_FOOT: put_foot(h, doc); break;
    case DOC_TEXT: put_text(h, doc, "p"); break;
    case DOC_LINK: put_link(h, doc); break;
    case DOC_QUOTE: element(h, "blockquote", "", doc->style, doc->text); break;
    case DOC_NOTICE: put_notice(h, doc); break;
    case DOC_FIGURE: put_figure(h, doc); break;
    case DOC_LIST: put_list(h, doc); break;
    case DOC_TERMS: put_terms(h, doc); break;
    case DOC_TABLE: put_table(h, doc); break;
    case DOC_CHART: put_chart(h, doc); break;
    case DOC_LINES: put_lines(h, doc); break;
    case DOC_CUTS: put_cuts(h, doc); break;
    case DOC_ROW:
    case DOC_CELL: break; /* of a table, which writes them */
    }
}

static void put_children(struct html *h, const struct doc *doc)
{
    for (const struct doc *child = doc->first; child != NULL; child = child->next)
        put_doc(h, child);
}

void html_write(struct writer *w, const struct doc *root)
{
    struct html h = {.w = w};
    w_text(w, "<!doctype html>\n<html lang=\"");
    html_text(w, root->alt);
    w_text(w, "\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
              "'unsafe-inline'\">\n<title>");
    html_text(w, root->text);
    w_text(w, "</title>\n<style>\n");
    for (const char *const *rule = html_style; *rule != NULL; rule++)
        w_text(w, *rule);
    w_text(w, "</style>\n</head>\n<body>\n");
    put_children(&h, root);
    w_text(w, "</body>\n</html>\n");
}
