/* words_table.h - how the sentences lie in memory; for this module only.
 * One array in the order of the file and a hash table of indices over it: the ids are looked up
 * thousands of times while a screen is drawn, and the file is read once. */
#ifndef TD_WORDS_WORDS_TABLE_H
#define TD_WORDS_WORDS_TABLE_H

#include "words.h"

enum { WORDS_NUMBERS = 2 }; /* one, other */

/* One text.  forms holds every variant: persons outside, numbers inside, each axis only if the
 * text has it. */
struct words_entry {
    td_str id;
    const td_str *forms;
    bool by_person, by_number;
};

struct words_value {
    td_str name; /* "service.crisis_line" */
    td_str text;
};

struct words {
    const td_allocator *mem;
    struct arena arena;
    td_str lang;
    const struct words *fallback;
    int64_t one_low, one_high; /* the numbers that take the singular */
    struct words_entry *entries;
    int count;
    int32_t *slots; /* index + 1 by hash, 0 = free */
    uint32_t slot_mask;
    struct words_value *values;
    int value_count;
};

enum { WORDS_VALUES_MAX = 64 };

/* An empty language with room for count texts; words_destroy() frees it. */
struct words *words_new(const td_allocator *mem, int count);
/* Adds the next text; its id is not there yet. */
void words_add(struct words *words, struct words_entry entry);
/* In this file only, or NULL. */
const struct words_entry *words_find_own(const struct words *words, td_str id);
/* Here, or in the fall-back, or NULL. */
const struct words_entry *words_find(const struct words *words, td_str id);
td_str words_form(const struct words_entry *entry, int person, int plural);
int words_form_count(const struct words_entry *entry);
/* Is there a text "value.<name>"? */
bool words_has_value_name(const struct words *words, td_str name);

/* Cuts text up to and with its next {place} off *rest: the part before it in *ret_before and the
 * place's name in *ret_name.  false if there is no further place; *ret_before is then the whole rest. */
bool words_next_place(td_str *rest, td_str *ret_before, td_str *ret_name);

#endif
