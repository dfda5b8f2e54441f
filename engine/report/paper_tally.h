/* paper_tally.h - the person on paper: two numbers that an instructor can keep with a pencil.
 * Agitation goes from 0 to 100 as on the screen; connection, 0 to 80, is how far two people have come up the stairway,
 * twenty for each step.  What a line does to both is read off the model: a skilled talk is played without any luck, and
 * at the middle of each step every line is tried from there.  The rest of the model is left out: time, luck,
 * familiarity (a rule of thumb stands in for it) and the ledger of errors. */
#ifndef TD_REPORT_PAPER_TALLY_H
#define TD_REPORT_PAPER_TALLY_H

#include "scenario.h"

enum {
    PAPER_TOP = STAGE_COUNT - 1,
    PAPER_STEP = 20,                    /* connection of a step */
    PAPER_ALL = PAPER_STEP * PAPER_TOP, /* the talk has come to its end */
    PAPER_SLACK = 4,                    /* a step is lost so far below its beginning */
};

struct paper_effect {
    int8_t agitation, connection; /* points to add */
};

struct paper_tally {
    const td_scenario *scenario;
    const struct model *model;
    struct person at[STAGE_COUNT]; /* the middle of each step of the skilled talk, rested */
    int32_t share[STAGE_COUNT];    /* what has to be gained on that step, permille: connection 20 */
    int32_t start;                 /* agitation */
};

void paper_tally_init(const td_scenario *scenario, const struct model *model, struct paper_tally *ret);
/* What a choice does on a step, 0 .. PAPER_TOP. */
struct paper_effect paper_effect_of(const struct paper_tally *tally, const struct choice *choice, int step);
/* Ten seconds of silence. */
struct paper_effect paper_effect_of_silence(const struct paper_tally *tally, int step);
/* Agitation at which, and below which, a step can be reached. */
int32_t paper_calm_for(int step);
/* A range of the model's feelings as connection, 0 .. PAPER_ALL; NONE: paper knows nothing of it. */
int32_t paper_connection_for(const struct paper_tally *tally, enum cond_value value, int32_t permille);

#endif
