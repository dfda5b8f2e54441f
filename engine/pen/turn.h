/* turn.h - angles and roots in integers: 65536 is one full turn, 65536 is also sine's 1.0.
 * Drawing is decided below front/, where no floating point may enter; a quarter table of sines and
 * linear interpolation are exact to about 1/40000, far below what a picture can show. */
#ifndef TD_PEN_TURN_H
#define TD_PEN_TURN_H

#include <stdint.h>

#define TURN_ONE 65536
#define TURN_DEG(degrees) ((int32_t)((degrees)*65536 / 360))

/* Sine and cosine in Q16 of an angle in 1/65536 turns; any value, also negative. */
int32_t turn_sin(int32_t angle);
int32_t turn_cos(int32_t angle);

/* The greatest r with r * r <= value. */
uint32_t turn_sqrt(uint64_t value);

/* a * b / 65536, rounded toward minus infinity: one factor is Q16. */
static inline int32_t q16(int32_t a, int32_t b)
{
    return (int32_t)(((int64_t)a * b) >> 16);
}

/* a * permille / 1000. */
static inline int32_t pm(int32_t a, int32_t permille)
{
    return (int32_t)((int64_t)a * permille / 1000);
}

/* From a (t = 0) to b (t = 1000). */
static inline int32_t mix(int32_t a, int32_t b, int32_t t)
{
    return a + (int32_t)((int64_t)(b - a) * t / 1000);
}

/* 0..1000 to 0..1000 with level ends (3t^2 - 2t^3); values outside are cut. */
static inline int32_t soft_step(int32_t t)
{
    if (t <= 0)
        return 0;
    if (t >= 1000)
        return 1000;
    return (int32_t)((int64_t)t * t * (3000 - 2 * t) / 1000000);
}

#endif
