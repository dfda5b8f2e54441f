/* autosave.h - every decision is on the disk before its answer is shown.
 * A thread appends each line and syncs it; the caller waits for the acknowledgement, or looks in once
 * a frame.  When the disk refuses, nothing is lost: the lines stay in memory, the caller is told once,
 * and every further line tries to write all of them again. */
#ifndef TD_FRONT_AUTOSAVE_H
#define TD_FRONT_AUTOSAVE_H

#include "files.h"

struct autosave;

/* Goes on behind the first keep bytes of path, a file that is there; what stood behind them is cut off.
 * NULL with *fault if it cannot be opened: "error.in-use" while somebody else writes to it. */
struct autosave *autosave_open(const char *path, size_t keep, file_fault *fault);
/* Hands over text to be appended; it is copied. */
void autosave_write(struct autosave *save, td_str text);
/* Everything handed over is on the disk, or the disk has refused it. */
bool autosave_settled(struct autosave *save);
/* Waits for that. */
void autosave_wait(struct autosave *save);
/* Why the last attempt failed, or NULL if all is on the disk. */
file_fault autosave_trouble(struct autosave *save);
/* Tries once more if something is open, then stops the thread.  NULL is fine.  false: lines were lost. */
bool autosave_close(struct autosave *save);

#endif
