/* further.h - a further attempt written behind a journal: back to before a decision, then other lines. */
#ifndef TD_FRONT_FURTHER_H
#define TD_FRONT_FURTHER_H

#include "library.h"

/* Appends the whole journal and the new attempt to w, so that `talkdown replay` shows it and `--verify` proves it.
 * number: of the command that is said otherwise.  false: the journal does not run as it was recorded, or one of the
 * commands is refused; w is then of no use. */
bool further_write(const struct library *library, const td_scenario *scenario, const td_journal *journal,
                   int32_t number, const struct command *commands, int count, struct writer *w, int *ret_attempt);

#endif
