/* test_memory.h - an allocator that counts, for the tests alone.
 * What is still live at the end of a test was owned by somebody who forgot; the peak says what a
 * module costs; a budget lets a test see what happens when memory runs out. */
#ifndef TD_TESTS_TEST_MEMORY_H
#define TD_TESTS_TEST_MEMORY_H

#include "talkdown.h"

#include <setjmp.h>
#include <stdlib.h>

struct test_memory {
    td_allocator allocator;
    size_t live, peak; /* bytes asked for */
    int blocks;
    size_t budget;  /* 0: none; more than this stops the program ... */
    jmp_buf *stops; /* ... or, if set, jumps here with 1 */
};

struct test_block {
    size_t size;
    max_align_t bytes[];
};

static inline void test_memory_stop(const struct test_memory *m)
{
    if (m->stops == NULL)
        abort();
    longjmp(*m->stops, 1);
}

static inline void *test_memory_resize(void *context, void *block, size_t size)
{
    struct test_memory *m = context;
    struct test_block *head =
        block == NULL ? NULL : (struct test_block *)((char *)block - offsetof(struct test_block, bytes));
    size_t before = head == NULL ? 0 : head->size;
    if (size > 0 && m->budget > 0 && (size > m->budget || m->live - before > m->budget - size))
        test_memory_stop(m);
    m->live = m->live - before + size;
    m->peak = m->live > m->peak ? m->live : m->peak;
    m->blocks += (size > 0) - (head != NULL);
    if (size == 0) {
        free(head);
        return NULL;
    }
    head = realloc(head, sizeof *head + size);
    if (head == NULL)
        abort();
    head->size = size;
    return head->bytes;
}

/* m stays where it is while the allocator is in use.  Returns the allocator. */
static inline const td_allocator *test_memory_init(struct test_memory *m)
{
    *m = (struct test_memory){.allocator = {test_memory_resize, m}};
    return &m->allocator;
}

#endif
