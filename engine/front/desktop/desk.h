/* desk.h - the desktop without its window: what is loaded, which play is open, what is shown.
 * The window and `shot` drive the same desk; all that a learner does goes through ui/. */
#ifndef TD_FRONT_DESK_H
#define TD_FRONT_DESK_H

#include "app.h"
#include "canvas.h"
#include "encounter.h"
#include "motion.h"
#include "settings.h"

enum { DESK_CARDS = 24, DESK_PAST = 40, DESK_LANGUAGES = 8 };

struct desk {
    struct library *library;
    struct settings *settings;
    struct canvas *canvas;
    struct arena cards_arena, play_arena, frame, trace_arena, what_if_arena, moment_arena, notes_arena;
    bool cards_read; /* cards and past are what the folders hold */
    struct ui_card cards[DESK_CARDS];
    struct ui_past past[DESK_PAST];
    const char *past_path[DESK_PAST];
    td_str languages[DESK_LANGUAGES];
    const char *language_codes[DESK_LANGUAGES];
    struct tale tale; /* of the card whose content note is read */
    bool tale_open;
    struct encounter play;
    bool plays;
    int attempt;        /* an earlier one that is looked back at, from 1; 0: the one that is going on */
    bool from_progress; /* the play was opened from the page of progress */
    struct view view;
    struct ui_moment moment;
    struct ui_note notes[UI_NOTES];
    struct trace trace;
    td_debrief debrief;
    struct what_if what_if;
    td_session *watch; /* the better line being watched, or NULL */
    struct view watch_view;
    td_journal *journal; /* of the trace */
    struct arena notice_arena;
    td_str notice; /* what is missing or was put aside: shown until something is done */
    struct ui_model model;
    struct ui_app app;
    struct ui ui;
    struct person_motion motion;
    int64_t asked_at;    /* when the lines were shown: thinking time */
    uint64_t seed;       /* of the next play; 0: any */
    const char *refused; /* why the last command was not done, or NULL */
    bool group;          /* a group session is wanted */
    bool quit, stale;    /* stale: what is shown has to be laid out again */
    enum keeping keeping;
    const char *save; /* the file of the next play, or NULL */
};

/* false: the reader has been told why. */
bool desk_open(struct desk *desk, struct library *library, struct settings *settings);
/* Writes what is open and gives all back.  false: decisions were lost. */
bool desk_close(struct desk *desk);

/* Something the program goes on without: said once, on the page that is open. */
void desk_notice(struct desk *desk, const char *id, const char *key, const char *value);

void desk_layout(struct desk *desk, int width, int height);
/* Does what a key or a click asked for. */
void desk_do(struct desk *desk, const struct ui_request *request);
void desk_key(struct desk *desk, int key);
void desk_click(struct desk *desk, int x, int y);
/* Opens a scenario by name / goes on with a play; past the content note. */
bool desk_start(struct desk *desk, const char *name);
bool desk_resume(struct desk *desk, const char *path);
/* A row of the progress page: an earlier attempt is only looked back at, the last one is gone on with. */
void desk_open_past(struct desk *desk, int row);
/* One command, as a journal writes it; false with nothing changed if it is refused. */
bool desk_command(struct desk *desk, const struct command *command);
/* The play of the card that is open begins with this setup: to its briefing. */
void desk_begin_with(struct desk *desk, const struct setup *setup);
/* ms later: the person moves on.  at_once: no motion, as they are. */
void desk_move_person(struct desk *desk, uint32_t ms, bool at_once);
/* Builds the debrief of the play that is open. */
void desk_debrief(struct desk *desk);
void desk_what_if(struct desk *desk, int32_t step);
/* The better line of a step as a scene: from its beginning, one exchange on, back to the debrief. */
void desk_watch(struct desk *desk, int32_t step);
void desk_watch_next(struct desk *desk);
void desk_watch_end(struct desk *desk);
/* The session whose person is shown, or NULL. */
const td_session *desk_scene(const struct desk *desk);

#endif
