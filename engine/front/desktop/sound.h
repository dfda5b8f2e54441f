/* sound.h - what the desktop is heard with: the place, the person's voice and lips, the interface, and the
 * screen read aloud.  No call waits: what is not made yet is heard a moment later.  Without a device, or with
 * everything muted, the lips still move and nothing else changes. */
#ifndef TD_FRONT_SOUND_H
#define TD_FRONT_SOUND_H

#include "synth.h"
#include "voice.h"

struct sound;

/* The learner's settings, as they are in settings.h. */
struct sound_options {
    bool on;           /* false: not a sound, whatever else is set */
    bool voices;       /* the person is heard */
    bool self_voicing; /* sound_read() is heard */
    int32_t volume;    /* percent */
};

/* Opens the device in the background; where a window is shown, call it after SDL_Init(). */
struct sound *sound_open(void);
void sound_close(struct sound *sound); /* NULL is fine */
/* false as long as the device is not found. */
bool sound_is_here(struct sound *sound);
void sound_set(struct sound *sound, const struct sound_options *options);
/* Once a frame: starts what has become ready, moves volumes.  now: milliseconds of any clock that does not
 * go back. */
void sound_tick(struct sound *sound, int64_t now);

/* What is heard in the place, until another or sound_leave(). */
void sound_place(struct sound *sound, enum setting place);
void sound_leave(struct sound *sound);
void sound_ui(struct sound *sound, enum ui_sound which);

/* A line of the person's.  Nothing of it is kept but copies. */
struct sound_line {
    td_str text; /* as the scenario has it; what stands in brackets is not spoken */
    const char *lang;
    const struct person_identity *who;
    const struct person_state *state; /* as the person is when it is said */
    bool telephone;                   /* they are on the other end of one */
    const char *recording;            /* a sound file that wins if it is there, or NULL */
};

/* Made in advance: for the few lines that may be said next. */
void sound_prepare(struct sound *sound, const struct sound_line *line);
/* Said now, in place of what is being said. */
void sound_say(struct sound *sound, const struct sound_line *line);
void sound_hush(struct sound *sound);
/* From sound_say() until the line has been said. */
bool sound_speaks(const struct sound *sound);
/* Where the lips are at the time of the last tick: permille for person_state's mouth_open, mouth_round. */
void sound_lips(const struct sound *sound, int32_t *ret_open, int32_t *ret_round);

/* Reads a text of the screen aloud behind what is being read, or, with interrupt, instead of it. */
void sound_read(struct sound *sound, td_str text, const char *lang, bool interrupt);
bool sound_reads(const struct sound *sound);

#endif
