/* screen_briefing.c - the content note with how to play, then what dispatch knows, what somebody only
 * assumes, and the three things to find out first. */
#include "widgets.h"

static void scene_ground(struct page *p)
{
    struct ui *ui = p->ui;
    struct ui_op *scene = ui_op(ui, OP_SCENE, (struct ui_rect){0, 0, ui->width, ui->height});
    scene->text = place_names[p->model->scenario->place];
    scene->zoom = 1000;
    scene->centre_x = 500;
    scene->centre_y = 500;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, ui->height}, 0, ui->theme.contrast ? 0x000000ff : 0x0c131ad9);
}

static void panel(struct page *p, struct ui_rect rect)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, rect, 14, t->contrast ? t->ground : 0x17212be6, t->contrast ? t->line : 0xffffff14,
                ui_u(p->ui, 1));
}

static int32_t paragraph(struct page *p, int32_t x, int32_t y, int32_t w, td_str text)
{
    return ui_text(p->ui, ROLE_TEXT, x, y, w,
                   style_of(UI_REGULAR, 15, 22, p->ui->theme.contrast ? p->ui->theme.text : 0xd4dee5ff), text);
}

static int32_t heading(struct page *p, int32_t x, int32_t y, int32_t w, const char *id)
{
    return ui_text(p->ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.accent),
                   say_capital(&p->say, say_word(&p->say, id))) +
           ui_u(p->ui, 4);
}

/* --- content note --------------------------------------------------------------------------------------- */

static int32_t notes(struct page *p, int32_t x, int32_t y, int32_t w)
{
    const td_scenario *s = p->model->scenario;
    int32_t top = y;
    if (s->content_note_count == 0)
        return 0;
    y += heading(p, x, y, w, "content.heading");
    for (int i = 0; i < s->content_note_count; i++)
        y += paragraph(p, x, y, w,
                       say_join(&p->say, TD_STR("·"), " ", say_of(&p->say, "content.", s->content_notes[i], "")));
    y += ui_u(p->ui, 8);
    y += paragraph(p, x, y, w, say_word(&p->say, "content.choice"));
    return y - top + ui_u(p->ui, 18);
}

static int32_t modes(struct page *p, int32_t x, int32_t y, int32_t w)
{
    static const char *const names[] = {"mode.guided", "mode.practice", "mode.assessment"};
    int32_t top = y;
    y += heading(p, x, y, w, "ui.how-to-play");
    for (int i = 0; i < 3; i++) {
        td_str name = say_of(&p->say, names[i], TD_STR(".name"), ""),
               what = say_of(&p->say, names[i], TD_STR(".is"), "");
        y += choice_row(p, (struct ui_rect){x, y, w, 0}, 0, name, what, p->app->settings[SET_mode] == i,
                        DEED(DEED_MODE, i, 0), ROLE_OPTION, true);
        y += ui_u(p->ui, 8);
    }
    return y - top;
}

static void foot(struct page *p, struct ui_rect rect, const char *first, struct ui_action action, struct ui_action back)
{
    struct ui *ui = p->ui;
    struct flow flow = flow_of(rect.x, rect.y, rect.w, ui_u(ui, 12));
    td_str label = say_word(&p->say, first);
    struct ui_rect place = flow_place(&flow, button_width(p, label, TD_STR("")) + ui_u(ui, 10), button_height(p));
    button(p, place, label, TD_STR(""), BUTTON_FIRST, action);
    ui_key(ui,
           flow_button(p, &flow, say_word(&p->say, "ui.back"), say_word(&p->say, "ui.key.escape"), BUTTON_PLAIN, back),
           27);
    flow_button(p, &flow, say_word(&p->say, "ui.support"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_GO, SCREEN_SUPPORT, 0));
}

static int32_t title(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    int32_t top = y;
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 29, 38, ui->theme.text),
                 say_text(&p->say, TD_STR("title")));
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 15, 22, ui->theme.second),
                 say_text(&p->say, TD_STR("setting")));
    return y - top + ui_u(ui, 18);
}

void screen_content(struct page *p)
{
    struct ui *ui = p->ui;
    int32_t x = ui_u(ui, 60), w = ui->width - 2 * x, most = ui_u(ui, 760);
    w = w > most ? most : w;
    scene_ground(p);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "ui.content-note"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t foot_h = button_height(p) + ui_u(ui, 44);
    struct ui_rect view = {x - ui_u(ui, 8), 0, w + ui_u(ui, 24), ui->height - foot_h};
    int32_t y = ui_u(ui, 40) - ui_scroll_start(ui, view);
    y += title(p, x, y, w);
    y += paragraph(p, x, y, w, say_text(&p->say, TD_STR("summary"))) + ui_u(ui, 20);
    y += notes(p, x, y, w);
    y += modes(p, x, y, w) + ui_u(ui, 12);
    ui_scroll_end(ui, y);
    foot(p, (struct ui_rect){x, ui->height - foot_h + ui_u(ui, 18), w, 0}, "ui.continue", DEED(DEED_START, 0, 0),
         DEED(DEED_GO, SCREEN_HOME, 0));
    ui_leave(ui);
}

/* --- the briefing ------------------------------------------------------------------------------------------- */

static int32_t items(struct page *p, int32_t x, int32_t y, int32_t w, enum brief_class class, const char *head,
                     const char *note)
{
    const td_scenario *s = p->model->scenario;
    int32_t top = y;
    int count = 0;
    for (int i = 0; i < s->briefing_count; i++)
        count += s->briefing[i].class == class;
    if (count == 0)
        return 0;
    y += heading(p, x, y, w, head);
    for (int i = 0; i < s->briefing_count; i++)
        if (s->briefing[i].class == class)
            y += paragraph(p, x, y, w, say_text(&p->say, s->briefing[i].id));
    if (note)
        y += ui_text(p->ui, ROLE_TEXT, x, y, w, style_of(UI_ITALIC, 14, 20, p->ui->theme.second),
                     say_word(&p->say, note));
    return y - top + ui_u(p->ui, 14);
}

static int32_t needed(struct page *p, int32_t x, int32_t y, int32_t w)
{
    const td_scenario *s = p->model->scenario;
    int32_t top = y, taken = 0;
    for (int i = 0; i < s->briefing_count; i++)
        taken += (p->app->picked >> i & 1) != 0;
    const struct word_arg args[] = {ARG_INT("n", s->briefing_pick), ARG_INT("taken", taken)};
    y += heading(p, x, y, w, "briefing.needed");
    y += ui_text(p->ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 14, 20, p->ui->theme.second),
                 say_join(&p->say, say_with(&p->say, "ui.pick", args, 2), " ",
                          say_with(&p->say, taken == s->briefing_pick ? "ui.picked-all" : "ui.picked", args, 2))) +
         ui_u(p->ui, 8);
    for (int i = 0; i < s->briefing_count; i++) {
        if (s->briefing[i].class != BRIEF_needed)
            continue;
        y += choice_row(p, (struct ui_rect){x, y, w, 0}, 0, say_text(&p->say, s->briefing[i].id), TD_STR(""),
                        p->app->picked >> i & 1, DEED(DEED_PICK, i, 0), ROLE_OPTION, true);
        y += ui_u(p->ui, 7);
    }
    return y - top + ui_u(p->ui, 12);
}

static int32_t approach(struct page *p, int32_t x, int32_t y, int32_t w)
{
    const td_scenario *s = p->model->scenario;
    int32_t top = y;
    if (s->approach_count == 0)
        return 0;
    y += heading(p, x, y, w, "briefing.approach");
    for (int i = 0; i < s->approach_count; i++) {
        y += choice_row(p, (struct ui_rect){x, y, w, 0}, 0, say_text(&p->say, s->approach[i].id), TD_STR(""),
                        p->app->approach == i, DEED(DEED_APPROACH, i, 0), ROLE_OPTION, true);
        y += ui_u(p->ui, 7);
    }
    return y - top + ui_u(p->ui, 12);
}

static int32_t known(struct page *p, int32_t x, int32_t y, int32_t w)
{
    int32_t top = y;
    y += title(p, x, y, w);
    y += paragraph(p, x, y, w, say_text(&p->say, TD_STR("briefing"))) + ui_u(p->ui, 14);
    y += heading(p, x, y, w, "briefing.you");
    y += paragraph(p, x, y, w, say_text(&p->say, TD_STR("you"))) + ui_u(p->ui, 14);
    y += items(p, x, y, w, BRIEF_known, "briefing.known", NULL);
    y += items(p, x, y, w, BRIEF_assumed, "briefing.assumed", "briefing.assumed.note");
    return y - top;
}

static int32_t to_pick(struct page *p, int32_t x, int32_t y, int32_t w)
{
    int32_t top = y;
    y += needed(p, x, y, w);
    y += approach(p, x, y, w);
    return y - top;
}

static int32_t columns(struct page *p, struct ui_rect view)
{
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 26), gap = ui_u(ui, 24), wide = (view.w - gap) / 2;
    int32_t offset = ui_scroll_start(ui, (struct ui_rect){view.x, view.y, wide, view.h});
    ui_scroll_end(ui, view.y + pad - offset + known(p, view.x + pad, view.y + pad - offset, wide - 2 * pad));
    int32_t x = view.x + wide + gap;
    offset = ui_scroll_start(ui, (struct ui_rect){x, view.y, wide, view.h});
    ui_scroll_end(ui, view.y + pad - offset + to_pick(p, x + pad, view.y + pad - offset, wide - 2 * pad));
    return wide;
}

void screen_briefing(struct page *p)
{
    struct ui *ui = p->ui;
    int32_t x = ui_u(ui, 36), foot_h = button_height(p) + ui_u(ui, 40), gap = ui_u(ui, 24);
    struct ui_rect view = {x, ui_u(ui, 28), ui->width - 2 * x, ui->height - foot_h - ui_u(ui, 28)};
    scene_ground(p);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "briefing.heading"), (struct ui_rect){0, 0, ui->width, ui->height});
    if (ui->text_size > 140) { /* one below the other */
        int32_t pad = ui_u(ui, 26);
        panel(p, view);
        int32_t offset = ui_scroll_start(ui, view), y = view.y + pad - offset;
        y += known(p, view.x + pad, y, view.w - 2 * pad);
        y += to_pick(p, view.x + pad, y, view.w - 2 * pad);
        ui_scroll_end(ui, y);
    } else {
        int32_t wide = (view.w - gap) / 2;
        panel(p, (struct ui_rect){view.x, view.y, wide, view.h});
        panel(p, (struct ui_rect){view.x + wide + gap, view.y, wide, view.h});
        columns(p, view);
    }
    foot(p, (struct ui_rect){x, ui->height - foot_h + ui_u(ui, 18), ui->width - 2 * x, 0},
         ui_lacks_approach(p->app, p->model) ? "ui.choose-approach" : "ui.go-to-scene", DEED(DEED_BEGIN, 0, 0),
         DEED(DEED_HOME, 0, 0));
    ui_leave(ui);
}
