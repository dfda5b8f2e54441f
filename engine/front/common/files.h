/* files.h - whole files in and whole files out.
 * Reading is bounded, writing is atomic: a reader finds the old file or the new one, never half of one. */
#ifndef TD_FRONT_FILES_H
#define TD_FRONT_FILES_H

#include "writer.h"

/* What went wrong, as the id of a sentence: "error.not-found" "error.unreadable" "error.too-large"
 * "error.is-folder" "error.unwritable" "error.disk-full" "error.exists" ... */
typedef const char *file_fault; /* NULL: all is well */

/* Reads at most most bytes into the arena. */
file_fault file_read(struct arena *arena, const char *path, size_t most, td_str *ret);
/* The same from standard input, to its end. */
file_fault file_read_input(struct arena *arena, size_t most, td_str *ret);
/* Replaces or makes path with mode, through a file beside it, synced to the disk before it is renamed. */
file_fault file_write(const char *path, td_str bytes, unsigned mode);
/* The same for a file that must not be there yet: "error.exists". */
file_fault file_write_new(const char *path, td_str bytes, unsigned mode);
/* Appends to path, or makes it. */
file_fault file_append(const char *path, td_str bytes, unsigned mode);
/* Makes the folder and those above it; fine if it is there. */
file_fault folder_make(const char *path, unsigned mode);
bool file_exists(const char *path);
bool folder_exists(const char *path);

/* The sentence for errno after a call that failed. */
file_fault file_fault_of(int error);

#endif
