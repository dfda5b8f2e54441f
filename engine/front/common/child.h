/* child.h - another program run for its output: text in, bytes out, and never a wait without end. */
#ifndef TD_FRONT_CHILD_H
#define TD_FRONT_CHILD_H

#include "writer.h"

/* Runs argv (found in PATH, NULL at the end) with input on its standard input; what it writes is added to
 * out, at most most bytes.  false if it cannot be started, fails, writes more, or is not done in time; it
 * is then killed.  Its complaints go nowhere. */
bool child_run(char *const argv[], td_str input, size_t most, int ms, struct writer *out);

#endif
