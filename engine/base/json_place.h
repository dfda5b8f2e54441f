/* json_place.h - where a value stands in its text, found only when somebody has to be told.
 * The tree keeps no positions (600,000 of them would cost more than they serve); they are found by
 * walking the text again.  Faults mostly come in the order of the text, so the last walk is kept
 * and the next one goes on from there: two hundred faults cost about one reading. */
#ifndef TD_BASE_JSON_PLACE_H
#define TD_BASE_JSON_PLACE_H

#include "json.h"

/* Where the last walk stood in one bracket. */
struct json_step {
    const char *bracket; /* NULL: never */
    const char *item;    /* the start of item number index: of its key, in an object */
    int index;
};

struct json_place {
    td_str text; /* that json_scan() has let pass */
    struct json_step steps[JSON_DEPTH];
    const char *counted; /* the last place that was asked for ... */
    int line, column;    /* ... and where it is */
};

void json_place_init(struct json_place *place, td_str text);
/* The value that path[0 .. depth) leads to from the root, each the number of an item from 0, all of
 * which exist.  With on_key, the quote of its key, if it has one. */
const char *json_place_find(struct json_place *place, const int *path, int depth, bool on_key);
/* The line and the column of at, both from 1; columns count characters. */
void json_place_count(struct json_place *place, const char *at, int *ret_line, int *ret_column);

#endif
