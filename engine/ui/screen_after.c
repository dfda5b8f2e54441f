/* screen_after.c - how it ended, and the learner's own view before anybody else's. */
#include "widgets.h"

static struct ui_style body(const struct page *p)
{
    return style_of(UI_REGULAR, 17, 25, p->ui->theme.contrast ? p->ui->theme.text : 0xd4dee5ff);
}

static void ground(struct page *p, bool scene)
{
    struct ui *ui = p->ui;
    struct ui_rect all = {0, 0, ui->width, ui->height};
    ui_box(ui, all, 0, ui->theme.ground);
    if (!scene || ui->theme.contrast)
        return;
    struct ui_op *op = ui_op(ui, OP_SCENE, all);
    op->text = place_names[p->model->scenario->place];
    op->zoom = 1000;
    op->centre_x = 500;
    op->centre_y = 500;
    ui_box(ui, all, 0, 0x0c131ad0);
}

/* --- the ending ------------------------------------------------------------------------------------------ */

static td_str ending_text(struct page *p)
{
    const struct view *v = p->model->view;
    return v->ending == NONE ? TD_STR("")
                             : say_plain(&p->say, say_text(&p->say, p->model->scenario->endings[v->ending].id));
}

void screen_ending(struct page *p)
{
    struct ui *ui = p->ui;
    const struct view *v = p->model->view;
    int32_t x = ui_u(ui, 80), w = ui->width - 2 * x, most = ui_u(ui, 780), foot = button_height(p) + ui_u(ui, 48);
    w = w > most ? most : w;
    bool harm = v->outcome == OUTCOME_harm_despite_calm;
    td_str outcome = outcome_names[v->outcome];
    ground(p, true);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "play.ended"), (struct ui_rect){0, 0, ui->width, ui->height});
    struct ui_rect view = {x - ui_u(ui, 6), 0, w + ui_u(ui, 20), ui->height - foot};
    int32_t y = ui_u(ui, 90) - ui_scroll_start(ui, view);
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_SEMIBOLD, 15, 22, ui->theme.accent),
                 say_word(&p->say, "play.ended")) +
         ui_u(ui, 6);
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 30, 40, ui->theme.text),
                 say_of(&p->say, "outcome.", outcome, ".title")) +
         ui_u(ui, 14);
    if (harm && p->app->settings[SET_skip_harm]) {
        y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "outcome.skip-harm"));
    } else {
        y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_of(&p->say, "outcome.", outcome, ".text")) + ui_u(ui, 12);
        y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_ITALIC, 17, 25, ui->theme.text), ending_text(p));
    }
    y += ui_u(ui, 18);
    if (harm)
        y += ui_text(ui, ROLE_TEXT, x, y, w, body(p), say_word(&p->say, "outcome.after-harm")) + ui_u(ui, 12);
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 15, 22, ui->theme.second),
                 say_text(&p->say, TD_STR("closing.support")));
    ui_scroll_end(ui, y + ui_u(ui, 12));
    struct flow flow = flow_of(x, ui->height - foot + ui_u(ui, 16), w, ui_u(ui, 12));
    flow_button(p, &flow, say_word(&p->say, "ui.look-back"), TD_STR(""), BUTTON_FIRST, DEED(DEED_TO_RATING, 0, 0));
    flow_button(p, &flow, say_word(&p->say, "ui.support"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_GO, SCREEN_SUPPORT, 0));
    ui_key(ui,
           flow_button(p, &flow, say_word(&p->say, "ui.stop-for-now"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_HOME, 0, 0)),
           27);
    ui_leave(ui);
}

/* --- one's own view ------------------------------------------------------------------------------------------ */

static int32_t feelings(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    int32_t top = y;
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 16, 23, ui->theme.text),
                 say_word(&p->say, "debrief.feel")) +
         ui_u(ui, 8);
    struct flow flow = flow_of(x, y, w, ui_u(ui, 6));
    for (int i = 0; i <= 10; i++) {
        struct ui_rect b = flow_place(&flow, ui_t(ui, 40), button_height(p));
        button(p, b, say_number(&p->say, i), TD_STR(""), p->app->feel == i ? BUTTON_CHOSEN : BUTTON_PLAIN,
               DEED(DEED_FEEL, i, 0));
    }
    return flow_bottom(&flow) - top + ui_u(ui, 20);
}

static int32_t rating(struct page *p, int32_t x, int32_t y, int32_t w, enum dimension d)
{
    struct ui *ui = p->ui;
    int32_t top = y;
    td_str id = str_of(dimension_name(d)), name = say_of(&p->say, "dimension.", id, ".name");
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text), name);
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 14, 20, ui->theme.second),
                 say_of(&p->say, "dimension.", id, ".what")) +
         ui_u(ui, 6);
    struct flow flow = flow_of(x, y, w, ui_u(ui, 5));
    ui_enter(ui, ROLE_GROUP, name, (struct ui_rect){x, y, w, button_height(p)});
    for (int i = 0; i <= 10; i++) {
        struct ui_rect b = flow_place(&flow, ui_t(ui, 44), button_height(p));
        button(p, b, say_number(&p->say, 10 * i), TD_STR(""), p->app->rate[d] == 10 * i ? BUTTON_CHOSEN : BUTTON_PLAIN,
               DEED(DEED_RATE, (int32_t)d, 10 * i));
    }
    ui_leave(ui);
    return flow_bottom(&flow) - top + ui_u(ui, 16);
}

static bool is_moment(const struct page *p, int32_t number)
{
    return p->app->moments[0] == number || p->app->moments[1] == number || p->app->moments[2] == number;
}

static int32_t moments(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    const struct trace *t = p->model->trace;
    int32_t top = y;
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 16, 23, ui->theme.text),
                 say_word(&p->say, "ui.moments")) +
         ui_u(ui, 8);
    for (int i = 0; t && i < t->count; i++) {
        const struct step *s = &t->steps[i];
        if (!s->exchange)
            continue;
        td_str text = say_join(&p->say, say_time(&p->say, s->story_ms), "   ", say_step(&p->say, s));
        y += choice_row(p, (struct ui_rect){x, y, w, 0}, 0, text, TD_STR(""), is_moment(p, s->number),
                        DEED(DEED_MOMENT, s->number, 0), ROLE_OPTION, true);
        y += ui_u(ui, 6);
    }
    return y - top;
}

void screen_rating(struct page *p)
{
    struct ui *ui = p->ui;
    int32_t x = ui_u(ui, 36), foot = button_height(p) + ui_u(ui, 40), gap = ui_u(ui, 40), w = ui->width - 2 * x;
    bool one = ui->text_size > 140;
    int32_t wide = one ? w : (w - gap) / 2;
    ground(p, false);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "debrief.heading"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t top = page_head(p, say_word(&p->say, "ui.your-own-view"), say_word(&p->say, "debrief.welcome"));
    struct ui_rect left = {x - ui_u(ui, 6), top, wide + ui_u(ui, 16), ui->height - foot - top};
    int32_t y = top + ui_u(ui, 4) - ui_scroll_start(ui, left);
    y += feelings(p, x, y, wide);
    for (int i = 0; i < DIM_COUNT; i++)
        y += rating(p, x, y, wide, (enum dimension)i);
    if (one)
        y += moments(p, x, y, wide);
    ui_scroll_end(ui, y);
    if (!one) {
        struct ui_rect right = {x + wide + gap - ui_u(ui, 6), top, wide + ui_u(ui, 12), ui->height - foot - top};
        y = top + ui_u(ui, 4) - ui_scroll_start(ui, right);
        ui_scroll_end(ui, y + moments(p, x + wide + gap, y, wide - ui_u(ui, 6)));
    }
    struct flow flow = flow_of(x, ui->height - foot + ui_u(ui, 18), w, ui_u(ui, 12));
    flow_button(p, &flow, say_word(&p->say, "ui.to-debrief"), TD_STR(""), BUTTON_FIRST, DEED(DEED_TO_DEBRIEF, 0, 0));
    flow_button(p, &flow, say_word(&p->say, "ui.support"), TD_STR(""), BUTTON_PLAIN, DEED(DEED_GO, SCREEN_SUPPORT, 0));
    ui_leave(ui);
}
