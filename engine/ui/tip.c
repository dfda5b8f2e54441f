/* tip.c - what a part is for, in a box above it while it has the pointer or the focus: a name of one word does not
 * tell a first-time learner what will happen.  The same words are read out with the part's name. */
#include "widgets.h"

/* The pointer says more of where somebody looks than a focus that was left somewhere. */
static const struct ui_node *told_about(const struct ui *ui)
{
    const struct ui_node *node = ui_find(ui, ui->hover);
    if ((!node || node->hint.len == 0) && ui->focus_shown)
        node = ui_find(ui, ui->focus);
    return node && node->hint.len > 0 ? node : NULL;
}

void draw_tip(struct page *p)
{
    struct ui *ui = p->ui;
    const struct ui_node *node = told_about(ui);
    struct ui_style style = style_of(UI_REGULAR, 14, 20, ui->theme.text);
    int32_t pad = ui_u(ui, 12), above = ui_u(ui, 8), most = ui_t(ui, 330), edge = ui_u(ui, 8);
    if (!node)
        return;
    int32_t w = ui_width(ui, style, node->hint);
    most = most > ui->width - 2 * (pad + edge) ? ui->width - 2 * (pad + edge) : most;
    w = w > most ? most : w;
    struct ui_rect rect = {node->rect.x, 0, w + 2 * pad, ui_para(ui, 0, 0, w, style, node->hint, false) + 2 * above};
    rect.x = rect.x + rect.w > ui->width - edge ? ui->width - edge - rect.w : rect.x;
    rect.y = node->rect.y - rect.h - edge;
    if (rect.y < edge)
        rect.y = node->rect.y + node->rect.h + edge;
    ui_edge_box(ui, rect, 9, ui->theme.contrast ? ui->theme.ground : 0x2a3946ff,
                ui->theme.contrast ? ui->theme.line : 0xffffff3d, ui_u(ui, 1));
    ui_para(ui, rect.x + pad, rect.y + above, w, style, node->hint, true);
}
