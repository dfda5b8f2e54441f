/* synth.c - the recipes: what can be heard in each of the eight places, layer by layer. */
#include "synth.h"

#include "hash.h"
#include "loop.h"
#include <math.h>

enum { LAYERS = 10 };

struct recipe {
    float db;  /* mean level of the whole: an ordinary voice lies at -30 */
    float wet; /* the room */
    int size;
    struct loop_layer layers[LAYERS]; /* ends at a layer without a level */
};

static const struct recipe recipes[SETTING_COUNT] = {
    /* clang-format off */
    /*                       kind         low    high  amount count group gap    db */
    [SETTING_BRIDGE] = {-39, 0, 0, {
        {LOOP_BED,    1400, 8500, 0.25f,  3, 0, 0,     -34}, /* rain on asphalt */
        {LOOP_BED,     160,  620, 0.75f,  2, 0, 0,     -35}, /* wind */
        {LOOP_BED,      40,  140, 0.40f,  1, 0, 0,     -34}, /* the city, and the water below */
        {LOOP_HUM,     466, 0.5f, 0.95f,  3, 0, 0,     -56}, /* wind in the cables */
        {LOOP_WASH,    200, 2600, 5.5f,   2, 0, 0,     -30}, /* a car goes by on the far side */
        {LOOP_KNOCK,  2900,    6, 0.012f, 260, 0, 0,   -38}, /* drops on the rail */
        {LOOP_KNOCK,    70,    2, 0.35f,  2, 2, 0.3f,  -34}, /* an expansion joint under wheels */
    }},
    [SETTING_HOSPITAL] = {-42, 0.25f, 350, {
        {LOOP_BED,      60,  420, 0.10f,  1, 0, 0,     -36}, /* the ventilation */
        {LOOP_BED,     900, 4200, 0.10f,  2, 0, 0,     -52},
        {LOOP_HUM,     100, 0.3f, 0.05f,  1, 0, 0,     -50}, /* a lamp */
        {LOOP_MURMUR,  110,  230, 0,      4, 0, 0,     -45},
        {LOOP_PING,    988,    0, 0.25f,  3, 3, 0.85f, -50}, /* a monitor, two doors away */
        {LOOP_KNOCK,   900,  1.2f, 0.05f, 2, 6, 0.58f, -48}, /* clogs */
        {LOOP_WASH,    300, 1800, 2.6f,   1, 0, 0,     -46}, /* a trolley, a door */
    }},
    [SETTING_SCHOOL] = {-43, 0.55f, 800, {
        {LOOP_BED,      50,  330, 0.15f,  1, 0, 0,     -37},
        {LOOP_MURMUR,  200,  320, 0,      6, 0, 0,     -42}, /* behind classroom doors */
        {LOOP_KNOCK,   420,  1.5f, 0.09f, 2, 5, 0.52f, -40}, /* steps on linoleum */
        {LOOP_KNOCK,  1500,    3, 0.16f,  2, 2, 0.12f, -40}, /* a locker */
        {LOOP_HUM,     100, 0.5f, 0.10f,  1, 0, 0,     -53},
        {LOOP_WASH,    400, 3000, 1.4f,   1, 0, 0,     -46},
    }},
    [SETTING_SHELTER] = {-42, 0.18f, 250, {
        {LOOP_HUM,      50, 0.62f, 0.15f, 1, 0, 0,     -42}, /* a refrigerator */
        {LOOP_BED,      70,  500, 0.15f,  2, 0, 0,     -40},
        {LOOP_BED,    1500, 6000, 0.30f,  2, 0, 0,     -54}, /* rain against the window */
        {LOOP_MURMUR,  100,  210, 0,      4, 0, 0,     -43},
        {LOOP_PING,   2100,    0, 0.16f,  4, 2, 0.20f, -48}, /* cups */
        {LOOP_KNOCK,   160,    2, 0.12f,  3, 1, 0,     -38}, /* a chair */
        {LOOP_WASH,    500, 2400, 3.8f,   1, 0, 0,     -48}, /* a kettle */
    }},
    [SETTING_STAIRWELL] = {-45, 0.60f, 950, {
        {LOOP_BED,      40,  260, 0.30f,  1, 0, 0,     -40},
        {LOOP_HUM,     100, 0.72f, 0.35f, 9, 0, 0,     -48}, /* the tube that wants replacing */
        {LOOP_MURMUR,  110,  240, 0,      2, 0, 0,     -50}, /* a television through a wall */
        {LOOP_PING,   1250,    0, 0.08f,  7, 1, 0,     -48}, /* a drip */
        {LOOP_KNOCK,    95,  1.5f, 0.45f, 1, 1, 0,     -34}, /* the street door */
        {LOOP_WASH,    120,  900, 6.0f,   1, 0, 0,     -46}, /* a lift, or a car */
    }},
    [SETTING_BUS] = {-40, 0.40f, 900, {
        {LOOP_HUM,      31, 0.82f, 0.20f, 5, 0, 0,     -40}, /* a diesel in neutral */
        {LOOP_BED,      50,  700, 0.25f,  2, 0, 0,     -38},
        {LOOP_MURMUR,  100,  250, 0,      6, 0, 0,     -42},
        {LOOP_WASH,   2200, 8000, 0.9f,   3, 0, 0,     -40}, /* air brakes */
        {LOOP_WASH,     80,  600, 6.0f,   2, 0, 0,     -32}, /* one leaves */
        {LOOP_PING,    659,  523, 0.9f,   1, 0, 0,     -42}, /* before an announcement */
        {LOOP_KNOCK,   700,  1.2f, 0.06f, 3, 7, 0.48f, -44},
    }},
    [SETTING_BENEFITS] = {-43, 0.22f, 400, {
        {LOOP_BED,      60,  500, 0.10f,  1, 0, 0,     -38},
        {LOOP_HUM,     120, 0.35f, 0.10f, 1, 0, 0,     -53},
        {LOOP_MURMUR,  105,  240, 0,      5, 0, 0,     -42},
        {LOOP_KNOCK,  2300,    2, 0.018f, 9, 9, 0.14f, -47}, /* keys */
        {LOOP_PING,    880,  698, 0.6f,   1, 0, 0,     -46}, /* the next number */
        {LOOP_WASH,    900, 3600, 2.2f,   2, 0, 0,     -52}, /* a printer */
        {LOOP_KNOCK,   190,    2, 0.12f,  2, 1, 0,     -42},
    }},
    [SETTING_CALLS] = {-45, 0.12f, 250, {
        {LOOP_BED,      80, 1100, 0.08f,  1, 0, 0,     -42}, /* fans */
        {LOOP_BED,     300, 3400, 0.15f,  2, 0, 0,     -54}, /* the line itself */
        {LOOP_MURMUR,  105,  220, 0,      3, 0, 0,     -49}, /* the other desks */
        {LOOP_KNOCK,  2500,    2, 0.016f, 6, 7, 0.15f, -50},
        {LOOP_KNOCK,  3400,    8, 0.010f, 20, 1, 0,    -54}, /* the clock */
        {LOOP_PING,    784,    0, 0.35f,  1, 2, 0.4f,  -54}, /* somebody else's call */
    }},
    /* clang-format on */
};

struct clip synth_place(enum setting place)
{
    const struct recipe *r = &recipes[place];
    struct loop loop;
    loop_init(&loop, hash_finish(hash_str(HASH_START, str_of(place_name(place)))));
    for (int i = 0; i < LAYERS && r->layers[i].db < 0; i++)
        loop_add(&loop, &r->layers[i], i);
    loop_echo(&loop, r->wet, r->size);
    struct clip clip = loop_clip(&loop, r->db);
    loop_finish(&loop);
    return clip;
}

/* ---- the interface ---- */

struct note {
    float hz, begin, fade; /* seconds */
};

static const struct chime {
    float db, seconds;
    struct note notes[3];
} chimes[UI_SOUNDS] = {
    [UI_SOUND_FOCUS] = {-40, 0.08f, {{880, 0, 0.05f}}},
    [UI_SOUND_CHOOSE] = {-30, 0.32f, {{523, 0, 0.16f}, {659, 0.07f, 0.2f}}},
    [UI_SOUND_BACK] = {-32, 0.3f, {{587, 0, 0.14f}, {440, 0.07f, 0.18f}}},
    [UI_SOUND_NOTICE] = {-30, 0.6f, {{740, 0, 0.4f}, {988, 0.12f, 0.45f}}},
    [UI_SOUND_HELP] = {-29, 0.8f, {{392, 0, 0.5f}, {523, 0.14f, 0.5f}, {659, 0.28f, 0.5f}}},
    [UI_SOUND_END] = {-30, 0.98f, {{330, 0, 0.9f}, {415, 0.03f, 0.9f}, {494, 0.06f, 0.9f}}},
};

/* Soft: a rounded beginning, hardly an overtone. */
static float note_at(const struct note *n, float seconds)
{
    float t = seconds - n->begin;
    if (n->hz <= 0 || t < 0)
        return 0;
    float rise = t < 0.012f ? 0.5f - 0.5f * cosf(3.1415927f * t / 0.012f) : 1;
    return rise * expf(-5 * t / n->fade) * (sinf(6.2831853f * n->hz * t) + 0.12f * sinf(12.566371f * n->hz * t));
}

struct clip synth_ui(enum ui_sound sound)
{
    const struct chime *c = &chimes[sound];
    struct clip clip = clip_make((int)(c->seconds * LOOP_RATE), 1, LOOP_RATE);
    float *x = dsp_alloc(clip.frames), peak = 0;
    for (int i = 0; i < clip.frames; i++) {
        float left = (float)(clip.frames - i) / (0.02f * LOOP_RATE);
        for (int n = 0; n < 3; n++)
            x[i] += note_at(&c->notes[n], (float)i / LOOP_RATE) * fminf(1, left);
        peak = fmaxf(peak, fabsf(x[i]));
    }
    for (int i = 0; i < clip.frames; i++)
        x[i] *= dsp_gain(c->db + 12) / peak;
    dsp_put(x, &clip, 0);
    dsp_free(x);
    return clip;
}
