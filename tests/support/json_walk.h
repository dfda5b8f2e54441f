/* json_walk.h - what must hold for every JSON document that was read, for tests and fuzzers. */
#ifndef TD_TESTS_JSON_WALK_H
#define TD_TESTS_JSON_WALK_H

#include "json.h"
#include "writer.h"

/* Visits values (all of a small document, a part of a large one) and stops the program where the
 * place or the pointer that json_fault() gives does not lead back to the value. */
void json_walk_check(const struct json_doc *doc, td_str text, const td_allocator *mem);
/* The value as JSON without white space. */
void json_walk_write(const struct json_at *at, struct writer *w);

#endif
