/* envelope.c - the protocol's own writers, under names without its types. */
#include "envelope.h"

#include "wire_room.h"

void envelope_view(struct writer *w, uint32_t serial, int64_t now, td_str view)
{
    wire_send_full(w, serial, now, view);
}

void envelope_difference(struct writer *w, uint32_t from, uint32_t serial, int64_t now, td_str was, td_str is)
{
    wire_send_difference(w, from, serial, now, was, is);
}

void envelope_slow_down(struct writer *w)
{
    wire_send_reply(w, NONE, WIRE_SLOW_DOWN);
}
