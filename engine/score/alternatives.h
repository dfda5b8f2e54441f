/* alternatives.h - what every other line would have done from the same moment and luck, and the
 * verdict on the one that was chosen (MODEL.md 7.2). */
#ifndef TD_SCORE_ALTERNATIVES_H
#define TD_SCORE_ALTERNATIVES_H

#include "trace.h"

/* Tries every line of the menu and silence, each with the delivery of step->command, and judges the
 * chosen one.  step->choice, move, m and potential_before are set.  session is as before the step and
 * stays so.  look_ahead: the two best are also played on for three exchanges by the skilled player,
 * and the skilled player plays to the end from here (step->skilled_end). */
void alternatives_try(const td_session *session, bool look_ahead, struct step *step);

#endif
