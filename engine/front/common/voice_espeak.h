/* voice_espeak.h - espeak-ng, if the machine has it: any language, for what the built-in voices cannot say
 * and for reading the screen aloud.  It is under the GPL and therefore a program of its own, never linked. */
#ifndef TD_FRONT_VOICE_ESPEAK_H
#define TD_FRONT_VOICE_ESPEAK_H

#include "vocal.h"

/* lang: "fr", "en", ...  text: UTF-8.  On success *ret is to be finished; false and *ret untouched if the
 * program is not there, does not know the language, or takes longer than ten seconds. */
bool voice_espeak_speak(td_str text, const char *lang, const struct voice_timbre *timbre, const struct prosody *prosody,
                        struct vocal *ret);

#endif
