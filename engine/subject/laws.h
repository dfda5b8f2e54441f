/* laws.h - what must be true of every person, whatever the numbers: the invariants of MODEL.md 6.11.
 * None of them knows a right answer; each compares two ways the same moment could have gone, under
 * the same luck.  So they hold a profile to account that nobody has calibrated. */
#ifndef TD_SUBJECT_LAWS_H
#define TD_SUBJECT_LAWS_H

#include "person.h"

/* What is on trial: person_exchange(), or in the tests one with a planted fault. */
typedef enum person_outcome law_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                         const struct move *move, struct person *person, struct delta *delta);

/* A moment drawn at random: any state a person can be in, and a line said into it. */
struct law_case {
    law_exchange *exchange;
    const struct model *model;
    const struct profile *profile;
    struct luck luck;
    struct person person;
    struct move move;
    uint64_t dice; /* for what a law draws besides */
};

enum law_verdict { LAW_SILENT, LAW_KEPT, LAW_BROKEN }; /* silent: it says nothing of this case */

struct law {
    const char *name; /* "I8" */
    const char *says;
    enum law_verdict (*judge)(const struct law_case *c);
};

extern const struct law laws[];
extern const int law_count;

/* The case with this number, of person_exchange(); the same for the same arguments, on every machine. */
void law_case_draw(const struct model *model, const struct profile *profile, uint64_t seed, int number,
                   struct law_case *ret);

#endif
