/* test_base_allocator.c - the real program's allocator, and what happens when memory runs out. */
#include "arena.h"
#include "memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void *resize(void *block, size_t size)
{
    return memory_std.resize(memory_std.context, block, size);
}

static void blocks_grow_and_shrink_with_their_bytes(void **state)
{
    (void)state;
    char *block = resize(NULL, 4);
    memcpy(block, "calm", 4);
    block = resize(block, 100000);
    assert_memory_equal(block, "calm", 4);
    block = resize(block, 2);
    assert_memory_equal(block, "ca", 2);
    assert_null(resize(block, 0));
    assert_null(resize(NULL, 0));
}

/* In a child: asks for more than there is, with standard error going to out. */
static void ask_for_too_much(int out)
{
    struct arena arena;
    if (dup2(out, STDERR_FILENO) < 0)
        _exit(3);
    arena_init(&arena, &memory_std);
    arena_array(&arena, SIZE_MAX, 2);
    _exit(0); /* it came back */
}

static void running_out_says_so_and_exits_with_two(void **state)
{
    (void)state;
    char said[200] = "";
    int ends[2];
    int status = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0)
        ask_for_too_much(ends[1]);
    close(ends[1]);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 2);
    assert_non_null(strstr(said, "talkdown: out of memory"));
}

/* A sanitizer's own allocator stops the program in its own way. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_grow_and_shrink_with_their_bytes),
#ifndef SANITIZED
        cmocka_unit_test(running_out_says_so_and_exits_with_two),
#endif
    };
#ifdef SANITIZED
    (void)running_out_says_so_and_exits_with_two;
#endif
    return cmocka_run_group_tests(tests, NULL, NULL);
}
