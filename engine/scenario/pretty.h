/* pretty.h - JSON laid out for people: short things on one line, long ones opened up.
 * The order of keys stays; the same document always gives the same bytes. */
#ifndef TD_SCENARIO_PRETTY_H
#define TD_SCENARIO_PRETTY_H

#include "json.h"
#include "writer.h"

/* Appends the value at the root of a document, with a line end behind it. */
void pretty_write(struct writer *w, const struct json_at *root);

/* Appends any value in one line. */
void pretty_write_line(struct writer *w, const struct json_at *at);

#endif
