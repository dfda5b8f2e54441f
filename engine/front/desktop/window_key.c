/* window_key.c - arrows, digits wherever they stand, and letters. */
#include "window_key.h"

#include "app.h"

int window_key(const SDL_Keysym *key)
{
    switch (key->sym) {
    case SDLK_UP: return KEY_UP;
    case SDLK_DOWN: return KEY_DOWN;
    case SDLK_LEFT: return KEY_LEFT;
    case SDLK_RIGHT: return KEY_RIGHT;
    case SDLK_TAB: return key->mod & KMOD_SHIFT ? KEY_PREVIOUS : KEY_NEXT;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: return KEY_ENTER;
    case SDLK_BACKSPACE: return KEY_ERASE;
    case SDLK_ESCAPE: return KEY_ESCAPE;
    case SDLK_s: return key->mod & KMOD_CTRL ? 19 : 's';
    default: break;
    }
    if (key->sym >= SDLK_KP_1 && key->sym <= SDLK_KP_9)
        return '1' + (int)(key->sym - SDLK_KP_1);
    /* the digits of a French keyboard stand above the shift key: take the place, not the sign */
    if (key->scancode >= SDL_SCANCODE_1 && key->scancode <= SDL_SCANCODE_9)
        return '1' + (int)(key->scancode - SDL_SCANCODE_1);
    return key->sym < 128 ? (int)key->sym : 0;
}
