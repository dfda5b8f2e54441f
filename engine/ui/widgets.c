/* widgets.c - buttons, segments, rows, bars: each draws itself and joins the tree. */
#include "widgets.h"

struct ui_style style_of(enum ui_font font, int32_t size, int32_t leading, pen_rgba colour)
{
    return (struct ui_style){font, size, leading, colour};
}

void focus_ring(struct page *p, struct ui_rect rect, int32_t radius, struct ui_action action)
{
    if (ui_is_focus(p->ui, action))
        ui_edge_box(p->ui, ui_inset(rect, -ui_u(p->ui, 4)), radius + 4, 0, p->ui->theme.text, ui_u(p->ui, 2));
}

/* --- buttons ------------------------------------------------------------------------------------------ */

static struct ui_style button_style(const struct page *p, enum button_look look)
{
    const struct ui_theme *t = &p->ui->theme;
    bool strong = look == BUTTON_FIRST || look == BUTTON_CHOSEN;
    return style_of(strong ? UI_SEMIBOLD : UI_REGULAR, 15, 22,
                    look == BUTTON_FIRST ? t->ink
                    : look == BUTTON_OFF ? t->second
                                         : t->text);
}

int32_t button_width(const struct page *p, td_str label, td_str hint)
{
    int32_t wide = ui_width(p->ui, button_style(p, BUTTON_FIRST), label) + 2 * ui_u(p->ui, hint.len > 0 ? 11 : 15);
    if (hint.len > 0)
        wide += ui_u(p->ui, 7) + ui_width(p->ui, style_of(UI_REGULAR, 13, 16, 0), hint);
    return wide;
}

int32_t button_height(const struct page *p)
{
    return ui_t(p->ui, 20) + 2 * ui_u(p->ui, 8);
}

static void button_ground(struct page *p, struct ui_rect rect, enum button_look look, struct ui_action action)
{
    const struct ui_theme *t = &p->ui->theme;
    bool hover = ui_is_hover(p->ui, action);
    if (look == BUTTON_FIRST)
        ui_box(p->ui, rect, 9, hover ? colour_mix(t->accent, 0xffffffff, 150) : t->accent);
    else if (look == BUTTON_CHOSEN)
        ui_edge_box(p->ui, rect, 9, t->selected, t->accent, ui_u(p->ui, 2));
    else if (look == BUTTON_PLAIN)
        ui_edge_box(p->ui, rect, 9, hover ? t->selected : colour_alpha(t->raised, 700),
                    t->contrast ? t->line : 0xffffff2e, ui_u(p->ui, 1));
    else if (look == BUTTON_OFF)
        ui_edge_box(p->ui, rect, 9, 0, t->contrast ? t->track : 0xffffff14, ui_u(p->ui, 1));
    else if (hover)
        ui_box(p->ui, rect, 9, t->raised);
}

/* Before the label: a chosen one is known without colours. */
static void chosen_mark(struct page *p, struct ui_rect rect, int32_t label)
{
    int32_t side = ui_u(p->ui, 16), x = label - side < rect.x + 1 ? rect.x + 1 : label - side;
    struct ui_op *tick = ui_op(p->ui, OP_TICK, (struct ui_rect){x, rect.y + (rect.h - side) / 2, side, side});
    tick->fill = p->ui->theme.accent;
    tick->width = ui_u(p->ui, 2);
}

int button(struct page *p, struct ui_rect rect, td_str label, td_str hint, enum button_look look,
           struct ui_action action)
{
    struct ui *ui = p->ui;
    struct ui_style style = button_style(p, look),
                    small = style_of(UI_REGULAR, 13, 16, look == BUTTON_FIRST ? ui->theme.ink : ui->theme.second);
    button_ground(p, rect, look, action);
    int32_t wide = ui_width(ui, style, label), extra = hint.len > 0 ? ui_u(ui, 7) + ui_width(ui, small, hint) : 0;
    int32_t room = rect.w - 2 * ui_u(ui, 8) - extra;
    wide = wide > room ? room : wide;
    int32_t x = rect.x + (rect.w - wide - extra) / 2;
    ui_label(ui, (struct ui_rect){x, rect.y, wide, rect.h}, style, label, 0);
    if (look == BUTTON_CHOSEN)
        chosen_mark(p, rect, x);
    if (hint.len > 0)
        ui_label(ui, (struct ui_rect){x + wide + ui_u(ui, 7), rect.y + ui_u(ui, 1), extra, rect.h}, small, hint, 0);
    focus_ring(p, rect, 9, action);
    int node = ui_node(ui, ROLE_BUTTON, label, rect, action);
    if (look == BUTTON_CHOSEN)
        ui_set(ui, node, UI_ON);
    if (look == BUTTON_FIRST)
        ui_set(ui, node, UI_FIRST);
    return node;
}

td_str key_name(const struct page *p, char key)
{
    if (key == ' ')
        return say_word(&p->say, "ui.key.space");
    if (key == 27)
        return say_word(&p->say, "ui.key.escape");
    struct writer w;
    writer_init(&w, p->ui->arena);
    w_char(&w, key >= 'a' && key <= 'z' ? (char)(key - 'a' + 'A') : key);
    return writer_str(&w);
}

/* --- rows that wrap ------------------------------------------------------------------------------------ */

struct flow flow_of(int32_t left, int32_t y, int32_t width, int32_t gap)
{
    return (struct flow){left, left + width, left, y, 0, gap, gap};
}

struct ui_rect flow_place(struct flow *f, int32_t w, int32_t h)
{
    if (f->x > f->left && f->x + w > f->right) {
        f->x = f->left;
        f->y += f->row + f->leading;
        f->row = 0;
    }
    if (w > f->right - f->left)
        w = f->right - f->left;
    struct ui_rect rect = {f->x, f->y, w, h};
    f->x += w + f->gap;
    f->row = f->row > h ? f->row : h;
    return rect;
}

int32_t flow_bottom(const struct flow *f)
{
    return f->y + f->row;
}

int flow_button(struct page *p, struct flow *flow, td_str label, td_str hint, enum button_look look,
                struct ui_action action)
{
    struct ui_rect rect = flow_place(flow, button_width(p, label, hint), button_height(p));
    return button(p, rect, label, hint, look, action);
}

/* --- segments ---------------------------------------------------------------------------------------- */

static int32_t option_width(const struct page *p, td_str label)
{
    return ui_width(p->ui, style_of(UI_SEMIBOLD, 15, 20, 0), label) + 2 * ui_u(p->ui, 11);
}

static int32_t label_width(const struct page *p, td_str label)
{
    return label.len > 0 ? ui_width(p->ui, style_of(UI_REGULAR, 14, 20, 0), label) + ui_u(p->ui, 8) : 0;
}

int32_t segment_width(const struct page *p, td_str label, const struct option *options, int count)
{
    int32_t wide = label_width(p, label);
    for (int i = 0; i < count; i++)
        wide += option_width(p, options[i].label);
    return wide;
}

static void segment_option(struct page *p, struct ui_rect rect, const struct option *o, bool on,
                           struct ui_action action)
{
    struct ui *ui = p->ui;
    const struct ui_theme *t = &ui->theme;
    pen_rgba fill = t->contrast ? t->accent : 0xe8edf0ff;
    if (on)
        ui_box(ui, rect, 8, fill);
    else if (ui_is_hover(ui, action))
        ui_box(ui, rect, 8, t->selected);
    ui_label(ui, rect, style_of(on ? UI_SEMIBOLD : UI_REGULAR, 15, 20, on ? 0x14202aff : t->text), o->label, 1);
    if (ui_is_focus(ui, action)) /* inside, where the neighbours are close */
        ui_edge_box(ui, ui_inset(rect, ui_u(ui, 3)), 6, 0, on ? 0x14202aff : t->text, ui_u(ui, 2));
    int node = ui_node(ui, ROLE_OPTION, o->label, rect, action);
    if (on)
        ui_set(ui, node, UI_ON);
}

void segment(struct page *p, struct ui_rect rect, td_str label, const struct option *options, int count, int32_t chosen,
             int32_t deed)
{
    struct ui *ui = p->ui;
    int32_t before = label_width(p, label);
    ui_enter(ui, ROLE_GROUP, label, rect);
    if (label.len > 0)
        ui_label(ui, (struct ui_rect){rect.x, rect.y, before, rect.h}, style_of(UI_REGULAR, 14, 20, ui->theme.second),
                 label, 0);
    struct ui_rect frame = {rect.x + before, rect.y, rect.w - before, rect.h};
    ui_edge_box(ui, frame, 9, ui->theme.contrast ? ui->theme.ground : 0x0c131b8c,
                ui->theme.contrast ? ui->theme.line : 0xffffff24, ui_u(ui, 1));
    int32_t x = frame.x;
    for (int i = 0; i < count; i++) {
        int32_t wide = option_width(p, options[i].label);
        segment_option(p, (struct ui_rect){x, rect.y, wide, rect.h}, &options[i], options[i].value == chosen,
                       DEED(deed, options[i].value, 0));
        x += wide;
    }
    ui_leave(ui);
}

/* --- figures ------------------------------------------------------------------------------------------ */

void stairs_small(struct page *p, int32_t x, int32_t y, int32_t reached)
{
    struct ui *ui = p->ui;
    int32_t wide = ui_u(ui, 20), step = ui_u(ui, 24), foot = y + ui_u(ui, 18);
    for (int i = 0; i < STAGE_COUNT; i++) {
        int32_t high = ui_u(ui, 5 + 3 * i);
        ui_box(ui, (struct ui_rect){x + i * step, foot - high, wide, high}, 3,
               i <= reached ? ui->theme.good : ui->theme.track);
    }
}

void meter_bar(struct page *p, struct ui_rect rect, int32_t permille, pen_rgba colour)
{
    ui_box(p->ui, rect, 4, p->ui->theme.track);
    rect.w = rect.w * permille / 1000;
    if (rect.w > 0)
        ui_box(p->ui, rect, 4, colour);
}

void verdict_badge(struct page *p, struct ui_rect rect, enum verdict verdict)
{
    static const char *const signs[] = {"·", "", "!", "?!", "??"};
    const struct ui_theme *t = &p->ui->theme;
    const pen_rgba fills[] = {t->track, t->good, t->fair, t->slip, t->harm};
    const pen_rgba inks[] = {t->second, t->good_ink, t->fair_ink, t->slip_ink, t->harm_ink};
    ui_edge_box(p->ui, rect, 6, fills[verdict], t->contrast ? t->line : 0, t->contrast ? 1 : 0);
    if (verdict == VERDICT_STRONG) {
        struct ui_op *tick = ui_op(p->ui, OP_TICK, rect);
        tick->fill = inks[verdict];
        tick->width = ui_u(p->ui, 2);
        return;
    }
    ui_label(p->ui, rect, style_of(UI_BOLD, 13, 18, inks[verdict]), str_of(signs[verdict]), 1);
}

/* --- rows to choose from -------------------------------------------------------------------------------- */

/* An option under the pointer or with the focus is no chosen one: it has neither its edge nor its mark. */
static void row_ground(struct page *p, struct ui_rect rect, bool lit, struct ui_action action)
{
    const struct ui_theme *t = &p->ui->theme;
    bool near = lit || ui_is_focus(p->ui, action) || ui_is_hover(p->ui, action);
    pen_rgba fill = t->contrast ? (near ? t->selected : t->ground) : lit ? 0x2e3a42fa : near ? 0x263440fa : 0x1f2c38f0;
    ui_edge_box(p->ui, rect, 12, fill, lit ? t->accent : t->contrast ? t->line : 0xffffff14, ui_u(p->ui, lit ? 2 : 1));
}

static void row_cap(struct page *p, struct ui_rect cap, char key, bool lit)
{
    const struct ui_theme *t = &p->ui->theme;
    struct writer w;
    writer_init(&w, p->ui->arena);
    w_char(&w, key);
    ui_edge_box(p->ui, cap, 7,
                lit           ? t->accent
                : t->contrast ? t->ground
                              : 0x0f1720ff,
                lit           ? t->accent
                : t->contrast ? t->line
                              : 0xffffff29,
                ui_u(p->ui, 1));
    ui_label(p->ui, cap, style_of(UI_SEMIBOLD, 14, 18, lit ? t->ink : t->second), writer_str(&w), 1);
}

static void row_mark(struct page *p, struct ui_rect cap, bool chosen)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, cap, 7,
                chosen        ? t->accent
                : t->contrast ? t->ground
                              : 0x0f1720ff,
                chosen        ? t->accent
                : t->contrast ? t->line
                              : 0xffffff4d,
                ui_u(p->ui, 1));
    if (!chosen)
        return;
    struct ui_op *tick = ui_op(p->ui, OP_TICK, cap);
    tick->fill = t->ink;
    tick->width = ui_u(p->ui, 2);
}

int32_t choice_row(struct page *p, struct ui_rect rect, char key, td_str text, td_str under, bool chosen,
                   struct ui_action action, enum ui_role role, bool draw)
{
    struct ui *ui = p->ui;
    struct ui_style style = style_of(UI_REGULAR, 17, 23, ui->theme.text),
                    small = style_of(UI_REGULAR, 14, 19, ui->theme.second);
    bool marked = key || role != ROLE_BUTTON; /* what is only pressed is neither numbered nor ticked */
    int32_t cap = ui_t(ui, p->tight ? 24 : 26), left = ui_u(ui, 14) + (marked ? cap + ui_u(ui, 14) : 0),
            pad = ui_u(ui, p->tight  ? 6
                           : p->snug ? 9
                                     : 12),
            inner = rect.w - left - (key && role == ROLE_OPTION ? cap + ui_u(ui, 18) : ui_u(ui, 18));
    int32_t text_high = ui_para(ui, 0, 0, inner, style, text, false);
    int32_t under_high = under.len > 0 ? ui_para(ui, 0, 0, inner, small, under, false) : 0;
    rect.h = (text_high + under_high > cap ? text_high + under_high : cap) + 2 * pad;
    if (!draw)
        return rect.h;
    bool lit = chosen || (role == ROLE_CHOICE && (ui_is_focus(ui, action) || ui_is_hover(ui, action)));
    row_ground(p, rect, lit, action);
    struct ui_rect box = {rect.x + ui_u(ui, 14), rect.y + pad, cap, cap};
    if (key)
        row_cap(p, box, key, lit);
    else if (marked)
        row_mark(p, box, chosen);
    int32_t drop = text_high < cap ? (cap - text_high) / 2 : 0;
    ui_para(ui, rect.x + left, rect.y + pad + drop, inner, style, text, true);
    ui_para(ui, rect.x + left, rect.y + pad + drop + text_high, inner, small, under, true);
    if (key && chosen) { /* not by colour alone */
        struct ui_op *tick =
            ui_op(ui, OP_TICK, (struct ui_rect){rect.x + rect.w - cap - ui_u(ui, 12), rect.y + pad, cap, cap});
        tick->fill = ui->theme.accent;
        tick->width = ui_u(ui, 2);
    }
    focus_ring(p, rect, 12, action);
    int node = ui_node(ui, role, text, rect, action);
    ui_key(ui, node, key);
    if (chosen)
        ui_set(ui, node, UI_ON);
    return rect.h;
}
