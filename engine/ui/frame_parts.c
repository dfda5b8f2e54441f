/* frame_parts.c - what several screens share: headings, the way back, the column of places to go, sheets. */
#include "widgets.h"

int32_t page_head(struct page *p, td_str title, td_str under)
{
    struct ui *ui = p->ui;
    int32_t x = ui_u(ui, 36), y = ui_u(ui, 26), w = ui->width - 2 * x;
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 24, 30, ui->theme.text), title);
    if (under.len > 0)
        y += ui_text(ui, ROLE_TEXT, x, y + ui_u(ui, 4), w, style_of(UI_REGULAR, 15, 22, ui->theme.second), under) +
             ui_u(ui, 4);
    return y + ui_u(ui, 18);
}

/* --- the column on the left ------------------------------------------------------------------------------ */

static void place_to_go(struct page *p, struct ui_rect rect, const char *id, struct ui_action action, bool on)
{
    struct ui *ui = p->ui;
    bool lit = on || ui_is_hover(ui, action);
    if (lit)
        ui_edge_box(ui, rect, 9, ui->theme.raised, ui->theme.contrast ? ui->theme.accent : 0,
                    ui->theme.contrast && on ? ui_u(ui, 2) : 0);
    struct ui_rect inner = {rect.x + ui_u(ui, 12), rect.y, rect.w - ui_u(ui, 16), rect.h};
    ui_label(ui, inner, style_of(on ? UI_SEMIBOLD : UI_REGULAR, 16, 22, on ? ui->theme.text : 0xc9d5ddff),
             say_word(&p->say, id), 0);
    focus_ring(p, rect, 9, action);
    int node = ui_node(ui, ROLE_TAB, say_word(&p->say, id), rect, action);
    if (on)
        ui_set(ui, node, UI_ON);
}

int32_t navigation(struct page *p, enum ui_screen here)
{
    static const char *const names[] = {"ui.practise", "ui.course",  "ui.drills",  "ui.my-progress",
                                        "group.title", "ui.support", "ui.settings"};
    static const struct {
        const char *id;
        enum ui_screen to;
    } rows[] = {{"ui.practise", SCREEN_HOME},
                {"ui.course", SCREEN_COURSE},
                {"ui.drills", SCREEN_DRILLS},
                {"ui.my-progress", SCREEN_PROGRESS}};
    struct ui *ui = p->ui;
    int32_t w = ui_u(ui, 212), high = ui_t(ui, 22) + ui_u(ui, 18), x = ui_u(ui, 18);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int32_t own =
            ui_width(ui, style_of(UI_SEMIBOLD, 16, 22, 0), say_word(&p->say, names[i])) + 2 * x + ui_u(ui, 18);
        w = own > w ? own : w;
    }
    ui_box(ui, (struct ui_rect){0, 0, w, ui->height}, 0, ui->theme.deeper);
    if (ui->theme.contrast)
        ui_box(ui, (struct ui_rect){w - 2, 0, 2, ui->height}, 0, ui->theme.line);
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "app.name"), (struct ui_rect){0, 0, w, ui->height});
    int32_t y = ui_u(ui, 28);
    ui_label(ui, (struct ui_rect){ui_u(ui, 30), y, w - ui_u(ui, 40), ui_t(ui, 30)},
             style_of(UI_BOLD, 21, 30, ui->theme.text), say_word(&p->say, "app.name"), 0);
    y += ui_t(ui, 30) + ui_u(ui, 20);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++, y += high + ui_u(ui, 4))
        place_to_go(p, (struct ui_rect){x, y, w - 2 * x, high}, rows[i].id, DEED(DEED_GO, rows[i].to, 0),
                    rows[i].to == here);
    if (p->model->group_here)
        place_to_go(p, (struct ui_rect){x, y, w - 2 * x, high}, "group.title", DEED(DEED_GROUP, 0, 0), false);
    y = ui->height - ui_u(ui, 24) - 2 * high - ui_u(ui, 4);
    place_to_go(p, (struct ui_rect){x, y, w - 2 * x, high}, "ui.support", DEED(DEED_GO, SCREEN_SUPPORT, 0),
                here == SCREEN_SUPPORT);
    place_to_go(p, (struct ui_rect){x, y + high + ui_u(ui, 4), w - 2 * x, high}, "ui.settings",
                DEED(DEED_GO, SCREEN_SETTINGS, 0), here == SCREEN_SETTINGS);
    ui_leave(ui);
    return w;
}

/* --- sheets ------------------------------------------------------------------------------------------------- */

struct ui_rect sheet_start(struct page *p, td_str title, int32_t width, int32_t height)
{
    struct ui *ui = p->ui;
    int32_t most_w = ui->width - 2 * ui_u(ui, 28), most_h = ui->height - 2 * ui_u(ui, 28);
    bool asks = p->app->sheet == SHEET_PROMPT; /* about the person, who has to stay in sight */
    int32_t beside = ui->width - ui_scene_width(ui) - ui_u(ui, 12);
    if (ui->text_size > 140)
        width = height = 1 << 20;
    width = asks && width > beside ? beside : width;
    width = width < most_w ? width : most_w;
    height = height < most_h ? height : most_h;
    struct ui_rect rect = {ui->width - width - ui_u(ui, 28), (ui->height - height) / 2, width, height};
    if (width > ui->width * 7 / 10)
        rect.x = (ui->width - width) / 2;
    if (asks) /* so that its buttons are always in one place */
        rect.y = ui->height - ui_u(ui, 28) - height;
    else
        ui_box(ui, (struct ui_rect){0, 0, ui->width, ui->height}, 0, 0x080d12a6);
    ui_edge_box(ui, rect, 14, ui->theme.surface, ui->theme.contrast ? ui->theme.line : 0xffffff24, ui_u(ui, 1));
    ui->modal = ui->node_count;
    ui_enter(ui, ROLE_GROUP, title, rect);
    int32_t pad = ui_u(ui, 24);
    int32_t high = ui_text(ui, ROLE_HEADING, rect.x + pad, rect.y + ui_u(ui, 20), rect.w - 2 * pad,
                           style_of(UI_SEMIBOLD, 20, 28, ui->theme.text), title);
    int32_t top = rect.y + ui_u(ui, 20) + high + ui_u(ui, 12);
    return (struct ui_rect){rect.x + pad, top, rect.w - 2 * pad, rect.y + rect.h - ui_u(ui, 20) - top};
}

void sheet_end(struct page *p)
{
    ui_leave(p->ui);
}
