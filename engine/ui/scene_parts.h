/* scene_parts.h - a scene as far as an encounter and the watched better line share it: the person on the
 * left, and in a column on the right the figures and what was said. */
#ifndef TD_UI_SCENE_PARTS_H
#define TD_UI_SCENE_PARTS_H

#include "widgets.h"

struct column { /* the right-hand side */
    int32_t x, w, top, bottom;
    bool tight; /* words need the room */
    bool large; /* text of more than 140 %, or a narrow window: one column scrolls, the acts lie right across */
};

struct column scene_column(const struct page *p);
void scene_ground(struct page *p, const struct column *c);
/* Pause, where and how long. */
void scene_chip(struct page *p, const struct column *c);
/* Both return the height; draw false measures.  speech: size of what is spoken, units. */
int32_t scene_figures(struct page *p, const struct column *c, int32_t y, bool draw);
int32_t scene_telling(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw);

#endif
