/* loop_events.c - things that happen now and then: bells, thuds, steps, drops, a bus that passes. */
#include "loop_parts.h"

#include <math.h>

enum { EVENT_MOST = LOOP_RATE * 8 };

static float ping_at(const struct loop_layer *l, float t)
{
    bool second = l->high > 0 && t > 0.32f;
    float since = second ? t - 0.32f : t, hz = second ? l->high : l->low;
    float rise = fminf(1, since / 0.006f), fall = expf(-since * 5 / l->amount);
    return rise * fall * (sinf(LOOP_TURN * hz * since) + 0.22f * sinf(LOOP_TURN * hz * 2.76f * since)) / 1.22f;
}

static int event_length(const struct loop_layer *l)
{
    float seconds = l->kind == LOOP_PING   ? 1.4f * l->amount + 0.4f
                    : l->kind == LOOP_WASH ? l->amount
                                           : 1.6f * l->amount;
    int length = (int)(seconds * LOOP_RATE);
    return length < EVENT_MOST ? length : EVENT_MOST;
}

static void make_ping(const struct loop_layer *l, float *x, int length)
{
    for (int i = 0; i < length; i++)
        x[i] = ping_at(l, (float)i / LOOP_RATE);
}

/* No two steps are quite alike. */
static void make_knock(const struct loop_layer *l, uint64_t seed, float *x, int length)
{
    struct biquad band = biquad_band(LOOP_RATE, l->low * loop_chance(seed, 1, 0.85f, 1.15f), l->high);
    for (int i = 0; i < length; i++) {
        float t = (float)i / LOOP_RATE;
        float envelope = fminf(1, t / 0.002f) * expf(-t * 5 / l->amount);
        x[i] = biquad_step(&band, loop_noise(seed, i + 9) * envelope);
    }
}

static void make_wash(const struct loop_layer *l, uint64_t seed, float *x, int length)
{
    struct biquad high = biquad_high(LOOP_RATE, l->low, 0.6f), low = biquad_low(LOOP_RATE, l->high, 0.6f);
    for (int i = 0; i < length; i++) {
        float part = (float)i / (float)length, hump = sinf(LOOP_TURN / 2 * powf(part, 0.7f));
        x[i] = biquad_step(&low, biquad_step(&high, loop_noise(seed, i))) * hump * hump;
    }
}

static void fade_end(float *x, int length)
{
    int fade = length < 400 ? length : 400;
    for (int i = 0; i < fade; i++)
        x[length - 1 - i] *= (float)i / (float)fade;
}

/* The peak becomes 1. */
static void make(const struct loop_layer *l, uint64_t seed, float *x, int length)
{
    if (l->kind == LOOP_PING)
        make_ping(l, x, length);
    else if (l->kind == LOOP_KNOCK)
        make_knock(l, seed, x, length);
    else
        make_wash(l, seed, x, length);
    fade_end(x, length);
    float peak = 0;
    for (int i = 0; i < length; i++)
        peak = fmaxf(peak, fabsf(x[i]));
    for (int i = 0; i < length && peak > 0; i++)
        x[i] /= peak;
}

static void lay(struct loop *loop, const float *x, int length, int begin, float pan, float gain)
{
    for (int i = 0; i < length; i++) {
        int at = (begin + i) % LOOP_FRAMES;
        loop->side[0][at] += x[i] * gain * sqrtf(1 - pan);
        loop->side[1][at] += x[i] * gain * sqrtf(pan);
    }
}

/* Spread over the loop: one in each of count equal parts, somewhere. */
void loop_events(struct loop *loop, const struct loop_layer *l, uint64_t seed)
{
    int length = event_length(l), group = l->group > 0 ? l->group : 1;
    float *x = dsp_alloc(length);
    for (int e = 0; e < l->count; e++) {
        float begin = ((float)e + loop_chance(seed, 3 * e, 0.1f, 0.9f)) * LOOP_FRAMES / (float)l->count;
        float pan = loop_chance(seed, 3 * e + 1, 0.15f, 0.85f), near_by = loop_chance(seed, 3 * e + 2, -6, 0);
        for (int g = 0; g < group; g++) {
            uint64_t own = seed + (uint64_t)(e * 64 + g + 1) * 7919u;
            make(l, own, x, length);
            int at = (int)begin + (int)((float)g * l->gap * loop_chance(own, 4, 0.9f, 1.1f) * LOOP_RATE);
            lay(loop, x, length, at, pan, dsp_gain(l->db + near_by));
        }
    }
    dsp_free(x);
}
