/* quoted.h - JSON in a C string: ' stands for ", so that it can be read. */
#ifndef TALKDOWN_TESTS_QUOTED_H
#define TALKDOWN_TESTS_QUOTED_H

#include <stdlib.h>
#include <string.h>

/* Writes text with its quotes into ret, ended by NUL, and returns its length; stops the test if it is too long. */
static inline size_t put_quoted(char *ret, size_t size, const char *text)
{
    size_t len = strlen(text);
    if (len >= size)
        abort();
    memcpy(ret, text, len + 1);
    for (char *mark = strchr(ret, '\''); mark; mark = strchr(mark, '\''))
        *mark = '"';
    return len;
}

#endif
