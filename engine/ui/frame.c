/* frame.c - the two lists of a screen and how they grow. */
#include "ui.h"

#include <assert.h>

enum { FIRST_ROOM = 64 };

void ui_start(struct ui *ui, struct arena *arena, struct ui_measure measure, int32_t width, int32_t height,
              int32_t text_size, bool contrast)
{
    *ui = (struct ui){.arena = arena, .measure = measure, .width = width, .height = height, .text_size = text_size};
    ui->theme = contrast ? ui_theme_contrast() : ui_theme_plain();
    int32_t by_height = height * 1000 / 720, by_width = width * 1000 / 960;
    ui->scale = by_height < by_width ? by_height : by_width;
    ui->scroll_now = -1;
    ui->clip = (struct ui_rect){0, 0, width, height};
}

int32_t ui_u(const struct ui *ui, int32_t units)
{
    return (units * ui->scale + 500) / 1000;
}

int32_t ui_t(const struct ui *ui, int32_t units)
{
    return (units * ui->scale * ui->text_size / 100 + 500) / 1000;
}

bool ui_same(struct ui_action a, struct ui_action b)
{
    return a.kind == b.kind && a.a == b.a && a.b == b.b;
}

bool ui_inside(struct ui_rect r, int32_t x, int32_t y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

static int32_t least(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

static int32_t most(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

struct ui_rect ui_meet(struct ui_rect a, struct ui_rect b)
{
    int32_t x = most(a.x, b.x), y = most(a.y, b.y);
    int32_t right = least(a.x + a.w, b.x + b.w), bottom = least(a.y + a.h, b.y + b.h);
    return (struct ui_rect){x, y, most(0, right - x), most(0, bottom - y)};
}

/* --- parts ------------------------------------------------------------------------------------------ */

int ui_node(struct ui *ui, enum ui_role role, td_str name, struct ui_rect rect, struct ui_action action)
{
    if (ui->node_count == ui->node_room) {
        int room = ui->node_room ? 2 * ui->node_room : FIRST_ROOM;
        struct ui_node *grown = arena_new(ui->arena, struct ui_node, (size_t)room);
        if (ui->node_count > 0)
            memcpy(grown, ui->nodes, (size_t)ui->node_count * sizeof *grown);
        ui->nodes = grown;
        ui->node_room = room;
    }
    ui->nodes[ui->node_count] = (struct ui_node){.role = role,
                                                 .name = name,
                                                 .rect = rect,
                                                 .clip = ui->clip,
                                                 .action = action,
                                                 .depth = ui->depth,
                                                 .scroll = ui->scroll_now};
    return ui->node_count++;
}

int ui_enter(struct ui *ui, enum ui_role role, td_str name, struct ui_rect rect)
{
    int node = ui_node(ui, role, name, rect, (struct ui_action){0, 0, 0});
    ui->depth++;
    return node;
}

void ui_leave(struct ui *ui)
{
    assert(ui->depth > 0);
    ui->depth--;
}

void ui_key(struct ui *ui, int node, char key)
{
    ui->nodes[node].key = key;
}

void ui_set(struct ui *ui, int node, unsigned state)
{
    ui->nodes[node].state |= state;
}

void ui_hint(struct ui *ui, int node, td_str hint)
{
    ui->nodes[node].hint = hint;
}

bool ui_is_focus(const struct ui *ui, struct ui_action action)
{
    return action.kind != 0 && ui->focus_shown && ui_same(ui->focus, action);
}

bool ui_is_hover(const struct ui *ui, struct ui_action action)
{
    return action.kind != 0 && ui_same(ui->hover, action);
}

/* --- what to draw ----------------------------------------------------------------------------------- */

struct ui_op *ui_op(struct ui *ui, enum ui_op_kind kind, struct ui_rect rect)
{
    if (ui->op_count == ui->op_room) {
        int room = ui->op_room ? 2 * ui->op_room : FIRST_ROOM;
        struct ui_op *grown = arena_new(ui->arena, struct ui_op, (size_t)room);
        if (ui->op_count > 0)
            memcpy(grown, ui->ops, (size_t)ui->op_count * sizeof *grown);
        ui->ops = grown;
        ui->op_room = room;
    }
    struct ui_op *op = &ui->ops[ui->op_count++];
    *op = (struct ui_op){.kind = kind, .rect = rect};
    return op;
}

void ui_edge_box(struct ui *ui, struct ui_rect rect, int32_t radius, pen_rgba fill, pen_rgba edge, int32_t width)
{
    struct ui_op *op = ui_op(ui, OP_BOX, rect);
    op->radius = ui_u(ui, radius);
    op->fill = fill;
    op->edge = edge;
    op->width = width;
}

void ui_box(struct ui *ui, struct ui_rect rect, int32_t radius, pen_rgba fill)
{
    ui_edge_box(ui, rect, radius, fill, 0, 0);
}

void ui_shade(struct ui *ui, struct ui_rect rect, bool vertical, pen_rgba from, pen_rgba to)
{
    struct ui_op *op = ui_op(ui, OP_SHADE, rect);
    op->vertical = vertical;
    op->fill = from;
    op->edge = to;
}

void ui_dot(struct ui *ui, int32_t x, int32_t y, int32_t radius, pen_rgba fill, pen_rgba edge, int32_t width)
{
    struct ui_op *op = ui_op(ui, OP_DOT, (struct ui_rect){x - radius, y - radius, 2 * radius, 2 * radius});
    op->fill = fill;
    op->edge = edge;
    op->width = width;
}

void ui_line(struct ui *ui, const struct ui_rect *points, int count, int32_t width, pen_rgba colour, bool dashed)
{
    struct ui_op *op = ui_op(ui, OP_LINE, (struct ui_rect){0, 0, 0, 0});
    struct ui_rect *own = arena_new(ui->arena, struct ui_rect, (size_t)count);
    if (count > 0)
        memcpy(own, points, (size_t)count * sizeof *own);
    op->points = own;
    op->point_count = count;
    op->width = width;
    op->fill = colour;
    op->dashed = dashed;
}

void ui_clip(struct ui *ui, struct ui_rect rect)
{
    ui_op(ui, OP_CLIP, rect);
    ui->clip = ui_meet(ui->clip, rect);
}

void ui_unclip(struct ui *ui)
{
    ui_op(ui, OP_UNCLIP, (struct ui_rect){0, 0, 0, 0});
    ui->clip = (struct ui_rect){0, 0, ui->width, ui->height};
}

/* --- scroll areas ----------------------------------------------------------------------------------- */

int32_t ui_scroll_start(struct ui *ui, struct ui_rect view)
{
    assert(ui->scroll_count < UI_SCROLLS && ui->scroll_now < 0);
    ui->scroll_now = ui->scroll_count++;
    ui->scrolls[ui->scroll_now] =
        (struct ui_scroll){.view = view, .clip_op = ui->op_count, .first_node = ui->node_count};
    ui_clip(ui, view);
    return ui->offset[ui->scroll_now];
}

static void scroll_bar(struct ui *ui, const struct ui_scroll *s, int32_t offset)
{
    int32_t span = s->content - s->view.h, bar = s->view.h * s->view.h / s->content;
    int32_t wide = ui_u(ui, ui->text_size > 140 ? 7 : 4), x = s->view.x + s->view.w - wide;
    if (bar < ui_u(ui, 24))
        bar = ui_u(ui, 24);
    int32_t y = s->view.y + (s->view.h - bar) * offset / span;
    ui_box(ui, (struct ui_rect){x, y, wide, bar}, 2, ui->theme.second);
}

/* An arrow at the lower edge: a part like others, so that neither a wheel nor a key for it is needed. */
static void scroll_arrow(struct ui *ui, const struct ui_scroll *s, bool more)
{
    int32_t half = ui_u(ui, 7), w = s->view.w - ui_u(ui, 10), x = s->view.x + w / 2, low = s->view.y + s->view.h,
            y = low - ui_u(ui, 6);
    struct ui_action action = {ui->page.kind, ui->scroll_now, 0};
    struct ui_rect spot = {x - ui_u(ui, 22), low - ui_u(ui, 21), ui_u(ui, 44), ui_u(ui, 20)};
    bool on = ui_is_focus(ui, action) || ui_is_hover(ui, action);
    if (!action.kind || (!more && !on)) /* at its end an area is only gone back from where somebody stands there */
        return;
    if (on)
        ui_edge_box(ui, spot, 8, ui->theme.raised, ui->theme.text, ui_u(ui, 2));
    int32_t tip = more ? y : y - half, foot = more ? y - half : y;
    const struct ui_rect arrow[] = {{x - half, foot, 0, 0}, {x, tip, 0, 0}, {x + half, foot, 0, 0}};
    ui_line(ui, arrow, 3, ui_u(ui, 2), ui->theme.text, false);
    int node = ui_node(ui, ROLE_BUTTON, more ? ui->on_name : ui->back_name, spot, action);
    ui->nodes[node].scroll = -1; /* it stays where it is */
}

/* Below what goes on there is room for the arrow alone: it lies over no letters. */
static void leave_strip(struct ui *ui, struct ui_scroll *s)
{
    int32_t strip = ui_u(ui, 22), low;
    if (!ui->page.kind)
        return;
    s->strip = strip * 4 > s->view.h ? s->view.h / 4 : strip;
    low = s->view.y + s->view.h - s->strip;
    ui->ops[s->clip_op].rect.h -= s->strip;
    for (int i = s->first_node; i < ui->node_count; i++) {
        struct ui_rect *clip = &ui->nodes[i].clip;
        clip->h = most(0, least(clip->h, low - clip->y));
    }
}

/* What goes on beyond an edge fades out there. */
static void scroll_edges(struct ui *ui, struct ui_scroll *s, int32_t offset)
{
    int32_t fade = ui_u(ui, 26), w = s->view.w - ui_u(ui, 10), low;
    pen_rgba dark = ui->theme.contrast ? 0x000000ff : 0x0b1118a0, clear = dark & 0xffffff00;
    bool more = offset < s->content - s->view.h;
    if (more)
        leave_strip(ui, s);
    low = s->view.y + s->view.h - s->strip;
    if (fade * 4 > s->view.h)
        fade = s->view.h / 4;
    if (offset > 0)
        ui_shade(ui, (struct ui_rect){s->view.x, s->view.y, w, fade}, true, dark, clear);
    if (more)
        ui_shade(ui, (struct ui_rect){s->view.x, low - fade, w, fade}, true, clear, dark);
}

void ui_scroll_end(struct ui *ui, int32_t bottom)
{
    int now = ui->scroll_now;
    struct ui_scroll *s = &ui->scrolls[now];
    s->content = bottom + ui->offset[now] - s->view.y;
    int32_t span = most(0, s->content - s->view.h), offset = least(ui->offset[now], span);
    if (span > 0)
        scroll_edges(ui, s, offset);
    ui_unclip(ui);
    if (span > 0) {
        scroll_bar(ui, s, offset);
        scroll_arrow(ui, s, offset < span);
    }
    if (ui->offset[now] > span)
        ui->offset[now] = span; /* for the next layout */
    ui->scroll_now = -1;
}
