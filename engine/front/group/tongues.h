/* tongues.h - every language that a room can speak at the same time: the program's words and the scenario's. */
#ifndef TD_FRONT_TONGUES_H
#define TD_FRONT_TONGUES_H

#include "library.h"
#include "wire_room.h"

struct tongue {
    struct library library; /* its words are of this language */
    struct tale tale;
    struct wire_lang wire;
    td_str webwords; /* for the pages' scripts: a JSON object of id and sentence */
};

struct tongues {
    struct tongue items[WIRE_LANGS];
    struct wire_lang wire[WIRE_LANGS];
    int count;
    struct arena arena;
};

/* The library's own language first, then the others that are installed.  model: NULL or a file.  false: the
 * reader has been told why the scenario cannot be opened. */
bool tongues_open(const char *first, const char *model, const char *scenario, struct tongues *ret);
void tongues_close(struct tongues *tongues);
/* By its name; an unknown one is the first. */
const struct tongue *tongue_find(const struct tongues *tongues, td_str lang);

#endif
