/* face_seat.c - any seat but the instructor's: the scene on the left, what this role may do now on the right, and
 * little else. */
#include "face_parts.h"

#include "wire_room.h"

enum { GUTTER = 24, NARROW = 150 };

/* --- what everybody sees ----------------------------------------------------------------------------------------- */

static td_str head_line(struct seat_page *s)
{
    struct json_at room, you, roles, role, clock;
    if (!json_get(s->view, "room", &room) || !json_get(s->view, "you", &you))
        return TD_STR("");
    td_str line = read_text(&you, "name");
    if (json_get(&you, "roles", &roles))
        for (bool more = json_first(&roles, &role); more; more = json_next(&role))
            line = join_two(s, line, " · ", word_of(s, "seat.", json_string(&role), ".name"));
    line = join_two(s, line, " · ", word_of(s, "web.segment.", read_text(&room, "phase"), ""));
    return json_get(s->view, "clock", &clock) ? join_two(s, line, " ", time_of(s, read_left(&clock, s->model->now)))
                                              : line;
}

static int32_t head(struct seat_page *s)
{
    struct ui *ui = s->ui;
    struct json_at room;
    int32_t x = ui_u(ui, GUTTER), w = ui->width - 2 * x, y = ui_u(ui, 14);
    int ground = ui->op_count;
    ui_box(ui, (struct ui_rect){0, 0, ui->width, 0}, 0, ui->theme.deeper);
    td_str title = json_get(s->view, "room", &room) ? read_text(&room, "title") : TD_STR("");
    y += ui_text(ui, ROLE_HEADING, x, y, w, style_of(UI_SEMIBOLD, 18, 26, ui->theme.text), title);
    y += ui_text(ui, ROLE_TEXT, x, y, w, style_of(UI_REGULAR, 14, 20, ui->theme.second), head_line(s));
    y += ui_u(ui, 12);
    ui->ops[ground].rect.h = y;
    return y;
}

static int32_t alerts(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at frozen;
    const bool still = json_get(s->view, "frozen", &frozen);
    const bool lobby = view_is(s->view, "lobby"), closed = view_is(s->view, "closed");
    if (!still && s->model->up && s->model->refusal.len == 0 && !lobby && !closed)
        return y;
    struct panel panel = panel_begin(s, x, y, w, TD_STR(""));
    if (!s->model->up)
        panel_alert(&panel, word(s, "web.offline"));
    panel_alert(&panel, s->model->refusal);
    if (still)
        panel_alert(&panel, word_of(s, "web.frozen.", read_text(&frozen, "why"), ""));
    if (lobby) {
        panel_plain(&panel, word(s, "web.wait"));
        panel_care(&panel);
    }
    if (closed)
        panel_farewell(&panel);
    return panel_end(&panel);
}

static int32_t debrief(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at room;
    if (!view_is(s->view, "debrief") || !json_get(s->view, "room", &room))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word_of(s, "web.page.", read_text(&room, "page"), ""));
    debrief_page(&panel, 16);
    return panel_end(&panel);
}

/* --- what anybody may do ----------------------------------------------------------------------------------------- */

static int32_t anybody(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "group.anybody"));
    struct flow flow = panel_flow(&panel);
    if (view_plays(s->view) || view_is(s->view, "brief"))
        flow_key(s, &flow, word(s, "web.stop"), 0, BUTTON_PLAIN, SEAT(SEAT_SAY, DO_stop, 0));
    flow_key(s, &flow, word(s, "group.away"), 27, BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
    panel_flowed(&panel, &flow);
    if (view_is(s->view, "debrief") || view_is(s->view, "closed") || view_can(s->view, "observer"))
        return panel_end(&panel); /* the second field belongs to something else */
    panel_field(&panel, FIELD_MORE, word(s, "web.note"));
    flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.note.send"), 0, BUTTON_PLAIN, SEAT(SEAT_NOTE, 0, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static int32_t doing(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static seat_card *const parts[] = {alerts,           card_voter, card_primary,  card_coach,
                                       card_role_player, card_heard, card_observer, card_board,
                                       card_leader,      debrief,    card_sheet,    anybody};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        y = parts[i](s, x, y, w);
    return y;
}

static void waiting(struct seat_page *s)
{
    struct ui *ui = s->ui;
    int32_t x = ui_u(ui, 36);
    int32_t y = page_head(&s->p, word(s, "web.join.title"),
                          s->model->refusal.len > 0 ? s->model->refusal : word(s, "web.offline"));
    ui_set(ui, ui->node_count - 1, UI_LIVE);
    struct flow flow = flow_of(x, y, ui->width - 2 * x, ui_u(ui, 10));
    flow_key(s, &flow, word(s, "group.away"), 27, BUTTON_PLAIN, SEAT(SEAT_LEAVE, 0, 0));
}

void face_seat(struct seat_page *s)
{
    struct ui *ui = s->ui;
    ui_enter(ui, ROLE_SCREEN, word(s, "web.room.title"), (struct ui_rect){0, 0, ui->width, ui->height});
    if (!s->view) {
        waiting(s);
        ui_leave(ui);
        return;
    }
    int32_t top = head(s) + ui_u(ui, 14), x = ui_u(ui, GUTTER), w = ui->width - 2 * x, gap = ui_u(ui, 16),
            out = ui_u(ui, 6);
    const bool narrow = ui->text_size >= NARROW || ui->width < ui->height * 5 / 4;
    int32_t left = narrow || view_is(s->view, "debrief") || view_is(s->view, "lobby") ? 0 : w * 44 / 100;
    int32_t right_x = left > 0 ? x + left + gap : x, right_w = left > 0 ? w - left - gap : w;
    if (left > 0) {
        int32_t y = card_picture(s, x, top, left);
        y -= ui_scroll_start(ui, (struct ui_rect){x - out, y, left + 2 * out, ui->height - y});
        ui_scroll_end(ui, card_scene(s, x, y, left));
    }
    int32_t y = top - ui_scroll_start(ui, (struct ui_rect){right_x - out, top, right_w + 2 * out, ui->height - top});
    if (left == 0)
        y = card_scene(s, right_x, y, right_w);
    ui_scroll_end(ui, doing(s, right_x, y, right_w));
    ui_leave(ui);
}
