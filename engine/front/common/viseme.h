/* viseme.h - what the lips do while a line is spoken: how far open and how round, over time.
 * From a synthesiser's own segments where there are any, from the level of a recording, or, when nothing
 * is heard, from the letters: the face speaks with the sound off too. */
#ifndef TD_FRONT_VISEME_H
#define TD_FRONT_VISEME_H

#include "clip.h"

struct viseme {
    int32_t ms;          /* from the beginning of the line */
    int16_t open, round; /* permille, as person_state's mouth_open and mouth_round */
};

struct viseme_track {
    struct viseme *at; /* ascending by ms; the last is shut */
    int count, room;
    int32_t ms; /* length of the line */
};

void viseme_finish(struct viseme_track *track); /* a zeroed one is fine */
void viseme_add(struct viseme_track *track, int32_t ms, int32_t open, int32_t round);
/* The shape for a phone of the American English set ("aa", "m", "pau"); unknown ones open a little. */
void viseme_phone(const char *phone, int32_t *ret_open, int32_t *ret_round);
/* From the loudness of a clip, every 40 ms. */
void viseme_from_level(const struct clip *clip, struct viseme_track *ret);
/* From the letters of a spoken text, at rate permille of 14 letters a second. */
void viseme_from_text(td_str spoken, int32_t rate, struct viseme_track *ret);
/* Where the lips are at ms, between the shapes before and after; shut outside of the line. */
void viseme_at(const struct viseme_track *track, int32_t ms, int32_t *ret_open, int32_t *ret_round);

#endif
