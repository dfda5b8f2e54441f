/* room_vote.c - vote first, reveal after: everybody answers the same menu before anybody sees a result.
 * A vote belongs to one menu of one moment; what changes the menu ends it. */
#include "room_parts.h"

static bool is_voter(const struct wire_room *room, int member, int team)
{
    const struct member *m = room_at(room, member);
    return !m->gone && m->team == team && (m->roles & WIRE_ROLE(voter));
}

static int64_t vote_length(const struct wire_room *room)
{
    return (int64_t)room->setup.vote_seconds * 1000;
}

/* --- counting ---------------------------------------------------------------------------------------- */

int vote_electorate(const struct wire_room *room, int team, bool here_only)
{
    int count = 0;
    for (int i = 0; i < room->member_count; i++)
        count += is_voter(room, i, team) && (!here_only || room->members[i]->here);
    return count;
}

static int place_in_menu(const struct vote *vote, int32_t choice)
{
    for (int i = 0; i < vote->count; i++)
        if (vote->menu[i] == choice)
            return i;
    return NONE;
}

int vote_cast(const struct wire_room *room, int team, int32_t counts[LIMIT_MENU])
{
    int cast = 0;
    memset(counts, 0, sizeof *counts * LIMIT_MENU);
    for (int i = 0; i < room->member_count; i++) {
        int place = is_voter(room, i, team) ? place_in_menu(&room->teams[team].vote, room->members[i]->vote) : NONE;
        if (place == NONE)
            continue;
        counts[place]++;
        cast++;
    }
    return cast;
}

/* Everybody who is connected has voted. */
bool vote_is_in(const struct wire_room *room, int team)
{
    int here = 0;
    for (int i = 0; i < room->member_count; i++) {
        if (!is_voter(room, i, team) || !room->members[i]->here)
            continue;
        if (room->members[i]->vote == NONE)
            return false;
        here++;
    }
    return here > 0;
}

int vote_lead(const struct wire_room *room, int team, bool *ret_tie)
{
    int32_t counts[LIMIT_MENU];
    int best = NONE;
    *ret_tie = false;
    if (vote_cast(room, team, counts) == 0)
        return NONE;
    for (int i = 0; i < room->teams[team].vote.count; i++) {
        if (best != NONE && counts[i] == counts[best])
            *ret_tie = true;
        if (best == NONE || counts[i] > counts[best]) {
            best = i;
            *ret_tie = false;
        }
    }
    return *ret_tie ? NONE : best;
}

const char *vote_undecided(const struct wire_room *room, int team)
{
    bool tie;
    int lead = vote_lead(room, team, &tie);
    return tie ? "tie" : lead == NONE ? "nobody" : NULL;
}

/* --- a vote's life ------------------------------------------------------------------------------------- */

static void forget_votes(struct wire_room *room, int team)
{
    for (int i = 0; i < room->member_count; i++) {
        if (room->members[i]->team != team)
            continue;
        room->members[i]->vote = NONE;
        room->members[i]->revoted = 0;
        room->members[i]->reason[0] = '\0';
    }
}

void vote_drop(struct wire_room *room, int team)
{
    room->teams[team].vote = (struct vote){.state = VOTE_NONE};
    forget_votes(room, team);
}

/* length: how long that state lasts while nothing stands still. */
static void vote_begin(struct wire_room *room, int team, enum vote_state state, int64_t length)
{
    struct vote *vote = &room->teams[team].vote;
    vote_drop(room, team);
    vote->count = session_menu(room_session(room, team), vote->menu);
    vote->state = vote->count > 0 ? state : VOTE_NONE;
    vote->ends = length == INT64_MAX || room->teams[team].frozen ? length : room->now + length;
}

void vote_open(struct wire_room *room, int team)
{
    vote_begin(room, team, VOTE_OPEN, vote_length(room));
}

/* The clock of a vote begins when everybody has read the lines, and the instructor sees that better than a clock. */
static void vote_read(struct wire_room *room, int team)
{
    int32_t seconds = room->setup.reading_seconds;
    vote_begin(room, team, VOTE_READING, seconds > 0 ? (int64_t)seconds * 1000 : INT64_MAX);
}

static bool has_end(const struct vote *vote)
{
    return vote->state == VOTE_OPEN || (vote->state == VOTE_READING && vote->ends != INT64_MAX);
}

void vote_stands(struct wire_room *room, int team)
{
    struct vote *vote = &room->teams[team].vote;
    if (has_end(vote))
        vote->ends = vote->ends > room->now ? vote->ends - room->now : 0;
}

void vote_goes_on(struct wire_room *room, int team)
{
    struct vote *vote = &room->teams[team].vote;
    if (has_end(vote))
        vote->ends += room->now;
}

bool vote_holds(const struct wire_room *room, int team)
{
    enum vote_state state = room->teams[team].vote.state;
    return state == VOTE_READING || state == VOTE_OPEN;
}

/* "c014" and, in quotes, why. */
static void vote_mark(struct wire_room *room, int team, int32_t choice, td_str reason)
{
    struct arena arena;
    struct writer w;
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    w_text(&w, "vote ");
    w_str(&w, room->scenario->choices[choice].id);
    if (reason.len > 0) {
        w_char(&w, ' ');
        w_json(&w, reason);
    }
    team_mark(room, team, SEAT_voter, writer_str(&w));
    arena_finish(&arena);
}

void vote_close(struct wire_room *room, int team)
{
    struct vote *vote = &room->teams[team].vote;
    if (!vote_holds(room, team))
        return;
    vote->state = VOTE_CLOSED;
    for (int i = 0; i < room->member_count; i++) {
        const struct member *m = room->members[i];
        if (!is_voter(room, i, team) || m->vote == NONE)
            continue;
        room_record(room, RECORD_VOTE, team, i, str_of(m->reason))->value = m->vote;
        vote_mark(room, team, m->vote, str_of(m->reason));
    }
    touch_team(room, team);
}

static bool same_menu(const struct wire_room *room, int team)
{
    int32_t menu[LIMIT_MENU];
    const struct vote *vote = &room->teams[team].vote;
    int count = session_menu(room_session(room, team), menu);
    return count == vote->count && memcmp(menu, vote->menu, sizeof *menu * (size_t)count) == 0;
}

void vote_follow(struct wire_room *room, int team)
{
    const struct vote *vote = &room->teams[team].vote;
    bool stands = vote->state != VOTE_NONE && same_menu(room, team) && room->phase == ROOM_PLAY;
    if (stands)
        return;
    vote_drop(room, team);
    bool every_moment = room->setup.preset == PRESET_class_vote && room->phase == ROOM_PLAY && !room->setup.human;
    if (every_moment && vote_electorate(room, team, false) > 0)
        vote_read(room, team);
}

/* --- what people do ---------------------------------------------------------------------------------------- */

const char *do_vote(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *voter = room_at(room, member);
    const struct team *team = &room->teams[voter->team];
    if (team->vote.state == VOTE_NONE || team->vote.state == VOTE_READING)
        return WIRE_NO_VOTE;
    if (team->vote.state != VOTE_OPEN)
        return WIRE_VOTE_CLOSED;
    if (team->frozen)
        return REFUSED_FROZEN;
    int32_t choice = scenario_find_choice(room->scenario, str_of(m->id));
    if (choice == NONE || place_in_menu(&team->vote, choice) == NONE)
        return REFUSED_NOT_OFFERED;
    if (voter->revoted >= REVOTES_MAX)
        return WIRE_SLOW_DOWN;
    voter->revoted++;
    voter->vote = choice;
    memset(voter->reason, 0, sizeof voter->reason);
    memcpy(voter->reason, m->text, (size_t)m->text_len);
    touch_member(room, member);
    touch_console(room);
    int primary = role_holder(room, voter->team, SEAT_primary);
    if (primary != member)
        touch_member(room, primary);
    return NULL;
}

static const char *play_choice(struct wire_room *room, int team, const struct wire_message *m)
{
    bool tie;
    vote_close(room, team);
    int lead = vote_lead(room, team, &tie);
    int32_t choice = *m->id         ? scenario_find_choice(room->scenario, str_of(m->id))
                     : lead != NONE ? room->teams[team].vote.menu[lead]
                                    : NONE;
    if (choice == NONE || place_in_menu(&room->teams[team].vote, choice) == NONE)
        return *m->id ? REFUSED_NOT_OFFERED : tie ? WIRE_TIE : WIRE_NO_VOTE;
    struct command command = command_empty(SEAT_primary, VERB_choose);
    td_str id = room->scenario->choices[choice].id;
    memcpy(command.id, id.ptr, id.len);
    room->teams[team].vote.state = VOTE_REVEALED;
    return team_apply(room, team, &command);
}

/* Refused before anything was changed. */
static const char *why_not(const struct wire_room *room, int team, const struct wire_message *m)
{
    const struct team *t = &room->teams[team];
    bool tie;
    if (room->phase != ROOM_PLAY || team_over(room, team))
        return WIRE_NOT_THIS_PHASE;
    int32_t menu[LIMIT_MENU];
    if (m->what == DO_open && room->setup.human)
        return WIRE_NO_VOTE;
    if (m->what == DO_open)
        return session_menu(room_session(room, team), menu) > 0 ? NULL : WIRE_NO_VOTE;
    if (t->vote.state == VOTE_NONE || (t->vote.state == VOTE_READING && m->what != DO_decide))
        return WIRE_NO_VOTE;
    if (m->what == DO_close)
        return t->vote.state == VOTE_OPEN ? NULL : WIRE_VOTE_CLOSED;
    if (m->what == DO_play && t->frozen)
        return REFUSED_FROZEN;
    if (m->what != DO_play || *m->id)
        return NULL;
    return vote_lead(room, team, &tie) == NONE ? (tie ? WIRE_TIE : WIRE_NO_VOTE) : NULL;
}

const char *vote_key(struct wire_room *room, int team, const struct wire_message *m)
{
    struct vote *vote = &room->teams[team].vote;
    const char *refused = why_not(room, team, m);
    if (refused)
        return refused;
    if (m->what == DO_play && *m->id) {
        int32_t choice = scenario_find_choice(room->scenario, str_of(m->id));
        if (choice == NONE || place_in_menu(vote, choice) == NONE)
            return REFUSED_NOT_OFFERED;
    }
    if (m->what == DO_open)
        vote_open(room, team);
    else
        vote_close(room, team);
    if (m->what == DO_reveal || m->what == DO_discuss)
        vote->state = VOTE_REVEALED;
    if (m->what == DO_decide)
        vote->decided = true;
    touch_team(room, team);
    if (m->what == DO_discuss)
        return room->teams[team].frozen ? NULL : freeze_team(room, team, FROZEN_DISCUSS, INT64_MAX);
    return m->what == DO_play ? play_choice(room, team, m) : NULL;
}
