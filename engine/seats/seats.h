/* seats.h - a group session as its people see it on this program: setting it up, the projector, the instructor's
 * console, and every other seat.
 * What there is to see is the room's own view of that seat (wire_room.h), as the host sent it; what is done is one of
 * the messages of message.h.  No rule of the room is known here: the host says no, and its reason is shown.  Screens
 * are data, as in ui.h; what somebody has half typed or ticked lives in struct seats_app and nowhere else. */
#ifndef TD_SEATS_SEATS_H
#define TD_SEATS_SEATS_H

#include "json.h"
#include "message.h"
#include "ui.h"
#include "words.h"

enum seats_face {
    FACE_SETUP,   /* what is to be played, and how */
    FACE_OPENING, /* the room is being opened, or could not be */
    FACE_CONSOLE, /* the instructor */
    FACE_SCREEN,  /* the projector: nothing to use */
    FACE_JOIN,    /* into somebody else's room */
    FACE_SEAT,    /* any role but the instructor's */
    FACE_COUNT
};
/* What lies over the console for a moment. */
enum seats_sheet {
    OVER_NOTHING,
    OVER_INJECT,
    OVER_TAG,
    OVER_PAST,
    OVER_OVERRIDE,
    OVER_PEOPLE,
    OVER_ROLE, /* of app->seat */
    OVER_LABEL,
    OVER_END,
    OVER_ROOM,
    OVER_AGAIN,
    OVER_FINISH,
    OVER_COUNT
};
/* Where something can be typed. */
enum seats_field {
    FIELD_SEED,
    FIELD_ADDRESS,
    FIELD_CODE,
    FIELD_NAME,
    FIELD_WORDS, /* of the card, the whisper, the label, the board: whatever is open */
    FIELD_MORE,  /* a second one beside it: a note, what to change */
    FIELD_COUNT
};
enum { SEATS_FIELD_BYTES = 240, SEATS_CARDS = 24, SEATS_PRESETS = 5 };

struct seats_typed {
    char text[SEATS_FIELD_BYTES + 1];
    int length;
};

/* Where the person at this window stands. */
struct seats_app {
    enum seats_face face;
    enum seats_sheet sheet;
    struct ui_action focus, hover;
    bool focus_shown;
    int32_t offset[UI_SCROLLS];
    int32_t text_size; /* 100..200 */
    bool contrast;
    struct seats_typed field[FIELD_COUNT];
    /* setting up */
    int32_t card, preset, teams, language, rung, mode, flow, wants;
    /* half said */
    int32_t seat;          /* who is to have a role, or goes on; NONE */
    int32_t items;         /* told before somebody else goes on */
    int32_t effect, board; /* of a typed card; the kind of an entry */
    int32_t picked;        /* the line that is to be voted for, or NONE */
    uint32_t picks;        /* briefing items; options of a question */
    int32_t approach;      /* or NONE */
    int32_t tone, pace;    /* of the next line */
    int32_t item;          /* of the observer's sheet */
    int32_t moment;        /* of the timeline, or NONE: the one to open first */
    int32_t number;        /* an answer in figures, or NONE */
};

/* One encounter that can be played. */
struct seats_card {
    const char *name;
    td_str title, setting;
    int32_t minutes;
};

/* Dark squares of the picture that leads a phone to the room, row by row. */
struct seats_square {
    const uint8_t *dark;
    int32_t side;
};

struct seats_model {
    const struct words *words;
    const struct seats_card *cards;
    int32_t card_count;
    const td_str *languages; /* their names */
    int32_t language_count;
    const struct json_at *view; /* NULL: none has come yet */
    int64_t now;                /* the room's time, ms */
    bool up;                    /* the line to the room */
    bool disk_full;
    td_str url, address, pin, file; /* on the host's own machine; else empty */
    struct seats_square square;
    td_str refusal; /* a sentence, or empty */
    td_str trouble; /* why there is no room, or empty */
    td_str again;   /* the code of a room that broke off and can be opened again, or empty */
    td_str identity, place;
    bool person; /* somebody is to be drawn */
    bool projecting, can_save;
    td_str saved; /* a sentence: what was saved, and where */
};

enum seats_wish {
    SEATS_NOTHING,
    SEATS_SAY,   /* message */
    SEATS_OPEN,  /* a room, as app says */
    SEATS_AGAIN, /* the one that broke off */
    SEATS_JOIN,  /* as app says */
    SEATS_PROJECT,
    SEATS_SAVE,
    SEATS_LEAVE /* to the home page; a room that is open is closed */
};
struct seats_request {
    enum seats_wish wish;
    struct wire_message message;
};

struct seats_app seats_new(enum seats_face face);
/* Lays the face out; arena: of this frame.  What model->view holds has to stay as long as the layout is used. */
void seats_layout(struct seats_app *app, const struct seats_model *model, struct arena *arena,
                  struct ui_measure measure, int32_t width, int32_t height, struct ui *ret);
/* A part is used; keys as ui_press() has them. */
struct seats_request seats_use(struct seats_app *app, const struct seats_model *model, struct ui_action action);
struct seats_request seats_press(struct seats_app *app, const struct seats_model *model, const struct ui *ui, int key);
struct seats_request seats_click(struct seats_app *app, const struct seats_model *model, const struct ui *ui, int32_t x,
                                 int32_t y);
/* true: something looks different now. */
bool seats_hover(struct seats_app *app, const struct ui *ui, int32_t x, int32_t y);
bool seats_wheel(struct seats_app *app, const struct ui *ui, int32_t x, int32_t y, int32_t notches);
/* Is what is typed a text?  Then it goes here. */
bool seats_types(const struct seats_app *app);
void seats_typed(struct seats_app *app, td_str text);
void seats_set_field(struct seats_app *app, enum seats_field field, td_str text);
td_str seats_field(const struct seats_app *app, enum seats_field field);

/* The person as the projector may draw them: permille of agitation in the middle of the band that everybody sees,
 * so that a picture never says more than the words.  false: nobody is to be drawn now. */
struct seats_person {
    int32_t agitation, despair, recovery, distance; /* distance: cm, or NONE */
};
bool seats_person(const struct json_at *view, struct seats_person *ret);
/* Does something on the screen change by itself, such as a clock? */
bool seats_ticks(const struct seats_model *model);

#endif
