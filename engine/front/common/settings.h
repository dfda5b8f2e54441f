/* settings.h - what a learner has set once and wants to find again; a small JSON file in their folder.
 * The terminal and the desktop read the same file, so that who changes over finds everything as it was. */
#ifndef TD_FRONT_SETTINGS_H
#define TD_FRONT_SETTINGS_H

#include "files.h"
#include "keys.h"
#include "session.h"

/* A line of five letters helps nobody, and nobody reads one of a thousand. */
enum { SETTINGS_WIDTH_LEAST = 20, SETTINGS_WIDTH_MOST = 400 };

/* key in the file, least, most, unless set.  verbosity: 0 short, 1 full, 2 everything.  width: characters
 * a line in the terminal, 0 = as wide as it is, else at least SETTINGS_WIDTH_LEAST.  stance: the version of the page before the first start
 * that was read, 0 = none. */
#define TD_SETTING_NUMBERS(X)                  \
    X(width, 0, SETTINGS_WIDTH_MOST, 80)       \
    X(verbosity, 0, 2, 1)                      \
    X(text_size, 100, 200, 100)                \
    X(volume, 0, 100, 70)                      \
    X(rung, 0, RUNG_record, RUNG_personal)     \
    X(mode, 0, MODE_assessment, MODE_practice) \
    X(stance, 0, 1000, 0)
/* key, unless set.  press_silence: silence lasts from one press to the next and need not be held.  untimed:
 * how long somebody thinks is not written down. */
#define TD_SETTING_SWITCHES(X) \
    X(contrast, false)         \
    X(less_motion, false)      \
    X(sound, true)             \
    X(captions, true)          \
    X(voices, true)            \
    X(self_voicing, false)     \
    X(skip_harm, false)        \
    X(full_screen, false)      \
    X(press_silence, false)    \
    X(untimed, false)

enum { SETTINGS_LANG_BYTES = 16, STANCE_VERSION = 1 };
enum verbosity { VERBOSITY_SHORT, VERBOSITY_FULL, VERBOSITY_EXTRA };

struct settings {
    char language[SETTINGS_LANG_BYTES]; /* "en", "fr", ... or "": what the system says */
#define X(name, least, most, unset) int32_t name;
    TD_SETTING_NUMBERS(X)
#undef X
#define X(name, unset) bool name;
    TD_SETTING_SWITCHES(X)
#undef X
    struct ui_keys keys;
};

struct settings settings_unset(void);
/* Reads <home>/settings.json; what is missing there stays unset.  home may be NULL.  A file that cannot
 * be read as settings is moved aside and its new path returned (in the arena), so that it can be said
 * once; otherwise NULL. */
const char *settings_read(struct arena *arena, const char *home, struct settings *ret);
/* The language that is set there, into ret; "" if none is.  The file is left as it is. */
void settings_language(struct arena *arena, const char *home, char ret[SETTINGS_LANG_BYTES]);
/* Writes them, readable by their owner alone. */
file_fault settings_write(struct arena *arena, const char *home, const struct settings *settings);

#endif
