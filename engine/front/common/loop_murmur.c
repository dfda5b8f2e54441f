/* loop_murmur.c - people talking in the next room: voices with vowels and phrases and no words. */
#include "loop_parts.h"

#include <math.h>

enum { SYLLABLE = LOOP_RATE * 19 / 100 };

struct talker {
    uint64_t seed;
    float pitch; /* Hz */
    float pan;
    float phase;
    struct biquad vowel[2];
};

/* A rough glottis: rich in harmonics, which the vowels then pick from. */
static float buzz(struct talker *t, float hz)
{
    t->phase += hz / LOOP_RATE;
    t->phase -= floorf(t->phase);
    return 2 * t->phase - 1 + 0.15f * sinf(2 * LOOP_TURN * t->phase);
}

/* The filters keep what they remember: only their place in the spectrum moves. */
static void move_vowel(struct talker *t, int syllable)
{
    struct biquad next[2] = {biquad_band(LOOP_RATE, loop_chance(t->seed, 2 * syllable, 280, 720), 4),
                             biquad_band(LOOP_RATE, loop_chance(t->seed, 2 * syllable + 1, 850, 1700), 6)};
    for (int i = 0; i < 2; i++) {
        next[i].z1 = t->vowel[i].z1;
        next[i].z2 = t->vowel[i].z2;
        t->vowel[i] = next[i];
    }
}

static void say_syllable(struct talker *t, struct loop *sum, int begin, int syllable, float fall)
{
    int length = (int)(SYLLABLE * loop_chance(t->seed, syllable + 500, 0.8f, 1.3f));
    float stress = loop_chance(t->seed, syllable + 900, 0.35f, 1);
    float hz = t->pitch * fall * loop_chance(t->seed, syllable + 1300, 0.93f, 1.1f);
    move_vowel(t, syllable);
    for (int i = 0; i < length; i++) {
        float envelope = sinf(LOOP_TURN / 2 * (float)i / (float)length);
        float x = buzz(t, hz) * envelope * envelope * stress;
        float y = biquad_step(&t->vowel[0], x) + 0.4f * biquad_step(&t->vowel[1], x);
        int at = (begin + i) % LOOP_FRAMES;
        sum->side[0][at] += y * sqrtf(1 - t->pan);
        sum->side[1][at] += y * sqrtf(t->pan);
    }
}

/* Phrases of four to ten syllables whose melody falls, then a time of listening. */
static void talk(struct talker *t, struct loop *sum, int index)
{
    int at = (int)loop_chance(t->seed, 1, 0, LOOP_FRAMES), end = at + LOOP_FRAMES * 9 / 10, syllable = 10;
    for (int phrase = 0; at < end && phrase < 40; phrase++) {
        int count = (int)loop_chance(t->seed, phrase + 3000, 4, 10.9f);
        for (int i = 0; i < count && at < end; i++, syllable++) {
            say_syllable(t, sum, at, syllable, 1.08f - 0.2f * (float)i / (float)count);
            at += SYLLABLE;
        }
        at += (int)(loop_chance(t->seed, phrase + 4000, 0.4f, 1.5f + 0.4f * (float)index) * LOOP_RATE);
    }
}

void loop_murmur(struct loop *loop, const struct loop_layer *l, uint64_t seed)
{
    struct loop sum;
    loop_init(&sum, seed);
    for (int i = 0; i < l->count; i++) {
        struct talker t = {.seed = seed + (uint64_t)i * 104729u};
        t.pitch = loop_chance(t.seed, 7, l->low, l->high);
        t.pan = loop_chance(t.seed, 8, 0.15f, 0.85f);
        talk(&t, &sum, i);
    }
    for (int s = 0; s < 2; s++) {
        float rms = dsp_rms(sum.side[s], LOOP_FRAMES);
        float gain = rms > 0 ? dsp_gain(l->db) / rms : 0;
        for (int i = 0; i < LOOP_FRAMES; i++)
            loop->side[s][i] += gain * sum.side[s][i];
    }
    loop_finish(&sum);
}
