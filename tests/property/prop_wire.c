/* prop_wire.c - laws of all group sessions: nothing hidden in another's view, the same public hash in every
 * seat, a log that brings the room back, journals that replay. */
#include "hall_laws.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { SESSIONS = 150, BYTES = 6000 };

static void all_laws_hold_for_every_session(void **state)
{
    (void)state;
    static uint8_t bytes[BYTES];
    for (uint64_t seed = 1; seed <= SESSIONS; seed++) {
        bytes_fill(bytes, sizeof bytes, seed);
        struct hall_fault fault = hall_laws_broken(bytes, sizeof bytes);
        if (fault.law)
            fail_msg("seed %d, step %d: it does not hold that %s: %s", (int)seed, fault.step, fault.law, fault.detail);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_laws_hold_for_every_session),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
