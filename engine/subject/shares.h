/* shares.h - arithmetic of numbers that are never below zero; inside this module only.
 * The model is made of shares of shares.  Where nothing can be negative, dividing by a constant is
 * one multiplication, and ten million exchanges a second need it to be; the results are those of
 * fix.h to the last bit. */
#ifndef TD_SUBJECT_SHARES_H
#define TD_SUBJECT_SHARES_H

#include "fix.h"

/* x * permille / 1000; the product stays below 2^32. */
static inline int32_t share(int32_t x, int32_t permille)
{
    return (int32_t)((uint32_t)x * (uint32_t)permille / 1000u);
}

/* Q16 in [0, ONE] as permille, rounded. */
static inline int32_t as_permille(int32_t q16)
{
    return (int32_t)(((uint32_t)q16 * 1000u + ONE / 2) / ONE);
}

/* Permille from 0 as Q16, rounded. */
static inline int32_t as_q16(int32_t permille)
{
    return (int32_t)(((uint32_t)permille * ONE + 500u) / 1000u);
}

static inline int32_t smaller(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* A step toward ONE, toward 0, toward a ceiling; d in permille, from 0. */
static inline int32_t raised(int32_t x, int32_t d)
{
    return x + share(ONE - x, smaller(d, 1000));
}

static inline int32_t lowered(int32_t x, int32_t d)
{
    return x - share(x, smaller(d, 1000));
}

static inline int32_t raised_to(int32_t x, int32_t d, int32_t ceiling)
{
    return x + share(x < ceiling ? ceiling - x : 0, smaller(d, 1000));
}

#endif
