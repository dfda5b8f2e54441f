/* person.c - the person between the lines: the start, time, events from outside, and what can be
 * read off them.  What a line does to them is in exchange.c. */
#include "arousal.h"
#include "hash.h"

#include <assert.h>

enum { EVENT_MAX = 150, PROMISE_KEPT = 120, BAND_WIDTH = 200, BAND_TOP = 4, BAND_HYSTERESIS = 30 };

struct person person_start(const struct profile *profile)
{
    return (struct person){
        .P = fix_pm(profile->P0),
        .L = fix_pm(profile->L0),
        .E = fix_pm(profile->E0),
        .R = fix_pm(profile->R0),
        .T = fix_pm(profile->T0),
        .U = fix_pm(profile->U0),
        .H = fix_pm(profile->H0),
    };
}

void person_wait(const struct profile *profile, int32_t seconds, struct person *person)
{
    assert(seconds >= 0 && seconds <= PERSON_SECONDS_MAX);
    time_passes(profile, seconds, person);
}

void person_tire(const struct profile *profile, int32_t seconds, struct person *person)
{
    assert(seconds >= 0 && seconds <= PERSON_SECONDS_MAX);
    arousal_tire(profile, seconds, person);
}

int32_t person_agitation_after(const struct profile *profile, const struct person *person, int32_t seconds)
{
    struct person later = *person;
    arousal_fade(profile, seconds, &later);
    return arousal_shown(&later);
}

/* What frightens or corners works as hard as this person is sensitive; what soothes does not. */
static int32_t sensed(const struct profile *profile, int32_t amount, bool hurts)
{
    return hurts ? amount * profile->sens / 1000 : amount;
}

void person_event(const struct profile *profile, int32_t p, int32_t u, int32_t t, int32_t h, struct person *person)
{
    assert(p >= -EVENT_MAX && p <= EVENT_MAX && u >= -EVENT_MAX && u <= EVENT_MAX);
    assert(t >= -EVENT_MAX && t <= EVENT_MAX && h >= -EVENT_MAX && h <= EVENT_MAX);
    person->P = fix_step(person->P, sensed(profile, p, p > 0));
    person->U = fix_step(person->U, sensed(profile, u, u < 0));
    person->T = fix_step(person->T, t);
    person->H = fix_step(person->H, h);
}

void person_promise_kept(struct person *person)
{
    person->T = fix_step(person->T, PROMISE_KEPT);
}

void person_spike_named(int32_t spike, struct person *person)
{
    int32_t left = clamp32(spike, 0, person->P);
    person->P -= left / 2;
}

int32_t person_agitation_q16(const struct person *person)
{
    return arousal_joined(person->P, person->L);
}

int32_t person_agitation(const struct person *person)
{
    return arousal_shown(person);
}

int person_band_plain(int32_t agitation)
{
    return clamp32(agitation, 0, 1000) >= BAND_WIDTH * BAND_TOP ? BAND_TOP : clamp32(agitation, 0, 1000) / BAND_WIDTH;
}

int person_band_shown(int32_t agitation, int before)
{
    int32_t above = agitation + BAND_HYSTERESIS - before * BAND_WIDTH;
    if (above >= 0 && above < BAND_WIDTH + 2 * BAND_HYSTERESIS)
        return before;
    int low = person_band_plain(agitation - BAND_HYSTERESIS), high = person_band_plain(agitation + BAND_HYSTERESIS);
    return before < low ? low : before > high ? high : before;
}

int32_t person_potential(const struct person *person)
{
    int32_t hundredths = -30 * person_agitation(person) + 25 * fix_topm(person->E) + 20 * fix_topm(person->R) +
                         10 * fix_topm(person->T) + 5 * fix_topm(person->U) + 5 * fix_topm(person->H) +
                         30 * fix_topm(person->C) + 6000 * person->stage;
    return hundredths / 100;
}

static uint64_t hash_numbers(uint64_t h, const int32_t *values, int count)
{
    for (int i = 0; i < count; i++)
        h = hash_u64(h, (uint64_t)values[i]);
    return h;
}

/* Number by number, not byte by byte: a journal's check hash must not know which end comes first. */
uint64_t person_hash(uint64_t h, const struct person *p)
{
    const int32_t numbers[] = {p->P,
                               p->L,
                               p->E,
                               p->R,
                               p->T,
                               p->U,
                               p->H,
                               p->C,
                               p->F,
                               p->err,
                               p->turn,
                               p->question_run,
                               p->rush,
                               p->stage,
                               p->top_stage,
                               p->hot_exchanges,
                               p->cold_exchanges,
                               p->asked_suicide};
    h = hash_numbers(h, numbers, (int)(sizeof numbers / sizeof numbers[0]));
    h = hash_numbers(h, p->ledger, LEDGER_COUNT);
    h = hash_numbers(h, p->debt, DEBT_MAX);
    for (int i = 0; i < ACT_COUNT; i++)
        h = hash_u64(h, (uint64_t)p->habit[i]);
    return h;
}
