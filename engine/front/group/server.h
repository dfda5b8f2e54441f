/* server.h - the sockets of a room: one port, HTTP and websockets, plain or under TLS, on a thread of its own.
 * It knows nothing of people, roles or votes: it checks what can be checked of a stranger's bytes (size,
 * rate, where they say they come from), hands them to the room through the relay, and sends what comes
 * back.  It never touches the session. */
#ifndef TD_FRONT_SERVER_H
#define TD_FRONT_SERVER_H

#include "files.h"
#include "relay.h"

struct server_file {
    const char *path; /* "/room.js" */
    const char *type; /* "text/css; charset=utf-8" */
    td_str bytes;
    bool kept; /* may be kept by the browser for the length of a session */
};

struct server_setup {
    const char *bind;                /* an address of this machine; NULL: all of them */
    struct request_self self;        /* port 0: any that is free */
    const char *certificate, *key;   /* files that seal_look() found good, where self is sealed */
    int per_address;                 /* connections */
    const struct server_file *files; /* borrowed until server_stop() */
    int file_count;
};

struct server;

/* Listens.  NULL with *fault ("error.port-taken", "error.no-thread"; "error.certificate" where what vouches for it
 * cannot be used). */
struct server *server_start(const struct server_setup *setup, file_fault *fault);
int server_port(const struct server *server);
struct relay *server_relay(struct server *server);
/* Closes everything and gives it back.  NULL is fine. */
void server_stop(struct server *server);

#endif
