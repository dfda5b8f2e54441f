/* hall.h - a room of people for tests: the small story of tests/data/mini in English and French, and short
 * ways to join, to say something, to look.  The log is kept, so that the room can be read again from it. */
#ifndef TD_TESTS_HALL_H
#define TD_TESTS_HALL_H

#include "stage.h"
#include "wire_room.h"

struct hall {
    struct wire_room *room;
    struct arena arena;
    struct writer log;
    int64_t now;
    struct wire_setup setup;
    int joined; /* makes every token another one */
};

/* The languages of the small story, loaded once and kept: English, French. */
const struct wire_lang *hall_langs(void);
enum { HALL_LANGS = 2 };

struct wire_setup hall_setup(enum wire_preset preset);
void hall_open(struct hall *hall, const struct wire_setup *setup);
/* Several teams, and the instructor, whose number comes back. */
int hall_open_teams(struct hall *hall, int teams);
void hall_close(struct hall *hall);
/* The member's number, or NONE. */
int hall_join(struct hall *hall, const char *name, unsigned wants);
/* With the PIN. */
int hall_boss(struct hall *hall);
/* The inside of a message, ' for ": "'do':'vote','choice':'c004'".  "" if it was done, else the reason; a
 * second passes first. */
const char *hall_say(struct hall *hall, int member, const char *inside);
/* Time goes by. */
void hall_wait(struct hall *hall, int64_t ms);
/* The view of a member or of the projector; in the hall's arena, ended by a NUL. */
const char *hall_view(struct hall *hall, int member);
/* The journal of a team, likewise. */
const char *hall_journal(struct hall *hall, int team);
/* Everybody in the log again, in another room.  NULL with the report's status if it does not come back. */
struct wire_room *hall_again(struct hall *hall, size_t bytes, struct wire_restored *report);

#endif
