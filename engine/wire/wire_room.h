/* wire_room.h - a group session as a state machine: people, roles, teams, votes, keys, clocks, debrief.
 * Pure: no sockets, no files, no clock.  Time comes in as `now`, milliseconds since the room was made; what
 * has to be durable comes out as lines of a log; what a seat may know comes out as JSON.  The host keeps
 * the sockets and the file and calls in here from one thread only.
 *
 * Whoever calls: append the text of `log` to the room's file and make it durable before any view or reply
 * made afterwards is sent.  An empty log is nothing to write.  The file, read again, gives back the room:
 * same code, same people and tokens, last decision (wire_restore.c).  The text of a silent stop, alone of
 * all, does not say who it was.
 *
 * The journal of a team is an ordinary play; `talkdown replay --verify` accepts it. */
#ifndef TD_WIRE_WIRE_ROOM_H
#define TD_WIRE_WIRE_ROOM_H

#include "debrief.h"
#include "message.h"
#include "wire_reasons.h"

#define TD_PRESETS(X) X(back_to_back) X(team_table) X(fishbowl) X(class_vote) X(several_teams)
enum wire_preset {
#define X(name) PRESET_##name,
    TD_PRESETS(X)
#undef X
        PRESET_COUNT
};
/* "back-to-back" ...; ended by {NULL, 0}. */
extern const td_str wire_preset_names[];

enum wire_phase { ROOM_LOBBY, ROOM_BRIEF, ROOM_PLAY, ROOM_PAUSE, ROOM_FEEDBACK, ROOM_DEBRIEF, ROOM_CLOSED };
enum wire_flow { FLOW_RUN_THROUGH, FLOW_STOP_AND_DISCUSS };

enum {
    WIRE_CODE_BYTES = 9, /* KEEP-4821 */
    WIRE_PIN_MAX = 8,
    WIRE_TOKEN_BYTES = 32, /* hexadecimal digits */
    WIRE_NAME_BYTES = 48,
    WIRE_ENTROPY = 16,
    WIRE_LANGS = 8,
    WIRE_LOG_BYTES = 64 * 1024 * 1024, /* of one room's file */
    WIRE_PROJECTOR = -1,
    VOTE_SECONDS_MIN = 15,
    VOTE_SECONDS_MAX = 30,
};

struct wire_setup {
    struct setup play; /* seed, noise, mode, rung; its preset is written from the one below */
    enum wire_preset preset;
    int teams;           /* 1..WIRE_TEAMS; more than one only with several_teams */
    int minutes;         /* from start to finish, 0 = as the preset has it */
    int vote_seconds;    /* 15..30, 0 = 20 */
    int reading_seconds; /* before a vote opens by itself, 0: the instructor opens it; not kept in a room's head */
    enum wire_flow flow;
    bool human;                    /* somebody plays the person; the model keeps score */
    char pin[WIRE_PIN_MAX + 1];    /* 4 to 8 digits: the instructor's */
    uint8_t entropy[WIRE_ENTROPY]; /* from the machine's own chance, for the code and the drawing of roles */
};

/* One language that seats may have; all of it borrowed for the room's life. */
struct wire_lang {
    const td_texts *texts, *source; /* the scenario's words; those of its own language */
    const struct words *words;      /* the program's */
};

struct wire_room;

/* langs[0] is what the projector speaks unless told otherwise.  Everything but *setup is borrowed. */
struct wire_room *room_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                              const struct wire_lang *langs, int lang_count, const struct wire_setup *setup,
                              struct writer *log);
/* NULL is fine. */
void room_destroy(struct wire_room *room);

/* --- coming and going -------------------------------------------------------------------------- */

/* As typed: lower case, blanks and a missing hyphen are forgiven.  Constant time for codes of one length. */
bool room_code_is(const struct wire_room *room, td_str typed);
bool room_pin_is(const struct wire_room *room, td_str typed);
td_str room_code(const struct wire_room *room);
/* For the terminal it was opened from alone; empty where there is none. */
td_str room_pin(const struct wire_room *room);

/* Somebody new.  wants: WIRE_ROLE bits, 0 = whatever is open; WIRE_ROLE(instructor) only after
 * room_pin_is().  lang: "fr", an unknown one falls to the first.  entropy makes the token.  On success
 * *ret_member is their number, for ever; otherwise *reason. */
struct wire_join {
    td_str name;
    td_str lang;
    unsigned wants;
    int32_t team;    /* NONE: wherever there is room */
    bool instructor; /* the PIN was right */
    uint8_t entropy[WIRE_ENTROPY];
};
bool room_join(struct wire_room *room, int64_t now, const struct wire_join *join, struct writer *log, int *ret_member,
               const char **reason);
/* The member with this token, or NONE: gone ones and guesses too. */
int room_find(const struct wire_room *room, td_str token);
/* Good until the member is gone. */
td_str room_token(const struct wire_room *room, int member);
/* Their (last) connection came or went.  Not written down; a room that was restored has nobody here. */
void room_here(struct wire_room *room, int64_t now, int member, bool here);
/* How many numbers were given out so far, gone ones included: 0 .. room_members() - 1. */
int room_members(const struct wire_room *room);
bool room_is_gone(const struct wire_room *room, int member);
unsigned room_roles(const struct wire_room *room, int member);

/* --- what people do ------------------------------------------------------------------------------ */

/* A message as it came from the network.  Whatever the bytes are, the answer is a reply: its JSON is
 * appended to reply.  true if it was done. */
bool room_say(struct wire_room *room, int64_t now, int member, td_str bytes, struct writer *log, struct writer *reply);
/* The same for one already read (a form, a key of the instructor's own window). */
bool room_do(struct wire_room *room, int64_t now, int member, const struct wire_message *message, struct writer *log,
             const char **reason);

/* What the clock does by itself: votes that close, time-outs that are over, segments that end.  Safe to
 * call at any time. */
void room_tick(struct wire_room *room, int64_t now, struct writer *log);
/* When it has to be called next; INT64_MAX: not until something else happens. */
int64_t room_due(const struct wire_room *room);
/* The latest time it was told. */
int64_t room_time(const struct wire_room *room);

/* --- what people see ------------------------------------------------------------------------------ */

/* A number that changes whenever this member's view may have. */
uint32_t room_serial(const struct wire_room *room, int member);
/* Their view: one JSON object (WIRE.md).  member: a number or WIRE_PROJECTOR.  lang: empty = the member's. */
void room_view(const struct wire_room *room, int member, td_str lang, struct writer *w);
/* The envelopes: {"v":1,"seq":..,"now":..,"view":{..}} and {"v":1,"seq":..,"from":..,"set":{..},"gone":[..]}.
 * was and is are views as room_view() wrote them; top-level members are compared as bytes. */
void wire_send_full(struct writer *w, uint32_t serial, int64_t now, td_str view);
void wire_send_difference(struct writer *w, uint32_t from, uint32_t serial, int64_t now, td_str was, td_str is);
/* {"v":1,"re":n,"no":"reason"}; n NONE: left out; reason NULL: {"ok":true}. */
void wire_send_reply(struct writer *w, int32_t n, const char *reason);

/* Everything the group's debrief has of one team, all its pages, as one JSON object; for files that the
 * instructor exports.  Nothing ("{}") before the debrief.  lang: empty = the first. */
void room_debrief(const struct wire_room *room, int team, td_str lang, struct writer *w);

/* The debrief of all teams as one document to keep, as far as the privacy rung of the room allows (room_report.c).
 * While the talk goes on this tells what nobody may know yet: only for a room that is over, or that is served no
 * more.  false: nothing is kept at this rung, or the talk has not begun. */
bool room_report(struct wire_room *room, td_str lang, struct writer *w);

/* The same in every seat of a team. */
uint64_t room_public_hash(const struct wire_room *room, int team);
enum wire_phase room_phase(const struct wire_room *room);
int room_teams(const struct wire_room *room);
/* For drawing pictures on the host itself.  Never to be sent. */
const td_session *room_session(const struct wire_room *room, int team);
/* The team's play so far, as a whole file. */
void room_journal(const struct wire_room *room, int team, struct writer *w);

/* --- coming back ------------------------------------------------------------------------------------ */

/* What a room's file says before anything is loaded: which scenario and which rules. */
struct wire_peek {
    td_str scenario; /* slices of bytes */
    uint64_t rules_hash, model_hash;
};
bool room_peek(td_str bytes, struct wire_peek *ret);

struct wire_restored {
    td_status status; /* TD_OK; TD_E_SYNTAX, TD_E_VERSION, TD_E_DESYNC, TD_E_LIMIT */
    int line;         /* from 1: where it went wrong, 0 */
    size_t intact;    /* write on from this byte: a line cut by the crash is behind it */
    bool cut;
};
/* Plays the file again.  The room is the caller's; NULL if it cannot be had, with *report.  What the crash
 * cut off and can be told again goes to log: append it at `intact` before anything else. */
struct wire_room *room_restore(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                               const struct wire_lang *langs, int lang_count, td_str bytes, struct writer *log,
                               struct wire_restored *report);

#endif
