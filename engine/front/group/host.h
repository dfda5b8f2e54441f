/* host.h - a group session that is going on: the room, its file, its sockets.
 * The caller's thread is the only one that touches the room. */
#ifndef TD_FRONT_HOST_H
#define TD_FRONT_HOST_H

#include "wire_room.h"

struct host_wish {
    const char *scenario;          /* NULL only with a file that is there */
    const char *file;              /* of the room, or NULL: a new one in the learner's folder */
    const char *lang, *model;      /* or NULL */
    const char *bind;              /* or NULL: every address */
    const char *address;           /* what phones are told, or NULL: found out */
    const char *certificate, *key; /* of the site, both or neither */
    int port, per_address;
    struct wire_setup setup; /* entropy is filled in here; a pin is made where there is none */
};

/* Opens or reopens the room, says on standard output how to join, and serves it until a signal ends it.
 * Returns the exit status; the reader has been told what went wrong. */
int host_run(const struct host_wish *wish);

#endif
