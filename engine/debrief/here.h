/* here.h - why a line that is no mistake in itself carried little at this moment. */
#ifndef TD_DEBRIEF_HERE_H
#define TD_DEBRIEF_HERE_H

#include "debrief.h"

/* What kept it from carrying.  false of a line that did well, that hurt by itself, or that had nothing beside it. */
bool debrief_here(const td_debrief *debrief, int32_t step, struct sentence *ret);

#endif
