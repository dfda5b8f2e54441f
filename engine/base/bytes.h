/* bytes.h - decisions drawn from a buffer.
 * Property tests fill the buffer from a printed seed, fuzzers from their corpus, and both drive the
 * same generator; "drop or zero bytes while it still fails" then shrinks a failing play. */
#ifndef TD_BASE_BYTES_H
#define TD_BASE_BYTES_H

#include "rng.h"

#include <stddef.h>

/* What is left to draw from.  It owns nothing. */
struct bytes {
    const uint8_t *at;
    size_t len;
};

static inline struct bytes bytes_from(const void *ptr, size_t len)
{
    return (struct bytes){ptr, len};
}

/* One byte; 0 for ever once the buffer is used up, so a generator must be able to stop on zeros. */
static inline uint8_t take_byte(struct bytes *b)
{
    if (b->len == 0)
        return 0;
    b->len--;
    return *b->at++;
}

/* 0 .. below-1 out of as few bytes as can tell them apart; 0 < below <= 2^32.  0 once used up. */
static inline uint32_t take_below(struct bytes *b, uint64_t below)
{
    uint64_t value = take_byte(b);
    for (uint64_t reach = 256; reach < below; reach *= 256)
        value = value * 256 + take_byte(b);
    return (uint32_t)(value % below);
}

/* low .. high, both included; low <= high.  low once used up. */
static inline int32_t take_between(struct bytes *b, int32_t low, int32_t high)
{
    return (int32_t)(low + (int64_t)take_below(b, (uint64_t)((int64_t)high - low) + 1));
}

/* The same bytes for the same seed on every machine. */
static inline void bytes_fill(uint8_t *ret, size_t len, uint64_t seed)
{
    for (size_t i = 0; i < len; i++)
        ret[i] = (uint8_t)rng_mix(seed * 1000003u + i);
}

#endif
