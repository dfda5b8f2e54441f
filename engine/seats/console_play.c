/* console_play.c - the instructor's cards of a talk that goes on: the person, the teams, the vote, what can be thrown in
 * and what is marked for later. */
#include "face_parts.h"

#include "wire_room.h"

/* --- the person -------------------------------------------------------------------------------------------------- */

int32_t console_portrait(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    struct ui *ui = s->ui;
    struct json_at scene;
    if (!s->model->person || !s->view || !json_get(s->view, "scene", &scene))
        return y;
    struct ui_rect rect = {x, y, w, w * 58 / 100};
    scene_person(s, rect, 1900, 300);
    td_str cue = say_plain(s->say, read_text(&scene, "cue"));
    ui_node(ui, ROLE_PICTURE, cue.len > 0 ? cue : read_text(&scene, "name"), rect, SEAT(0, 0, 0));
    return y + rect.h + ui_u(ui, 14);
}

int32_t console_meters(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

int32_t console_scene(struct seat_page *s, int32_t x, int32_t y, int32_t w)
{
    static const char *const keys[] = {"opening", "answer", "line", "look", "ending"};
    struct json_at scene;
    if (!view_plays(s->view) || !json_get(s->view, "scene", &scene))
        return y;
    struct panel panel = panel_begin(s, x, y, w, say_capital(s->say, read_text(&scene, "name")));
    panel_alert(&panel, back_text(s));
    panel_second(&panel, read_text(&scene, "you_said"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        panel_plain(&panel, read_pieces(s->ui->arena, &scene, keys[i], 0));
    scene_events(&panel, &scene);
    const struct word_arg args[] = {ARG_INT("n", read_int(&scene, "exchange", 0)),
                                    ARG_INT("left", read_int(&scene, "left", 0))};
    panel_second(&panel, say_with(s->say, "web.exchange", args, 2));
    struct flow flow = panel_flow(&panel);
    flow_key(s, &flow, word(s, "web.past"), 'w', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_PAST, 0));
    panel_flowed(&panel, &flow);
    return panel_end(&panel);
}

int32_t console_teams(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

/* --- the vote ---------------------------------------------------------------------------------------------------- */

static td_str vote_line(struct seat_page *s, const struct json_at *vote)
{
    const struct word_arg args[] = {ARG_INT("in", read_int(vote, "in", 0)), ARG_INT("of", read_int(vote, "of", 0))};
    if (str_is(read_text(vote, "state"), "reading"))
        return vote_waits(s, vote);
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

static void vote_keys(struct seat_page *s, struct panel *panel, const struct json_at *vote)
{
    td_str state = vote ? read_text(vote, "state") : TD_STR(""), who = view_speaker(s->view);
    const struct word_arg args[] = {ARG_TEXT("name", who)};
    const bool open = str_is(state, "open"), reads = str_is(state, "reading");
    const bool undecided = vote && read_text(vote, "ended").len > 0;
    struct flow flow = panel_flow(panel);
    if (!open)
        flow_key(s, &flow, word(s, vote && !reads ? "web.vote.again" : "web.vote.open"), 'v',
                 !vote || reads || undecided ? BUTTON_FIRST : BUTTON_PLAIN, SEAT(SEAT_SAY, DO_open, 0));
    else
        flow_key(s, &flow, word(s, "web.vote.close"), 'v', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_close, 0));
    if (vote && !reads && !str_is(state, "revealed"))
        flow_key(s, &flow, word(s, "web.vote.reveal"), 's', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_reveal, 0));
    if (vote && !reads && !undecided)
        flow_key(s, &flow, word(s, "web.vote.play"), 'g', BUTTON_FIRST, SEAT(SEAT_PLAY, NONE, 0));
    if (vote && who.len > 0)
        flow_key(s, &flow, say_with(s->say, "web.vote.decide", args, 1), 'd', BUTTON_PLAIN,
                 SEAT(SEAT_SAY, DO_decide, 0));
    if (vote && !reads)
        flow_key(s, &flow, word(s, "web.vote.discuss"), 'u', BUTTON_PLAIN, SEAT(SEAT_SAY, DO_discuss, 0));
    flow_key(s, &flow, word(s, "web.override"), 'o', BUTTON_PLAIN, SEAT(SEAT_OVER, OVER_OVERRIDE, 0));
    panel_flowed(panel, &flow);
}

int32_t console_vote(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
    panel_plain(&panel, vote_ended(s, any ? &vote : NULL, ".boss"));
    tally(s, &panel, any ? &vote : NULL);
    if (any)
        vote_minority(&panel, &vote);
    vote_keys(s, &panel, any ? &vote : NULL);
    return panel_end(&panel);
}

/* --- cards and marks --------------------------------------------------------------------------------------------- */

int32_t console_inject(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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

int32_t console_marks(struct seat_page *s, int32_t x, int32_t y, int32_t w)
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
