/* type.c - lines of text: measured, broken between words, cut with an ellipsis. */
#include "ui.h"

static int32_t fixed_width(void *context, enum ui_font font, int32_t px, td_str text)
{
    (void)context;
    (void)font;
    return (int32_t)utf8_count(text) * px / 2;
}

const struct ui_measure ui_measure_fixed = {fixed_width, NULL};

int32_t ui_width(const struct ui *ui, struct ui_style style, td_str text)
{
    return ui->measure.width(ui->measure.context, style.font, ui_t(ui, style.size), text);
}

/* Hebrew, Arabic and their neighbours, and the forms that are kept for old files. */
static bool is_from_right(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

static bool is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000) || c >= 0x3000;
}

bool ui_from_right(td_str text)
{
    while (text.len > 0) {
        uint32_t c = utf8_next(&text);
        if (is_from_right(c))
            return true;
        if (is_letter(c))
            return false;
    }
    return false;
}

static void put_text(struct ui *ui, struct ui_rect rect, struct ui_style style, td_str text, bool from_right)
{
    if (text.len == 0)
        return;
    struct ui_op *op = ui_op(ui, OP_TEXT, rect);
    op->font = style.font;
    op->size = ui_t(ui, style.size);
    op->fill = style.colour;
    op->text = text;
    op->from_right = from_right;
}

/* As much of text as fits, whole characters. */
static size_t fitting(const struct ui *ui, struct ui_style style, td_str text, int32_t width)
{
    size_t used = 0;
    while (used < text.len) {
        size_t step = utf8_size((td_str){text.ptr + used, text.len - used});
        step = step ? step : 1;
        if (ui_width(ui, style, (td_str){text.ptr, used + step}) > width)
            break;
        used += step;
    }
    return used;
}

static td_str shortened(struct ui *ui, struct ui_style style, td_str text, int32_t width)
{
    static const td_str dots = {"…", 3};
    if (ui_width(ui, style, text) <= width)
        return text;
    struct writer w;
    writer_init(&w, ui->arena);
    w_str(&w, (td_str){text.ptr, fitting(ui, style, text, width - ui_width(ui, style, dots))});
    w_str(&w, dots);
    return writer_str(&w);
}

void ui_label(struct ui *ui, struct ui_rect rect, struct ui_style style, td_str text, int align)
{
    td_str shown = shortened(ui, style, text, rect.w);
    int32_t wide = ui_width(ui, style, shown);
    if (align == 1)
        rect.x += (rect.w - wide) / 2;
    if (align == 2)
        rect.x += rect.w - wide;
    rect.w = wide;
    put_text(ui, rect, style, shown, ui_from_right(text));
}

/* --- paragraphs --------------------------------------------------------------------------------------- */

static size_t word_end(td_str text, size_t from)
{
    while (from < text.len && text.ptr[from] == ' ')
        from++;
    while (from < text.len && text.ptr[from] != ' ' && text.ptr[from] != '\n')
        from++;
    return from;
}

/* The end of the first line: before a word that does not fit; a word too long for any line is cut. */
static size_t line_end(const struct ui *ui, struct ui_style style, td_str text, int32_t width)
{
    size_t end = word_end(text, 0);
    if (ui_width(ui, style, (td_str){text.ptr, end}) > width) {
        size_t cut = fitting(ui, style, (td_str){text.ptr, end}, width);
        return cut > 0 ? cut : end;
    }
    while (end < text.len && text.ptr[end] != '\n') {
        size_t next = word_end(text, end);
        if (ui_width(ui, style, (td_str){text.ptr, next}) > width)
            break;
        end = next;
    }
    return end;
}

static td_str skip_spaces(td_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (td_str){text.ptr + 1, text.len - 1};
    return text;
}

int32_t ui_para(struct ui *ui, int32_t x, int32_t y, int32_t width, struct ui_style style, td_str text, bool draw)
{
    int32_t leading = ui_t(ui, style.leading), top = y;
    bool from_right = draw && ui_from_right(text);
    while (text.len > 0) {
        text = skip_spaces(text);
        size_t end = line_end(ui, style, text, width);
        int32_t left = from_right ? x + width - ui_width(ui, style, (td_str){text.ptr, end}) : x;
        if (draw)
            put_text(ui, (struct ui_rect){left, y, width, leading}, style, (td_str){text.ptr, end}, from_right);
        y += end == 0 ? leading / 2 : leading;
        if (end < text.len && text.ptr[end] == '\n')
            end++;
        text = (td_str){text.ptr + end, text.len - end};
    }
    return y - top;
}

int32_t ui_text(struct ui *ui, enum ui_role role, int32_t x, int32_t y, int32_t width, struct ui_style style,
                td_str text)
{
    int32_t height = ui_para(ui, x, y, width, style, text, true);
    ui_node(ui, role, text, (struct ui_rect){x, y, width, height}, (struct ui_action){0, 0, 0});
    return height;
}
