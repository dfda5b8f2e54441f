/* focus.c - who is next: the order of the tree, the nearest in a direction, the one under the mouse. */
#include "ui.h"

#include <stdlib.h>

static bool is_usable(const struct ui *ui, int i)
{
    return i >= ui->modal && ui->nodes[i].action.kind != 0 && !(ui->nodes[i].state & UI_OFF);
}

static int index_of(const struct ui *ui, struct ui_action action)
{
    for (int i = ui->modal; i < ui->node_count; i++)
        if (is_usable(ui, i) && ui_same(ui->nodes[i].action, action))
            return i;
    return -1;
}

struct ui_action ui_focus_step(const struct ui *ui, struct ui_action from, int step)
{
    int at = index_of(ui, from), count = ui->node_count;
    if (at < 0)
        at = step > 0 ? ui->modal - 1 : count;
    for (int tried = 0; tried <= count; tried++) {
        at += step;
        if (at >= count)
            at = ui->modal;
        if (at < ui->modal)
            at = count - 1;
        if (at >= 0 && at < count && is_usable(ui, at))
            return ui->nodes[at].action;
    }
    return (struct ui_action){0, 0, 0};
}

/* The way along the direction counts once, the way aside three times; negative: not in that direction. */
static int32_t distance(struct ui_rect from, struct ui_rect to, int dx, int dy)
{
    int32_t x = to.x + to.w / 2 - from.x - from.w / 2, y = to.y + to.h / 2 - from.y - from.h / 2;
    int32_t along = dx != 0 ? x * dx : y * dy, aside = abs(dx != 0 ? y : x);
    if (dy != 0 && to.x < from.x + from.w && from.x < to.x + to.w)
        aside = aside / 8;
    return along <= 0 ? -1 : along + 3 * aside;
}

struct ui_action ui_focus_toward(const struct ui *ui, struct ui_action from, int dx, int dy)
{
    int at = index_of(ui, from), found = -1;
    int32_t nearest = 0;
    if (at < 0)
        return ui_focus_step(ui, from, dx + dy > 0 ? 1 : -1);
    for (int i = ui->modal; i < ui->node_count; i++) {
        if (!is_usable(ui, i) || i == at)
            continue;
        int32_t away = distance(ui->nodes[at].rect, ui->nodes[i].rect, dx, dy);
        if (away >= 0 && (found < 0 || away < nearest)) {
            found = i;
            nearest = away;
        }
    }
    return found < 0 ? from : ui->nodes[found].action;
}

const struct ui_node *ui_find(const struct ui *ui, struct ui_action action)
{
    int at = index_of(ui, action);
    return at < 0 ? NULL : &ui->nodes[at];
}

const struct ui_node *ui_at(const struct ui *ui, int32_t x, int32_t y)
{
    for (int i = ui->node_count - 1; i >= ui->modal; i--)
        if (is_usable(ui, i) && ui_inside(ui->nodes[i].rect, x, y) && ui_inside(ui->nodes[i].clip, x, y))
            return &ui->nodes[i];
    return NULL;
}

bool ui_hover_at(const struct ui *ui, struct ui_action *hover, int32_t x, int32_t y)
{
    const struct ui_node *node = ui_at(ui, x, y);
    const struct ui_action action = node ? node->action : (struct ui_action){0};
    const bool changed = !ui_same(action, *hover);
    *hover = action;
    return changed;
}

int ui_scroll_at(const struct ui *ui, int32_t x, int32_t y)
{
    for (int i = ui->scroll_count - 1; i >= 0; i--)
        if (ui_inside(ui->scrolls[i].view, x, y))
            return i;
    return -1;
}

bool ui_scroll_by(const struct ui *ui, int32_t *offsets, int area, int32_t notches)
{
    const int32_t span = ui->scrolls[area].content - ui->scrolls[area].view.h, was = offsets[area];
    int32_t to = was - notches * ui_u(ui, 48);
    to = to > span ? span : to;
    to = to < 0 ? 0 : to;
    offsets[area] = to;
    return to != was;
}

const struct ui_node *ui_by_key(const struct ui *ui, char key)
{
    for (int i = ui->modal; i < ui->node_count; i++)
        if (is_usable(ui, i) && ui->nodes[i].key == key)
            return &ui->nodes[i];
    return NULL;
}

const struct ui_node *ui_first(const struct ui *ui)
{
    for (int i = ui->modal; i < ui->node_count; i++)
        if (is_usable(ui, i) && ui->nodes[i].state & UI_FIRST)
            return &ui->nodes[i];
    return NULL;
}

bool ui_reveal(struct ui *ui)
{
    const struct ui_node *node = ui_find(ui, ui->focus);
    if (!node || node->scroll < 0)
        return false;
    struct ui_rect view = ui->scrolls[node->scroll].view;
    view.h -= ui->scrolls[node->scroll].strip;
    int32_t *offset = &ui->offset[node->scroll], before = *offset;
    int32_t below = node->rect.y + node->rect.h - view.y - view.h, above = view.y - node->rect.y;
    if (below > 0) /* but its beginning is what is read first */
        *offset += below < -above ? below : -above;
    else if (above > 0)
        *offset -= above;
    if (*offset < 0)
        *offset = 0;
    return *offset != before;
}
