/* face_seat.c - any seat but the instructor's: the scene on the left, what this role may do now on the right, and
 * little else. */
#include "seat_parts.h"

#include "scenario.h"
#include "wire_room.h"

enum { GUTTER = 24, NARROW = 150 };

/* --- what happens ------------------------------------------------------------------------------------------------ */

static void events(struct panel *panel, const struct json_at *scene)
{
    struct json_at list, one;
    if (!json_get(scene, "events", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        panel_second(panel, read_pieces(panel->s->ui->arena, &one, "text", 0));
        panel_second(panel, read_text(&one, "typed"));
    }
}

static void help(struct panel *panel, const struct json_at *scene)
{
    struct seat_page *s = panel->s;
    struct json_at list, one;
    if (!json_get(scene, "help", &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        const struct word_arg args[] = {
            ARG_TEXT("kind", say_capital(s->say, word_of(s, "help.", read_text(&one, "kind"), ".name"))),
            ARG_INT("n", read_int(&one, "seconds", 0) / 60)};
        panel_second(panel, say_with(s->say, read_flag(&one, "here") ? "web.help.here" : "web.help.coming", args, 2));
    }
}

static void briefing(struct panel *panel, const struct json_at *scene)
{
    struct seat_page *s = panel->s;
    struct json_at known, one;
    panel_plain(panel, read_text(scene, "briefing"));
    if (json_get(scene, "known", &known))
        for (bool more = json_first(&known, &one); more; more = json_next(&one))
            panel_second(panel, join_two(s, read_text(&one, "text"), " ",
                                         read_flag(&one, "assumed") ? word(s, "web.assumed") : TD_STR("")));
}

static int32_t scene_card(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static const char *const keys[] = {"opening", "answer", "line", "look", "ending"};
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!json_get(s->view, "scene", &scene) || view_is(s->view, "debrief"))
        return y;
    struct panel panel = panel_begin(s, x, y, w, say_capital(s->say, read_text(&scene, "name")));
    if (view_is(s->view, "brief"))
        briefing(&panel, &scene);
    panel_second(&panel, read_text(&scene, "you_said"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        td_str text = read_pieces(ui->arena, &scene, keys[i], 0);
        panel_text(&panel, style_of(UI_MEDIUM, 19, 27, ui->theme.text), text);
        if (text.len > 0)
            ui_set(ui, ui->node_count - 1, UI_LIVE);
    }
    events(&panel, &scene);
    help(&panel, &scene);
    panel_second(&panel, say_plain(s->say, read_text(&scene, "look_cue").len > 0 ? read_text(&scene, "look_cue")
                                                                                 : read_text(&scene, "cue")));
    return panel_end(&panel);
}

/* --- what everybody sees ---------------------------------------------------------------------------------------------- */

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

static void alert(struct panel *panel, td_str text)
{
    if (text.len == 0)
        return;
    panel_text(panel, style_of(UI_SEMIBOLD, 16, 23, panel->s->ui->theme.accent), text);
    ui_set(panel->s->ui, panel->s->ui->node_count - 1, UI_LIVE);
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
        alert(&panel, word(s, "web.offline"));
    alert(&panel, s->model->refusal);
    if (still)
        alert(&panel, word_of(s, "web.frozen.", read_text(&frozen, "why"), ""));
    if (lobby)
        panel_plain(&panel, word(s, "web.wait"));
    if (closed)
        panel_plain(&panel, word(s, "web.closed"));
    return panel_end(&panel);
}

/* --- voter ---------------------------------------------------------------------------------------------------------------- */

static void results(struct panel *panel, const struct json_at *vote)
{
    struct seat_page *s = panel->s;
    struct json_at counts, count, list, one;
    int32_t all = read_int(vote, "in", 0);
    panel_second(panel, word(s, "web.vote.result"));
    if (json_get(vote, "counts", &counts))
        for (bool more = json_first(&counts, &count); more; more = json_next(&count))
            panel_bar(panel, view_line(s->view, json_key(&count)), say_number(s->say, json_int(&count)),
                      (int32_t)json_int(&count) * 1000 / (all > 0 ? all : 1));
    if (!json_get(vote, "minority", &list) || json_count(&list) == 0)
        return;
    panel_second(panel, word(s, "web.vote.minority"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        panel_plain(panel, read_text(&one, "reason"));
}

static void ballot(struct panel *panel, const struct json_at *vote)
{
    struct seat_page *s = panel->s;
    struct json_at lines, line, yours;
    int32_t place = 0;
    td_str mine = json_get(vote, "yours", &yours) ? read_text(&yours, "choice") : TD_STR("");
    panel_second(panel, join_two(s, word(s, "web.vote.hint"), " ", time_of(s, read_left(vote, s->model->now))));
    if (json_get(s->view, "lines", &lines))
        for (bool more = json_first(&lines, &line); more; more = json_next(&line), place++) {
            const bool on = s->app->picked == NONE ? str_eq(read_text(&line, "id"), mine) : s->app->picked == place;
            panel_choice(panel, (char)('1' + place), read_text(&line, "text"), TD_STR(""), on,
                         SEAT(SEAT_PICK_VOTE, place, 0));
        }
    panel_field(panel, FIELD_WORDS, word(s, "web.vote.reason"));
    struct flow flow = panel_flow(panel);
    int go = flow_key(s, &flow, word(s, mine.len > 0 ? "web.vote.change" : "web.vote.send"), 0, BUTTON_FIRST,
                      SEAT(SEAT_VOTE, 0, 0));
    if (s->app->picked == NONE)
        ui_set(s->ui, go, UI_OFF);
    panel_flowed(panel, &flow);
    if (mine.len > 0)
        panel_second(panel, join_two(s, word(s, "web.vote.yours"), ": ", view_line(s->view, mine)));
}

static int32_t voter(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at vote;
    if (!view_can(s->view, "voter") || !view_plays(s->view))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.vote.title"));
    if (!json_get(s->view, "vote", &vote))
        panel_second(&panel, word(s, "web.vote.none"));
    else if (str_is(read_text(&vote, "state"), "open"))
        ballot(&panel, &vote);
    else if (str_is(read_text(&vote, "state"), "revealed"))
        results(&panel, &vote);
    else
        panel_second(&panel, word(s, "web.vote.closed"));
    return panel_end(&panel);
}

/* --- primary ---------------------------------------------------------------------------------------------------------------- */

static void hint(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at one;
    if (!json_get(s->view, "hint", &one) || !str_is(read_text(&one, "fate"), "open"))
        return;
    td_str technique = read_text(&one, "technique");
    alert(panel, join_two(s, word(s, "web.hint.from"), " ",
                          technique.len > 0 ? word_of(s, "act.", technique, ".name") : read_text(&one, "text")));
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.hint.used"), 'y', BUTTON_PLAIN, SEAT(SEAT_USED, 1, 0));
    flow_key(s, &flow, word(s, "web.hint.not"), 'x', BUTTON_PLAIN, SEAT(SEAT_USED, 0, 0));
    panel_flowed(panel, &flow);
}

static void delivery(struct panel *panel, const char *name, int32_t chosen, int32_t deed)
{
    static const char *const ids[] = {"1", "0", "-1"};
    struct seat_page *s = panel->s;
    struct option options[3];
    char head[16] = "web.";
    memcpy(head + 4, name, strlen(name) + 1);
    td_str title = word(s, head);
    head[4 + strlen(name)] = '.';
    head[5 + strlen(name)] = '\0';
    for (int i = 0; i < 3; i++)
        options[i] = (struct option){word_of(s, head, str_of(ids[i]), ""), 1 - i};
    panel_options(panel, title, options, 3, chosen, deed);
}

static void kinds(struct panel *panel, struct flow *flow, const struct json_at *may, const char *key,
                  const td_str *names, int32_t deed)
{
    struct seat_page *s = panel->s;
    struct json_at list, one;
    if (!json_get(may, key, &list))
        return;
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        const bool call = deed == SEAT_CALL;
        td_str name = word_of(s, call ? "help." : "scene.", json_string(&one), ".name");
        const struct word_arg args[] = {ARG_TEXT("kind", name)};
        for (int32_t i = 0; names[i].ptr; i++)
            if (str_eq(names[i], json_string(&one)))
                flow_key(s, flow, call ? say_with(s->say, "web.call", args, 1) : say_capital(s->say, name), 0,
                         BUTTON_PLAIN, SEAT(deed, i, 0));
    }
}

static void other_acts(struct panel *panel, const struct json_at *may)
{
    struct seat_page *s = panel->s;
    struct flow flow = panel_flow(panel);
    if (read_flag(may, "pause"))
        flow_key(s, &flow, word(s, "web.silence"), ' ', BUTTON_PLAIN, SEAT(SEAT_PAUSE, 0, 0));
    if (read_flag(may, "observe"))
        flow_key(s, &flow, word(s, "web.look"), 'l', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_observe, 0));
    if (read_flag(may, "wait"))
        flow_key(s, &flow, word(s, "web.wait-minute"), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTE, 0, 0));
    if (read_int(may, "timeouts", 0) > 0)
        flow_key(s, &flow, word_n(s, "web.timeout", read_int(may, "timeouts", 0)), 0, BUTTON_PLAIN,
                 SEAT(SEAT_SAY, DO_timeout, 0));
    kinds(panel, &flow, may, "help", help_kind_names, SEAT_CALL);
    kinds(panel, &flow, may, "move", scene_kind_names, SEAT_MOVE);
    if (read_flag(may, "handover"))
        flow_key(s, &flow, word(s, "web.handover"), 0, BUTTON_PLAIN, SEAT(SEAT_HAND_OVER, 0, 0));
    if (read_flag(may, "withdraw"))
        flow_key(s, &flow, word(s, "web.withdraw"), 0, BUTTON_PLAIN, SEAT(SEAT_SAY, DO_withdraw, 0));
    panel_flowed(panel, &flow);
}

static void picks(struct panel *panel, const struct json_at *pick)
{
    struct seat_page *s = panel->s;
    struct json_at list, one;
    int32_t place = 0;
    panel_second(panel, word_n(s, "web.pick.most", read_int(pick, "count", 3)));
    if (json_get(pick, "items", &list))
        for (bool more = json_first(&list, &one); more && place < 31; more = json_next(&one), place++)
            panel_choice(panel, 0, read_text(&one, "text"), TD_STR(""), s->app->picks >> place & 1,
                         SEAT(SEAT_PICK, 1 << place, 0));
    place = 0;
    if (json_get(pick, "approach", &list) && json_count(&list) > 0) {
        panel_second(panel, word(s, "web.pick.approach"));
        for (bool more = json_first(&list, &one); more; more = json_next(&one), place++)
            panel_choice(panel, 0, read_text(&one, "text"), TD_STR(""), s->app->approach == place,
                         SEAT(SEAT_APPROACH, place, 0));
    }
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.pick.send"), 0, BUTTON_FIRST, SEAT(SEAT_PICKS, 0, 0));
    panel_flowed(panel, &flow);
}

/* One question at a time: the next comes when this one is answered. */
static void question(struct panel *panel, const struct json_at *may)
{
    struct seat_page *s = panel->s;
    struct json_at list, one, options, option;
    int32_t place = 0;
    if (!json_get(may, "prompts", &list) || !json_first(&list, &one))
        return;
    td_str text = read_text(&one, "text");
    panel_text(panel, style_of(UI_SEMIBOLD, 15, 21, s->ui->theme.text),
               text.len > 0 ? text : word_of(s, "web.prompt.", read_text(&one, "kind"), ""));
    if (json_get(&one, "options", &options)) {
        for (bool more = json_first(&options, &option); more && place < 31; more = json_next(&option), place++)
            panel_choice(panel, 0, read_text(&option, "text"), TD_STR(""), s->app->picks >> place & 1,
                         SEAT(SEAT_OPTION, 1 << place, 0));
    } else {
        struct option figures[11];
        for (int32_t i = 0; i <= 10; i++)
            figures[i] = (struct option){say_number(s->say, i), i};
        panel_options(panel, TD_STR(""), figures, str_is(read_text(&one, "kind"), "step") ? 5 : 11, s->app->number,
                      SEAT_NUMBER);
    }
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.send"), 0, BUTTON_PLAIN, SEAT(SEAT_ANSWER, 0, 0));
    panel_flowed(panel, &flow);
}

static int32_t primary(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at may, pick, lines, line, vote;
    int32_t place = 0;
    if (!view_can(s->view, "primary") || !json_get(s->view, "may", &may))
        return y;
    const bool brief = json_get(&may, "pick", &pick);
    struct panel panel = panel_begin(s, x, y, w, word(s, brief ? "web.pick" : "web.say"));
    if (brief) {
        picks(&panel, &pick);
        return panel_end(&panel);
    }
    hint(&panel);
    question(&panel, &may);
    if (json_get(s->view, "vote", &vote) && str_is(read_text(&vote, "state"), "revealed"))
        results(&panel, &vote);
    if (!read_flag(&may, "choose"))
        panel_second(&panel, word(s, "web.not-now"));
    else if (json_get(s->view, "lines", &lines))
        for (bool more = json_first(&lines, &line); more; more = json_next(&line), place++)
            panel_choice(&panel, (char)('1' + place), read_text(&line, "text"), TD_STR(""), false,
                         SEAT(SEAT_CHOOSE, place, 0));
    if (read_flag(&may, "choose")) {
        delivery(&panel, "tone", s->app->tone, SEAT_TONE);
        delivery(&panel, "pace", s->app->pace, SEAT_PACE);
    }
    other_acts(&panel, &may);
    return panel_end(&panel);
}

/* --- coach, observer, board, leader, role-player ------------------------------------------------------------------------------- */

static int32_t coach(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at sum;
    if (!view_can(s->view, "coach") || !view_plays(s->view))
        return y;
    const bool known = json_get(s->view, "hints", &sum);
    const struct word_arg args[] = {ARG_INT("used", known ? read_int(&sum, "used", 0) : 0),
                                    ARG_INT("sent", known ? read_int(&sum, "sent", 0) : 0)};
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.whisper"));
    struct flow flow = panel_flow(&panel);
    for (int i = 0; i < SEAT_WHISPERS; i++)
        flow_key(s, &flow, say_capital(s->say, word_of(s, "act.", str_of(seat_whispers[i]), ".short")), 0, BUTTON_PLAIN,
                 SEAT(SEAT_TECHNIQUE, i, 0));
    panel_flowed(&panel, &flow);
    panel_field(&panel, FIELD_WORDS, word(s, "web.whisper.words"));
    flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.whisper.send"), 0, BUTTON_PLAIN, SEAT(SEAT_WHISPER, 0, 0));
    panel_flowed(&panel, &flow);
    panel_second(&panel, say_with(s->say, "web.whisper.sum", args, 2));
    return panel_end(&panel);
}

static void taps(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at seen;
    struct flow flow = panel_flow(panel);
    for (int i = 0; i < SEAT_HEARABLE; i++)
        flow_key(s, &flow, say_capital(s->say, mark_name(s, str_of(seat_hearable[i]))), 0, BUTTON_PLAIN,
                 SEAT(SEAT_SEEN, i, 0));
    panel_flowed(panel, &flow);
    flow = panel_flow(panel);
    for (int i = 0; i < SEAT_MARKS; i++)
        flow_key(s, &flow, mark_name(s, str_of(seat_marks[i])), (char)('1' + i), BUTTON_PLAIN,
                 SEAT(SEAT_SEEN, SEAT_HEARABLE + i, 0));
    panel_flowed(panel, &flow);
    if (!json_get(s->view, "seen", &seen))
        return;
    const struct word_arg args[] = {ARG_TEXT("what", mark_name(s, read_text(&seen, "last")))};
    panel_second(panel, say_with(s->say, "web.tap.last", args, 1));
    if (read_time(&seen, "undo_until", 0) <= s->model->now)
        return;
    flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.undo"), 'z', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_undo, 0));
    panel_flowed(panel, &flow);
}

static int32_t observer(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at you;
    if (!(view_can(s->view, "observer") || view_can(s->view, "role-player")) || !view_plays(s->view))
        return y;
    td_str watch = json_get(s->view, "you", &you) ? read_text(&you, "observer") : TD_STR("");
    struct panel panel =
        panel_begin(s, x, y, w, watch.len > 0 ? word_of(s, "web.watch.", watch, "") : word(s, "web.tap"));
    taps(&panel);
    return panel_end(&panel);
}

/* The seven items, one open at a time: its figure and what was seen. */
static int32_t sheet(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at mine, one;
    struct option scores[5];
    if (!view_can(s->view, "observer") || view_is(s->view, "lobby") || view_is(s->view, "brief") ||
        view_is(s->view, "closed"))
        return y;
    const bool any = json_get(s->view, "sheet", &mine);
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.sheet"));
    for (int i = 0; i < ITEM_COUNT; i++) {
        const bool given = any && json_get(&mine, sheet_item_names[i].ptr, &one);
        td_str under = given ? say_number(s->say, read_int(&one, "score", 0)) : TD_STR("·");
        panel_choice(&panel, 0, word_of(s, "sheet.", sheet_item_names[i], ""), under, s->app->item == i,
                     SEAT(SEAT_SHEET_ITEM, i, 0));
    }
    panel_field(&panel, FIELD_MORE, word(s, "web.sheet.evidence"));
    for (int i = 0; i < 5; i++)
        scores[i] = (struct option){say_number(s->say, i + 1), i + 1};
    const bool given = any && json_get(&mine, sheet_item_names[s->app->item].ptr, &one);
    panel_options(&panel, TD_STR(""), scores, 5, given ? read_int(&one, "score", NONE) : NONE, SEAT_SCORE);
    return panel_end(&panel);
}

static void board_editor(struct panel *panel)
{
    static const enum fact_kind order[] = {FACT_fact, FACT_name,   FACT_hook,   FACT_trigger,
                                           FACT_risk, FACT_demand, FACT_promise};
    struct seat_page *s = panel->s;
    struct option options[sizeof order / sizeof *order];
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        options[i] = (struct option){word_of(s, "board.", fact_kind_names[order[i]], ""), (int32_t)order[i]};
    panel_options(panel, word(s, "web.board.kind"), options, (int)(sizeof options / sizeof *options), s->app->board,
                  SEAT_KIND);
    panel_field(panel, FIELD_WORDS, word(s, "web.board.text"));
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.board.add"), 0, BUTTON_FIRST, SEAT(SEAT_WRITE, 0, 0));
    panel_flowed(panel, &flow);
}

static int32_t board(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at list, one;
    if (!json_get(s->view, "board", &list) || view_is(s->view, "closed"))
        return y;
    const bool editor = view_can(s->view, "board") && (view_plays(s->view) || view_is(s->view, "brief"));
    struct panel panel = panel_begin(s, x, y, w, word(s, "seat.board.name"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
        td_str text = join_two(s, word_of(s, "board.", read_text(&one, "kind"), ""), ": ", read_text(&one, "text"));
        panel_plain(&panel, join_two(s, text, " · ", time_of(s, read_time(&one, "story_ms", 0))));
        if (!editor)
            continue;
        struct flow flow = panel_flow(&panel);
        int node = flow_key(s, &flow, word(s, "web.board.remove"), 0, BUTTON_PLAIN,
                            SEAT(SEAT_UNBOARD, read_int(&one, "entry", 1), 0));
        s->ui->nodes[node].name = join_two(s, word(s, "web.board.remove"), ": ", text);
        panel_flowed(&panel, &flow);
    }
    if (json_count(&list) == 0)
        panel_second(&panel, word(s, "web.board.empty"));
    if (editor)
        board_editor(&panel);
    return panel_end(&panel);
}

static void tag_keys(struct panel *panel)
{
    static const char *const items[] = {"name", "hooks", "triggers", "promises", "risk"};
    struct seat_page *s = panel->s;
    struct json_at people, one, roles;
    panel_second(panel, word(s, "web.tag.who"));
    struct flow flow = panel_flow(panel);
    if (json_get(s->view, "people", &people))
        for (bool more = json_first(&people, &one); more; more = json_next(&one)) {
            const int32_t seat = read_int(&one, "seat", NONE);
            if (json_get(&one, "roles", &roles) && !read_has(&roles, "primary") && !read_has(&roles, "instructor"))
                flow_key(s, &flow, read_text(&one, "name"), 0, s->app->seat == seat ? BUTTON_CHOSEN : BUTTON_PLAIN,
                         SEAT(SEAT_WHO, seat, 0));
        }
    panel_flowed(panel, &flow);
    panel_second(panel, word(s, "web.tag.told"));
    for (int i = 0; i < 5; i++)
        panel_choice(panel, 0, say_capital(s->say, word_of(s, "handover.", str_of(items[i]), "")), TD_STR(""),
                     s->app->items >> i & 1, SEAT(SEAT_ITEM, 1 << i, 0));
    flow = panel_flow(panel);
    int go = flow_key(s, &flow, word(s, "web.tag.go"), 0, BUTTON_PLAIN, SEAT(SEAT_TAG, 0, 0));
    if (s->app->seat == NONE)
        ui_set(s->ui, go, UI_OFF);
    panel_flowed(panel, &flow);
}

static int32_t leader(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at may;
    if (!view_can(s->view, "leader") || !view_plays(s->view) || !json_get(s->view, "may", &may))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "seat.leader.name"));
    struct flow flow = panel_flow(&panel);
    if (read_int(&may, "brainstorms", 0) > 0)
        flow_key(s, &flow, word_n(s, "web.brainstorm", read_int(&may, "brainstorms", 0)), 0, BUTTON_PLAIN,
                 SEAT(SEAT_SAY, DO_brainstorm, 0));
    if (read_flag(&may, "handover"))
        flow_key(s, &flow, word(s, "web.handover"), 0, BUTTON_PLAIN, SEAT(SEAT_HAND_OVER, 0, 0));
    panel_flowed(&panel, &flow);
    panel_second(&panel, word(s, "web.tag"));
    tag_keys(&panel);
    return panel_end(&panel);
}

static td_str fact_state(struct seat_page *s, const struct json_at *fact)
{
    return word(s, read_flag(fact, "given")  ? "web.card.given"
                   : read_flag(fact, "open") ? "web.card.open"
                                             : "web.card.not-yet");
}

static int32_t role_player(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at card, facts, one, m;
    if (!json_get(s->view, "card", &card))
        return y;
    const struct word_arg args[] = {ARG_TEXT("name", read_text(&card, "name"))};
    struct panel panel = panel_begin(s, x, y, w, say_with(s->say, "web.card", args, 1));
    if (json_get(s->view, "meters", &m))
        panel_bar(&panel, word(s, "web.gauge"), percent_of(s, read_int(&m, "agitation", 0)),
                  read_int(&m, "agitation", 0));
    panel_second(&panel, read_text(&card, "opening"));
    panel_plain(&panel, word(s, "web.card.advice"));
    if (json_get(&card, "facts", &facts))
        for (bool more = json_first(&facts, &one); more; more = json_next(&one))
            panel_second(&panel, join_two(s, read_text(&one, "text"), " · ", fact_state(s, &one)));
    return panel_end(&panel);
}

/* In a room where somebody plays the person: what was heard moves the gauge. */
static int32_t heard(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at room, you;
    if (!view_plays(s->view) || !json_get(s->view, "room", &room) || !read_flag(&room, "human") ||
        !json_get(s->view, "you", &you) || !(read_flag(&you, "assistant") || view_can(s->view, "role-player")))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.heard"));
    struct flow flow = panel_flow(&panel);
    for (int i = 0; i < SEAT_HEARABLE + SEAT_HEARD_TOO; i++)
        flow_key(s, &flow, say_capital(s->say, mark_name(s, str_of(seat_hearable[i]))), 0, BUTTON_PLAIN,
                 SEAT(SEAT_HEARD, i, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

/* --- anybody ------------------------------------------------------------------------------------------------------------------------- */

static int32_t debrief(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at room;
    if (!view_is(s->view, "debrief") || !json_get(s->view, "room", &room))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word_of(s, "web.page.", read_text(&room, "page"), ""));
    debrief_page(&panel, 16);
    return panel_end(&panel);
}

static int32_t anybody(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct panel panel = panel_begin(s, x, y, w, word(s, "group.anybody"));
    struct flow flow = panel_flow(&panel);
    if (view_plays(s->view))
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

/* --- the whole ----------------------------------------------------------------------------------------------------------------------------- */

static int32_t doing(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    typedef int32_t part(struct seat_page *, int32_t, int32_t, int32_t);
    static part *const parts[] = {alerts,   voter, primary, coach,   role_player, heard,
                                  observer, board, leader,  debrief, sheet,       anybody};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        y = parts[i](s, x, y, w);
    return y;
}

static int32_t picture(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!s->model->person || !json_get(s->view, "scene", &scene))
        return y;
    struct ui_rect rect = {x, y, w, w * 56 / 100};
    struct ui_op *op = ui_op(ui, OP_SCENE, rect);
    op->text = s->model->place;
    op->identity = s->model->identity;
    op->zoom = 1500;
    op->centre_x = 330;
    op->centre_y = 380;
    op->live = true;
    op = ui_op(ui, OP_CORNERS, rect);
    op->fill = ui->theme.ground;
    op->radius = ui_u(ui, 12);
    ui_node(ui, ROLE_PICTURE, say_plain(s->say, read_text(&scene, "cue")), rect, SEAT(0, 0, 0));
    return y + rect.h + ui_u(ui, 14);
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
        int32_t y = picture(s, x, top, left);
        y -= ui_scroll_start(ui, (struct ui_rect){x - out, y, left + 2 * out, ui->height - y});
        ui_scroll_end(ui, scene_card(s, x, y, left));
    }
    int32_t y = top - ui_scroll_start(ui, (struct ui_rect){right_x - out, top, right_w + 2 * out, ui->height - top});
    if (left == 0)
        y = scene_card(s, right_x, y, right_w);
    ui_scroll_end(ui, doing(s, right_x, y, right_w));
    ui_leave(ui);
}
