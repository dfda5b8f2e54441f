/* dial.h - the other end: a room joined from here, without a browser.
 * One connection, blocking, with a deadline for each step; what comes back is bounded like everything else. */
#ifndef TD_FRONT_DIAL_H
#define TD_FRONT_DIAL_H

#include "files.h"

enum { DIAL_TEXT = 1 << 18 }; /* bytes of one message from the host */

struct dial_url {
    char host[128], port[8], code[32];
    bool sealed; /* https */
};

/* "http://192.168.4.20:8080/?code=KEEP-4821", https or not, the code left out or not.  false: it is none. */
bool dial_url_read(const char *text, struct dial_url *ret);

/* POST /join; *ret is the token, in the arena.  Otherwise a fault, or NULL with *refusal, the room's code why not. */
file_fault dial_join(struct arena *arena, const struct dial_url *url, const char *code, const char *name,
                     const char *role, const char *lang, td_str *ret, td_str *refusal);

/* POST /console: the instructor's seat, for whoever knows the PIN.  The same answers. */
file_fault dial_console(struct arena *arena, const struct dial_url *url, const char *pin, const char *lang, td_str *ret,
                        td_str *refusal);

/* A websocket that has said whose it is.  -1 with a fault; otherwise the socket, the caller's to dial_close(). */
int dial_open(struct arena *arena, const struct dial_url *url, td_str token, file_fault *fault);
/* What the projector shows: on the host's own machine without a code, elsewhere with url's. */
int dial_watch(struct arena *arena, const struct dial_url *url, file_fault *fault);
bool dial_send(int fd, td_str text);
/* Hangs up once what was said last is on its way, and waits for that no longer than a second. */
void dial_close(int fd);
/* The next message, in the arena; empty: it was a ping, and is answered.  false: the line is gone. */
bool dial_take(int fd, struct arena *arena, td_str *ret);

#endif
