/* verbs.h - the functions behind the rows of verbs.def. */
#ifndef TD_FRONT_VERBS_H
#define TD_FRONT_VERBS_H

#include "cli.h"

/* Runs the verb on what was typed behind it and returns the exit status (cli.h).  Prints for people
 * on stdout, faults on stderr; never leaves half a file. */
#define VERB(name) int verb_##name(struct cli *cli);
#include "verbs.def"
#undef VERB

#endif
