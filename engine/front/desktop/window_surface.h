/* window_surface.h - the pixels of a window: how many there are, and painted ones brought to it. */
#ifndef TD_FRONT_WINDOW_SURFACE_H
#define TD_FRONT_WINDOW_SURFACE_H

#include "canvas.h"
#include <SDL.h>

struct window_surface {
    int width, height;      /* pixels */
    float mouse_x, mouse_y; /* pixels a point of the desktop is wide and high */
};

/* As the window is now; to be asked again when its size has changed. */
struct window_surface window_surface_of(SDL_Window *window);
/* Paints a part of the window and shows it; nothing where the window has no pixels of four bytes. */
void window_surface_draw(SDL_Window *window, struct raster_box box, struct canvas *canvas, const struct ui *ui);

#endif
