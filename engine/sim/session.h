/* session.h - one encounter: a scenario, a set-up and a flat state that commands change.
 * The state is one block of bytes without pointers: a fork is a copy.  The scenario, its words and the
 * model outlive the session and are shared. */
#ifndef TD_SIM_SESSION_H
#define TD_SIM_SESSION_H

#include "command.h"

#define TD_MODES(X) X(guided) X(practice) X(assessment)
#define TD_RUNGS(X) X(practice) X(personal) X(class) X(record)
enum mode { MODE_guided, MODE_practice, MODE_assessment };
enum rung { RUNG_practice, RUNG_personal, RUNG_class, RUNG_record };
/* As written in a journal; ended by {NULL, 0}, for name_find(). */
extern const td_str mode_names[], rung_names[];

/* Chosen before play, never changed by it. */
struct setup {
    uint64_t seed;
    int32_t noise; /* permille, 0..1000; 80 unless said otherwise */
    enum mode mode;
    enum rung rung;
    char preset[LIMIT_ID_BYTES + 1]; /* "solo" */
};

enum phase { PHASE_BRIEFING, PHASE_TALK, PHASE_OVER };

/* Why a command was refused: session_apply() gives the code, the words are "refused.<code>". */
/* clang-format off */
#define TD_REFUSALS(X) \
    X(NOT_YOUR_RIGHT, "not-your-right") \
    X(NOT_BEGUN, "not-begun") \
    X(BEGUN, "begun-already") \
    X(OVER, "play-over") \
    X(FROZEN, "frozen") \
    X(NOT_FROZEN, "not-frozen") \
    X(NEEDS_HISTORY, "needs-history") \
    X(NO_SUCH_CHOICE, "no-such-choice") \
    X(NOT_OFFERED, "not-offered") \
    X(DISTANCE_FIXED, "distance-fixed") \
    X(CANNOT_SEE, "cannot-see") \
    X(ALREADY_CALLED, "already-called") \
    X(NOT_POSSIBLE_HERE, "not-possible-here") \
    X(ALREADY_DONE, "already-done") \
    X(NOBODY_THERE, "nobody-to-hand-over-to") \
    X(NO_SUCH_PROMPT, "no-such-prompt") \
    X(NOT_ASKED_NOW, "not-asked-now") \
    X(NOT_AN_ANSWER, "not-an-answer") \
    X(NO_SUCH_ITEM, "no-such-item") \
    X(NOT_TO_PICK, "not-to-pick") \
    X(TOO_MANY_PICKS, "too-many-picks") \
    X(NO_SUCH_EVENT, "no-such-event") \
    X(NO_SUCH_MOMENT, "no-such-moment")
/* clang-format on */
#define X(name, code) extern const char REFUSED_##name[];
TD_REFUSALS(X)
#undef X

/* What the last command brought besides words, for views and the debrief.  Written anew by every
 * command that is applied; indices, or NONE. */
struct event_note {
    int32_t event, inject; /* the (last) event from outside; all of them in `events` */
    int32_t arrived_help;  /* kind; the last one, all of them in `arrived` */
    int32_t arrive_line;   /* what was seen or said as it arrived */
    int32_t party;         /* third party that came */
    int32_t demand_raised, demand_answered, demand_pressed;
    int32_t deadline_passed, deadline_held; /* demand whose deadline passed in anger, or was talked through */
    int32_t promise_made, promise_kept;     /* memory bit of the promise */
    int32_t observed;                       /* line: the finer cue that looking closely showed */
    uint8_t arrived;                        /* bit per help kind */
    uint8_t spoke;                          /* reaction and line are new; otherwise they stand from before */
    uint8_t entered;                        /* the talk moved to another node */
    uint8_t promise_broken;                 /* false promises found out */
    uint64_t events;                        /* bit per event */
};

enum { RECENT_LINES = 64, MAYBE_WORDS = 4 };
enum { DEMAND_NOT_RAISED = NONE, DEMAND_ANSWERED = -2, DEMAND_PRESSED = -3 };

/* The flat state.  A tail of bits (nodes visited, choices said) follows it in the same block; its size
 * depends on the scenario.  No pointers, and no padding that is not named: checksum.c proves it. */
struct state {
    struct person person;                /* as of event_ms */
    struct profile profile;              /* with the variant's overrides: travels with the state */
    struct memory known;                 /* facts and flags */
    struct memory made, kept;            /* promises, by memory bit */
    int64_t story_ms;                    /* since `begin` */
    int64_t event_ms;                    /* story time of the person's P, L and F */
    int32_t commands;                    /* applied, not counting refused ones */
    int32_t node;                        /* where the talk stands, NONE before it begins */
    int32_t line, reaction;              /* what was said last: lines, or NONE */
    int32_t exchanges;                   /* finished */
    int32_t dist;                        /* cm or NONE */
    int32_t spike;                       /* P gained by a hot button in the last exchange, Q16 */
    int32_t last_choice, last_act;       /* or NONE */
    int32_t ending;                      /* index or NONE */
    int32_t handed_over;                 /* items passed on; NONE = no hand-over */
    int32_t observed;                    /* line shown by `observe` since the last exchange, or NONE */
    int32_t last_gain_exchange;          /* number of the latest exchange in which E rose; 0 = none */
    int32_t help_at[help_kind_count];    /* story second of the arrival; NONE = not called */
    int32_t demand_since[LIMIT_DEMANDS]; /* exchanges done when it was raised, or DEMAND_... */
    uint32_t recent_at;                  /* how many lines were said */
    uint32_t recent[RECENT_LINES];       /* the last of them, a ring, index + 1 */
    int32_t now[CV_COUNT];               /* what conditions can ask about, as it is now; derived */
    uint32_t picked;                     /* bits: briefing items asked for first */
    uint16_t prompts_done, deadlines_done, scene_done, help_arrived; /* bits */
    uint64_t events_done, injects_done;                              /* bits */
    uint64_t maybe_said[MAYBE_WORDS]; /* bits by line, wrapped round: a line without was never said; derived */
    uint16_t help_threat;             /* bits: help called in words that threaten */
    uint16_t approach;                /* plan chosen at the briefing, index + 1; 0 = none */
    uint8_t mood_row, talk_row;       /* of the moment, for gates; derived */
    uint8_t parties_here;             /* bits */
    uint8_t promises_open;            /* made and not kept */
    uint8_t phase, band, outcome;     /* enums; band as of event_ms, outcome once it is over */
    uint8_t frozen;
    uint8_t delivery;             /* bits by enum delivery_mark, of the last exchange */
    uint8_t discuss, scene_break; /* of the node just entered */
    uint8_t cue_step;             /* times looked closely since the last exchange */
    uint8_t deadline_heat;        /* a deadline passed in anger: the next exchange at boiling point counts twice */
    uint8_t help_coming;          /* called and not arrived: bits, derived */
    uint8_t band_now;             /* as people see it now; derived */
    uint8_t unused[1];
    int32_t quiet_ms; /* story time since the last exchange (or since `begin`) */
    struct event_note happened;
};

typedef struct td_session {
    const td_allocator *mem;
    const td_scenario *scenario;
    const struct model *model;
    struct setup setup;
    struct delta delta; /* of the last exchange, if asked for */
    bool want_delta;
    int32_t outside;   /* what the event after the last exchange did to the potential, permille: no line's doing */
    size_t state_size; /* of the block behind .state, tail included */
    struct state *state;
    /* The tail, bits: nodes entered, choices said; and, derived, what of the scenario's sieve is done with
     * for good, and what is shut by what is known. */
    uint64_t *visited, *said, *done, *shut;
} td_session;

/* Starts at the briefing.  All arguments but mem's blocks are borrowed and must outlive the session. */
td_session *session_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                           const struct setup *setup);
/* NULL is fine. */
void session_destroy(td_session *session);
/* A session of its own that goes on from the same moment, with the same luck. */
td_session *session_fork(const td_session *session);
/* Copies the state (with set-up) of one session of the same scenario into another, without allocating. */
void session_copy(td_session *to, const td_session *from);

/* Applies a command.  TD_E_REFUSED (with *reason, a code of TD_REFUSALS) changes nothing.
 * `rewind` is not known here: it belongs to whoever keeps the history (journal.h, play_apply). */
td_status session_apply(td_session *session, const struct command *command, const char **reason);

/* The fast way for analysis and tests, without text.  choice: the index of one offered now (it is not
 * checked again), or ACTION_PAUSE for ten seconds of silence.  Only in PHASE_TALK.  tone, pace -1..1 and
 * dist (cm, or NONE) as with the delivery controls. */
enum { ACTION_PAUSE = -1 };
void session_play(td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist);

/* Lines to choose from now, at most LIMIT_MENU, as shown (shuffled by seed and exchange).  Returns how many. */
int session_menu(const td_session *session, int32_t ret[LIMIT_MENU]);
/* The move a choice (or ACTION_PAUSE) would be now, with delivery and run-time parts (trigger, hook,
 * heard or not); its dt is the line's own, without time that passed before. */
struct move session_move(const td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist);
/* The exchange that a call for help is. */
struct move session_help_move(const td_session *session, bool threat);
/* The exchange that a technique is which somebody spoke in words of their own; q in permille. */
struct move session_heard_move(const td_session *session, enum act act, int32_t q, int32_t tone, int32_t pace);

/* Agitation now, with the time that has passed since the last event; permille. */
int32_t session_agitation(const td_session *session);
/* The band people see now, 0..4, with its hysteresis. */
int session_band(const td_session *session);
/* Is this choice in the menu of now? */
bool session_offers(const td_session *session, int32_t choice);
bool session_said(const td_session *session, int32_t choice);
bool session_visited(const td_session *session, int32_t node);
/* Can somebody take over now? */
bool session_can_hand_over(const td_session *session);
/* Is some promise open: made and not kept, or false and not yet found out? */
bool session_promised(const td_session *session);
/* Prompts to be answered now: bits by index. */
uint32_t session_prompts(const td_session *session);

/* The check hash of the state, as journals carry it: of everything that changes what comes later or was
 * said, number by number.  A number that is still what it was at the start does not enter, so a later
 * version may add one without a change to old plays' hashes. */
uint64_t session_hash(const td_session *session);
/* What everyone may know (scene, lines, menu): seats of a group compare this one. */
uint64_t session_public_hash(const td_session *session);

#endif
