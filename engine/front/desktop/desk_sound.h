/* desk_sound.h - how the desk sounds: it is watched, and what changed is heard.  The desk itself knows
 * nothing of it, so that everything goes on where there is no sound. */
#ifndef TD_FRONT_DESK_SOUND_H
#define TD_FRONT_DESK_SOUND_H

#include "desk.h"
#include "sound.h"

struct desk_sound {
    struct sound *sound;
    struct arena arena;    /* of one telling */
    enum ui_screen screen; /* when last looked at, and so on */
    enum ui_sheet sheet;
    struct ui_action focus;
    int32_t count;            /* commands of the play; NONE: no play */
    int32_t next_line;        /* to be said when the first has been said, or NONE */
    struct person_state mood; /* with which */
};

/* After the window is there: the device is opened beside the first frames. */
void desk_sound_open(struct desk_sound *s);
/* Once a frame, after desk_move_person(): starts and ends what is heard, moves the lips of the person shown,
 * tells the desk whether there is a device. */
void desk_sound_tick(struct desk_sound *s, struct desk *desk, int64_t now);
/* What is on and how loud, as the settings have it now. */
void desk_sound_obey(struct desk_sound *s, const struct settings *settings);
/* Whether something has to be ticked though nothing on the screen moves. */
bool desk_sound_busy(const struct desk_sound *s);
void desk_sound_close(struct desk_sound *s);

#endif
