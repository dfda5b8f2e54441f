/* keys.h - which key does what in an encounter: the learner's own choice, and why one cannot be had.
 * Figures choose lines; Tab, Enter, Escape and the arrows move about: those are nobody's to give away. */
#ifndef TD_UI_KEYS_H
#define TD_UI_KEYS_H

#include <stdbool.h>

/* name in the settings file, usual key */
#define TD_UI_KEYS(X) \
    X(silence, ' ')   \
    X(look, 'l')      \
    X(notes, 'n')     \
    X(help, 'h')      \
    X(room, 'm')      \
    X(handover, 'o')  \
    X(hint, 't')      \
    X(voice, 'v')     \
    X(pace, 'p')      \
    X(distance, 'd')
enum ui_key_use {
#define X(name, usual) USE_##name,
    TD_UI_KEYS(X)
#undef X
        USE_COUNT
};

struct ui_keys {
    char of[USE_COUNT]; /* letters are small ones */
};

enum ui_key_fault { KEY_FINE, KEY_RESERVED, KEY_TAKEN };

struct ui_keys ui_keys_usual(void);
/* Gives a use another key.  Otherwise nothing changes and the reason is returned; KEY_TAKEN: *ret_by says by
 * which use. */
enum ui_key_fault ui_keys_give(struct ui_keys *keys, enum ui_key_use use, int key, enum ui_key_use *ret_by);
/* Every key may be had and none is there twice: what is read from a file must be asked first. */
bool ui_keys_valid(const struct ui_keys *keys);

#endif
