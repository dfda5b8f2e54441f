/* first_frame.c - put in front of SDL when the program is started: the first picture that reaches the
 * window ends it, so that who started it knows how long that took and how much memory it had. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <SDL.h>
#include <string.h>
#include <unistd.h>

int SDL_UpdateWindowSurfaceRects(SDL_Window *window, const SDL_Rect *rects, int numrects)
{
    int (*show)(SDL_Window *, const SDL_Rect *, int);
    void *next = dlsym(RTLD_NEXT, "SDL_UpdateWindowSurfaceRects");
    memcpy(&show, &next, sizeof show); /* C has no cast from one to the other */
    const char *picture = SDL_getenv("FIRST_FRAME_PICTURE");
    if (picture)
        SDL_SaveBMP(SDL_GetWindowSurface(window), picture);
    _exit(show(window, rects, numrects) == 0 ? 0 : 1);
}
