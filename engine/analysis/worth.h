/* worth.h - what each way to answer a moment is worth when a skilled helper goes on from it, and what the one that
 * was taken gave away.
 * An end is worth what the rubric's outcome gives for it (engine/MODEL.md, score), a little for how the person is
 * then, and a little less for every exchange it took to get there; the worth of an option is the mean over its own
 * luck and several other lucks, because a helper who goes on does not know the dice either. */
#ifndef TD_ANALYSIS_WORTH_H
#define TD_ANALYSIS_WORTH_H

#include "run.h"

enum { WORTH_LUCKS = 8 }; /* the play's own and seven more */

struct option_worth {
    int32_t choice;       /* or ACTION_PAUSE */
    int32_t worth;        /* mean over the lucks, about -300 .. 1100 */
    int32_t well;         /* of WORTH_LUCKS: ends resolved, or as the scenario intends */
    enum outcome outcome; /* with the play's own luck */
    int32_t potential;    /* at that end, permille */
    int32_t exchanges;    /* from here to that end, with this one */
};

struct decision_worth {
    int32_t step;                                  /* index in the trace */
    struct option_worth options[ALTERNATIVES_MAX]; /* as step->alt */
    int32_t count, chosen, best;
    int32_t regret; /* worth of the best less that of the chosen; never below 0 */
};

struct play_worth {
    struct decision_worth *decisions;
    int32_t count;
    int32_t regret;   /* mean, or 0 of none */
    int32_t accuracy; /* permille: of what there was to choose between, how much was kept; 1000 of none */
    int32_t last;     /* decision at which a skilled helper could still end well, the last such; NONE */
};

/* Weighs every decision of a trace.  Results live in the arena. */
void worth_of_play(struct arena *arena, const struct trace *trace, struct play_worth *ret);
/* The same of one moment in PHASE_TALK: step's alternatives, delivery and choice. */
void worth_of_moment(const td_session *session, const struct step *step, struct decision_worth *ret);
/* The worth of an end, or of a session as it stands, reached in so many exchanges. */
int32_t worth_of_end(const td_session *session, int32_t exchanges);

#endif
