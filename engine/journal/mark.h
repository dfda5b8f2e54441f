/* mark.h - the grammar of marks.  Inside this module only. */
#ifndef TD_JOURNAL_MARK_H
#define TD_JOURNAL_MARK_H

#include "journal.h"

enum mark_check { MARK_GOOD, MARK_UNKNOWN_KIND, MARK_BAD };

/* Reads "SEAT kind rest" without its end; slices of line.  A kind we do not know is kept as it stands. */
enum mark_check mark_parse(td_str line, struct mark *ret);
/* May this seat make a mark of this (known) kind? */
bool mark_may(enum seat seat, td_str kind);

#endif
