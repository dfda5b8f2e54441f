/* scene_figures.c - above a scene: pause, where and how long; and, where the mode shows them, the stairway with
 * the step the two stand on, and the figures. */
#include "scene_parts.h"

enum { METERS = 4 };

static void card(struct page *p, struct ui_rect rect)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, rect, 13, t->card, t->contrast ? t->line : 0xffffff17, ui_u(p->ui, 1));
}

/* --- pause, where, how long -------------------------------------------------------------------------- */

static int32_t chip_height(const struct page *p)
{
    return ui_t(p->ui, 20) + ui_u(p->ui, 20);
}

bool scene_is_asked(const struct page *p)
{
    return p->app->screen == SCREEN_ENCOUNTER && p->app->sheet == SHEET_PROMPT;
}

static bool may_pause(const struct page *p)
{
    return p->app->screen == SCREEN_ENCOUNTER && !scene_is_asked(p); /* else nothing runs that could be paused */
}

static void pause_button(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    struct ui_action action = DEED(DEED_SHEET, SHEET_PAUSE, 0);
    int32_t bar = ui_u(ui, 4), tall = rect.h * 36 / 100, y = rect.y + (rect.h - tall) / 2, x = rect.x + rect.w / 2;
    card(p, rect);
    if (ui_is_hover(ui, action))
        ui_box(ui, rect, 13, ui->theme.selected);
    ui_box(ui, (struct ui_rect){x - 2 * bar + bar / 4, y, bar, tall}, 1, ui->theme.text);
    ui_box(ui, (struct ui_rect){x + bar - bar / 4, y, bar, tall}, 1, ui->theme.text);
    focus_ring(p, rect, 13, action);
    ui_key(ui, ui_node(ui, ROLE_BUTTON, say_word(&p->say, "ui.pause"), rect, action), 27);
}

static td_str time_with(struct page *p)
{
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, p->model->view->story_ms)),
                                    ARG_TEXT("name", say_called(&p->say))};
    return say_with(&p->say, "ui.time-with", args, 2);
}

static struct ui_style place_style(const struct page *p)
{
    return style_of(UI_SEMIBOLD, 15, 20, p->ui->theme.text);
}

static struct ui_style time_style(const struct page *p)
{
    return style_of(UI_REGULAR, 15, 20, p->ui->theme.second);
}

/* At the upper left, in two rows where one is too short. */
static void chip(struct page *p, const struct column *c, int32_t y)
{
    struct ui *ui = p->ui;
    td_str place = say_text(&p->say, TD_STR("setting")), time = time_with(p);
    int32_t pad = ui_u(ui, 16), high = chip_height(p), gap = ui_u(ui, 14), left = ui_u(ui, 28);
    if (may_pause(p)) {
        pause_button(p, (struct ui_rect){left, y, high, high});
        left += high + ui_u(ui, 8);
    }
    int32_t w1 = ui_width(ui, place_style(p), place), w2 = ui_width(ui, time_style(p), time),
            room = c->x - left - 2 * pad - ui_u(ui, 12);
    bool two = w1 + gap + w2 > room;
    int32_t wide = two ? (w1 > w2 ? w1 : w2) : w1 + gap + w2;
    wide = wide > room ? room : wide;
    int32_t upper = two ? ui_para(ui, 0, 0, wide, place_style(p), place, false) : 0;
    struct ui_rect rect = {left, y, wide + 2 * pad, two ? upper + ui_t(ui, 20) + ui_u(ui, 20) : high};
    card(p, rect);
    if (two) {
        ui_para(ui, left + pad, rect.y + ui_u(ui, 9), wide, place_style(p), place, true);
        ui_label(ui, (struct ui_rect){left + pad, rect.y + ui_u(ui, 9) + upper, wide, ui_t(ui, 22)}, time_style(p),
                 time, 0);
    } else {
        ui_label(ui, (struct ui_rect){left + pad, rect.y, w1, high}, place_style(p), place, 0);
        ui_label(ui, (struct ui_rect){left + pad + w1 + gap, rect.y, w2, high}, time_style(p), time, 0);
    }
    ui_node(ui, ROLE_TEXT, say_join(&p->say, place, ", ", time), rect, DEED(0, 0, 0));
}

/* --- the stairway ---------------------------------------------------------------------------------------- */

static struct ui_style caption_style(const struct page *p, bool strong)
{
    return style_of(strong ? UI_SEMIBOLD : UI_REGULAR, 13, 18, strong ? p->ui->theme.text : p->ui->theme.second);
}

static td_str next_step(struct page *p, int32_t stage)
{
    if (stage + 1 >= STAGE_COUNT)
        return TD_STR("");
    const struct word_arg args[] = {ARG_TEXT("step", say_stage(&p->say, stage + 1))};
    return say_with(&p->say, "ui.next-step", args, 1);
}

static void stage_node(struct page *p, struct ui_rect rect)
{
    int32_t stage = p->model->view->stage;
    const struct word_arg now[] = {ARG_INT("n", stage + 1), ARG_TEXT("step", say_stage(&p->say, stage))};
    td_str told = say_join(&p->say, say_with(&p->say, "stage.now", now, 2), " ", next_step(p, stage));
    ui_node(p->ui, ROLE_METER, told, rect, DEED(0, 0, 0));
}

/* Five steps that rise: those reached are lit, the one they stand on is marked.  A picture, nothing to press. */
static void steps(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    const struct ui_theme *t = &ui->theme;
    int32_t stage = p->model->view->stage, gap = ui_u(ui, 4), wide = (r.w - 4 * gap) / STAGE_COUNT;
    for (int i = 0; i < STAGE_COUNT; i++) {
        int32_t high = r.h * (i + 2) / (STAGE_COUNT + 1), x = r.x + i * (wide + gap), top = r.y + r.h - high;
        ui_edge_box(ui, (struct ui_rect){x, top, wide, high}, 3,
                    i == stage  ? t->accent
                    : i < stage ? t->good
                                : t->track,
                    t->contrast ? t->line : 0, t->contrast ? 1 : 0);
    }
}

/* --- the figures -------------------------------------------------------------------------------------------- */

struct meter {
    td_str name, value;
    int32_t permille;
    pen_rgba colour;
};

static struct meter meter_at(struct page *p, int i)
{
    const struct view *v = p->model->view;
    const struct ui_theme *t = &p->ui->theme;
    static const char *const ids[METERS] = {"figure.agitation", "figure.understanding", "figure.rapport",
                                            "figure.trust"};
    const int32_t values[METERS] = {v->agitation, v->understanding, v->rapport, v->trust};
    return (struct meter){say_capital(&p->say, say_word(&p->say, ids[i])), say_number(&p->say, (values[i] + 5) / 10),
                          values[i], i == 0 ? t->accent : t->good};
}

static void meter_node(struct page *p, const struct meter *m, struct ui_rect rect)
{
    ui_node(p->ui, ROLE_METER, say_join(&p->say, m->name, " ", m->value), rect, DEED(0, 0, 0));
}

/* --- in rows ------------------------------------------------------------------------------------------------ */

/* "Empathy · next: Rapport"; in a single row with a small stairway before it. */
static void stage_cell(struct page *p, struct flow *flow, int32_t high, bool stepped, bool draw)
{
    struct ui *ui = p->ui;
    int32_t stage = p->model->view->stage, stairs = stepped ? ui_u(ui, 5 * 24 - 4) + ui_u(ui, 12) : 0;
    td_str name = say_stage(&p->say, stage), next = next_step(p, stage);
    if (next.len > 0)
        next = say_join(&p->say, TD_STR("·"), " ", next);
    int32_t w1 = ui_width(ui, caption_style(p, true), name), gap = ui_u(ui, 6),
            w2 = ui_width(ui, caption_style(p, false), next);
    struct ui_rect rect = flow_place(flow, stairs + w1 + gap + w2, high);
    if (!draw)
        return;
    if (stepped)
        stairs_small(p, rect.x, rect.y + high / 2 - ui_u(ui, 10), stage);
    ui_label(ui, (struct ui_rect){rect.x + stairs, rect.y, w1, high}, caption_style(p, true), name, 0);
    ui_label(ui, (struct ui_rect){rect.x + stairs + w1 + gap, rect.y, w2, high}, caption_style(p, false), next, 0);
    stage_node(p, rect);
}

static void meter_cell(struct page *p, struct flow *flow, int32_t high, const struct meter *m, bool draw)
{
    struct ui *ui = p->ui;
    bool barred = ui->text_size <= 140; /* larger letters need the bar's room; the figure says the same */
    int32_t gap = ui_u(ui, 7), bar = barred ? ui_u(ui, 34) + gap : 0,
            label = ui_width(ui, caption_style(p, false), m->name),
            figure = ui_width(ui, caption_style(p, true), m->value);
    struct ui_rect rect = flow_place(flow, label + gap + bar + figure, high);
    if (!draw)
        return;
    ui_label(ui, (struct ui_rect){rect.x, rect.y, label, high}, caption_style(p, false), m->name, 0);
    if (barred)
        meter_bar(p, (struct ui_rect){rect.x + label + gap, rect.y + high / 2 - ui_u(ui, 3), bar - gap, ui_u(ui, 7)},
                  m->permille, m->colour);
    ui_label(ui, (struct ui_rect){rect.x + label + gap + bar, rect.y, figure, high}, caption_style(p, true), m->value,
             0);
    meter_node(p, m, rect);
}

/* Not while one of them is asked about. */
static bool shows_figures(const struct page *p)
{
    return p->model->view->meters && !scene_is_asked(p);
}

static void cells(struct page *p, struct flow *flow, int32_t high, bool stepped, bool draw)
{
    if (!shows_figures(p))
        return;
    stage_cell(p, flow, high, stepped, draw);
    for (int i = 0; i < METERS; i++) {
        struct meter m = meter_at(p, i);
        meter_cell(p, flow, high, &m, draw);
    }
}

/* --- the panel: one shape from the first line to the last ---------------------------------------------------- */

/* As wide as it ever gets. */
static int32_t figure_width(const struct page *p, const struct meter *m)
{
    return ui_width(p->ui, caption_style(p, false), m->name) + ui_u(p->ui, 7) +
           ui_width(p->ui, caption_style(p, true), TD_STR("100"));
}

/* Its name and its number over its bar. */
static void figure_cell(struct page *p, struct ui_rect r, const struct meter *m)
{
    struct ui *ui = p->ui;
    int32_t line = ui_t(ui, 18), label = ui_width(ui, caption_style(p, false), m->name), x = r.x + label + ui_u(ui, 7);
    ui_label(ui, (struct ui_rect){r.x, r.y, label, line}, caption_style(p, false), m->name, 0);
    ui_label(ui, (struct ui_rect){x, r.y, r.x + r.w - x, line}, caption_style(p, true), m->value, 0);
    meter_bar(p, (struct ui_rect){r.x, r.y + line + ui_u(ui, 2), r.w, ui_u(ui, 5)}, m->permille, m->colour);
    meter_node(p, m, r);
}

/* In one row, or where their names are too long for that in two. */
static int32_t figure_cells(struct page *p, int32_t x, int32_t y, int32_t w, bool draw)
{
    struct ui *ui = p->ui;
    int32_t gap = ui_u(ui, 18), high = ui_t(ui, 18) + ui_u(ui, 7), total = -gap;
    struct meter all[METERS];
    for (int i = 0; i < METERS; i++) {
        all[i] = meter_at(p, i);
        total += figure_width(p, &all[i]) + gap;
    }
    int columns = total <= w ? METERS : METERS / 2;
    int32_t spare = columns == METERS ? (w - total) / METERS : 0, half = (w - gap) / 2, left = x;
    for (int i = 0; i < METERS && draw; i++) {
        int32_t wide = columns == METERS ? figure_width(p, &all[i]) + spare : half;
        int row = i / columns;
        left = i % columns == 0 ? x : left;
        figure_cell(p, (struct ui_rect){left, y + row * (high + ui_u(ui, 5)), wide, high}, &all[i]);
        left += wide + gap;
    }
    return columns == METERS ? high : 2 * high + ui_u(ui, 5);
}

static int32_t panel(struct page *p, const struct column *c, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 14), above = ui_u(ui, 7), stairs = c->w / 5, w = c->w - 2 * pad - stairs - ui_u(ui, 22),
            line = ui_t(ui, 20), under = figure_cells(p, 0, 0, w, false);
    struct ui_rect rect = {c->x, y, c->w, 2 * above + line + ui_u(ui, 3) + under + ui_u(ui, 2)};
    struct flow flow = flow_of(c->x + pad, y + above, w, 0);
    if (!draw)
        return rect.h;
    card(p, rect);
    stage_cell(p, &flow, line, false, true);
    figure_cells(p, c->x + pad, y + above + line + ui_u(ui, 3), w, true);
    steps(p, (struct ui_rect){rect.x + rect.w - pad - stairs, y + ui_u(ui, 9), stairs, rect.h - ui_u(ui, 18)});
    return rect.h;
}

/* --- across the top ------------------------------------------------------------------------------------------- */

static void where(struct page *p, struct flow *flow, int32_t high, bool draw)
{
    struct ui *ui = p->ui;
    td_str place = say_text(&p->say, TD_STR("setting")), time = time_with(p);
    struct ui_rect a = flow_place(flow, ui_width(ui, place_style(p), place), high),
                   b = flow_place(flow, ui_width(ui, time_style(p), time), high);
    if (!draw)
        return;
    ui_label(ui, a, place_style(p), place, 0);
    ui_node(ui, ROLE_TEXT, place, a, DEED(0, 0, 0));
    ui_label(ui, b, time_style(p), time, 0);
    ui_node(ui, ROLE_TEXT, time, b, DEED(0, 0, 0));
}

static int32_t across(struct page *p, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    int32_t left = ui_u(ui, 28), pad = ui_u(ui, 14), line = ui_t(ui, 22), above = ui_u(ui, 7), side = line + 2 * above;
    int32_t inner = left + (may_pause(p) ? side : 0) + pad, right = ui->width - left - pad;
    struct flow flow = flow_of(inner, y + above, right - inner, ui_u(ui, 20));
    flow.leading = ui_u(ui, 2);
    where(p, &flow, line, draw);
    cells(p, &flow, line, true, draw);
    if (draw && may_pause(p))
        pause_button(p, (struct ui_rect){left, y, side, side});
    return flow_bottom(&flow) + above - y;
}

int32_t scene_status_height(struct page *p, const struct column *c)
{
    return c->crowded ? across(p, 0, false) + ui_u(p->ui, 10) : 0;
}

void scene_status(struct page *p, const struct column *c, int32_t y)
{
    int32_t left = ui_u(p->ui, 28);
    if (!c->crowded) {
        chip(p, c, y);
        return;
    }
    if (scene_is_asked(p)) /* the question lies there */
        return;
    card(p, (struct ui_rect){left, y, p->ui->width - 2 * left, across(p, y, false)});
    across(p, y, true);
}

int32_t scene_figures(struct page *p, const struct column *c, int32_t y, bool draw)
{
    return shows_figures(p) && !c->crowded ? panel(p, c, y, draw) : 0;
}
