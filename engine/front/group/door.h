/* door.h - how much one caller may take, so that no caller can take it from the others.
 * Connections, requests and wrong guesses are counted by address.  Time comes in; nothing here waits,
 * locks or allocates after the start, and a table that is full forgets whoever matters least. */
#ifndef TD_FRONT_DOOR_H
#define TD_FRONT_DOOR_H

#include "address.h"

enum {
    DOOR_PLACES = 1024,    /* addresses remembered */
    DOOR_CONNECTIONS = 80, /* of one address at a time: a class behind one router still fits */
    DOOR_BURST = 200,      /* requests of one address at once, */
    DOOR_RATE = 40,        /* and a second after that */
    DOOR_ARRIVALS = 400,   /* connections of one address at once where each costs a handshake of TLS, */
    DOOR_ARRIVING = 60,    /* and a second after that */
    DOOR_GUESSES = 5,      /* wrong codes or PINs before an address has to wait */
    DOOR_WAIT_MS = 30000,  /* the first time; then twice as long each time, */
    DOOR_WAIT_MOST_MS = 900000,
};

/* An allowance that refills with time. */
struct bucket {
    int64_t at;    /* when last looked at, ms */
    int32_t drops; /* in thousandths */
};
/* Takes one of at most burst that come back at rate a second.  false: none is left. */
bool bucket_take(struct bucket *bucket, int64_t now, int32_t rate, int32_t burst);

struct door_place {
    struct address who;
    int64_t seen;         /* last time, ms; 0: free */
    int64_t locked_until; /* guesses are not heard before */
    int32_t connections;
    int32_t wrong, locks;
    struct bucket requests, arrivals;
};

struct door {
    struct door_place places[DOOR_PLACES];
    int32_t most; /* connections of one address */
};

void door_init(struct door *door, int32_t most_connections);
/* A connection wants in.  false: this address has enough. */
bool door_enter(struct door *door, struct address who, int64_t now);
void door_leave(struct door *door, struct address who, int64_t now);
/* A connection that has to be greeted at some cost: may it be? */
bool door_greet(struct door *door, struct address who, int64_t now);
/* A request: may it be worked on? */
bool door_request(struct door *door, struct address who, int64_t now);
/* Milliseconds for which this address may not guess; 0: it may. */
int64_t door_locked(struct door *door, struct address who, int64_t now);
/* It guessed.  A right guess forgives the wrong ones before it. */
void door_guessed(struct door *door, struct address who, int64_t now, bool right);

#endif
