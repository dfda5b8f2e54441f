/* alike.h - do two short texts speak of the same thing?  Compared by their words, without regard to endings. */
#ifndef TD_DEBRIEF_ALIKE_H
#define TD_DEBRIEF_ALIKE_H

#include "str.h"

/* Cuts the next word (a run of letters and digits) off *rest; false if there is none. */
bool alike_next(td_str *rest, td_str *ret);
/* The same word, or one stem with two endings: "lorry", "Lorries".  A to Z and the letters of Western Europe are the
 * same in either case. */
bool alike_word(td_str a, td_str b);
/* Does text hold such a word? */
bool alike_holds(td_str text, td_str word);
/* Do they say the same?  Two thirds of the weightier words of the shorter one stand in the other. */
bool alike_same(td_str a, td_str b);

#endif
