/* command.h - what a person did, as one line of text.
 * Live input, autosave, replay, the group protocol, tests and the fuzz corpus are this one format:
 *     SEAT VERB arguments [after MS]
 * A command is formatted, parsed again and applied as parsed, so nothing can be done that a journal
 * could not say.  Times are milliseconds; `after` is the learner's thinking time: kept, never used. */
#ifndef TD_SIM_COMMAND_H
#define TD_SIM_COMMAND_H

#include "scenario.h"

#define TD_SEATS(X) X(primary) X(coach) X(board) X(leader) X(observer) X(role_player) X(voter) X(instructor)
enum seat {
#define X(name) SEAT_##name,
    TD_SEATS(X)
#undef X
        SEAT_COUNT
};

/* verb as written (underscore = hyphen).  Everything that can change a session. */
#define TD_VERBS(X) \
    X(pick)         \
    X(begin)        \
    X(choose)       \
    X(pause)        \
    X(wait)         \
    X(observe)      \
    X(help)         \
    X(move) X(handover) X(withdraw) X(assess) X(rewind) X(freeze) X(resume) X(inject) X(tag) X(override) X(end) X(heard)
enum verb {
#define X(name) VERB_##name,
    TD_VERBS(X)
#undef X
        VERB_COUNT
};

enum handover_item { HAND_NAME = 1, HAND_HOOKS = 2, HAND_TRIGGERS = 4, HAND_PROMISES = 8, HAND_RISK = 16 };

enum { COMMAND_IDS = 12, COMMAND_TEXT = 640 }; /* ids in one command; bytes of one line without its \n */

/* Ranges; a command outside them is no command. */
enum {
    PAUSE_MS = 10000,
    PAUSE_MS_MIN = 3000,
    PAUSE_MS_MAX = 120000, /* silence; PAUSE_MS where none is given */
    WAIT_MS_MAX = 3600000, /* from 1 */
    OBSERVE_MS = 5000,
    SCENE_MOVE_MS = 20000,
    DIST_MIN = 50,
    DIST_MAX = 1000,
    STEP_CM = 100, /* STEP_CM: what a step back or in makes */
    TAG_MIN = 70,
    TAG_MAX = 100,
    NUMBER_MAX = 1000000000, /* command numbers, answers */
};
#define AFTER_MS_MAX INT64_C(1000000000000)

struct command {
    enum seat seat;
    enum verb verb;
    char id[LIMIT_ID_BYTES + 1];               /* choose, inject, override, assess: which */
    char ids[COMMAND_IDS][LIMIT_ID_BYTES + 1]; /* pick; assess with options */
    int32_t id_count;
    int32_t kind;   /* help: enum help_kind; move: enum scene_kind; handover: items; heard: enum act */
    int32_t number; /* pause, wait: ms; rewind: command number; tag: percent; heard: quality, permille;
                           assess: a number, or NONE */
    int32_t sure;   /* assess: 0..100, or NONE */
    int32_t tone,
        pace;      /* choose, heard: -1..1 as chosen with the delivery controls; 0 elsewhere: silence has no voice */
    int32_t dist;  /* choose, pause: cm, or NONE = leave it as it is */
    bool threat;   /* help worded as one */
    int64_t after; /* ms, or NONE */
};

/* Nothing said yet: every field as a line that does not mention it leaves it. */
struct command command_empty(enum seat seat, enum verb verb);

/* Parses one line without its end.  TD_E_SYNTAX or TD_E_LIMIT with *column (from 1) at the fault. */
td_status command_parse(td_str line, struct command *ret, int *column);
/* The canonical text; parse(format(c)) == c.  Returns its length; buf holds COMMAND_TEXT bytes. */
size_t command_format(const struct command *command, char *buf);

td_str seat_name(enum seat seat);
bool seat_find(td_str name, enum seat *ret);
td_str verb_name(enum verb verb);
/* The one table of rights: may this seat use this verb? (DEFINITIONS.md 3) */
bool seat_may(enum seat seat, enum verb verb);

#endif
