/* vocal.h - a spoken line while it is being made: raw from a synthesiser, then given its rests, its
 * effort and its loudness, which no synthesiser at hand does by itself. */
#ifndef TD_FRONT_VOCAL_H
#define TD_FRONT_VOCAL_H

#include "clip.h"
#include "viseme.h"
#include "voice.h"

/* One sound of speech, in samples. */
struct vocal_part {
    char phone[6];
    bool word_end;
    int from, to;
};

struct vocal {
    float *x;
    int count, rate;
    struct vocal_part *parts; /* in order, without gaps; none where the synthesiser does not tell */
    int part_count;
};

void vocal_finish(struct vocal *vocal); /* a zeroed one is fine */

/* Silence before and behind is cut; rests within become prosody's, and after some words (seed says which)
 * speech catches.  Only where there are parts. */
void vocal_rest(struct vocal *vocal, const struct prosody *prosody, uint64_t seed);
/* Brightness, evenness, tremor and loudness.  The level of the result is prosody's above VOICE_CALM_DB;
 * nothing is clipped. */
void vocal_shape(struct vocal *vocal, const struct prosody *prosody);
/* As a telephone carries it, 300 to 3400 Hz (ITU-T G.712), as loud as before. */
void vocal_telephone(struct vocal *vocal);
/* What the lips do to it: from the parts, or from the level where there are none. */
void vocal_lips(const struct vocal *vocal, struct viseme_track *ret);
struct clip vocal_clip(const struct vocal *vocal);

/* An ordinary voice lies here (decibels of full scale), so that the fifteen above it for a shout have room. */
#define VOICE_CALM_DB (-30.0f)

#endif
