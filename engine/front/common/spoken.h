/* spoken.h - what of a line is said aloud, in letters that a synthesiser can read. */
#ifndef TD_FRONT_SPOKEN_H
#define TD_FRONT_SPOKEN_H

#include "writer.h"

/* The line without its [stage directions] and without the marks of the pseudo-language, white space made
 * single.  Empty if nothing is said.  In the arena, with a NUL behind it. */
td_str spoken_of(struct arena *arena, td_str line);
/* The same in ASCII, for a voice that knows nothing else: curly quotes straight, accents off, dashes and
 * dots of omission as the pause they stand for; what has no likeness is left out. */
td_str spoken_ascii(struct arena *arena, td_str spoken);

#endif
