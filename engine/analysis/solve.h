/* solve.h - the best line from a state, and what each choice is worth when a skilled helper goes on.
 * The person's state is continuous, so states do not merge and an exact answer is out of reach: this is
 * a beam search, and says so.  Its line is a real play: applying it reaches the claimed end. */
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
};

/* From the session as it stands (talk phase), at most depth exchanges, beam of width states. */
void solve_best_line(struct arena *arena, const td_session *session, int depth, int width, struct best_line *ret);

/* Potential at the end when the skilled player goes on from here to the end; outcome too. */
int32_t solve_skilled_end(td_session *scratch, const td_session *from, enum outcome *ret_outcome);

#endif
