/* report_pdf_chart.c - a chart on paper: the same shapes as on the page for the browser, with dashes, hatching and
 * symbols that a black-and-white printer keeps apart. */
#include "report_pdf_parts.h"

#include <math.h>

/* --- symbols, in a box of ten around the point ---------------------------------------------------------------- */

static void trace_symbol(cairo_t *cr, enum chart_symbol symbol)
{
    switch (symbol) {
    case SYMBOL_DISC:
    case SYMBOL_CIRCLE: cairo_arc(cr, 0, 0, 5, 0, 2 * M_PI); return;
    case SYMBOL_DOT: cairo_arc(cr, 0, 0, 2.4, 0, 2 * M_PI); return;
    case SYMBOL_RING: cairo_arc(cr, 0, 0, 10, 0, 2 * M_PI); return;
    case SYMBOL_TRIANGLE:
        cairo_move_to(cr, 0, -6);
        cairo_line_to(cr, 6, 4.6);
        cairo_line_to(cr, -6, 4.6);
        cairo_close_path(cr);
        return;
    case SYMBOL_CROSS:
        cairo_move_to(cr, -4.6, -4.6);
        cairo_line_to(cr, 4.6, 4.6);
        cairo_move_to(cr, 4.6, -4.6);
        cairo_line_to(cr, -4.6, 4.6);
        return;
    case SYMBOL_DIAMOND:
        cairo_move_to(cr, 0, -7.6);
        cairo_line_to(cr, 6, 0);
        cairo_line_to(cr, 0, 7.6);
        cairo_line_to(cr, -6, 0);
        cairo_close_path(cr);
        return;
    }
}

static void put_symbol(struct sheet *s, enum chart_symbol symbol, enum pdf_ink ink, double x, double y, double scale)
{
    bool open = symbol == SYMBOL_CIRCLE || symbol == SYMBOL_RING || symbol == SYMBOL_CROSS || symbol == SYMBOL_DIAMOND;
    cairo_save(s->cr);
    cairo_translate(s->cr, x, y);
    cairo_scale(s->cr, scale, scale);
    cairo_new_path(s->cr);
    trace_symbol(s->cr, symbol);
    if (symbol == SYMBOL_CIRCLE || symbol == SYMBOL_DIAMOND) {
        sheet_ink(s, INK_PAPER);
        cairo_fill_preserve(s->cr);
    }
    sheet_ink(s, ink);
    cairo_set_line_width(s->cr, symbol == SYMBOL_CROSS ? 2.8 : 2.2);
    cairo_set_line_cap(s->cr, CAIRO_LINE_CAP_ROUND);
    if (open)
        cairo_stroke(s->cr);
    else
        cairo_fill(s->cr);
    cairo_restore(s->cr);
}

enum pdf_ink pdf_style_ink(enum doc_style style)
{
    static const enum pdf_ink inks[] = {INK_GOOD, INK_GOOD, INK_WARN, INK_HARM, INK_SECOND};
    return style >= STYLE_STRONG && style < STYLE_COUNT ? inks[style - STYLE_STRONG] : INK_SECOND;
}

void pdf_mark(struct sheet *s, enum doc_style style, double x, double y, double size)
{
    static const enum chart_symbol symbols[] = {SYMBOL_DISC, SYMBOL_CIRCLE, SYMBOL_TRIANGLE, SYMBOL_CROSS, SYMBOL_DOT};
    if (style >= STYLE_STRONG)
        put_symbol(s, symbols[style - STYLE_STRONG], pdf_style_ink(style), x, y, size / 10);
}

/* --- roles ------------------------------------------------------------------------------------------------------ */

static enum pdf_ink ink_of(enum chart_role role)
{
    static const enum pdf_ink inks[ROLE_COUNT] = {INK_LINE, INK_SECOND, INK_TEXT,   INK_GOOD,  INK_GOOD, INK_ACCENT,
                                                  INK_GOOD, INK_OWN,    INK_LINE,   INK_GOOD,  INK_GOOD, INK_GOOD,
                                                  INK_GOOD, INK_GOOD,   INK_TEXT,   INK_TEXT,  INK_GOOD, INK_GOOD,
                                                  INK_WARN, INK_HARM,   INK_SECOND, INK_ACCENT};
    return inks[role];
}

struct frame {
    struct sheet *sheet;
    double x, y, scale; /* points for a unit of the chart */
};

static double x_of(const struct frame *f, int32_t x)
{
    return f->x + x * f->scale;
}

static double y_of(const struct frame *f, int32_t y)
{
    return f->y + y * f->scale;
}

static void put_line(const struct frame *f, const struct chart_item *item)
{
    static const double dashes[] = {5.5, 4}, long_dashes[] = {8, 4}, dots[] = {0.2, 4};
    cairo_t *cr = f->sheet->cr;
    bool grid = item->role == ROLE_GRID;
    cairo_save(cr);
    cairo_new_path(cr);
    for (int i = 0; i < item->count; i++)
        cairo_line_to(cr, x_of(f, item->points[i].x), y_of(f, item->points[i].y));
    if (item->role == ROLE_BETTER)
        cairo_set_dash(cr, dashes, 2, 0);
    if (item->role == ROLE_SECOND)
        cairo_set_dash(cr, long_dashes, 2, 0);
    if (item->role == ROLE_THIRD)
        cairo_set_dash(cr, dots, 2, 0);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, grid ? 0.5 : item->role == ROLE_REAL ? 1.7 : 1.4);
    sheet_ink(f->sheet, ink_of(item->role));
    cairo_stroke(cr);
    cairo_restore(cr);
}

/* The steps of the stairway: a pale ground, and lines closer from step to step. */
static void hatch(const struct frame *f, int step, double x, double y, double width, double height)
{
    static const double gaps[] = {9, 6.5, 4.8, 3.6, 2.7};
    static const unsigned char grounds[][3] = {
        {0xD3, 0xE4, 0xEA}, {0xCF, 0xE6, 0xE4}, {0xD3, 0xE8, 0xDA}, {0xE6, 0xE6, 0xC6}, {0xF2, 0xE0, 0xC2}};
    cairo_t *cr = f->sheet->cr;
    cairo_save(cr);
    cairo_rectangle(cr, x, y, width, height);
    cairo_set_source_rgb(cr, grounds[step][0] / 255.0, grounds[step][1] / 255.0, grounds[step][2] / 255.0);
    cairo_fill_preserve(cr);
    cairo_clip(cr);
    for (int line = 0; line * gaps[step] < width + height; line++) {
        double at = x - height + line * gaps[step];
        cairo_move_to(cr, at, y + height);
        cairo_line_to(cr, at + height, y);
    }
    cairo_set_line_width(cr, 0.35);
    cairo_set_source_rgba(cr, 0, 0, 0, 0.35);
    cairo_stroke(cr);
    cairo_restore(cr);
}

static void put_bar(const struct frame *f, const struct chart_item *item)
{
    double x = x_of(f, item->at.x), y = y_of(f, item->at.y), width = item->size.x * f->scale,
           height = item->size.y * f->scale;
    cairo_t *cr = f->sheet->cr;
    if (item->role >= ROLE_STAGE_0 && item->role <= ROLE_STAGE_4) {
        hatch(f, item->role - ROLE_STAGE_0, x, y, width, height);
        return;
    }
    sheet_ink(f->sheet, ink_of(item->role));
    cairo_rectangle(cr, x, y, width, height);
    if (item->role == ROLE_TRACK) {
        cairo_set_line_width(cr, 0.5);
        cairo_stroke(cr);
    } else {
        cairo_fill(cr);
    }
}

static void put_word(const struct frame *f, const struct chart_item *item)
{
    enum pdf_face face = item->role == ROLE_STEP_NAME || item->role == ROLE_TURNING ? FACE_SEMIBOLD : FACE_REGULAR;
    double size = (item->role == ROLE_LABEL ? 132 : 118) * f->scale;
    double width = type_width(f->sheet, item->text, face, size);
    double x = x_of(f, item->at.x), y = y_of(f, item->at.y);
    x -= item->anchor == ANCHOR_END ? width : item->anchor == ANCHOR_MIDDLE ? width / 2 : 0;
    struct pdf_type type = {face, size, size, item->role == ROLE_TURNING ? INK_TEXT : ink_of(item->role)};
    if (item->role == ROLE_STEP_NAME || item->role == ROLE_TURNING) { /* a clear ground under it */
        cairo_set_source_rgba(f->sheet->cr, 1, 1, 1, 0.8);
        cairo_rectangle(f->sheet->cr, x - 2, y - size * 0.85, width + 4, size * 1.1);
        cairo_fill(f->sheet->cr);
    }
    type_put(f->sheet, item->text, &type, x, y);
}

static void put_item(const struct frame *f, const struct chart_item *item)
{
    switch (item->shape) {
    case CHART_LINE: put_line(f, item); return;
    case CHART_BAR: put_bar(f, item); return;
    case CHART_WORD: put_word(f, item); return;
    case CHART_SYMBOL:
        put_symbol(f->sheet, item->symbol, ink_of(item->role), x_of(f, item->at.x), y_of(f, item->at.y), 10 * f->scale);
        return;
    }
}

void pdf_chart(struct sheet *s, const struct chart *chart, double x, double y, double width)
{
    struct frame f = {s, x, y, width / chart->width};
    for (int i = 0; i < chart->count; i++)
        put_item(&f, &chart->items[i]);
}
