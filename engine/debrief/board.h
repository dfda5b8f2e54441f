/* board.h - the situation board against the truth.  Inside this module only. */
#ifndef TD_DEBRIEF_BOARD_H
#define TD_DEBRIEF_BOARD_H

#include "debrief.h"

/* Judges what the learner (or the seat of the board) wrote in this attempt; trace, texts and source stand already. */
void board_fill(struct arena *arena, const td_journal *journal, td_debrief *debrief);

#endif
