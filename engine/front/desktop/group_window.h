/* group_window.h - a group session in windows: the one that is there, and a second for the projector. */
#ifndef TD_FRONT_GROUP_WINDOW_H
#define TD_FRONT_GROUP_WINDOW_H

#include "group_desk.h"

struct SDL_Window;

/* Until the session is left; the window is the caller's.  *ret_quit: the window was to be closed altogether.
 * false: something that was decided is not on the disk. */
bool group_window_run(struct SDL_Window *window, struct library *library, const struct settings *settings,
                      struct canvas *canvas, const struct group_wish *wish, bool *ret_quit);

#endif
