/* session.h - one encounter: a scenario, a set-up and a flat state that commands change.
 * The state is one block of bytes: a fork is a copy, a check hash is a hash of it.  Nothing in it is a
 * pointer.  The scenario, its words and the model outlive the session and are shared. */
#ifndef TD_SIM_SESSION_H
#define TD_SIM_SESSION_H

#include "command.h"

#define TD_MODES(X) X(guided) X(practice) X(assessment)
#define TD_RUNGS(X) X(practice) X(personal) X(class) X(record)
enum mode { MODE_guided, MODE_practice, MODE_assessment };
enum rung { RUNG_practice, RUNG_personal, RUNG_class, RUNG_record };

/* Chosen before play, never changed by it. */
struct setup {
    uint64_t seed;
    int32_t noise; /* permille, 80 unless said otherwise */
    enum mode mode;
    enum rung rung;
    char preset[LIMIT_ID_BYTES + 1]; /* "solo" */
};

enum phase { PHASE_BRIEFING, PHASE_TALK, PHASE_OVER };

/* What the last exchange did, for views and the debrief. */
struct event_note { /* things that happened outside the talk since the last command */
    int32_t event, inject, arrived_help, demand_pressed, deadline_passed; /* index or NONE */
};

enum { RECENT_LINES = 64, PICKED_MAX = 8 };

/* The flat state.  The tail (visited nodes, used choices: bits) follows it in the same block; its size
 * depends on the scenario.  No padding, no pointers. */
struct state {
    struct person person;
    struct profile profile;     /* with the variant's overrides: travels with the state */
    struct memory known;        /* facts and flags */
    int64_t story_ms;           /* since `begin` */
    int64_t event_ms;           /* story time of the person's P and L */
    int32_t node, line, reaction; /* where we stand; what was said last (line indices or NONE) */
    int32_t commands;           /* applied, not counting refused ones */
    int32_t exchanges;
    int32_t dist;               /* cm or NONE */
    int32_t spike;              /* P gained by a hot button in the last exchange, Q16 */
    int32_t last_choice, last_act; /* or NONE */
    int32_t ending;             /* index or NONE */
    int32_t handed_over;        /* items passed on; NONE = no hand-over */
    int32_t help_at[help_kind_count];  /* story second of the arrival; NONE = not called */
    int32_t demand_since[LIMIT_DEMANDS]; /* exchange it was raised; NONE = not raised; -2 answered; -3 pressed */
    int32_t last_gain_exchange; /* latest exchange in which E rose */
    uint32_t recent[RECENT_LINES]; /* lines said, a ring, index + 1 */
    uint32_t recent_at;
    uint64_t events_done, injects_done, prompts_done, choices_kept; /* bits; kept: grants made, by fact % 64 */
    uint16_t scene_done, help_arrived, picked, approach; /* bits (picked: briefing items) */
    uint8_t phase, band, outcome, frozen, delivery, discuss, scene_break, help_threat;
    struct event_note happened;
};

typedef struct td_session {
    const td_allocator *mem;
    const td_scenario *scenario;
    const struct model *model;
    struct setup setup;
    struct delta delta;        /* of the last exchange, if asked for */
    bool want_delta;
    size_t state_size;         /* of the block behind .state */
    struct state *state;
} td_session;

/* Starts at the briefing.  All arguments but mem's blocks are borrowed and must outlive the session. */
td_session *session_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                           const struct setup *setup);
void session_destroy(td_session *session);
/* A session of its own that goes on from the same moment, with the same luck. */
td_session *session_fork(const td_session *session);
/* Copies the state of one session of the same scenario into another, without allocating. */
void session_copy(td_session *to, const td_session *from);

/* Applies a command.  TD_E_REFUSED (with *reason, a stable code such as "not-offered") changes nothing.
 * `rewind` is not known here: it belongs to whoever keeps the history (journal/attempt.h). */
td_status session_apply(td_session *session, const struct command *command, const char **reason);

/* The fast way for analysis and tests, without text.  index: of a choice offered now. */
enum { ACTION_PAUSE = -1 };
void session_play(td_session *session, int32_t choice_index, int32_t tone, int32_t pace, int32_t dist);

/* Lines to choose from now, at most LIMIT_MENU, as shown (shuffled by seed and exchange).  Returns how many. */
int session_menu(const td_session *session, int32_t ret[LIMIT_MENU]);
/* The move a choice would be now, with delivery and run-time parts (trigger, hook, heard or not). */
struct move session_move(const td_session *session, int32_t choice, int32_t tone, int32_t pace, int32_t dist);

/* Agitation now, with the time that has passed since the last event; permille. */
int32_t session_agitation(const td_session *session);
uint64_t session_hash(const td_session *session);
/* What everyone may know (scene, lines, menu): seats of a group compare this one. */
uint64_t session_public_hash(const td_session *session);

#endif
