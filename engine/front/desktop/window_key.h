/* window_key.h - a key of the keyboard, or a button of a pad, as the screens name it. */
#ifndef TD_FRONT_WINDOW_KEY_H
#define TD_FRONT_WINDOW_KEY_H

#include "keys.h"
#include <SDL.h>

/* A character, one of enum ui_special, 19 for Ctrl+S; 0: none that a screen knows. */
int window_key(const SDL_Keysym *key);
/* The same of a button of a pad: it moves, uses, goes back, and the rest are the learner's own keys. */
int window_pad_key(int button, const struct ui_keys *own);

#endif
