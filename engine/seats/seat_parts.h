/* seat_parts.h - what the files of seats.h share. */
#ifndef TD_SEATS_SEAT_PARTS_H
#define TD_SEATS_SEAT_PARTS_H

#include "seats.h"
#include "widgets.h"

/* What a part of these screens does.  a and b are what the row says. */
enum seats_deed {
    SEAT_NONE,
    SEAT_LEAVE,
    SEAT_CARD,     /* a: card */
    SEAT_PRESET,   /* a */
    SEAT_TEAMS,    /* a */
    SEAT_LANGUAGE, /* a */
    SEAT_RUNG,     /* a */
    SEAT_MODE,     /* a */
    SEAT_FLOW,     /* a */
    SEAT_FIELD,    /* a: field */
    SEAT_OPEN,
    SEAT_AGAIN_ROOM,
    SEAT_TO_JOIN,
    SEAT_WANTS, /* a: enum seat, or NONE */
    SEAT_JOIN,
    SEAT_OVER, /* a: sheet */
    SEAT_PROJECT,
    SEAT_SAVE,
    SEAT_SAY,           /* a: enum wire_do that needs no more */
    SEAT_TOGGLE,        /* a: DO_lock or DO_meter; b: on */
    SEAT_BACK,          /* one decision */
    SEAT_REWIND,        /* a: number of a command */
    SEAT_OVERRIDE,      /* a: place among the lines */
    SEAT_OVERRIDE_MORE, /* a: place among those not on offer */
    SEAT_PLAY,          /* a: place among the lines, or NONE: the group's choice */
    SEAT_INJECT,        /* a: place in the deck */
    SEAT_EFFECT,        /* a */
    SEAT_INJECT_OWN,
    SEAT_FLAG,
    SEAT_LABEL, /* a: one of three marks, or NONE: what was typed */
    SEAT_WHO,   /* a: seat */
    SEAT_ITEM,  /* a: HAND_ bit */
    SEAT_TAG,
    SEAT_ROLE_OF, /* a: seat */
    SEAT_ROLE,    /* a: enum seat */
    SEAT_WATCH,   /* a: enum watch */
    SEAT_REMOVE,
    SEAT_ASSIGN,   /* a: how */
    SEAT_MINUTES,  /* a; b: 1 anyway */
    SEAT_VOTETIME, /* a: seconds */
    SEAT_LOOK,     /* a: team */
    SEAT_PAGE,     /* a: page of the debrief */
    SEAT_MOMENT,   /* a: place on the timeline */
    SEAT_MATCH,    /* a: entry, b: place among the facts, or NONE */
    SEAT_PICK_VOTE,
    SEAT_VOTE,
    SEAT_CHOOSE, /* a: place among the lines */
    SEAT_TONE,
    SEAT_PACE,
    SEAT_PAUSE,
    SEAT_MINUTE, /* of waiting */
    SEAT_CALL,   /* a: help kind */
    SEAT_MOVE,   /* a: scene kind */
    SEAT_HAND_OVER,
    SEAT_USED, /* a: yes */
    SEAT_PICK, /* a: bit */
    SEAT_APPROACH,
    SEAT_PICKS,
    SEAT_OPTION, /* a: bit */
    SEAT_NUMBER,
    SEAT_ANSWER,
    SEAT_TECHNIQUE, /* a: place in whispers */
    SEAT_WHISPER,
    SEAT_KIND, /* a: of the board */
    SEAT_WRITE,
    SEAT_UNBOARD, /* a: entry */
    SEAT_SEEN,    /* a: place in what can be seen */
    SEAT_HEARD,
    SEAT_SHEET_ITEM, /* a */
    SEAT_SCORE,      /* a: 1..5 */
    SEAT_NOTE,
    SEAT_KEEP,
    SEAT_CHANGE,
    SEAT_RATE, /* a: dimension, b: score */
    SEAT_DEED_COUNT
};

/* A face under construction. */
struct seat_page {
    struct page p; /* for the widgets of ui/ */
    struct ui *ui;
    const struct say *say;
    struct seats_app *app;
    const struct seats_model *model;
    const struct json_at *view; /* or NULL */
};

/* Techniques that can be whispered, and those that can be seen or heard; three marks behind them. */
extern const char *const seat_whispers[], *const seat_hearable[], *const seat_marks[];
enum { SEAT_WHISPERS = 8, SEAT_HEARABLE = 12, SEAT_HEARD_TOO = 5, SEAT_MARKS = 3 };

/* --- seat_read.c: a view, looked at -------------------------------------------------------------------- */

td_str read_text(const struct json_at *at, const char *key);
int32_t read_int(const struct json_at *at, const char *key, int32_t otherwise);
int64_t read_time(const struct json_at *at, const char *key, int64_t otherwise);
bool read_flag(const struct json_at *at, const char *key);
/* The place-th of a list; false: there is none. */
bool read_item(const struct json_at *list, int32_t place, struct json_at *ret);
int32_t read_count(const struct json_at *at, const char *key);
bool read_has(const struct json_at *list, const char *text); /* a list of texts */
bool view_is(const struct json_at *view, const char *phase);
bool view_plays(const struct json_at *view); /* play or a break of it */
bool view_can(const struct json_at *view, const char *role);
/* Milliseconds until something ends, or that are left while it stands still. */
int64_t read_left(const struct json_at *at, int64_t now);
/* The name of whoever speaks with the person; empty. */
td_str view_speaker(const struct json_at *view);
/* The text of a line on offer by its id, wherever the view has it; empty. */
td_str view_line(const struct json_at *view, td_str id);
/* Pieces {"seen"} and {"said"} as one text; which: 's' said alone, 'v' seen alone, 0 both, what is seen in brackets. */
td_str read_pieces(struct arena *arena, const struct json_at *at, const char *key, char which);

/* --- seat_widgets.c ------------------------------------------------------------------------------------- */

#define SEAT(deed, x, y) DEED(deed, x, y)
td_str word(const struct seat_page *s, const char *id);
td_str word_of(const struct seat_page *s, const char *head, td_str name, const char *tail);
td_str word_n(const struct seat_page *s, const char *id, int64_t n);
td_str join_two(const struct seat_page *s, td_str a, const char *between, td_str b);
td_str percent_of(const struct seat_page *s, int64_t permille);
td_str time_of(const struct seat_page *s, int64_t ms); /* "0:18" */
/* What a technique or a mark is called. */
td_str mark_name(const struct seat_page *s, td_str technique);
/* The sentence of a refusal. */
td_str refusal_of(const struct seat_page *s, td_str code);

/* A panel being filled from top to bottom: begin, put things, end.  Its ground is drawn first and stretched at the end. */
struct panel {
    struct seat_page *s;
    int32_t x, y, w; /* of its inside; y: where the next thing goes */
    int32_t top;
    int ground;   /* its box among the ops */
    int32_t most; /* things of one list that are shown; 0: all */
    bool framed;  /* has a box at all */
};
struct panel panel_begin(struct seat_page *s, int32_t x, int32_t y, int32_t w, td_str title);
/* Returns the y below it. */
int32_t panel_end(struct panel *panel);
void panel_text(struct panel *panel, struct ui_style style, td_str text);
void panel_plain(struct panel *panel, td_str text);
void panel_second(struct panel *panel, td_str text);
/* Read aloud as it appears; nothing where the text is empty. */
void panel_alert(struct panel *panel, td_str text);
void panel_row(struct panel *panel, td_str name, td_str value);
void panel_gap(struct panel *panel, int32_t units);
/* Buttons beside one another, from here on until something else is put. */
struct flow panel_flow(struct panel *panel);
void panel_flowed(struct panel *panel, const struct flow *flow);
int flow_key(struct seat_page *s, struct flow *flow, td_str label, char key, enum button_look look,
             struct ui_action action);
/* Options beside one another, one of them on; a row of a group. */
struct toggle {
    td_str label;
    int32_t value;
};
void panel_options(struct panel *panel, td_str title, const struct option *options, int count, int32_t chosen,
                   int32_t deed);
void panel_field(struct panel *panel, enum seats_field field, td_str label);
/* A line that can be chosen, with its figure; ROLE_CHOICE. */
void panel_choice(struct panel *panel, char key, td_str text, td_str under, bool on, struct ui_action action);
void panel_bar(struct panel *panel, td_str text, td_str figure, int32_t permille);
/* A curve of agitation: points are (ms, permille) pairs; other dashed, may be NULL. */
void panel_curve(struct panel *panel, int32_t units, const struct json_at *real, const struct json_at *other,
                 td_str name);

/* --- seat_care.c: what people are told around a scene; each is empty where there is nothing to tell ------------ */

td_str care_about(const struct seat_page *s);   /* what the encounter is about, before it */
td_str care_support(const struct seat_page *s); /* who is there for whom it touches */
td_str care_kept(const struct seat_page *s);    /* where the debrief of a session that is over is */
void panel_care(struct panel *panel);
void panel_farewell(struct panel *panel);
/* After a way back, until the next decision: from where it goes on. */
td_str back_text(const struct seat_page *s);
/* A vote that chose nothing, and what happens now; who: ".room" or ".boss".  vote may be NULL. */
td_str vote_ended(const struct seat_page *s, const struct json_at *vote, const char *who);
/* A vote in which nobody can vote now: it is read, or all stands still. */
td_str vote_waits(const struct seat_page *s, const struct json_at *vote);
/* What whoever leads can say to the room now. */
td_str script_text(const struct seat_page *s);

/* --- the faces -------------------------------------------------------------------------------------------- */

void face_setup(struct seat_page *s);
void face_opening(struct seat_page *s);
void face_console(struct seat_page *s);
void face_sheet(struct seat_page *s);
void face_screen(struct seat_page *s);
void face_join(struct seat_page *s);
void face_seat(struct seat_page *s);
/* The square with the address beside it. */
void seat_square(struct seat_page *s, struct ui_rect rect);
/* The page of the group's debrief that is open, put into a panel; size: of its text, units. */
void debrief_page(struct panel *panel, int32_t size);

#endif
