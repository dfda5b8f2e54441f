/* face_console.c - the instructor's side: everything within one key, and what nobody else sees says so. */
#include "seat_parts.h"

#include "session.h"
#include "wire_room.h"

enum { GUTTER = 24, NARROW = 150, HEAD = 74 };

/* --- the top -------------------------------------------------------------------------------------------------- */

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

/* --- the person ----------------------------------------------------------------------------------------------- */

static int32_t portrait(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!s->model->person || !s->view || !json_get(s->view, "scene", &scene))
        return y;
    struct ui_rect rect = {x, y, w, w * 58 / 100};
    struct ui_op *op = ui_op(ui, OP_SCENE, rect);
    op->text = s->model->place;
    op->identity = s->model->identity;
    op->zoom = 1900;
    op->centre_x = 330;
    op->centre_y = 300;
    op->live = true;
    op = ui_op(ui, OP_CORNERS, rect);
    op->fill = ui->theme.ground;
    op->radius = ui_u(ui, 12);
    td_str cue = say_plain(s->say, read_text(&scene, "cue"));
    ui_node(ui, ROLE_PICTURE, cue.len > 0 ? cue : read_text(&scene, "name"), rect, SEAT(0, 0, 0));
    return y + rect.h + ui_u(ui, 14);
}

static int32_t meters(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static const char *const keys[] = {"understanding", "rapport", "trust", "hope", "autonomy", "rupture"};
    struct json_at m, scene;
    if (!s->view || !json_get(s->view, "meters", &m) || !json_get(s->view, "scene", &scene))
        return y;
    const struct word_arg args[] = {ARG_TEXT("name", read_text(&scene, "name"))};
    struct panel panel = panel_begin(s, x, y, w, say_capital(s->say, say_with(s->say, "web.only-you", args, 1)));
    panel_row(&panel, say_capital(s->say, word(s, "figure.agitation")), percent_of(s, read_int(&m, "agitation", 0)));
    panel_row(&panel, say_capital(s->say, word(s, "figure.stage")), say_stage(s->say, read_int(&m, "stage", 0)));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (read_int(&m, keys[i], NONE) != NONE)
            panel_row(&panel, say_capital(s->say, word_of(s, "figure.", str_of(keys[i]), "")),
                      percent_of(s, read_int(&m, keys[i], 0)));
    return panel_end(&panel);
}

static void events(struct seat_page *s, struct panel *panel, const struct json_at *scene)
{
    struct json_at list, one;
    if (!json_get(scene, "events", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        panel_second(panel, read_pieces(s->ui->arena, &one, "text", 0));
        panel_second(panel, read_text(&one, "typed"));
    }
}

static int32_t scene_words(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static const char *const keys[] = {"opening", "answer", "line", "look", "ending"};
    struct json_at scene;
    if (!view_plays(s->view) || !json_get(s->view, "scene", &scene))
        return y;
    struct panel panel = panel_begin(s, x, y, w, say_capital(s->say, read_text(&scene, "name")));
    panel_second(&panel, read_text(&scene, "you_said"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        panel_plain(&panel, read_pieces(s->ui->arena, &scene, keys[i], 0));
    events(s, &panel, &scene);
    const struct word_arg args[] = {ARG_INT("n", read_int(&scene, "exchange", 0)),
                                    ARG_INT("left", read_int(&scene, "left", 0))};
    panel_second(&panel, say_with(s->say, "web.exchange", args, 2));
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.past"), 'w', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_PAST, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

static int32_t teams(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at list, one;
    if (!s->view || !json_get(s->view, "all_teams", &list))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.teams"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        const int32_t team = read_int(&one, "team", 0);
        const struct word_arg args[] = {ARG_INT("n", team + 1), ARG_INT("exchange", read_int(&one, "exchange", 0)),
                                        ARG_TEXT("agitation", percent_of(s, read_int(&one, "agitation", 0)))};
        td_str text = say_with(s->say, "web.team", args, 3);
        if (read_flag(&one, "stopped"))
            text = join_two(s, text, " · ", word(s, "web.stopped"));
        panel_plain(&panel, text);
        struct flow flow = panel_flow(&panel);
        int node = flow_key(s, &flow, word(s, "web.look-at"), 0, BUTTON_PLAIN, SEAT(SEAT_LOOK, team, 0));
        s->ui->nodes[node].name = join_two(s, word(s, "web.look-at"), ": ", text);
        panel_flowed(&panel, &flow);
    }
    return panel_end(&panel);
}

/* --- what has to be seen first ---------------------------------------------------------------------------------- */

static void alert(struct panel *panel, td_str text)
{
    panel_text(panel, style_of(UI_SEMIBOLD, 16, 23, panel->s->ui->theme.accent), text);
    ui_set(panel->s->ui, panel->s->ui->node_count - 1, UI_LIVE);
}

static int32_t alerts(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at frozen;
    const bool stopped = s->view && read_flag(s->view, "stopped");
    const bool still = view_plays(s->view) && json_get(s->view, "frozen", &frozen);
    if (!stopped && !still && s->model->up && !s->model->disk_full && s->model->refusal.len == 0)
        return y;
    struct panel panel = panel_begin(s, x, y, w, TD_STR(""));
    if (s->model->disk_full)
        alert(&panel, word(s, "web.trouble"));
    if (!s->model->up)
        alert(&panel, word(s, "web.offline"));
    if (s->model->refusal.len > 0)
        alert(&panel, s->model->refusal);
    if (stopped)
        alert(&panel, word(s, "web.stopped.long"));
    if (still)
        alert(&panel, word_of(s, "web.frozen.", read_text(&frozen, "why"), ""));
    return panel_end(&panel);
}

/* --- the lobby ------------------------------------------------------------------------------------------------------ */

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
    return panel_end(&panel);
}

/* --- the vote --------------------------------------------------------------------------------------------------------- */

static td_str vote_line(struct seat_page *s, const struct json_at *vote)
{
    const struct word_arg args[] = {ARG_INT("in", read_int(vote, "in", 0)), ARG_INT("of", read_int(vote, "of", 0))};
    td_str line = say_with(s->say, "web.vote.in", args, 2);
    if (str_is(read_text(vote, "state"), "open"))
        line = join_two(s, line, " · ", time_of(s, read_left(vote, s->model->now)));
    return line;
}

static void tally(struct seat_page *s, struct panel *panel, const struct json_at *vote)
{
    struct json_at lines, line, counts, count;
    const bool counted = vote && json_get(vote, "counts", &counts);
    int32_t all = vote ? read_int(vote, "in", 0) : 0, most = all > 0 ? all : 1;
    if (!json_get(s->view, "lines", &lines))
        return;
    for (bool more = json_first(&lines, &line); more; more = json_next(&line)) {
        int32_t n = 0;
        char id[LIMIT_ID_BYTES + 1] = "";
        td_str own = read_text(&line, "id");
        if (own.len <= LIMIT_ID_BYTES && own.len > 0)
            memcpy(id, own.ptr, own.len);
        if (counted && json_get(&counts, id, &count))
            n = (int32_t)json_int(&count);
        panel_bar(panel, read_text(&line, "text"), say_number(s->say, n), n * 1000 / most);
    }
}

static void minority(struct seat_page *s, struct panel *panel, const struct json_at *vote)
{
    struct json_at list, one;
    if (!vote || !json_get(vote, "minority", &list) || json_count(&list) == 0)
        return;
    panel_second(panel, word(s, "web.vote.minority"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        panel_plain(panel, read_text(&one, "reason"));
}

static void vote_keys(struct seat_page *s, struct panel *panel, const struct json_at *vote)
{
    td_str state = vote ? read_text(vote, "state") : TD_STR(""), who = view_speaker(s->view);
    const struct word_arg args[] = {ARG_TEXT("name", who)};
    const bool open = str_is(state, "open");
    struct flow flow = panel_flow(panel);
    if (!open)
        flow_key(s, &flow, word(s, "web.vote.open"), 'v', vote ? BUTTON_PLAIN : BUTTON_FIRST,
                 SEAT(SEAT_SAY, DO_open, 0));
    else
        flow_key(s, &flow, word(s, "web.vote.close"), 'v', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_close, 0));
    if (vote && !str_is(state, "revealed"))
        flow_key(s, &flow, word(s, "web.vote.reveal"), 's', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_reveal, 0));
    if (vote)
        flow_key(s, &flow, word(s, "web.vote.play"), 'g', BUTTON_FIRST, SEAT(SEAT_PLAY, NONE, 0));
    if (vote && who.len > 0)
        flow_key(s, &flow, say_with(s->say, "web.vote.decide", args, 1), 'd', BUTTON_PLAIN,
                 SEAT(SEAT_SAY, DO_decide, 0));
    if (vote)
        flow_key(s, &flow, word(s, "web.vote.discuss"), 'u', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_discuss, 0));
    flow_key(s, &flow, word(s, "web.override"), 'o', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_OVERRIDE, 0));
    panel_flowed(panel, &flow);
}

static int32_t vote_card(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at lines, vote;
    if (!view_plays(s->view) || !json_get(s->view, "lines", &lines))
        return y;
    const bool any = json_get(s->view, "vote", &vote);
    td_str who = view_speaker(s->view);
    const struct word_arg args[] = {ARG_TEXT("name", who)};
    struct panel panel =
        panel_begin(s, x, y, w, who.len > 0 ? say_with(s->say, "web.vote.who", args, 1) : word(s, "web.vote.title"));
    panel_second(&panel, any ? vote_line(s, &vote) : word(s, "web.vote.no"));
    tally(s, &panel, any ? &vote : NULL);
    minority(s, &panel, any ? &vote : NULL);
    vote_keys(s, &panel, any ? &vote : NULL);
    return panel_end(&panel);
}

/* --- cards and marks ------------------------------------------------------------------------------------------------------ */

static int32_t inject(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at deck, card;
    int32_t place = 0;
    if (!view_plays(s->view))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.inject"));
    struct flow flow = panel_flow(&panel);
    if (json_get(s->view, "deck", &deck))
        for (bool more = json_first(&deck, &card); more; more = json_next(&card)) {
            td_str text = read_pieces(s->ui->arena, &card, "text", 'v');
            text = text.len > 0 ? text : read_pieces(s->ui->arena, &card, "text", 's');
            flow_key(s, &flow, text, 0, read_flag(&card, "suggested") ? BUTTON_CHOSEN : BUTTON_PLAIN,
                     SEAT(SEAT_INJECT, place++, 0));
        }
    flow_key(s, &flow, word(s, "web.inject.own"), 'i', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_INJECT, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

static int32_t marks(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at flags;
    if (!view_plays(s->view))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.flag"));
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.flag.now"), 'm', BUTTON_PLAIN, SEAT(SEAT_FLAG, 0, 0));
    panel_flowed(&panel, &flow);
    if (json_get(s->view, "flags", &flags) && json_count(&flags) > 0)
        panel_second(&panel, word_n(s, "group.flags", json_count(&flags)));
    return panel_end(&panel);
}

/* --- the debrief -------------------------------------------------------------------------------------------------------------- */

static td_str page_now(struct seat_page *s)
{
    struct json_at room;
    return json_get(s->view, "room", &room) ? read_text(&room, "page") : TD_STR("");
}

/* Talks are laid side by side where there are several: teams, or rounds. */
static bool has_page(struct seat_page *s, int32_t page)
{
    struct json_at room;
    return page != PAGE_beside || !json_get(s->view, "room", &room) || read_int(&room, "teams", 1) > 1 ||
           str_eq(read_text(&room, "preset"), wire_preset_names[PRESET_back_to_back]);
}

/* The page behind the one that is shown; PAGE_COUNT: none. */
static int32_t next_page(struct seat_page *s)
{
    int32_t page = 0;
    while (page < PAGE_COUNT && !str_eq(page_now(s), wire_page_names[page]))
        page++;
    page++;
    while (page < PAGE_COUNT && !has_page(s, page))
        page++;
    return page;
}

static void page_keys(struct seat_page *s, struct panel *panel)
{
    td_str now = page_now(s);
    struct flow flow = panel_flow(panel);
    for (int i = 0; i < PAGE_COUNT; i++) {
        const bool on = str_eq(now, wire_page_names[i]);
        if (!has_page(s, i))
            continue;
        flow_key(s, &flow, word_of(s, "web.page.", wire_page_names[i], ""), (char)('1' + i),
                 on ? BUTTON_CHOSEN : BUTTON_PLAIN, SEAT(SEAT_PAGE, i, 0));
    }
    panel_flowed(panel, &flow);
}

static void debrief_keys(struct seat_page *s, struct panel *panel)
{
    struct flow flow = panel_flow(panel);
    const int32_t next = next_page(s);
    if (next < PAGE_COUNT)
        flow_key(s, &flow, word(s, "web.key.next"), 'n', BUTTON_FIRST, SEAT(SEAT_PAGE, next, 0));
    flow_key(s, &flow, word(s, "web.again"), 'a', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_AGAIN, 0));
    if (s->model->can_save)
        flow_key(s, &flow, word(s, "group.save"), 's', BUTTON_PLAIN, SEAT(SEAT_SAVE, 0, 0));
    flow_key(s, &flow, word(s, "web.finish"), 'f', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_FINISH, 0));
    panel_flowed(panel, &flow);
    panel_second(panel, s->model->saved);
}

static int32_t debrief(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    if (!view_is(s->view, "debrief"))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.debrief"));
    page_keys(s, &panel);
    debrief_keys(s, &panel);
    y = panel_end(&panel);
    panel = panel_begin(s, x, y, w, TD_STR(""));
    debrief_page(&panel, 15);
    return panel_end(&panel);
}

static int32_t closed(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    if (!view_is(s->view, "closed") && !view_is(s->view, "feedback"))
        return y;
    struct panel panel =
        panel_begin(s, x, y, w, word(s, view_is(s->view, "closed") ? "web.segment.closed" : "web.segment.feedback"));
    panel_plain(&panel, view_is(s->view, "closed") ? word(s, "web.closed") : TD_STR(""));
    panel_second(&panel, s->model->saved);
    return panel_end(&panel);
}

/* --- the room ------------------------------------------------------------------------------------------------------------------- */

/* Whoever has a role: up to three by name, more by their number. */
struct holders {
    td_str names;
    int32_t count, away;
};

static struct holders holders_of(struct seat_page *s, const char *role)
{
    enum { NAMED = 3 };
    struct json_at list, one, roles;
    struct holders h = {TD_STR(""), 0, 0};
    if (!s->view || !json_get(s->view, "people", &list))
        return h;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        if (!json_get(&one, "roles", &roles) || !read_has(&roles, role))
            continue;
        h.names = join_two(s, h.names, ", ", read_text(&one, "name"));
        h.count++;
        h.away += !read_flag(&one, "here");
    }
    if (h.count > NAMED)
        h.names = say_number(s->say, h.count);
    if (h.away > 0)
        h.names = join_two(s, h.names, " · ", word_n(s, "group.count-away", h.away));
    return h;
}

static int32_t people(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.people"));
    for (int seat = 0; seat < SEAT_COUNT; seat++) {
        struct holders h = holders_of(s, seat_name((enum seat)seat).ptr);
        if (h.count > 0)
            panel_row(&panel, word_of(s, "seat.", seat_name((enum seat)seat), ".name"), h.names);
    }
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "group.roles"), 'q', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_PEOPLE, 0));
    flow_key(s, &flow, word(s, "web.assign.random"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_random, 0));
    flow_key(s, &flow, word(s, "web.assign.rotate"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_rotate, 0));
    if (view_plays(s->view))
        flow_key(s, &flow, word(s, "web.tag"), 't', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_TAG, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

static int32_t board(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at list, one;
    if (!s->view || !json_get(s->view, "board", &list))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "seat.board.name"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        panel_plain(&panel,
                    join_two(s, word_of(s, "board.", read_text(&one, "kind"), ""), ": ", read_text(&one, "text")));
    if (json_count(&list) == 0)
        panel_second(&panel, word(s, "web.board.empty"));
    return panel_end(&panel);
}

/* "4.1" of thousandths, with the sign of the language. */
static td_str tenths(struct seat_page *s, int32_t thousandths)
{
    struct writer w;
    int32_t n = (thousandths + 50) / 100;
    writer_init(&w, s->ui->arena);
    w_int(&w, n / 10);
    w_str(&w, word(s, "web.decimal"));
    w_int(&w, n % 10);
    return writer_str(&w);
}

/* The name of an item of the sheet is its sentence up to the colon. */
static td_str item_name(struct seat_page *s, td_str item)
{
    td_str text = word_of(s, "sheet.", item, "");
    size_t end = 0;
    while (end < text.len && text.ptr[end] != ':')
        end++;
    while (end > 0 && end < text.len && (unsigned char)text.ptr[end - 1] >= 0x80)
        end--; /* the blank that may not break */
    return (td_str){text.ptr, end};
}

static int32_t observed(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at observed, one;
    int rows = 0;
    if (!s->view || !json_get(s->view, "observed", &observed))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.observed"));
    for (bool more = json_first(&observed, &one); more; more = json_next(&one)) {
        if (str_is(json_key(&one), "taps"))
            continue;
        panel_row(&panel, item_name(s, json_key(&one)), tenths(s, (int32_t)json_int(&one)));
        rows++;
    }
    if (rows == 0)
        panel_second(&panel, word(s, "web.observed.none"));
    return panel_end(&panel);
}

static int32_t clock_card(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at clock, room;
    if (!s->view || !json_get(s->view, "clock", &clock) || !json_get(s->view, "room", &room))
        return y;
    const struct word_arg args[] = {ARG_INT("n", read_int(&clock, "index", 0) + 1),
                                    ARG_INT("of", read_int(&clock, "count", 0))};
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.clock"));
    panel_row(&panel, word_of(s, "web.segment.", read_text(&room, "phase"), ""),
              time_of(s, read_left(&clock, s->model->now)));
    panel_second(&panel, say_with(s->say, "web.clock.part", args, 2));
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word_n(s, "web.clock.more", 1), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTES, 1, 0));
    flow_key(s, &flow, word_n(s, "web.clock.more", 5), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTES, 5, 0));
    flow_key(s, &flow, word(s, "web.room"), 'k', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_ROOM, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

/* --- the whole ------------------------------------------------------------------------------------------------------------------------ */

static int32_t left_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = meters(s, x, y, w);
    y = scene_words(s, x, y, w);
    return teams(s, x, y, w);
}

static int32_t middle_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = alerts(s, x, y, w);
    y = lobby(s, x, y, w);
    y = briefing(s, x, y, w);
    y = vote_card(s, x, y, w);
    y = inject(s, x, y, w);
    y = marks(s, x, y, w);
    y = debrief(s, x, y, w);
    return closed(s, x, y, w);
}

static int32_t right_column(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    y = people(s, x, y, w);
    y = board(s, x, y, w);
    y = observed(s, x, y, w);
    return clock_card(s, x, y, w);
}

typedef int32_t column_of_cards(struct seat_page *s, int32_t x, int32_t y, int32_t w);

static void column(struct seat_page *s, column_of_cards *cards, int32_t x, int32_t top, int32_t w)
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
        column(s, left_column, x, portrait(s, x, top, left), left);
    column(s, right_column, x + w - right, top, right);
    ui_leave(ui);
}
