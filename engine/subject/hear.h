/* hear.h - what the words themselves do to the person; inside this module only. */
#ifndef TD_SUBJECT_HEAR_H
#define TD_SUBJECT_HEAR_H

#include "moment.h"

/* Step 3 of the update order: the line lands.  at->m decides whether it helps or harms. */
void hear(const struct moment *at);

#endif
