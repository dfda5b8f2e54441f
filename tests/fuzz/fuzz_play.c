/* fuzz_play.c - bytes as decisions: the laws of play_laws.h along the play they make. */
#include "play_laws.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 1)
        return 0;
    const td_scenario *scenario = stage_mini();
    struct law_fault fault = laws_broken(scenario, data[0], data + 1, size - 1, NULL);
    if (fault.law) {
        fprintf(stderr, "step %d: %s\n", fault.step, fault.law);
        abort();
    }
    return 0;
}
