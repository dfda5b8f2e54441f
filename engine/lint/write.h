/* write.h - how the writers of text, JSON and HTML put numbers and sentences.  Inside this module only. */
#ifndef TD_LINT_WRITE_H
#define TD_LINT_WRITE_H

#include "lint.h"

enum { LINT_ARGS = 7 };

/* A number in its unit as people read it: 0 to 100, or with one decimal. */
td_str lint_number(struct arena *arena, const struct words *words, enum lint_unit unit, int32_t value);
/* The same of a share, or a dash for NONE. */
td_str lint_measure(struct arena *arena, const struct words *words, int32_t permille);
/* What is said at the choice, line or node of this id, in the scenario's own words; empty where nothing is.  most:
 * bytes; what is longer is cut between two words. */
td_str lint_quote(struct arena *arena, const struct lint_words *words, const td_scenario *scenario, td_str id,
                  bool node, size_t most);
/* Is the subject of such a finding a choice or a line beside the first? */
bool lint_names_another(enum lint_code code);
/* The sentence of a finding ("lint.<code>"), or with do_it what to do about it ("lint.<code>.do"). */
td_str lint_sentence(struct arena *arena, const struct words *words, const struct lint_finding *finding, bool do_it);
/* The sentence with this id. */
td_str lint_say(struct arena *arena, const struct words *words, const char *id, const struct word_arg *args, int count);
/* The ids that show it, joined as the language does. */
td_str lint_examples(struct arena *arena, const struct words *words, const struct lint_finding *finding);
/* Is this one of more than few of its code?  few 0: never. */
bool lint_is_held_back(const struct lint_report *report, int index, int few);
/* How many of its code are held back behind this one, the last that is shown; else 0. */
int lint_held_back_behind(const struct lint_report *report, int index, int few);

#endif
