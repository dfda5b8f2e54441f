/* plain_ask.h - a second, plain writing of what conditions mean, which lines are on offer, and which line
 * is said: straight from the scenario's arrays, without gates, sieves or anything worked out before.
 * The engine's quick way must agree with it at every moment of every play. */
#ifndef TD_TESTS_PLAIN_ASK_H
#define TD_TESTS_PLAIN_ASK_H

#include "session.h"

bool plain_condition(const td_session *session, int32_t condition);
/* As offered, before shuffling. */
int plain_menu(const td_session *session, int32_t ret[LIMIT_MENU]);
int32_t plain_line(const td_session *session, struct span lines);

#endif
