/* hall_laws.h - what must hold for every group session there can be, checked along one that a buffer of bytes
 * decides: who joins, who says what, how time goes by.  Property test and fuzzer drive the same. */
#ifndef TD_TESTS_HALL_LAWS_H
#define TD_TESTS_HALL_LAWS_H

#include "hall.h"

struct hall_fault {
    const char *law; /* a sentence; NULL: all hold */
    int step;
    char detail[160];
};

struct hall_fault hall_laws_broken(const uint8_t *data, size_t size);

#endif
