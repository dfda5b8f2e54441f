/* seat_care.c - what people are told around a scene: before it what it is about and that they may stop, after a way
 * back from where it goes on, why a vote chose nothing, and at the end who is there for them. */
#include "seat_parts.h"

/* --- before and after ------------------------------------------------------------------------------------------- */

td_str care_about(const struct seat_page *s)
{
    enum { NOTES = 16 };
    struct json_at room, list, one;
    struct writer w;
    td_str notes[NOTES];
    int count = 0;
    if (!s->view || !json_get(s->view, "room", &room) || !json_get(&room, "content", &list))
        return TD_STR("");
    for (bool more = json_first(&list, &one); more && count < NOTES; more = json_next(&one))
        notes[count++] = json_string(&one);
    if (count == 0)
        return TD_STR("");
    writer_init(&w, s->ui->arena);
    words_join(&w, s->say->model->words, notes, count);
    const struct word_arg args[] = {ARG_TEXT("what", writer_str(&w))};
    return say_with(s->say, "web.content", args, 1);
}

td_str care_support(const struct seat_page *s)
{
    struct json_at room;
    return s->view && json_get(s->view, "room", &room) ? read_text(&room, "support") : TD_STR("");
}

td_str care_kept(const struct seat_page *s)
{
    struct json_at room;
    return s->view && json_get(s->view, "room", &room) ? word_of(s, "web.kept.", read_text(&room, "rung"), "")
                                                       : TD_STR("");
}

void panel_care(struct panel *panel)
{
    const struct seat_page *s = panel->s;
    td_str about = care_about(s);
    if (about.len > 0)
        panel_plain(panel, join_two(s, about, " ", word(s, "web.content.choice")));
    panel_second(panel, word(s, "web.stop.rule"));
    panel_second(panel, care_support(s));
}

void panel_farewell(struct panel *panel)
{
    panel_plain(panel, word(panel->s, "web.closed"));
    panel_second(panel, care_support(panel->s));
    panel_second(panel, care_kept(panel->s));
}

/* --- while it goes on --------------------------------------------------------------------------------------------- */

td_str back_text(const struct seat_page *s)
{
    struct json_at scene, back;
    if (!view_plays(s->view) || !json_get(s->view, "scene", &scene) || !json_get(&scene, "back", &back))
        return TD_STR("");
    td_str line = read_text(&back, "text"), verb = read_text(&back, "verb");
    const struct word_arg args[] = {ARG_TEXT("line", line)};
    if (line.len > 0)
        return say_with(s->say, "web.back.line", args, 1);
    return word(s, str_is(verb, "pause")  ? "web.back.pause"
                   : str_is(verb, "help") ? "web.back.help"
                                          : "web.back.other");
}

td_str vote_ended(const struct seat_page *s, const struct json_at *vote, const char *who)
{
    td_str ended = vote ? read_text(vote, "ended") : TD_STR("");
    if (ended.len == 0)
        return TD_STR("");
    return join_two(s, word_of(s, "web.vote.", ended, ""), " ", word_of(s, "web.vote.", ended, who));
}

td_str vote_waits(const struct seat_page *s, const struct json_at *vote)
{
    struct json_at frozen;
    td_str state = vote ? read_text(vote, "state") : TD_STR("");
    const bool reading = str_is(state, "reading");
    if (!reading && !str_is(state, "open"))
        return TD_STR("");
    if (json_get(s->view, "frozen", &frozen))
        return word(s, "web.vote.paused");
    if (reading && read_time(vote, "ends", NONE) != NONE)
        return join_two(s, word(s, "web.vote.opens"), " ", time_of(s, read_left(vote, s->model->now)));
    return reading ? word(s, "web.vote.reading") : TD_STR("");
}

td_str script_text(const struct seat_page *s)
{
    struct json_at room, vote, frozen;
    if (!s->view || !json_get(s->view, "room", &room))
        return TD_STR("");
    td_str phase = read_text(&room, "phase");
    if (str_is(phase, "closed"))
        return word(s, "web.script.closed-room");
    if (str_is(phase, "debrief") && !str_is(read_text(&room, "page"), "settle"))
        return TD_STR("");
    if (!str_is(phase, "play"))
        return word_of(s, "web.script.", phase, "");
    if (read_flag(s->view, "stopped"))
        return word(s, "web.script.stopped");
    if (json_get(s->view, "frozen", &frozen))
        return word(s, str_is(read_text(&frozen, "why"), "discuss") ? "web.script.discuss" : "web.script.frozen");
    if (read_flag(&room, "human"))
        return word(s, "web.script.human");
    const bool any = json_get(s->view, "vote", &vote);
    td_str state = any ? read_text(&vote, "state") : TD_STR(""), ended = any ? read_text(&vote, "ended") : TD_STR("");
    if (back_text(s).len > 0 && !str_is(state, "open"))
        return word(s, "web.script.back");
    return !any ? word(s, "web.script.talk") : word_of(s, "web.script.", ended.len > 0 ? ended : state, "");
}
