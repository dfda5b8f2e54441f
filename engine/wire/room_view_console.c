/* room_view_console.c - what only the instructor sees: people, the deck, the way so far, the teams. */
#include "room_view.h"

enum { PAST_MAX = 40 };

/* --- people --------------------------------------------------------------------------------------------------------------- */

static void one_person(const struct look *look, int member)
{
    const struct member *m = look->room->members[member];
    struct writer *w = look->w;
    w_json_open(w, NULL, '{');
    w_json_int(w, "seat", member);
    w_json_text(w, "name", str_of(m->name));
    w_json_open(w, "roles", '[');
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        if (m->roles >> seat & 1)
            w_json_text(w, NULL, wire_role_names[seat]);
    w_char(w, ']');
    if (m->watch != NONE)
        w_json_text(w, "observer", watch_names[m->watch]);
    if (m->assistant)
        w_json_bool(w, "assistant", true);
    w_json_int(w, "team", m->team);
    w_json_bool(w, "here", m->here);
    if (look->boss && (m->roles & WIRE_ROLE(voter)))
        w_json_bool(w, "voted", m->vote != NONE);
    w_char(w, '}');
}

void view_people(const struct look *look, int team)
{
    w_json_open(look->w, "people", '[');
    for (int i = 0; i < look->room->member_count; i++) {
        const struct member *m = look->room->members[i];
        if (!m->gone && (team == NONE || m->team == team))
            one_person(look, i);
    }
    w_char(look->w, ']');
}

/* --- cards, flags ------------------------------------------------------------------------------------------------------------ */

static void deck(const struct look *look)
{
    struct view v;
    struct writer *w = look->w;
    const td_scenario *s = look->room->scenario;
    session_view(room_session(look->room, look->team), SEAT_instructor, &v);
    w_json_open(w, "deck", '[');
    for (int i = 0; i < s->inject_count; i++) {
        if (!(v.injects >> i & 1))
            continue;
        w_json_open(w, NULL, '{');
        w_json_text(w, "id", s->inject[i].id);
        look_pieces(look, "text", look_text(look, s->inject[i].id));
        w_json_bool(w, "suggested", v.injects_suggested >> i & 1);
        w_char(w, '}');
    }
    w_char(w, ']');
}

static void flags(const struct look *look)
{
    struct writer *w = look->w;
    w_json_open(w, "flags", '[');
    for (int i = 0; i < look->room->record_count; i++) {
        const struct record *r = &look->room->records[i];
        if (r->kind != RECORD_FLAG || r->team != look->team)
            continue;
        w_json_open(w, NULL, '{');
        w_json_int(w, "entry", i + 1);
        w_json_int(w, "number", r->number);
        w_json_int(w, "attempt", r->attempt);
        w_json_may_text(w, "label", r->text);
        w_char(w, '}');
    }
    w_char(w, ']');
}

/* --- the way so far: every decision of every attempt, those of left branches grey ------------------------------------------------ */

static void one_decision(const struct look *look, const struct entry *entry, bool grey)
{
    struct writer *w = look->w;
    int32_t choice = scenario_find_choice(look->room->scenario, str_of(entry->command.id));
    w_json_open(w, NULL, '{');
    w_json_int(w, "number", entry->number);
    w_json_int(w, "attempt", entry->attempt);
    w_json_bool(w, "grey", grey);
    w_json_text(w, "verb", verb_name(entry->command.verb));
    if (choice != NONE)
        w_json_text(w, "text", look_text(look, look->room->scenario->choices[choice].id));
    if (entry->command.verb == VERB_help)
        w_json_text(w, "kind", help_kind_names[entry->command.kind]);
    if (entry->command.verb == VERB_heard)
        w_json_text(w, "act", act_name((enum act)entry->command.kind));
    w_char(w, '}');
}

static void past(const struct look *look)
{
    const struct play *play = look->room->teams[look->team].play;
    int32_t count = play_count(play), first = count;
    int32_t *path = arena_new(look->w->arena, int32_t, (size_t)count + 1);
    int length = play_path(play, path), at = 0;
    for (int shown = 0; first > 0 && shown < PAST_MAX; first--)
        shown += team_decides(play_entry(play, first - 1)->command.verb);
    w_json_open(look->w, "past", '[');
    for (int32_t i = first; i < count; i++) {
        const struct entry *entry = play_entry(play, i);
        while (at < length && path[at] < i)
            at++;
        if (team_decides(entry->command.verb))
            one_decision(look, entry, !(at < length && path[at] == i));
    }
    w_char(look->w, ']');
}

/* --- observers so far --------------------------------------------------------------------------------------------------------------- */

static void observed(const struct look *look)
{
    struct writer *w = look->w;
    int taps = 0;
    w_json_open(w, "observed", '{');
    for (int item = 0; item < ITEM_COUNT; item++) {
        int32_t sum = 0, count = 0;
        for (int i = 0; i < look->room->member_count; i++) {
            const struct member *m = look->room->members[i];
            if (m->gone || m->team != look->team || m->sheet[item].score == 0)
                continue;
            sum += m->sheet[item].score;
            count++;
        }
        if (count > 0)
            w_json_int(w, sheet_item_names[item].ptr, sum * 1000 / count);
    }
    for (int i = 0; i < look->room->record_count; i++) {
        const struct record *r = &look->room->records[i];
        taps += r->kind == RECORD_TAP && r->team == look->team && r->state != TAP_UNDONE;
    }
    w_json_int(w, "taps", taps);
    w_char(w, '}');
}

/* A line of the node that is not on offer may still be spoken, by order. */
static void overrides(const struct look *look)
{
    const td_session *session = room_session(look->room, look->team);
    const td_scenario *s = look->room->scenario;
    if (look->room->phase != ROOM_PLAY || session->state->node == NONE || look->room->setup.human)
        return;
    struct span own = s->nodes[session->state->node].choices;
    w_json_open(look->w, "overrides", '[');
    for (int32_t i = own.first; i < own.first + own.count; i++) {
        if (session_offers(session, i))
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "id", s->choices[i].id);
        w_json_text(look->w, "text", look_text(look, s->choices[i].id));
        w_json_text(look->w, "act", act_name(s->choices[i].move.act));
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

/* --- the vote before the line that was played: a reason that nobody had time to read is worth reading yet ------------------ */

/* Behind which command the votes of the last menu stand; NONE: nobody has voted in this attempt. */
static int32_t last_voted(const struct look *look)
{
    const struct wire_room *room = look->room;
    const int attempt = play_attempt(room->teams[look->team].play);
    for (int i = room->record_count - 1; i >= 0; i--)
        if (room->records[i].kind == RECORD_VOTE && room->records[i].team == look->team)
            return room->records[i].attempt == attempt ? room->records[i].number : NONE;
    return NONE;
}

static void last_vote(const struct look *look)
{
    const struct wire_room *room = look->room;
    const int32_t number = last_voted(look), said = room->teams[look->team].said;
    if (number == NONE || said < 0 || room->phase != ROOM_PLAY)
        return;
    w_json_open(look->w, "last_vote", '[');
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        if (r->kind != RECORD_VOTE || r->team != look->team || r->number != number || r->value == said ||
            r->text.len == 0)
            continue;
        w_json_open(look->w, NULL, '{');
        w_json_text(look->w, "text", look_text(look, room->scenario->choices[r->value].id));
        w_json_text(look->w, "reason", r->text);
        w_char(look->w, '}');
    }
    w_char(look->w, ']');
}

void view_console(const struct look *look)
{
    view_people(look, NONE);
    deck(look);
    overrides(look);
    flags(look);
    past(look);
    observed(look);
    last_vote(look);
    view_teams(look);
    if (look->room->teams[look->team].stopped)
        w_json_bool(look->w, "stopped", true);
}
