/* voice_flite.h - the voices that are built in (CMU Flite: slt, rms, awb), English only.
 * A build without flite has the same functions, which then say no. */
#ifndef TD_FRONT_VOICE_FLITE_H
#define TD_FRONT_VOICE_FLITE_H

#include "vocal.h"

bool voice_flite_is_here(void);
/* text: ASCII, terminated.  On success *ret is to be finished; false and *ret untouched if there is nothing
 * to hear.  May be called from any thread; one line is made at a time. */
bool voice_flite_speak(const char *text, const struct voice_timbre *timbre, const struct prosody *prosody,
                       uint64_t seed, struct vocal *ret);

#endif
