/* screen_watch.c - the better line watched: the scene as it would have gone on, one exchange at a time.
 * Nothing can be chosen here and nothing is kept; the debrief waits behind it. */
#include "scene_parts.h"

static td_str title(struct page *p)
{
    const struct trace *t = p->model->trace;
    const struct what_if *w = p->model->what_if;
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, t->steps[w->step].story_ms))};
    return say_with(&p->say, "ui.watch.title", args, 1);
}

static int32_t heading(struct page *p, const struct column *c, int32_t y)
{
    struct ui *ui = p->ui;
    int32_t top = y;
    y +=
        ui_text(ui, ROLE_HEADING, c->x, y, c->w, style_of(UI_SEMIBOLD, 19, 27, ui->theme.text), title(p)) + ui_u(ui, 4);
    if (p->model->watched == 0)
        y += ui_text(ui, ROLE_TEXT, c->x, y, c->w, style_of(UI_REGULAR, 14, 20, ui->theme.second),
                     say_word(&p->say, "ui.watch.whose")) +
             ui_u(ui, 6);
    return y - top + ui_u(ui, 10);
}

static int32_t ending(struct page *p, const struct column *c, int32_t y)
{
    const struct what_if *w = p->model->what_if;
    td_str end = w->outcome == outcome_count ? TD_STR("open") : outcome_names[w->outcome];
    const struct word_arg args[] = {ARG_TEXT("outcome", say_of(&p->say, "outcome.", end, ".title"))};
    if (p->model->watched < w->count)
        return 0;
    return ui_text(p->ui, ROLE_TEXT, c->x, y, c->w, style_of(UI_SEMIBOLD, 17, 24, p->ui->theme.accent),
                   say_with(&p->say, "ui.watch.over", args, 1));
}

static int32_t buttons(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    bool more = p->model->watched < p->model->what_if->count;
    const struct {
        const char *id, *key_id;
        enum button_look look;
        struct ui_action action;
        char key;
    } both[] = {
        {more ? "ui.watch.next" : "ui.watch.again", more ? "ui.key.space" : NULL, more ? BUTTON_FIRST : BUTTON_PLAIN,
         more ? DEED(DEED_WATCH_NEXT, 0, 0) : DEED(DEED_WATCH, 1, 0), more ? ' ' : 0},
        {"ui.watch.back", "ui.key.escape", more ? BUTTON_PLAIN : BUTTON_FIRST, DEED(DEED_WATCH_END, 0, 0), 27},
    };
    struct flow flow = flow_of(c->x, y, c->w, ui_u(ui, 10));
    for (int i = 0; i < 2; i++) {
        td_str label = say_word(&p->say, both[i].id),
               hint = both[i].key_id ? say_word(&p->say, both[i].key_id) : TD_STR("");
        struct ui_rect rect = flow_place(&flow, button_width(p, label, hint), button_height(p));
        if (draw)
            ui_key(ui, button(p, rect, label, hint, both[i].look, both[i].action), both[i].key);
    }
    return flow_bottom(&flow) - y;
}

void screen_watch(struct page *p)
{
    struct ui *ui = p->ui;
    struct column c = scene_column(p);
    int32_t foot = ui->height - ui_u(ui, 18) - buttons(p, &c, 0, false);
    ui_enter(ui, ROLE_SCREEN, title(p), (struct ui_rect){0, 0, ui->width, ui->height});
    scene_ground(p, &c);
    int32_t top = c.top, y = top + scene_status_height(p, &c);
    y += scene_figures(p, &c, y, true) + ui_u(ui, 14);
    struct ui_rect view = {c.x - ui_u(ui, 6), y, c.w + ui_u(ui, 18), foot - ui_u(ui, 14) - y};
    y -= ui_scroll_start(ui, view);
    y += heading(p, &c, y);
    y += scene_telling(p, &c, y, c.crowded ? 20 : 22, true, NULL) + ui_u(ui, 8);
    y += ending(p, &c, y);
    ui_scroll_end(ui, y);
    buttons(p, &c, foot, true);
    scene_status(p, &c, top);
    ui_leave(ui);
}
