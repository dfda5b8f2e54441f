/* report_pdf_blocks.c - headings, sentences, lists and tables of the report, set in a column. */
#include "report_pdf_parts.h"

static const struct pdf_type body = {FACE_REGULAR, 9.6, 13.6, INK_TEXT};
static const struct pdf_type small = {FACE_REGULAR, 8.4, 11.8, INK_SECOND};
static const struct pdf_type lead = {FACE_REGULAR, 11, 15.4, INK_TEXT};
static const struct pdf_type title = {FACE_BOLD, 21, 26, INK_TEXT};
static const struct pdf_type heading = {FACE_BOLD, 13.5, 18, INK_TEXT};
static const struct pdf_type quote = {FACE_ITALIC, 11.5, 16.5, INK_TEXT};

enum { KEEP = 54, GUTTER = 10 }; /* what a heading keeps beside it; points between columns */

static const struct pdf_type *type_of(const struct doc *doc)
{
    if (doc->style == STYLE_TITLE)
        return &title;
    if (doc->style == STYLE_LEAD)
        return &lead;
    return doc->style == STYLE_SMALL ? &small : &body;
}

static void set(struct sheet *s, td_str text, const struct pdf_type *type)
{
    const struct pdf_span span = {text, type->face, type->ink};
    type_flow(s, &span, 1, type);
}

static void set_labelled(struct sheet *s, const struct doc *doc, const struct pdf_type *type)
{
    const struct pdf_span spans[] = {{doc->label, FACE_SEMIBOLD, type->ink}, {doc->text, type->face, type->ink}};
    type_flow(s, spans, 2, type);
}

/* --- sentences ------------------------------------------------------------------------------------------------ */

/* A line that announces what stands below it, and says nothing by itself. */
static bool announces(const struct doc *doc)
{
    const struct doc *next = doc->next;
    if (next == NULL || doc->kind != DOC_TEXT)
        return false;
    return doc->text.len == 0 ||
           (doc->style == STYLE_LEAD && next->kind != DOC_TEXT && next->kind != DOC_SECTION && next->kind != DOC_FOOT);
}

static double beginning(struct sheet *s, const struct doc *doc);

static void put_text(struct sheet *s, const struct doc *doc)
{
    if (doc->text.len == 0 && doc->label.len == 0)
        return;
    if (announces(doc))
        sheet_need(s, beginning(s, doc));
    bool is_title = doc->style == STYLE_TITLE;
    sheet_tag(s, is_title ? "H1" : "P");
    set_labelled(s, doc, type_of(doc));
    sheet_untag(s);
    sheet_gap(s, 4);
}

static void put_quote(struct sheet *s, const struct doc *doc)
{
    sheet_need(s, 2 * quote.lead);
    sheet_bar(s, INK_ACCENT);
    sheet_tag(s, "BlockQuote");
    set(s, doc->text, &quote);
    sheet_untag(s);
    sheet_unbar(s);
    sheet_gap(s, 7);
}

static void put_notice(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type type = {FACE_SEMIBOLD, 9.6, 13.6, INK_TEXT};
    sheet_bar(s, INK_WARN);
    sheet_tag(s, "P");
    set(s, doc->text, &type);
    sheet_untag(s);
    sheet_unbar(s);
    sheet_gap(s, 6);
}

static void put_figure(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type big = {FACE_BOLD, 30, 36, INK_TEXT};
    sheet_need(s, big.lead);
    sheet_tag(s, "P");
    double baseline = s->y + 28;
    double x = s->left + type_put(s, doc->text, &big, s->left, baseline) + 6;
    x += type_put(s, doc->alt, &body, x, baseline) + 4;
    const struct pdf_type strong = {FACE_SEMIBOLD, 11, 15, INK_TEXT};
    type_put(s, doc->label, &strong, x, baseline);
    sheet_untag(s);
    sheet_advance(s, big.lead + 2);
}

/* --- lists ------------------------------------------------------------------------------------------------------ */

enum { INDENT = 13 };

static void put_item(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type *type = type_of(doc);
    sheet_need(s, type->lead);
    sheet_tag(s, "LI");
    double middle = s->y + type->lead * 0.5;
    if (doc->style >= STYLE_STRONG)
        pdf_mark(s, doc->style, s->left + 5, middle, 6.5);
    else
        pdf_mark(s, STYLE_EVEN, s->left + 5, middle, 6.5);
    s->left += INDENT;
    s->column -= INDENT;
    sheet_tag(s, "LBody");
    set_labelled(s, doc, type);
    sheet_untag(s);
    s->left -= INDENT;
    s->column += INDENT;
    sheet_untag(s);
    sheet_gap(s, 2.5);
}

static void put_list(struct sheet *s, const struct doc *doc)
{
    sheet_tag(s, "L");
    for (const struct doc *item = doc->first; item != NULL; item = item->next)
        put_item(s, item);
    sheet_untag(s);
    sheet_gap(s, 4);
}

/* The name on the left, what it says on the right. */
static void put_term(struct sheet *s, const struct doc *doc)
{
    enum { NAME = 112 };
    const struct pdf_type name = {FACE_REGULAR, 8.6, 13.6, INK_SECOND};
    double left = s->left, column = s->column;
    sheet_need(s, 2 * body.lead);
    sheet_tag(s, "LI");
    sheet_tag(s, "Lbl"); /* not shown */
    double y = s->y;
    int bars = s->bars;
    s->bars = 0; /* drawn once, beside the right-hand side */
    s->column = NAME - GUTTER;
    set(s, doc->label, &name);
    double under = s->y;
    s->bars = bars;
    sheet_untag(s);
    s->y = y;
    int page = s->page;
    s->left = left + NAME;
    s->column = column - NAME;
    sheet_tag(s, "LBody");
    set(s, doc->text, &body);
    sheet_untag(s);
    sheet_untag(s);
    s->left = left;
    s->column = column;
    if (s->page == page && s->y < under)
        sheet_advance(s, under - s->y);
    sheet_gap(s, 2);
}

static void put_terms(struct sheet *s, const struct doc *doc)
{
    sheet_tag(s, "L");
    for (const struct doc *item = doc->first; item != NULL; item = item->next)
        put_term(s, item);
    sheet_untag(s);
    sheet_gap(s, 3);
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

enum { COLUMNS = 24 };

static int count_cells(const struct doc *row)
{
    int count = 0;
    for (const struct doc *cell = row->first; cell != NULL && count < COLUMNS; cell = cell->next)
        count++;
    return count;
}

static struct pdf_type cell_type(const struct doc *cell, bool head, int columns)
{
    struct pdf_type type = columns > 10 ? (struct pdf_type){FACE_REGULAR, 6.2, 8.6, INK_TEXT}
                                        : (struct pdf_type){FACE_REGULAR, 8.6, 12, INK_TEXT};
    if (head)
        type.face = FACE_SEMIBOLD;
    if (cell->style >= STYLE_STRONG)
        type.ink = pdf_style_ink(cell->style);
    return type;
}

/* The longest word of a cell in points, with the mark before it and the gap after it. */
static double word_room(struct sheet *s, const struct doc *cell, bool head, int columns)
{
    const struct pdf_type type = cell_type(cell, head, columns);
    td_str rest = cell->text;
    double most = 0;
    while (rest.len > 0) {
        double width = type_width(s, str_word(&rest), type.face, type.size);
        most = width > most ? width : most;
    }
    return most + (columns > 10 ? 3 : GUTTER) + (cell->style >= STYLE_STRONG ? INDENT : 0) + 1;
}

/* A column of a form that waits for somebody to write in it. */
static bool is_empty_column(const struct doc *table, int column)
{
    for (const struct doc *row = table->first; row != NULL; row = row->next) {
        const struct doc *cell = row == table->first ? NULL : row->first;
        for (int i = 0; i < column && cell != NULL; i++)
            cell = cell->next;
        if (cell != NULL && cell->text.len > 0)
            return false;
    }
    return true;
}

/* What a column cannot be narrower than without breaking a word, and its share of what is left. */
static void measure_columns(struct sheet *s, const struct doc *table, double least[COLUMNS], double letters[COLUMNS])
{
    int count = count_cells(table->first);
    double most = count > 10 ? 10 : count > 5 ? 36 : 72; /* many columns: heads are broken before figures are */
    for (const struct doc *row = table->first; row != NULL; row = row->next) {
        int i = 0;
        for (const struct doc *cell = row->first; cell != NULL && i < count; cell = cell->next, i++) {
            double said = (double)utf8_count(cell->text);
            said = said < 5 ? 5 : said > most ? most : said;
            letters[i] = said > letters[i] ? said : letters[i];
            double room = word_room(s, cell, row == table->first, count);
            least[i] = room > least[i] ? room : least[i];
        }
    }
    for (int i = 0; i < count && table->count > 0; i++)
        letters[i] = is_empty_column(table, i) ? 2 * letters[i] : letters[i];
}

/* Wider where more is said, within bounds; a word is not broken if it can be helped. */
static void share_widths(struct sheet *s, const struct doc *table, double widths[COLUMNS])
{
    double least[COLUMNS] = {0}, letters[COLUMNS] = {0}, sum = 0, taken = 0;
    int count = count_cells(table->first);
    measure_columns(s, table, least, letters);
    for (int i = 0; i < count; i++) {
        sum += letters[i];
        taken += least[i];
    }
    bool fits = taken < s->column && count <= 10;
    for (int i = 0; i < count; i++)
        widths[i] = fits ? least[i] + letters[i] / sum * (s->column - taken) : letters[i] / sum * s->column;
}

static double row_height(struct sheet *s, const struct doc *row, const double *widths, bool head, int columns)
{
    double column = s->column, most = 0;
    int i = 0;
    for (const struct doc *cell = row->first; cell != NULL && i < columns; cell = cell->next, i++) {
        struct pdf_type type = cell_type(cell, head, columns);
        const struct pdf_span span = {cell->text, type.face, type.ink};
        s->column = widths[i] - (columns > 10 ? 3 : GUTTER);
        double height = type_height(s, &span, 1, &type);
        most = height > most ? height : most;
    }
    s->column = column;
    return most + 5;
}

/* The same with the lines of room that are left to write in. */
static double row_room(struct sheet *s, const struct doc *row, const double *widths, bool head, int columns,
                       int32_t room)
{
    enum { ROOM = 19 };
    double height = row_height(s, row, widths, head, columns);
    return !head && height < room * ROOM ? room * ROOM : height;
}

static void put_cell(struct sheet *s, const struct doc *cell, bool head, int columns)
{
    struct pdf_type type = cell_type(cell, head, columns);
    sheet_tag(s, head ? "TH" : "TD");
    if (cell->style >= STYLE_STRONG) {
        pdf_mark(s, cell->style, s->left + 4, s->y + type.lead / 2, 5.5);
        s->left += INDENT;
        s->column -= INDENT;
    }
    set(s, cell->text, &type);
    if (cell->style >= STYLE_STRONG) {
        s->left -= INDENT;
        s->column += INDENT;
    }
    sheet_untag(s);
}

/* The uprights of a form, so that each cell is seen before anything stands in it. */
static void put_uprights(struct sheet *s, const double *widths, int columns, double top)
{
    double x = s->left;
    sheet_ink(s, INK_LINE);
    for (int i = 0; i + 1 < columns; i++) {
        x += widths[i];
        cairo_rectangle(s->cr, x - GUTTER / 2.0, top - 2.5, 0.5, s->y - top);
        cairo_fill(s->cr);
    }
}

static void put_row(struct sheet *s, const struct doc *row, const double *widths, bool head, int columns, int32_t room)
{
    double left = s->left, column = s->column;
    double height = row_room(s, row, widths, head, columns, room);
    sheet_need(s, height);
    double y = s->y;
    int i = 0;
    sheet_tag(s, "TR");
    for (const struct doc *cell = row->first; cell != NULL && i < columns; cell = cell->next, i++) {
        s->y = y;
        s->column = widths[i] - (columns > 10 ? 3 : GUTTER);
        put_cell(s, cell, head, columns);
        s->left += widths[i];
    }
    sheet_untag(s);
    s->left = left;
    s->column = column;
    s->y = y;
    sheet_advance(s, height);
    sheet_ink(s, head ? INK_SECOND : INK_LINE);
    cairo_rectangle(s->cr, s->left, s->y - 2.5, s->column, head ? 0.9 : 0.5);
    cairo_fill(s->cr);
    if (room > 0)
        put_uprights(s, widths, columns, y);
}

static void put_table(struct sheet *s, const struct doc *doc)
{
    double widths[COLUMNS] = {0};
    if (doc->first == NULL)
        return;
    share_widths(s, doc, widths);
    int columns = count_cells(doc->first);
    sheet_need(s, KEEP);
    sheet_tag(s, "Table");   /* not shown */
    sheet_tag(s, "Caption"); /* not shown */
    set(s, doc->text, &small);
    sheet_untag(s);
    put_row(s, doc->first, widths, true, columns, doc->count);
    for (const struct doc *row = doc->first->next; row != NULL; row = row->next) {
        int page = s->page;
        sheet_need(s, row_room(s, row, widths, false, columns, doc->count));
        if (s->page != page)
            put_row(s, doc->first, widths, true, columns, doc->count); /* the heads again, on the new page */
        put_row(s, row, widths, false, columns, doc->count);
    }
    sheet_untag(s);
    sheet_gap(s, 8);
}

/* --- lines to write on --------------------------------------------------------------------------------------------- */

static void put_lines(struct sheet *s, const struct doc *doc)
{
    enum { APART = 21 };
    sheet_need(s, body.lead + 2 * APART);
    sheet_tag(s, "P");
    set(s, doc->text, &body);
    sheet_untag(s);
    for (int32_t i = 0; i < doc->count; i++) {
        sheet_need(s, APART);
        sheet_advance(s, APART);
        sheet_ink(s, INK_SECOND);
        cairo_rectangle(s->cr, s->left, s->y - 1, s->column, 0.5);
        cairo_fill(s->cr);
    }
    sheet_gap(s, 8);
}

/* --- cards to cut out ----------------------------------------------------------------------------------------------- */

/* Where to cut: halves across, and as many rows as it takes. */
static void put_cut_lines(struct sheet *s, int rows)
{
    static const double dash[] = {4, 4};
    sheet_ink(s, INK_SECOND);
    cairo_set_line_width(s->cr, 0.6);
    cairo_set_dash(s->cr, dash, 2, 0);
    cairo_move_to(s->cr, s->width / 2, 0);
    cairo_line_to(s->cr, s->width / 2, s->height);
    for (int i = 1; i < rows; i++) {
        cairo_move_to(s->cr, 0, s->height * i / rows);
        cairo_line_to(s->cr, s->width, s->height * i / rows);
    }
    cairo_stroke(s->cr);
    cairo_set_dash(s->cr, NULL, 0, 0);
}

static void put_cut(struct sheet *s, const struct doc *doc, double x, double y)
{
    const struct pdf_type big = {FACE_BOLD, 40, 48, INK_TEXT};
    const double left = s->left, column = s->column, inset = 34;
    sheet_tag(s, "P");
    s->left = x + inset;
    s->column = s->width / 2 - 2 * inset;
    s->y = y;
    set(s, doc->text, &big);
    set(s, doc->alt, &body);
    sheet_untag(s);
    s->left = left;
    s->column = column;
}

/* The whole of a page, edges and all: on A4 each of eight is an A7.  The heading stands on the page before. */
static void put_cuts(struct sheet *s, const struct doc *doc)
{
    const int rows = (doc->count + 1) / 2;
    const double row = s->height / rows;
    sheet_tag(s, "P");
    set(s, doc->label, &body);
    sheet_untag(s);
    sheet_new_page(s);
    put_cut_lines(s, rows);
    for (int32_t i = 0; i < doc->count; i++) {
        const int32_t across = i % 2, down = i / 2;
        put_cut(s, doc, across * s->width / 2, down * row + 42);
    }
    s->y = sheet_bottom(s);
}

/* --- charts ------------------------------------------------------------------------------------------------------- */

static void put_chart(struct sheet *s, const struct doc *doc)
{
    double height = s->column * doc->chart->height / doc->chart->width;
    sheet_need(s, height + 2 * small.lead);
    sheet_tag(s, "Figure"); /* not shown */
    pdf_chart(s, doc->chart, s->left, s->y, s->column);
    sheet_untag(s);
    sheet_advance(s, height + 5);
    sheet_tag(s, "Caption"); /* not shown */
    const struct pdf_span spans[] = {{doc->text, FACE_SEMIBOLD, INK_TEXT}, {doc->alt, FACE_REGULAR, INK_SECOND}};
    type_flow(s, spans, 2, &small);
    sheet_untag(s);
    sheet_gap(s, 6);
}

/* --- parts of the page ---------------------------------------------------------------------------------------------- */

static void put_mast(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type of = {FACE_REGULAR, 10, 16, INK_SECOND};
    const struct pdf_span spans[] = {{doc->label, FACE_SEMIBOLD, INK_ACCENT}, {doc->alt, FACE_REGULAR, INK_SECOND}};
    double column = s->column;
    if (doc->chart != NULL) {
        enum { EMBLEM = 84 };
        sheet_tag(s, "Figure"); /* not shown */
        pdf_chart(s, doc->chart, s->left + s->column - EMBLEM, s->y, EMBLEM);
        sheet_untag(s);
        s->column -= EMBLEM + 2 * GUTTER;
    }
    sheet_tag(s, "P");
    type_flow(s, spans, 2, &of);
    sheet_untag(s);
    pdf_blocks(s, doc);
    s->column = column;
    sheet_ink(s, INK_ACCENT);
    cairo_rectangle(s->cr, s->left, s->y + 2, s->column, 2.4);
    cairo_fill(s->cr);
    sheet_advance(s, 8);
}

static double table_beginning(struct sheet *s, const struct doc *table)
{
    double widths[COLUMNS] = {0};
    if (table->first == NULL)
        return 0;
    share_widths(s, table, widths);
    const int columns = count_cells(table->first);
    const struct doc *row = table->first->next;
    return 2 * small.lead + row_room(s, table->first, widths, true, columns, table->count) +
           (row == NULL ? 0 : row_room(s, row, widths, false, columns, table->count));
}

static double text_height(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type *type = type_of(doc);
    const struct pdf_span spans[] = {{doc->label, FACE_SEMIBOLD, type->ink}, {doc->text, type->face, type->ink}};
    return type_height(s, spans, 2, type);
}

/* How much of it has to stand together, so that nothing is left alone at the foot of a page. */
static double beginning(struct sheet *s, const struct doc *doc)
{
    const double most = (sheet_bottom(s) - s->margin) * 0.6;
    double height = KEEP;
    if (doc == NULL)
        return 0;
    if (doc->kind == DOC_CHART)
        height = s->column * doc->chart->height / doc->chart->width + 2 * small.lead;
    if (doc->kind == DOC_TABLE)
        height = table_beginning(s, doc);
    if (doc->kind == DOC_LIST && doc->first != NULL)
        height = text_height(s, doc->first) + 4;
    if (doc->kind == DOC_TEXT)
        height = text_height(s, doc) + 4 + (announces(doc) ? beginning(s, doc->next) : 0);
    return height < most ? height : most;
}

static void put_section(struct sheet *s, const struct doc *doc)
{
    if (doc->page)
        sheet_new_page(s);
    sheet_gap(s, 14);
    const double below = beginning(s, doc->first);
    sheet_need(s, heading.lead + 4 + (below > KEEP ? below : KEEP));
    sheet_tag(s, "Sect"); /* not shown */
    sheet_tag(s, "H2");
    set(s, doc->text, &heading);
    sheet_untag(s);
    sheet_gap(s, 4);
    pdf_blocks(s, doc);
    sheet_untag(s);
}

/* Kept whole where its beginning would stand alone at the foot of a page. */
static void put_card(struct sheet *s, const struct doc *doc)
{
    const struct pdf_type name = {FACE_SEMIBOLD, 10.4, 14.4, INK_TEXT};
    const struct pdf_type badge = {FACE_SEMIBOLD, 8.8, 13, pdf_style_ink(doc->style)};
    sheet_gap(s, 6);
    sheet_need(s, 170);
    sheet_bar(s, pdf_style_ink(doc->style));
    sheet_tag(s, "Sect"); /* not shown */
    sheet_tag(s, "H3");
    set(s, doc->text, &name);
    sheet_untag(s);
    pdf_mark(s, doc->style, s->left + 4, s->y + badge.lead / 2, 6.5);
    s->left += INDENT;
    sheet_tag(s, "P");
    set(s, doc->label, &badge);
    sheet_untag(s);
    s->left -= INDENT;
    pdf_blocks(s, doc);
    sheet_untag(s);
    sheet_unbar(s);
    sheet_gap(s, 6);
}

/* On paper nothing is folded away. */
static void put_fold(struct sheet *s, const struct doc *doc)
{
    enum { WHEN = 40 };
    const struct pdf_type line = {FACE_SEMIBOLD, 10, 14, INK_TEXT};
    const struct pdf_type badge = {FACE_SEMIBOLD, 8.8, 13, pdf_style_ink(doc->style)};
    double indent = doc->label.len > 0 ? WHEN : 0;
    sheet_gap(s, 7);
    sheet_need(s, KEEP + 20);
    sheet_ink(s, INK_LINE);
    cairo_rectangle(s->cr, s->left, s->y - 3, s->column, 0.5);
    cairo_fill(s->cr);
    sheet_tag(s, "H3");
    if (indent > 0)
        type_put(s, doc->label, &small, s->left, s->y + line.lead * 0.5 + line.size * 0.36);
    s->left += indent;
    s->column -= indent;
    set(s, doc->text, &line);
    sheet_untag(s);
    if (doc->alt.len > 0) {
        pdf_mark(s, doc->style, s->left + 4, s->y + badge.lead / 2, 6.5);
        s->left += INDENT;
        s->column -= INDENT;
        sheet_tag(s, "P");
        set(s, doc->alt, &badge);
        sheet_untag(s);
        s->left -= INDENT;
        s->column += INDENT;
    }
    sheet_gap(s, 3);
    pdf_blocks(s, doc);
    s->left -= indent;
    s->column += indent;
}

/* Kept whole: two lines of it on a page of their own would be lost. */
static void put_foot(struct sheet *s, const struct doc *doc)
{
    double height = 22;
    for (const struct doc *text = doc->first; text != NULL; text = text->next)
        height += text_height(s, text) + 4;
    sheet_gap(s, 14);
    sheet_need(s, height < sheet_bottom(s) / 2 ? height : 0);
    sheet_ink(s, INK_SECOND);
    cairo_rectangle(s->cr, s->left, s->y, s->column, 0.7);
    cairo_fill(s->cr);
    sheet_advance(s, 8);
    pdf_blocks(s, doc);
}

static void put(struct sheet *s, const struct doc *doc)
{
    switch (doc->kind) {
    case DOC_MAST: put_mast(s, doc); return;
    case DOC_SECTION: put_section(s, doc); return;
    case DOC_CARD: put_card(s, doc); return;
    case DOC_FOLD: put_fold(s, doc); return;
    case DOC_FOOT: put_foot(s, doc); return;
    case DOC_TEXT: put_text(s, doc); return;
    case DOC_QUOTE: put_quote(s, doc); return;
    case DOC_NOTICE: put_notice(s, doc); return;
    case DOC_FIGURE: put_figure(s, doc); return;
    case DOC_LIST: put_list(s, doc); return;
    case DOC_TERMS: put_terms(s, doc); return;
    case DOC_TABLE: put_table(s, doc); return;
    case DOC_CHART: put_chart(s, doc); return;
    case DOC_LINES: put_lines(s, doc); return;
    case DOC_CUTS: put_cuts(s, doc); return;
    case DOC_LINK: /* leads nowhere on paper: all of it follows */
    case DOC_ROOT:
    case DOC_ROW:
    case DOC_CELL: return;
    }
}

void pdf_blocks(struct sheet *s, const struct doc *doc)
{
    for (const struct doc *child = doc->first; child != NULL; child = child->next)
        put(s, child);
}
