/* move_read.h - a line as the model hears it, written as JSON.
 *     {"act": "label", "q": 850, "tone": 1, "pace": 0, "dist": 120, "dt": 45, "complexity": 1,
 *      "trigger": 0, "hook": false} */
#ifndef TD_SUBJECT_MOVE_READ_H
#define TD_SUBJECT_MOVE_READ_H

#include "person.h"

/* Numbers of a move and their least and greatest values: permille, steps, seconds. */
#define TD_MOVE_NUMBERS(X) \
    X(q, 0, 1000)          \
    X(tone, -2, 2)         \
    X(pace, -2, 1)         \
    X(dt, 0, 3600)         \
    X(complexity, 0, 3)    \
    X(trigger, 0, 400)
enum { MOVE_DIST_MAX = 1000 }; /* cm; -1 is no distance, as on a telephone */

/* Reads one move.  What is missing is as in usual, but for the act, which must be there; dist may be
 * null: no distance.  Every fault goes to diags; *ret is written only on success. */
td_status move_read(struct json_doc *doc, const struct move *usual, struct diags *diags, struct move *ret);

#endif
