/* plays.h - the folder of the learner's plays: names, frozen copies, the one to go on with. */
#ifndef TD_FRONT_PLAYS_H
#define TD_FRONT_PLAYS_H

#include "files.h"
#include "library.h"

/* A path for a play that begins now: <home>/plays/<date>-<scenario>.play, made unique; the folder is
 * made, readable by its owner alone.  NULL with *fault where that cannot be. */
const char *plays_new_path(struct library *library, td_str scenario, file_fault *fault);

/* Keeps one copy of the scenario, its words and the coefficients by hash, so that the play replays for
 * ever.  A failure costs only that; it is returned. */
file_fault plays_freeze(struct library *library, const struct tale *tale);

/* The newest play that has not come to an end, or NULL.  of: only of this scenario, unless empty. */
const char *plays_newest_open(struct library *library, td_str of);

/* At the rung `record`, all that is kept: a line with scenario, minutes and date, in <home>/completions.jsonl. */
file_fault plays_note_completion(struct library *library, const td_scenario *scenario);

#endif
