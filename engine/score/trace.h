/* trace.h - an attempt played again and written out step by step: what score and debrief read.
 * One row per command that took effect, with the state around it measured, and for each exchange
 * every line that could have been said instead, tried from the same moment and luck. */
#ifndef TD_SCORE_TRACE_H
#define TD_SCORE_TRACE_H

#include "journal.h"

/* One way to answer a moment: a line of the menu, or silence (choice ACTION_PAUSE). */
struct alternative {
    int32_t choice;
    struct move move;
    int32_t potential; /* after the exchange, permille (MODEL.md 7.2); what an event did right after it is left out */
    int32_t agitation; /* after, permille */
    int32_t stage;
    int32_t reaction; /* line index the person would have answered with, or NONE */
    int32_t value;    /* (potential - least) / (most - least), permille */
};
enum { ALTERNATIVES_MAX = LIMIT_MENU + 2 }; /* the menu, silence, and an override from outside the menu */

enum verdict { VERDICT_NO_DIFFERENCE, VERDICT_STRONG, VERDICT_WORKABLE, VERDICT_WEAK, VERDICT_HARMFUL, VERDICT_COUNT };

struct figures { /* the person, permille */
    int32_t agitation, understanding, rapport, trust, autonomy, hope, commitment, rupture;
    int32_t stage, band;
    bool despair, recovery; /* what the body shows besides the band */
};

struct step {
    int32_t number; /* of the command in the journal */
    struct command command;
    int64_t story_ms; /* before it */
    int64_t after_ms; /* when it was over */
    struct figures before, after;
    int32_t passed;         /* agitation after the time had passed and before the words, permille */
    bool exchange;          /* a line, silence, a technique heard, or a call for help */
    int32_t choice;         /* index, ACTION_PAUSE, or NONE */
    struct move move;       /* as the person heard it */
    int32_t m;              /* M[act][stage] at that stage */
    int32_t fit;            /* 0..1000 */
    struct delta delta;     /* of agitation, permille; the parts and `outside` sum to after - before */
    int32_t outside;        /* what happened around the talk: a telephone, a siren, an answer overdue */
    bool premature;         /* an influence act with negative M, or ADVICE; a call for help is not one */
    bool repaired;          /* an error made here was repaired within 2 exchanges */
    int32_t reaction, line; /* said in answer, said next: line indices or NONE */
    int32_t node;           /* where it was said */
    struct alternative alt[ALTERNATIVES_MAX]; /* with the chosen one among them */
    int alt_count, alt_chosen, alt_best;
    int32_t potential_before;
    enum verdict verdict;
    bool longer_view;         /* the 3-step look-ahead overturned the one-step order */
    int32_t familiar;         /* how used the person was to this act before it, permille */
    int32_t question_run;     /* questions in a row, with this one */
    bool first_question;      /* the person is in danger and nobody has asked yet */
    enum outcome skilled_end; /* where a skilled helper going on from before this step would have ended */
    struct event_note happened;
};

struct assessed { /* an answer to a prompt */
    int32_t prompt, sure;
    int64_t story_ms;
    struct command command;
    int32_t truth;  /* agitation, step: the true figure; else NONE */
    int32_t points; /* permille of the key met */
};

struct trace {
    const td_scenario *scenario;
    const struct model *model;
    struct setup setup;
    int attempt;
    int32_t *known_since; /* by fact: the step that disclosed it, or NONE */
    struct step *steps;
    int count, exchange_count;
    struct assessed *assessed;
    int assessed_count;
    struct figures start, end;
    enum outcome outcome;             /* OUTCOME count (outcome_count) while open */
    int32_t ending;                   /* index or NONE */
    int32_t handed_over;              /* items or NONE */
    int32_t picked_right, picked_key; /* briefing: of the facts worth asking first, how many were */
    int32_t plan_right; /* briefing: 1 if the plan of approach chosen was a right one; NONE if none was asked */
    int32_t asked_at;   /* exchange of the direct question about suicide, or NONE */
    int32_t help_first[help_kind_count]; /* exchange of the call, or NONE */
    int32_t closest;                     /* least distance kept, cm, or NONE */
    int32_t top_stage;
};

/* Plays the attempt and fills ret, in memory of the arena.  look_ahead: also the 3-step rollouts and
 * skilled_end.  status as journal_replay; a desynced journal gives the part that could be played. */
struct replay_report trace_build(struct arena *arena, const td_scenario *scenario, const struct model *model,
                                 const td_journal *journal, int attempt, bool look_ahead, struct trace *ret);

/* A session as it was before step index of the trace (trace.count: at the end); the caller's, to be
 * destroyed. */
td_session *trace_session_before(const td_allocator *mem, const struct trace *trace, int index);

const char *verdict_name(enum verdict verdict); /* "strong", ... */

#endif
