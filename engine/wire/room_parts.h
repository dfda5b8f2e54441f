/* room_parts.h - what a room is made of, as its files share it.  Inside this module only.
 *
 * A room changes only by what is in its log: people join, say messages, and the clock does a few things by
 * itself ("auto").  Each of these is done by a function that depends on the room and its arguments alone, so
 * that reading the log again gives the same room.  Who is connected, and how fast somebody talks, is not
 * in the log: it may decide whether something happens, and then that it happened is written. */
#ifndef TD_WIRE_ROOM_PARTS_H
#define TD_WIRE_ROOM_PARTS_H

#include "message_shape.h"
#include "wire_room.h"

enum {
    RECORDS_MAX = 100000,
    BOARD_MAX = 200, /* entries of one team */
    TIMEOUTS = 2,
    TIMEOUT_MS = 60000,
    BRAINSTORMS = 3,
    UNDO_MS = 10000,
    SEGMENTS_MAX = 8,
    ROUNDS_MAX = 12,
    TEXT_REASON = 80,
    SAID_MAX = 4000, /* messages of one person; of who speaks or leads, and of marks among them */
    SAID_MAX_BUSY = 40000,
    MARKED_MAX = 600,
    REVOTES_MAX = 12,
};

/* --- what is remembered beside the play, for views and the debrief ------------------------------ */

enum record_kind {
    RECORD_VOTE,  /* value: choice index; text: reason.  Made when the vote closes */
    RECORD_HINT,  /* value: act, or a HINT_; text: the words */
    RECORD_BOARD, /* value: fact_kind; text */
    RECORD_TAP,   /* value: act, or a TAP_; made when it is too late to take it back */
    RECORD_SHEET, /* value: item, score; text: evidence */
    RECORD_FLAG,  /* text: label */
    RECORD_NOTE,
    RECORD_RATE,   /* text: dimension; score */
    RECORD_FEEL,   /* score */
    RECORD_KEEP,   /* text */
    RECORD_CHANGE, /* text */
    RECORD_INJECT, /* a typed card: value: typed_effect; text */
    RECORD_TAG,    /* value: the new member; score: percent */
    RECORD_TOLD    /* value: fact; state: 1 = taken back, or left by a rewind */
};
/* Beside the acts: what a coach may say, and what an observer may tap. */
enum { HINT_SLOW_DOWN = ACT_COUNT, HINT_STEP_BACK, TAP_GOOD, TAP_MISSED, TAP_TALK, TECHNIQUE_COUNT };
enum hint_fate { HINT_OPEN, HINT_USED, HINT_IGNORED };

struct record {
    enum record_kind kind;
    int32_t team, member; /* who; NONE: nobody's business */
    int32_t number;       /* of the command it stands behind */
    int32_t attempt;
    int64_t story_ms, at; /* story time; room time */
    int32_t value, score;
    int32_t state; /* hint: enum hint_fate; board: 1 = struck out; tap: 1 = in the journal, 2 = taken back */
    int32_t match; /* board: the fact it means, NONE: not said, MATCH_NOTHING */
    td_str text;   /* in the room's arena */
};
enum { MATCH_NOTHING = -2, TAP_PENDING = 0, TAP_KEPT = 1, TAP_UNDONE = 2 };

/* --- people -------------------------------------------------------------------------------------- */

struct sheet_entry {
    int8_t score; /* 0: not yet */
    td_str text;
};

struct member {
    char name[WIRE_NAME_BYTES + 1], token[WIRE_TOKEN_BYTES + 1];
    bool gone, assistant;
    int lang;
    unsigned roles;
    int watch; /* enum watch; NONE */
    int team;
    int look;     /* instructor: the team looked at */
    int32_t vote; /* choice index in the vote that is open; NONE */
    char reason[TEXT_REASON + 1];
    struct sheet_entry sheet[ITEM_COUNT];
    td_str keep, change;
    int32_t said, marked, revoted; /* messages done, marks of them, changes of mind in this vote: all bounded */
    uint32_t serial;
    /* Not in the log. */
    bool here;
    int64_t rate_at;
    int32_t rate_left; /* thousandths of a message */
    int64_t stop_at;
    int32_t stops;
};

struct review; /* group_debrief.h */

/* --- teams --------------------------------------------------------------------------------------- */

enum { SAID_NOTHING = -2 }; /* that anybody could read: help was called, a technique was heard */
/* Reading: the lines stand there to be read, and nobody can vote yet. */
enum vote_state { VOTE_NONE, VOTE_READING, VOTE_OPEN, VOTE_CLOSED, VOTE_REVEALED };
enum frozen_why { FROZEN_NOT, FROZEN_PAUSE, FROZEN_TIMEOUT, FROZEN_BRAINSTORM, FROZEN_DISCUSS };

struct vote {
    enum vote_state state;
    int64_t ends; /* of the reading, then of the vote: room time; while frozen what is left of it.
                   * INT64_MAX: a reading that the instructor ends */
    int32_t menu[LIMIT_MENU];
    int count;
    bool decided; /* the primary was asked to decide */
};

/* Bytes that grow. */
struct pile {
    char *ptr;
    size_t len, size;
};

struct team {
    struct play *play;
    struct pile journal;
    struct vote vote;
    enum frozen_why frozen;
    int64_t frozen_ends;           /* INT64_MAX: until somebody resumes */
    bool stopped;                  /* somebody pressed the silent stop; who is not known here either */
    int32_t timeouts, brainstorms; /* left in this attempt */
    int32_t hint;                  /* record of the newest hint, NONE */
    int32_t said;                  /* choice last said, ACTION_PAUSE, SAID_NOTHING */
    int32_t back;                  /* the command that was gone back to, until the next decision; NONE */
    int32_t was;                   /* agitation before the last decision, permille; NONE: not known here */
    int32_t typed;                 /* record of a typed card that has just been played, NONE */
    int32_t board_count;
    int32_t rounds[ROUNDS_MAX]; /* back-to-back: the attempt that each round ended with */
    int round_count;
    int marks;               /* in the journal */
    struct review *review;   /* in the debrief: what does not change any more */
    struct event_note shown; /* what the last step brought from outside; a freeze does not wipe it away */
};

/* --- the clock ------------------------------------------------------------------------------------- */

struct segment {
    enum wire_phase phase;
    int32_t minutes, least;
};
struct segments {
    struct segment item[SEGMENTS_MAX];
    int count;
};
extern const struct segments preset_segments[PRESET_COUNT];

struct room_clock {
    struct segments plan; /* lengths as planned for the time there is */
    int index;            /* NONE in the lobby */
    int64_t end;          /* room time at which all should be over */
    int64_t used;         /* ms of this segment while its clock ran */
    int64_t since;        /* room time it runs from; INT64_MIN: it stands still */
};

/* --- the whole --------------------------------------------------------------------------------------- */

struct wire_room {
    const td_allocator *mem;
    const td_scenario *scenario;
    const struct model *model;
    struct wire_lang langs[WIRE_LANGS];
    int lang_count;
    struct wire_setup setup;
    char code[WIRE_CODE_BYTES + 1];
    uint64_t key; /* for drawing roles */
    int32_t draws;
    struct arena arena; /* texts of records */

    struct member **members;
    int member_count, member_room;
    struct team teams[WIRE_TEAMS];
    struct record *records;
    int record_count, record_room;

    enum wire_phase phase;
    struct room_clock clock;
    enum wire_page page, page_seen; /* shown now; the furthest shown */
    int projected;                  /* the team whose debrief is on the wall */
    bool meter, locked;
    uint32_t projector_serial;

    int64_t now;
    size_t logged;       /* bytes of the log so far */
    struct writer *told; /* during one input: the lines it brings, or NULL */
    bool replaying;
};

/* --- room.c --- */
struct record *room_record(struct wire_room *room, enum record_kind kind, int team, int member, td_str text);
/* First and last-plus-one of the teams a message is for. */
struct team_span {
    int from, to;
};
struct member *room_at(const struct wire_room *room, int member);
int role_holder(const struct wire_room *room, int team, enum seat seat); /* member or NONE */
bool has_role(const struct wire_room *room, int member, enum seat seat);
struct wire_room *room_new(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                           const struct wire_lang *langs, int lang_count, const struct wire_setup *setup);
void pile_add(const td_allocator *mem, struct pile *pile, td_str text);
/* Something changed for these people. */
void touch_member(struct wire_room *room, int member);
void touch_console(struct wire_room *room); /* instructors and the projector */
void touch_team(struct wire_room *room, int team);
void touch_all(struct wire_room *room);

/* --- room_join.c --- */
const char *join_member(struct wire_room *room, const struct wire_join *join, td_str token, int *ret);
void give_roles(struct wire_room *room, int member, unsigned roles);
/* A number below `below`, new at every call, the same when the log is read again. */
uint32_t room_draw(struct wire_room *room, uint32_t below);
void roles_rotate(struct wire_room *room, int team);
void member_leaves(struct wire_room *room, int member);

/* --- room_play.c --- */
/* A command to a team's play; the lines it brings go to the journal and the log. */
const char *team_apply(struct wire_room *room, int team, const struct command *command);
const char *team_command(struct wire_room *room, int team, enum seat seat, enum verb verb);
bool team_mark(struct wire_room *room, int team, enum seat seat, td_str kind_and_rest);
const char *freeze_team(struct wire_room *room, int team, enum frozen_why why, int64_t ends);
const char *resume_team(struct wire_room *room, int team);
/* Is this a decision: something that votes, hints and marks are about, and that a rewind goes back to? */
bool team_decides(enum verb verb);
bool team_over(const struct wire_room *room, int team);
bool all_over(const struct wire_room *room);
void taps_to_journal(struct wire_room *room, int team, int32_t number);
const char *rewind_team(struct wire_room *room, int team, int32_t number);
/* The talk begins, if it has not, and nothing stands still. */
void team_begins(struct wire_room *room, int team);
/* The team whose talk this member is at: an instructor's is the one looked at. */
int talks_with(const struct wire_room *room, int member);
/* May this member say now what was heard, or told, where a person plays the person?  NULL, or why not. */
const char *hears_for(const struct wire_room *room, int member);

/* --- room_vote.c --- */
void vote_drop(struct wire_room *room, int team);
void vote_open(struct wire_room *room, int team);
void vote_close(struct wire_room *room, int team);
/* The scene stands still, or goes on: what is left of a vote's time is kept. */
void vote_stands(struct wire_room *room, int team);
void vote_goes_on(struct wire_room *room, int team);
/* How a vote that is over went: "tie", "nobody", or NULL where one line has the most. */
const char *vote_undecided(const struct wire_room *room, int team);
/* Does whoever speaks wait for the others? */
bool vote_holds(const struct wire_room *room, int team);
/* After a command: keep it if the menu is the same, else drop it; open anew where every moment is voted on. */
void vote_follow(struct wire_room *room, int team);
int vote_cast(const struct wire_room *room, int team, int32_t counts[LIMIT_MENU]);
int vote_electorate(const struct wire_room *room, int team, bool here_only);
bool vote_is_in(const struct wire_room *room, int team);
/* Index in the menu of the choice with most votes; NONE: nobody voted, or a tie. */
int vote_lead(const struct wire_room *room, int team, bool *ret_tie);
const char *vote_key(struct wire_room *room, int team, const struct wire_message *m);

/* --- room_marks.c --- */
int technique_find(td_str name); /* act, HINT_ or TAP_; NONE */
td_str technique_name(int technique);
/* The record of a thing that whoever plays the person has told in this attempt; NONE. */
int32_t told_record(const struct wire_room *room, int team, int32_t fact);
/* It is known in the team's talk: the story told it, or whoever plays the person. */
bool team_knows(const struct wire_room *room, int team, int32_t fact);
/* What was told from this command on is left behind. */
void told_rewind(struct wire_room *room, int team, int32_t number);
/* The primary has just done this: was the hint used? */
void hint_resolve(struct wire_room *room, int team, enum act act, const struct command *command);

/* --- room_keys.c --- */
/* Nobody's name goes with it. */
const char *silent_stop(struct wire_room *room, int team);

/* --- room_clock.c --- */
void clock_start(struct wire_room *room);
const char *clock_next(struct wire_room *room);
const char *clock_again(struct wire_room *room);
const char *clock_extend(struct wire_room *room, int32_t minutes, bool anyway);
/* The talk goes on after its end: from here with the least time a talk has, or anew with all of it. */
void clock_reopen(struct wire_room *room, bool anew);
/* Every team has come to an end: on to what follows a talk. */
void clock_talk_over(struct wire_room *room);
/* Lets it run or stand, as the teams are. */
void clock_follow(struct wire_room *room);
/* Milliseconds left of the segment at room->now. */
int64_t clock_left(const struct wire_room *room);
void room_plan(enum wire_preset preset, int32_t minutes, struct segments *ret);

/* --- room_log.c --- */
void log_head(const struct wire_room *room, struct writer *w);
/* Each writes the line of an input and, behind it, the lines of journals that it brought. */
void log_join(struct wire_room *room, int member, const struct wire_join *join, td_str brought, struct writer *log);
void log_say(struct wire_room *room, int member, const struct wire_message *m, td_str brought, struct writer *log);
void log_auto(struct wire_room *room, const char *what, int team, td_str brought, struct writer *log);

/* --- room_debrief.c --- */
/* The talks are over, or go on again: what the debrief shows is made, or thrown away. */
void debrief_open(struct wire_room *room);
void debrief_close(struct wire_room *room);
/* There are teams, or rounds, to lay beside each other. */
bool debrief_has_beside(const struct wire_room *room);
/* The instructor said what an entry of the board means. */
void debrief_refill(struct wire_room *room);

/* --- messages: each done whole or refused, and then nothing has changed --- */
typedef const char *handler(struct wire_room *room, int member, const struct wire_message *m);
handler say_command, do_vote, do_hint, do_used, do_board, do_unboard, do_match, do_seen, do_undo, do_sheet, do_note,
    do_feel, do_rate, do_keep_or_change, do_flag, do_role, do_assign, do_timeout, do_brainstorm, do_tag, do_stop,
    do_leave, do_lang, do_start, do_next, do_again, do_finish, do_extend, do_show, do_meter, do_remove, do_setting,
    do_team_key;
/* A technique that was heard where a person is played by a person; and what that person has told. */
handler do_heard, do_told;

/* --- room_do.c --- */
/* Rights and effect of one message; NULL: done. */
const char *perform(struct wire_room *room, int member, const struct wire_message *m);
/* The clock's own doings by name: "close" "resume" "next". */
bool perform_auto(struct wire_room *room, td_str what, int team);

#endif
