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

/* The same, where a play whose debrief has not been heard to its end counts as open too: whoever stopped there
 * finds it again. */
const char *plays_newest_left(struct library *library, td_str of);

/* Whether the debrief of the last attempt has been shown. */
bool plays_was_debriefed(const td_journal *journal);

/* A damaged play of the folder gets a name under which it is no longer taken up, and keeps every byte: that name,
 * in the library's arena, or path where it stays as it is (it lies elsewhere, or cannot be renamed). */
const char *plays_set_aside(struct library *library, const char *path);

/* At the rung `record`, all that is kept: a line with scenario, minutes and date, in <home>/completions.jsonl. */
file_fault plays_note_completion(struct library *library, const td_scenario *scenario);

#endif
