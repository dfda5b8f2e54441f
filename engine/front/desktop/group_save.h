/* group_save.h - the report of a session that is over, beside its room. */
#ifndef TD_FRONT_GROUP_SAVE_H
#define TD_FRONT_GROUP_SAVE_H

#include "library.h"

/* Writes FILE.html for the room kept in FILE, as far as its rung of privacy allows.  Returns a sentence in the arena:
 * where it is, or why it is not. */
td_str group_save(struct library *library, const char *file, struct arena *arena);

#endif
