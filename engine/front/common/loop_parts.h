/* loop_parts.h - what the files of loop.h share. */
#ifndef TD_FRONT_LOOP_PARTS_H
#define TD_FRONT_LOOP_PARTS_H

#include "loop.h"

#define LOOP_TURN 6.2831853f

/* -1 to 1, of a counter: white noise that can be asked again. */
float loop_noise(uint64_t seed, int at);
/* low to high, evenly. */
float loop_chance(uint64_t seed, int at, float low, float high);

void loop_murmur(struct loop *loop, const struct loop_layer *layer, uint64_t seed);
void loop_events(struct loop *loop, const struct loop_layer *layer, uint64_t seed);

#endif
