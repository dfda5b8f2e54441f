/* assess.h - what the learner thought, held against what was so (MODEL.md 2.2). */
#ifndef TD_SCORE_ASSESS_H
#define TD_SCORE_ASSESS_H

#include "trace.h"

/* Scores the answer of an `assess` step against the state of the session at that moment. */
void assess_answer(const td_session *session, const struct step *step, struct assessed *ret);

/* Does a prompt of this kind count for reading the person (rather than for safety)? */
bool assess_is_reading(enum prompt_kind kind);

#endif
