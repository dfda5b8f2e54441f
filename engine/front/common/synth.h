/* synth.h - sound that nobody recorded: the eight places, and the few soft sounds of the interface.
 * Made when it is first wanted (a fifth of a second, so not in the thread that draws), always the same. */
#ifndef TD_FRONT_SYNTH_H
#define TD_FRONT_SYNTH_H

#include "clip.h"
#include "place.h"

/* A loop without a seam, stereo; the caller's. */
struct clip synth_place(enum setting place);

enum ui_sound {
    UI_SOUND_FOCUS,  /* the focus moved */
    UI_SOUND_CHOOSE, /* something was said or decided */
    UI_SOUND_BACK,
    UI_SOUND_NOTICE, /* something new is on the screen */
    UI_SOUND_HELP,   /* somebody arrives */
    UI_SOUND_END,
    UI_SOUNDS,
};

/* Mono, under a second; the caller's. */
struct clip synth_ui(enum ui_sound sound);

#endif
