/* lesson.h - what a step, and the whole play, can teach beyond the author's own sentence. */
#ifndef TD_DEBRIEF_LESSON_H
#define TD_DEBRIEF_LESSON_H

#include "debrief.h"

/* The lesson of one step: ids from the most particular to the general.  false if there is none. */
bool debrief_lesson(const td_debrief *debrief, int32_t step, struct sentence *ret);

/* The id of the lesson of how it ended, or NULL.  It may use {help}: debrief_help_missing. */
const char *debrief_lesson_of_end(const struct trace *trace);

/* Of the scenario's kinds of help: this one was needed, and nobody called it. */
bool debrief_help_missing(const struct trace *trace, int index);

#endif
