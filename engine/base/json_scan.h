/* json_scan.h - one pass over a text that lets through only what everybody reads the same way, within the
 * limits; whoever listens hears of each value as it passes. */
#ifndef TD_BASE_JSON_SCAN_H
#define TD_BASE_JSON_SCAN_H

#include "json.h"
#include "json_token.h"

struct json_value {
    enum json_type type;
    struct json_raw text; /* of a string */
    int64_t number;       /* of an integer; of a boolean 0 or 1 */
};

/* Told in the order of the text.  An array or object is a value first; its items follow, up to its end.  A text
 * may be refused after much of it was told. */
struct json_listener {
    void *context;
    void (*key)(void *context, struct json_raw key); /* of the value that comes next */
    void (*value)(void *context, const struct json_value *value);
    void (*end)(void *context); /* of the innermost array or object that is open */
};

/* false: *ret says why.  mem is used for the keys of open objects and given back.
 * Slices in *ret are in the text, static, or in ret->note. */
bool json_scan(const td_allocator *mem, td_str text, struct json_limits limits, const struct json_listener *listener,
               struct json_flaw *ret);

#endif
