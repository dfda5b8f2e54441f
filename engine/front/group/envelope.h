/* envelope.h - what the thread of the sockets needs of the protocol, and no more of it: its headers and the
 * engine's cannot be seen together (both have a limits.h). */
#ifndef TD_FRONT_ENVELOPE_H
#define TD_FRONT_ENVELOPE_H

#include "writer.h"

enum { ENVELOPE_SERVICE_RESTART = 1012, ENVELOPE_NOT_YOURS = 4403, ENVELOPE_CLOSED = 4410 }; /* why we hang up */

/* The view whole, or what is new against the one that the other side holds. */
void envelope_view(struct writer *w, uint32_t serial, int64_t now, td_str view);
void envelope_difference(struct writer *w, uint32_t from, uint32_t serial, int64_t now, td_str was, td_str is);
/* "You are too quick", in reply to nothing in particular. */
void envelope_slow_down(struct writer *w);

#endif
