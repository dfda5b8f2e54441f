/* solve.h - the best line from a state, and what each choice is worth when a skilled helper goes on.
 * States that are the same are one.  As long as all of a depth fit into the beam, the answer is exact; where there
 * are more, as there are in a whole encounter because the person's state is continuous, the most promising are kept,
 * and the result says so.  Its line is a real play: applying it reaches the claimed end. */
#ifndef TD_ANALYSIS_SOLVE_H
#define TD_ANALYSIS_SOLVE_H

#include "run.h"

struct best_line {
    int32_t *choices; /* indices, ACTION_PAUSE for silence, in order; in the arena */
    int count;
    enum outcome outcome; /* outcome_count if it is still open after `count` */
    int32_t ending;
    int32_t potential, agitation; /* at the end, permille */
    int width;                    /* of the beam: how strong the search was */
    bool exact;                   /* every line within the depth was tried; otherwise a better one may be there */
};

/* From the session as it stands (talk phase), at most depth exchanges, beam of width states. */
void solve_best_line(struct arena *arena, const td_session *session, int depth, int width, struct best_line *ret);

/* Potential at the end when the skilled player goes on from here to the end; outcome too. */
int32_t solve_skilled_end(td_session *scratch, const td_session *from, enum outcome *ret_outcome);

#endif
