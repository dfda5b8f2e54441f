/* svg.c - a chart as inline SVG: an image with a name and a description for who cannot see it.
 * Looks are classes; the page's style gives them colour, dashes and hatching. */
#include "report.h"

static void put_tenths(struct writer *w, const char *name, int32_t value)
{
    w_char(w, ' ');
    w_text(w, name);
    w_text(w, "=\"");
    w_int(w, value);
    w_char(w, '"');
}

static void put_class(struct writer *w, const struct chart_item *item)
{
    w_text(w, " class=\"c-");
    w_text(w, chart_role_name(item->role));
    w_char(w, '"');
}

static void put_line(struct writer *w, const struct chart_item *item)
{
    w_text(w, "<polyline");
    put_class(w, item);
    w_text(w, " points=\"");
    for (int i = 0; i < item->count; i++) {
        if (i > 0)
            w_char(w, ' ');
        w_int(w, item->points[i].x);
        w_char(w, ',');
        w_int(w, item->points[i].y);
    }
    w_text(w, "\"/>");
}

static void put_rect(struct writer *w, const struct chart_item *item)
{
    w_text(w, "<rect");
    put_tenths(w, "x", item->at.x);
    put_tenths(w, "y", item->at.y);
    put_tenths(w, "width", item->size.x);
    put_tenths(w, "height", item->size.y);
}

static bool is_step(enum chart_role role)
{
    return role >= ROLE_STAGE_0 && role <= ROLE_STAGE_4;
}

static void put_bar(struct writer *w, const struct chart_item *item, int number)
{
    put_rect(w, item);
    put_class(w, item);
    w_text(w, " rx=\"30\"/>");
    if (!is_step(item->role))
        return;
    put_rect(w, item); /* the same again, hatched: told apart without colour */
    w_text(w, " rx=\"30\" fill=\"url(#h");
    w_int(w, number);
    w_char(w, '-');
    w_int(w, item->role - ROLE_STAGE_0);
    w_text(w, ")\"/>");
}

static void put_word(struct writer *w, const struct chart_item *item)
{
    static const char *const anchors[] = {"start", "middle", "end"};
    w_text(w, "<text");
    put_class(w, item);
    put_tenths(w, "x", item->at.x);
    put_tenths(w, "y", item->at.y);
    w_text(w, " text-anchor=\"");
    w_text(w, anchors[item->anchor]);
    w_text(w, "\">");
    html_text(w, item->text);
    w_text(w, "</text>");
}

static void put_circle(struct writer *w, const struct chart_item *item, int32_t radius)
{
    w_text(w, "<circle");
    put_class(w, item);
    put_tenths(w, "cx", item->at.x);
    put_tenths(w, "cy", item->at.y);
    put_tenths(w, "r", radius);
    w_text(w, "/>");
}

static void put_path(struct writer *w, const struct chart_item *item, const char *path)
{
    w_text(w, "<path");
    put_class(w, item);
    w_text(w, " d=\"M");
    w_int(w, item->at.x);
    w_char(w, ' ');
    w_int(w, item->at.y);
    w_text(w, path);
    w_text(w, "\"/>");
}

static void put_symbol(struct writer *w, const struct chart_item *item)
{
    switch (item->symbol) {
    case SYMBOL_DISC:
    case SYMBOL_CIRCLE: put_circle(w, item, 50); return;
    case SYMBOL_DOT: put_circle(w, item, 26); return;
    case SYMBOL_RING: put_circle(w, item, 100); return;
    case SYMBOL_TRIANGLE: put_path(w, item, "m0-62 62 108h-124z"); return;
    case SYMBOL_CROSS: put_path(w, item, "m-48-48 96 96m0-96-96 96"); return;
    case SYMBOL_DIAMOND: put_path(w, item, "m0-78 62 78-62 78-62-78z"); return;
    }
}

/* Lines closer and closer from step to step. */
static void put_hatches(struct writer *w, int number)
{
    static const char *const gaps[] = {"160", "110", "80", "60", "44"};
    w_text(w, "<defs>");
    for (int i = 0; i < 5; i++) {
        w_text(w, "<pattern id=\"h");
        w_int(w, number);
        w_char(w, '-');
        w_int(w, i);
        w_text(w, "\" width=\"");
        w_text(w, gaps[i]);
        w_text(w, "\" height=\"");
        w_text(w, gaps[i]);
        w_text(w, "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                  "<path class=\"c-hatch\" d=\"M0 0v");
        w_text(w, gaps[i]);
        w_text(w, "\"/></pattern>");
    }
    w_text(w, "</defs>");
}

static void put_item(struct writer *w, const struct chart_item *item, int number)
{
    switch (item->shape) {
    case CHART_LINE: put_line(w, item); return;
    case CHART_BAR: put_bar(w, item, number); return;
    case CHART_WORD: put_word(w, item); return;
    case CHART_SYMBOL: put_symbol(w, item); return;
    }
}

static void put_name(struct writer *w, const char *tag, int number, td_str text)
{
    w_char(w, '<');
    w_text(w, tag);
    w_text(w, " id=\"svg-");
    w_text(w, tag);
    w_char(w, '-');
    w_int(w, number);
    w_text(w, "\">");
    html_text(w, text);
    w_text(w, "</");
    w_text(w, tag);
    w_char(w, '>');
}

void svg_write(struct writer *w, const struct doc *doc, int number)
{
    const struct chart *chart = doc->chart;
    w_text(w, "<svg role=\"img\" viewBox=\"0 0 ");
    w_int(w, chart->width);
    w_char(w, ' ');
    w_int(w, chart->height);
    w_text(w, "\" aria-labelledby=\"svg-title-");
    w_int(w, number);
    w_text(w, "\" aria-describedby=\"svg-desc-");
    w_int(w, number);
    w_text(w, "\">");
    put_name(w, "title", number, doc->text);
    put_name(w, "desc", number, doc->alt);
    put_hatches(w, number);
    for (int i = 0; i < chart->count; i++)
        put_item(w, &chart->items[i], number);
    w_text(w, "</svg>");
}
