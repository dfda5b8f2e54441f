/* sound_out.h - the sound device: five channels of a mixer, or nothing at all.
 * Without SDL2_mixer, or on a machine without sound, everything here does nothing and nobody has to ask. */
#ifndef TD_FRONT_SOUND_OUT_H
#define TD_FRONT_SOUND_OUT_H

#include "clip.h"
#include "viseme.h"

/* Sound as the device wants it. */
struct sound_chunk;

enum sound_channel { CHANNEL_PLACE, CHANNEL_VOICE, CHANNEL_READER, CHANNEL_UI, CHANNEL_UI_2, CHANNELS };

/* Once in a program, from any thread; takes as long as the machine's sound takes to wake.  false: no sound. */
bool sound_out_open(void);
/* After it every chunk is dead; free them before. */
void sound_out_close(void);

/* To be called by a thread that used any of this, before it ends. */
void sound_out_leave_thread(void);

/* NULL if there is no device.  From any thread once the device is open. */
struct sound_chunk *sound_out_make(const struct clip *clip);
/* A file (ogg, wav, flac, mp3): also what the lips do and how long it lasts.  NULL if it cannot be read. */
struct sound_chunk *sound_out_load(const char *path, struct viseme_track *ret_lips, int *ret_ms);
/* Stops it where it plays.  NULL is fine. */
void sound_out_free(struct sound_chunk *chunk);

/* Instead of what the channel plays now; for ever, or once. */
void sound_out_play(enum sound_channel channel, struct sound_chunk *chunk, bool for_ever, int fade_ms);
void sound_out_stop(enum sound_channel channel, int fade_ms);
void sound_out_volume(enum sound_channel channel, int permille);
bool sound_out_plays(enum sound_channel channel);

#endif
