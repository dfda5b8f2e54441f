/* seat_widgets.c - panels that are filled from top to bottom, fields to type in, curves. */
#include "seat_parts.h"

/* --- words ------------------------------------------------------------------------------------------------ */

td_str word(const struct seat_page *s, const char *id)
{
    return say_word(s->say, id);
}

td_str word_of(const struct seat_page *s, const char *head, td_str name, const char *tail)
{
    return say_of(s->say, head, name, tail);
}

td_str word_n(const struct seat_page *s, const char *id, int64_t n)
{
    const struct word_arg args[] = {ARG_INT("n", n)};
    return say_with(s->say, id, args, 1);
}

td_str join_two(const struct seat_page *s, td_str a, const char *between, td_str b)
{
    return say_join(s->say, a, between, b);
}

td_str percent_of(const struct seat_page *s, int64_t permille)
{
    return say_number(s->say, (permille + 5) / 10);
}

td_str time_of(const struct seat_page *s, int64_t ms)
{
    struct writer w;
    int64_t seconds = (ms + 999) / 1000;
    writer_init(&w, s->ui->arena);
    w_int(&w, seconds / 60);
    w_char(&w, ':');
    w_char(&w, (char)('0' + seconds % 60 / 10));
    w_char(&w, (char)('0' + seconds % 10));
    return writer_str(&w);
}

td_str mark_name(const struct seat_page *s, td_str technique)
{
    for (int i = 0; i < SEAT_MARKS; i++)
        if (str_is(technique, seat_marks[i]))
            return word_of(s, "web.mark.", technique, "");
    return word_of(s, "act.", technique, ".short");
}

td_str refusal_of(const struct seat_page *s, td_str code)
{
    return word_of(s, "refused.", code, "");
}

/* --- panels --------------------------------------------------------------------------------------------- */

enum { PAD = 18 };

struct panel panel_begin(struct seat_page *s, int32_t x, int32_t y, int32_t w, td_str title)
{
    struct ui *ui = s->ui;
    int32_t pad = ui_u(ui, PAD);
    struct panel panel = {.s = s, .x = x + pad, .y = y + pad, .w = w - 2 * pad, .top = y, .framed = true};
    panel.ground = ui->op_count;
    ui_edge_box(ui, (struct ui_rect){x, y, w, 0}, 12, ui->theme.surface, ui->theme.contrast ? ui->theme.line : 0,
                ui->theme.contrast ? ui_u(ui, 1) : 0);
    ui_enter(ui, ROLE_GROUP, title, (struct ui_rect){x, y, w, 0});
    if (title.len > 0) {
        panel.y +=
            ui_text(ui, ROLE_HEADING, panel.x, panel.y, panel.w, style_of(UI_SEMIBOLD, 15, 22, ui->theme.text), title);
        panel.y += ui_u(ui, 6);
    }
    return panel;
}

int32_t panel_end(struct panel *panel)
{
    struct ui *ui = panel->s->ui;
    int32_t bottom = panel->y + ui_u(ui, PAD) - ui_u(ui, 4);
    if (panel->framed)
        ui->ops[panel->ground].rect.h = bottom - panel->top;
    ui_leave(ui);
    return bottom + ui_u(ui, 14);
}

void panel_text(struct panel *panel, struct ui_style style, td_str text)
{
    if (text.len > 0)
        panel->y += ui_text(panel->s->ui, ROLE_TEXT, panel->x, panel->y, panel->w, style, text) + ui_u(panel->s->ui, 4);
}

void panel_plain(struct panel *panel, td_str text)
{
    panel_text(panel, style_of(UI_REGULAR, 15, 21, panel->s->ui->theme.text), text);
}

void panel_second(struct panel *panel, td_str text)
{
    panel_text(panel, style_of(UI_REGULAR, 14, 20, panel->s->ui->theme.second), text);
}

void panel_alert(struct panel *panel, td_str text)
{
    if (text.len == 0)
        return;
    panel_text(panel, style_of(UI_SEMIBOLD, 16, 23, panel->s->ui->theme.accent), text);
    ui_set(panel->s->ui, panel->s->ui->node_count - 1, UI_LIVE);
}

/* A name on the left and its value on the right; where both do not fit, one under the other. */
void panel_row(struct panel *panel, td_str name, td_str value)
{
    struct ui *ui = panel->s->ui;
    const struct ui_style plain = style_of(UI_REGULAR, 15, 21, ui->theme.text),
                          strong = style_of(UI_SEMIBOLD, 15, 21, ui->theme.text);
    int32_t wide = ui_width(ui, strong, value), gap = ui_u(ui, 10), high, left = panel->w - wide - gap;
    bool beside = left >= ui_width(ui, plain, name) || left > panel->w / 3;
    int32_t top = panel->y;
    panel->y += ui_u(ui, 5);
    high = ui_para(ui, panel->x, panel->y, beside ? left : panel->w, plain, name, true);
    if (beside)
        ui_label(ui, (struct ui_rect){panel->x + panel->w - wide, panel->y, wide, ui_t(ui, 21)}, strong, value, 2);
    else
        high += ui_para(ui, panel->x, panel->y + high, panel->w, strong, value, true);
    panel->y += high + ui_u(ui, 5);
    ui_box(ui, (struct ui_rect){panel->x, panel->y, panel->w, ui_u(ui, 1)}, 0, ui->theme.line);
    ui_node(ui, ROLE_TEXT, join_two(panel->s, name, ": ", value),
            (struct ui_rect){panel->x, top, panel->w, panel->y - top}, SEAT(0, 0, 0));
}

void panel_gap(struct panel *panel, int32_t units)
{
    panel->y += ui_u(panel->s->ui, units);
}

struct flow panel_flow(struct panel *panel)
{
    return flow_of(panel->x, panel->y + ui_u(panel->s->ui, 4), panel->w, ui_u(panel->s->ui, 8));
}

void panel_flowed(struct panel *panel, const struct flow *flow)
{
    if (flow->row > 0)
        panel->y = flow_bottom(flow) + ui_u(panel->s->ui, 6);
}

/* A label too long for its column is broken, not cut. */
static int tall_button(struct seat_page *s, struct flow *flow, td_str label, td_str hint, enum button_look look,
                       struct ui_action action)
{
    struct ui *ui = s->ui;
    const struct ui_style style = style_of(look == BUTTON_FIRST ? UI_SEMIBOLD : UI_REGULAR, 15, 20,
                                           look == BUTTON_FIRST ? ui->theme.ink : ui->theme.text);
    int32_t w = flow->right - flow->left, pad = ui_u(ui, 12);
    td_str all = hint.len > 0 ? join_two(s, label, " · ", hint) : label;
    int32_t high = ui_para(ui, 0, 0, w - 2 * pad, style, all, false) + 2 * ui_u(ui, 8);
    struct ui_rect rect = flow_place(flow, w, high);
    int node = button(&s->p, rect, TD_STR(""), TD_STR(""), look, action);
    ui->nodes[node].name = label;
    ui_para(ui, rect.x + pad, rect.y + ui_u(ui, 8), w - 2 * pad, style, all, true);
    return node;
}

int flow_key(struct seat_page *s, struct flow *flow, td_str label, char key, enum button_look look,
             struct ui_action action)
{
    td_str hint = key ? key_name(&s->p, key) : TD_STR("");
    int node = button_width(&s->p, label, hint) > flow->right - flow->left
                   ? tall_button(s, flow, label, hint, look, action)
                   : flow_button(&s->p, flow, label, hint, look, action);
    if (key)
        ui_key(s->ui, node, key);
    return node;
}

void panel_options(struct panel *panel, td_str title, const struct option *options, int count, int32_t chosen,
                   int32_t deed)
{
    struct seat_page *s = panel->s;
    if (title.len > 0)
        panel_second(panel, title);
    ui_enter(s->ui, ROLE_GROUP, title, (struct ui_rect){panel->x, panel->y, panel->w, 0});
    struct flow flow = panel_flow(panel);
    for (int i = 0; i < count; i++) {
        bool on = options[i].value == chosen;
        int node =
            flow_key(s, &flow, options[i].label, 0, on ? BUTTON_CHOSEN : BUTTON_PLAIN, SEAT(deed, options[i].value, 0));
        s->ui->nodes[node].role = ROLE_OPTION;
    }
    ui_leave(s->ui);
    panel_flowed(panel, &flow);
    panel_gap(panel, 4);
}

/* --- fields ------------------------------------------------------------------------------------------------ */

/* The end of a long text is what is being typed. */
static td_str tail_of(const struct ui *ui, struct ui_style style, td_str text, int32_t width)
{
    while (text.len > 0 && ui_width(ui, style, text) > width) {
        size_t step = utf8_size(text);
        step = step ? step : 1;
        text = (td_str){text.ptr + step, text.len - step};
    }
    return text;
}

void panel_field(struct panel *panel, enum seats_field field, td_str label)
{
    struct seat_page *s = panel->s;
    struct ui *ui = s->ui;
    struct ui_action action = SEAT(SEAT_FIELD, field, 0);
    const struct ui_style style = style_of(UI_REGULAR, 16, 22, ui->theme.text);
    bool typing = ui_is_focus(ui, action) || (s->app->focus.kind == SEAT_FIELD && s->app->focus.a == (int32_t)field);
    panel_second(panel, label);
    struct ui_rect rect = {panel->x, panel->y, panel->w, ui_t(ui, 22) + 2 * ui_u(ui, 8)};
    ui_edge_box(ui, rect, 9, ui->theme.deeper,
                typing               ? ui->theme.accent
                : ui->theme.contrast ? ui->theme.line
                                     : 0xffffff2e,
                ui_u(ui, typing ? 2 : 1));
    int32_t room = rect.w - 2 * ui_u(ui, 12);
    td_str text = tail_of(ui, style, seats_field(s->app, field), room - ui_u(ui, 4));
    ui_label(ui, (struct ui_rect){rect.x + ui_u(ui, 12), rect.y, room, rect.h}, style, text, 0);
    if (typing)
        ui_box(ui,
               (struct ui_rect){rect.x + ui_u(ui, 13) + ui_width(ui, style, text), rect.y + ui_u(ui, 7), ui_u(ui, 2),
                                rect.h - 2 * ui_u(ui, 7)},
               0, ui->theme.accent);
    focus_ring(&s->p, rect, 9, action);
    int node = ui_node(ui, ROLE_FIELD, join_two(s, label, ": ", seats_field(s->app, field)), rect, action);
    if (typing)
        ui_set(ui, node, UI_ON);
    panel->y = rect.y + rect.h + ui_u(ui, 8);
}

/* --- lines --------------------------------------------------------------------------------------------------- */

void panel_choice(struct panel *panel, char key, td_str text, td_str under, bool on, struct ui_action action)
{
    struct ui_rect rect = {panel->x, panel->y, panel->w, 0};
    panel->y += choice_row(&panel->s->p, rect, key, text, under, on, action, ROLE_CHOICE, true) + ui_u(panel->s->ui, 8);
}

void panel_bar(struct panel *panel, td_str text, td_str figure, int32_t permille)
{
    struct ui *ui = panel->s->ui;
    const struct ui_style plain = style_of(UI_REGULAR, 15, 20, ui->theme.text),
                          strong = style_of(UI_SEMIBOLD, 15, 20, ui->theme.text);
    int32_t wide = ui_width(ui, strong, figure), top = panel->y, left = panel->w - wide - ui_u(ui, 12);
    int32_t high = ui_para(ui, panel->x, top, left, plain, text, true);
    ui_label(ui, (struct ui_rect){panel->x + panel->w - wide, top, wide, ui_t(ui, 20)}, strong, figure, 2);
    meter_bar(&panel->s->p, (struct ui_rect){panel->x, top + high + ui_u(ui, 4), panel->w, ui_u(ui, 8)}, permille,
              ui->theme.good);
    panel->y = top + high + ui_u(ui, 22);
    ui_node(ui, ROLE_METER, join_two(panel->s, text, ": ", figure),
            (struct ui_rect){panel->x, top, panel->w, panel->y - top}, SEAT(0, 0, 0));
}

/* --- curves ------------------------------------------------------------------------------------------------- */

struct chart {
    struct ui_rect rect;
    int64_t from, to;
};

static int64_t part_of(const struct json_at *point, int32_t place)
{
    struct json_at value;
    return read_item(point, place, &value) ? json_int(&value) : 0;
}

static void span_of(const struct json_at *list, struct chart *chart)
{
    struct json_at point;
    for (bool more = json_first(list, &point); more; more = json_next(&point))
        chart->to = part_of(&point, 0) > chart->to ? part_of(&point, 0) : chart->to;
}

static void one_curve(struct ui *ui, const struct chart *chart, const struct json_at *list, pen_rgba colour,
                      bool dashed)
{
    int count = json_count(list), i = 0;
    struct json_at point;
    struct ui_rect *points = arena_new(ui->arena, struct ui_rect, (size_t)count + 1);
    int64_t span = chart->to - chart->from > 0 ? chart->to - chart->from : 1;
    for (bool more = json_first(list, &point); more; more = json_next(&point)) {
        points[i].x = chart->rect.x + (int32_t)((part_of(&point, 0) - chart->from) * chart->rect.w / span);
        points[i++].y = chart->rect.y + chart->rect.h - (int32_t)(part_of(&point, 1) * chart->rect.h / 1000);
    }
    ui_line(ui, points, count, ui_u(ui, 3), colour, dashed);
}

/* The bands of agitation by name at the left, minutes of the talk below. */
static void axes(const struct seat_page *s, const struct chart *chart, struct ui_style style)
{
    static const char *const bands[] = {"crisis", "hostile", "agitated", "anxious", "calm"};
    enum { BANDS = sizeof bands / sizeof *bands, MINUTE = 60000, TICKS = 7 };
    static const int64_t steps[] = {1, 2, 5, 10, 15, 30, 60};
    struct ui *ui = s->ui;
    const struct ui_rect r = chart->rect;
    const int32_t high = ui_t(ui, style.leading), left = r.x - ui_u(ui, 8);
    for (int i = 0; i < BANDS; i++) {
        ui_box(ui, (struct ui_rect){r.x, r.y + r.h * (i + 1) / BANDS, r.w, ui_u(ui, 1)}, 0, ui->theme.grid);
        ui_label(ui,
                 (struct ui_rect){left - ui_t(ui, style.size * 6), r.y + r.h * (2 * i + 1) / (2 * BANDS) - high / 2,
                                  ui_t(ui, style.size * 6), high},
                 style, word_of(s, "band.", str_of(bands[i]), ".name"), 2);
    }
    int64_t step = 120 * MINUTE;
    for (int i = (int)(sizeof steps / sizeof *steps) - 1; i >= 0; i--)
        step = chart->to / (steps[i] * MINUTE) < TICKS ? steps[i] * MINUTE : step;
    for (int64_t ms = 0; ms <= chart->to; ms += step) {
        const int32_t x = r.x + (int32_t)(ms * r.w / chart->to);
        ui_label(ui, (struct ui_rect){x - high, r.y + r.h + ui_u(ui, 4), 2 * high, high}, style,
                 say_number(s->say, ms / MINUTE), 1);
    }
    ui_label(ui, (struct ui_rect){r.x, r.y + r.h + ui_u(ui, 4) + high, r.w, high}, style, word(s, "web.axis.minutes"),
             2);
}

void panel_curve(struct panel *panel, int32_t units, const struct json_at *real, const struct json_at *other,
                 td_str name)
{
    enum { FAR = 150, SMALL = 12, LARGE = 20, EMS = 6 };
    struct ui *ui = panel->s->ui;
    const int32_t size = units > FAR ? LARGE : SMALL;
    const struct ui_style style = style_of(UI_REGULAR, size, size * 4 / 3, ui->theme.second);
    const int32_t left = ui_t(ui, size * EMS);
    struct chart chart = {{panel->x + left, panel->y + ui_u(ui, 6), panel->w - left, ui_u(ui, units)}, 0, 1};
    span_of(real, &chart);
    if (other)
        span_of(other, &chart);
    axes(panel->s, &chart, style);
    one_curve(ui, &chart, real, ui->theme.good, false);
    if (other)
        one_curve(ui, &chart, other, ui->theme.accent, true);
    ui_node(ui, ROLE_PICTURE, name, chart.rect, SEAT(0, 0, 0));
    panel->y = chart.rect.y + chart.rect.h + 2 * ui_t(ui, style.leading) + ui_u(ui, 12);
}
