/* moment.h - one exchange while it happens; inside this module only. */
#ifndef TD_SUBJECT_MOMENT_H
#define TD_SUBJECT_MOMENT_H

#include "arousal.h"

struct moment {
    const struct model *model;
    const struct profile *profile;
    const struct move *move;
    struct luck luck;
    struct person *person;
    int32_t tone, pace; /* as heard; the trail also asks what a neutral voice would have done */
    int32_t heat;       /* agitation as the words arrive, permille */
    int32_t m;          /* how well this act works on this person at this stage */
    enum act_class class;
};

/* What an error takes is remembered, so that owning it can give a part back. */
static inline void lose(int32_t *x, int32_t d, int32_t *ledger)
{
    int32_t left = lowered(*x, d);
    *ledger += *x - left;
    *x = left;
}

#endif
