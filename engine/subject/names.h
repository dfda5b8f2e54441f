/* names.h - which name was meant: the nearest of a table to one that is wrong. */
#ifndef TD_SUBJECT_NAMES_H
#define TD_SUBJECT_NAMES_H

#include "str.h"

/* The index of text in names, or -1. */
int name_index(const td_str *names, int count, td_str text);
/* The name with the smallest edit distance (the first of equals), or an empty slice if even that one
 * is too far to have been meant: more than three steps, or most of the word. */
td_str name_nearest(const td_str *names, int count, td_str wrong);

/* The names of the acts, in their order. */
extern const td_str act_names[];

#endif
