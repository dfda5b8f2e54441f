/* clock.c - the machine's clock and its source of chance. */
#include "clock.h"

#include <sys/random.h>
#include <time.h>

int64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

uint64_t clock_seed(void)
{
    enum { SEEDS = 999999999 };
    uint64_t bits = 0;
    if (getrandom(&bits, sizeof bits, GRND_NONBLOCK) != (ssize_t)sizeof bits) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        bits = (uint64_t)now.tv_nsec * 1000003u + (uint64_t)now.tv_sec;
    }
    return bits % SEEDS + 1;
}
