/* out.h - JSON written as it comes: the commas find their places by what was written last. */
#ifndef TD_WIRE_OUT_H
#define TD_WIRE_OUT_H

#include "writer.h"

/* A comma, unless a bracket has just been opened. */
void out_next(struct writer *w);
void out_key(struct writer *w, const char *key);
void out_open(struct writer *w, const char *key, char bracket); /* "key":{  key NULL: in a list */
void out_close(struct writer *w, char bracket);
void out_int(struct writer *w, const char *key, int64_t value);
void out_bool(struct writer *w, const char *key, bool value);
void out_text(struct writer *w, const char *key, td_str value); /* key NULL: in a list */
/* Nothing at all where there is no text. */
void out_may_text(struct writer *w, const char *key, td_str value);

#endif
