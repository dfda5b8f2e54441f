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

static void buttons(struct page *p, const struct column *c, int32_t y)
{
    struct ui *ui = p->ui;
    bool more = p->model->watched < p->model->what_if->count;
    struct flow flow = flow_of(c->x, y, c->w, ui_u(ui, 10));
    if (more)
        ui_key(ui,
               flow_button(p, &flow, say_word(&p->say, "ui.watch.next"), say_word(&p->say, "ui.key.space"),
                           BUTTON_FIRST, DEED(DEED_WATCH_NEXT, 0, 0)),
               ' ');
    else
        flow_button(p, &flow, say_word(&p->say, "ui.watch.again"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_WATCH, 1, 0));
    ui_key(ui,
           flow_button(p, &flow, say_word(&p->say, "ui.watch.back"), say_word(&p->say, "ui.key.escape"),
                       more ? BUTTON_PLAIN : BUTTON_FIRST, DEED(DEED_WATCH_END, 0, 0)),
           27);
}

void screen_watch(struct page *p)
{
    struct ui *ui = p->ui;
    struct column c = scene_column(p);
    int32_t foot = ui->height - ui_u(ui, 18) - button_height(p) * (ui->text_size > 140 ? 2 : 1);
    ui_enter(ui, ROLE_SCREEN, title(p), (struct ui_rect){0, 0, ui->width, ui->height});
    scene_ground(p, &c);
    c.tight = c.large;
    int32_t y = c.top + scene_figures(p, &c, c.top, true) + ui_u(ui, 14);
    struct ui_rect view = {c.x - ui_u(ui, 6), y, c.w + ui_u(ui, 18), foot - ui_u(ui, 14) - y};
    y -= ui_scroll_start(ui, view);
    y += heading(p, &c, y);
    y += scene_telling(p, &c, y, c.large ? 18 : 22, true) + ui_u(ui, 8);
    y += ending(p, &c, y);
    ui_scroll_end(ui, y);
    buttons(p, &c, foot);
    scene_chip(p, &c);
    ui_leave(ui);
}
