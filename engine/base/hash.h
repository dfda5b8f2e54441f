/* hash.h - 64-bit hashes of content: FNV-1a over bytes, finished by a mix.
 * For finding what changed and for check lines in journals; not against an adversary. */
#ifndef TD_BASE_HASH_H
#define TD_BASE_HASH_H

#include "str.h"

#define HASH_START UINT64_C(0xcbf29ce484222325)

/* Each takes the hash so far (HASH_START at first) and returns the next.  The order counts. */
uint64_t hash_bytes(uint64_t h, const void *bytes, size_t len);
uint64_t hash_u64(uint64_t h, uint64_t value);        /* eight bytes, little end first, on every machine */
static inline uint64_t hash_str(uint64_t h, td_str s) /* with its length: "a","bc" differs from "ab","c" */
{
    return hash_bytes(hash_u64(h, s.len), s.ptr, s.len);
}
/* The last step, once: spreads every bit over all 64. */
uint64_t hash_finish(uint64_t h);

#endif
