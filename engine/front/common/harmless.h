/* harmless.h - a stranger's text made safe to show: no byte of it reaches a terminal as a command. */
#ifndef TD_FRONT_HARMLESS_H
#define TD_FRONT_HARMLESS_H

#include "arena.h"

/* The same text, with U+FFFD for every control character, every mark that turns the direction of
 * writing, and every byte that is not UTF-8.  In the arena. */
td_str harmless(struct arena *arena, td_str text);

#endif
