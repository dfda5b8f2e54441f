/* screen_encounter.c - the person on the left with their hands in sight; what was said, what can be said,
 * how, and what else can be done on the right and below. */
#include "scene_parts.h"

enum { EXCHANGES_TO_MENTION = 5 };

struct column scene_column(const struct page *p)
{
    const struct ui *ui = p->ui;
    int32_t share = ui->text_size > 140 ? 400 : 469;
    int32_t x = ui->width * share / 1000, w = ui->width - x - ui_u(ui, 36);
    int32_t most = ui_u(ui, ui->text_size > 140 ? 1000 : 760);
    return (struct column){
        x, w > most ? most : w, ui_u(ui, 22), 0, false, ui->text_size > 140 || 2 * ui->width < 3 * ui->height};
}

void scene_ground(struct page *p, const struct column *c)
{
    struct ui *ui = p->ui;
    int32_t w = ui->width, h = ui->height, from = c->x - ui_u(ui, 114);
    struct ui_op *scene = ui_op(ui, OP_SCENE, (struct ui_rect){0, 0, w, h});
    scene->text = place_names[p->model->scenario->place];
    scene->identity = p->model->scenario->identity;
    scene->zoom = 1000;
    scene->live = true;
    if (ui->theme.contrast) {
        ui_box(ui, (struct ui_rect){c->x - ui_u(ui, 24), 0, w - c->x + ui_u(ui, 24), h}, 0, ui->theme.ground);
        return;
    }
    int32_t middle = c->x + ui_u(ui, 66);
    ui_shade(ui, (struct ui_rect){from, 0, middle - from, h}, false, 0x0b111800, 0x0b1118d8);
    ui_shade(ui, (struct ui_rect){middle, 0, w - middle, h}, false, 0x0b1118d8, 0x0b1118f0);
    ui_shade(ui, (struct ui_rect){0, h - ui_u(ui, 128), w, ui_u(ui, 64)}, true, 0x0b111800, 0x0b1118c0);
    ui_box(ui, (struct ui_rect){0, h - ui_u(ui, 64), w, ui_u(ui, 64)}, 0, 0x0b1118c0);
}

static void card(struct page *p, struct ui_rect rect)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, rect, 13, t->card, t->contrast ? t->line : 0xffffff17, ui_u(p->ui, 1));
}

/* --- where and how long --------------------------------------------------------------------------------- */

/* Pause lies at the left end, so that the bar below keeps to one row. */
static int32_t pause_button(struct page *p, const struct column *c, int32_t high)
{
    struct ui_rect rect = {ui_u(p->ui, 28), c->top, high, high};
    struct ui_action action = DEED(DEED_SHEET, SHEET_PAUSE, 0);
    if (p->app->screen != SCREEN_ENCOUNTER) /* nothing runs that could be paused */
        return rect.x;
    int32_t bar = ui_u(p->ui, 4), tall = high * 36 / 100, y = rect.y + (high - tall) / 2, x = rect.x + high / 2;
    card(p, rect);
    if (ui_is_hover(p->ui, action))
        ui_box(p->ui, rect, 13, p->ui->theme.selected);
    ui_box(p->ui, (struct ui_rect){x - 2 * bar + bar / 4, y, bar, tall}, 1, p->ui->theme.text);
    ui_box(p->ui, (struct ui_rect){x + bar - bar / 4, y, bar, tall}, 1, p->ui->theme.text);
    focus_ring(p, rect, 13, action);
    ui_key(p->ui, ui_node(p->ui, ROLE_BUTTON, say_word(&p->say, "ui.pause"), rect, action), 27);
    return rect.x + rect.w + ui_u(p->ui, 8);
}

void scene_chip(struct page *p, const struct column *c)
{
    struct ui *ui = p->ui;
    struct ui_style bold = style_of(UI_SEMIBOLD, 15, 20, ui->theme.text),
                    plain = style_of(UI_REGULAR, 15, 20, ui->theme.second);
    td_str place = say_text(&p->say, TD_STR("setting"));
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, p->model->view->story_ms)),
                                    ARG_TEXT("name", say_name(&p->say))};
    td_str time = say_with(&p->say, "ui.time-with", args, 2);
    int32_t pad = ui_u(ui, 16), high = ui_t(ui, 20) + ui_u(ui, 20), gap = ui_u(ui, 14), left = pause_button(p, c, high);
    int32_t w1 = ui_width(ui, bold, place), w2 = ui_width(ui, plain, time), room = c->x - left - 2 * pad - ui_u(ui, 12);
    bool two = w1 + gap + w2 > room;
    int32_t wide = two ? (w1 > w2 ? w1 : w2) : w1 + gap + w2;
    wide = wide > room ? room : wide;
    int32_t upper = two ? ui_para(ui, 0, 0, wide, bold, place, false) : 0;
    struct ui_rect rect = {left, c->top, wide + 2 * pad, two ? upper + ui_t(ui, 20) + ui_u(ui, 20) : high};
    card(p, rect);
    if (two) {
        ui_para(ui, left + pad, rect.y + ui_u(ui, 9), wide, bold, place, true);
        ui_label(ui, (struct ui_rect){left + pad, rect.y + ui_u(ui, 9) + upper, wide, ui_t(ui, 22)}, plain, time, 0);
    } else {
        ui_label(ui, (struct ui_rect){left + pad, rect.y, w1, high}, bold, place, 0);
        ui_label(ui, (struct ui_rect){left + pad + w1 + gap, rect.y, w2, high}, plain, time, 0);
    }
    ui_node(ui, ROLE_TEXT, say_join(&p->say, place, ", ", time), rect, DEED(0, 0, 0));
}

/* --- stairway and figures: only where the mode shows them -------------------------------------------------- */

static void stairway(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    int32_t stage = p->model->view->stage, pad = ui_u(ui, 16), inner = rect.w - 2 * pad, gap = ui_u(ui, 4);
    int32_t wide = (inner - 4 * gap) / 5, foot = rect.y + rect.h - ui_u(ui, 14) - ui_t(ui, 18);
    int32_t rise = (foot - rect.y - ui_u(ui, 34)) / 5;
    card(p, rect);
    for (int i = 0; i < STAGE_COUNT; i++) {
        int32_t high = rise * (i + 1), x = rect.x + pad + i * (wide + gap);
        ui_edge_box(ui, (struct ui_rect){x, foot - high, wide, high}, 4, i <= stage ? ui->theme.good : ui->theme.track,
                    ui->theme.contrast ? ui->theme.line : 0, ui->theme.contrast ? 1 : 0);
        if (i == stage)
            ui_dot(ui, x + wide / 2, foot - high - ui_u(ui, 14), ui_u(ui, 9), ui->theme.accent, 0, 0);
    }
    struct ui_rect caption = {rect.x + pad, foot + ui_u(ui, 7), inner, ui_t(ui, 18)};
    ui_label(ui, caption, style_of(UI_SEMIBOLD, 13, 18, ui->theme.text), say_stage(&p->say, stage), 0);
    if (stage + 1 < STAGE_COUNT && ui->text_size <= 140) {
        const struct word_arg args[] = {ARG_TEXT("step", say_stage(&p->say, stage + 1))};
        ui_label(ui, caption, style_of(UI_REGULAR, 13, 18, ui->theme.second),
                 say_with(&p->say, "ui.next-step", args, 1), 2);
    }
    const struct word_arg now[] = {ARG_INT("n", stage + 1), ARG_TEXT("step", say_stage(&p->say, stage))};
    ui_node(ui, ROLE_METER, say_with(&p->say, "stage.now", now, 2), rect, DEED(0, 0, 0));
}

static void meter_row(struct page *p, struct ui_rect row, const char *id, int32_t permille, pen_rgba colour)
{
    struct ui *ui = p->ui;
    td_str name = say_capital(&p->say, say_word(&p->say, id)), value = say_number(&p->say, (permille + 5) / 10);
    int32_t figure = ui_t(ui, 30), label = row.w * 46 / 100;
    ui_label(ui, (struct ui_rect){row.x, row.y, label, row.h}, style_of(UI_REGULAR, 13, 18, ui->theme.second), name, 0);
    meter_bar(p,
              (struct ui_rect){row.x + label + ui_u(ui, 8), row.y + row.h / 2 - ui_u(ui, 3),
                               row.w - label - figure - ui_u(ui, 8), ui_u(ui, 7)},
              permille, colour);
    ui_label(ui, (struct ui_rect){row.x + row.w - figure, row.y, figure, row.h},
             style_of(UI_SEMIBOLD, 13, 18, ui->theme.text), value, 2);
    ui_node(ui, ROLE_METER, say_join(&p->say, name, " ", value), row, DEED(0, 0, 0));
}

static void meters(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    const struct view *v = p->model->view;
    const struct {
        const char *id;
        int32_t value;
        pen_rgba colour;
    } rows[] = {
        {"figure.agitation", v->agitation, ui->theme.accent},
        {"figure.understanding", v->understanding, ui->theme.good},
        {"figure.rapport", v->rapport, ui->theme.good},
        {"figure.trust", v->trust, ui->theme.good},
    };
    int32_t pad = ui_u(ui, 14), high = (rect.h - 2 * pad) / 4;
    card(p, rect);
    for (int i = 0; i < 4; i++)
        meter_row(p, (struct ui_rect){rect.x + pad, rect.y + pad + i * high, rect.w - 2 * pad, high}, rows[i].id,
                  rows[i].value, rows[i].colour);
}

/* All of it in one row, where words need the room. */
static int32_t slim(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    const struct view *v = p->model->view;
    int32_t high = ui_t(ui, 20) + ui_u(ui, 20), pad = ui_u(ui, 14), mid = y + high / 2, half = c->w * 46 / 100;
    if (!draw)
        return high;
    struct ui_rect rect = {c->x, y, c->w, high};
    const struct word_arg now[] = {ARG_INT("n", v->stage + 1), ARG_TEXT("step", say_stage(&p->say, v->stage))};
    card(p, rect);
    stairs_small(p, c->x + pad, mid - ui_u(ui, 10), v->stage);
    ui_label(ui, (struct ui_rect){c->x + pad + ui_u(ui, 130), y, half - pad - ui_u(ui, 130), high},
             style_of(UI_SEMIBOLD, 13, 18, ui->theme.text), say_stage(&p->say, v->stage), 0);
    ui_node(ui, ROLE_METER, say_with(&p->say, "stage.now", now, 2), (struct ui_rect){c->x, y, half, high},
            DEED(0, 0, 0));
    meter_row(p, (struct ui_rect){c->x + half, mid - ui_t(ui, 9), c->w - half - pad, ui_t(ui, 18)}, "figure.agitation",
              v->agitation, ui->theme.accent);
    return high;
}

/* Returns the height it takes at the top of the column. */
int32_t scene_figures(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    if (!p->model->view->meters)
        return 0;
    if (c->tight)
        return slim(p, c, y, draw);
    int32_t high = ui_u(ui, 92) + 2 * ui_t(ui, 18), gap = ui_u(ui, 12), stairs = c->w * 53 / 100;
    if (!draw)
        return high;
    meters(p, (struct ui_rect){c->x, y, c->w - stairs - gap, high});
    stairway(p, (struct ui_rect){c->x + c->w - stairs, y, stairs, high});
    return high;
}

/* --- what was said and seen ------------------------------------------------------------------------------------ */

static struct ui_style part_style(const struct page *p, enum ui_part_kind kind, int32_t speech)
{
    const struct ui_theme *t = &p->ui->theme;
    switch (kind) {
    case PART_ECHO: return style_of(UI_REGULAR, 14, 20, t->second);
    case PART_ACTION: return style_of(UI_ITALIC, 16, 23, t->second);
    case PART_SPEECH: return style_of(UI_MEDIUM, speech, speech * 34 / 25, t->text);
    case PART_EVENT: return style_of(UI_ITALIC, 16, 23, t->contrast ? t->text : 0xd9c9a3ff);
    case PART_NEWS: return style_of(UI_REGULAR, 14, 20, t->good);
    case PART_FEEDBACK: return style_of(UI_MEDIUM, 15, 22, t->accent);
    }
    return style_of(UI_REGULAR, 15, 22, t->text);
}

static int32_t part(struct page *p, const struct column *c, int32_t y, const struct ui_part *part, int32_t speech,
                    bool draw)
{
    struct ui_style style = part_style(p, part->kind, speech);
    int32_t high = ui_para(p->ui, c->x, y, c->w, style, part->text, draw);
    if (draw) {
        int node = ui_node(p->ui, part->kind == PART_SPEECH ? ROLE_SPEECH : ROLE_TEXT, part->text,
                           (struct ui_rect){c->x, y, c->w, high}, DEED(0, 0, 0));
        ui_set(p->ui, node, UI_LIVE);
    }
    return high + ui_u(p->ui, part->kind == PART_SPEECH ? 10 : 8);
}

static int32_t name_tag(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui_style style = style_of(UI_SEMIBOLD, 15, 22, p->ui->theme.accent);
    return ui_para(p->ui, c->x, y, c->w, style, say_name(&p->say), draw) + ui_u(p->ui, 5);
}

static int32_t notice(struct page *p, const struct column *c, int32_t y, td_str text, bool draw)
{
    struct ui_part warning = {PART_FEEDBACK, text};
    return text.len > 0 ? part(p, c, y, &warning, 25, draw) : 0;
}

/* Parts of one kind that follow each other are one paragraph. */
static struct ui_part joined(struct page *p, const struct ui_moment *m, int *i)
{
    struct ui_part one = m->parts[*i];
    bool joins = one.kind == PART_SPEECH || one.kind == PART_ACTION;
    while (joins && *i + 1 < m->count && m->parts[*i + 1].kind == one.kind)
        one.text = say_join(&p->say, one.text, " ", m->parts[++*i].text);
    return one;
}

int32_t scene_telling(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw)
{
    const struct ui_moment *m = p->model->moment;
    int32_t top = y;
    bool named = false;
    y += notice(p, c, y, p->model->trouble, draw) + notice(p, c, y, p->model->refusal, draw);
    for (int i = 0; m && i < m->count; i++) {
        struct ui_part next = joined(p, m, &i);
        if (next.kind == PART_ECHO && c->tight && m->count > 2)
            continue;
        if (next.kind == PART_SPEECH && !named) {
            y += name_tag(p, c, y, draw);
            named = true;
        }
        y += part(p, c, y, &next, speech, draw);
    }
    y += notice(p, c, y, p->model->hint, draw);
    if (p->model->view->exchanges_left <= EXCHANGES_TO_MENTION && p->model->view->exchanges_left > 0) {
        const struct word_arg args[] = {ARG_INT("n", p->model->view->exchanges_left)};
        struct ui_part left = {PART_ECHO, say_with(&p->say, "play.exchanges-left", args, 1)};
        y += part(p, c, y, &left, speech, draw);
    }
    return y - top;
}

/* --- the lines ------------------------------------------------------------------------------------------------- */

static int32_t lines(struct page *p, const struct column *c, int32_t y, bool draw)
{
    const struct view *v = p->model->view;
    int32_t top = y;
    for (int i = 0; i < v->choice_count; i++) {
        td_str under = {0};
        if (p->model->mode == MODE_guided && v->choices[i].hint_act != ACT_COUNT)
            under = say_of(&p->say, "act.", act_name(v->choices[i].hint_act), ".name");
        struct ui_rect rect = {c->x, y, c->w, 0};
        y += choice_row(p, rect, (char)('1' + i),
                        say_text(&p->say, p->model->scenario->choices[v->choices[i].choice].id), under, false,
                        DEED(DEED_CHOOSE, i, 0), ROLE_CHOICE, draw);
        y += ui_u(p->ui, 9);
    }
    return y - top - ui_u(p->ui, 9);
}

/* --- the bar below ------------------------------------------------------------------------------------------------ */

struct control {
    const char *label;
    const char *options[3];
    int32_t values[3];
    int32_t deed, chosen;
};

int32_t ui_distance_now(const struct ui_app *app, const struct ui_model *model)
{
    int32_t cm = app->dist != NONE ? app->dist : model->view->dist;
    return cm <= (UI_CLOSE_CM + UI_TALKING_CM) / 2  ? UI_CLOSE_CM
           : cm <= (UI_TALKING_CM + UI_BACK_CM) / 2 ? UI_TALKING_CM
                                                    : UI_BACK_CM;
}

static int32_t delivery(struct page *p, const struct column *c, int32_t y, bool draw)
{
    const struct control controls[] = {
        {"delivery.voice",
         {"delivery.voice.soft", "delivery.voice.steady", "delivery.voice.firm"},
         {1, 0, -1},
         DEED_TONE,
         p->app->tone},
        {"delivery.pace",
         {"delivery.pace.slow", "delivery.pace.normal", "delivery.pace.fast"},
         {1, 0, -1},
         DEED_PACE,
         p->app->pace},
        {"delivery.distance",
         {"ui.dist.close", "ui.dist.talking", "ui.dist.back"},
         {UI_CLOSE_CM, UI_TALKING_CM, UI_BACK_CM},
         DEED_DIST,
         ui_distance_now(p->app, p->model)},
    };
    int count = p->model->view->distance_free ? 3 : 2;
    int32_t left = c->large ? c->x : ui_u(p->ui, 28), high = ui_t(p->ui, 20) + ui_u(p->ui, 14);
    struct flow flow = flow_of(left, y, c->large ? c->w : c->x - left - ui_u(p->ui, 20), ui_u(p->ui, 10));
    for (int i = 0; i < count; i++) {
        struct option options[3];
        td_str label = say_capital(&p->say, say_word(&p->say, controls[i].label));
        for (int k = 0; k < 3; k++)
            options[k] =
                (struct option){say_capital(&p->say, say_word(&p->say, controls[i].options[k])), controls[i].values[k]};
        struct ui_rect rect = flow_place(&flow, segment_width(p, label, options, 3), high);
        if (draw)
            segment(p, rect, label, options, 3, controls[i].chosen, controls[i].deed);
    }
    return flow_bottom(&flow) - y;
}

struct act_button {
    const char *id;
    char key;
    struct ui_action action;
    bool shown;
};

static int32_t acts(struct page *p, const struct column *c, int32_t y, bool draw)
{
    const struct view *v = p->model->view;
    const struct act_button buttons[] = {
        {p->app->silent ? "ui.silence.end" : "ui.silence", p->app->keys.of[USE_silence], DEED(DEED_SILENCE, 0, 0),
         v->may_pause},
        {"ui.look", p->app->keys.of[USE_look], DEED(DEED_LOOK, 0, 0), v->may_observe},
        {"ui.notes-short", p->app->keys.of[USE_notes], DEED(DEED_SHEET, SHEET_NOTES, 0), true},
        {"ui.help", p->app->keys.of[USE_help], DEED(DEED_SHEET, SHEET_HELP, 0), v->help_open != 0},
        {"ui.move-short", p->app->keys.of[USE_room], DEED(DEED_SHEET, SHEET_MOVES, 0), v->scene_open != 0},
        {"ui.handover", p->app->keys.of[USE_handover], DEED(DEED_SHEET, SHEET_HANDOVER, 0), v->may_handover},
        {"ui.hint", p->app->keys.of[USE_hint], DEED(DEED_HINT, 0, 0), p->model->mode == MODE_guided},
    };
    int32_t left = c->large ? ui_u(p->ui, 28) : c->x;
    struct flow flow = flow_of(left, y, c->x + c->w - left, ui_u(p->ui, 7));
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        td_str label = say_word(&p->say, buttons[i].id), hint = key_name(p, buttons[i].key);
        if (!buttons[i].shown)
            continue;
        struct ui_rect rect = flow_place(&flow, button_width(p, label, hint), button_height(p));
        if (draw)
            ui_key(p->ui,
                   button(p, rect, label, hint, i == 0 && p->app->silent ? BUTTON_CHOSEN : BUTTON_PLAIN,
                          buttons[i].action),
                   buttons[i].key);
    }
    return flow_bottom(&flow) - y;
}

/* --- together ----------------------------------------------------------------------------------------------------- */

/* The largest speech that leaves room for everything, at first with all the figures; 0 if none does. */
static int32_t speech_size(struct page *p, struct column *c, int32_t lines_high)
{
    static const int32_t sizes[2][3] = {{25, 22, 20}, {22, 20, 18}};
    for (int tight = 0; tight < 2; tight++) {
        c->tight = tight;
        int32_t band = scene_figures(p, c, 0, false), room = c->bottom - c->top - band - lines_high - ui_u(p->ui, 36);
        for (int i = 0; i < 3; i++)
            if (scene_telling(p, c, 0, sizes[tight][i], false) <= room)
                return sizes[tight][i];
    }
    return 0;
}

static void fixed(struct page *p, const struct column *c, int32_t speech, int32_t lines_high)
{
    int32_t band = scene_figures(p, c, c->top, true), said = scene_telling(p, c, 0, speech, false);
    int32_t free_room = c->bottom - c->top - band - lines_high - said, most = ui_u(p->ui, 24);
    scene_telling(p, c, c->top + band + (free_room / 3 > most ? most : free_room / 3), speech, true);
    lines(p, c, c->bottom - lines_high, true);
}

/* The lines stay where they are; what was said scrolls above them. */
static void scrolling_words(struct page *p, const struct column *c, int32_t lines_high)
{
    int32_t band = scene_figures(p, c, c->top, true), gap = ui_u(p->ui, 12), top = c->top + band + (band ? gap : 0);
    struct ui_rect view = {c->x - ui_u(p->ui, 6), top, c->w + ui_u(p->ui, 18), c->bottom - lines_high - gap - top};
    int32_t y = top - ui_scroll_start(p->ui, view);
    y += scene_telling(p, c, y, 18, true);
    ui_scroll_end(p->ui, y);
    lines(p, c, c->bottom - lines_high, true);
}

static void scrolling_all(struct page *p, const struct column *c)
{
    struct ui_rect view = {c->x - ui_u(p->ui, 6), c->top, c->w + ui_u(p->ui, 18), c->bottom - c->top};
    int32_t gap = ui_u(p->ui, 14), y = c->top - ui_scroll_start(p->ui, view);
    y += scene_telling(p, c, y, 19, true) + gap;
    y += lines(p, c, y, true) + gap;
    y += c->large ? delivery(p, c, y, true) + gap : 0;
    y += scene_figures(p, c, y, true) + ui_u(p->ui, 6);
    ui_scroll_end(p->ui, y);
}

void screen_encounter(struct page *p)
{
    struct column c = scene_column(p);
    int32_t foot = p->ui->height - ui_u(p->ui, 18), acts_high = acts(p, &c, 0, false),
            own_high = delivery(p, &c, 0, false);
    ui_enter(p->ui, ROLE_SCREEN, say_text(&p->say, TD_STR("title")),
             (struct ui_rect){0, 0, p->ui->width, p->ui->height});
    scene_ground(p, &c);
    c.bottom = foot - acts_high - ui_u(p->ui, 14);
    int32_t lines_high = lines(p, &c, 0, false), speech = speech_size(p, &c, lines_high);
    if (speech > 0 && !c.large)
        fixed(p, &c, speech, lines_high);
    else if (!c.large && c.bottom - c.top - lines_high > ui_u(p->ui, 220))
        scrolling_words(p, &c, lines_high);
    else
        scrolling_all(p, &c);
    if (!c.large)
        delivery(p, &c, foot - own_high, true);
    acts(p, &c, foot - acts_high, true);
    scene_chip(p, &c);
    ui_leave(p->ui);
}
