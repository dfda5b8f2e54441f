/* screen_debrief.c - the curve and the steps, the moves judged one by one, one of them explained, the
 * better line, and a way to try again from there.  debrief_pages.c has the panel that explains. */
#include "debrief_parts.h"

struct chart {
    struct ui_rect rect; /* of the curve itself */
    int64_t span;        /* story time across it */
};

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

/* The better line of the decision that is open, where there is one. */
static bool shows_what_if(const struct page *p)
{
    const struct what_if *w = p->model->what_if;
    return w && w->count > 0 && w->step == p->app->step && debrief_has_better(debrief_step(p));
}

static void what_if(struct page *p, const struct chart *c)
{
    const struct what_if *w = p->model->what_if;
    struct ui *ui = p->ui;
    if (!shows_what_if(p))
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
    const struct step *s = debrief_step(p);
    if (!s)
        return;
    struct ui_rect top = at_time(c, s->after_ms, 1000), foot = at_time(c, s->after_ms, 0);
    struct ui_rect points[] = {top, foot};
    ui_line(p->ui, points, 2, ui_u(p->ui, 1), p->ui->theme.contrast ? p->ui->theme.accent : 0xe07a5fc0, true);
}

/* --- the steps of the stairway ------------------------------------------------------------------------------ */

/* Its name, a shorter one, its number, or nothing: whatever fits. */
static td_str lane_label(struct page *p, struct ui_style style, int32_t stage, int32_t room)
{
    const td_str names[] = {say_stage(&p->say, stage), say_of(&p->say, "stage.", say_number(&p->say, stage), ".short"),
                            say_number(&p->say, stage + 1)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ui_width(p->ui, style, names[i]) <= room)
            return names[i];
    return TD_STR("");
}

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
    td_str name = say_stage(&p->say, stage), shown = lane_label(p, style, stage, rect.w - ui_u(ui, 11));
    if (shown.len > 0)
        ui_label(ui, (struct ui_rect){rect.x + ui_u(ui, 8), rect.y, rect.w - ui_u(ui, 10), high}, style, shown, 0);
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

static td_str chart_key(struct page *p)
{
    const struct step *s = debrief_step(p);
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, s ? s->story_ms : 0))};
    return shows_what_if(p) ? say_with(&p->say, "ui.curve-key-dashed", args, 1) : say_word(&p->say, "ui.curve-key");
}

/* Title and key on one row, or the key below where both are too long for one; returns the height. */
static int32_t chart_head(struct page *p, struct ui_rect r, td_str title, td_str key)
{
    struct ui *ui = p->ui;
    struct ui_style bold = style_of(UI_SEMIBOLD, 15, 22, ui->theme.text),
                    small = style_of(UI_REGULAR, 13, 18, ui->theme.second);
    int32_t high = ui_t(ui, 22), wide = ui_width(ui, bold, title), apart = ui_u(ui, 16);
    bool one = wide + apart + ui_width(ui, small, key) <= r.w;
    int32_t top = ui_para(ui, r.x, r.y, r.w, bold, title, true);
    ui_node(ui, ROLE_HEADING, title, (struct ui_rect){r.x, r.y, r.w, top}, DEED(0, 0, 0));
    if (one)
        ui_label(ui, (struct ui_rect){r.x + wide + apart, r.y, r.w - wide - apart, high}, small, key, 2);
    int32_t below = one ? 0 : ui_para(ui, r.x, r.y + top, r.w, small, key, true);
    ui_node(ui, ROLE_TEXT, key, (struct ui_rect){r.x, r.y, r.w, top + below}, DEED(0, 0, 0));
    return top + below;
}

static void chart(struct page *p, struct ui_rect rect)
{
    struct ui *ui = p->ui;
    int32_t pad = ui_u(ui, 18), left = rect.x + pad, label = ui_t(ui, 74);
    debrief_panel(p, rect);
    ui_enter(ui, ROLE_GROUP, say_word(&p->say, "ui.timeline"), rect);
    int32_t head = ui_u(ui, 13) + chart_head(p, (struct ui_rect){left, rect.y + ui_u(ui, 13), rect.w - 2 * pad, 0},
                                             say_word(&p->say, "ui.curve-and-steps"), chart_key(p));
    int32_t below = ui_t(ui, 26) + ui_t(ui, 18) + ui_u(ui, 34), top = head + ui_u(ui, 10);
    struct chart c = {{left + label, rect.y + top, rect.w - 2 * pad - label, rect.h - top - below},
                      span_of(p->model->trace)};
    grid(p, &c, left);
    marker(p, &c);
    curve(p, &c);
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
    td_str title = say_with(&p->say, "ui.decisions", args, 1), key = say_word(&p->say, "ui.change-in-agitation");
    struct ui_style bold = style_of(UI_SEMIBOLD, 15, 22, ui->theme.text),
                    small = style_of(UI_REGULAR, 13, 18, ui->theme.second);
    int32_t pad = ui_u(ui, 8), x = rect.x + ui_u(ui, 22), w = rect.w - 2 * ui_u(ui, 22), line = ui_t(ui, 22),
            wide = ui_width(ui, bold, title) + ui_u(ui, 12), y = rect.y + ui_u(ui, 12);
    bool one = wide + ui_width(ui, small, key) <= w;
    int32_t head = line + ui_u(ui, 24) + (one ? 0 : ui_t(ui, 18));
    struct area a =
        area_start(p, rect, (struct ui_rect){rect.x + pad, rect.y + head, rect.w - 2 * pad, rect.h - head - pad});
    ui_enter(ui, ROLE_GROUP, title, rect);
    ui_label(ui, (struct ui_rect){x, y, w, line}, bold, title, 0);
    ui_label(ui, (struct ui_rect){one ? x + wide : x, one ? y : y + line, one ? w - wide : w, ui_t(ui, 18)}, small, key,
             2);
    area_scroll(p, &a);
    for (int i = 0; i < t->count; i++)
        if (t->steps[i].exchange)
            a.y += decision(p, (struct ui_rect){a.view.x, a.y, a.view.w - ui_u(ui, 8), 0}, i);
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

/* So much that none of the figures has to be scrolled for. */
static int32_t dimensions_height(const struct page *p)
{
    int rows = DIM_COUNT + (p->model->debrief->score.reading.value != NONE);
    return rows * (ui_t(p->ui, 20) + ui_u(p->ui, 14)) + ui_u(p->ui, 20);
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

static void score(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    const td_debrief *d = p->model->debrief;
    struct ui_style big = style_of(UI_SEMIBOLD, 40, 46, ui->theme.text),
                    small = style_of(UI_REGULAR, 17, 24, ui->theme.second);
    td_str total = say_number(&p->say, d->score.total), of = TD_STR(" / 100");
    int32_t right = r.x + r.w, of_w = ui_width(ui, small, of), total_w = ui_width(ui, big, total);
    ui_label(ui, (struct ui_rect){right - of_w, r.y + ui_t(ui, 10), of_w, ui_t(ui, 28)}, small, of, 0);
    ui_label(ui, (struct ui_rect){right - of_w - total_w, r.y - ui_u(ui, 4), total_w, ui_t(ui, 46)}, big, total, 0);
    td_str band = say_of(&p->say, "score.band.", str_of(score_band_name(d->score.band)), "");
    ui_label(ui, (struct ui_rect){r.x, r.y + ui_t(ui, 40), r.w, ui_t(ui, 18)},
             style_of(UI_REGULAR, 13, 18, ui->theme.second), say_capital(&p->say, band), 2);
    const struct word_arg said[] = {ARG_INT("points", d->score.total), ARG_TEXT("band", band)};
    ui_node(ui, ROLE_METER, say_with(&p->say, "score.total", said, 2), r, DEED(0, 0, 0));
}

/* How it ended, and the score where something was done that can be scored; returns where it ends. */
static int32_t heading(struct page *p, int32_t w)
{
    struct ui *ui = p->ui;
    const struct trace *t = p->model->trace;
    int32_t x = ui_u(ui, 36), y = ui_u(ui, 22), score_w = ui_t(ui, 190), text_w = w - score_w;
    td_str outcome = t->outcome == outcome_count ? TD_STR("open") : outcome_names[t->outcome];
    const struct word_arg args[] = {
        ARG_TEXT("title", say_text(&p->say, TD_STR("setting"))), ARG_INT("n", t->exchange_count),
        ARG_TEXT("time", say_time(&p->say, t->count ? t->steps[t->count - 1].after_ms : 0))};
    bool large = ui->text_size > 140;
    td_str title = say_of(&p->say, "outcome.", outcome, ".title"),
           under = t->exchange_count == 0
                       ? say_text(&p->say, TD_STR("setting"))
                       : say_with(&p->say, large ? "ui.debrief-under-short" : "ui.debrief-under", args, 3);
    if (t->exchange_count > 0)
        score(p, (struct ui_rect){x + text_w, y, score_w, ui_t(ui, 58)});
    int32_t low = y + ui_t(ui, 58);
    y += ui_text(ui, ROLE_HEADING, x, y, text_w, style_of(UI_SEMIBOLD, 24, 32, ui->theme.text), title) + ui_u(ui, 2);
    y += ui_text(ui, ROLE_TEXT, x, y, text_w, style_of(UI_REGULAR, 15, 22, ui->theme.second), under);
    return (y > low ? y : low) + ui_u(ui, 10);
}

/* What was done well stands above everything else; all of it is one key away. */
static int32_t first_strength(struct page *p, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = p->ui;
    const td_debrief *d = p->model->debrief;
    int32_t badge = ui_t(ui, 26), left = badge + ui_u(ui, 10);
    if (d->strength_count == 0)
        return 0;
    const struct step *s = &p->model->trace->steps[d->strengths[0].step];
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, s->story_ms)),
                                    ARG_TEXT("line", say_step(&p->say, s))};
    verdict_badge(p, (struct ui_rect){x, y, badge, ui_t(ui, 22)}, VERDICT_STRONG);
    return ui_text(ui, ROLE_TEXT, x + left, y, w - left, style_of(UI_REGULAR, 15, 22, ui->theme.text),
                   say_with(&p->say, d->strengths[0].id, args, 2)) +
           ui_u(ui, 12);
}

static int32_t deeds(struct page *p, int32_t y, bool draw)
{
    struct ui *ui = p->ui;
    const struct step *s = debrief_step(p);
    int32_t x = ui_u(ui, 36);
    const struct word_arg args[] = {ARG_TEXT("time", say_time(&p->say, s ? s->story_ms : 0))};
    const struct {
        td_str label;
        enum button_look look;
        struct ui_action action;
        bool shown;
        char key;
    } buttons[] = {
        {say_with(&p->say, "ui.again-from", args, 1), BUTTON_FIRST, DEED(DEED_AGAIN, s ? s->number : 0, 0),
         s != NULL && !p->model->past_attempt, 'a'},
        {say_word(&p->say, "ui.start-over"), BUTTON_FIRST, DEED(DEED_AGAIN, 1, 0),
         !s && p->model->trace->exchange_count == 0 && !p->model->past_attempt, 'a'},
        {say_word(&p->say, "ui.better-line"), BUTTON_PLAIN, DEED(DEED_WATCH, 0, 0), debrief_has_better(s), 'b'},
        {say_word(&p->say, "ui.save-report"), BUTTON_PLAIN, DEED(DEED_REPORT, 0, 0),
         p->model->trace->exchange_count > 0, 19},
        {say_word(&p->say, "ui.support"), BUTTON_PLAIN, DEED(DEED_GO, SCREEN_SUPPORT, 0), true, 0},
        {say_word(&p->say, p->model->from_progress ? "ui.to-progress" : "ui.done"), BUTTON_PLAIN, DEED(DEED_HOME, 0, 0),
         true, 27},
    };
    struct flow flow = flow_of(x, y, ui->width - 2 * x, ui_u(ui, 12));
    for (size_t i = 0; i < sizeof buttons / sizeof *buttons; i++) {
        if (!buttons[i].shown)
            continue;
        struct ui_rect rect = flow_place(&flow, button_width(p, buttons[i].label, TD_STR("")), button_height(p));
        if (!draw)
            continue;
        int node = button(p, rect, buttons[i].label, TD_STR(""), buttons[i].look, buttons[i].action);
        ui_key(ui, node, buttons[i].key);
        ui->nodes[node].state &= ~(unsigned)UI_FIRST; /* nobody leaves a debrief by pressing Enter once too often */
    }
    if (draw && p->model->saved_as.len > 0)
        ui_label(ui, flow_place(&flow, ui_u(ui, 300), button_height(p)), style_of(UI_REGULAR, 13, 18, ui->theme.second),
                 p->model->saved_as, 0);
    return flow_bottom(&flow) - y;
}

static void wide(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t gap = ui_u(ui, 16), left = (r.w - gap) * 67 / 100, right = r.w - gap - left, upper = r.h * 54 / 100,
            list = r.h - ui_u(ui, 14) - dimensions_height(p);
    list = list < r.h * 2 / 5 ? r.h * 2 / 5 : list;
    chart(p, (struct ui_rect){r.x, r.y, left, upper});
    debrief_pages(p, (struct ui_rect){r.x, r.y + upper + ui_u(ui, 14), left, r.h - upper - ui_u(ui, 14)});
    decisions(p, (struct ui_rect){r.x + left + gap, r.y, right, list});
    dimensions(p, (struct ui_rect){r.x + left + gap, r.y + list + ui_u(ui, 14), right, r.h - list - ui_u(ui, 14)});
}

/* Large text: one under another, and the page scrolls. */
static void large(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t gap = ui_u(ui, 14), y = r.y - ui_scroll_start(ui, (struct ui_rect){r.x, r.y, r.w + ui_u(ui, 12), r.h});
    int32_t curve_h = ui_t(ui, 60) + ui_u(ui, 380);
    y += first_strength(p, r.x, y, r.w);
    chart(p, (struct ui_rect){r.x, y, r.w, curve_h});
    y += curve_h + gap;
    y += debrief_pages(p, (struct ui_rect){r.x, y, r.w, 0}) + gap;
    y += decisions(p, (struct ui_rect){r.x, y, r.w, 0}) + gap;
    y += dimensions(p, (struct ui_rect){r.x, y, r.w, 0});
    ui_scroll_end(ui, y);
}

/* Nobody chose anything: there is no curve to draw, and that may have been right. */
static void nothing_done(struct page *p, struct ui_rect r)
{
    struct ui *ui = p->ui;
    int32_t most = ui_u(ui, 760), y = r.y + ui_u(ui, 14) - ui_scroll_start(ui, r), w = r.w < most ? r.w : most;
    y += ui_text(ui, ROLE_TEXT, r.x, y, w, style_of(UI_REGULAR, 17, 25, ui->theme.text),
                 say_word(&p->say, "ui.no-decisions"));
    ui_scroll_end(ui, y + ui_u(ui, 12));
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
    int32_t deeds_h = deeds(p, 0, false), top = heading(p, w);
    bool large_text = ui->text_size > 140, none = p->model->trace->exchange_count == 0;
    if (!large_text && !none)
        top += first_strength(p, x, top, w);
    int32_t bottom = ui->height - foot - deeds_h - ui_u(ui, 16);
    struct ui_rect room = {x, top, w, bottom - top};
    if (none)
        nothing_done(p, room);
    else if (large_text)
        large(p, room);
    else
        wide(p, room);
    deeds(p, ui->height - foot - deeds_h, true);
    ui_leave(ui);
}
