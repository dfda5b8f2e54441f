/* paper.h - a whole session on paper: for a dead projector or a room without devices.
 * How to run it and the clock, a card for every role, the forms, and the scenario as a book of numbered moments that
 * an instructor can play with a pencil (paper_tally.h). */
#ifndef TD_REPORT_PAPER_H
#define TD_REPORT_PAPER_H

#include "report.h"

enum { PAPER_PARTS = 10 };

/* How the session is cut into parts; the phases are those of a room. */
struct paper_plan {
    const char *preset;              /* "class-vote" */
    const char *phases[PAPER_PARTS]; /* "brief" "play" "pause" "feedback" "debrief" */
    int32_t minutes[PAPER_PARTS];
    int count;
};

/* In the language of words and texts; memory of the arena; borrows everything it is given. */
struct doc *paper_build(struct arena *arena, const td_scenario *scenario, const td_texts *texts, const td_texts *source,
                        const struct model *model, const struct words *words, const struct paper_plan *plan);

#endif
