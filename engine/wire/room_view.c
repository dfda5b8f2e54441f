/* room_view.c - what one seat may know now, as one JSON object.
 * Everything in it is put in for somebody who may have it; what is hidden is never written, so no page can
 * forget to hide it.  The engine's own view (view.h) says what a role may see of the person. */
#include "room_view.h"

static const char *const phase_names[] = {"lobby", "brief", "play", "pause", "feedback", "debrief", "closed"};

/* --- laying roles over each other --------------------------------------------------------------------------------- */

static void add_role(struct look *look, enum seat seat)
{
    struct view view;
    session_view(room_session(look->room, look->team), seat, &view);
    if (view.choice_count > 0 && !look->room->setup.human) { /* there they speak for themselves */
        for (int i = 0; i < view.choice_count; i++)
            if (look->sees_lines && view.choices[i].hint_act == ACT_COUNT)
                view.choices[i].hint_act = look->view.choices[i].hint_act;
        memcpy(look->view.choices, view.choices, sizeof view.choices);
        look->view.choice_count = view.choice_count;
        look->sees_lines = true;
    }
    bool own_meter = seat == SEAT_role_player || seat == SEAT_instructor;
    if (view.meters && (own_meter || look->room->meter))
        look->sees_meters = true;
}

void look_fill(struct look *look)
{
    session_view(room_session(look->room, look->team), SEAT_observer, &look->view);
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        if (look->roles >> seat & 1)
            add_role(look, (enum seat)seat);
    if (look->projector && look->room->meter)
        look->sees_meters = true;
}

/* --- words ---------------------------------------------------------------------------------------------------------- */

static td_str filled(const struct look *look, td_str text)
{
    const struct wire_lang *lang = look->lang;
    const struct word_arg args[] = {
        ARG_TEXT("subject.name", texts_get(lang->texts, lang->source, TD_STR("subject.name")))};
    struct writer w;
    writer_init(&w, look->w->arena);
    words_fill(&w, lang->words, text, args, 1);
    return writer_str(&w);
}

td_str look_text(const struct look *look, td_str key)
{
    return filled(look, texts_get(look->lang->texts, look->lang->source, key));
}

td_str look_id(const struct look *look, const char *head, td_str name, const char *tail)
{
    struct writer id;
    writer_init(&id, look->w->arena);
    w_text(&id, head);
    w_str(&id, name);
    w_text(&id, tail);
    w_char(&id, '\0');
    return writer_str(&id);
}

td_str look_word(const struct look *look, const char *head, td_str name, const char *tail)
{
    struct writer w;
    writer_init(&w, look->w->arena);
    words_write(&w, look->lang->words, look_id(look, head, name, tail).ptr, (int)look->room->scenario->pronoun, NULL,
                0);
    return writer_str(&w);
}

td_str look_name(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    bool known = false;
    for (int i = 0; i < s->fact_count; i++)
        known |= s->facts[i].kind == FACT_name && memory_has(&look->view.known, i);
    return look_text(look, known ? TD_STR("subject.name") : TD_STR("subject.called"));
}

static td_str trimmed(td_str text)
{
    while (text.len > 0 && text.ptr[0] == ' ')
        text = (td_str){text.ptr + 1, text.len - 1};
    while (text.len > 0 && text.ptr[text.len - 1] == ' ')
        text.len--;
    return text;
}

static void write_piece(const struct look *look, td_str piece, bool spoken)
{
    piece = trimmed(piece);
    if (piece.len == 0)
        return;
    w_json_open(look->w, NULL, '{');
    w_json_text(look->w, spoken ? "said" : "seen", piece);
    w_char(look->w, '}');
}

/* Stage directions stand in brackets, everything else is spoken. */
static void write_pieces(const struct look *look, td_str text)
{
    bool spoken = true;
    while (text.len > 0) {
        size_t end = 0;
        while (end < text.len && text.ptr[end] != (spoken ? '[' : ']'))
            end++;
        write_piece(look, (td_str){text.ptr, end}, spoken);
        size_t skip = end < text.len ? end + 1 : end;
        text = (td_str){text.ptr + skip, text.len - skip};
        spoken = !spoken;
    }
}

void look_pieces(const struct look *look, const char *key, td_str text)
{
    if (text.len == 0)
        return;
    w_json_open(look->w, key, '[');
    write_pieces(look, text);
    w_char(look->w, ']');
}

/* --- the room -------------------------------------------------------------------------------------------------------- */

static int people(const struct wire_room *room, bool here)
{
    int count = 0;
    for (int i = 0; i < room->member_count; i++)
        count += !room->members[i]->gone && !has_role(room, i, SEAT_instructor) && (!here || room->members[i]->here);
    return count;
}

/* Before anybody plays: what the story touches on, so that nobody is taken unawares. */
static void content_notes(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    if (look->room->phase > ROOM_BRIEF)
        return;
    w_json_open(look->w, "content", '[');
    for (int i = 0; i < s->content_note_count; i++)
        w_json_text(look->w, NULL, look_word(look, "content.", s->content_notes[i], ""));
    w_char(look->w, ']');
}

static void view_room(const struct look *look)
{
    const struct wire_room *room = look->room;
    struct writer *w = look->w;
    w_json_open(w, "room", '{');
    w_json_text(w, "code", room_code(room));
    w_json_text(w, "scenario", room->scenario->id);
    w_json_text(w, "title", look_text(look, TD_STR("title")));
    w_json_text(w, "setting", look_text(look, TD_STR("setting")));
    w_json_text(w, "place", place_names[room->scenario->place]);
    w_json_text(w, "channel", talk_channel_names[room->scenario->channel]);
    w_json_text(w, "preset", wire_preset_names[room->setup.preset]);
    w_json_text(w, "mode", mode_names[room->setup.play.mode]);
    w_json_text(w, "phase", str_of(phase_names[room->phase]));
    if (room->phase == ROOM_DEBRIEF)
        w_json_text(w, "page", wire_page_names[room->page]);
    w_json_bool(w, "human", room->setup.human);
    w_json_text(w, "flow",
                wire_how_names[room->setup.flow == FLOW_RUN_THROUGH ? HOW_run_through : HOW_stop_and_discuss]);
    w_json_text(w, "lang", words_lang(look->lang->words));
    w_json_int(w, "teams", room->setup.teams);
    w_json_text(w, "rung", rung_names[room->setup.play.rung]);
    w_json_text(w, "support", look_word(look, "web.support", TD_STR(""), ""));
    content_notes(look);
    if (look->boss || look->projector) {
        w_json_int(w, "joined", people(room, false));
        w_json_int(w, "here", people(room, true));
        w_json_bool(w, "locked", room->locked);
        w_json_bool(w, "meter", room->meter);
        w_json_int(w, "vote_seconds", room->setup.vote_seconds);
        w_json_int(w, "reading_seconds", room->setup.reading_seconds);
    }
    w_char(w, '}');
}

static void out_roles(struct writer *w, unsigned roles)
{
    w_json_open(w, "roles", '[');
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        if (roles >> seat & 1)
            w_json_text(w, NULL, wire_role_names[seat]);
    w_char(w, ']');
}

static void view_you(const struct look *look)
{
    struct writer *w = look->w;
    if (!look->who)
        return;
    w_json_open(w, "you", '{');
    w_json_int(w, "seat", look->member);
    w_json_text(w, "name", str_of(look->who->name));
    out_roles(w, look->roles);
    if (look->who->watch != NONE)
        w_json_text(w, "observer", watch_names[look->who->watch]);
    w_json_int(w, "team", look->boss ? look->team : look->who->team);
    w_json_bool(w, "assistant", look->who->assistant);
    if (look->room->phase == ROOM_DEBRIEF || look->room->phase == ROOM_FEEDBACK) {
        w_json_may_text(w, "keep", look->who->keep);
        w_json_may_text(w, "change", look->who->change);
    }
    w_char(w, '}');
}

static void view_clock(const struct look *look)
{
    const struct wire_room *room = look->room;
    const struct room_clock *clock = &room->clock;
    struct writer *w = look->w;
    if (clock->index == NONE || room->phase == ROOM_CLOSED)
        return;
    int64_t left = clock_left(room);
    bool running = clock->since != INT64_MIN;
    w_json_open(w, "clock", '{');
    w_json_int(w, "index", clock->index);
    w_json_int(w, "count", clock->plan.count);
    w_json_bool(w, "running", running);
    if (running)
        w_json_int(w, "ends", room->now + left);
    else
        w_json_int(w, "left", left);
    w_json_int(w, "minutes", clock->plan.item[clock->index].minutes);
    w_char(w, '}');
}

static void view_frozen(const struct look *look)
{
    static const char *const why[] = {"", "pause", "time-out", "brainstorm", "discuss"};
    const struct team *team = &look->room->teams[look->team];
    if (!team->frozen || look->room->phase > ROOM_PAUSE || look_is_wall(look))
        return;
    w_json_open(look->w, "frozen", '{');
    w_json_text(look->w, "why", str_of(why[team->frozen]));
    if (team->frozen_ends != INT64_MAX)
        w_json_int(look->w, "ends", team->frozen_ends);
    w_char(look->w, '}');
}

static void view_hash(const struct look *look)
{
    w_json_key(look->w, "hash");
    w_char(look->w, '"');
    w_hex64(look->w, room_public_hash(look->room, look->team));
    w_char(look->w, '"');
}

/* --- lines and meters -------------------------------------------------------------------------------------------------- */

static void view_lines(const struct look *look)
{
    const struct view *v = &look->view;
    if (!look->sees_lines || look->room->phase != ROOM_PLAY || v->choice_count == 0)
        return;
    w_json_open(look->w, "lines", '[');
    for (int i = 0; i < v->choice_count; i++) {
        const struct choice *choice = &look->room->scenario->choices[v->choices[i].choice];
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "id", choice->id);
        w_json_text(look->w, "text", look_text(look, choice->id));
        if (v->choices[i].hint_act != ACT_COUNT)
            w_json_text(look->w, "act", act_name(v->choices[i].hint_act));
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

static void view_meters(const struct look *look)
{
    struct view v;
    struct writer *w = look->w;
    const enum wire_phase phase = look->room->phase;
    if (!look->sees_meters || phase < ROOM_PLAY || phase == ROOM_CLOSED || look_is_wall(look))
        return;
    session_view(room_session(look->room, look->team), SEAT_instructor, &v);
    w_json_open(w, "meters", '{');
    w_json_int(w, "agitation", v.agitation);
    if (look->room->teams[look->team].was != NONE)
        w_json_int(w, "was", look->room->teams[look->team].was); /* before the last decision */
    w_json_int(w, "stage", v.stage);
    w_json_int(w, "understanding", v.understanding);
    w_json_int(w, "rapport", v.rapport);
    w_json_int(w, "trust", v.trust);
    w_json_int(w, "hope", v.hope);
    w_json_int(w, "autonomy", v.autonomy);
    w_json_int(w, "rupture", v.rupture);
    w_char(w, '}');
}

/* --- the whole ------------------------------------------------------------------------------------------------------------ */

static const struct wire_lang *find_lang(const struct wire_room *room, const struct member *who, td_str lang)
{
    for (int i = 0; i < room->lang_count && lang.len > 0; i++)
        if (str_eq(words_lang(room->langs[i].words), lang))
            return &room->langs[i];
    return &room->langs[who ? who->lang : 0];
}

struct look look_at(const struct wire_room *room, int member, td_str lang, struct writer *w)
{
    const struct member *who = member == WIRE_PROJECTOR ? NULL : room_at(room, member);
    struct look look = {.room = room,
                        .member = member,
                        .who = who,
                        .roles = who ? who->roles : 0,
                        .projector = who == NULL,
                        .lang = find_lang(room, who, lang),
                        .w = w};
    look.boss = look.roles & WIRE_ROLE(instructor);
    look.team = !who ? room->projected : look.boss ? who->look : who->team;
    look_fill(&look);
    return look;
}

void room_view(const struct wire_room *room, int member, td_str lang, struct writer *w)
{
    struct look look = look_at(room, member, lang, w);
    w_char(w, '{');
    view_room(&look);
    view_you(&look);
    if (!look.who || !look.who->gone) {
        view_hash(&look);
        view_clock(&look);
        view_scene(&look);
        view_wall(&look);
        view_frozen(&look);
        view_lines(&look);
        view_may(&look);
        view_vote(&look);
        view_meters(&look);
        view_beside(&look);
        if (look.boss)
            view_console(&look);
        view_debrief(&look);
    }
    w_char(w, '}');
}
