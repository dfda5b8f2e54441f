/* menu.h - which lines can be said now, before they are shuffled.  Inside this module only. */
#ifndef TD_SIM_MENU_H
#define TD_SIM_MENU_H

#include "ask.h"

/* The node's own choices that are open now, at most `most` of them, in file order.  ret has room for one
 * more than that. */
int menu_own(const td_session *session, int most, int32_t *ret);

#endif
