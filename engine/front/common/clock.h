/* clock.h - what o'clock it is, and a number nobody chose: for the front alone. */
#ifndef TD_FRONT_CLOCK_H
#define TD_FRONT_CLOCK_H

#include "talkdown.h"

/* Milliseconds since some moment of the past; never goes back. */
int64_t clock_ms(void);
/* A seed for a play that asked for none: 1 to 999999999, short enough to be read out and typed again. */
uint64_t clock_seed(void);

#endif
