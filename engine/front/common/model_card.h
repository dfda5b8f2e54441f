/* model_card.h - the model as a page: every number, where it comes from, what must hold, and what it does. */
#ifndef TD_FRONT_MODEL_CARD_H
#define TD_FRONT_MODEL_CARD_H

#include "calibrate.h"
#include "doc.h"
#include "library.h"

/* file: the coefficients' file that library->model was read from (reasons and sources stand in it).
 * NULL and told, if it cannot be read. */
const struct doc *model_card(struct arena *arena, struct library *library, const char *file,
                             const struct calibration *calibration);

#endif
