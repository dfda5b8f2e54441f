/* host.h - a group session that is going on: the room, its file, its sockets.
 * The caller's thread is the only one that touches the room. */
#ifndef TD_FRONT_HOST_H
#define TD_FRONT_HOST_H

#include "wire_room.h"

struct relay;

/* What whoever opened a room has to know of it; good during the call. */
struct host_open {
    const char *code, *pin, *file;
    const char *url, *address; /* "http://192.168.4.20:8080/?code=KEEP-4821", "192.168.4.20:8080" */
    struct relay *relay;       /* relay_stop() on it ends the room, from any thread */
};

/* A program with a room inside it is told what `talkdown host` prints.  Called on the room's thread. */
struct host_opener {
    void *context;
    void (*opened)(void *context, const struct host_open *open);
    void (*trouble)(void *context, const char *id, const char *path); /* id: a sentence with {path} */
};

struct host_wish {
    const char *scenario;          /* NULL only with a file that is there */
    const char *file;              /* of the room, or NULL: a new one in the learner's folder */
    const char *lang, *model;      /* or NULL */
    const char *bind;              /* or NULL: every address */
    const char *address;           /* what phones are told, or NULL: found out */
    const char *certificate, *key; /* of the site, both or neither */
    int port, per_address;
    const struct host_opener *opener; /* NULL: standard output, and signals end it */
    struct wire_setup setup;          /* entropy is filled in here; a pin is made where there is none */
};

/* Opens or reopens the room, says how to join, and serves it until a signal or relay_stop() ends it.
 * Returns the exit status; the reader has been told what went wrong. */
int host_run(const struct host_wish *wish);

#endif
