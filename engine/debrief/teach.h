/* teach.h - what to say beside the verdicts: strengths, questions, the person's voice, what to practise. */
#ifndef TD_DEBRIEF_TEACH_H
#define TD_DEBRIEF_TEACH_H

#include "debrief.h"

/* Fills strengths, questions, voice and drill; the turning points stand already. */
void teach_fill(td_debrief *debrief);

#endif
