/* face_sheet.c - what lies over the console for a moment: a card in one's own words, who goes on, how far back, who
 * does what, and whether one is sure. */
#include "seat_parts.h"

#include "session.h"
#include "wire_room.h"

enum { WIDE = 760, TALL = 640 };

/* Inside a sheet everything scrolls as one. */
static struct panel sheet_panel(struct seat_page *s, struct ui_rect inside)
{
    int32_t y = inside.y - ui_scroll_start(s->ui, inside);
    return (struct panel){.s = s, .x = inside.x, .y = y, .w = inside.w - ui_u(s->ui, 14), .top = y};
}

static void close_key(struct seat_page *s, struct flow *flow, const char *id)
{
    flow_key(s, flow, word(s, id), 27, BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_NOTHING, 0));
}

/* --- are you sure? ---------------------------------------------------------------------------------------------- */

static void sure(struct panel *panel, const char *question, const char *yes, struct ui_action action)
{
    struct seat_page *s = panel->s;
    panel_plain(panel, word(s, question));
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, yes), 0, BUTTON_FIRST, action);
    close_key(s, &flow, "group.no");
    panel_flowed(panel, &flow);
}

/* --- one's own card ------------------------------------------------------------------------------------------------ */

static void inject(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct option options[TYPED_COUNT];
    panel_field(panel, FIELD_WORDS, word(s, "web.inject.text"));
    for (int i = 0; i < TYPED_COUNT; i++)
        options[i] = (struct option){word_of(s, "web.effect.", typed_effect_names[i], ""), i};
    panel_options(panel, word(s, "web.inject.effect"), options, TYPED_COUNT, s->app->effect, SEAT_EFFECT);
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.inject.go"), 0, BUTTON_FIRST, SEAT(SEAT_INJECT_OWN, 0, 0));
    close_key(s, &flow, "group.no");
    panel_flowed(panel, &flow);
}

static void label(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct flow flow = panel_flow(panel);
    panel_flowed(panel, &flow);
    flow = panel_flow(panel);
    for (int i = 0; i < SEAT_MARKS; i++)
        flow_key(s, &flow, word_of(s, "web.mark.", str_of(seat_marks[i]), ""), (char)('1' + i), BUTTON_PLAIN,
                 SEAT(SEAT_LABEL, i, 0));
    panel_flowed(panel, &flow);
    panel_field(panel, FIELD_WORDS, word_n(s, "web.flag.label", 1));
    flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.send"), 0, BUTTON_PLAIN, SEAT(SEAT_LABEL, NONE, 0));
    close_key(s, &flow, "group.later");
    panel_flowed(panel, &flow);
}

/* --- somebody else goes on ------------------------------------------------------------------------------------------- */

static bool is_candidate(const struct json_at *person)
{
    struct json_at roles;
    return json_get(person, "roles", &roles) && !read_has(&roles, "primary") && !read_has(&roles, "instructor");
}

static void candidates(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at people, one;
    panel_second(panel, word(s, "web.tag.who"));
    struct flow flow = panel_flow(panel);
    if (s->view && json_get(s->view, "people", &people))
        for (bool more = json_first(&people, &one); more; more = json_next(&one)) {
            const int32_t seat = read_int(&one, "seat", NONE);
            if (is_candidate(&one))
                flow_key(s, &flow, read_text(&one, "name"), 0, s->app->seat == seat ? BUTTON_CHOSEN : BUTTON_PLAIN,
                         SEAT(SEAT_WHO, seat, 0));
        }
    panel_flowed(panel, &flow);
}

/* 70 % of the trust, and six more for each thing that was told. */
static int32_t carried(int32_t items)
{
    enum { LEAST = 70, EACH = 6 };
    int32_t percent = LEAST;
    for (; items; items &= items - 1)
        percent += EACH;
    return percent;
}

static void tag(struct panel *panel)
{
    static const char *const items[] = {"name", "hooks", "triggers", "promises", "risk"};
    struct seat_page *s = panel->s;
    candidates(panel);
    panel_second(panel, word(s, "web.tag.told"));
    for (int i = 0; i < 5; i++) {
        const bool on = s->app->items >> i & 1;
        panel_choice(panel, (char)('1' + i), say_capital(s->say, word_of(s, "handover.", str_of(items[i]), "")),
                     TD_STR(""), on, SEAT(SEAT_ITEM, 1 << i, 0));
    }
    panel_plain(panel, word_n(s, "group.carried", carried(s->app->items)));
    struct flow flow = panel_flow(panel);
    int go = flow_key(s, &flow, word(s, "web.tag.go"), 0, BUTTON_FIRST, SEAT(SEAT_TAG, 0, 0));
    if (s->app->seat == NONE)
        ui_set(s->ui, go, UI_OFF);
    close_key(s, &flow, "group.no");
    panel_flowed(panel, &flow);
}

/* --- back ------------------------------------------------------------------------------------------------------------- */

static td_str decision(struct seat_page *s, const struct json_at *one)
{
    td_str text = read_text(one, "text");
    if (text.len == 0)
        text = word_of(s, "web.verb.", read_text(one, "verb"), "");
    if (read_text(one, "kind").len > 0)
        text = join_two(s, text, ": ", word_of(s, "help.", read_text(one, "kind"), ".name"));
    return text;
}

/* Newest first: what one wants to undo was said a moment ago. */
static void past(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at list, one;
    if (!s->view || !json_get(s->view, "past", &list) || json_count(&list) == 0) {
        panel_second(panel, word(s, "group.nothing-yet"));
    } else {
        for (int32_t i = json_count(&list) - 1; i >= 0 && read_item(&list, i, &one); i--) {
            const bool grey = read_flag(&one, "grey");
            panel_choice(panel, 0, decision(s, &one), grey ? word(s, "web.past.grey") : word(s, "web.past.go"), false,
                         SEAT(SEAT_REWIND, read_int(&one, "number", 1), 0));
        }
    }
    struct flow flow = panel_flow(panel);
    close_key(s, &flow, "group.close");
    panel_flowed(panel, &flow);
}

/* --- a line by the instructor ----------------------------------------------------------------------------------------- */

static int32_t lines(struct panel *panel, const char *key, int32_t deed, char first)
{
    struct seat_page *s = panel->s;
    struct json_at list, line;
    int32_t place = 0;
    if (!s->view || !json_get(s->view, key, &list))
        return 0;
    for (bool more = json_first(&list, &line); more; more = json_next(&line), place++) {
        td_str act = read_text(&line, "act");
        panel_choice(panel, first && place < 9 ? (char)(first + place) : 0, read_text(&line, "text"),
                     act.len > 0 ? word_of(s, "act.", act, ".short") : act, false, SEAT(deed, place, 0));
    }
    return place;
}

static void override(struct panel *panel)
{
    struct seat_page *s = panel->s;
    panel_second(panel, word(s, "group.override.logged"));
    lines(panel, "lines", SEAT_OVERRIDE, '1');
    if (read_count(s->view, "overrides") > 0)
        panel_second(panel, word(s, "web.override.more"));
    lines(panel, "overrides", SEAT_OVERRIDE_MORE, 0);
    struct flow flow = panel_flow(panel);
    close_key(s, &flow, "group.no");
    panel_flowed(panel, &flow);
}

/* --- people ------------------------------------------------------------------------------------------------------------- */

static td_str first_role(struct seat_page *s, const struct json_at *person)
{
    struct json_at roles, role;
    if (!json_get(person, "roles", &roles) || !json_first(&roles, &role))
        return TD_STR("");
    td_str name = word_of(s, "seat.", json_string(&role), ".name"), watch = read_text(person, "observer");
    return watch.len > 0 ? join_two(s, name, ", ", word_of(s, "group.watch.", watch, "")) : name;
}

static void people(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at list, one, roles;
    if (s->view && json_get(s->view, "people", &list))
        for (bool more = json_first(&list, &one); more; more = json_next(&one)) {
            if (json_get(&one, "roles", &roles) && read_has(&roles, "instructor"))
                continue;
            panel_choice(panel, 0, read_text(&one, "name"), first_role(s, &one), false,
                         SEAT(SEAT_ROLE_OF, read_int(&one, "seat", 0), 0));
        }
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "web.assign.random"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_random, 0));
    flow_key(s, &flow, word(s, "web.assign.rotate"), 0, BUTTON_PLAIN, SEAT(SEAT_ASSIGN, HOW_rotate, 0));
    close_key(s, &flow, "group.close");
    panel_flowed(panel, &flow);
}

static void role(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct flow flow = panel_flow(panel);
    for (int seat = 0; seat < SEAT_instructor; seat++)
        flow_key(s, &flow, word_of(s, "seat.", seat_name((enum seat)seat), ".name"), (char)('1' + seat), BUTTON_PLAIN,
                 SEAT(SEAT_ROLE, seat, 0));
    panel_flowed(panel, &flow);
    panel_second(panel, word(s, "group.watch"));
    flow = panel_flow(panel);
    for (int watch = 0; watch < WATCH_COUNT; watch++)
        flow_key(s, &flow, word_of(s, "group.watch.", watch_names[watch], ""), 0, BUTTON_PLAIN,
                 SEAT(SEAT_WATCH, watch, 0));
    panel_flowed(panel, &flow);
    panel_gap(panel, 12);
    flow = panel_flow(panel);
    flow_key(s, &flow, word(s, "group.remove"), 0, BUTTON_PLAIN, SEAT(SEAT_REMOVE, 0, 0));
    close_key(s, &flow, "group.no");
    panel_flowed(panel, &flow);
}

/* --- the room -------------------------------------------------------------------------------------------------------------- */

static void toggle(struct panel *panel, const char *id, enum wire_do what, bool on)
{
    struct seat_page *s = panel->s;
    struct flow flow = panel_flow(panel);
    int node = flow_key(s, &flow, word(s, id), 0, on ? BUTTON_CHOSEN : BUTTON_PLAIN, SEAT(SEAT_TOGGLE, what, !on));
    s->ui->nodes[node].role = ROLE_OPTION;
    panel_flowed(panel, &flow);
}

static void room_sheet(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at room;
    struct option seconds[4];
    if (!s->view || !json_get(s->view, "room", &room))
        return;
    toggle(panel, "web.lock", DO_lock, read_flag(&room, "locked"));
    if (!str_is(read_text(&room, "mode"), "assessment"))
        toggle(panel, "web.meter", DO_meter, read_flag(&room, "meter"));
    toggle(panel, "web.flow", DO_flow, str_is(read_text(&room, "flow"), "stop-and-discuss"));
    for (int i = 0; i < 4; i++)
        seconds[i] = (struct option){say_number(s->say, 15 + 5 * i), 15 + 5 * i};
    panel_options(panel, word(s, "web.votetime"), seconds, 4, read_int(&room, "vote_seconds", 20), SEAT_VOTETIME);
    if (s->model->file.len > 0) {
        const struct word_arg file[] = {ARG_TEXT("file", s->model->file)};
        panel_second(panel, say_with(s->say, "group.file", file, 1));
    }
    struct flow flow = panel_flow(panel);
    flow_key(s, &flow, word_n(s, "group.anyway", 5), 0, BUTTON_PLAIN, SEAT(SEAT_MINUTES, 5, 1));
    close_key(s, &flow, "group.close");
    panel_flowed(panel, &flow);
}

/* --- the whole -------------------------------------------------------------------------------------------------------------- */

static void fill(struct panel *panel, enum seats_sheet sheet)
{
    switch (sheet) {
    case OVER_INJECT: inject(panel); return;
    case OVER_TAG: tag(panel); return;
    case OVER_PAST: past(panel); return;
    case OVER_OVERRIDE: override(panel); return;
    case OVER_PEOPLE: people(panel); return;
    case OVER_ROLE: role(panel); return;
    case OVER_LABEL: label(panel); return;
    case OVER_END: sure(panel, "web.key.end.sure", "web.key.end", SEAT(SEAT_SAY, DO_end, 0)); return;
    case OVER_AGAIN: sure(panel, "web.again.sure", "web.again", SEAT(SEAT_SAY, DO_again, 0)); return;
    case OVER_FINISH: sure(panel, "web.finish.sure", "web.finish", SEAT(SEAT_SAY, DO_finish, 0)); return;
    case OVER_ROOM: room_sheet(panel); return;
    case OVER_NOTHING:
    case OVER_COUNT: return;
    }
}

void face_sheet(struct seat_page *s)
{
    static const struct {
        const char *title;
        int32_t tall;
    } sheets[OVER_COUNT] = {
        [OVER_INJECT] = {"web.inject", 380},  [OVER_TAG] = {"web.tag", 620},
        [OVER_PAST] = {"web.past", TALL},     [OVER_OVERRIDE] = {"web.override", TALL},
        [OVER_PEOPLE] = {"web.people", TALL}, [OVER_ROLE] = {"group.role", 380},
        [OVER_LABEL] = {"web.flag", 300},     [OVER_END] = {"web.key.end", 190},
        [OVER_AGAIN] = {"web.again", 190},    [OVER_FINISH] = {"web.finish", 190},
        [OVER_ROOM] = {"web.room", 480},
    };
    struct ui *ui = s->ui;
    struct ui_rect inside =
        sheet_start(&s->p, word(s, sheets[s->app->sheet].title), ui_u(ui, WIDE), ui_u(ui, sheets[s->app->sheet].tall));
    struct panel panel = sheet_panel(s, inside);
    fill(&panel, s->app->sheet);
    ui_scroll_end(ui, panel.y);
    sheet_end(&s->p);
}
