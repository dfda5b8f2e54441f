/* room_clock.c - the clocks of the presets: how long each part of a session may take.
 * The talk is shortened before the debrief is: what is learnt, is learnt there.  Only the end of a talk
 * comes by itself; everywhere else the instructor goes on, and what that takes longer comes off the talk. */
#include "room_parts.h"

/* clang-format off */
const struct segments preset_segments[PRESET_COUNT] = {
    [PRESET_back_to_back] = {{{ROOM_BRIEF, 2, 1},
                              {ROOM_PLAY, 4, 2}, {ROOM_FEEDBACK, 3, 2},
                              {ROOM_PLAY, 4, 2}, {ROOM_FEEDBACK, 3, 2},
                              {ROOM_PLAY, 4, 2}, {ROOM_FEEDBACK, 3, 2},
                              {ROOM_DEBRIEF, 4, 2}}, 8},
    [PRESET_team_table] = {{{ROOM_BRIEF, 5, 2}, {ROOM_PLAY, 20, 8}, {ROOM_DEBRIEF, 30, 20}}, 3},
    [PRESET_fishbowl] = {{{ROOM_BRIEF, 5, 2}, {ROOM_PLAY, 10, 4}, {ROOM_PAUSE, 5, 2}, {ROOM_PLAY, 10, 4},
                          {ROOM_DEBRIEF, 30, 20}}, 5},
    [PRESET_class_vote] = {{{ROOM_BRIEF, 5, 2}, {ROOM_PLAY, 20, 8}, {ROOM_DEBRIEF, 25, 20}}, 3},
    [PRESET_several_teams] = {{{ROOM_BRIEF, 5, 2}, {ROOM_PLAY, 55, 20}, {ROOM_DEBRIEF, 30, 20}}, 3},
};
/* clang-format on */

static int64_t minutes_ms(int32_t minutes)
{
    return (int64_t)minutes * 60000;
}

/* --- the plan ------------------------------------------------------------------------------------------------ */

static int32_t whole(const struct segments *plan)
{
    int32_t sum = 0;
    for (int i = 0; i < plan->count; i++)
        sum += plan->item[i].minutes;
    return sum;
}

/* Takes minutes off the segments of one kind, from the longest first, none below its least (or below
 * `floor`).  Returns what could not be taken. */
static int32_t take_off(struct segments *plan, enum wire_phase phase, int32_t minutes, bool below_least)
{
    while (minutes > 0) {
        int longest = NONE;
        for (int i = 0; i < plan->count; i++) {
            const struct segment *s = &plan->item[i];
            bool can = s->phase == phase && s->minutes > (below_least ? 1 : s->least);
            if (can && (longest == NONE || s->minutes > plan->item[longest].minutes))
                longest = i;
        }
        if (longest == NONE)
            break;
        plan->item[longest].minutes--;
        minutes--;
    }
    return minutes;
}

void room_plan(enum wire_preset preset, int32_t minutes, struct segments *ret)
{
    struct segments plan = preset_segments[preset];
    int32_t missing = minutes > 0 ? whole(&plan) - minutes : 0;
    static const enum wire_phase first_to_give[] = {ROOM_PLAY, ROOM_PAUSE, ROOM_BRIEF, ROOM_FEEDBACK, ROOM_DEBRIEF};
    for (size_t i = 0; i < sizeof first_to_give / sizeof first_to_give[0] && missing > 0; i++)
        missing = take_off(&plan, first_to_give[i], missing, false);
    for (size_t i = 0; i < sizeof first_to_give / sizeof first_to_give[0] && missing > 0; i++)
        missing = take_off(&plan, first_to_give[i], missing, true);
    /* Time to spare goes to the talks, in turn. */
    for (int i = 0; missing < 0; i = (i + 1) % plan.count) {
        if (plan.item[i].phase != ROOM_PLAY)
            continue;
        plan.item[i].minutes++;
        missing++;
    }
    *ret = plan;
}

/* --- how much is left ------------------------------------------------------------------------------------------ */

static int64_t used_by_now(const struct wire_room *room)
{
    const struct room_clock *clock = &room->clock;
    return clock->used + (clock->since != INT64_MIN ? room->now - clock->since : 0);
}

/* What the segments behind this one need at least: a talk its least, everything else all of it. */
static int64_t needed_later(const struct wire_room *room)
{
    int64_t sum = 0;
    for (int i = room->clock.index + 1; i < room->clock.plan.count; i++) {
        const struct segment *s = &room->clock.plan.item[i];
        sum += minutes_ms(s->phase == ROOM_PLAY && s->least < s->minutes ? s->least : s->minutes);
    }
    return sum;
}

static int64_t until_others_suffer(const struct wire_room *room)
{
    return room->clock.end - needed_later(room) - room->now;
}

int64_t clock_left(const struct wire_room *room)
{
    if (room->clock.index == NONE)
        return 0;
    const struct segment *now = &room->clock.plan.item[room->clock.index];
    int64_t left = minutes_ms(now->minutes) - used_by_now(room);
    if (now->phase != ROOM_PLAY)
        return left;
    int64_t bound = until_others_suffer(room), least = minutes_ms(now->least) - used_by_now(room);
    if (bound < least)
        bound = least; /* shorter than this is no talk: now the debrief gives */
    return left < bound ? left : bound;
}

/* --- standing and running --------------------------------------------------------------------------------------- */

static bool all_stand_still(const struct wire_room *room)
{
    for (int i = 0; i < room->setup.teams; i++)
        if (!room->teams[i].frozen && !team_over(room, i))
            return false;
    return true;
}

void clock_follow(struct wire_room *room)
{
    struct room_clock *clock = &room->clock;
    bool runs =
        clock->index != NONE && room->phase != ROOM_CLOSED && !(room->phase == ROOM_PLAY && all_stand_still(room));
    if (runs && clock->since == INT64_MIN)
        clock->since = room->now;
    if (!runs && clock->since != INT64_MIN) {
        clock->used = used_by_now(room);
        clock->since = INT64_MIN;
    }
}

/* --- from one segment to the next --------------------------------------------------------------------------------- */

/* The next round of back-to-back: everybody moves on a seat, the sheets are blank, and the story starts again. */
static void begin_round(struct wire_room *room, int team)
{
    if (room->setup.preset == PRESET_back_to_back && play_count(room->teams[team].play) > 0) {
        roles_rotate(room, team);
        rewind_team(room, team, 1);
        for (int i = 0; i < room->member_count; i++)
            if (room->members[i]->team == team)
                memset(room->members[i]->sheet, 0, sizeof room->members[i]->sheet);
    }
    team_begins(room, team);
}

static void end_talk(struct wire_room *room, int team)
{
    vote_close(room, team);
    if (room_session(room, team)->state->phase == PHASE_TALK)
        team_command(room, team, SEAT_instructor, VERB_end);
    taps_to_journal(room, team, play_count(room->teams[team].play));
}

static void end_round(struct wire_room *room, int team)
{
    struct team *t = &room->teams[team];
    if (t->round_count < ROUNDS_MAX)
        t->rounds[t->round_count++] = play_attempt(t->play);
}

static void stand_still(struct wire_room *room, int team)
{
    if (!room->teams[team].frozen && !team_over(room, team))
        freeze_team(room, team, FROZEN_PAUSE, INT64_MAX);
}

static void enter(struct wire_room *room, int index)
{
    struct room_clock *clock = &room->clock;
    clock->index = index;
    clock->used = 0;
    clock->since = room->now;
    room->phase = clock->plan.item[index].phase;
    for (int team = 0; team < room->setup.teams; team++) {
        switch (room->phase) {
        case ROOM_PLAY: begin_round(room, team); break;
        case ROOM_PAUSE: stand_still(room, team); break;
        case ROOM_FEEDBACK:
            end_talk(room, team);
            end_round(room, team);
            break;
        case ROOM_DEBRIEF: end_talk(room, team); break;
        case ROOM_LOBBY:
        case ROOM_BRIEF:
        case ROOM_CLOSED: break;
        }
    }
    room->page = room->page_seen = PAGE_settle;
    room->projected = 0;
    if (room->phase == ROOM_DEBRIEF)
        debrief_open(room);
    clock_follow(room);
    touch_all(room);
}

void clock_start(struct wire_room *room)
{
    room_plan(room->setup.preset, room->setup.minutes, &room->clock.plan);
    room->clock.end = room->now + minutes_ms(whole(&room->clock.plan));
    enter(room, 0);
}

const char *clock_next(struct wire_room *room)
{
    if (room->phase == ROOM_LOBBY || room->phase == ROOM_CLOSED || room->clock.index + 1 >= room->clock.plan.count)
        return WIRE_NOT_THIS_PHASE;
    enter(room, room->clock.index + 1);
    return NULL;
}

void clock_talk_over(struct wire_room *room)
{
    int index = room->clock.index + 1;
    while (index < room->clock.plan.count - 1 && room->clock.plan.item[index].phase != ROOM_FEEDBACK)
        index++;
    enter(room, index);
}

const char *clock_extend(struct wire_room *room, int32_t minutes, bool anyway)
{
    if (room->phase != ROOM_PLAY)
        return WIRE_NOT_THIS_PHASE;
    int64_t more = minutes_ms(minutes), beyond = clock_left(room) + more - until_others_suffer(room);
    if (beyond > 0 && !anyway)
        return WIRE_DEBRIEF_NEEDS_IT;
    if (beyond > 0)
        room->clock.end += beyond;
    room->clock.plan.item[room->clock.index].minutes += minutes;
    touch_all(room);
    return NULL;
}

/* --- once more ------------------------------------------------------------------------------------------------------- */

/* The first part in which people talk, or the one that is on or was last; every plan has one. */
static int talk_segment(const struct room_clock *clock, bool first)
{
    int found = 0, count = 0;
    for (int i = 0; i < clock->plan.count; i++)
        if (clock->plan.item[i].phase == ROOM_PLAY && (count == 0 || (!first && i <= clock->index))) {
            found = i;
            count++;
        }
    return found;
}

void clock_reopen(struct wire_room *room, bool anew)
{
    struct room_clock *clock = &room->clock;
    int index = talk_segment(clock, anew);
    debrief_close(room);
    struct segment *talk = &clock->plan.item[index];
    clock->index = index;
    clock->used = 0;
    clock->since = room->now;
    if (!anew)
        talk->minutes = talk->least;
    clock->end = room->now + minutes_ms(talk->minutes) + needed_later(room);
    room->phase = ROOM_PLAY;
}

const char *clock_again(struct wire_room *room)
{
    if (room->phase != ROOM_DEBRIEF)
        return WIRE_NOT_THIS_PHASE;
    clock_reopen(room, true);
    for (int team = 0; team < room->setup.teams; team++) {
        const char *refused = rewind_team(room, team, 1);
        if (refused)
            return refused;
        team_begins(room, team);
    }
    clock_follow(room);
    touch_all(room);
    return NULL;
}
