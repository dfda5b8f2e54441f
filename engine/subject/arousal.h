/* arousal.h - how arousal fades and adds up; inside this module only.
 * Two layers (MODEL.md 3.4): P, quick, gone in minutes, and L, a load that takes most of an hour to
 * sink to where this person rests.  What others see is both at once. */
#ifndef TD_SUBJECT_AROUSAL_H
#define TD_SUBJECT_AROUSAL_H

#include "person.h"
#include "shares.h"

static inline int32_t arousal_faded(int32_t q16, int32_t half_life, int32_t seconds)
{
    return (int32_t)((uint64_t)q16 * (uint64_t)fix_retain(half_life, seconds) >> 16);
}

/* P and L together: the one fills what the other has left free, so the sum never passes ONE. */
static inline int32_t arousal_joined(int32_t P, int32_t L)
{
    return L + P - (int32_t)((uint64_t)L * (uint64_t)P / ONE);
}

/* What others see, permille. */
static inline int32_t arousal_shown(const struct person *person)
{
    return as_permille(arousal_joined(person->P, person->L));
}

static inline void arousal_fade(const struct profile *profile, int32_t seconds, struct person *person)
{
    int32_t floor = as_q16(profile->Lfloor);
    person->P = arousal_faded(person->P, profile->hlP, seconds);
    if (person->L > floor)
        person->L = floor + arousal_faded(person->L - floor, profile->hlL, seconds);
}

/* Seconds awake and talking, as a share of what this person can stand. */
static inline void arousal_tire(const struct profile *profile, int32_t seconds, struct person *person)
{
    uint32_t tired = (uint32_t)person->F + (uint32_t)seconds * ONE / (uint32_t)profile->stamina;
    person->F = tired < ONE ? (int32_t)tired : ONE;
}

static inline void time_passes(const struct profile *profile, int32_t seconds, struct person *person)
{
    arousal_fade(profile, seconds, person);
    arousal_tire(profile, seconds, person);
}

#endif
