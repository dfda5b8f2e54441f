/* seat_speak.c - the seats that decide what is said: those who vote on it, and whoever says it. */
#include "face_parts.h"

#include "scenario.h"
#include "wire_room.h"

/* --- those who vote ---------------------------------------------------------------------------------------------- */

void vote_minority(struct panel *panel, const struct json_at *vote)
{
    struct json_at list, one;
    if (!json_get(vote, "minority", &list) || json_count(&list) == 0)
        return;
    panel_second(panel, word(panel->s, "web.vote.minority"));
    for (bool more = json_first(&list, &one); more; more = json_next(&one))
        panel_plain(panel, read_text(&one, "reason"));
}

static void results(struct panel *panel, const struct json_at *vote)
{
    struct seat_page *s = panel->s;
    struct json_at counts, count;
    int32_t all = read_int(vote, "in", 0);
    panel_second(panel, word(s, "web.vote.result"));
    if (json_get(vote, "counts", &counts))
        for (bool more = json_first(&counts, &count); more; more = json_next(&count))
            panel_bar(panel, view_line(s->view, json_key(&count)), say_number(s->say, json_int(&count)),
                      (int32_t)json_int(&count) * 1000 / (all > 0 ? all : 1));
    vote_minority(panel, vote);
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

/* To be read, and not yet, or not now, to be voted on. */
static void waiting_lines(struct panel *panel, const struct json_at *vote)
{
    struct json_at lines, line;
    panel_second(panel, vote_waits(panel->s, vote));
    if (json_get(panel->s->view, "lines", &lines))
        for (bool more = json_first(&lines, &line); more; more = json_next(&line))
            panel_plain(panel, read_text(&line, "text"));
}

int32_t card_voter(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct json_at vote;
    if (!view_can(s->view, "voter") || !view_plays(s->view))
        return y;
    struct panel panel = panel_begin(s, x, y, w, word(s, "web.vote.title"));
    const bool any = json_get(s->view, "vote", &vote);
    if (!any)
        panel_second(&panel, word(s, "web.vote.none"));
    else if (vote_waits(s, &vote).len > 0)
        waiting_lines(&panel, &vote);
    else if (str_is(read_text(&vote, "state"), "open"))
        ballot(&panel, &vote);
    else if (str_is(read_text(&vote, "state"), "revealed"))
        results(&panel, &vote);
    else
        panel_second(&panel, word(s, "web.vote.closed"));
    if (any)
        panel_plain(&panel, vote_ended(s, &vote, ".room"));
    return panel_end(&panel);
}

/* --- whoever speaks ---------------------------------------------------------------------------------------------- */

static void hint(struct panel *panel)
{
    struct seat_page *s = panel->s;
    struct json_at one;
    if (!json_get(s->view, "hint", &one) || !str_is(read_text(&one, "fate"), "open"))
        return;
    td_str technique = read_text(&one, "technique");
    panel_alert(panel, join_two(s, word(s, "web.hint.from"), " ",
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

int32_t card_primary(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
