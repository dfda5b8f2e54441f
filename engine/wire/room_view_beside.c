/* room_view_beside.c - what roles have beside the scene: hints, the board, taps and sheets, the card of
 * whoever plays the person. */
#include "room_view.h"

/* --- hints ------------------------------------------------------------------------------------------------------------- */

static void one_hint(const struct look *look, int32_t index)
{
    static const char *const fates[] = {"open", "used", "ignored"};
    const struct record *hint = &look->room->records[index];
    w_json_open(look->w, "hint", '{');
    w_json_int(look->w, "entry", index + 1);
    if (hint->value != NONE)
        w_json_text(look->w, "technique", technique_name(hint->value));
    w_json_may_text(look->w, "text", hint->text);
    w_json_text(look->w, "fate", str_of(fates[hint->state]));
    w_char(look->w, '}');
}

/* The newest of the team in this attempt, whatever became of it; NONE. */
static int32_t last_hint(const struct look *look)
{
    for (int i = look->room->record_count - 1; i >= 0; i--)
        if (look->room->records[i].kind == RECORD_HINT && look->room->records[i].team == look->team)
            return i;
    return NONE;
}

static void hint_counts(const struct look *look)
{
    int sent = 0, used = 0;
    for (int i = 0; i < look->room->record_count; i++) {
        const struct record *r = &look->room->records[i];
        if (r->kind != RECORD_HINT || r->team != look->team)
            continue;
        sent++;
        used += r->state == HINT_USED;
    }
    w_json_open(look->w, "hints", '{');
    w_json_int(look->w, "sent", sent);
    w_json_int(look->w, "used", used);
    w_char(look->w, '}');
}

static void hints(const struct look *look)
{
    const struct team *team = &look->room->teams[look->team];
    bool whispers = look->boss || (look->roles & WIRE_ROLE(coach));
    if (look->room->phase != ROOM_PLAY)
        return;
    if (whispers) {
        int32_t last = last_hint(look);
        if (last != NONE)
            one_hint(look, last);
        hint_counts(look);
    } else if ((look->roles & WIRE_ROLE(primary)) && team->hint != NONE &&
               look->room->records[team->hint].state == HINT_OPEN) {
        one_hint(look, team->hint);
    }
}

/* --- the board ----------------------------------------------------------------------------------------------------------- */

static void board(const struct look *look)
{
    struct writer *w = look->w;
    bool theirs = look->boss || (look->roles & (WIRE_ROLE(board) | WIRE_ROLE(leader)));
    if (!theirs && look->room->phase != ROOM_DEBRIEF)
        return;
    if (look->room->phase == ROOM_LOBBY)
        return;
    w_json_open(w, "board", '[');
    for (int i = 0; i < look->room->record_count; i++) {
        const struct record *r = &look->room->records[i];
        if (r->kind != RECORD_BOARD || r->team != look->team || r->state != 0)
            continue;
        w_json_open(w, NULL, '{');
        w_json_int(w, "entry", i + 1);
        w_json_text(w, "kind", fact_kind_names[r->value]);
        w_json_text(w, "text", r->text);
        w_json_int(w, "story_ms", r->story_ms);
        w_char(w, '}');
    }
    w_char(w, ']');
}

/* --- observers -------------------------------------------------------------------------------------------------------------- */

static void last_tap(const struct look *look)
{
    const struct wire_room *room = look->room;
    for (int i = room->record_count - 1; i >= 0; i--) {
        const struct record *r = &room->records[i];
        if (r->kind != RECORD_TAP || r->member != look->member || r->state == TAP_UNDONE)
            continue;
        w_json_open(look->w, "seen", '{');
        w_json_text(look->w, "last", technique_name(r->value));
        w_json_int(look->w, "at", r->at);
        if (r->state == TAP_PENDING)
            w_json_int(look->w, "undo_until", r->at + UNDO_MS);
        w_char(look->w, '}');
        return;
    }
}

static void sheet(const struct look *look)
{
    struct writer *w = look->w;
    w_json_open(w, "sheet", '{');
    for (int item = 0; item < ITEM_COUNT; item++) {
        const struct sheet_entry *entry = &look->who->sheet[item];
        if (entry->score == 0)
            continue;
        w_json_open(w, sheet_item_names[item].ptr, '{');
        w_json_int(w, "score", entry->score);
        w_json_may_text(w, "text", entry->text);
        w_char(w, '}');
    }
    w_char(w, '}');
}

/* --- the card of whoever plays the person --------------------------------------------------------------------------------------- */

/* What there is to tell, what has been told, and what is not to be given before it is earned: a fact that
 * waits for something, while that does not hold, and every hook before the first step up the stairway. */
static void card_facts(const struct look *look)
{
    const td_session *session = room_session(look->room, look->team);
    const td_scenario *s = look->room->scenario;
    struct writer *w = look->w;
    w_json_open(w, "facts", '[');
    for (int i = 0; i < s->fact_count; i++) {
        bool held_back =
            (s->facts[i].kind == FACT_hook || s->facts[i].kind == FACT_risk) && session->state->person.stage < 1;
        td_str text = look_text(look, s->facts[i].id);
        if (text.len == 0)
            continue;
        w_json_open(w, NULL, '{');
        w_json_text(w, "id", s->facts[i].id);
        w_json_text(w, "text", text);
        w_json_text(w, "kind", fact_kind_names[s->facts[i].kind]);
        w_json_bool(w, "given", team_knows(look->room, look->team, i));
        w_json_bool(w, "open", !held_back);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void card(const struct look *look)
{
    const td_scenario *s = look->room->scenario;
    struct writer *w = look->w;
    w_json_open(w, "card", '{');
    w_json_text(w, "name", look_text(look, TD_STR("subject.name")));
    w_json_text(w, "opening", look_text(look, TD_STR("opening")));
    w_json_text(w, "emotion", emotion_names[s->emotion]);
    w_json_text(w, "need", need_names[s->need]);
    w_json_text(w, "state", band_names[look->view.cue_band]);
    card_facts(look);
    w_char(w, '}');
}

void view_beside(const struct look *look)
{
    if (!look->who)
        return;
    hints(look);
    board(look);
    if (look->roles & (WIRE_ROLE(observer) | WIRE_ROLE(instructor) | WIRE_ROLE(role_player)))
        last_tap(look);
    if (look->roles & (WIRE_ROLE(observer) | WIRE_ROLE(instructor)))
        sheet(look);
    if ((look->roles & WIRE_ROLE(role_player)) && look->room->phase != ROOM_LOBBY)
        card(look);
    if ((look->roles & WIRE_ROLE(leader)) && !look->boss)
        view_people(look, look->team);
}
