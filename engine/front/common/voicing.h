/* voicing.h - a spoken line while it is being made: raw from a synthesiser, then given its rests, its
 * effort and its loudness, which no synthesiser at hand does by itself. */
#ifndef TD_FRONT_VOICING_H
#define TD_FRONT_VOICING_H

#include "clip.h"
#include "viseme.h"
#include "voice.h"

/* One sound of speech, in samples. */
struct voicing_part {
    char phone[6];
    bool word_end;
    int from, to;
};

struct voicing {
    float *x;
    int count, rate;
    struct voicing_part *parts; /* in order, without gaps; none where the synthesiser does not tell */
    int part_count;
};

void voicing_finish(struct voicing *voicing); /* a zeroed one is fine */

/* Silence before and behind is cut; rests within become prosody's, and after some words (seed says which)
 * speech catches.  Only where there are parts. */
void voicing_rest(struct voicing *voicing, const struct prosody *prosody, uint64_t seed);
/* Brightness, evenness, tremor and loudness.  The level of the result is prosody's above VOICE_CALM_DB;
 * nothing is clipped. */
void voicing_shape(struct voicing *voicing, const struct prosody *prosody);
/* What the lips do to it: from the parts, or from the level where there are none. */
void voicing_lips(const struct voicing *voicing, struct viseme_track *ret);
struct clip voicing_clip(const struct voicing *voicing);

/* An ordinary voice lies here (decibels of full scale), so that the fifteen above it for a shout have room. */
#define VOICE_CALM_DB (-30.0f)

#endif
