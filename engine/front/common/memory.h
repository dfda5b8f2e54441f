/* memory.h - the allocator of the real program.
 * Running out stops the program here, so that nothing above has to ask after every call. */
#ifndef TD_FRONT_MEMORY_H
#define TD_FRONT_MEMORY_H

#include "talkdown.h"

/* realloc and free.  Out of memory says so on standard error and exits with status 2: what was
 * decided so far is in the autosave. */
extern const td_allocator memory_std;

/* A text of one's own, ended by a NUL behind its length; memory_forget() frees it and leaves none. */
td_str memory_copy(td_str text);
void memory_forget(td_str *text);

/* Large blocks, pictures and sounds, go back to the system when they are freed.  Once, before threads. */
void memory_settle(void);
/* So does what small ones leave behind; takes about a millisecond, so not on a thread that draws. */
void memory_give_back(void);

#endif
