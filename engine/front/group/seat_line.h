/* seat_line.h - a seat in a room, held from this program: a thread of its own keeps the line, and dials again by
 * the seat's token whenever it is gone.  Only the newest view waits here; whoever shows it may be slow. */
#ifndef TD_FRONT_SEAT_LINE_H
#define TD_FRONT_SEAT_LINE_H

#include "dial.h"

enum seat_line_kind { LINE_SEAT, LINE_CONSOLE, LINE_SCREEN };
enum seat_line_state {
    LINE_DIALLING, /* not there yet, or gone and tried again */
    LINE_UP,
    LINE_REFUSED, /* the room does not want us: seat_line_refusal() says why */
};

struct seat_line_wish {
    enum seat_line_kind kind;
    struct dial_url url;
    const char *name, *role, *lang; /* LINE_SEAT; role may be empty */
    const char *pin;                /* LINE_CONSOLE */
    const char *token;              /* of a seat that is ours already; NULL: ask for one */
    void (*wake)(void *context);    /* something is new; called on the line's thread */
    void *context;
};

enum { LINE_REASON = 48 };

struct seat_line;

/* Copies what the wish points to.  NULL: no thread could be had. */
struct seat_line *seat_line_open(const struct seat_line_wish *wish);
enum seat_line_state seat_line_state(struct seat_line *line);
/* A message of wire/message.h; it waits while the line is down for a moment, the oldest give way. */
void seat_line_say(struct seat_line *line, td_str message);
/* The newest message with a view since the last call, in the arena; *ret_age: ms since it came.  false: none. */
bool seat_line_take(struct seat_line *line, struct arena *arena, td_str *ret, int64_t *ret_age);
/* A code of why something was refused, once; false: nothing was. */
bool seat_line_refusal(struct seat_line *line, char ret[LINE_REASON]);
/* The host's disk is full: what is decided is kept in memory only. */
bool seat_line_trouble(struct seat_line *line);
/* Ours, once the room has let us in; otherwise empty. */
void seat_line_token(struct seat_line *line, char ret[40]);
/* Does not wait: the thread ends by itself.  NULL is fine. */
void seat_line_close(struct seat_line *line);

#endif
