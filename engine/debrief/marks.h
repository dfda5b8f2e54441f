/* marks.h - which marks of a journal belong to the attempt that is looked at, and where they stand in it. */
#ifndef TD_DEBRIEF_MARKS_H
#define TD_DEBRIEF_MARKS_H

#include "debrief.h"

/* Was it made on the way of this attempt?  What was written between two attempts belongs to the one it followed. */
bool mark_belongs(const td_journal *journal, const struct trace *trace, const struct mark *mark);
/* The step behind which it stands; NONE: before the first. */
int32_t mark_step(const struct trace *trace, const struct mark *mark);
/* Story time then. */
int64_t mark_time(const struct trace *trace, const struct mark *mark);
/* Fills the notes: free texts of every seat that stand beside a decision. */
void notes_fill(struct arena *arena, const td_journal *journal, td_debrief *debrief);

#endif
