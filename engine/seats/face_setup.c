/* face_setup.c - a session before it is one: what is played and how, the room being opened, somebody else's room. */
#include "seat_parts.h"

#include "session.h"
#include "wire_room.h"

enum { GUTTER = 36, NARROW = 150, MODES = 3, RUNGS = 4 };

static bool is_narrow(const struct seat_page *s)
{
    return s->ui->text_size >= NARROW || s->ui->width < s->ui->height * 5 / 4;
}

/* --- choosing ---------------------------------------------------------------------------------------------- */

static void encounters(struct seat_page *s, struct panel *panel)
{
    for (int32_t i = 0; i < s->model->card_count; i++) {
        const struct seats_card *card = &s->model->cards[i];
        td_str under = join_two(s, card->setting, " · ", word_n(s, "ui.minutes", card->minutes));
        panel_choice(panel, 0, card->title, under, s->app->card == i, SEAT(SEAT_CARD, i, 0));
    }
}

static void presets(struct seat_page *s, struct panel *panel)
{
    struct option options[PRESET_COUNT];
    for (int i = 0; i < PRESET_COUNT; i++)
        options[i] = (struct option){word_of(s, "preset.", wire_preset_names[i], ".name"), i};
    panel_options(panel, word(s, "group.preset"), options, PRESET_COUNT, s->app->preset, SEAT_PRESET);
    panel_second(panel, word_of(s, "preset.", wire_preset_names[s->app->preset], ".is"));
    if (s->app->preset != PRESET_several_teams)
        return;
    struct option teams[WIRE_TEAMS];
    for (int i = 2; i <= WIRE_TEAMS; i++)
        teams[i - 2] = (struct option){say_number(s->say, i), i};
    panel_options(panel, word(s, "group.teams"), teams, WIRE_TEAMS - 1, s->app->teams, SEAT_TEAMS);
}

static void named(struct seat_page *s, struct panel *panel, const char *title, const char *head, const td_str *names,
                  int count, int32_t chosen, int32_t deed)
{
    struct option options[8];
    for (int i = 0; i < count && i < 8; i++)
        options[i] = (struct option){word_of(s, head, names[i], ".name"), i};
    panel_options(panel, word(s, title), options, count, chosen, deed);
    panel_second(panel, word_of(s, head, names[chosen], ".is"));
}

static void languages(struct seat_page *s, struct panel *panel)
{
    struct option options[8];
    for (int i = 0; i < s->model->language_count && i < 8; i++)
        options[i] = (struct option){s->model->languages[i], i};
    panel_options(panel, word(s, "group.language"), options, s->model->language_count, s->app->language, SEAT_LANGUAGE);
}

static void flows(struct seat_page *s, struct panel *panel)
{
    const struct option options[] = {{word(s, "group.run-through"), FLOW_RUN_THROUGH},
                                     {word(s, "web.flow"), FLOW_STOP_AND_DISCUSS}};
    panel_options(panel, word(s, "group.flow"), options, 2, s->app->flow, SEAT_FLOW);
}

static int32_t how(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "group.how"));
    presets(s, &panel);
    flows(s, &panel);
    named(s, &panel, "group.mode", "mode.", mode_names, MODES, s->app->mode, SEAT_MODE);
    languages(s, &panel);
    named(s, &panel, "group.rung", "rung.", rung_names, RUNGS, s->app->rung, SEAT_RUNG);
    panel_field(&panel, FIELD_SEED, word(s, "group.seed"));
    return panel_end(&panel);
}

static int32_t what(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "group.scenario"));
    encounters(s, &panel);
    return panel_end(&panel);
}

/* Open, open again, join, back: what the page is for stays in sight. */
static int32_t foot(struct seat_page *s)
{
    struct ui *ui = s->ui;
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x, high = button_height(&s->p) + 2 * ui_u(ui, 12);
    const struct word_arg args[] = {ARG_TEXT("code", s->model->again)};
    if (is_narrow(s))
        high += 2 * (button_height(&s->p) + ui_u(ui, 8));
    int32_t y = ui->height - high;
    ui_box(ui, (struct ui_rect){0, y, ui->width, high}, 0, ui->theme.deeper);
    struct flow flow = flow_of(x, y + ui_u(ui, 12), w, ui_u(ui, 10));
    flow_key(s, &flow, word(s, "group.open"), 0, BUTTON_FIRST, SEAT(SEAT_OPEN, 0, 0));
    if (s->model->again.len > 0)
        flow_key(s, &flow, say_with(s->say, "group.again", args, 1), 'a', BUTTON_PLAIN, SEAT(SEAT_AGAIN_ROOM, 0, 0));
    flow_key(s, &flow, word(s, "group.to-join"), 'j', BUTTON_PLAIN, SEAT(SEAT_TO_JOIN, 0, 0));
    flow_key(s, &flow, word(s, "ui.home"), 27, BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
    return y;
}

void face_setup(struct seat_page *s)
{
    struct ui *ui = s->ui;
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x, gap = ui_u(ui, 16);
    ui_enter(ui, ROLE_SCREEN, word(s, "group.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t top = page_head(&s->p, word(s, "group.title"), word(s, "group.lead"));
    int32_t bottom = ui->height - button_height(&s->p) - 2 * ui_u(ui, 12) -
                     (is_narrow(s) ? 2 * (button_height(&s->p) + ui_u(ui, 8)) : 0);
    struct ui_rect view = {x - ui_u(ui, 6), top, w + ui_u(ui, 12), bottom - top};
    int32_t y = top - ui_scroll_start(ui, view), left, right;
    if (is_narrow(s)) {
        left = what(s, x, y, w);
        right = how(s, x, left, w);
    } else {
        int32_t half = (w - gap) * 45 / 100;
        left = what(s, x, y, half);
        right = how(s, x + half + gap, y, w - half - gap);
    }
    ui_scroll_end(ui, left > right ? left : right);
    foot(s);
    ui_leave(ui);
}

/* --- the room being opened ------------------------------------------------------------------------------------ */

void face_opening(struct seat_page *s)
{
    struct ui *ui = s->ui;
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x;
    const bool failed = s->model->trouble.len > 0;
    ui_enter(ui, ROLE_SCREEN, word(s, "group.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t y = page_head(&s->p, word(s, failed ? "group.not-opened" : "group.opening"), s->model->trouble);
    ui_set(ui, ui->node_count - 1, UI_LIVE);
    struct flow flow = flow_of(x, y, w, ui_u(ui, 10));
    flow_key(s, &flow, word(s, "ui.home"), 27, failed ? BUTTON_FIRST : BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
    ui_leave(ui);
}

/* --- somebody else's room -------------------------------------------------------------------------------------- */

static void roles(struct seat_page *s, struct panel *panel)
{
    static const enum seat order[] = {SEAT_voter,  SEAT_primary,  SEAT_coach,      SEAT_board,
                                      SEAT_leader, SEAT_observer, SEAT_role_player};
    struct option options[sizeof order / sizeof *order + 1] = {{word(s, "web.join.role-any"), NONE}};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        options[i + 1] = (struct option){word_of(s, "seat.", seat_name(order[i]), ".name"), (int32_t)order[i]};
    panel_options(panel, word(s, "web.join.role"), options, (int)(sizeof options / sizeof *options), s->app->wants,
                  SEAT_WANTS);
}

void face_join(struct seat_page *s)
{
    struct ui *ui = s->ui;
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x, most = ui_u(ui, 720);
    ui_enter(ui, ROLE_SCREEN, word(s, "web.join.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t top = page_head(&s->p, word(s, "web.join.title"), word(s, "web.join.lead"));
    struct ui_rect view = {x - ui_u(ui, 6), top, w + ui_u(ui, 12), ui->height - top};
    int32_t y = top - ui_scroll_start(ui, view);
    struct panel panel = panel_begin(s, x, y, w < most || is_narrow(s) ? w : most, TD_STR(""));
    if (s->model->refusal.len > 0) {
        panel_text(&panel, style_of(UI_SEMIBOLD, 15, 21, ui->theme.accent), s->model->refusal);
        ui_set(ui, ui->node_count - 1, UI_LIVE);
    }
    panel_field(&panel, FIELD_ADDRESS, word(s, "group.address"));
    panel_field(&panel, FIELD_CODE, word(s, "web.join.code"));
    panel_field(&panel, FIELD_NAME, word(s, "web.join.name"));
    roles(s, &panel);
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.join.go"), 0, BUTTON_FIRST, SEAT(SEAT_JOIN, 0, 0));
    flow_key(s, &flow, word(s, "ui.home"), 27, BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
    panel_flowed(&panel, &flow);
    ui_scroll_end(ui, panel_end(&panel));
    ui_leave(ui);
}
