/* memory.c - malloc behind td_allocator.
 * The sentence stands here and not in assets/lang: with no memory left, nothing can be looked up. */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

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

td_str memory_copy(td_str text)
{
    char *copy = memory_std.resize(memory_std.context, NULL, text.len + 1);
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    copy[text.len] = '\0';
    return (td_str){copy, text.len};
}

void memory_forget(td_str *text)
{
    union {
        const char *read;
        void *owned;
    } bytes = {.read = text->ptr}; /* others may only read it; it was made here and ends here */
    free(bytes.owned);
    *text = (td_str){NULL, 0};
}

/* Where the C library offers nothing of the kind, nothing is done.  A sanitizer's allocator ignores it. */
void memory_settle(void)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 128 * 1024); /* else it grows with the first large block that is freed */
    mallopt(M_TRIM_THRESHOLD, 256 * 1024);
#endif
}

void memory_give_back(void)
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
