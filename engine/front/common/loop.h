/* loop.h - sound that can be repeated for ever without a seam: a ring of samples that layers are added to.
 * Noise is periodic, filters run round until they repeat themselves, tones have whole periods, and what rings
 * over the end goes on at the beginning.  Chance is rng.h's, so the same recipe makes the same bytes. */
#ifndef TD_FRONT_LOOP_H
#define TD_FRONT_LOOP_H

#include "dsp.h"

enum { LOOP_RATE = 22050, LOOP_SECONDS = 20, LOOP_FRAMES = LOOP_RATE * LOOP_SECONDS };

struct loop {
    float *side[2]; /* left, right: LOOP_FRAMES each */
    uint64_t seed;
};

enum loop_kind {
    LOOP_BED,    /* noise from low to high Hz; amount: depth of count swells */
    LOOP_HUM,    /* a tone of low Hz; high: share of each harmonic in the one below; amount: flutter */
    LOOP_MURMUR, /* count people talking too far off to be understood, their pitch from low to high Hz */
    LOOP_PING,   /* a bell of low and then high Hz (0: one note), fading in amount seconds */
    LOOP_KNOCK,  /* a thud or click of noise about low Hz, width high (q), fading in amount seconds */
    LOOP_WASH,   /* noise from low to high Hz that comes and goes within amount seconds */
};

struct loop_layer {
    enum loop_kind kind;
    float low, high, amount;
    int count; /* how often in the loop; see above */
    int group; /* events only: so many in a row, */
    float gap; /* this many seconds apart */
    float db;  /* BED, HUM, MURMUR: mean level; the others: peak */
};

void loop_init(struct loop *loop, uint64_t seed);
void loop_finish(struct loop *loop);
/* index tells layers of one loop apart. */
void loop_add(struct loop *loop, const struct loop_layer *layer, int index);
/* The room: wet is the share of the echo, size its length in permille of a large hall. */
void loop_echo(struct loop *loop, float wet, int size);
/* Brings the whole to a mean level and into samples of two channels.  Nothing is clipped. */
struct clip loop_clip(const struct loop *loop, float db);

#endif
