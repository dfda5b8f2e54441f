/* bare_run.h - a whole run of a scripted player with the person alone, and the rubric's verdict on it. */
#ifndef TD_ANALYSIS_BARE_RUN_H
#define TD_ANALYSIS_BARE_RUN_H

#include "bare.h"
#include "score.h"

enum { BARE_EXCHANGES = 40 }; /* a run that has not ended by then has spent its budget */

/* Something that happens around the talk at one moment of a run; for measuring what it costs. */
struct bare_event {
    bool happens;
    int32_t turn;       /* just before the line of this turn */
    int32_t p, u, t, h; /* permille, as person_event() */
    int32_t trigger;    /* the line of this turn touches a sore point this strong */
    bool named;         /* and the next line names the reaction */
    bool kept_promise;
};

struct bare_result {
    enum outcome outcome;
    int32_t exchanges;
    int32_t score; /* 0..100, by the rubric of a scenario that asks nothing but the two safety questions */
    int32_t uncapped;
    int32_t top_stage;
    int32_t agitation; /* at the end, permille */
    int32_t at_once;   /* what the slip or the event did to agitation in its own exchange, permille */
};

/* Plays b to its end.  event may be NULL.  Memory is taken from scratch and given back. */
void bare_run(struct arena *scratch, struct bare *b, const struct bare_event *event, struct bare_result *ret);

#endif
