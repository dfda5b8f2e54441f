/* scene_parts.h - a scene as far as an encounter and the watched better line share it: the person on the
 * left, and in a column on the right the figures and what was said.  Below them how it is said and what else
 * can be done.  Whether a window is crowded hangs on its shape and on the size of the text alone, so that
 * nothing jumps about from one line to the next. */
#ifndef TD_UI_SCENE_PARTS_H
#define TD_UI_SCENE_PARTS_H

#include "widgets.h"

/* First the lines to choose from move together, then what was said too. */
enum closeness { ROOMY, LINES_CLOSE, ALL_CLOSE };
enum { SENTENCES = 99 };

struct column { /* the right-hand side */
    int32_t x, w, top, bottom;
    bool brief; /* without what the learner said: that stands under "What was said so far" */
    enum closeness close;
    int32_t less; /* sentences left out at the end of the feedback, which can be unfolded; SENTENCES: all that can be */
    bool crowded; /* larger text or a narrow window: where, how long and the figures lie across the top */
};

struct column scene_column(const struct page *p);
void scene_ground(struct page *p, const struct column *c);

/* scene_figures.c */
/* A question is open: what cannot be used meanwhile, and what would answer it, is not shown. */
bool scene_is_asked(const struct page *p);
/* Pause, where and how long; in a crowded window the figures too.  How much of the column's top it takes. */
int32_t scene_status_height(struct page *p, const struct column *c);
void scene_status(struct page *p, const struct column *c, int32_t y);
/* Returns the height it takes at the top of the column: none in a crowded window.  draw false measures. */
int32_t scene_figures(struct page *p, const struct column *c, int32_t y, bool draw);

/* scene_telling.c */
/* Returns the height; draw false measures.  speech: size of what is spoken, units.  *ret_latest, unless NULL: how
 * far below y that begins which is new: the answer, or what the program has just said. */
int32_t scene_telling(struct page *p, const struct column *c, int32_t y, int32_t speech, bool draw,
                      int32_t *ret_latest);

/* scene_bar.c: voice, pace, distance and the other acts. */
enum bar_form {
    BAR_BESIDE,  /* under the person, and beside it the acts under the column */
    BAR_STACKED, /* one row each, right across */
    BAR_FOLDED,  /* one button that says how, and the acts after it */
};
struct bar {
    enum bar_form form;
    bool brief, bare; /* the short names of the acts; without their keys */
    int32_t delivery_high, acts_high, high;
};
struct bar scene_bar_plan(struct page *p, const struct column *c);
void scene_bar(struct page *p, const struct column *c, const struct bar *bar, int32_t foot);
/* The three ways of saying it one under another, for their sheet; returns the height. */
int32_t scene_delivery_rows(struct page *p, struct ui_rect rect);

#endif
