/* scene_bar.c - below a scene: how the next line is said, and what can be done instead of saying one.
 * All of it is there at every size of text: first the names get shorter, then the ways of saying it fold into
 * one button that says which they are, then the names of the keys go. */
#include "scene_parts.h"

enum { CONTROLS = 3, OPTIONS = 3, STACKED_TEXT = 130 };

struct control {
    td_str label, key, hint; /* hint: its key */
    const char *tip;
    struct option options[OPTIONS];
    int32_t deed, chosen;
};

/* --- voice, pace, distance ----------------------------------------------------------------------------- */

int32_t ui_distance_now(const struct ui_app *app, const struct ui_model *model)
{
    int32_t cm = app->dist != NONE ? app->dist : model->view->dist;
    return cm <= (UI_CLOSE_CM + UI_TALKING_CM) / 2  ? UI_CLOSE_CM
           : cm <= (UI_TALKING_CM + UI_BACK_CM) / 2 ? UI_TALKING_CM
                                                    : UI_BACK_CM;
}

static int controls(struct page *p, struct control *ret)
{
    static const struct {
        const char *label, *tip, *options[OPTIONS];
        int32_t values[OPTIONS], deed;
        enum ui_key_use use;
    } rows[CONTROLS] = {
        {"delivery.voice",
         "play.word.voice",
         {"delivery.voice.soft", "delivery.voice.steady", "delivery.voice.firm"},
         {1, 0, -1},
         DEED_TONE,
         USE_voice},
        {"delivery.pace",
         "play.word.pace",
         {"delivery.pace.slow", "delivery.pace.normal", "delivery.pace.fast"},
         {1, 0, -1},
         DEED_PACE,
         USE_pace},
        {"delivery.distance",
         "play.word.distance",
         {"ui.dist.close", "ui.dist.talking", "ui.dist.back"},
         {UI_CLOSE_CM, UI_TALKING_CM, UI_BACK_CM},
         DEED_DIST,
         USE_distance},
    };
    const struct ui_app *app = p->app;
    const int32_t chosen[CONTROLS] = {app->tone, app->pace, ui_distance_now(app, p->model)};
    int count = p->model->view->distance_free ? CONTROLS : CONTROLS - 1;
    for (int i = 0; i < count; i++) {
        struct control *c = &ret[i];
        c->label = say_capital(&p->say, say_word(&p->say, rows[i].label));
        c->hint = key_name(p, app->keys.of[rows[i].use]);
        for (int k = 0; k < OPTIONS; k++)
            c->options[k] =
                (struct option){say_capital(&p->say, say_word(&p->say, rows[i].options[k])), rows[i].values[k]};
        c->tip = rows[i].tip;
        c->deed = rows[i].deed;
        c->chosen = chosen[i];
    }
    return count;
}

static td_str chosen_name(const struct control *c)
{
    for (int k = 0; k < OPTIONS; k++)
        if (c->options[k].value == c->chosen)
            return c->options[k].label;
    return TD_STR("");
}

static int32_t segment_height(const struct page *p)
{
    return ui_t(p->ui, 20) + ui_u(p->ui, 14);
}

static void told_segment(struct page *p, struct ui_rect rect, td_str label, const struct control *c)
{
    int from = p->ui->node_count;
    segment(p, rect, label, c->options, OPTIONS, c->chosen, c->deed);
    for (int i = from; i < p->ui->node_count; i++)
        if (p->ui->nodes[i].action.kind == c->deed)
            ui_hint(p->ui, i, say_capital(&p->say, say_word(&p->say, c->tip)));
}

static int32_t delivery(struct page *p, int32_t left, int32_t y, int32_t w, bool draw)
{
    struct control all[CONTROLS];
    int count = controls(p, all);
    struct flow flow = flow_of(left, y, w, ui_u(p->ui, 12));
    flow.leading = ui_u(p->ui, 10);
    for (int i = 0; i < count; i++) {
        const struct control *c = &all[i];
        td_str label = say_join(&p->say, c->label, " ", c->hint);
        struct ui_rect rect = flow_place(&flow, segment_width(p, label, c->options, OPTIONS), segment_height(p));
        if (draw)
            told_segment(p, rect, label, c);
    }
    return flow_bottom(&flow) - y;
}

int32_t scene_delivery_rows(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    struct control all[CONTROLS];
    int32_t y = rect.y;
    int count = controls(p, all);
    for (int i = 0; i < count; i++) {
        const struct control *c = &all[i];
        y += ui_text(ui, ROLE_HEADING, rect.x, y, rect.w, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text),
                     say_join(&p->say, c->label, "  ", c->hint)) +
             ui_u(ui, 4);
        struct ui_rect row = {rect.x, y, segment_width(p, TD_STR(""), c->options, OPTIONS), segment_height(p)};
        told_segment(p, row, TD_STR(""), c);
        y += row.h + ui_u(ui, 14);
    }
    return y - rect.y;
}

/* "Steady · Normal · Talking" */
static td_str fold_label(struct page *p)
{
    struct control all[CONTROLS];
    int count = controls(p, all);
    td_str label = {0};
    for (int i = 0; i < count; i++)
        label = say_join(&p->say, label, " · ", chosen_name(&all[i]));
    return label;
}

static td_str fold_name(struct page *p)
{
    struct control all[CONTROLS];
    int count = controls(p, all);
    td_str name = say_word(&p->say, "ui.delivery");
    for (int i = 0; i < count; i++)
        name = say_join(&p->say, name, ". ", say_join(&p->say, all[i].label, ", ", chosen_name(&all[i])));
    return name;
}

/* --- the other acts ---------------------------------------------------------------------------------------- */

struct act_button {
    const char *id, *brief, *tip;
    char key;
    struct ui_action action;
    bool shown;
};
enum { ACTS = 7 };

static void acts_of(const struct page *p, struct act_button *ret)
{
    const struct view *v = p->model->view;
    const char *own = p->app->keys.of;
    bool seen = p->model->scenario->channel == CHANNEL_face;
    const struct act_button acts[ACTS] = {
        {"ui.silence", "ui.silence-short", "ui.tip.silence", own[USE_silence], DEED(DEED_SILENCE, 0, 0), v->may_pause},
        {seen ? "ui.look" : "ui.listen", seen ? "ui.look-short" : "ui.listen-short",
         seen ? "play.word.look" : "ui.tip.listen", own[USE_look], DEED(DEED_LOOK, 0, 0), v->may_observe},
        {"ui.notes-short", "ui.notes-short", "ui.tip.notes", own[USE_notes], DEED(DEED_SHEET, SHEET_NOTES, 0), true},
        {"ui.help", "ui.help-short", "play.word.help", own[USE_help], DEED(DEED_SHEET, SHEET_HELP, 0),
         v->help_open != 0},
        {"ui.move-short", "ui.move-short", "play.word.move", own[USE_room], DEED(DEED_SHEET, SHEET_MOVES, 0),
         v->scene_open != 0},
        {"ui.handover", "ui.handover-short", "ui.tip.handover", own[USE_handover], DEED(DEED_SHEET, SHEET_HANDOVER, 0),
         v->may_handover},
        {"ui.hint", "ui.hint", "ui.tip.hint", own[USE_hint], DEED(DEED_HINT, 0, 0), p->model->mode == MODE_guided},
    };
    memcpy(ret, acts, sizeof acts);
    if (p->app->settings[SET_press_silence])
        ret[0].tip = "ui.tip.silence-press";
    if (p->app->silent)
        ret[0].id = ret[0].brief = "ui.silence.end";
}

static void place_act(struct page *p, struct flow *flow, const struct act_button *a, const struct bar *bar, bool draw)
{
    td_str label = say_word(&p->say, bar->brief ? a->brief : a->id),
           hint = bar->bare ? TD_STR("") : key_name(p, a->key);
    struct ui_rect rect = flow_place(flow, button_width(p, label, hint), button_height(p));
    if (!draw)
        return;
    bool chosen = a->action.kind == DEED_SILENCE && p->app->silent;
    int node = button(p, rect, label, hint, chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, a->action);
    p->ui->nodes[node].name = say_word(&p->say, a->id);
    ui_hint(p->ui, node, say_capital(&p->say, say_word(&p->say, a->tip)));
    ui_key(p->ui, node, a->key);
}

static int32_t acts(struct page *p, const struct column *c, const struct bar *bar, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    struct act_button all[ACTS];
    int32_t left = bar->form == BAR_BESIDE ? c->x : ui_u(ui, 28);
    struct flow flow = flow_of(left, y, bar->form == BAR_BESIDE ? c->w : ui->width - 2 * left, ui_u(ui, 7));
    acts_of(p, all);
    if (bar->form == BAR_FOLDED) {
        td_str label = fold_label(p);
        struct ui_rect rect = flow_place(&flow, button_width(p, label, TD_STR("")), button_height(p));
        if (draw) {
            int node = button(p, rect, label, TD_STR(""), BUTTON_PLAIN, DEED(DEED_SHEET, SHEET_DELIVERY, 0));
            ui->nodes[node].name = fold_name(p);
            ui_hint(ui, node, say_word(&p->say, "ui.tip.delivery"));
        }
    }
    for (int i = 0; i < ACTS; i++)
        if (all[i].shown)
            place_act(p, &flow, &all[i], bar, draw);
    return flow_bottom(&flow) - y;
}

/* --- together --------------------------------------------------------------------------------------------------- */

/* The longest names of the acts that keep to one row; else the shortest, in as many as they need. */
static bool fit_acts(struct page *p, const struct column *c, struct bar *bar)
{
    for (int shorter = 0; shorter < 3; shorter++) {
        bar->brief = shorter > 0;
        bar->bare = shorter > 1;
        bar->acts_high = acts(p, c, bar, 0, false);
        if (bar->acts_high <= button_height(p))
            return true;
    }
    bar->bare = false;
    bar->acts_high = acts(p, c, bar, 0, false);
    return false;
}

static int32_t beside_width(const struct page *p, const struct column *c)
{
    return c->x - ui_u(p->ui, 28) - ui_u(p->ui, 16);
}

struct bar scene_bar_plan(struct page *p, const struct column *c)
{
    struct ui *ui = p->ui;
    int32_t left = ui_u(ui, 28), gap = ui_u(ui, 10);
    struct bar bar = {.form = BAR_BESIDE};
    bar.delivery_high = delivery(p, left, 0, beside_width(p, c), false);
    if (!c->crowded && bar.delivery_high < 3 * segment_height(p)) {
        fit_acts(p, c, &bar);
        bar.high = bar.acts_high; /* what lies under the person takes nothing from the column */
        return bar;
    }
    bar.form = BAR_STACKED;
    bar.delivery_high = delivery(p, left, 0, ui->width - 2 * left, false);
    if (ui->text_size <= STACKED_TEXT && bar.delivery_high <= segment_height(p) && fit_acts(p, c, &bar)) {
        bar.high = bar.acts_high + gap + bar.delivery_high;
        return bar;
    }
    bar.form = BAR_FOLDED;
    fit_acts(p, c, &bar);
    bar.high = bar.acts_high;
    return bar;
}

void scene_bar(struct page *p, const struct column *c, const struct bar *bar, int32_t foot)
{
    int32_t left = ui_u(p->ui, 28);
    if (scene_is_asked(p)) /* the scene waits: none of it could be used */
        return;
    if (bar->form == BAR_BESIDE)
        delivery(p, left, foot - bar->delivery_high, beside_width(p, c), true);
    if (bar->form == BAR_STACKED)
        delivery(p, left, foot - bar->high, p->ui->width - 2 * left, true);
    acts(p, c, bar, foot - bar->acts_high, true);
}
