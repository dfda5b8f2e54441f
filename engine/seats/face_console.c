/* face_console.c - the instructor's side: everything within one key, and what nobody else sees says so. */
#include "face_parts.h"

#include "session.h"
#include "wire_room.h"

enum { GUTTER = 24, NARROW = 150 };

/* --- the top ----------------------------------------------------------------------------------------------------- */

static void head_keys(struct seat_page *s, struct flow *flow)
{
    const bool lobby = view_is(s->view, "lobby"), brief = view_is(s->view, "brief");
    struct json_at frozen;
    if (lobby || brief)
        flow_key(s, flow, word(s, lobby ? "web.key.start" : "web.key.begin"), 'n', BUTTON_FIRST,
                 SEAT(SEAT_SAY, lobby ? DO_start : DO_next, 0));
    if (view_plays(s->view)) {
        const bool still = json_get(s->view, "frozen", &frozen);
        flow_key(s, flow, word(s, still ? "web.key.resume" : "web.key.freeze"), 'p', BUTTON_FIRST,
                 SEAT(SEAT_SAY, still ? DO_resume : DO_freeze, 0));
        flow_key(s, flow, word(s, "web.key.back"), 'r', BUTTON_PLAIN, SEAT(SEAT_BACK, 0, 0));
        flow_key(s, flow, word(s, "web.key.end"), 'e', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_END, 0));
    }
    if (view_is(s->view, "pause") || view_is(s->view, "feedback"))
        flow_key(s, flow, word(s, "web.key.next"), 'n', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_next, 0));
    flow_key(s, flow, word(s, s->model->projecting ? "group.projector-off" : "group.projector"), 'b', BUTTON_PLAIN,
             SEAT(SEAT_PROJECT, 0, 0));
    if (view_is(s->view, "closed") || lobby)
        flow_key(s, flow, word(s, "group.leave"), 27, BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
}

static td_str head_line(struct seat_page *s)
{
    struct json_at room;
    if (!s->view || !json_get(s->view, "room", &room))
        return word(s, "group.opening");
    td_str line = join_two(s, read_text(&room, "title"), " · ", word_n(s, "web.joined", read_int(&room, "joined", 0)));
    return join_two(s, line, " · ", join_two(s, word(s, "web.code"), " ", read_text(&room, "code")));
}

/* Returns the y below it.  The keys come before everything else in the tree. */
static int32_t head(struct seat_page *s)
{
    struct ui *ui = s->ui;
    const struct ui_style name = style_of(UI_SEMIBOLD, 18, 26, ui->theme.text),
                          rest = style_of(UI_REGULAR, 14, 20, ui->theme.second);
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x, text = w * 40 / 100;
    if (ui->text_size >= NARROW)
        text = w;
    int ground = ui->op_count;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, 0}, 0, ui->theme.deeper);
    int32_t y = ui_u(ui, 14), left = y;
    left += ui_text(ui, ROLE_HEADING, x, left, text, name, word(s, "group.title"));
    left += ui_text(ui, ROLE_TEXT, x, left, text, rest, head_line(s));
    struct flow flow = text == w
                           ? flow_of(x, left + ui_u(ui, 8), w, ui_u(ui, 8))
                           : flow_of(x + text + ui_u(ui, 12), y + ui_u(ui, 4), w - text - ui_u(ui, 12), ui_u(ui, 8));
    head_keys(s, &flow);
    int32_t bottom = (flow_bottom(&flow) > left ? flow_bottom(&flow) : left) + ui_u(ui, 12);
    ui->ops[ground].rect.h = bottom;
    return bottom;
}

/* --- what has to be seen first ----------------------------------------------------------------------------------- */

static int32_t alerts(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at frozen;
    const bool stopped = s->view && read_flag(s->view, "stopped");
    const bool still = view_plays(s->view) && json_get(s->view, "frozen", &frozen);
    if (!stopped && !still && s->model->up && !s->model->disk_full && s->model->refusal.len == 0)
        return y;
    struct panel panel = panel_begin(s, x, y, w, TD_STR(""));
    if (s->model->disk_full)
        panel_alert(&panel, word(s, "web.trouble"));
    if (!s->model->up)
        panel_alert(&panel, word(s, "web.offline"));
    if (s->model->refusal.len > 0)
        panel_alert(&panel, s->model->refusal);
    if (stopped)
        panel_alert(&panel, word(s, "web.stopped.long"));
    if (still)
        panel_alert(&panel, word_of(s, "web.frozen.", read_text(&frozen, "why"), ""));
    return panel_end(&panel);
}

/* --- the lobby --------------------------------------------------------------------------------------------------- */

static void square_row(struct seat_page *s, struct ui_rect inner, const struct seats_square *square, int32_t y)
{
    const uint8_t *row = square->dark + (ptrdiff_t)y * square->side;
    for (int32_t x = 0; x < square->side; x++) {
        int32_t from = x;
        while (x < square->side && row[x])
            x++;
        if (x > from) {
            int32_t x0 = inner.w * from / square->side, x1 = inner.w * x / square->side;
            int32_t y0 = inner.h * y / square->side, y1 = inner.h * (y + 1) / square->side;
            ui_box(s->ui, (struct ui_rect){inner.x + x0, inner.y + y0, x1 - x0, y1 - y0}, 0, 0x000000ff);
        }
    }
}

void seat_square(struct seat_page *s, struct ui_rect rect)
{
    const struct seats_square *square = &s->model->square;
    if (square->side == 0)
        return;
    ui_box(s->ui, rect, 6, 0xffffffff);
    /* four squares of quiet around it, and every square the same number of pixels */
    int32_t each = rect.w / (square->side + 8), wide = each * square->side;
    struct ui_rect inner = {rect.x + (rect.w - wide) / 2, rect.y + (rect.h - wide) / 2, wide, wide};
    for (int32_t y = 0; y < square->side; y++)
        square_row(s, inner, square, y);
    ui_node(s->ui, ROLE_PICTURE, word(s, "web.qr"), rect, SEAT(0, 0, 0));
}

static int32_t lobby(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    struct json_at room;
    if (!view_is(s->view, "lobby") || !json_get(s->view, "room", &room))
        return y;
    const struct word_arg args[] = {ARG_TEXT("pin", s->model->pin)};
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.join.title"));
    int32_t side = ui_u(ui, 150);
    if (s->model->square.side > 0) {
        seat_square(s, (struct ui_rect){panel.x, panel.y, side, side});
        panel.y += side + ui_u(ui, 10);
    }
    panel_text(&panel, style_of(UI_REGULAR, 18, 26, ui->theme.text), s->model->address);
    panel_text(&panel, style_of(UI_BOLD, 22, 30, ui->theme.text),
               join_two(s, word(s, "web.code"), " ", read_text(&room, "code")));
    panel_second(&panel, word(s, "web.same-network"));
    if (s->model->pin.len > 0)
        panel_second(&panel, say_with(s->say, "group.pin", args, 1));
    panel_second(&panel, word(s, "web.setup.lobby"));
    panel_second(&panel, word(s, "group.projector.help"));
    panel_care(&panel);
    return panel_end(&panel);
}

static int32_t briefing(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at scene;
    if (!view_is(s->view, "brief") || !json_get(s->view, "scene", &scene))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.segment.brief"));
    panel_second(&panel, word(s, "web.setup.brief"));
    panel_plain(&panel, read_text(&scene, "briefing"));
    panel_care(&panel);
    return panel_end(&panel);
}

/* Words for whoever leads for the first time. */
static int32_t script(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    td_str text = script_text(s);
    if (text.len == 0)
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.script"));
    panel_plain(&panel, text);
    return panel_end(&panel);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static int32_t left_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = console_meters(s, x, y, w);
    y = console_scene(s, x, y, w);
    return console_teams(s, x, y, w);
}

static int32_t middle_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = alerts(s, x, y, w);
    y = script(s, x, y, w);
    y = lobby(s, x, y, w);
    y = briefing(s, x, y, w);
    y = console_vote(s, x, y, w);
    y = console_inject(s, x, y, w);
    y = console_marks(s, x, y, w);
    y = console_debrief(s, x, y, w);
    return console_closed(s, x, y, w);
}

static int32_t right_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = console_people(s, x, y, w);
    y = console_board(s, x, y, w);
    y = console_observed(s, x, y, w);
    return console_clock(s, x, y, w);
}

static void column(struct seat_page *s, seat_card *cards, int32_t x, int32_t top, int32_t w)
{
    struct ui *ui = s->ui;
    int32_t out = ui_u(ui, 6);
    int32_t y = top - ui_scroll_start(ui, (struct ui_rect){x - out, top, w + 2 * out, ui->height - top});
    ui_scroll_end(ui, cards(s, x, y, w));
}

static int32_t all_columns(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = middle_column(s, x, y, w);
    y = left_column(s, x, y, w);
    return right_column(s, x, y, w);
}

void face_console(struct seat_page *s)
{
    struct ui *ui = s->ui;
    ui_enter(ui, ROLE_SCREEN, word(s, "group.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    int32_t top = head(s) + ui_u(ui, 14), x = ui_u(ui, GUTTER), w = ui->width - 2 * x, gap = ui_u(ui, 16);
    if (ui->text_size >= NARROW || ui->width < ui->height * 5 / 4) {
        column(s, all_columns, x, top, w);
        ui_leave(ui);
        return;
    }
    const bool scene = s->model->person;
    int32_t right = w * 26 / 100, left = scene || view_plays(s->view) ? w * 30 / 100 : 0;
    int32_t middle = w - right - gap - (left > 0 ? left + gap : 0);
    column(s, middle_column, x + (left > 0 ? left + gap : 0), top, middle);
    if (left > 0)
        column(s, left_column, x, console_portrait(s, x, top, left), left);
    column(s, right_column, x + w - right, top, right);
    ui_leave(ui);
}
