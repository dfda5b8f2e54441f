/* voicing.h - a screen read aloud, by espeak-ng as a program of its own. */
#ifndef TD_FRONT_VOICING_H
#define TD_FRONT_VOICING_H

#include "str.h"

/* Says text and stops what was being said; lang "en", "fr".  Where there is no espeak-ng, nothing. */
void voicing_say(td_str text, const char *lang);
void voicing_stop(void);

#endif
