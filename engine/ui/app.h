/* app.h - the whole desktop as pure functions: what there is to show, where the learner stands in it,
 * what a key or a click does to that, and what the front has to do then.
 * A session's state is not in here: undo and replay never touch a struct ui_app. */
#ifndef TD_UI_APP_H
#define TD_UI_APP_H

#include "debrief.h"
#include "keys.h"
#include "ui.h"
#include "view.h"

enum ui_screen {
    SCREEN_STANCE,
    SCREEN_HOME,
    SCREEN_CONTENT,
    SCREEN_BRIEFING,
    SCREEN_ENCOUNTER,
    SCREEN_ENDING,
    SCREEN_RATING,
    SCREEN_DEBRIEF,
    SCREEN_SETTINGS,
    SCREEN_SUPPORT,
    SCREEN_PROGRESS,
    SCREEN_COURSE,
    SCREEN_DRILLS,
    SCREEN_WATCH, /* the better line, played out */
    SCREEN_COUNT
};
/* What lies over an encounter; the scene waits under it. */
enum ui_sheet {
    SHEET_NONE,
    SHEET_PAUSE,
    SHEET_HELP,
    SHEET_NOTES,
    SHEET_MOVES,
    SHEET_PROMPT,
    SHEET_WITHDRAW,
    SHEET_HANDOVER,
    SHEET_REVIEW,
    SHEET_DELIVERY,
    SHEET_COUNT
};

/* What a part of a screen does.  a and b are what the row says. */
enum ui_deed {
    DEED_NONE,
    DEED_GO, /* a screen */
    DEED_BACK,
    DEED_QUIT,
    DEED_STANCE_READ,
    DEED_OPEN, /* a card */
    DEED_RESUME,
    DEED_START,    /* a: card: past the content note, to the briefing */
    DEED_MODE,     /* a mode */
    DEED_PICK,     /* a: briefing item */
    DEED_APPROACH, /* a */
    DEED_BEGIN,
    DEED_CHOOSE, /* a: place in the menu */
    DEED_TONE,
    DEED_PACE,
    DEED_DIST,    /* a: cm */
    DEED_SILENCE, /* a: milliseconds, 0 the usual */
    DEED_LOOK,
    DEED_SHEET,   /* a: sheet */
    DEED_CALL,    /* a: help kind, b: 1 as a threat */
    DEED_MOVE,    /* a: scene kind */
    DEED_LEAVE,   /* withdraw */
    DEED_PASS_ON, /* a: item bit, toggles */
    DEED_HAND_OVER,
    DEED_ANSWER, /* a: option or number */
    DEED_SURE,   /* a: percent */
    DEED_ANSWERED,
    DEED_SKIP,
    DEED_FIELD, /* the text field */
    DEED_KEEP_NOTE,
    DEED_BOARD,  /* a: heading under which the note goes, -1 = a note */
    DEED_HINT,   /* a: 1 puts it away */
    DEED_UNFOLD, /* the whole of the feedback, or again as much of it as there is room for */
    DEED_HOME,   /* leave the encounter; the play is kept */
    DEED_TO_RATING,
    DEED_FEEL,   /* a: 0..10 */
    DEED_RATE,   /* a: dimension, b: 0..100 */
    DEED_MOMENT, /* a: step */
    DEED_TO_DEBRIEF,
    DEED_STEP,  /* a: step of the debrief */
    DEED_TAB,   /* a: page of the panel below the curve */
    DEED_WATCH, /* a: 1 from its beginning again */
    DEED_WATCH_NEXT,
    DEED_WATCH_END,
    DEED_AGAIN, /* a: command number */
    DEED_REPORT,
    DEED_SETTING, /* a: setting, b: value */
    DEED_KEY,     /* a: use whose key is to be set */
    DEED_KEYS_USUAL,
    DEED_PLAY, /* a: row of the progress page: look back at it, or go on with it */
    DEED_MORE, /* a: scroll area: a page on, from its end to its beginning */
    DEED_GROUP,
    DEED_COUNT
};

/* What can be set; values as in the settings file. */
/* clang-format off */
#define TD_UI_SETTINGS(X)                                                                            \
    X(text_size) X(contrast) X(less_motion) X(sound) X(voices) X(captions) X(volume) X(self_voicing) \
    X(skip_harm) X(full_screen) X(press_silence) X(untimed) X(mode) X(rung)
/* clang-format on */
enum ui_setting {
#define X(name) SET_##name,
    TD_UI_SETTINGS(X)
#undef X
        SET_language,
    SET_COUNT
};

/* What the front is asked to do after a deed. */
enum ui_wish {
    WISH_NOTHING,
    WISH_OPEN, /* number: card */
    WISH_RESUME,
    WISH_COMMAND, /* command */
    WISH_BEGIN,   /* a play of the card that is open; then the briefing */
    WISH_PICKS,   /* command, then begin */
    WISH_MARK,    /* mark: kind and rest */
    WISH_RATINGS, /* those of the app, as marks; then the debrief */
    WISH_DEBRIEF,
    WISH_WHAT_IF, /* of app->step */
    WISH_WATCH,   /* the same, as a scene */
    WISH_WATCH_NEXT,
    WISH_WATCH_END,
    WISH_AGAIN,   /* command: rewind */
    WISH_CLOSE,   /* leave the play, back to home */
    WISH_SETTING, /* number, value */
    WISH_STANCE,
    WISH_KEYS, /* those of the app are to be kept */
    WISH_REPORT,
    WISH_HINT,  /* number: 1 puts it away */
    WISH_PLAY,  /* number: row of the progress page */
    WISH_GROUP, /* a session with others */
    WISH_QUIT
};
struct ui_request {
    enum ui_wish wish;
    int32_t number, value;
    struct command command;
    td_str mark; /* in the arena of the app's frame */
};

struct ui_card { /* one encounter on the home page */
    const char *name;
    td_str title, setting, summary, place, identity, sector;
    int32_t minutes;
    int32_t furthest; /* 0..4, or NONE: not played yet */
    int32_t best;     /* 0..100, or NONE */
};

struct ui_past { /* one attempt: a finished one, or the last of its play, which may be open */
    td_str title, date;
    int32_t score; /* 0..100, or NONE while it is open */
    int32_t top_stage;
    int64_t story_ms;
    int32_t attempt; /* from 1; NONE: the play has only one */
    bool last;       /* of its play: the one that is gone on with */
};

/* What was said and seen since the last decision, newest telling: see moment.c. */
enum ui_part_kind { PART_ECHO, PART_ACTION, PART_SPEECH, PART_EVENT, PART_NEWS, PART_HEARD, PART_FEEDBACK, PART_TRUTH };
struct ui_part {
    enum ui_part_kind kind;
    td_str text;
};
enum { UI_PARTS = 24 };
struct ui_moment {
    struct ui_part parts[UI_PARTS];
    int count;
    int exchange; /* whose */
};

struct ui_note { /* what the learner kept: under a heading of the board, or NONE */
    int32_t board;
    td_str text;
};

/* Everything a screen may show; owned by the front. */
struct ui_model {
    const struct words *words;
    const struct ui_card *cards;
    int card_count;
    int open_card;   /* the card of the play that can be gone on with, or NONE */
    bool open_over;  /* it has come to its end, and only its debrief has not been seen */
    int64_t open_ms; /* how far it went */
    int32_t open_stage;
    const struct ui_past *past;
    int past_count;
    const td_scenario *scenario; /* of the play that is open, or the card that was opened; else NULL */
    const td_texts *texts, *source;
    const struct view *view; /* NULL: no play */
    enum mode mode;
    const struct ui_moment *moment;
    const struct ui_note *notes; /* newest last */
    int note_count;
    td_str notice;           /* what the program goes on without, or empty */
    td_str refusal, trouble; /* a sentence, or empty */
    td_str hint;
    const struct trace *trace; /* of the rating and the debrief; NULL: still being worked out */
    const td_debrief *debrief;
    const struct what_if *what_if; /* of app->step, or NULL */
    int32_t watched;               /* exchanges of it that were shown; view and moment are of it */
    int32_t best_before;           /* best score of earlier plays, or NONE */
    td_str saved_as;
    const td_str *languages; /* names, and which one it is */
    int language_count, language;
    bool sound_here, group_here;
    bool past_attempt;  /* what is looked back at is over, and another attempt of its play came after it */
    bool from_progress; /* and it was opened from the page of progress, to which one goes back */
    bool kept;          /* the play that is open can be gone on with after it was left */
};

enum { UI_NOTE_BYTES = 240, UI_NOTES = 32, UI_ANSWERS = 62 };
struct ui_app {
    enum ui_screen screen, back;
    enum ui_sheet sheet;
    struct ui_action focus, hover;
    bool focus_shown;
    int32_t offset[UI_SCROLLS];
    int32_t settings[SET_COUNT];
    struct ui_keys keys;
    int32_t key_asked; /* the use whose new key is waited for, or NONE */
    enum ui_key_fault key_fault;
    char key_refused;
    enum ui_key_use key_by;        /* KEY_TAKEN: who has it */
    bool unfolded;                 /* the feedback is shown whole, and what was said scrolls */
    bool silent;                   /* silence was begun by a press and goes on */
    int card;                      /* opened */
    int32_t tone, pace, dist;      /* of the next line; dist NONE = as it is */
    uint32_t picked;               /* briefing: bits */
    int32_t approach;              /* or NONE */
    uint32_t skipped;              /* prompts: bits */
    uint64_t answers;              /* of the prompt: bits */
    int32_t number, sure;          /* or NONE */
    int32_t passed_on;             /* hand-over items */
    int32_t feel, rate[DIM_COUNT]; /* or NONE */
    int32_t moments[3];            /* command numbers, or NONE */
    int32_t step;                  /* chosen in the debrief, or NONE */
    int32_t tab;                   /* enum debrief_tab */
    char note[UI_NOTE_BYTES];
    int note_length;
    int32_t board;            /* heading, or NONE for a note */
    int32_t page[UI_SCROLLS]; /* where each area goes to, a page on */
};

struct ui_app ui_app_new(void);
/* Lays the present screen out.  arena: of this frame. */
void ui_layout(struct ui_app *app, const struct ui_model *model, struct arena *arena, struct ui_measure measure,
               int32_t width, int32_t height, struct ui *ret);
/* A part is used. */
struct ui_request ui_use(struct ui_app *app, const struct ui_model *model, struct arena *arena,
                         struct ui_action action);

/* Keys as the screens name them: a character, or one of these. */
enum ui_special {
    KEY_UP = 1,
    KEY_DOWN,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_NEXT,
    KEY_PREVIOUS,
    KEY_ENTER,
    KEY_ERASE,
    KEY_ESCAPE = 27
};
struct ui_request ui_press(struct ui_app *app, const struct ui_model *model, struct arena *arena, const struct ui *ui,
                           int key);
/* Text typed into the field. */
void ui_typed(struct ui_app *app, td_str text);
bool ui_types(const struct ui_app *app);
struct ui_request ui_click(struct ui_app *app, const struct ui_model *model, struct arena *arena, const struct ui *ui,
                           int32_t x, int32_t y);
/* true: something looks different now. */
bool ui_hover(struct ui_app *app, const struct ui *ui, int32_t x, int32_t y);
bool ui_wheel(struct ui_app *app, const struct ui *ui, int32_t x, int32_t y, int32_t notches);

/* How far away the next line is said: one of the three, the nearest to where one stands. */
enum { UI_CLOSE_CM = 100, UI_TALKING_CM = 220, UI_BACK_CM = 400 };
int32_t ui_distance_now(const struct ui_app *app, const struct ui_model *model);

/* The heading of the situation board of that name in a journal, or NONE. */
int32_t ui_board_find(td_str kind);

/* As far from the left as the person and the weather of a scene move: what has to be drawn again and again. */
int32_t ui_scene_width(const struct ui *ui);
/* A new page or a new moment of a scene: everything is scrolled to where reading begins. */
void ui_unscroll(struct ui_app *app);

/* The briefing asks how one begins, and that has not been said yet. */
bool ui_lacks_approach(const struct ui_app *app, const struct ui_model *model);
/* The question that waits for an answer, or NONE. */
int32_t ui_prompt_now(const struct ui_app *app, const struct ui_model *model);
/* A sheet that the encounter itself opens: a question to be answered. */
void ui_notice(struct ui_app *app, const struct ui_model *model);

#endif
