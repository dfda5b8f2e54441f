/* room_marks.c - what is said beside the talk: hints, the board, taps, sheets, flags, notes, ratings.
 * All of it is a mark in the journal and a record here; none of it changes the person. */
#include "room_parts.h"

/* --- techniques -------------------------------------------------------------------------------------------- */

static const td_str beside_acts[] = {{"slow_down", 9}, {"step_back", 9}, {"good", 4}, {"missed", 6}, {"talk", 4}};

td_str technique_name(int technique)
{
    return technique < ACT_COUNT ? act_name((enum act)technique) : beside_acts[technique - ACT_COUNT];
}

int technique_find(td_str name)
{
    for (int i = 0; i < TECHNIQUE_COUNT; i++)
        if (str_eq(technique_name(i), name))
            return i;
    return NONE;
}

static bool may_be_hinted(int technique)
{
    return technique != NONE && technique <= HINT_STEP_BACK && technique != ACT_PROMISE && technique != ACT_THREAT;
}

static bool may_be_tapped(int technique)
{
    return technique != NONE && technique != HINT_SLOW_DOWN && technique != HINT_STEP_BACK;
}

/* --- marks in the journal ------------------------------------------------------------------------------------ */

struct mark_text {
    struct arena arena;
    struct writer w;
};

static struct writer *begin_mark(const struct wire_room *room, struct mark_text *mark, const char *kind)
{
    arena_init(&mark->arena, room->mem);
    writer_init(&mark->w, &mark->arena);
    w_text(&mark->w, kind);
    w_char(&mark->w, ' ');
    return &mark->w;
}

static const char *end_mark(struct wire_room *room, int team, enum seat seat, struct mark_text *mark)
{
    bool good = team_mark(room, team, seat, writer_str(&mark->w));
    arena_finish(&mark->arena);
    return good ? NULL : WIRE_LOG_FULL;
}

static td_str text_of(const struct wire_message *m)
{
    return (td_str){m->text, (size_t)m->text_len};
}

/* The seat under which somebody's free remarks stand. */
static enum seat seat_of(const struct wire_room *room, int member)
{
    unsigned roles = room_at(room, member)->roles;
    for (int seat = 0; seat < SEAT_COUNT; seat++)
        if (roles >> seat & 1)
            return (enum seat)seat;
    return SEAT_observer;
}

/* --- the coach ------------------------------------------------------------------------------------------------- */

const char *do_hint(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *coach = room_at(room, member);
    struct team *team = &room->teams[coach->team];
    int technique = *m->id ? technique_find(str_of(m->id)) : NONE;
    if (room->phase != ROOM_PLAY)
        return WIRE_NOT_THIS_PHASE;
    if (*m->id && !may_be_hinted(technique))
        return WIRE_BAD_FIELD;
    struct mark_text mark;
    w_json(begin_mark(room, &mark, "hint"), *m->id ? str_of(m->id) : text_of(m));
    const char *refused = end_mark(room, coach->team, SEAT_coach, &mark);
    if (refused)
        return refused;
    /* One at a time: a new one takes the place of one that was not used. */
    if (team->hint != NONE && room->records[team->hint].state == HINT_OPEN)
        room->records[team->hint].state = HINT_IGNORED;
    struct record *hint = room_record(room, RECORD_HINT, coach->team, member, text_of(m));
    hint->value = technique;
    team->hint = room->record_count - 1;
    touch_member(room, member);
    touch_member(room, role_holder(room, coach->team, SEAT_primary));
    touch_console(room);
    return NULL;
}

enum { BACKED_OFF_CM = 400 };

static bool follows(int technique, enum act act, const struct command *command)
{
    if (technique == HINT_SLOW_DOWN)
        return command->pace > 0;
    if (technique == HINT_STEP_BACK)
        return command->dist >= BACKED_OFF_CM; /* NONE: stood where they were */
    return technique == (int)act;
}

void hint_resolve(struct wire_room *room, int team, enum act act, const struct command *command)
{
    struct team *t = &room->teams[team];
    if (t->hint == NONE)
        return;
    struct record *hint = &room->records[t->hint];
    if (hint->state == HINT_OPEN)
        hint->state = hint->value != NONE && follows(hint->value, act, command) ? HINT_USED : HINT_IGNORED;
    t->hint = NONE;
}

const char *do_used(struct wire_room *room, int member, const struct wire_message *m)
{
    struct team *team = &room->teams[room_at(room, member)->team];
    if (team->hint == NONE || room->records[team->hint].state != HINT_OPEN)
        return WIRE_NO_SUCH_ENTRY;
    room->records[team->hint].state = m->on ? HINT_USED : HINT_IGNORED;
    touch_team(room, room_at(room, member)->team);
    return NULL;
}

/* --- the board ---------------------------------------------------------------------------------------------------- */

const char *do_board(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *keeper = room_at(room, member);
    struct team *team = &room->teams[keeper->team];
    if (room->phase < ROOM_BRIEF || room->phase > ROOM_FEEDBACK)
        return WIRE_NOT_THIS_PHASE;
    if (team->board_count >= BOARD_MAX)
        return WIRE_BOARD_FULL;
    struct mark_text mark;
    struct writer *w = begin_mark(room, &mark, "board");
    w_str(w, m->kind == FACT_fact ? TD_STR("heard") : fact_kind_names[m->kind]); /* `fact` would want an id */
    w_char(w, ' ');
    w_json(w, text_of(m));
    const char *refused = end_mark(room, keeper->team, SEAT_board, &mark);
    if (refused)
        return refused;
    room_record(room, RECORD_BOARD, keeper->team, member, text_of(m))->value = m->kind;
    team->board_count++;
    touch_team(room, keeper->team);
    return NULL;
}

/* An entry by its number on the wire: records are counted from 1. */
static struct record *find_entry(struct wire_room *room, int32_t entry, enum record_kind kind)
{
    struct record *record = entry >= 1 && entry <= room->record_count ? &room->records[entry - 1] : NULL;
    return record && record->kind == kind ? record : NULL;
}

const char *do_unboard(struct wire_room *room, int member, const struct wire_message *m)
{
    struct record *record = find_entry(room, m->entry, RECORD_BOARD);
    bool boss = has_role(room, member, SEAT_instructor);
    if (!record || record->state != 0 || (!boss && record->team != room_at(room, member)->team))
        return WIRE_NO_SUCH_ENTRY;
    record->state = 1;
    room->teams[record->team].board_count--;
    debrief_refill(room);
    touch_team(room, record->team);
    return NULL;
}

const char *do_match(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)member;
    struct record *record = find_entry(room, m->entry, RECORD_BOARD);
    int32_t fact = str_is(TD_STR("none"), m->id) ? MATCH_NOTHING : scenario_find_fact(room->scenario, str_of(m->id));
    if (!record)
        return WIRE_NO_SUCH_ENTRY;
    if (fact == NONE)
        return WIRE_BAD_FIELD;
    record->match = fact;
    debrief_refill(room);
    touch_all(room);
    return NULL;
}

/* --- observers ------------------------------------------------------------------------------------------------------ */

const char *do_seen(struct wire_room *room, int member, const struct wire_message *m)
{
    int technique = technique_find(str_of(m->id));
    if (room->phase != ROOM_PLAY && room->phase != ROOM_FEEDBACK)
        return WIRE_NOT_THIS_PHASE;
    if (!may_be_tapped(technique))
        return WIRE_BAD_FIELD;
    room_record(room, RECORD_TAP, room_at(room, member)->team, member, TD_STR(""))->value = technique;
    touch_member(room, member);
    touch_console(room);
    return NULL;
}

/* Only the last one, and not for long. */
const char *do_undo(struct wire_room *room, int member, const struct wire_message *m)
{
    (void)m;
    for (int i = room->record_count - 1; i >= 0; i--) {
        struct record *tap = &room->records[i];
        if (tap->kind != RECORD_TAP || tap->member != member)
            continue;
        if (tap->state != TAP_PENDING || room->now - tap->at > UNDO_MS)
            return WIRE_NOTHING_TO_UNDO;
        tap->state = TAP_UNDONE;
        touch_member(room, member);
        touch_console(room);
        return NULL;
    }
    return WIRE_NOTHING_TO_UNDO;
}

const char *do_sheet(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *observer = room_at(room, member);
    struct mark_text mark;
    if (room->phase < ROOM_PLAY || room->phase > ROOM_DEBRIEF)
        return WIRE_NOT_THIS_PHASE;
    struct writer *w = begin_mark(room, &mark, "sheet");
    w_str(w, sheet_item_names[m->kind]);
    w_char(w, ' ');
    w_int(w, m->number);
    if (m->text_len > 0) {
        w_char(w, ' ');
        w_json(w, text_of(m));
    }
    const char *refused = end_mark(room, observer->team, SEAT_observer, &mark);
    if (refused)
        return refused;
    struct record *record = room_record(room, RECORD_SHEET, observer->team, member, text_of(m));
    record->value = m->kind;
    record->score = m->number;
    observer->sheet[m->kind] = (struct sheet_entry){(int8_t)m->number, record->text};
    touch_member(room, member);
    touch_console(room);
    return NULL;
}

/* --- what whoever plays the person has told --------------------------------------------------------------- */

int32_t told_record(const struct wire_room *room, int team, int32_t fact)
{
    for (int i = room->record_count - 1; i >= 0; i--) {
        const struct record *r = &room->records[i];
        if (r->kind == RECORD_TOLD && r->team == team && r->value == fact && r->state == 0)
            return i;
    }
    return NONE;
}

bool team_knows(const struct wire_room *room, int team, int32_t fact)
{
    return memory_has(&room_session(room, team)->state->known, fact) || told_record(room, team, fact) != NONE;
}

void told_rewind(struct wire_room *room, int team, int32_t number)
{
    for (int i = 0; i < room->record_count; i++) {
        struct record *r = &room->records[i];
        if (r->kind == RECORD_TOLD && r->team == team && r->number >= number)
            r->state = 1;
    }
}

const char *do_told(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = talks_with(room, member);
    int32_t fact = scenario_find_fact(room->scenario, str_of(m->id));
    const char *refused = hears_for(room, member);
    if (refused)
        return refused;
    if (fact == NONE)
        return WIRE_BAD_FIELD;
    int32_t told = told_record(room, team, fact);
    if ((told != NONE) == (m->on != 0))
        return told != NONE ? REFUSED_ALREADY_DONE : WIRE_NOTHING_TO_UNDO;
    if (told != NONE) {
        room->records[told].state = 1;
    } else {
        struct mark_text mark;
        w_str(begin_mark(room, &mark, "told"), str_of(m->id));
        refused = end_mark(room, team, SEAT_role_player, &mark);
        if (refused)
            return refused;
        room_record(room, RECORD_TOLD, team, member, TD_STR(""))->value = fact;
    }
    touch_team(room, team);
    return NULL;
}

/* --- everybody --------------------------------------------------------------------------------------------------------- */

const char *do_note(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = room_at(room, member)->team;
    struct mark_text mark;
    w_json(begin_mark(room, &mark, "note"), text_of(m));
    const char *refused = end_mark(room, team, seat_of(room, member), &mark);
    if (refused)
        return refused;
    room_record(room, RECORD_NOTE, team, member, text_of(m));
    touch_member(room, member);
    touch_console(room);
    return NULL;
}

const char *do_feel(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = room_at(room, member)->team;
    struct mark_text mark;
    w_int(begin_mark(room, &mark, "feel"), m->number);
    const char *refused = end_mark(room, team, seat_of(room, member), &mark);
    if (refused)
        return refused;
    room_record(room, RECORD_FEEL, team, member, TD_STR(""))->score = m->number;
    touch_member(room, member);
    touch_console(room);
    return NULL;
}

static bool is_dimension(td_str name)
{
    for (int i = 0; i < DIM_COUNT; i++)
        if (str_is(name, dimension_name((enum dimension)i)))
            return true;
    return false;
}

const char *do_rate(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = room_at(room, member)->team;
    struct mark_text mark;
    if (room->phase != ROOM_DEBRIEF && room->phase != ROOM_FEEDBACK)
        return WIRE_NOT_THIS_PHASE;
    if (!is_dimension(str_of(m->id)))
        return WIRE_BAD_FIELD;
    struct writer *w = begin_mark(room, &mark, "rate");
    w_text(w, m->id);
    w_char(w, ' ');
    w_int(w, m->number);
    const char *refused = end_mark(room, team, SEAT_primary, &mark);
    if (refused)
        return refused;
    room_record(room, RECORD_RATE, team, member, str_of(m->id))->score = m->number;
    touch_all(room);
    return NULL;
}

/* One of each from everybody; a second one takes the place of the first. */
const char *do_keep_or_change(struct wire_room *room, int member, const struct wire_message *m)
{
    struct member *who = room_at(room, member);
    bool keep = m->what == DO_keep;
    if (room->phase != ROOM_DEBRIEF && room->phase != ROOM_FEEDBACK)
        return WIRE_NOT_THIS_PHASE;
    struct record *record = room_record(room, keep ? RECORD_KEEP : RECORD_CHANGE, who->team, member, text_of(m));
    *(keep ? &who->keep : &who->change) = record->text;
    touch_member(room, member);
    touch_console(room);
    return NULL;
}

/* --- the instructor's flag ------------------------------------------------------------------------------------------------ */

/* One key first, the label second: with an entry it is the label of a flag that stands. */
const char *do_flag(struct wire_room *room, int member, const struct wire_message *m)
{
    int team = m->team != NONE ? m->team : room_at(room, member)->look;
    struct mark_text mark;
    if (m->entry != NONE) {
        struct record *flag = find_entry(room, m->entry, RECORD_FLAG);
        if (!flag)
            return WIRE_NO_SUCH_ENTRY;
        flag->text = arena_copy(&room->arena, text_of(m));
        touch_console(room);
        return NULL;
    }
    struct writer *w = begin_mark(room, &mark, "flag");
    if (m->text_len > 0)
        w_json(w, text_of(m));
    else
        w->len--; /* no blank before nothing */
    const char *refused = end_mark(room, team, SEAT_instructor, &mark);
    if (refused)
        return refused;
    room_record(room, RECORD_FLAG, team, member, text_of(m));
    touch_console(room);
    return NULL;
}
