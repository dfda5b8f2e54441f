/* vocal.c - vocal effort: what makes a shout a shout besides being louder; and the way out into samples
 * and lips. */
#include "vocal.h"

#include "dsp.h"
#include "memory.h"
#include <math.h>

void vocal_finish(struct vocal *vocal)
{
    dsp_free(vocal->x);
    memory_std.resize(memory_std.context, vocal->parts, 0);
    *vocal = (struct vocal){0};
}

/* A strained voice is bright, a breathy one dull: up to +6 and -5 decibels above 2.5 kHz. */
static void brighten(struct vocal *v, int32_t effort)
{
    float db = effort >= 0 ? (float)effort * 6 / 1000 : (float)effort * 5 / 1000;
    struct biquad shelf = biquad_shelf((float)v->rate, 2500, db);
    struct biquad rumble = biquad_high((float)v->rate, 60, 0.707f);
    for (int i = 0; i < v->count; i++)
        v->x[i] = biquad_step(&rumble, biquad_step(&shelf, v->x[i]));
}

/* The weak sounds of a shout are nearly as loud as the strong ones: a compressor, 1:1 to 3:1. */
static void even_out(struct vocal *v, int32_t effort)
{
    float ratio = 1 + 2 * (float)(effort > 0 ? effort : 0) / 1000;
    float threshold = dsp_gain(dsp_speech_level(v->x, v->count, v->rate) - 6);
    float rise = 1 - expf(-1 / (0.004f * (float)v->rate)), fall = 1 - expf(-1 / (0.080f * (float)v->rate));
    float envelope = 0;
    for (int i = 0; i < v->count; i++) {
        float size = fabsf(v->x[i]);
        envelope += (size - envelope) * (size > envelope ? rise : fall);
        if (envelope > threshold)
            v->x[i] *= powf(envelope / threshold, 1 / ratio - 1);
    }
}

/* The loudness of a trembling voice wavers with its pitch. */
static void waver(struct vocal *v, int32_t tremor)
{
    float depth = 0.28f * (float)tremor / 1000, turn = 6.2831853f * 5.3f / (float)v->rate;
    for (int i = 0; i < v->count && tremor > 0; i++)
        v->x[i] *= 1 - depth * (0.5f + 0.5f * sinf(turn * (float)i));
}

static void set_level(struct vocal *v, float db)
{
    float level = dsp_speech_level(v->x, v->count, v->rate);
    if (level < -90)
        return;
    float gain = dsp_gain(db - level);
    for (int i = 0; i < v->count; i++)
        v->x[i] = dsp_soft(v->x[i] * gain);
}

void vocal_shape(struct vocal *vocal, const struct prosody *prosody)
{
    brighten(vocal, prosody->effort);
    even_out(vocal, prosody->effort);
    waver(vocal, prosody->tremor);
    set_level(vocal, VOICE_CALM_DB + (float)prosody->level / 10);
}

struct clip vocal_clip(const struct vocal *vocal)
{
    struct clip clip = clip_make(vocal->count, 1, vocal->rate);
    dsp_put(vocal->x, &clip, 0);
    return clip;
}

static int32_t ms_of(const struct vocal *v, int at)
{
    return (int32_t)((int64_t)at * 1000 / v->rate);
}

void vocal_telephone(struct vocal *vocal)
{
    const float rate = (float)vocal->rate;
    struct biquad chain[] = {biquad_high(rate, 300, 0.54f), biquad_high(rate, 300, 1.31f),
                             biquad_low(rate, 3400, 0.54f),
                             biquad_low(rate, 3400, 1.31f)}; /* two of fourth order, flat (Butterworth) */
    float before = dsp_speech_level(vocal->x, vocal->count, vocal->rate);
    for (int i = 0; i < vocal->count; i++)
        for (size_t k = 0; k < sizeof chain / sizeof *chain; k++)
            vocal->x[i] = biquad_step(&chain[k], vocal->x[i]);
    float gain = dsp_gain(before - dsp_speech_level(vocal->x, vocal->count, vocal->rate));
    for (int i = 0; i < vocal->count; i++)
        vocal->x[i] = dsp_soft(vocal->x[i] * gain);
}

void vocal_lips(const struct vocal *vocal, struct viseme_track *ret)
{
    if (vocal->part_count == 0) {
        struct clip clip = vocal_clip(vocal);
        viseme_from_level(&clip, ret);
        clip_finish(&clip);
        return;
    }
    viseme_add(ret, 0, 0, 0);
    for (int i = 0; i < vocal->part_count; i++) {
        const struct vocal_part *part = &vocal->parts[i];
        int32_t open, round;
        viseme_phone(part->phone, &open, &round);
        viseme_add(ret, (ms_of(vocal, part->from) + ms_of(vocal, part->to)) / 2, open, round);
    }
    viseme_add(ret, ms_of(vocal, vocal->count) + 1, 0, 0);
}
