/* dsp.c - filters, levels, and the way between floats and samples. */
#include "dsp.h"

#include "memory.h"
#include <math.h>

#define TURN 6.2831853f
#define SILENCE (-120.0f)

static struct biquad normal(float b0, float b1, float b2, float a0, float a1, float a2)
{
    return (struct biquad){b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0, 0, 0};
}

/* Filters must stay below half the rate. */
static float angle(float rate, float hz)
{
    return TURN * fminf(hz, rate * 0.45f) / rate;
}

struct biquad biquad_low(float rate, float hz, float q)
{
    float w = angle(rate, hz), c = cosf(w), alpha = sinf(w) / (2 * q);
    return normal((1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha);
}

struct biquad biquad_high(float rate, float hz, float q)
{
    float w = angle(rate, hz), c = cosf(w), alpha = sinf(w) / (2 * q);
    return normal((1 + c) / 2, -(1 + c), (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha);
}

struct biquad biquad_band(float rate, float hz, float q)
{
    float w = angle(rate, hz), c = cosf(w), alpha = sinf(w) / (2 * q);
    return normal(alpha, 0, -alpha, 1 + alpha, -2 * c, 1 - alpha);
}

struct biquad biquad_shelf(float rate, float hz, float db)
{
    float w = angle(rate, hz), c = cosf(w), a = sqrtf(dsp_gain(db)), root = sqrtf(a);
    float bend = 2 * root * sinf(w) / 2 * sqrtf(2); /* slope 1 */
    return normal(a * (a + 1 + (a - 1) * c + bend), -2 * a * (a - 1 + (a + 1) * c), a * (a + 1 + (a - 1) * c - bend),
                  a + 1 - (a - 1) * c + bend, 2 * (a - 1 - (a + 1) * c), a + 1 - (a - 1) * c - bend);
}

float dsp_gain(float db)
{
    return powf(10, db / 20);
}

float dsp_db(float amplitude)
{
    return amplitude > 1e-6f ? 20 * log10f(amplitude) : SILENCE;
}

float dsp_rms(const float *x, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += (double)x[i] * (double)x[i];
    return count > 0 ? (float)sqrt(sum / count) : 0;
}

float dsp_speech_level(const float *x, int count, int rate)
{
    int step = rate / 50, loud = 0;
    float most = 0;
    double sum = 0;
    for (int i = 0; i + step <= count; i += step)
        most = fmaxf(most, dsp_rms(x + i, step));
    for (int i = 0; i + step <= count; i += step) {
        float rms = dsp_rms(x + i, step);
        if (rms < most * 0.1f)
            continue;
        sum += (double)rms * (double)rms;
        loud++;
    }
    return loud > 0 ? dsp_db((float)sqrt(sum / loud)) : SILENCE;
}

float dsp_soft(float x)
{
    const float knee = 0.7f, room = 0.28f;
    float size = fabsf(x);
    return size <= knee ? x : copysignf(knee + room * tanhf((size - knee) / room), x);
}

void dsp_take(const struct clip *clip, int channel, float *ret)
{
    for (int i = 0; i < clip->frames; i++)
        ret[i] = (float)clip->samples[i * clip->channels + channel] / 32768;
}

void dsp_put(const float *x, struct clip *clip, int channel)
{
    for (int i = 0; i < clip->frames; i++) {
        float sample = fmaxf(-32767, fminf(32767, x[i] * 32768));
        clip->samples[i * clip->channels + channel] = (int16_t)lrintf(sample);
    }
}

float *dsp_alloc(int count)
{
    size_t size = ((size_t)count + 1) * sizeof(float);
    float *x = memory_std.resize(memory_std.context, NULL, size);
    memset(x, 0, size);
    return x;
}

void dsp_free(float *x)
{
    memory_std.resize(memory_std.context, x, 0);
}
