/* room_play.c - where the room meets the plays: commands of seats, what follows from each, freezing.
 * Every command goes through the play's own door (written, read, applied), so the journal of a team is an
 * ordinary play. */
#include "room_parts.h"

static bool is_over(const td_session *session)
{
    return session->state->phase == PHASE_OVER;
}

bool team_decides(enum verb verb)
{
    return verb == VERB_choose || verb == VERB_pause || verb == VERB_help || verb == VERB_override ||
           verb == VERB_heard;
}

bool team_over(const struct wire_room *room, int team)
{
    return is_over(room_session(room, team));
}

bool all_over(const struct wire_room *room)
{
    for (int i = 0; i < room->setup.teams; i++)
        if (!team_over(room, i))
            return false;
    return true;
}

/* --- lines of the journal ------------------------------------------------------------------------------ */

/* To the journal, and with the team's number before it to the lines that this input brings. */
static void keep_line(struct wire_room *room, int team, td_str line)
{
    pile_add(room->mem, &room->teams[team].journal, line);
    w_char(room->told, 'j');
    w_int(room->told, team);
    w_char(room->told, ' ');
    w_str(room->told, line);
}

bool team_mark(struct wire_room *room, int team, enum seat seat, td_str kind_and_rest)
{
    struct arena arena;
    struct writer w;
    if (room->teams[team].marks >= LIMIT_JOURNAL_MARKS)
        return false;
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    bool good = play_mark(room->teams[team].play, seat, kind_and_rest, &w) == TD_OK;
    if (good)
        keep_line(room, team, writer_str(&w));
    room->teams[team].marks += good;
    arena_finish(&arena);
    return good;
}

static void tap_to_journal(struct wire_room *room, struct record *tap)
{
    struct arena arena;
    struct writer w;
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    w_text(&w, "seen ");
    w_str(&w, technique_name(tap->value));
    team_mark(room, tap->team, SEAT_observer, writer_str(&w));
    tap->state = TAP_KEPT;
    arena_finish(&arena);
}

/* What observers tapped can be taken back for a while; as the talk goes on from this command it becomes a
 * mark. */
void taps_to_journal(struct wire_room *room, int team, int32_t number)
{
    int first = room->record_count;
    while (first > 0 && (room->records[first - 1].team != team || room->records[first - 1].number >= number))
        first--;
    for (int i = first; i < room->record_count; i++) {
        struct record *tap = &room->records[i];
        if (tap->kind == RECORD_TAP && tap->team == team && tap->state == TAP_PENDING)
            tap_to_journal(room, tap);
    }
}

/* --- after a command -------------------------------------------------------------------------------------- */

static void after_exchange(struct wire_room *room, int team, const struct command *command)
{
    struct team *t = &room->teams[team];
    const struct state *state = room_session(room, team)->state;
    if (command->verb == VERB_choose || command->verb == VERB_override)
        t->said = scenario_find_choice(room->scenario, str_of(command->id));
    if (command->verb == VERB_pause)
        t->said = ACTION_PAUSE;
    if (command->verb == VERB_help || command->verb == VERB_heard || command->verb == VERB_rewind)
        t->said = SAID_NOTHING;
    if (state->last_act != NONE &&
        (command->verb == VERB_choose || command->verb == VERB_pause || command->verb == VERB_heard))
        hint_resolve(room, team, (enum act)state->last_act, command);
}

static bool goes_on(enum verb verb)
{
    return verb != VERB_freeze && verb != VERB_resume && verb != VERB_pick && verb != VERB_assess;
}

static void after_command(struct wire_room *room, int team, const struct command *command)
{
    struct team *t = &room->teams[team];
    const struct state *state = room_session(room, team)->state;
    if (command->verb != VERB_freeze && command->verb != VERB_resume && command->verb != VERB_inject)
        t->typed = NONE;
    if (command->verb == VERB_rewind || goes_on(command->verb))
        t->shown = state->happened;
    after_exchange(room, team, command);
    vote_follow(room, team);
    bool stops = room->setup.flow == FLOW_STOP_AND_DISCUSS && goes_on(command->verb) && state->happened.entered &&
                 state->phase == PHASE_TALK && (state->discuss || state->scene_break);
    if (stops && !t->frozen)
        freeze_team(room, team, FROZEN_DISCUSS, INT64_MAX);
    touch_team(room, team);
}

const char *team_apply(struct wire_room *room, int team, const struct command *command)
{
    struct team *t = &room->teams[team];
    struct arena arena;
    struct writer w;
    const char *reason = WIRE_BAD_FIELD;
    arena_init(&arena, room->mem);
    writer_init(&w, &arena);
    int32_t before = play_count(t->play), was = session_agitation(room_session(room, team));
    td_status status = play_apply(t->play, command, &w, &reason);
    if (status == TD_OK) {
        taps_to_journal(room, team, before);
        keep_line(room, team, writer_str(&w));
    }
    arena_finish(&arena);
    if (status == TD_E_LIMIT)
        return WIRE_LOG_FULL;
    if (status != TD_OK)
        return reason;
    if (command->verb == VERB_rewind || team_decides(command->verb))
        t->was = command->verb == VERB_rewind ? NONE : was;
    if (team_decides(command->verb))
        t->back = NONE;
    after_command(room, team, command);
    return NULL;
}

const char *team_command(struct wire_room *room, int team, enum seat seat, enum verb verb)
{
    struct command command = command_empty(seat, verb);
    return team_apply(room, team, &command);
}

/* --- freezing ----------------------------------------------------------------------------------------------- */

/* The seat is the instructor's whoever asked: a silent stop has no name. */
const char *freeze_team(struct wire_room *room, int team, enum frozen_why why, int64_t ends)
{
    struct team *t = &room->teams[team];
    const char *refused = team_command(room, team, SEAT_instructor, VERB_freeze);
    if (refused)
        return refused;
    t->frozen = why;
    t->frozen_ends = ends;
    vote_stands(room, team);
    clock_follow(room);
    return NULL;
}

const char *resume_team(struct wire_room *room, int team)
{
    struct team *t = &room->teams[team];
    const char *refused = team_command(room, team, SEAT_instructor, VERB_resume);
    if (refused)
        return refused;
    t->frozen = FROZEN_NOT;
    t->frozen_ends = INT64_MAX;
    t->stopped = false;
    vote_goes_on(room, team);
    clock_follow(room);
    return NULL;
}

/* --- going back --------------------------------------------------------------------------------------------- */

/* What was said last on the way that led here: it stands on the wall again, and what was answered to it. */
static int32_t said_before(const struct wire_room *room, int team)
{
    const struct play *play = room->teams[team].play;
    int32_t *path = room->mem->resize(room->mem->context, NULL, sizeof *path * ((size_t)play_count(play) + 1));
    int32_t said = SAID_NOTHING;
    for (int i = play_path(play, path) - 1; i >= 0; i--) {
        const struct command *command = &play_entry(play, path[i])->command;
        if (!team_decides(command->verb))
            continue;
        if (command->verb == VERB_choose || command->verb == VERB_override)
            said = scenario_find_choice(room->scenario, str_of(command->id));
        else if (command->verb == VERB_pause)
            said = ACTION_PAUSE;
        break;
    }
    room->mem->resize(room->mem->context, path, 0);
    return said;
}

const char *rewind_team(struct wire_room *room, int team, int32_t number)
{
    struct team *t = &room->teams[team];
    struct command command = command_empty(SEAT_instructor, VERB_rewind);
    command.number = number;
    const char *refused = team_apply(room, team, &command);
    if (refused)
        return refused;
    told_rewind(room, team, number);
    bool frozen = room_session(room, team)->state->frozen;
    t->frozen = frozen ? FROZEN_PAUSE : FROZEN_NOT;
    t->frozen_ends = INT64_MAX;
    t->stopped = false;
    t->hint = t->typed = NONE;
    t->said = said_before(room, team);
    t->timeouts = TIMEOUTS;
    t->brainstorms = BRAINSTORMS;
    vote_drop(room, team);
    vote_follow(room, team);
    clock_follow(room);
    return NULL;
}

void team_begins(struct wire_room *room, int team)
{
    if (room_session(room, team)->state->phase == PHASE_OVER)
        return;
    if (room_session(room, team)->state->frozen)
        resume_team(room, team);
    if (room_session(room, team)->state->phase == PHASE_BRIEFING)
        team_command(room, team, SEAT_instructor, VERB_begin);
    vote_follow(room, team);
}

/* --- the messages that are commands ------------------------------------------------------------------------- */

static void fill_ids(const struct wire_message *m, struct command *command)
{
    command->id_count = m->id_count == NONE ? 0 : m->id_count;
    memcpy(command->ids, m->ids, sizeof command->ids);
}

static struct command as_command(const struct wire_message *m, enum seat seat, enum verb verb)
{
    struct command c = command_empty(seat, verb);
    memcpy(c.id, m->id, sizeof c.id);
    if (verb == VERB_pick || verb == VERB_assess)
        fill_ids(m, &c);
    if (m->number != NONE || verb == VERB_pause)
        c.number = m->number != NONE ? m->number : PAUSE_MS;
    if (m->kind != NONE)
        c.kind = m->kind;
    if (m->items != NONE)
        c.kind = m->items;
    if (m->sure != NONE)
        c.sure = m->sure;
    if (m->dist != NONE)
        c.dist = m->dist;
    if (m->after != NONE)
        c.after = m->after;
    c.tone = m->tone;
    c.pace = m->pace;
    c.threat = m->threat == 1;
    return c;
}

static const struct {
    enum wire_do what;
    enum verb verb;
} verbs[] = {
    {DO_choose, VERB_choose}, {DO_pause, VERB_pause}, {DO_wait, VERB_wait},         {DO_observe, VERB_observe},
    {DO_help, VERB_help},     {DO_move, VERB_move},   {DO_handover, VERB_handover}, {DO_withdraw, VERB_withdraw},
    {DO_assess, VERB_assess}, {DO_pick, VERB_pick},
};

const char *say_command(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = room_at(room, member)->team;
    enum seat seat = has_role(room, member, SEAT_primary) ? SEAT_primary : SEAT_leader;
    if (room->phase != (m->what == DO_pick ? ROOM_BRIEF : ROOM_PLAY))
        return WIRE_NOT_THIS_PHASE;
    bool speaks = m->what == DO_choose || m->what == DO_pause;
    if (speaks && room->setup.human)
        return REFUSED_NOT_OFFERED; /* they speak for themselves */
    if (speaks && vote_holds(room, team))
        return WIRE_VOTE_FIRST;
    for (size_t i = 0; i < sizeof verbs / sizeof verbs[0]; i++) {
        if (verbs[i].what != m->what)
            continue;
        struct command command = as_command(m, seat, verbs[i].verb);
        return team_apply(room, team, &command);
    }
    return WIRE_UNKNOWN_DO;
}

/* --- a person played by a person --------------------------------------------------------------------------------- */

int talks_with(const struct wire_room *room, int member)
{
    const struct member *who = room_at(room, member);
    return (who->roles & WIRE_ROLE(instructor)) ? who->look : who->team;
}

const char *hears_for(const struct wire_room *room, int member)
{
    const struct member *who = room_at(room, member);
    bool may = (who->roles & (WIRE_ROLE(role_player) | WIRE_ROLE(instructor))) || who->assistant;
    if (!room->setup.human)
        return WIRE_NOT_HUMAN;
    if (!may)
        return REFUSED_NOT_YOUR_RIGHT;
    return room->phase == ROOM_PLAY ? NULL : WIRE_NOT_THIS_PHASE;
}

static enum seat seat_that_heard(const struct member *who)
{
    if (who->roles & WIRE_ROLE(instructor))
        return SEAT_instructor;
    return (who->roles & WIRE_ROLE(role_player)) != 0 ? SEAT_role_player : SEAT_observer;
}

/* What the primary said aloud goes to the model as the technique that it was, not as a line which somebody
 * else wrote. */
const char *do_heard(struct wire_room *room, int member, const struct wire_message *m)
{
    enum { USUAL_QUALITY = 800 };
    int technique = technique_find(str_of(m->id)), team = talks_with(room, member);
    const char *refused = hears_for(room, member);
    if (refused)
        return refused;
    if (technique == NONE || technique >= ACT_COUNT)
        return WIRE_BAD_FIELD;
    struct command command = command_empty(seat_that_heard(room_at(room, member)), VERB_heard);
    command.kind = technique;
    command.number = m->q == NONE ? USUAL_QUALITY : m->q;
    command.tone = m->tone;
    return team_apply(room, team, &command);
}
