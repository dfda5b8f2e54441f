/* window_surface.c - the pixels of a window, which on a dense screen are more than its points. */
#include "window_surface.h"

struct window_surface window_surface_of(SDL_Window *window)
{
    struct window_surface at;
    int points_w, points_h;
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    SDL_GetWindowSize(window, &points_w, &points_h);
    at.width = surface ? surface->w : points_w;
    at.height = surface ? surface->h : points_h;
    at.mouse_x = points_w > 0 ? (float)at.width / (float)points_w : 1;
    at.mouse_y = points_h > 0 ? (float)at.height / (float)points_h : 1;
    return at;
}

void window_surface_draw(SDL_Window *window, struct raster_box box, struct canvas *canvas, const struct ui *ui)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window);
    if (!surface || surface->format->BytesPerPixel != 4)
        return;
    struct raster_pixels pixels = {surface->pixels, surface->w, surface->h, surface->pitch / 4};
    SDL_LockSurface(surface);
    canvas_draw(canvas, pixels, box, ui);
    SDL_UnlockSurface(surface);
    SDL_Rect rect = {box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0};
    SDL_UpdateWindowSurfaceRects(window, &rect, 1);
}
