/* group_window.h - a group session in windows: the one that is there, and a second for the projector. */
#ifndef TD_FRONT_GROUP_WINDOW_H
#define TD_FRONT_GROUP_WINDOW_H

#include "group_desk.h"

struct SDL_Window;
struct desk_sound;

/* What the program has already; all of it stays the caller's.  F3 changes the settings. */
struct group_frame {
    struct SDL_Window *window;
    struct library *library;
    struct settings *settings;
    struct canvas *canvas;
    struct desk_sound *sound;
};

/* Until the session is left.  *ret_quit: the window was to be closed altogether.
 * false: something that was decided is not on the disk. */
bool group_window_run(const struct group_frame *frame, const struct group_wish *wish, bool *ret_quit);

#endif
