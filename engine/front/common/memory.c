/* memory.c - malloc behind td_allocator.
 * The sentence stands here and not in assets/lang: with no memory left, nothing can be looked up. */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>

static void *resize(void *context, void *block, size_t size)
{
    (void)context;
    if (size == 0) {
        free(block);
        return NULL;
    }
    void *resized = realloc(block, size);
    if (resized == NULL) {
        fprintf(stderr, "talkdown: out of memory (%zu bytes more were needed)\n", size); /* no words yet */
        exit(2);
    }
    return resized;
}

const td_allocator memory_std = {resize, NULL};
