/* utter.h - a line of the person's, from words to sound and lips: the right voice for the language, with the
 * prosody of the moment. */
#ifndef TD_FRONT_UTTER_H
#define TD_FRONT_UTTER_H

#include "vocal.h"

struct utterance {
    struct clip clip;
    struct viseme_track lips;
};

struct utter_request {
    td_str line;      /* as the scenario has it: what stands in brackets is not spoken */
    const char *lang; /* "en", "fr", ... */
    struct voice_timbre timbre;
    struct prosody prosody;
    bool telephone; /* heard through one */
};

/* The same request gives the same sound.  On success *ret is to be finished.  false, *ret untouched: nothing
 * is said in the line, or nobody here can say it. */
bool utter(const struct utter_request *request, struct utterance *ret);
/* Reads the screen to those who cannot: plain, clear, rate in permille.  Returns as utter(). */
bool utter_plainly(td_str text, const char *lang, int32_t rate, struct utterance *ret);
void utterance_finish(struct utterance *utterance); /* a zeroed one is fine */

#endif
