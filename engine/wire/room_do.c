/* room_do.c - the room's front door: rights, rates, one input done and written, and what the clock does.
 * An input either happens, and then its line is in the log before anybody is told, or leaves no trace. */
#include "room_parts.h"

enum {
    MESSAGE = 1000, /* what one costs */
    BURST = 20 * MESSAGE,
    REFILL = 4, /* per millisecond: four messages a second */
    BOSS_BURST = 80 * MESSAGE,
    BOSS_REFILL = 20,
    STOPS = 3, /* silent stops of one person in ten minutes */
    STOPS_WITHIN_MS = 600000
};

/* --- what a message does ------------------------------------------------------------------------------------------ */

static handler *const handlers[DO_COUNT] = {
    [DO_choose] = say_command,
    [DO_pause] = say_command,
    [DO_wait] = say_command,
    [DO_observe] = say_command,
    [DO_help] = say_command,
    [DO_move] = say_command,
    [DO_handover] = say_command,
    [DO_withdraw] = say_command,
    [DO_assess] = say_command,
    [DO_pick] = say_command,
    [DO_timeout] = do_timeout,
    [DO_used] = do_used,
    [DO_rate] = do_rate,
    [DO_feel] = do_feel,
    [DO_vote] = do_vote,
    [DO_hint] = do_hint,
    [DO_board] = do_board,
    [DO_unboard] = do_unboard,
    [DO_brainstorm] = do_brainstorm,
    [DO_tag] = do_tag,
    [DO_seen] = do_seen,
    [DO_undo] = do_undo,
    [DO_sheet] = do_sheet,
    [DO_heard] = do_heard,
    [DO_told] = do_told,
    [DO_note] = do_note,
    [DO_keep] = do_keep_or_change,
    [DO_change] = do_keep_or_change,
    [DO_stop] = do_stop,
    [DO_leave] = do_leave,
    [DO_lang] = do_lang,
    [DO_start] = do_start,
    [DO_next] = do_next,
    [DO_freeze] = do_team_key,
    [DO_resume] = do_team_key,
    [DO_flag] = do_flag,
    [DO_inject] = do_team_key,
    [DO_rewind] = do_team_key,
    [DO_override] = do_team_key,
    [DO_open] = do_team_key,
    [DO_close] = do_team_key,
    [DO_reveal] = do_team_key,
    [DO_play] = do_team_key,
    [DO_decide] = do_team_key,
    [DO_discuss] = do_team_key,
    [DO_meter] = do_meter,
    [DO_role] = do_role,
    [DO_assign] = do_assign,
    [DO_lock] = do_setting,
    [DO_remove] = do_remove,
    [DO_extend] = do_extend,
    [DO_flow] = do_setting,
    [DO_votetime] = do_setting,
    [DO_look] = do_setting,
    [DO_reading] = do_setting,
    [DO_end] = do_team_key,
    [DO_show] = do_show,
    [DO_match] = do_match,
    [DO_again] = do_again,
    [DO_finish] = do_finish,
};

/* A talk that has come to its end in every team leads on by itself. */
static void go_on(struct wire_room *room)
{
    if (room->phase == ROOM_PLAY && all_over(room))
        clock_talk_over(room);
}

static bool is_mark(enum wire_do what)
{
    return what == DO_seen || what == DO_sheet || what == DO_note || what == DO_feel || what == DO_hint ||
           what == DO_board || what == DO_rate || what == DO_keep || what == DO_change;
}

/* One phone must not be able to fill the room's file, however patient it is. */
static bool has_said_too_much(const struct member *who, const struct wire_message *m)
{
    bool boss = who->roles & WIRE_ROLE(instructor), busy = boss || (who->roles & WIRE_ROLE(primary));
    if (m->what == DO_stop || m->what == DO_leave)
        return false;
    return who->said >= (busy ? SAID_MAX_BUSY : SAID_MAX) || (!boss && is_mark(m->what) && who->marked >= MARKED_MAX);
}

static const char *may_not(const struct wire_room *room, int member, const struct wire_message *m)
{
    if (room_is_gone(room, member))
        return WIRE_GONE;
    const struct member *who = room_at(room, member);
    if (!(who->roles & wire_do_roles(m->what)))
        return REFUSED_NOT_YOUR_RIGHT;
    if (room->phase == ROOM_CLOSED && m->what != DO_leave && m->what != DO_lang)
        return WIRE_NOT_THIS_PHASE;
    if (m->what != DO_role && m->team != NONE && m->team >= room->setup.teams)
        return WIRE_NO_SUCH_TEAM;
    if (has_said_too_much(who, m))
        return WIRE_SLOW_DOWN;
    return room->record_count >= RECORDS_MAX && !(who->roles & WIRE_ROLE(instructor)) ? WIRE_LOG_FULL : NULL;
}

const char *perform(struct wire_room *room, int member, const struct wire_message *m)
{
    const char *refused = may_not(room, member, m);
    if (!refused)
        refused = handlers[m->what](room, member, m);
    if (refused)
        return refused;
    if (m->what != DO_stop) { /* a silent stop is counted nowhere */
        room_at(room, member)->said++;
        room_at(room, member)->marked += is_mark(m->what);
    }
    go_on(room);
    return NULL;
}

bool perform_auto(struct wire_room *room, td_str what, int team)
{
    bool done = false;
    if (str_is(what, "open") && room->teams[team].vote.state == VOTE_READING) {
        vote_open(room, team);
        touch_team(room, team);
        done = true;
    }
    if (str_is(what, "close") && room->teams[team].vote.state == VOTE_OPEN) {
        vote_close(room, team);
        done = true;
    }
    if (str_is(what, "resume") && room->teams[team].frozen)
        done = resume_team(room, team) == NULL;
    if (str_is(what, "next") && room->phase == ROOM_PLAY)
        done = clock_next(room) == NULL;
    if (done)
        go_on(room);
    return done;
}

/* --- how fast ------------------------------------------------------------------------------------------------------- */

static bool take_rate(const struct wire_room *room, struct member *m)
{
    bool boss = m->roles & (WIRE_ROLE(instructor) | WIRE_ROLE(primary));
    int64_t burst = boss ? BOSS_BURST : BURST;
    int64_t left = m->rate_left + (room->now - m->rate_at) * (boss ? BOSS_REFILL : REFILL);
    if (left > burst || m->rate_at == 0)
        left = burst;
    m->rate_at = room->now > 0 ? room->now : 1;
    m->rate_left = (int32_t)left;
    if (left < MESSAGE)
        return false;
    m->rate_left -= MESSAGE;
    return true;
}

static bool take_stop(const struct wire_room *room, struct member *m)
{
    if (m->stops == 0 || room->now - m->stop_at > STOPS_WITHIN_MS) {
        m->stops = 0;
        m->stop_at = room->now;
    }
    return ++m->stops <= STOPS;
}

/* --- one input ---------------------------------------------------------------------------------------------------------- */

static void now_is(struct wire_room *room, int64_t now)
{
    if (now > room->now)
        room->now = now;
}

/* The lines of journals that an input brings, gathered while it is done. */
struct input {
    struct arena arena;
    struct writer brought;
};

static void begin_input(struct wire_room *room, struct input *input)
{
    arena_init(&input->arena, room->mem);
    writer_init(&input->brought, &input->arena);
    room->told = &input->brought;
}

static void end_input(struct wire_room *room, struct input *input)
{
    room->told = NULL;
    arena_finish(&input->arena);
}

static void by_itself(struct wire_room *room, const char *what, int team, struct writer *log)
{
    struct input input;
    begin_input(room, &input);
    if (perform_auto(room, str_of(what), team))
        log_auto(room, what, team, writer_str(&input.brought), log);
    end_input(room, &input);
}

static bool vote_is_due(const struct wire_room *room, int team)
{
    const struct team *t = &room->teams[team];
    return t->vote.state == VOTE_OPEN && !t->frozen && (room->now >= t->vote.ends || vote_is_in(room, team));
}

static bool reading_is_over(const struct wire_room *room, int team)
{
    const struct team *t = &room->teams[team];
    return t->vote.state == VOTE_READING && !t->frozen && room->now >= t->vote.ends;
}

static void follow_time(struct wire_room *room, struct writer *log)
{
    for (int team = 0; team < room->setup.teams; team++) {
        if (room->teams[team].frozen && room->now >= room->teams[team].frozen_ends)
            by_itself(room, "resume", team, log);
        if (reading_is_over(room, team))
            by_itself(room, "open", team, log);
        if (vote_is_due(room, team))
            by_itself(room, "close", team, log);
    }
    if (room->phase == ROOM_PLAY && clock_left(room) <= 0)
        by_itself(room, "next", 0, log);
}

static bool is_full(const struct wire_room *room)
{
    return room->logged >= WIRE_LOG_BYTES;
}

static const char *admit(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *who = room_at(room, member);
    if (is_full(room) && !(who->roles & WIRE_ROLE(instructor)))
        return WIRE_LOG_FULL;
    return m->what == DO_stop && !take_stop(room, who) ? WIRE_SLOW_DOWN : NULL;
}

static const char *do_message(struct wire_room *room, int member, const struct wire_message *m, struct writer *log)
{
    struct input input;
    const char *refused = admit(room, member, m);
    if (refused)
        return refused;
    begin_input(room, &input);
    refused = perform(room, member, m);
    if (!refused)
        log_say(room, member, m, writer_str(&input.brought), log);
    end_input(room, &input);
    if (!refused)
        follow_time(room, log);
    return refused;
}

bool room_do(struct wire_room *room, int64_t now, int member, const struct wire_message *message, struct writer *log,
             const char **reason)
{
    now_is(room, now);
    const char *refused = room_is_gone(room, member)                ? WIRE_GONE
                          : !take_rate(room, room_at(room, member)) ? WIRE_SLOW_DOWN
                                                                    : do_message(room, member, message, log);
    if (refused)
        *reason = refused;
    return !refused;
}

bool room_say(struct wire_room *room, int64_t now, int member, td_str bytes, struct writer *log, struct writer *reply)
{
    struct wire_message m = {.n = NONE};
    const char *refused = NULL;
    now_is(room, now);
    if (room_is_gone(room, member))
        refused = WIRE_GONE;
    else if (!take_rate(room, room_at(room, member)))
        refused = WIRE_SLOW_DOWN;
    else if (wire_message_read(room->mem, bytes, &m, &refused))
        refused = do_message(room, member, &m, log);
    wire_send_reply(reply, m.n, refused);
    return !refused;
}

/* --- coming and going ------------------------------------------------------------------------------------------------------ */

static void write_token(const uint8_t *entropy, char *ret)
{
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < WIRE_ENTROPY; i++) {
        ret[2 * i] = digits[entropy[i] >> 4];
        ret[2 * i + 1] = digits[entropy[i] & 15];
    }
}

bool room_join(struct wire_room *room, int64_t now, const struct wire_join *join, struct writer *log, int *ret_member,
               const char **reason)
{
    struct input input;
    char token[WIRE_TOKEN_BYTES];
    now_is(room, now);
    write_token(join->entropy, token);
    begin_input(room, &input);
    const char *refused =
        is_full(room) ? WIRE_LOG_FULL : join_member(room, join, (td_str){token, sizeof token}, ret_member);
    if (!refused)
        log_join(room, *ret_member, join, writer_str(&input.brought), log);
    end_input(room, &input);
    if (refused)
        *reason = refused;
    return !refused;
}

void room_here(struct wire_room *room, int64_t now, int member, bool here)
{
    now_is(room, now);
    if (room_is_gone(room, member) || room_at(room, member)->here == here)
        return;
    room_at(room, member)->here = here;
    touch_member(room, member);
    touch_console(room);
}

/* --- time ---------------------------------------------------------------------------------------------------------------------- */

void room_tick(struct wire_room *room, int64_t now, struct writer *log)
{
    now_is(room, now);
    follow_time(room, log);
}

int64_t room_due(const struct wire_room *room)
{
    int64_t due = INT64_MAX;
    for (int team = 0; team < room->setup.teams; team++) {
        const struct team *t = &room->teams[team];
        if (vote_is_due(room, team))
            return room->now;
        if (vote_holds(room, team) && !t->frozen && t->vote.ends < due)
            due = t->vote.ends;
        if (t->frozen && t->frozen_ends < due)
            due = t->frozen_ends;
    }
    /* A talk that stands still may yet be over, because the debrief needs the rest of the time. */
    if (room->phase == ROOM_PLAY && room->now + clock_left(room) < due)
        due = room->now + clock_left(room);
    return due < room->now ? room->now : due;
}
