/* menu.h - which lines can be said now, before they are shuffled.  Inside this module only. */
#ifndef TD_SIM_MENU_H
#define TD_SIM_MENU_H

#include "ask.h"

/* The node's own choices that are open now: bit i for its i-th. */
unsigned menu_own(const td_session *session);

#endif
