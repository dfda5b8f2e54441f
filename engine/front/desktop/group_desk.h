/* group_desk.h - a group session on this computer without its windows: the room inside the program, the instructor's
 * sight of it, the projector's, or a seat in somebody else's room. */
#ifndef TD_FRONT_GROUP_DESK_H
#define TD_FRONT_GROUP_DESK_H

#include "app.h"
#include "inside.h"
#include "sight.h"

enum { GROUP_CARDS = 24, GROUP_LANGUAGES = 8 };

/* What the session begins with. */
struct group_wish {
    const char *url, *code, *name, *role; /* a seat in somebody else's room; url NULL: the page to set one up */
    const struct ui_card *cards;          /* what can be played */
    int card_count;
    const td_str *languages; /* their names, and their codes */
    const char *const *language_codes;
    int language_count, language;
    int display; /* for the projector: from 1; 0: any other than that of the first window */
};

struct group_desk {
    struct library *library;
    const struct settings *settings;
    struct group_wish wish;
    struct arena arena; /* of the whole session */
    struct seats_card cards[GROUP_CARDS];
    struct inside *inside;
    struct inside_facts facts;
    struct library screen_words; /* the language of the projector */
    bool screen_opened;
    struct sight here, screen; /* this window; the projector's */
    struct canvas *screen_canvas;
    bool projecting, over;
    void (*wake)(void *context);
    void *context;
};

/* canvas: of the window; borrowed, as everything is.  wake is called by other threads when there is something new. */
void group_desk_open(struct group_desk *group, struct library *library, const struct settings *settings,
                     struct canvas *canvas, const struct group_wish *wish, void (*wake)(void *context), void *context);
/* Closes the room if there is one here.  false: something that was decided is not on the disk. */
bool group_desk_close(struct group_desk *group);
/* What came from the room and from the lines. */
void group_desk_take(struct group_desk *group);
void group_desk_do(struct group_desk *group, const struct seats_request *request);

#endif
