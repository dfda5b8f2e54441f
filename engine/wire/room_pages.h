/* room_pages.h - what the files that write the group's debrief share.  Inside this module only. */
#ifndef TD_WIRE_ROOM_PAGES_H
#define TD_WIRE_ROOM_PAGES_H

#include "group_debrief.h"
#include "room_view.h"

struct pages {
    const struct look *look;
    const struct review *review;
    struct writer *w;
    bool whole; /* the document to keep: everything, whatever page is shown in the room */
};

/* The step of a decision; what was said at it, empty where nothing was. */
const struct step *pages_step(const struct pages *p, int decided);
td_str pages_said(const struct pages *p, int32_t choice);
/* A sentence of the program in the reader's language. */
td_str pages_say(const struct pages *p, const char *id, const struct word_arg *args, int count);
/* Figures of the score are for after the own view (PRODUCT.md). */
bool pages_score_shown(const struct pages *p);
/* Everything that happened, in its order: "timeline"; then the observers' sheets and how far they agree. */
void page_timeline(const struct pages *p);

#endif
