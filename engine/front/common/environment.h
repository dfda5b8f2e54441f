/* environment.h - what the machine says: the only file that asks the environment. */
#ifndef TD_FRONT_ENVIRONMENT_H
#define TD_FRONT_ENVIRONMENT_H

/* The value of a variable, or NULL if it is not set or empty.  Not ours to free or to change. */
const char *environment(const char *name);

#endif
