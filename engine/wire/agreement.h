/* agreement.h - how far people who watched the same thing agree.
 * Fleiss' kappa (Fleiss 1971, Psychological Bulletin 76:378), for any number of raters, also where not every
 * subject was rated by the same number of them; with two raters it is Scott's pi.  Categories are names:
 * a 4 and a 5 differ as much as a 1 and a 5.  Integers, permille. */
#ifndef TD_WIRE_AGREEMENT_H
#define TD_WIRE_AGREEMENT_H

#include "str.h"

enum { AGREEMENT_NONE = -100000 };

/* counts[subject * categories + category]: how many raters said so.  Subjects with fewer than two raters are
 * left out; AGREEMENT_NONE if none remain.  1000: complete; 0: no more than by chance; may be negative.
 * Where everybody always says the same one thing, chance explains it all and there is nothing to measure:
 * 1000 by convention. */
int32_t agreement_kappa(const int32_t *counts, int subjects, int categories);
/* How far apart raters are on one subject: the share of pairs that differ, permille; AGREEMENT_NONE for
 * fewer than two raters. */
int32_t agreement_apart(const int32_t *counts, int categories);

#endif
