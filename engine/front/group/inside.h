/* inside.h - a room inside this program: the same host as `talkdown host`, on a thread of its own, which alone
 * touches the room.  The window talks to it as every other seat does. */
#ifndef TD_FRONT_INSIDE_H
#define TD_FRONT_INSIDE_H

#include "host.h"

enum inside_state { INSIDE_OPENING, INSIDE_OPEN, INSIDE_FAILED };

/* Known once it is open. */
struct inside_facts {
    char code[16], pin[16], url[200], address[160], file[1024];
};

struct inside;

/* wake(context) is called on the room's thread when the state changed.  NULL: no thread could be had. */
struct inside *inside_open(const struct host_wish *wish, void (*wake)(void *context), void *context);
enum inside_state inside_state(struct inside *inside);
/* INSIDE_OPEN. */
void inside_facts(struct inside *inside, struct inside_facts *ret);
/* INSIDE_FAILED, or a disk that is full: the id of a sentence with {path}, or NULL. */
const char *inside_trouble(struct inside *inside, char ret_path[1024]);
/* Closes the room and waits until everything is on the disk.  NULL is fine.  false: something was lost. */
bool inside_close(struct inside *inside);

/* The first port from `first` on that is free for everybody's use now; 0: none of ten. */
int inside_free_port(int first);

#endif
