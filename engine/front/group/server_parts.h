/* server_parts.h - what the files of server.h share: one connection, and the list of them. */
#ifndef TD_FRONT_SERVER_PARTS_H
#define TD_FRONT_SERVER_PARTS_H

#include "door.h"
#include "server.h"

#include <pthread.h>

/* libwebsockets.h itself is for the .c files: it wants a limits.h that is not the scenario's. */
struct lws;
struct lws_context;
struct lws_vhost;
struct sweep;

enum {
    LINK_MESSAGE = 2048, /* bytes of one message from a phone */
    LINK_RATE = 12,      /* messages a second, */
    LINK_BURST = 40,     /* and at once */
    LINK_PATIENCE = 120, /* messages too many before we hang up */
    ASK_MS = 8000,       /* to say what one wants */
    ANSWER_MS = 30000,   /* to take the answer */
    PIECE_BYTES = 16384, /* of an answer, written at once */
};

struct link {
    struct lws *wsi; /* NULL: free, or its end is still to be told to the room */
    struct relay_id id;
    struct address from;
    bool used, socket, told, headers_sent;
    int64_t deadline; /* ms; 0: none */
    /* HTTP */
    struct request *request; /* while its body is still coming, or the handshake's */
    struct answer answer;
    const struct server_file *file; /* instead of answer.body */
    char host[REQUEST_HOST + 1];
    size_t sent;
    bool has_answer;
    /* websocket */
    char said[LINK_MESSAGE];
    size_t said_len;
    struct bucket bucket;
    int32_t impatience;
    bool whole;   /* it asks for every view whole */
    td_str shown; /* the view that the other side holds */
    uint32_t shown_serial;
};

struct server {
    struct lws_context *context;
    struct lws_vhost *vhost;
    struct relay *relay;
    struct door door;
    struct link *links;      /* RELAY_LINES */
    struct address arriving; /* of the connection that is being taken in */
    const struct server_file *files;
    int file_count;
    struct request_self self;
    struct arena arena; /* one write's */
    struct sweep *sweep;
    pthread_t thread;
};

/* server_http.c: each returns what the callback has to; not 0 hangs up. */
int http_asked(struct server *server, struct link *link, td_str path);
int http_body(struct server *server, struct link *link, td_str piece);
int http_body_whole(struct server *server, struct link *link);
int http_write(struct server *server, struct link *link);
/* Fills *ret from the headers.  0, or the status to refuse with. */
int http_request(struct server *server, struct link *link, td_str path, bool post, struct request *ret);

/* server_socket.c: the same for a websocket. */
int socket_wanted(struct server *server, struct link *link);
int socket_open(struct server *server, struct link *link);
int socket_said(struct server *server, struct link *link, td_str piece, bool first, bool last);
int socket_write(struct server *server, struct link *link);

#endif
