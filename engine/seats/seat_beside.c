/* seat_beside.c - the seats beside whoever speaks: they whisper, watch, write down, lead, play the person. */
#include "face_parts.h"

#include "scenario.h"
#include "wire_room.h"

/* --- who whispers ------------------------------------------------------------------------------------------------ */

int32_t card_coach(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

/* --- who watches ------------------------------------------------------------------------------------------------- */

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

int32_t card_observer(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
int32_t card_sheet(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

/* --- who keeps the board ----------------------------------------------------------------------------------------- */

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

int32_t card_board(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

/* --- who leads --------------------------------------------------------------------------------------------------- */

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

int32_t card_leader(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

/* --- who plays the person ---------------------------------------------------------------------------------------- */

static td_str fact_state(struct seat_page *s, const struct json_at *fact)
{
    return word(s, read_flag(fact, "given")  ? "web.card.given"
                   : read_flag(fact, "open") ? "web.card.open"
                                             : "web.card.not-yet");
}

int32_t card_role_player(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
int32_t card_heard(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
