/* host_parts.h - what the files of host.h share. */
#ifndef TD_FRONT_HOST_PARTS_H
#define TD_FRONT_HOST_PARTS_H

#include "autosave.h"
#include "door.h"
#include "host.h"
#include "pages.h"
#include "pictures.h"
#include "room_file.h"
#include "seal.h"
#include "server.h"
#include "tongues.h"

enum {
    HOST_BATCH = 256,     /* letters worked on before one write to the disk */
    HOST_HELLO_MS = 8000, /* for a line to say whose it is */
    HOST_POLL_MS = 25000, /* a page without scripts asks more often than this */
    HOST_FILES = 24,
    HOST_STRANGER = -2, /* a line that has not yet said whose it is */
};

/* The far end of one line. */
struct caller {
    bool open, sent;
    struct relay_id id;
    struct address from;
    int member; /* a number, WIRE_PROJECTOR or HOST_STRANGER */
    uint32_t serial;
    int64_t since;
};

/* One member, as the network sees them. */
struct guest {
    bool bound, here;
    struct address from; /* where their token is good while they are here */
    int lines;
    int64_t polled; /* ms; when a page without scripts last asked, 0 */
};

struct host {
    struct tongues tongues;
    const td_scenario *scenario;
    struct wire_room *room;
    struct server *server;
    struct relay *relay;
    struct autosave *save;
    file_fault trouble;
    const struct host_opener *opener; /* or NULL */
    int64_t base;                     /* clock_ms() at the room's time 0 */
    struct door codes, pins;
    int pins_wrong; /* by anybody */
    struct caller callers[RELAY_LINES];
    struct guest guests[WIRE_MEMBERS];
    struct server_file files[HOST_FILES];
    struct picture pictures[PICTURES];
    int file_count;
    struct arena arena; /* of the whole run */
    struct arena batch; /* of one round */
    const char *path;   /* of the room's file */
    char address[160];  /* "192.168.4.20:8080" */
    const char *shown;  /* what people type: the same, with https:// before it where that is needed */
    const char *name;   /* that phones may call us by besides our addresses, or NULL */
    bool sealed;        /* https */
    bool again;         /* the room was there before */
};

/* What a letter leads to once the disk has it. */
struct outcome_of_letter {
    td_str reply;        /* to a message */
    const char *refusal; /* of a form; NULL: done */
    const char *to;      /* 303; NULL: the page that was asked for */
    int member;          /* who asks, or HOST_STRANGER */
    bool barred;         /* from the projector's page: it is another room's */
    char cookie[REQUEST_TOKEN + 1];
};

/* host_letters.c: what a letter does to the room. */
void host_letter(struct host *host, const struct letter *letter, struct writer *log, struct outcome_of_letter *ret);
/* host_answer.c: what is sent for it afterwards. */
void host_reply(struct host *host, const struct letter *letter, const struct outcome_of_letter *outcome);
/* host_views.c: the newest view to everybody whose view changed. */
void host_send_views(struct host *host);
/* Who is here and who is not; lines that said nothing are let go. */
void host_watch(struct host *host);

/* host_how.c: how to come in.  Which address phones are told. */
void host_find_address(struct host *host, const struct host_wish *wish);
/* "http://192.168.4.20:8080" and rest and, if it is wanted, the code; in the arena of the run. */
const char *host_url(struct host *host, const char *rest, bool code);
/* All that whoever started it has to know, on standard output. */
void host_say_how(struct host *host, const struct host_wish *wish);

int64_t host_now(const struct host *host); /* the room's time */
/* May this token's owner be reached from here?  While they are here, only from where they are. */
bool host_knows(struct host *host, int member, struct address from);
bool host_is_instructor(const struct host *host, int member);
void host_here(struct host *host, int member);

#endif
