/* environment.c - getenv, in one place: everything else is told. */
#include "environment.h"

#include <stddef.h>
#include <stdlib.h>

const char *environment(const char *name)
{
    const char *value = getenv(name);
    return value != NULL && value[0] != '\0' ? value : NULL;
}
