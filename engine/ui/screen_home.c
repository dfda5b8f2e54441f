/* screen_home.c - the one thing to do next is the biggest; under it every encounter with its own place. */
#include "widgets.h"

static void picture(struct page *p, struct ui_rect rect, const struct ui_card *card, bool person)
{
    struct ui_op *scene = ui_op(p->ui, OP_SCENE, rect);
    scene->text = card->place;
    scene->identity = person ? card->identity : TD_STR("");
    scene->zoom = person ? 1900 : 2100;
    scene->centre_x = person ? 330 : 640;
    scene->centre_y = person ? 290 : 330;
    ui_node(p->ui, ROLE_PICTURE, say_of(&p->say, "place.", card->place, ""), rect, DEED(0, 0, 0));
}

static void corners(struct page *p, struct ui_rect rect, int32_t radius, bool upper)
{
    struct ui_op *op = ui_op(p->ui, OP_CORNERS, rect);
    op->fill = p->ui->theme.ground;
    op->radius = ui_u(p->ui, radius);
    op->vertical = upper;
}

/* Of the plays that came to their end; what is open takes nothing away from it. */
static td_str best_so_far(struct page *p, const struct ui_card *card)
{
    const struct word_arg args[] = {ARG_INT("n", card->best)};
    return card->best == NONE ? TD_STR("") : say_with(&p->say, "ui.best", args, 1);
}

static struct ui_style best_style(const struct page *p)
{
    return style_of(UI_MEDIUM, 15, 22, p->ui->theme.good);
}

static int32_t hero_text(struct page *p, int32_t x, int32_t y, int32_t w, const struct ui_card *card, bool open,
                         bool draw)
{
    struct ui *ui = p->ui;
    int32_t top = y;
    const struct ui_style lead = style_of(UI_SEMIBOLD, 15, 22, ui->theme.accent),
                          title = style_of(UI_SEMIBOLD, 29, 38, ui->theme.text),
                          text = style_of(UI_REGULAR, 15, 22, ui->theme.second);
    td_str first = say_word(&p->say, !open                 ? "ui.begin-here"
                                     : p->model->open_over ? "ui.not-looked-back"
                                                           : "ui.carry-on");
    y += ui_para(ui, x, y, w, lead, first, draw) + ui_u(ui, 6);
    y += ui_para(ui, x, y, w, title, card->title, draw) + ui_u(ui, 4);
    y += ui_para(ui, x, y, w, text, card->summary, draw) + ui_u(ui, 8);
    td_str best = best_so_far(p, card);
    if (best.len > 0)
        y += (draw ? ui_text(ui, ROLE_TEXT, x, y, w, best_style(p), best)
                   : ui_para(ui, x, y, w, best_style(p), best, false)) +
             ui_u(ui, 8);
    if (draw) {
        ui_node(ui, ROLE_HEADING, card->title, (struct ui_rect){x, top, w, y - top}, DEED(0, 0, 0));
        ui_node(ui, ROLE_TEXT, card->summary, (struct ui_rect){x, top, w, y - top}, DEED(0, 0, 0));
        stairs_small(p, x, y, open ? p->model->open_stage : card->furthest);
    }
    return y + ui_u(ui, 18) + ui_u(ui, 16) - top;
}

static int32_t hero_buttons(struct page *p, int32_t x, int32_t y, int32_t w, int card, bool open, bool draw)
{
    struct flow flow = flow_of(x, y, w, ui_u(p->ui, 10));
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, p->model->open_ms))};
    td_str first = !open                 ? say_word(&p->say, "ui.start")
                   : p->model->open_over ? say_word(&p->say, "ui.look-back")
                                         : say_with(&p->say, "ui.continue-from", args, 1);
    td_str other = say_word(&p->say, "ui.start-over");
    struct ui_rect a =
        flow_place(&flow, button_width(p, first, TD_STR("")) + ui_u(p->ui, 6), button_height(p) + ui_u(p->ui, 6));
    if (draw)
        button(p, a, first, TD_STR(""), BUTTON_FIRST, open ? DEED(DEED_RESUME, 0, 0) : DEED(DEED_OPEN, card, 0));
    if (open) {
        struct ui_rect b = flow_place(&flow, button_width(p, other, TD_STR("")), button_height(p) + ui_u(p->ui, 6));
        if (draw)
            button(p, b, other, TD_STR(""), BUTTON_PLAIN, DEED(DEED_OPEN, card, 0));
    }
    return flow_bottom(&flow) - y;
}

static int32_t hero(struct page *p, int32_t x, int32_t y, int32_t w, int index, bool open)
{
    struct ui *ui = p->ui;
    const struct ui_card *card = &p->model->cards[index];
    int32_t pad = ui_u(ui, 28), text_w = w * 46 / 100 - pad;
    int32_t text_h = hero_text(p, 0, 0, text_w, card, open, false),
            buttons_h = hero_buttons(p, 0, 0, text_w, index, open, false);
    int32_t h = text_h + buttons_h + 2 * pad - ui_u(ui, 4), least = ui_u(ui, 252);
    struct ui_rect rect = {x, y, w, h > least ? h : least};
    ui_box(ui, rect, 0, ui->theme.surface);
    struct ui_rect art = {x + w * 44 / 100, y, w - w * 44 / 100, rect.h};
    picture(p, art, card, true);
    if (!ui->theme.contrast)
        ui_shade(ui, (struct ui_rect){art.x, y, art.w * 46 / 100, rect.h}, false, ui->theme.surface,
                 ui->theme.surface & 0xffffff00);
    corners(p, rect, 16, false);
    if (ui->theme.contrast)
        ui_edge_box(ui, rect, 16, 0, ui->theme.line, ui_u(ui, 1));
    hero_text(p, x + pad, y + pad - ui_u(ui, 4), text_w, card, open, true);
    hero_buttons(p, x + pad, y + rect.h - pad + ui_u(ui, 4) - buttons_h, text_w, index, open, true);
    return rect.h;
}

/* --- the others -------------------------------------------------------------------------------------------- */

static td_str card_line(struct page *p, const struct ui_card *card)
{
    const struct word_arg args[] = {ARG_INT("n", card->minutes)};
    td_str line = say_join(&p->say, say_of(&p->say, "sector.", card->sector, ""), " · ",
                           say_with(&p->say, "ui.minutes", args, 1));
    return say_join(&p->say, line, " · ", card->setting);
}

static int32_t card_height(struct page *p, int32_t w, const struct ui_card *card)
{
    struct ui *ui = p->ui;
    int32_t inner = w - 2 * ui_u(ui, 16);
    return ui_u(ui, 104) + ui_u(ui, 12) +
           ui_para(ui, 0, 0, inner, style_of(UI_SEMIBOLD, 17, 24, 0), card->title, false) +
           ui_para(ui, 0, 0, inner, style_of(UI_REGULAR, 15, 22, 0), card_line(p, card), false) + ui_u(ui, 44);
}

static void one_card(struct page *p, struct ui_rect rect, int index)
{
    struct ui *ui = p->ui;
    const struct ui_card *card = &p->model->cards[index];
    struct ui_action action = DEED(DEED_OPEN, index, 0);
    int32_t pad = ui_u(ui, 16), inner = rect.w - 2 * pad, y = rect.y + ui_u(ui, 104);
    ui_edge_box(ui, rect, 14, ui_is_hover(ui, action) ? ui->theme.raised : ui->theme.surface,
                ui->theme.contrast ? ui->theme.line : 0, ui->theme.contrast ? 1 : 0);
    struct ui_rect art = {rect.x, rect.y, rect.w, ui_u(ui, 104)};
    picture(p, art, card, false);
    corners(p, art, 14, true);
    y += ui_u(ui, 12);
    y += ui_para(ui, rect.x + pad, y, inner, style_of(UI_SEMIBOLD, 17, 24, ui->theme.text), card->title, true);
    y += ui_para(ui, rect.x + pad, y, inner, style_of(UI_REGULAR, 15, 22, ui->theme.second), card_line(p, card), true);
    stairs_small(p, rect.x + pad, y + ui_u(ui, 8), card->furthest);
    td_str how = card->furthest == NONE ? say_word(&p->say, "ui.never-played") : best_so_far(p, card);
    ui_label(ui, (struct ui_rect){rect.x + pad + ui_u(ui, 130), y + ui_u(ui, 6), inner - ui_u(ui, 130), ui_t(ui, 20)},
             style_of(UI_REGULAR, 13, 18, ui->theme.second), how, 0);
    focus_ring(p, rect, 14, action);
    ui_node(ui, ROLE_BUTTON, say_join(&p->say, say_join(&p->say, card->title, ": ", card->summary), " ", how), rect,
            action);
}

static int32_t grid(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    int columns = w / ui_t(ui, 290), count = p->model->card_count;
    columns = columns < 1 ? 1 : columns > 4 ? 4 : columns;
    int32_t gap = ui_u(ui, 16), wide = (w - (columns - 1) * gap) / columns;
    for (int i = 0; i < count; i += columns) {
        int32_t high = 0;
        for (int k = i; k < i + columns && k < count; k++) {
            int32_t own = card_height(p, wide, &p->model->cards[k]);
            high = own > high ? own : high;
        }
        for (int k = i; k < i + columns && k < count; k++)
            one_card(p, (struct ui_rect){x + (k - i) * (wide + gap), y, wide, high}, k);
        y += high + gap;
    }
    return y;
}

void screen_home(struct page *p)
{
    struct ui *ui = p->ui;
    bool open = p->model->open_card != NONE;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, ui->height}, 0, ui->theme.ground);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "ui.practise"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t left = navigation(p, SCREEN_HOME) + ui_u(ui, 36), w = ui->width - left - ui_u(ui, 36);
    struct ui_rect view = {left - ui_u(ui, 6), 0, w + ui_u(ui, 30), ui->height};
    int32_t y = ui_u(ui, 30) - ui_scroll_start(ui, view);
    if (p->model->card_count == 0) {
        y += ui_text(ui, ROLE_TEXT, left, y, w, style_of(UI_REGULAR, 17, 24, ui->theme.text),
                     say_word(&p->say, "ui.nothing-here"));
    } else {
        y += hero(p, left, y, w, open ? p->model->open_card : 0, open) + ui_u(ui, 24);
        y += ui_text(ui, ROLE_HEADING, left, y, w, style_of(UI_SEMIBOLD, 19, 28, ui->theme.text),
                     say_word(&p->say, "ui.encounters")) +
             ui_u(ui, 10);
        y = grid(p, left, y, w);
    }
    y += ui_u(ui, 4);
    y += ui_text(ui, ROLE_TEXT, left, y, w, style_of(UI_REGULAR, 15, 22, ui->theme.second),
                 say_word(&p->say, "ui.claims")) +
         ui_u(ui, 24);
    ui_scroll_end(ui, y);
    ui_leave(ui);
}
