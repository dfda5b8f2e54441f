/* paths.h - where the program's data lie and where the learner's go.
 * Data: TALKDOWN_DATA, then beside the program (a stick, a class room), then the install prefix.
 * The learner's: TALKDOWN_HOME, then $XDG_DATA_HOME/talkdown, then ~/.local/share/talkdown.  A variable that is
 * empty counts as not set. */
#ifndef TD_FRONT_PATHS_H
#define TD_FRONT_PATHS_H

#include "arena.h"

/* The folder that has scenarios/ and assets/ in it, or NULL if there is none.  In the arena. */
const char *path_data(struct arena *arena);
/* The learner's folder; it need not exist yet.  NULL if the machine names no home at all. */
const char *path_home(struct arena *arena);
/* folder + "/" + name. */
const char *path_join(struct arena *arena, const char *folder, const char *name);
const char *path_folder_of(struct arena *arena, const char *path);
/* The last part of a path. */
td_str path_last(const char *path);

#endif
