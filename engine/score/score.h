/* score.h - the rubric of MODEL.md 7.1: six dimensions, caps, a band, and a seventh figure beside them.
 * A pure function of a scenario and the trace of one attempt; integers, permille, truncating.
 * Every number carries the parts it was made of, so the reader can see why it is what it is. */
#ifndef TD_SCORE_SCORE_H
#define TD_SCORE_SCORE_H

#include "trace.h"

#define TD_DIMENSIONS(X) X(listening) X(timing) X(regulation) X(safety) X(respect) X(outcome)
enum dimension {
#define X(name) DIM_##name,
    TD_DIMENSIONS(X)
#undef X
        DIM_COUNT
};

/* What a dimension is made of: "dimension.<name>.<part>" in the words.  Points are in permille of a
 * hundred: 40000 of 100000 is 40 points. */
struct score_part {
    const char *name; /* stable: "quality", "reflections", ... */
    int32_t points, most;
    int32_t found, wanted; /* the measured figure and the one that earns all, in the part's own unit */
};
enum { PART_MAX = 10 };

struct score_dimension {
    int32_t value;  /* 0..100 */
    int32_t weight; /* percent */
    struct score_part parts[PART_MAX];
    int part_count;
};

enum score_cap {
    CAP_NONE,
    CAP_MAJOR_ERROR,
    CAP_NO_INFLUENCE,
    CAP_PREMATURE,
    CAP_ESCALATED,
    CAP_HARM,
    CAP_NO_QUESTION,
    CAP_NEVER_OFFERED,
    CAP_COUNT
};
enum score_band { SCORE_NOT_YET, SCORE_DEVELOPING, SCORE_COMPETENT, SCORE_PROFICIENT };

typedef struct td_score {
    struct score_dimension dim[DIM_COUNT];
    struct score_dimension reading; /* shown beside the six, no weight; value NONE if nothing was asked */
    int32_t uncapped;
    int32_t total;      /* 0..100 */
    uint32_t caps;      /* bit per enum score_cap that applied */
    enum score_cap cap; /* the lowest of them */
    enum score_band band;
    int32_t mattered; /* decisions whose options differed by 15 permille or more: the score's uncertainty */
} td_score;

/* Scores an attempt.  trace is complete (trace_build); difficulty comes from the scenario. */
void score_compute(const struct trace *trace, td_score *ret);

const char *dimension_name(enum dimension d);
const char *score_cap_name(enum score_cap cap);    /* "major-error", ... */
const char *score_band_name(enum score_band band); /* "not-yet" ... */
int32_t score_cap_limit(enum score_cap cap);       /* 100 for CAP_NONE */

#endif
