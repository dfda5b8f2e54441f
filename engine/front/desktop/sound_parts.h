/* sound_parts.h - what the files of sound.h share. */
#ifndef TD_FRONT_SOUND_PARTS_H
#define TD_FRONT_SOUND_PARTS_H

#include "sound.h"
#include "sound_work.h"

enum { READINGS = 8, NO_PLACE = -1 };

enum speech_phase { SPEECH_NONE, SPEECH_WAITS, SPEECH_HEARD, SPEECH_SHOWN };

/* The line being said: waiting to be made, heard, or shown by the lips alone. */
struct speech {
    enum speech_phase phase;
    uint64_t key;
    int64_t since; /* of the wait, then of the line */
    int32_t ms;    /* length of the line */
    const struct viseme_track *lips;
    struct viseme_track silent; /* from the letters, for when nothing is heard */
};

struct sound {
    struct sound_work *work;
    struct sound_options options;
    int64_t now;
    int place; /* wanted, or NO_PLACE */
    uint64_t place_key, heard_place;
    uint64_t ui_keys[UI_SOUNDS];
    int ui_channel;
    int32_t duck; /* permille of the place's volume */
    struct speech speech;
    uint64_t readings[READINGS]; /* the first is being read, or made */
    int reading_count;
    bool reading_plays;
};

bool sound_device(struct sound *sound);
void sound_speech_tick(struct sound *sound);
void sound_reader_tick(struct sound *sound);
/* Everything that is being read is given up. */
void sound_reader_stop(struct sound *sound);

#endif
