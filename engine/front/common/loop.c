/* loop.c - the ring itself: layers that last all the time, the echo, and the way out. */
#include "loop_parts.h"

#include "rng.h"
#include <math.h>

void loop_init(struct loop *loop, uint64_t seed)
{
    *loop = (struct loop){.seed = seed};
    for (int s = 0; s < 2; s++)
        loop->side[s] = dsp_alloc(LOOP_FRAMES);
}

void loop_finish(struct loop *loop)
{
    for (int s = 0; s < 2; s++)
        dsp_free(loop->side[s]);
    *loop = (struct loop){0};
}

float loop_noise(uint64_t seed, int at)
{
    return (float)(int32_t)rng_mix(seed + (uint64_t)at) / 2147483648.0f;
}

float loop_chance(uint64_t seed, int at, float low, float high)
{
    return low + (high - low) * (float)rng_pick(seed, (uint64_t)at, 10001) / 10000;
}

static void mix(float *to, const float *x, float db)
{
    float rms = dsp_rms(x, LOOP_FRAMES);
    float gain = rms > 0 ? dsp_gain(db) / rms : 0;
    for (int i = 0; i < LOOP_FRAMES; i++)
        to[i] += gain * x[i];
}

/* Two swells of different length, so that wind does not breathe like a machine. */
static float swell(const struct loop_layer *l, int at, float turn)
{
    float phase = LOOP_TURN * (float)at / LOOP_FRAMES;
    float wave = 0.65f * sinf(phase * (float)l->count + turn) + 0.35f * sinf(phase * (float)(l->count + 2) + 2 * turn);
    return 1 - l->amount * (0.5f + 0.5f * wave);
}

/* A first lap, or the end of one, brings the filters to where they will be again a lap later. */
static void add_bed(struct loop *loop, const struct loop_layer *l, uint64_t seed)
{
    float *x = dsp_alloc(LOOP_FRAMES);
    for (int s = 0; s < 2; s++) {
        struct biquad high = biquad_high(LOOP_RATE, l->low, 0.6f), low = biquad_low(LOOP_RATE, l->high, 0.6f);
        uint64_t own = seed + (uint64_t)s * 1000003u;
        for (int i = -LOOP_FRAMES / 4; i < LOOP_FRAMES; i++) {
            int at = i < 0 ? i + LOOP_FRAMES : i;
            float y = biquad_step(&low, biquad_step(&high, loop_noise(own, at)));
            x[at] = y;
        }
        for (int i = 0; i < LOOP_FRAMES && l->amount > 0; i++)
            x[i] *= swell(l, i, (float)(seed % 7));
        mix(loop->side[s], x, l->db);
    }
    dsp_free(x);
}

static float harmonics(const struct loop_layer *l, float phase)
{
    float sum = 0, share = 1;
    for (int h = 1; h <= 8 && share > 0.02f; h++, share *= l->high)
        sum += share * sinf(phase * (float)h);
    return sum;
}

/* The pitch is bent to the nearest that fits the loop a whole number of times. */
static void add_hum(struct loop *loop, const struct loop_layer *l, uint64_t seed)
{
    float *x = dsp_alloc(LOOP_FRAMES);
    double turns = round((double)l->low * LOOP_SECONDS);
    for (int i = 0; i < LOOP_FRAMES; i++) {
        double phase = fmod(turns * i / LOOP_FRAMES, 1.0);
        x[i] = harmonics(l, (float)phase * LOOP_TURN) * swell(l, i, (float)(seed % 5));
    }
    for (int s = 0; s < 2; s++)
        mix(loop->side[s], x, l->db);
    dsp_free(x);
}

void loop_add(struct loop *loop, const struct loop_layer *layer, int index)
{
    uint64_t seed = (uint64_t)rng_mix(loop->seed * 31 + (uint64_t)index) << 20;
    switch (layer->kind) {
    case LOOP_BED: add_bed(loop, layer, seed); break;
    case LOOP_HUM: add_hum(loop, layer, seed); break;
    case LOOP_MURMUR: loop_murmur(loop, layer, seed); break;
    case LOOP_PING:
    case LOOP_KNOCK:
    case LOOP_WASH: loop_events(loop, layer, seed); break;
    }
}

/* ---- the room ---- */

enum { COMBS = 4, COMB_MOST = 2048 };

struct comb {
    float line[COMB_MOST];
    int length, at;
    float damped;
};

static float comb_step(struct comb *c, float x, float feedback)
{
    float out = c->line[c->at];
    c->damped += (out - c->damped) * 0.55f; /* walls take the high notes first */
    c->line[c->at] = x + c->damped * feedback;
    c->at = c->at + 1 < c->length ? c->at + 1 : 0;
    return out;
}

static void echo_side(float *x, int side, float wet, int size)
{
    static const int lengths[COMBS] = {1117, 1289, 1423, 1621};
    static struct comb none;
    struct comb combs[COMBS];
    float feedback = 0.62f + 0.3f * (float)size / 1000;
    float *echo = dsp_alloc(LOOP_FRAMES);
    for (int c = 0; c < COMBS; c++) {
        combs[c] = none;
        combs[c].length = (lengths[c] + side * 23) * (500 + size / 2) / 1000;
    }
    for (int i = -LOOP_FRAMES / 2; i < LOOP_FRAMES; i++) {
        int at = i < 0 ? i + LOOP_FRAMES : i;
        float sum = 0;
        for (int c = 0; c < COMBS; c++)
            sum += comb_step(&combs[c], x[at], feedback);
        echo[at] = sum / COMBS;
    }
    for (int i = 0; i < LOOP_FRAMES; i++)
        x[i] = x[i] * (1 - wet) + echo[i] * wet;
    dsp_free(echo);
}

void loop_echo(struct loop *loop, float wet, int size)
{
    for (int s = 0; s < 2 && wet > 0; s++)
        echo_side(loop->side[s], s, wet, size);
}

struct clip loop_clip(const struct loop *loop, float db)
{
    struct clip clip = clip_make(LOOP_FRAMES, 2, LOOP_RATE);
    float rms = (dsp_rms(loop->side[0], LOOP_FRAMES) + dsp_rms(loop->side[1], LOOP_FRAMES)) / 2;
    float gain = rms > 0 ? dsp_gain(db) / rms : 0;
    for (int s = 0; s < 2; s++) {
        for (int i = 0; i < LOOP_FRAMES; i++)
            loop->side[s][i] = dsp_soft(loop->side[s][i] * gain);
        dsp_put(loop->side[s], &clip, s);
    }
    return clip;
}
