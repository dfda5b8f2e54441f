/* plain_model.h - a second, slow writing of the person's model, for the tests alone.
 * It follows the steps of engine/MODEL.md line by line with 64-bit numbers and no haste, so that
 * the fast one in engine/subject has somebody to agree with. */
#ifndef TD_TESTS_PLAIN_MODEL_H
#define TD_TESTS_PLAIN_MODEL_H

#include "person.h"

enum person_outcome plain_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                   const struct move *move, struct person *person);

#endif
