/* screen_debrief.c - the curve and the steps, the moves judged one by one, one of them explained, the
 * better line, and a way to try again from there. */
#include "widgets.h"

struct chart {
    struct ui_rect rect; /* of the curve itself */
    int64_t span;        /* story time across it */
};

static void panel(struct page *p, struct ui_rect rect)
{
    const struct ui_theme *t = &p->ui->theme;
    ui_edge_box(p->ui, rect, 14, t->surface, t->contrast ? t->line : 0, t->contrast ? 1 : 0);
}

static const struct step *chosen_step(const struct page *p)
{
    const struct trace *t = p->model->trace;
    return p->app->step == NONE || !t || p->app->step >= t->count ? NULL : &t->steps[p->app->step];
}

/* A panel scrolls by itself, or, where the whole page does, is as high as what is in it. */
struct area {
    int op;
    bool own;
    struct ui_rect view, rect;
    int32_t y;
};

static struct area area_start(struct page *p, struct ui_rect rect, struct ui_rect view)
{
    struct area a = {p->ui->op_count, p->ui->scroll_now < 0, view, rect, view.y};
    panel(p, rect);
    return a;
}

static void area_scroll(struct page *p, struct area *a)
{
    if (a->own)
        a->y -= ui_scroll_start(p->ui, a->view);
}

/* Returns the height that the panel has now. */
static int32_t area_end(struct page *p, const struct area *a)
{
    if (a->own) {
        ui_scroll_end(p->ui, a->y);
        return a->rect.h;
    }
    p->ui->ops[a->op].rect.h = a->y - a->rect.y + ui_u(p->ui, 8);
    return p->ui->ops[a->op].rect.h;
}

/* --- the curve -------------------------------------------------------------------------------------------- */

static struct ui_rect at_time(const struct chart *c, int64_t ms, int32_t permille)
{
    return (struct ui_rect){c->rect.x + (int32_t)(c->rect.w * ms / c->span),
                            c->rect.y + c->rect.h - c->rect.h * permille / 1000, 0, 0};
}

static void grid(struct page *p, const struct chart *c, int32_t left)
{
    static const char *const names[] = {"band.crisis.name", "band.hostile.name", "band.agitated.name",
                                        "band.anxious.name", "band.calm.name"};
    struct ui *ui = p->ui;
    for (int i = 0; i <= 5; i++) {
        int32_t y = c->rect.y + c->rect.h * i / 5;
        ui_box(ui, (struct ui_rect){c->rect.x, y, c->rect.w, 1}, 0, ui->theme.grid);
        if (i < 5)
            ui_label(ui, (struct ui_rect){left, y, c->rect.x - left - ui_u(ui, 8), c->rect.h / 5},
                     style_of(UI_REGULAR, 13, 18, ui->theme.second), say_capital(&p->say, say_word(&p->say, names[i])),
                     0);
    }
}

static void what_if(struct page *p, const struct chart *c)
{
    const struct what_if *w = p->model->what_if;
    struct ui *ui = p->ui;
    if (!w || w->count == 0 || !p->model->trace)
        return;
    const struct step *from = &p->model->trace->steps[w->step];
    struct ui_rect *points = arena_new(ui->arena, struct ui_rect, (size_t)w->count + 1);
    points[0] = at_time(c, from->story_ms, from->before.agitation);
    int count = 1;
    for (int i = 0; i < w->count; i++)
        if (w->story_ms[i] <= c->span)
            points[count++] = at_time(c, w->story_ms[i], w->agitation[i]);
    ui_line(ui, points, count, ui_u(ui, 2) + 1, ui->theme.good, true);
}

static void curve(struct page *p, const struct chart *c)
{
    const struct trace *t = p->model->trace;
    struct ui *ui = p->ui;
    struct ui_rect *points = arena_new(ui->arena, struct ui_rect, 2 * (size_t)t->count + 1);
    int count = 0;
    points[count++] = at_time(c, 0, t->start.agitation);
    for (int i = 0; i < t->count; i++) {
        points[count++] = at_time(c, t->steps[i].story_ms, t->steps[i].before.agitation);
        points[count++] = at_time(c, t->steps[i].after_ms, t->steps[i].after.agitation);
    }
    ui_line(ui, points, count, ui_u(ui, 2) + 1, ui->theme.text, false);
}

static bool is_turning(const struct page *p, int32_t step, enum turning_kind *ret)
{
    for (int i = 0; i < p->model->debrief->turning_count; i++)
        if (p->model->debrief->turning[i].step == step) {
            *ret = p->model->debrief->turning[i].kind;
            return true;
        }
    return false;
}

static void dots(struct page *p, const struct chart *c)
{
    const struct trace *t = p->model->trace;
    struct ui *ui = p->ui;
    for (int i = 0; i < t->count; i++) {
        enum turning_kind kind;
        struct ui_rect at = at_time(c, t->steps[i].after_ms, t->steps[i].after.agitation);
        if (!t->steps[i].exchange)
            continue;
        if (is_turning(p, i, &kind)) {
            pen_rgba colour = kind == TURNING_GAIN ? ui->theme.good
                              : ui->theme.contrast ? ui->theme.accent
                                                   : 0xe07a5fff;
            ui_dot(ui, at.x, at.y, ui_u(ui, 8), ui->theme.ground, colour, ui_u(ui, 3));
        } else if (t->steps[i].verdict == VERDICT_STRONG) {
            ui_dot(ui, at.x, at.y, ui_u(ui, 5), ui->theme.good, 0, 0);
        }
    }
}

static void marker(struct page *p, const struct chart *c)
{
    const struct step *s = chosen_step(p);
    if (!s)
        return;
    struct ui_rect top = at_time(c, s->after_ms, 1000), foot = at_time(c, s->after_ms, 0);
    struct ui_rect points[] = {top, foot};
    ui_line(p->ui, points, 2, ui_u(p->ui, 1), p->ui->theme.contrast ? p->ui->theme.accent : 0xe07a5fc0, true);
}

/* --- the steps of the stairway ------------------------------------------------------------------------------ */

static void lane(struct page *p, const struct chart *c, int64_t from, int64_t to, int32_t stage, int32_t y)
{
    struct ui *ui = p->ui;
    int32_t x = at_time(c, from, 0).x, right = at_time(c, to, 0).x, high = ui_t(ui, 26);
    struct ui_rect rect = {x, y, right - x - ui_u(ui, 2), high};
    struct ui_style style = style_of(UI_SEMIBOLD, 13, 18, ui->theme.step_text);
    if (rect.w < 2)
        return;
    ui_edge_box(ui, rect, 6, ui->theme.step[stage], ui->theme.contrast ? ui->theme.line : 0,
                ui->theme.contrast ? 1 : 0);
    td_str name = say_stage(&p->say, stage), shown = name;
    if (ui_width(ui, style, name) > rect.w - ui_u(ui, 14) && rect.w < ui_t(ui, 70))
        shown = say_number(&p->say, stage + 1); /* too narrow for its name: its number, which the rows explain */
    if (ui_width(ui, style, shown) <= rect.w - ui_u(ui, 4) || rect.w >= ui_t(ui, 70))
        ui_label(ui,
                 (struct ui_rect){rect.x + ui_u(ui, rect.w > ui_u(ui, 24) ? 8 : 2), rect.y,
                                  rect.w - ui_u(ui, rect.w > ui_u(ui, 24) ? 11 : 4), high},
                 style, shown, 0);
    const struct word_arg args[] = {ARG_TEXT("step", name), ARG_TEXT("from", say_time(&p->say, from)),
                                    ARG_TEXT("to", say_time(&p->say, to))};
    ui_node(ui, ROLE_METER, say_with(&p->say, "ui.lane", args, 3), rect, DEED(0, 0, 0));
}

static void lanes(struct page *p, const struct chart *c, int32_t y)
{
    const struct trace *t = p->model->trace;
    int64_t from = 0;
    int32_t stage = t->start.stage;
    for (int i = 0; i < t->count; i++) {
        if (t->steps[i].after.stage == stage)
            continue;
        lane(p, c, from, t->steps[i].after_ms, stage, y);
        from = t->steps[i].after_ms;
        stage = t->steps[i].after.stage;
    }
    lane(p, c, from, c->span, stage, y);
}

static void clock_row(struct page *p, const struct chart *c, int32_t y)
{
    struct ui *ui = p->ui;
    int32_t wide = ui_t(ui, 50);
    for (int i = 0; i <= 4; i++) {
        int32_t x = c->rect.x + (c->rect.w - wide) * i / 4;
        ui_label(ui, (struct ui_rect){x, y, wide, ui_t(ui, 18)}, style_of(UI_REGULAR, 13, 18, ui->theme.second),
                 say_time(&p->say, c->span * i / 4),
                 i == 0   ? 0
                 : i == 4 ? 2
                          : 1);
    }
}

static int64_t span_of(const struct trace *t)
{
    int64_t end = t->count > 0 ? t->steps[t->count - 1].after_ms : 0;
    return end > 60000 ? end : 60000;
}

static void chart(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 18), head = ui_t(ui, 22) + ui_u(ui, 8), left = rect.x + pad, label = ui_t(ui, 74);
    panel(p, rect);
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "ui.timeline"), rect);
    struct ui_rect title = {left, rect.y + ui_u(ui, 13), rect.w - 2 * pad, ui_t(ui, 22)};
    ui_label(ui, title, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text), say_word(&p->say, "ui.curve-and-steps"), 0);
    if (ui->text_size <= 130)
        ui_label(ui, (struct ui_rect){title.x + title.w * 55 / 100, title.y, title.w * 45 / 100, title.h},
                 style_of(UI_REGULAR, 13, 18, ui->theme.second),
                 say_word(&p->say, p->app->what_if && p->model->what_if ? "ui.curve-key-dashed" : "ui.curve-key"), 2);
    ui_node(ui, ROLE_HEADING, say_word(&p->say, "ui.curve-and-steps"), title, DEED(0, 0, 0));
    int32_t below = ui_t(ui, 26) + ui_t(ui, 18) + ui_u(ui, 34);
    struct chart c = {
        {left + label, rect.y + head + ui_u(ui, 14), rect.w - 2 * pad - label, rect.h - head - below - ui_u(ui, 14)},
        span_of(p->model->trace)};
    grid(p, &c, left);
    marker(p, &c);
    curve(p, &c);
    if (p->app->what_if)
        what_if(p, &c);
    dots(p, &c);
    lanes(p, &c, c.rect.y + c.rect.h + ui_u(ui, 12));
    clock_row(p, &c, c.rect.y + c.rect.h + ui_t(ui, 26) + ui_u(ui, 20));
    ui_leave(ui);
}

/* --- the decisions ------------------------------------------------------------------------------------------- */

static td_str move_name(struct page *p, const struct step *s)
{
    if (s->choice == ACTION_PAUSE || s->command.verb == VERB_help)
        return s->choice == ACTION_PAUSE
                   ? say_step(&p->say, s)
                   : say_capital(&p->say, say_of(&p->say, "help.", help_kind_names[s->command.kind], ".name"));
    return say_capital(&p->say, say_of(&p->say, "act.", act_name(s->move.act), ".short"));
}

static int32_t decision(struct page *p, struct ui_rect rect, int32_t at)
{
    struct ui *ui = p->ui;
    const struct step *s = &p->model->trace->steps[at];
    struct ui_action action = DEED(DEED_STEP, at, 0);
    int32_t time_w = ui_t(ui, 46), badge = ui_t(ui, 26), change_w = ui_t(ui, 44), pad = ui_u(ui, 12);
    int32_t text_x = rect.x + pad + time_w + badge + ui_u(ui, 12), text_w = rect.x + rect.w - pad - change_w - text_x;
    td_str name = move_name(p, s), change = say_change(&p->say, s->after.agitation - s->before.agitation);
    struct ui_style style = style_of(UI_REGULAR, 15, 20, ui->theme.text);
    int32_t text_h = ui_para(ui, 0, 0, text_w, style, name, false);
    rect.h = (text_h > badge ? text_h : badge) + ui_u(ui, 12);
    if (p->app->step == at || ui_is_hover(ui, action))
        ui_edge_box(ui, rect, 8, ui->theme.selected, ui->theme.contrast ? ui->theme.accent : 0,
                    ui->theme.contrast ? 2 : 0);
    ui_label(ui, (struct ui_rect){rect.x + pad, rect.y, time_w, rect.h}, style_of(UI_REGULAR, 13, 18, ui->theme.second),
             say_time(&p->say, s->story_ms), 0);
    verdict_badge(p, (struct ui_rect){rect.x + pad + time_w, rect.y + (rect.h - ui_t(ui, 22)) / 2, badge, ui_t(ui, 22)},
                  s->verdict);
    ui_para(ui, text_x, rect.y + (rect.h - text_h) / 2, text_w, style, name, true);
    ui_label(ui, (struct ui_rect){rect.x + rect.w - pad - change_w, rect.y, change_w, rect.h}, style, change, 2);
    focus_ring(p, ui_inset(rect, ui_u(ui, 3)), 6, action);
    const struct word_arg args[] = {
        ARG_TEXT("time", say_time(&p->say, s->story_ms)), ARG_TEXT("act", name),
        ARG_TEXT("verdict", say_of(&p->say, "verdict.", str_of(verdict_name(s->verdict)), ".name")),
        ARG_TEXT("change", change)};
    int node = ui_node(ui, ROLE_OPTION, say_with(&p->say, "ui.decision", args, 4), rect, action);
    if (p->app->step == at)
        ui_set(ui, node, UI_ON);
    return rect.h;
}

static int32_t decisions(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    const struct trace *t = p->model->trace;
    const struct word_arg args[] = {ARG_INT("n", t->exchange_count)};
    int32_t pad = ui_u(ui, 8), head = ui_t(ui, 22) + ui_u(ui, 24);
    td_str title = say_with(&p->say, "ui.decisions", args, 1);
    struct area a =
        area_start(p, rect, (struct ui_rect){rect.x + pad, rect.y + head, rect.w - 2 * pad, rect.h - head - pad});
    ui_enter(ui, ROLE_GROUP, title, rect);
    ui_label(ui, (struct ui_rect){rect.x + ui_u(ui, 22), rect.y + ui_u(ui, 12), rect.w * 55 / 100, ui_t(ui, 22)},
             style_of(UI_SEMIBOLD, 15, 22, ui->theme.text), title, 0);
    ui_label(ui, (struct ui_rect){rect.x + rect.w / 2, rect.y + ui_u(ui, 12), rect.w / 2 - ui_u(ui, 22), ui_t(ui, 22)},
             style_of(UI_REGULAR, 13, 18, ui->theme.second), say_word(&p->say, "ui.change-in-agitation"), 2);
    area_scroll(p, &a);
    for (int i = 0; i < t->count; i++)
        if (t->steps[i].exchange)
            a.y += decision(p, (struct ui_rect){a.view.x, a.y, a.view.w - ui_u(ui, 8), 0}, i);
    int32_t high = area_end(p, &a);
    ui_leave(ui);
    return high;
}

/* --- one of them, explained ------------------------------------------------------------------------------------- */

static td_str why(struct page *p, int32_t step)
{
    struct writer w;
    writer_init(&w, p->ui->arena);
    debrief_write_why(&w, p->model->debrief, p->model->words, step, say_called(&p->say));
    return say_plain(&p->say, writer_str(&w));
}

static td_str moved(struct page *p, const struct step *s)
{
    const struct word_arg args[] = {
        ARG_INT("from", (s->before.agitation + 5) / 10), ARG_INT("to", (s->after.agitation + 5) / 10),
        ARG_TEXT("step", say_of(&p->say, "stage.", say_number(&p->say, s->before.stage), ".name"))};
    return say_with(&p->say, "ui.moved", args, 3);
}

/* time, words, delivery, space, sore point, promise, what happened outside: each its own figure. */
static int32_t parts(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    const struct {
        const char *id;
        int32_t permille;
    } shares[] = {{"delta.time.name", s->delta.time},         {"delta.words.name", s->delta.words},
                  {"delta.delivery.name", s->delta.delivery}, {"delta.space.name", s->delta.space},
                  {"delta.trigger.name", s->delta.trigger},   {"delta.promise.name", s->delta.promise},
                  {"delta.outside.name", s->outside}};
    struct ui *ui = p->ui;
    struct flow flow = flow_of(x, y, w, ui_u(ui, 8));
    struct ui_style style = style_of(UI_REGULAR, 13, 18, ui->theme.text);
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        if (shares[i].permille > -5 && shares[i].permille < 5)
            continue;
        td_str text = say_join(&p->say, say_capital(&p->say, say_word(&p->say, shares[i].id)), "  ",
                               say_change(&p->say, shares[i].permille));
        struct ui_rect rect = flow_place(&flow, ui_width(ui, style, text) + ui_u(ui, 18), ui_t(ui, 18) + ui_u(ui, 8));
        pen_rgba edge = shares[i].permille > 0 ? (ui->theme.contrast ? ui->theme.accent : 0xe07a5fff) : ui->theme.good;
        ui_edge_box(ui, rect, 8, ui->theme.ground, edge, ui_u(ui, 1));
        ui_label(ui, rect, style, text, 1);
        ui_node(ui, ROLE_METER, text, rect, DEED(0, 0, 0));
    }
    return flow_bottom(&flow) - y;
}

static td_str alternative_text(struct page *p, const struct step *s)
{
    const struct alternative *best = &s->alt[s->alt_best];
    td_str line = best->choice >= 0 ? say_text(&p->say, p->model->scenario->choices[best->choice].id)
                                    : say_word(&p->say, "debrief.silence");
    const struct word_arg args[] = {
        ARG_TEXT("line", line),
        ARG_TEXT("act", say_of(&p->say, "act.", act_name(best->move.act), ".name")),
        ARG_INT("to", (best->agitation + 5) / 10),
    };
    return say_with(&p->say, best->choice >= 0 ? "ui.stronger" : "ui.stronger-silence", args, 3);
}

static int32_t better(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    struct ui *ui = p->ui;
    int32_t badge = ui_t(ui, 26);
    if (s->alt_count == 0 || s->alt_best == s->alt_chosen || s->verdict == VERDICT_STRONG ||
        s->verdict == VERDICT_NO_DIFFERENCE)
        return 0;
    verdict_badge(p, (struct ui_rect){x, y, badge, ui_t(ui, 22)}, VERDICT_STRONG);
    int32_t left = badge + ui_u(ui, 10);
    return ui_text(ui, ROLE_TEXT, x + left, y, w - left, style_of(UI_REGULAR, 15, 22, ui->theme.text),
                   alternative_text(p, s)) +
           ui_u(ui, 8);
}

static int32_t detail_head(struct page *p, int32_t x, int32_t y, int32_t w, const struct step *s)
{
    struct ui *ui = p->ui;
    int32_t badge = ui_t(ui, 26);
    const struct word_arg quote[] = {ARG_TEXT("text", say_step(&p->say, s))};
    td_str said = s->choice == ACTION_PAUSE ? say_step(&p->say, s) : say_with(&p->say, "quote", quote, 1);
    verdict_badge(p, (struct ui_rect){x, y, badge, ui_t(ui, 22)}, s->verdict);
    int32_t left = badge + ui_u(ui, 10);
    return ui_text(ui, ROLE_HEADING, x + left, y, w - left, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text),
                   say_join(&p->say, say_time(&p->say, s->story_ms), "   ", said));
}

static int32_t detail(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    const struct step *s = chosen_step(p);
    int32_t pad = ui_u(ui, 18), gap = ui_u(ui, 7), x = rect.x + pad, w = rect.w - 2 * pad;
    struct ui_style body = style_of(UI_REGULAR, 15, 22, ui->theme.contrast ? ui->theme.text : 0xd4dee5ff);
    struct area a = area_start(p, rect, ui_inset(rect, ui_u(ui, 4)));
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "debrief.why"), rect);
    area_scroll(p, &a);
    a.y += ui_u(ui, 10);
    if (s) {
        a.y += detail_head(p, x, a.y, w, s) + gap;
        td_str verdict = say_capital(&p->say, say_of(&p->say, "verdict.", str_of(verdict_name(s->verdict)), ".name"));
        td_str reason = say_join(&p->say, say_join(&p->say, verdict, ". ", why(p, p->app->step)), " ", moved(p, s));
        a.y += ui_text(ui, ROLE_TEXT, x, a.y, w, body, reason) + gap;
        a.y += better(p, x, a.y, w, s);
        a.y += parts(p, x, a.y, w, s) + ui_u(ui, 12);
    } else {
        a.y += ui_text(ui, ROLE_TEXT, x, a.y, w, body, say_word(&p->say, "ui.choose-decision"));
    }
    int32_t high = area_end(p, &a);
    ui_leave(ui);
    return high;
}

/* --- the dimensions ------------------------------------------------------------------------------------------------ */

static int32_t dimension(struct page *p, int32_t x, int32_t y, int32_t w, td_str name, int32_t value, int32_t own)
{
    struct ui *ui = p->ui;
    int32_t high = ui_t(ui, 20), bar = ui_u(ui, 7);
    ui_label(ui, (struct ui_rect){x, y, w - ui_t(ui, 40), high}, style_of(UI_REGULAR, 14, 20, ui->theme.text), name, 0);
    ui_label(ui, (struct ui_rect){x, y, w, high}, style_of(UI_REGULAR, 14, 20, ui->theme.text),
             say_number(&p->say, value), 2);
    meter_bar(p, (struct ui_rect){x, y + high + ui_u(ui, 2), w, bar}, 10 * value, ui->theme.good);
    if (own != NONE)
        ui_dot(ui, x + w * own / 100, y + high + ui_u(ui, 2) + bar / 2, ui_u(ui, 6), ui->theme.surface,
               ui->theme.accent, ui_u(ui, 2));
    const struct word_arg args[] = {ARG_TEXT("dimension", name), ARG_INT("yours", own), ARG_INT("computed", value)};
    td_str told = own != NONE ? say_with(&p->say, "debrief.self.row", args, 3)
                              : say_join(&p->say, name, " ", say_number(&p->say, value));
    ui_node(ui, ROLE_METER, told, (struct ui_rect){x, y, w, high + bar + ui_u(ui, 2)}, DEED(0, 0, 0));
    return high + bar + ui_u(ui, 7);
}

static int32_t dimensions(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    const td_debrief *d = p->model->debrief;
    int32_t pad = ui_u(ui, 22), x = rect.x + pad, w = rect.w - 2 * pad;
    struct area a = area_start(p, rect, ui_inset(rect, ui_u(ui, 4)));
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "ui.score"), rect);
    area_scroll(p, &a);
    a.y += ui_u(ui, 6);
    bool rated = false;
    for (int i = 0; i < DIM_COUNT; i++) {
        rated = rated || d->self.rate[i] != NONE;
        td_str name = say_of(&p->say, "dimension.", str_of(dimension_name((enum dimension)i)), ".name");
        a.y += dimension(p, x, a.y, w, name, d->score.dim[i].value, d->self.rate[i]);
    }
    if (d->score.reading.value != NONE)
        a.y += dimension(p, x, a.y, w, say_word(&p->say, "dimension.reading.name"), d->score.reading.value, NONE);
    if (rated)
        a.y += ui_text(ui, ROLE_TEXT, x, a.y, w, style_of(UI_REGULAR, 13, 18, ui->theme.second),
                       say_word(&p->say, "ui.ring-is-yours"));
    a.y += ui_u(ui, 6);
    int32_t high = area_end(p, &a);
    ui_leave(ui);
    return high;
}

/* --- above and below -------------------------------------------------------------------------------------------------- */

static void heading(struct page *p, int32_t w)
{
    struct ui *ui = p->ui;
    const struct trace *t = p->model->trace;
    const td_debrief *d = p->model->debrief;
    int32_t x = ui_u(ui, 36), y = ui_u(ui, 22), score_w = ui_t(ui, 190), text_w = w - score_w;
    td_str outcome = t->outcome == outcome_count ? TD_STR("open") : outcome_names[t->outcome];
    const struct word_arg args[] = {
        ARG_TEXT("title", say_text(&p->say, TD_STR("setting"))), ARG_INT("n", t->exchange_count),
        ARG_TEXT("time", say_time(&p->say, t->count ? t->steps[t->count - 1].after_ms : 0))};
    td_str title = say_of(&p->say, "outcome.", outcome, ".title"),
           under = say_with(&p->say, ui->text_size > 140 ? "ui.debrief-under-short" : "ui.debrief-under", args, 3);
    ui_label(ui, (struct ui_rect){x, y, text_w, ui_t(ui, 32)}, style_of(UI_SEMIBOLD, 24, 32, ui->theme.text), title, 0);
    ui_node(ui, ROLE_HEADING, title, (struct ui_rect){x, y, text_w, ui_t(ui, 32)}, DEED(0, 0, 0));
    ui_label(ui, (struct ui_rect){x, y + ui_t(ui, 34), text_w, ui_t(ui, 22)},
             style_of(UI_REGULAR, 15, 22, ui->theme.second), under, 0);
    ui_node(ui, ROLE_TEXT, under, (struct ui_rect){x, y + ui_t(ui, 34), text_w, ui_t(ui, 22)}, DEED(0, 0, 0));
    struct ui_style big = style_of(UI_SEMIBOLD, 40, 46, ui->theme.text),
                    small = style_of(UI_REGULAR, 17, 24, ui->theme.second);
    td_str total = say_number(&p->say, d->score.total), of = TD_STR(" / 100");
    int32_t right = x + w, of_w = ui_width(ui, small, of), total_w = ui_width(ui, big, total);
    ui_label(ui, (struct ui_rect){right - of_w, y + ui_t(ui, 10), of_w, ui_t(ui, 28)}, small, of, 0);
    ui_label(ui, (struct ui_rect){right - of_w - total_w, y - ui_u(ui, 4), total_w, ui_t(ui, 46)}, big, total, 0);
    td_str band = say_of(&p->say, "score.band.", str_of(score_band_name(d->score.band)), "");
    ui_label(ui, (struct ui_rect){right - score_w, y + ui_t(ui, 40), score_w, ui_t(ui, 18)},
             style_of(UI_REGULAR, 13, 18, ui->theme.second), say_capital(&p->say, band), 2);
    const struct word_arg said[] = {ARG_INT("points", d->score.total), ARG_TEXT("band", band)};
    ui_node(ui, ROLE_METER, say_with(&p->say, "score.total", said, 2),
            (struct ui_rect){right - score_w, y, score_w, ui_t(ui, 58)}, DEED(0, 0, 0));
}

static int32_t deeds(struct page *p, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    const struct step *s = chosen_step(p);
    int32_t x = ui_u(ui, 36);
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, s ? s->story_ms : 0))};
    const struct {
        td_str label;
        enum button_look look;
        struct ui_action action;
        bool shown;
        char key;
    } buttons[] = {
        {say_with(&p->say, "ui.again-from", args, 1), BUTTON_FIRST, DEED(DEED_AGAIN, s ? s->number : 0, 0), s != NULL,
         'a'},
        {say_word(&p->say, "ui.better-line"), p->app->what_if ? BUTTON_CHOSEN : BUTTON_PLAIN, DEED(DEED_WHAT_IF, 0, 0),
         s != NULL && s->alt_count > 0, 'b'},
        {say_word(&p->say, "ui.save-report"), BUTTON_PLAIN, DEED(DEED_REPORT, 0, 0), true, 19},
        {say_word(&p->say, "ui.support"), BUTTON_PLAIN, DEED(DEED_GO, SCREEN_SUPPORT, 0), true, 0},
        {say_word(&p->say, "ui.done"), s ? BUTTON_PLAIN : BUTTON_FIRST, DEED(DEED_HOME, 0, 0), true, 27},
    };
    struct flow flow = flow_of(x, y, ui->width - 2 * x, ui_u(ui, 12));
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        if (!buttons[i].shown)
            continue;
        struct ui_rect rect = flow_place(&flow, button_width(p, buttons[i].label, TD_STR("")), button_height(p));
        if (draw)
            ui_key(ui, button(p, rect, buttons[i].label, TD_STR(""), buttons[i].look, buttons[i].action),
                   buttons[i].key);
    }
    if (draw && p->model->saved_as.len > 0)
        ui_label(ui, flow_place(&flow, ui_u(ui, 300), button_height(p)), style_of(UI_REGULAR, 13, 18, ui->theme.second),
                 p->model->saved_as, 0);
    return flow_bottom(&flow) - y;
}

static void wide(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t gap = ui_u(ui, 16), left = (r.w - gap) * 67 / 100, right = r.w - gap - left, upper = r.h * 60 / 100,
            list = r.h * 56 / 100;
    chart(p, (struct ui_rect){r.x, r.y, left, upper});
    detail(p, (struct ui_rect){r.x, r.y + upper + ui_u(ui, 14), left, r.h - upper - ui_u(ui, 14)});
    decisions(p, (struct ui_rect){r.x + left + gap, r.y, right, list});
    dimensions(p, (struct ui_rect){r.x + left + gap, r.y + list + ui_u(ui, 14), right, r.h - list - ui_u(ui, 14)});
}

/* Large text: one under another, and the page scrolls. */
static void large(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t gap = ui_u(ui, 14), y = r.y - ui_scroll_start(ui, (struct ui_rect){r.x, r.y, r.w + ui_u(ui, 12), r.h});
    int32_t curve_h = ui_t(ui, 60) + ui_u(ui, 380);
    chart(p, (struct ui_rect){r.x, y, r.w, curve_h});
    y += curve_h + gap;
    y += detail(p, (struct ui_rect){r.x, y, r.w, 0}) + gap;
    y += decisions(p, (struct ui_rect){r.x, y, r.w, 0}) + gap;
    y += dimensions(p, (struct ui_rect){r.x, y, r.w, 0});
    ui_scroll_end(ui, y);
}

void screen_debrief(struct page *p)
{
    struct ui *ui = p->ui;
    int32_t x = ui_u(ui, 36), foot = ui_u(ui, 18), w = ui->width - 2 * x;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, ui->height}, 0, ui->theme.ground);
    ui_enter(ui, ROLE_SCREEN, say_word(&p->say, "debrief.heading"), (struct ui_rect){0, 0, ui->width, ui->height});
    if (!p->model->debrief || !p->model->trace) {
        ui_text(ui, ROLE_TEXT, x, ui_u(ui, 60), w, style_of(UI_REGULAR, 17, 24, ui->theme.text),
                say_word(&p->say, "ui.loading"));
        ui_leave(ui);
        return;
    }
    heading(p, w);
    int32_t deeds_h = deeds(p, 0, false), top = ui_u(ui, 34) + ui_t(ui, 62),
            bottom = ui->height - foot - deeds_h - ui_u(ui, 16);
    struct ui_rect room = {x, top, w, bottom - top};
    if (ui->text_size > 140)
        large(p, room);
    else
        wide(p, room);
    deeds(p, ui->height - foot - deeds_h, true);
    ui_leave(ui);
}
