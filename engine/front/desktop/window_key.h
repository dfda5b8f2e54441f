/* window_key.h - a key of the keyboard as the screens name it. */
#ifndef TD_FRONT_WINDOW_KEY_H
#define TD_FRONT_WINDOW_KEY_H

#include <SDL.h>

/* A character, one of enum ui_special, 19 for Ctrl+S; 0: none that a screen knows. */
int window_key(const SDL_Keysym *key);

#endif
