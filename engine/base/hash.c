/* hash.c - FNV-1a, a byte at a time.
 * Slow beside the newest, but the same on every machine and short enough to be sure of. */
#include "hash.h"

#define FNV_PRIME UINT64_C(0x100000001b3)

uint64_t hash_bytes(uint64_t h, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++)
        h = (h ^ at[i]) * FNV_PRIME;
    return h;
}

uint64_t hash_u64(uint64_t h, uint64_t value)
{
    for (int shift = 0; shift < 64; shift += 8)
        h = (h ^ ((value >> shift) & 0xFF)) * FNV_PRIME;
    return h;
}

/* FNV leaves its last bytes mostly in the low half; the mix of splitmix64 spreads them. */
uint64_t hash_finish(uint64_t h)
{
    h = (h ^ (h >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94D049BB133111EB);
    return h ^ (h >> 31);
}
