/* group_export.h - the debrief of a group's room as a file: a page, a document, a table, data or plain text. */
#ifndef TD_FRONT_GROUP_EXPORT_H
#define TD_FRONT_GROUP_EXPORT_H

#include "files.h"
#include "tongues.h"

enum group_file { GROUP_HTML, GROUP_PDF, GROUP_CSV, GROUP_JSON, GROUP_TEXT, GROUP_FILES };

struct group_wish {
    enum group_file file;
    bool letter; /* paper of a PDF; otherwise A4 */
    td_str date; /* as it is to be read, or empty */
};

/* In the tongue's language, as far as the room's privacy rung allows; *ret lies in the arena.  Only for a room that is
 * over or served no more: see room_report().  "group.report.nothing": nothing of it is kept. */
file_fault group_export(struct arena *arena, struct wire_room *room, const struct tongue *tongue,
                        const struct group_wish *wish, td_str *ret);

#endif
