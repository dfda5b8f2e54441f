/* json_keys.h - no object may name a key twice.
 * cJSON keeps both and answers with the first; another reader takes the last.  Found in linear time,
 * and in n log n even if the keys were made to collide. */
#ifndef TD_BASE_JSON_KEYS_H
#define TD_BASE_JSON_KEYS_H

#include "json_token.h"

struct json_key {
    const char *name; /* decoded */
    uint32_t len;
    uint32_t hash;  /* only among many */
    const char *at; /* its quote in the text */
};

/* The keys of all objects that are open, innermost last: an object remembers where its own begin. */
struct json_keys {
    const td_allocator *mem;
    struct json_key *items;
    size_t count, size;
    struct arena scratch; /* decoded names; buckets */
};

void json_keys_init(struct json_keys *keys, const td_allocator *mem);
void json_keys_finish(struct json_keys *keys);
/* key's text must stay, and be shorter than 4 GiB. */
void json_keys_add(struct json_keys *keys, struct json_raw key);
/* Closes an object whose keys are those from base on.  The first of them, in the order of the text,
 * that repeats an earlier one; false if there is none, and then they are forgotten. */
bool json_keys_close(struct json_keys *keys, size_t base, struct json_key *ret);

#endif
