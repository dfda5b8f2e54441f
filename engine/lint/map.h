/* map.h - the story map of the report, as inline SVG.  Inside this module only. */
#ifndef TD_LINT_MAP_H
#define TD_LINT_MAP_H

#include "write.h"

/* Draws it; what it shows stands in the page's table of moments as well.  Scratch memory is of the arena. */
void lint_map_draw(struct arena *arena, struct writer *w, const struct lint_report *report, const struct words *words);

#endif
