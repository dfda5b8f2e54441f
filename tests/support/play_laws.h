/* play_laws.h - what must hold for every play there can be, checked along one that a buffer of bytes decides.
 * The property test fills the buffer from a seed, the fuzzer from its corpus; both find the same faults. */
#ifndef TD_TESTS_PLAY_LAWS_H
#define TD_TESTS_PLAY_LAWS_H

#include "stage.h"

struct law_fault {
    const char *law; /* a sentence; NULL: all hold */
    int step;        /* commands drawn before it broke */
};

/* Plays and checks.  want_file: the journal as far as it went is appended to it; may be NULL. */
struct law_fault laws_broken(const td_scenario *scenario, uint64_t seed, const uint8_t *data, size_t size,
                             struct writer *want_file);

#endif
