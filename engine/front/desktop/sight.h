/* sight.h - what one seat of a room sees, kept ready to be drawn: its line, its newest view, its layout, the person
 * as they move.  The console, the projector and a seat in somebody else's room are one each. */
#ifndef TD_FRONT_SIGHT_H
#define TD_FRONT_SIGHT_H

#include "canvas.h"
#include "library.h"
#include "motion.h"
#include "seat_line.h"
#include "seats.h"
#include "settings.h"

struct sight {
    struct seats_app app;
    struct seats_model model;
    struct seat_line *line; /* or NULL: nothing yet */
    struct canvas *canvas;  /* borrowed */
    struct ui ui;
    struct arena frame, text; /* of the layout; of the view */
    struct json_doc *doc;
    struct json_at root, view;
    int64_t room_at, taken_at; /* the room's time when the view came, and ours */
    struct library *library;   /* whose words it speaks */
    struct tale tale;          /* of the scenario that is played, for the person's looks */
    bool tale_open, moving;
    struct person_motion motion;
    bool stale;
    char refusal[400];
};

void sight_init(struct sight *sight, enum seats_face face, struct library *library, struct canvas *canvas,
                const struct settings *settings);
void sight_finish(struct sight *sight);
/* Another line in place of the one there is; NULL is none. */
void sight_hold(struct sight *sight, struct seat_line *line);
/* What has come since the last call. */
void sight_take(struct sight *sight);
/* A view as it comes from a room, for a picture without one. */
bool sight_show(struct sight *sight, td_str message, int64_t age);
/* The reason of a refusal as a sentence that stays until the next deed; empty: none. */
void sight_refused(struct sight *sight, td_str code);
/* A sentence of the program's own in its place. */
void sight_tell(struct sight *sight, const char *id);
void sight_layout(struct sight *sight, int width, int height);
/* ms later.  at_once: no motion, as they are.  close: nearer than they stand, for a small picture. */
void sight_move(struct sight *sight, uint32_t ms, bool at_once, bool close, bool still);
/* Where the moving picture is in the layout; false: nowhere. */
bool sight_scene(const struct sight *sight, struct ui_rect *ret);

#endif
