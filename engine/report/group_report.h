/* group_report.h - the debrief of a group as something to keep: the same tree of headings, tables and charts as a
 * play's, made from the one document that a room gives of itself (room_report() of wire/), so that page, paper and
 * table can say no more than the privacy ladder let into it. */
#ifndef TD_REPORT_GROUP_REPORT_H
#define TD_REPORT_GROUP_REPORT_H

#include "json.h"
#include "report.h"

enum { GROUP_REPORT_BYTES = 16 << 20, GROUP_REPORT_VALUES = 500000 };

/* root: a "talkdown-group-debrief-1".  person: WORDS_HE ..., for the sentences about whom they spoke with; date: as
 * it is to be read, or empty.  Memory of the arena; borrows everything it is given. */
struct doc *group_report_build(struct arena *arena, const struct json_at *root, const struct words *words, int person,
                               td_str date);
/* One row for each decision of each team (RFC 4180), as csv_write() does it for a play. */
void group_csv_write(struct writer *w, const struct json_at *root);

#endif
