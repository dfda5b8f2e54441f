/* page.h - small helpers of the text writers: a sentence by id on a line of its own, times, quotes. */
#ifndef TD_DEBRIEF_PAGE_H
#define TD_DEBRIEF_PAGE_H

#include "debrief.h"

struct page {
    struct writer *w;
    const td_debrief *debrief; /* may be NULL */
    const struct words *words;
    int person; /* WORDS_HE ... */
};

enum { PAGE_ARGS = 8 };

/* The sentence and a line end. */
void page_say(const struct page *p, const char *id, const struct word_arg *args, int count);
void page_heading(const struct page *p, const char *id);
/* "head.name" as a slice in the writer's arena. */
td_str page_id(const struct page *p, const char *head, td_str name, const char *tail);
td_str page_word(const struct page *p, const char *head, td_str name, const char *tail);
/* "06:32" */
td_str page_time(const struct page *p, int64_t ms);
/* -12, +5 or 0 of a hundred, from permille. */
td_str page_change(const struct page *p, int32_t permille);
/* The same between two figures, each rounded first: what a reader would compute. */
td_str page_between(const struct page *p, int32_t from, int32_t to);
int32_t page_rounded(int32_t permille);
/* What the body showed: the coarse cue of the band, or of despair or recovery; for the ear on the telephone. */
td_str page_cue(const struct page *p, const struct figures *figures);
td_str page_state(const struct page *p, const struct figures *figures);
/* What was said, in the scenario's words; silence and calls for help by their names. */
td_str page_said(const struct page *p, const struct step *step);
td_str page_choice(const struct page *p, int32_t choice);
/* Takes what stands before the bracket, or all of it, off *rest, with the bracket; without blanks at its ends. */
td_str page_take(td_str *rest, char bracket);
/* A line of the person: stage directions as sentences, what is spoken in quotes.  Empty for NONE. */
td_str page_line(const struct page *p, int32_t line);
/* The same for any text of the scenario, or any sentence of the program that is written that way. */
td_str page_told(const struct page *p, td_str key);
td_str page_word_told(const struct page *p, const char *head, td_str name, const char *tail);
/* The kinds of help that were needed and never called, by their names: "medical help and police". */
td_str page_help_missing(const struct page *p);
td_str page_act(const struct page *p, enum act act);
td_str page_stage(const struct page *p, int32_t stage);
td_str page_band(const struct page *p, int32_t band);
td_str page_number(const struct page *p, int64_t value);
/* A seed has 64 bits and no sign. */
td_str page_seed(const struct page *p, uint64_t seed);

#endif
