/* dump.c - a screen as text: what a test compares and what somebody reads who cannot see it. */
#include "ui.h"

static const char *const roles[ROLE_COUNT] = {"screen", "group",  "heading", "text",  "speech", "button",
                                              "choice", "option", "tab",     "field", "meter",  "picture"};
static const char *const kinds[OP_KIND_COUNT] = {"box",  "shade", "line",    "dot",  "text",
                                                 "tick", "scene", "corners", "clip", "unclip"};
static const char *const fonts[UI_FONT_COUNT] = {"regular", "medium", "semibold", "bold", "italic"};

const char *ui_role_name(enum ui_role role)
{
    return roles[role];
}

static void rect(struct writer *w, struct ui_rect r)
{
    const int32_t numbers[] = {r.x, r.y, r.w, r.h};
    for (int i = 0; i < 4; i++) {
        w_char(w, ' ');
        w_int(w, numbers[i]);
    }
}

static void key_name(struct writer *w, char key)
{
    w_text(w, " key ");
    if (key == 27)
        w_text(w, "escape");
    else if (key == ' ')
        w_text(w, "space");
    else
        w_char(w, key);
}

static void node(struct writer *w, const struct ui_node *n)
{
    for (int i = 0; i < n->depth; i++)
        w_text(w, "  ");
    w_text(w, roles[n->role]);
    w_char(w, ' ');
    w_json(w, n->name);
    rect(w, n->rect);
    if (n->key)
        key_name(w, n->key);
    if (n->state & UI_ON)
        w_text(w, " on");
    if (n->state & UI_OFF)
        w_text(w, " off");
    if (n->state & UI_LIVE)
        w_text(w, " live");
    if (n->state & UI_FIRST)
        w_text(w, " first");
    if (n->action.kind)
        w_text(w, " usable");
    if (n->hint.len > 0) {
        w_text(w, " hint ");
        w_json(w, n->hint);
    }
    w_char(w, '\n');
}

void ui_dump_tree(struct writer *w, const struct ui *ui)
{
    for (int i = 0; i < ui->node_count; i++)
        node(w, &ui->nodes[i]);
}

static void colour(struct writer *w, pen_rgba c)
{
    static const char digits[] = "0123456789abcdef";
    w_text(w, " #");
    for (int i = 28; i >= 0; i -= 4)
        w_char(w, digits[c >> i & 15]);
}

static void op(struct writer *w, const struct ui_op *o)
{
    w_text(w, kinds[o->kind]);
    rect(w, o->rect);
    colour(w, o->fill);
    if (o->width) {
        colour(w, o->edge);
        w_char(w, ' ');
        w_int(w, o->width);
    }
    if (o->kind == OP_TEXT) {
        w_char(w, ' ');
        w_text(w, fonts[o->font]);
        w_char(w, ' ');
        w_int(w, o->size);
    }
    if (o->text.len > 0) {
        w_char(w, ' ');
        w_json(w, o->text);
    }
    for (int i = 0; i < o->point_count; i++) {
        w_char(w, ' ');
        w_int(w, o->points[i].x);
        w_char(w, ',');
        w_int(w, o->points[i].y);
    }
    w_char(w, '\n');
}

void ui_dump_ops(struct writer *w, const struct ui *ui)
{
    for (int i = 0; i < ui->op_count; i++)
        op(w, &ui->ops[i]);
}
