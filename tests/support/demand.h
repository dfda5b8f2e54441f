/* demand.h - what a fuzz target insists on: says what did not hold, and where, before it stops. */
#ifndef TALKDOWN_TESTS_DEMAND_H
#define TALKDOWN_TESTS_DEMAND_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static inline void demand_at(bool holds, const char *what, const char *file, int line)
{
    if (holds)
        return;
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    abort();
}

#define demand(holds) demand_at((holds), #holds, __FILE__, __LINE__)

#endif
