/* rng.h - the only source of chance in the engine.
 * Counter based: luck is a pure function of (seed, turn, channel), so every option of a moment
 * meets the same luck and a journal replays on any machine (MODEL.md 6.1). */
#ifndef TD_BASE_RNG_H
#define TD_BASE_RNG_H

#include <stdint.h>

static inline uint32_t rng_mix(uint64_t z)
{
    z += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

/* A factor in permille, 1000 - amp .. 1000 + amp, triangular. */
static inline int32_t rng_noise(uint64_t seed, uint32_t turn, uint32_t channel, int32_t amp)
{
    uint64_t b = seed * 1000003u + (uint64_t)turn * 97u + (uint64_t)channel * 2u;
    int32_t sum = (int32_t)(rng_mix(b) % 1001u) + (int32_t)(rng_mix(b + 1) % 1001u) - 1000;
    return 1000 + sum * amp / 1000;
}

/* 0 .. below-1 from a counter; below > 0. */
static inline uint32_t rng_pick(uint64_t seed, uint64_t counter, uint32_t below)
{
    return rng_mix(seed * 1000003u + counter * 131u + 7u) % below;
}

#endif
