/* fix.c - halving over time from a table, because 2^-x needs no floating point to be known.
 * MODEL.md 6.1: sixteen points of one half-life, straight lines between; off by 0.00025 at most. */
#include "fix.h"

#include <assert.h>

/* 2^(-i/16) in Q16. */
static const int32_t retain_table[17] = {65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393, 46341,
                                         44376, 42495, 40693, 38968, 37316, 35734, 34219, 32768};

int32_t fix_retain(int32_t hl, int32_t dt)
{
    assert(hl > 0 && dt >= 0);
    int32_t halvings = 0;
    if (dt >= hl) {
        halvings = dt / hl;
        dt %= hl;
    }
    if (halvings > 15)
        return 0;
    /* How far into the half-life under way, below ONE; 32 bits when they are enough, because this
     * division is on the way of every exchange. */
    int32_t part = hl < ONE ? (int32_t)((uint32_t)dt * ONE / (uint32_t)hl) : (int32_t)((int64_t)dt * ONE / hl);
    int32_t i = part >> 12;
    int32_t fall = retain_table[i] - retain_table[i + 1];
    return (retain_table[i] - ((fall * (part & 4095)) >> 12)) >> halvings;
}
