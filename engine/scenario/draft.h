/* draft.h - from an author's draft to a finished scenario.
 * In a draft words stand where they are said ("say", "why", "words"), and choices and lines need no
 * ids.  Finishing gives each an id that is made once and never used again, and moves the words into
 * the text file, in the order of the story.  A finished scenario with new inline lines is a draft, too;
 * finishing it twice changes nothing the second time. */
#ifndef TD_SCENARIO_DRAFT_H
#define TD_SCENARIO_DRAFT_H

#include "scenario.h"

struct draft_file {
    td_str name, bytes; /* bytes empty: there is none */
};

struct draft_result {
    td_str scenario, texts; /* the two files; in the arena */
    td_str lang;            /* of the texts */
    td_str last;            /* the highest number given so far, as text */
    int made;               /* new ids */
    int moved;              /* texts that stood inline */
};

/* draft: the file to finish.  before: the scenario that it replaces, for ids that were given already.
 * words: the present text file: its texts are kept, and a line without an id whose words stand there
 * gets its old id back.  Faults go to diags; *ret is written only on success. */
td_status draft_finish(const td_allocator *mem, struct arena *a, struct draft_file draft, struct draft_file before,
                       struct draft_file words, struct diags *diags, struct draft_result *ret);

/* The language that a draft is written in ("en" if it does not say); in the arena. */
td_str draft_language(const td_allocator *mem, struct arena *a, struct draft_file draft);

/* Marks a translation as made from the originals as they are now: every text that is a plain string
 * becomes {"text", "of"}.  What is marked already stays.  In the order of the originals. */
td_status draft_stamp(const td_allocator *mem, struct arena *a, struct draft_file originals,
                      struct draft_file translation, struct diags *diags, td_str *ret, int *ret_count);

#endif
