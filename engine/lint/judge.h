/* judge.h - what the judgements share: the plays, the report they add to, and how a finding is made.
 * Inside this module only. */
#ifndef TD_LINT_JUDGE_H
#define TD_LINT_JUDGE_H

#include "corpus.h"

struct judge {
    struct arena *arena;
    const struct lint_set *set;
    const td_scenario *scenario;
    const struct model *model;
    struct corpus corpus;
    struct lint_report *report;
    int room; /* for findings */
};

/* A new finding about the object with this id (empty: the scenario as a whole); good until the next. */
struct lint_finding *judge_add(struct judge *judge, enum lint_code code, td_str id);
/* The same about a node; its id may be that of a fact as well. */
struct lint_finding *judge_add_node(struct judge *judge, enum lint_code code, td_str id);
/* The same about a text. */
struct lint_finding *judge_add_text(struct judge *judge, enum lint_code code, td_str key);
/* Names one more id that shows it, while there is room and it is not there yet. */
void judge_example(struct lint_finding *finding, td_str id);
/* The three numbers. */
void judge_numbers(struct lint_finding *finding, int32_t measured, int32_t limit, int32_t of);
/* A small number as text. */
td_str judge_digit(struct judge *judge, int32_t number);
/* The words as the learner reads them. */
td_str judge_words(const struct judge *judge, td_str key);

static inline int32_t judge_share(int64_t part, int64_t whole)
{
    return whole > 0 ? (int32_t)(part * 1000 / whole) : 0;
}

void judge_players(struct judge *judge);   /* does listening win, and nothing else? */
void judge_story(struct judge *judge);     /* is all of it reached? */
void judge_menus(struct judge *judge);     /* is what is offered fair? */
void judge_giveaways(struct judge *judge); /* can it be won by the look of the lines? */
void judge_keywords(struct judge *judge);
void judge_worth(struct judge *judge); /* does it matter what is chosen? */
void judge_diet(struct judge *judge);
void judge_lines(struct judge *judge); /* what the person says, as it is heard */
void judge_texts(struct judge *judge); /* the words as they are read */
void judge_names(struct judge *judge); /* whose names stand in them */

/* Fills file, line, column and pointer of every finding. */
void judge_places(struct judge *judge);

#endif
