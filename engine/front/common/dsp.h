/* dsp.h - the few filters and measures that all our sound is made with.
 * Samples are floats, 1 is full scale; frequencies in Hz; levels in decibels below (negative) full scale. */
#ifndef TD_FRONT_DSP_H
#define TD_FRONT_DSP_H

#include "clip.h"

/* Two poles and two zeros (R. Bristow-Johnson's cookbook).  z: what it remembers. */
struct biquad {
    float b0, b1, b2, a1, a2;
    float z1, z2;
};

struct biquad biquad_low(float rate, float hz, float q);
struct biquad biquad_high(float rate, float hz, float q);
/* Peak gain 1 at hz. */
struct biquad biquad_band(float rate, float hz, float q);
/* Everything well above hz is raised by db. */
struct biquad biquad_shelf(float rate, float hz, float db);

static inline float biquad_step(struct biquad *f, float x)
{
    float y = f->b0 * x + f->z1;
    f->z1 = f->b1 * x - f->a1 * y + f->z2;
    f->z2 = f->b2 * x - f->a2 * y;
    return y;
}

float dsp_gain(float db);      /* of a level as a factor */
float dsp_db(float amplitude); /* and back; -120 for silence */
float dsp_rms(const float *x, int count);
/* The level of speech in decibels: of those pieces of 20 ms that are not much below the loudest. */
float dsp_speech_level(const float *x, int count, int rate);
/* Straight up to 0.7, then bent so that it never reaches 0.98. */
float dsp_soft(float x);
/* One channel of a clip as floats; the caller's, size frames. */
void dsp_take(const struct clip *clip, int channel, float *ret);
/* Floats into a channel, rounded; what lies outside of full scale is cut. */
void dsp_put(const float *x, struct clip *clip, int channel);
/* Floats from the program's memory, zeroed; dsp_free(NULL) is fine. */
float *dsp_alloc(int count);
void dsp_free(float *x);

#endif
