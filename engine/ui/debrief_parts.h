/* debrief_parts.h - what the two halves of the debrief share: panels, and the decision that is open. */
#ifndef TD_UI_DEBRIEF_PARTS_H
#define TD_UI_DEBRIEF_PARTS_H

#include "widgets.h"

/* What the panel below the curve shows. */
enum debrief_tab { TAB_DECISION, TAB_INSTEAD, TAB_TALK, TAB_FIGURES, TAB_COUNT };

/* A panel scrolls by itself, or, where the whole page does, is as high as what is in it. */
struct area {
    int op; /* of its ground, whose height may still grow */
    bool own;
    struct ui_rect view, rect;
    int32_t y;
};
struct area area_start(struct page *p, struct ui_rect rect, struct ui_rect view);
void area_scroll(struct page *p, struct area *a);
/* Returns the height that the panel has now. */
int32_t area_end(struct page *p, const struct area *a);
/* The ground of one that does not scroll. */
void debrief_panel(struct page *p, struct ui_rect rect);

/* The decision that is open, or NULL. */
const struct step *debrief_step(const struct page *p);
/* Whether something better could have been said in its place. */
bool debrief_has_better(const struct step *s);
/* The panel below the curve; returns its height. */
int32_t debrief_pages(struct page *p, struct ui_rect rect);

#endif
