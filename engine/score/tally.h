/* tally.h - the counts that the rubric is made of. */
#ifndef TD_SCORE_TALLY_H
#define TD_SCORE_TALLY_H

#include "trace.h"

struct tally {
    int32_t exchanges; /* lines and silences; calls for help do not count as lines */
    int32_t counted;   /* of them, other than REPAIR, SAFEQ, SUICQ */
    int32_t listening, distinct_listening;
    int32_t listening_worth; /* sum of q * M / best M, permille */
    int32_t reflections, complex_reflections, questions;
    int32_t fit; /* sum, permille */
    int32_t premature, triples;
    int32_t ripe, offers;    /* lines said from the step of influence on; those of them that offered something */
    int32_t first_agitation; /* permille, after time had passed in the first exchange */
    int32_t rises;           /* sum of rises, each against agitation after time had passed */
    int32_t major, minor_open, minor_repaired;
    int32_t harsh; /* exchanges spoken harshly, rushed or too close */
    int32_t mattered;
    bool safety_asked;
};

void tally_fill(const struct trace *trace, struct tally *ret);

/* The safety checklist: only items that can apply are in it. */
struct check_item {
    const char *name; /* "safety-question" "suicide-question" "distance" "plan" "help" */
    int32_t weight;
    int32_t done, of; /* how many of how many: 0 or 1 of 1, but for kinds of help */
};
struct checklist {
    struct check_item items[8];
    int count;
    int32_t prompts, prompt_points; /* keyed prompts asked, and the sum of their points in permille */
};
void checklist_fill(const struct trace *trace, const struct tally *tally, struct checklist *ret);

/* What the learner made of the person: estimates of agitation and step, the person, the board. */
enum { READING_ESTIMATES, READING_PERSON, READING_BOARD, READING_COUNT };
struct reading {
    int32_t asked[READING_COUNT], points[READING_COUNT];
};
void reading_fill(const struct trace *trace, struct reading *ret);
const char *reading_name(int part); /* "estimates" "person" "board" */

#endif
