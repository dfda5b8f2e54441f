/* voice.c - the table of what is heard at each height of agitation, in despair and in recovery, and whose
 * voice belongs to which body. */
#include "voice.h"

#include "fix.h"
#include "hash.h"

#include <stddef.h>

#define KEYS 6 /* at agitation 0, 200, 400, 600, 800, 1000: one for the beginning of each band */

struct tone {
    size_t offset;
    int32_t at[KEYS];
    int32_t despair, recovery;
};

#define TONE(member) offsetof(struct prosody, member)

/* Level, pitch and rate are the numbers of MODEL.md 3.2; the others follow its words: sighs and a trembling
 * voice when anxious, no rests when agitated, bursts and breaks in crisis; long rests on one note in despair. */
static const struct tone tones[] = {
    /* clang-format off */
    /*               calm   200   400   600   800  1000   despair recovery */
    {TONE(rate),   { 1000, 1100, 1150, 1200, 1240, 1260},   830,   850},
    {TONE(pitch),  { 1000, 1080, 1150, 1250, 1350, 1380},   930,   950},
    {TONE(spread), { 1000, 1060, 1200, 1350, 1480, 1540},   320,   800},
    {TONE(level),  {    0,   20,   50,  100,  150,  160},   -50,   -30},
    {TONE(effort), {    0,   60,  280,  620,  900, 1000},  -600,  -300},
    {TONE(pause),  { 1000,  860,  700,  600,  560,  540},  2300,  1500},
    {TONE(broken), {    0,   15,    0,    0,  120,  200},    70,    60},
    {TONE(tremor), {    0,  180,   80,   60,  220,  300},    60,   300},
    /* clang-format on */
};

static int32_t *slot(struct prosody *prosody, size_t offset)
{
    return (int32_t *)(void *)((char *)prosody + offset);
}

static int32_t tone_at(const int32_t keys[KEYS], int32_t agitation)
{
    int32_t index = agitation / 200;
    if (index >= KEYS - 1)
        return keys[KEYS - 1];
    return keys[index] + (keys[index + 1] - keys[index]) * (agitation - index * 200) / 200;
}

static int32_t toward(int32_t from, int32_t to, int32_t permille)
{
    return from + (to - from) * permille / 1000;
}

static int32_t rounded(int32_t permille, int32_t step)
{
    return (clamp32(permille, 0, 1000) + step / 2) / step * step;
}

struct voice_mood voice_mood_of(const struct person_state *state)
{
    return (struct voice_mood){
        .agitation = rounded(state->agitation, VOICE_STEP),
        .despair = rounded(state->despair, VOICE_TURN),
        .recovery = rounded(state->recovery, VOICE_TURN),
        .manner = state->manner,
    };
}

uint32_t voice_mood_key(const struct voice_mood *mood)
{
    return (uint32_t)mood->manner << 16 | (uint32_t)(mood->agitation / VOICE_STEP) << 8 |
           (uint32_t)(mood->despair / VOICE_TURN) << 4 | (uint32_t)(mood->recovery / VOICE_TURN);
}

static void apply_manner(struct prosody *p, enum person_manner manner)
{
    switch (manner) {
    case MANNER_PLAIN: break;
    case MANNER_DESPAIR:
        p->spread = p->spread * 850 / 1000;
        p->pause = p->pause * 1150 / 1000;
        break;
    case MANNER_GUARDED:
        p->spread = p->spread * 800 / 1000;
        p->broken += 20;
        break;
    case MANNER_DRUNK:
        p->rate = p->rate * 880 / 1000;
        p->spread = p->spread * 1150 / 1000;
        p->broken += 30;
        break;
    case MANNER_COOL:
        p->pitch = toward(1000, p->pitch, 600);
        p->tremor = p->tremor * 300 / 1000;
        p->broken = 0;
        break;
    case MANNER_GRIEF:
        p->tremor += 140;
        p->pause = p->pause * 1200 / 1000;
        break;
    }
}

struct prosody voice_prosody(const struct voice_mood *mood)
{
    struct prosody p = {0};
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        int32_t value = tone_at(tones[i].at, clamp32(mood->agitation, 0, 1000));
        value = toward(value, tones[i].despair, clamp32(mood->despair, 0, 1000));
        *slot(&p, tones[i].offset) = toward(value, tones[i].recovery, clamp32(mood->recovery, 0, 1000));
    }
    apply_manner(&p, mood->manner);
    return p;
}

/* Boys and girls are higher and smaller; from fifty on women's voices sink, men's rise a little. */
static void apply_age(struct voice_timbre *t, const struct person_identity *who)
{
    int32_t young = clamp32(19 - who->age, 0, 7), old = clamp32(who->age - 50, 0, 40);
    t->pitch += young * 25;
    t->tract += young * 14;
    t->pitch += t->kind == VOICE_WOMAN ? -3 * old : old;
    t->rate -= 2 * old;
}

struct voice_timbre voice_timbre_of(const struct person_identity *who)
{
    struct voice_timbre t = {.kind = VOICE_WOMAN, .pitch = 1000, .tract = 1000, .rate = 1000};
    if (who->masculine >= 500)
        t.kind = who->age >= 60 ? VOICE_OLD_MAN : VOICE_MAN;
    int32_t short_by = clamp32((t.kind == VOICE_WOMAN ? 930 : 980) - who->height, -120, 120);
    t.pitch += short_by / 2 - (who->build - 500) / 12;
    t.tract += short_by / 4 - (who->build - 500) / 40;
    apply_age(&t, who);
    uint64_t own = hash_finish(hash_str(HASH_START, str_of(who->id)));
    t.pitch += (int32_t)(own % 81u) - 40;
    t.tract += (int32_t)(own / 81u % 41u) - 20;
    t.rate += (int32_t)(own / 3321u % 61u) - 30;
    t.pitch = clamp32(t.pitch, 800, 1300);
    t.tract = clamp32(t.tract, 900, 1150);
    return t;
}
