/* json_scan.h - the guard before the parser: one pass over the text that lets through only what
 * cJSON reads the same way as everybody else, within the limits. */
#ifndef TD_BASE_JSON_SCAN_H
#define TD_BASE_JSON_SCAN_H

#include "json.h"
#include "json_token.h"

/* false: *ret says why.  mem is used for the keys of open objects and given back.
 * Slices in *ret are in the text, static, or in ret->note. */
bool json_scan(const td_allocator *mem, td_str text, struct json_limits limits, struct json_flaw *ret);

#endif
