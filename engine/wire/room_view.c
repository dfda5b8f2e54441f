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

td_str look_word(const struct look *look, const char *head, td_str name, const char *tail)
{
    struct writer id, w;
    writer_init(&id, look->w->arena);
    w_text(&id, head);
    w_str(&id, name);
    w_text(&id, tail);
    w_char(&id, '\0');
    writer_init(&w, look->w->arena);
    words_write(&w, look->lang->words, writer_str(&id).ptr, (int)look->room->scenario->pronoun, NULL, 0);
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
    out_open(look->w, NULL, '{');
    out_text(look->w, spoken ? "said" : "seen", piece);
    out_close(look->w, '}');
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
    out_open(look->w, key, '[');
    write_pieces(look, text);
    out_close(look->w, ']');
}

/* --- the room -------------------------------------------------------------------------------------------------------- */

static int people(const struct wire_room *room, bool here)
{
    int count = 0;
    for (int i = 0; i < room->member_count; i++)
        count += !room->members[i]->gone && !has_role(room, i, SEAT_instructor) && (!here || room->members[i]->here);
    return count;
}

static void view_room(const struct look *look)
{
    const struct wire_room *room = look->room;
    struct writer *w = look->w;
    out_open(w, "room", '{');
    out_text(w, "code", room_code(room));
    out_text(w, "scenario", room->scenario->id);
    out_text(w, "title", look_text(look, TD_STR("title")));
    out_text(w, "setting", look_text(look, TD_STR("setting")));
    out_text(w, "place", place_names[room->scenario->place]);
    out_text(w, "channel", talk_channel_names[room->scenario->channel]);
    out_text(w, "preset", wire_preset_names[room->setup.preset]);
    out_text(w, "mode", mode_names[room->setup.play.mode]);
    out_text(w, "phase", str_of(phase_names[room->phase]));
    if (room->phase == ROOM_DEBRIEF)
        out_text(w, "page", wire_page_names[room->page]);
    out_bool(w, "human", room->setup.human);
    out_text(w, "flow", wire_how_names[room->setup.flow == FLOW_RUN_THROUGH ? HOW_run_through : HOW_stop_and_discuss]);
    out_text(w, "lang", words_lang(look->lang->words));
    out_int(w, "teams", room->setup.teams);
    if (look->boss || look->projector) {
        out_int(w, "joined", people(room, false));
        out_int(w, "here", people(room, true));
        out_bool(w, "locked", room->locked);
        out_bool(w, "meter", room->meter);
        out_int(w, "vote_seconds", room->setup.vote_seconds);
    }
    out_close(w, '}');
}

static void out_roles(struct writer *w, unsigned roles)
{
    out_open(w, "roles", '[');
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        if (roles >> seat & 1)
            out_text(w, NULL, wire_role_names[seat]);
    out_close(w, ']');
}

static void view_you(const struct look *look)
{
    struct writer *w = look->w;
    if (!look->who)
        return;
    out_open(w, "you", '{');
    out_int(w, "seat", look->member);
    out_text(w, "name", str_of(look->who->name));
    out_roles(w, look->roles);
    if (look->who->watch != NONE)
        out_text(w, "observer", watch_names[look->who->watch]);
    out_int(w, "team", look->boss ? look->team : look->who->team);
    out_bool(w, "assistant", look->who->assistant);
    if (look->room->phase == ROOM_DEBRIEF || look->room->phase == ROOM_FEEDBACK) {
        out_may_text(w, "keep", look->who->keep);
        out_may_text(w, "change", look->who->change);
    }
    out_close(w, '}');
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
    out_open(w, "clock", '{');
    out_int(w, "index", clock->index);
    out_int(w, "count", clock->plan.count);
    out_bool(w, "running", running);
    if (running)
        out_int(w, "ends", room->now + left);
    else
        out_int(w, "left", left);
    out_int(w, "minutes", clock->plan.item[clock->index].minutes);
    out_close(w, '}');
}

static void view_frozen(const struct look *look)
{
    static const char *const why[] = {"", "pause", "time-out", "brainstorm", "discuss"};
    const struct team *team = &look->room->teams[look->team];
    if (!team->frozen || look->room->phase > ROOM_PAUSE || look_is_wall(look))
        return;
    out_open(look->w, "frozen", '{');
    out_text(look->w, "why", str_of(why[team->frozen]));
    if (team->frozen_ends != INT64_MAX)
        out_int(look->w, "ends", team->frozen_ends);
    out_close(look->w, '}');
}

static void view_hash(const struct look *look)
{
    out_key(look->w, "hash");
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
    out_open(look->w, "lines", '[');
    for (int i = 0; i < v->choice_count; i++) {
        const struct choice *choice = &look->room->scenario->choices[v->choices[i].choice];
        out_open(look->w, NULL, '{');
        out_text(look->w, "id", choice->id);
        out_text(look->w, "text", look_text(look, choice->id));
        if (v->choices[i].hint_act != ACT_COUNT)
            out_text(look->w, "act", act_name(v->choices[i].hint_act));
        out_close(look->w, '}');
    }
    out_close(look->w, ']');
}

static void view_meters(const struct look *look)
{
    struct view v;
    struct writer *w = look->w;
    if (!look->sees_meters || look->room->phase < ROOM_PLAY || look_is_wall(look))
        return;
    session_view(room_session(look->room, look->team), SEAT_instructor, &v);
    out_open(w, "meters", '{');
    out_int(w, "agitation", v.agitation);
    out_int(w, "stage", v.stage);
    out_int(w, "understanding", v.understanding);
    out_int(w, "rapport", v.rapport);
    out_int(w, "trust", v.trust);
    out_int(w, "hope", v.hope);
    out_int(w, "autonomy", v.autonomy);
    out_int(w, "rupture", v.rupture);
    out_close(w, '}');
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
