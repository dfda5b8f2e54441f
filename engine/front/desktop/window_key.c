/* window_key.c - arrows, digits wherever they stand, and letters; and the buttons of a pad as those keys. */
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

int window_pad_key(int button, const struct ui_keys *own)
{
    switch (button) {
    case SDL_CONTROLLER_BUTTON_DPAD_UP: return KEY_UP;
    case SDL_CONTROLLER_BUTTON_DPAD_DOWN: return KEY_DOWN;
    case SDL_CONTROLLER_BUTTON_DPAD_LEFT: return KEY_LEFT;
    case SDL_CONTROLLER_BUTTON_DPAD_RIGHT: return KEY_RIGHT;
    case SDL_CONTROLLER_BUTTON_A: return KEY_ENTER;
    case SDL_CONTROLLER_BUTTON_B:
    case SDL_CONTROLLER_BUTTON_START: return KEY_ESCAPE;
    case SDL_CONTROLLER_BUTTON_X: return own->of[USE_silence];
    case SDL_CONTROLLER_BUTTON_Y: return own->of[USE_look];
    case SDL_CONTROLLER_BUTTON_LEFTSHOULDER: return own->of[USE_notes];
    case SDL_CONTROLLER_BUTTON_RIGHTSHOULDER: return own->of[USE_help];
    default: return 0;
    }
}
