/* clip.h - a stretch of sound: samples of 16 bits in memory, and as the bytes of a WAV file. */
#ifndef TD_FRONT_CLIP_H
#define TD_FRONT_CLIP_H

#include "writer.h"

struct clip {
    int16_t *samples; /* frames * channels, the channels side by side */
    int frames;
    int channels; /* 1 or 2 */
    int rate;     /* frames in a second */
};

/* Silent; to be given back with clip_finish(). */
struct clip clip_make(int frames, int channels, int rate);
void clip_finish(struct clip *clip); /* a zeroed one is fine */
int clip_ms(const struct clip *clip);
/* The bytes of a WAV file; in the arena. */
td_str clip_wav(struct arena *arena, const struct clip *clip);
/* Reads a WAV file of 16-bit PCM, mono or stereo, 4 to 192 kHz.  A length larger than the bytes at hand is
 * taken as "to the end": a program that writes into a pipe cannot know better.  On success *ret is to be
 * finished; otherwise it is untouched. */
bool clip_read_wav(td_str bytes, struct clip *ret);

#endif
