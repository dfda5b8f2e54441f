/* reading.h - words as a reader meets them: cut out, counted, and how many years of school they ask for.
 * Inside this module only. */
#ifndef TD_LINT_READING_H
#define TD_LINT_READING_H

#include "writer.h"

struct reading_sums {
    int32_t words, sentences, syllables, long_words; /* long: more than six letters */
};

/* Adds a text; what stands in braces is left out. */
void reading_add(struct reading_sums *sums, td_str text);
/* Years of school in tenths.  English: Flesch-Kincaid.  Other languages: Anderson's table of long words a
 * sentence (RIX), which needs no syllables.  0 of no words. */
int32_t reading_grade(const struct reading_sums *sums, td_str lang);

/* How hard one text is to take in, for comparing two: long sentences and long words. */
int32_t reading_weight(td_str text);

/* Calls see for every word with a capital that no sentence begins with; name lives as long as the text. */
void reading_names(td_str text, void (*see)(void *context, td_str name), void *context);

/* The text as its words alone, lower case, a blank before, between and behind them: " he said so ".  Straight
 * apostrophes.  A question mark is a word of its own. */
td_str reading_plain(struct arena *arena, td_str text);
/* The same of what stands inside square brackets, or outside. */
td_str reading_plain_part(struct arena *arena, td_str text, bool inside);

#endif
