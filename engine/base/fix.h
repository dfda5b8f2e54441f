/* fix.h - Q16 and permille: the arithmetic of MODEL.md 6.1, integers only.
 * 65536 is 1.0; division truncates toward zero; step() keeps a value in [0, ONE] by itself. */
#ifndef TD_BASE_FIX_H
#define TD_BASE_FIX_H

#include <stdint.h>

#define ONE 65536

static inline int32_t clamp32(int32_t v, int32_t low, int32_t high)
{
    return v < low ? low : v > high ? high : v;
}

static inline int32_t fix_pm(int32_t permille) /* permille -> Q16 */
{
    return (int32_t)(((int64_t)permille * ONE + 500) / 1000);
}

static inline int32_t fix_topm(int32_t q16) /* Q16 -> permille */
{
    return (int32_t)(((int64_t)q16 * 1000 + ONE / 2) / ONE);
}

static inline int32_t fix_step(int32_t x, int32_t d)
{
    d = clamp32(d, -1000, 1000);
    return d >= 0 ? x + (ONE - x) * d / 1000 : x - x * -d / 1000;
}

/* Toward a ceiling below ONE; never lowers. */
static inline int32_t fix_stepcap(int32_t x, int32_t d, int32_t cap)
{
    if (d <= 0)
        return fix_step(x, d);
    if (x >= cap)
        return x;
    return x + (cap - x) * (d > 1000 ? 1000 : d) / 1000;
}

/* What is left after dt of a thing that halves every hl: 2^(-dt/hl) in Q16, 65536 .. 0.
 * hl > 0 and dt >= 0 in the same unit.  Never rises with dt; 0 from sixteen half-lives on (MODEL.md 6.1). */
int32_t fix_retain(int32_t hl, int32_t dt);

#endif
