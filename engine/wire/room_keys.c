/* room_keys.c - the instructor's keys, and what others may ask of the room as a whole: a time-out, a
 * brainstorm, a tag-in, the silent stop.
 * A key that is meant for all teams has worked if it worked for one. */
#include "room_parts.h"

/* --- freezing ----------------------------------------------------------------------------------------------- */

static bool can_freeze(const struct wire_room *room, int team)
{
    return room->phase >= ROOM_BRIEF && room->phase <= ROOM_PAUSE && !team_over(room, team);
}

static const char *freeze_for(struct wire_room *room, int team, enum frozen_why why, int64_t ends)
{
    struct team *t = &room->teams[team];
    if (!can_freeze(room, team))
        return WIRE_NOT_THIS_PHASE;
    if (!t->frozen)
        return freeze_team(room, team, why, ends);
    /* It stands already: a pause of a minute becomes one without an end. */
    if (why != FROZEN_PAUSE || t->frozen == FROZEN_PAUSE)
        return REFUSED_FROZEN;
    t->frozen = why;
    t->frozen_ends = INT64_MAX;
    touch_team(room, team);
    return NULL;
}

const char *do_timeout(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)m;
    int team = room_at(room, member)->team;
    if (room->phase != ROOM_PLAY)
        return WIRE_NOT_THIS_PHASE;
    if (room->teams[team].timeouts == 0)
        return WIRE_NONE_LEFT;
    const char *refused = freeze_for(room, team, FROZEN_TIMEOUT, room->now + TIMEOUT_MS);
    if (!refused)
        room->teams[team].timeouts--;
    return refused;
}

const char *do_brainstorm(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)m;
    int team = room_at(room, member)->team;
    if (room->phase != ROOM_PLAY)
        return WIRE_NOT_THIS_PHASE;
    if (room->teams[team].brainstorms == 0)
        return WIRE_NONE_LEFT;
    const char *refused = freeze_for(room, team, FROZEN_BRAINSTORM, room->now + TIMEOUT_MS);
    if (!refused)
        room->teams[team].brainstorms--;
    return refused;
}

/* Anybody's.  Pressed while all stands still it is only told to the instructor; nobody is refused. */
const char *silent_stop(struct wire_room *room, int team)
{
    if (!can_freeze(room, team))
        return WIRE_NOT_THIS_PHASE;
    if (room->teams[team].frozen != FROZEN_PAUSE) {
        const char *refused = freeze_for(room, team, FROZEN_PAUSE, INT64_MAX);
        if (refused)
            return refused;
    }
    room->teams[team].stopped = true;
    touch_team(room, team);
    return NULL;
}

/* --- tag-in --------------------------------------------------------------------------------------------------- */

static int count_items(int32_t items)
{
    int count = 0;
    for (; items > 0; items >>= 1)
        count += items & 1;
    return count;
}

/* The newcomer's seat goes to who had the talk; nobody is sent away. */
static void change_places(struct wire_room *room, int team, int newcomer)
{
    int before = role_holder(room, team, SEAT_primary);
    struct member *to = room_at(room, newcomer);
    unsigned left = to->roles & ~WIRE_ROLE(instructor), kept = to->roles & WIRE_ROLE(instructor);
    to->roles = WIRE_ROLE(primary) | kept;
    to->watch = NONE;
    to->vote = NONE;
    if (before == NONE)
        return;
    room_at(room, before)->roles &= ~WIRE_ROLE(primary);
    give_roles(room, before, room_at(room, before)->roles | (left ? left : WIRE_ROLE(observer)));
}

const char *do_tag(struct wire_room *room, int member, const struct wire_message *m)
{
    enum { TAG_PER_ITEM = 6 };
    bool boss = has_role(room, member, SEAT_instructor);
    if (room->phase != ROOM_PLAY && room->phase != ROOM_PAUSE)
        return WIRE_NOT_THIS_PHASE;
    if (room_is_gone(room, m->seat))
        return WIRE_NO_SUCH_SEAT;
    int team = room_at(room, m->seat)->team;
    if ((!boss && team != room_at(room, member)->team) || has_role(room, m->seat, SEAT_primary))
        return WIRE_NO_SUCH_SEAT;
    struct command command = command_empty(boss ? SEAT_instructor : SEAT_leader, VERB_tag);
    command.number = TAG_MIN + TAG_PER_ITEM * (m->items == NONE ? 0 : count_items(m->items));
    const char *refused = team_apply(room, team, &command);
    if (refused)
        return refused;
    change_places(room, team, m->seat);
    struct record *record = room_record(room, RECORD_TAG, team, m->seat, TD_STR(""));
    record->score = command.number;
    vote_follow(room, team);
    touch_team(room, team);
    return NULL;
}

/* --- cards -------------------------------------------------------------------------------------------------------- */

static const char *inject_note(struct wire_room *room, int team, const struct wire_message *m)
{
    struct arena arena;
    struct writer w;
    td_str text = {m->text, (size_t)m->text_len};
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    w_text(&w, "note ");
    w_json(&w, text);
    bool good = team_mark(room, team, SEAT_instructor, writer_str(&w));
    arena_finish(&arena);
    if (!good)
        return WIRE_LOG_FULL;
    room_record(room, RECORD_INJECT, team, NONE, text)->value = m->kind;
    room->teams[team].typed = room->record_count - 1;
    touch_team(room, team);
    return NULL;
}

/* From the deck, or typed: then what it does is one of a few kinds, and its words are a mark. */
static const char *inject_into(struct wire_room *room, int team, const struct wire_message *m)
{
    struct command command = command_empty(SEAT_instructor, VERB_inject);
    if (room->phase != ROOM_PLAY || room_session(room, team)->state->phase != PHASE_TALK)
        return WIRE_NOT_THIS_PHASE;
    if (*m->id) {
        memcpy(command.id, m->id, sizeof command.id);
        if (scenario_find_inject(room->scenario, str_of(m->id)) == NONE)
            return REFUSED_NO_SUCH_EVENT;
        return team_apply(room, team, &command);
    }
    if (m->kind != TYPED_none) {
        td_str effect = typed_effect_names[m->kind];
        memcpy(command.id, "x-", 2);
        memcpy(command.id + 2, effect.ptr, effect.len);
        const char *refused = team_apply(room, team, &command);
        if (refused)
            return refused;
    }
    return inject_note(room, team, m);
}

/* --- going back ----------------------------------------------------------------------------------------------------- */

/* The command number of the decision that many back on the way that led here; NONE if there are fewer. */
static int32_t decision_back(const struct wire_room *room, int team, int32_t back)
{
    const struct play *play = room->teams[team].play;
    int32_t *path = room->mem->resize(room->mem->context, NULL, sizeof *path * ((size_t)play_count(play) + 1));
    int count = play_path(play, path);
    int32_t found = NONE;
    for (int i = count - 1; i >= 0 && back > 0; i--) {
        if (!team_decides(play_entry(play, path[i])->command.verb))
            continue;
        if (--back == 0)
            found = play_entry(play, path[i])->number;
    }
    room->mem->resize(room->mem->context, path, 0);
    return found;
}

static const char *rewind_to(struct wire_room *room, int team, const struct wire_message *m)
{
    if (room->phase < ROOM_PLAY || room->phase > ROOM_DEBRIEF)
        return WIRE_NOT_THIS_PHASE;
    int32_t number = m->back != NONE ? decision_back(room, team, m->back) : m->number;
    if (number == NONE || number > play_count(room->teams[team].play))
        return REFUSED_NO_SUCH_MOMENT;
    if (room->phase >= ROOM_FEEDBACK)
        clock_reopen(room, false);
    const char *refused = rewind_team(room, team, number);
    if (!refused && room->phase == ROOM_PLAY && room_session(room, team)->state->phase == PHASE_BRIEFING)
        team_begins(room, team);
    if (!refused)
        room->teams[team].back = number;
    vote_follow(room, team);
    touch_all(room);
    return refused;
}

static const char *do_override(struct wire_room *room, int team, const struct wire_message *m)
{
    struct command command = command_empty(SEAT_instructor, VERB_override);
    if (room->phase != ROOM_PLAY)
        return WIRE_NOT_THIS_PHASE;
    if (room->setup.human)
        return REFUSED_NOT_OFFERED;
    memcpy(command.id, m->id, sizeof command.id);
    return team_apply(room, team, &command);
}

static const char *end_team(struct wire_room *room, int team)
{
    if (room->phase != ROOM_PLAY && room->phase != ROOM_PAUSE)
        return WIRE_NOT_THIS_PHASE;
    vote_close(room, team);
    return team_command(room, team, SEAT_instructor, VERB_end);
}

/* --- the room ---------------------------------------------------------------------------------------------------------- */

static bool has_rated(const struct wire_room *room)
{
    bool rated = role_holder(room, 0, SEAT_primary) == NONE;
    for (int i = 0; i < room->record_count; i++) {
        const struct record *r = &room->records[i];
        rated |= r->kind == RECORD_RATE && r->attempt == play_attempt(room->teams[r->team].play);
    }
    return rated;
}

/* The primary says first how it was. */
const char *do_show(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    if (room->phase != ROOM_DEBRIEF)
        return WIRE_NOT_THIS_PHASE;
    if (m->kind == PAGE_beside && !debrief_has_beside(room))
        return WIRE_NO_SUCH_TEAM;
    if (m->kind > PAGE_self && m->anyway != 1 && !has_rated(room))
        return WIRE_RATE_FIRST;
    room->page = (enum wire_page)m->kind;
    if (room->page > room->page_seen)
        room->page_seen = room->page;
    touch_all(room);
    return NULL;
}

const char *do_meter(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    if (m->on && room->setup.play.mode == MODE_assessment)
        return WIRE_ASSESSMENT;
    room->meter = m->on;
    touch_all(room);
    return NULL;
}

const char *do_remove(struct wire_room *room, int member, const struct wire_message *m)
{
    if (room_is_gone(room, m->seat) || m->seat == member)
        return WIRE_NO_SUCH_SEAT;
    member_leaves(room, m->seat);
    return NULL;
}

const char *do_start(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    (void)m;
    if (room->phase != ROOM_LOBBY)
        return WIRE_NOT_THIS_PHASE;
    clock_start(room);
    return NULL;
}

const char *do_finish(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    (void)m;
    if (room->phase != ROOM_DEBRIEF && room->phase != ROOM_LOBBY)
        return WIRE_NOT_THIS_PHASE;
    room->phase = ROOM_CLOSED;
    clock_follow(room);
    touch_all(room);
    return NULL;
}

const char *do_lang(struct wire_room *room, int member, const struct wire_message *m)
{
    for (int i = 0; i < room->lang_count; i++) {
        if (!str_is(words_lang(room->langs[i].words), m->id))
            continue;
        room_at(room, member)->lang = i;
        touch_member(room, member);
        return NULL;
    }
    return WIRE_BAD_FIELD;
}

const char *do_leave(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)m;
    member_leaves(room, member);
    return NULL;
}

const char *do_stop(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)m;
    return silent_stop(room, room_at(room, member)->team);
}

const char *do_next(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    (void)m;
    return clock_next(room);
}

const char *do_again(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    (void)m;
    return clock_again(room);
}

const char *do_extend(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    return clock_extend(room, m->number, m->anyway == 1);
}

/* Small settings of the room. */
const char *do_setting(struct wire_room *room, int member, const struct wire_message *m)
{
    if (m->what == DO_lock)
        room->locked = m->on;
    if (m->what == DO_flow)
        room->setup.flow = m->kind == HOW_run_through ? FLOW_RUN_THROUGH : FLOW_STOP_AND_DISCUSS;
    if (m->what == DO_votetime)
        room->setup.vote_seconds = m->number;
    if (m->what == DO_reading)
        room->setup.reading_seconds = m->number;
    if (m->what == DO_look)
        room_at(room, member)->look = m->team;
    if (m->what == DO_look && room->phase == ROOM_DEBRIEF)
        room->projected = m->team;
    touch_all(room);
    return NULL;
}

/* --- one team, or all of them ------------------------------------------------------------------------------------------- */

static const char *freeze_key(struct wire_room *room, int team, const struct wire_message *m)
{
    (void)m;
    return freeze_for(room, team, FROZEN_PAUSE, INT64_MAX);
}

static const char *resume_key(struct wire_room *room, int team, const struct wire_message *m)
{
    (void)m;
    return room->teams[team].frozen ? resume_team(room, team) : REFUSED_NOT_FROZEN;
}

static const char *end_key(struct wire_room *room, int team, const struct wire_message *m)
{
    (void)m;
    return end_team(room, team);
}

static const struct team_key {
    enum wire_do what;
    bool all; /* where no team is named */
    const char *(*run)(struct wire_room *room, int team, const struct wire_message *m);
} team_keys[] = {
    {DO_freeze, true, freeze_key}, {DO_resume, true, resume_key}, {DO_inject, true, inject_into},
    {DO_end, true, end_key},       {DO_rewind, false, rewind_to}, {DO_override, false, do_override},
    {DO_open, false, vote_key},    {DO_close, false, vote_key},   {DO_reveal, false, vote_key},
    {DO_play, false, vote_key},    {DO_decide, false, vote_key},  {DO_discuss, false, vote_key},
};

static const char *for_all_teams(struct wire_room *room, const struct team_key *key, const struct wire_message *m)
{
    const char *first_refusal = NULL;
    bool done = false;
    for (int team = 0; team < room->setup.teams; team++) {
        const char *refused = key->run(room, team, m);
        done |= !refused;
        first_refusal = first_refusal ? first_refusal : refused;
    }
    return done ? NULL : first_refusal;
}

const char *do_team_key(struct wire_room *room, int member, const struct wire_message *m)
{
    for (size_t i = 0; i < sizeof team_keys / sizeof team_keys[0]; i++) {
        const struct team_key *key = &team_keys[i];
        if (key->what != m->what)
            continue;
        if (m->team == NONE && key->all)
            return for_all_teams(room, key, m);
        return key->run(room, m->team != NONE ? m->team : room_at(room, member)->look, m);
    }
    return WIRE_UNKNOWN_DO;
}
