/* text_check.h - what may stand in one text of a scenario. */
#ifndef TD_SCENARIO_TEXT_CHECK_H
#define TD_SCENARIO_TEXT_CHECK_H

#include "loader.h"
#include "text_keys.h"

enum { WORDS_IN_A_BREATH = 25 }; /* words: nobody says more at once */

/* Adds every fault of the text to the loader's diagnostics.  key: its text id; at: where it stands;
 * s: for the services that its place-holders may name. */
void text_check(struct loader *l, const td_scenario *s, const struct json_at *at, td_str key, td_str text,
                enum text_kind kind);

#endif
