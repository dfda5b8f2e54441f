/* relay.h - the only thing that the thread of the sockets and the thread of the room have in common.
 * Each side hands the other whole values and forgets them.  Everything has a bound: letters to the room wait
 * in a ring that can be full; towards each line (a connection) there is room for its newest view, a few
 * replies and one answer, so that whoever reads slowly costs nobody anything: a newer view takes the place
 * of the older one.
 *
 * A line's place is used again after it is gone; `turn` tells the callers apart, and what is meant for a
 * turn that is over is dropped. */
#ifndef TD_FRONT_RELAY_H
#define TD_FRONT_RELAY_H

#include "request.h"

enum {
    RELAY_LINES = 768,    /* connections at a time */
    RELAY_LETTERS = 4096, /* waiting for the room */
    RELAY_REPLIES = 16,   /* waiting for one line */
};

struct relay_id {
    int32_t line; /* 0 .. RELAY_LINES - 1 */
    uint32_t turn;
};

enum letter_kind { LETTER_OPEN, LETTER_SAID, LETTER_SHUT, LETTER_REQUEST };

/* To the room. */
struct letter {
    enum letter_kind kind;
    struct relay_id id;
    td_str bytes;            /* LETTER_SAID: a message */
    struct request *request; /* LETTER_OPEN: of the handshake; LETTER_REQUEST */
};
void letter_finish(struct letter *letter);

/* To a line, about its request. */
struct answer {
    int status;
    const char *type;                 /* constant; NULL: no body */
    char cookie[REQUEST_TOKEN + 1];   /* to be set; "-": to be forgotten; empty: neither */
    char location[REQUEST_QUERY + 1]; /* 303 */
    char saved_as[48];                /* the name of a file to be kept; empty: a page to be shown */
    td_str body;                      /* the relay's, from memory_std */
};

struct relay;

/* wake is called after something was handed to the sockets, from the room's thread. */
struct relay *relay_create(void (*wake)(void *context), void *context);
void relay_destroy(struct relay *relay); /* after both threads are done */

/* --- the sockets' side ------------------------------------------------------------------------------ */

/* A new turn of a line.  Whatever was meant for the old one is dropped. */
struct relay_id relay_line(struct relay *relay, int32_t line);
/* Takes the letter over.  false: the ring is full and the letter stays the caller's. */
bool relay_post(struct relay *relay, const struct letter *letter);
/* The room takes no more. */
bool relay_stopped(struct relay *relay);
/* The next line that something was handed to since it was last asked; false: none. */
bool relay_next_line(struct relay *relay, int32_t *ret_line);
/* What waits for a line; the caller's to free with memory_std.  false: none. */
bool relay_take_reply(struct relay *relay, int32_t line, td_str *ret);
bool relay_take_view(struct relay *relay, int32_t line, uint32_t *ret_serial, int64_t *ret_now, td_str *ret);
bool relay_take_answer(struct relay *relay, int32_t line, struct answer *ret);
/* The close code that the room wants, or 0. */
int relay_closing(struct relay *relay, int32_t line);

/* --- the room's side --------------------------------------------------------------------------------- */

/* Waits at most ms for letters and takes at most most of them.  Returns how many. */
int relay_wait(struct relay *relay, int ms, struct letter *ret, int most);
/* Copies the text; too many replies at once close the line. */
void relay_reply(struct relay *relay, struct relay_id id, td_str text);
void relay_view(struct relay *relay, struct relay_id id, uint32_t serial, int64_t now, td_str view);
/* Copies body, not answer->body. */
void relay_answer(struct relay *relay, struct relay_id id, const struct answer *answer, td_str body);
void relay_close(struct relay *relay, struct relay_id id, int code);
/* Calls the sockets' thread, once after a batch. */
void relay_wake(struct relay *relay);
/* The end of both: relay_wait() returns at once, the sockets are woken. */
void relay_stop(struct relay *relay);

#endif
