/* corpus.h - all that the scripted players met and did, counted: what the judgements are made of.
 * Inside this module only. */
#ifndef TD_LINT_CORPUS_H
#define TD_LINT_CORPUS_H

#include "lint.h"
#include "table.h"

/* One line of a menu, summed over the times it was met. */
struct lint_option {
    int32_t choice;
    int64_t now, later; /* potential after it, and after three skilled exchanges more; permille, sums */
};

/* A menu: these lines at this node and step.  It counts once in every share, however often it was met. */
struct lint_moment {
    int32_t node, stage, met, count;
    struct lint_option options[LIMIT_MENU]; /* in the order of the file */
    int32_t harmful;                        /* times at which every line of it did harm */
    int32_t widest, widest_later;           /* spread of potential, permille; the greatest of all times */
    int64_t spread;                         /* sum */
    bool asks, asked_already;               /* a direct question is on it; it had been asked before */
    bool hint;                              /* a hint stands on it */
    bool workable, tempting;
};

/* Two lines that stood side by side. */
struct lint_pair {
    int32_t worse, better; /* choices */
    int32_t met;           /* times */
    int32_t lost;          /* of them, those at which the first was worth less, now and later */
    int32_t won;           /* those at which it was worth more, now or later */
    int64_t loss;          /* sum, permille */
    int32_t widest;        /* greatest difference, now or later */
};

struct lint_choice_tally {
    int32_t hidden; /* offered before its hook, or the sore point it touches, had been told */
    bool harmful;   /* at some step it was met at, the act does harm */
};

struct corpus {
    struct arena *arena; /* of the results */
    struct arena scratch;
    const struct lint_set *set;
    struct table moments, pairs, ways; /* struct lint_moment, lint_pair, lint_way */
    struct lint_choice_tally *tallies; /* per choice */
    struct lint_choice_flow *choices;
    struct lint_node_flow *nodes;
    int64_t *first_sum; /* per node, of the first entries */
    uint16_t *said;     /* per line: times in the play that goes on */
    uint8_t *most_said; /* per line: most often in one play */
    int32_t *repeated;  /* per line: plays that heard it too often */
    int32_t heard, fallbacks;
};

/* Plays everything and fills the report's figures of players and flow besides. */
void corpus_play(struct corpus *corpus, struct arena *arena, const struct lint_set *set, struct lint_report *report);
void corpus_finish(struct corpus *corpus);

static inline struct lint_moment *corpus_moment(const struct corpus *corpus, int32_t index)
{
    return (struct lint_moment *)corpus->moments.items + index;
}
/* The line that is worth most in the mean of all times, or NONE where two are equal. */
int corpus_best(const struct lint_moment *moment);
/* Mean spread of a moment, permille. */
static inline int32_t corpus_spread(const struct lint_moment *moment)
{
    return (int32_t)(moment->spread / moment->met);
}

enum {
    SPREAD_WANTED = 40, /* a decision whose options differ by less is not counted as one */
    SPREAD_REAL = 15,   /* below that there is no real difference */
    SAID_TOO_OFTEN = 3,
};

#endif
