/* widgets.h - the parts that screens are put together from. */
#ifndef TD_UI_WIDGETS_H
#define TD_UI_WIDGETS_H

#include "say.h"

/* A screen under construction. */
struct page {
    struct ui *ui;
    struct say say;
    struct ui_app *app;
    const struct ui_model *model;
    bool snug, tight; /* rows to choose from lie close, or closer */
};

struct ui_style style_of(enum ui_font font, int32_t size, int32_t leading, pen_rgba colour);
#define DEED(deed, x, y) ((struct ui_action){(int32_t)(deed), (int32_t)(x), (int32_t)(y)})

enum button_look { BUTTON_PLAIN, BUTTON_FIRST, BUTTON_CHOSEN, BUTTON_NAV, BUTTON_OFF };
/* Its width for its label; hint: the name of its key, small, or empty. */
int32_t button_width(const struct page *p, td_str label, td_str hint);
int32_t button_height(const struct page *p);
/* What stands on it: "L", "Space". */
td_str key_name(const struct page *p, char key);
int button(struct page *p, struct ui_rect rect, td_str label, td_str hint, enum button_look look,
           struct ui_action action);

/* Things in rows that wrap. */
struct flow {
    int32_t left, right, x, y, row, gap, leading; /* gap: between two in a row; leading: between rows */
};
struct flow flow_of(int32_t left, int32_t y, int32_t width, int32_t gap);
struct ui_rect flow_place(struct flow *flow, int32_t w, int32_t h);
int32_t flow_bottom(const struct flow *flow);
int flow_button(struct page *p, struct flow *flow, td_str label, td_str hint, enum button_look look,
                struct ui_action action);

/* A row of joined options with a label before it. */
struct option {
    td_str label;
    int32_t value;
};
int32_t segment_width(const struct page *p, td_str label, const struct option *options, int count);
void segment(struct page *p, struct ui_rect rect, td_str label, const struct option *options, int count, int32_t chosen,
             int32_t deed);

/* The stairway: up to `reached` (NONE: none) lit. */
void stairs_small(struct page *p, int32_t x, int32_t y, int32_t reached);
void meter_bar(struct page *p, struct ui_rect rect, int32_t permille, pen_rgba colour);
/* A row that can be chosen or pressed: its key if it has one, text over several lines; returns its height.  Options
 * without a key have a box to tick.  draw false measures. */
int32_t choice_row(struct page *p, struct ui_rect rect, char key, td_str text, td_str under, bool chosen,
                   struct ui_action action, enum ui_role role, bool draw);
/* The mark of a verdict. */
void verdict_badge(struct page *p, struct ui_rect rect, enum verdict verdict);
/* What the part with the pointer or the focus is for: over everything else of the page. */
void draw_tip(struct page *p);
void focus_ring(struct page *p, struct ui_rect rect, int32_t radius, struct ui_action action);
/* Title and a way back; returns where the contents begin. */
int32_t page_head(struct page *p, td_str title, td_str under);
/* Left column of home and its sisters; returns its width. */
int32_t navigation(struct page *p, enum ui_screen here);
/* A sheet over the scene: dims what lies under it and returns the sheet's inside.  height in pixels. */
struct ui_rect sheet_start(struct page *p, td_str title, int32_t width, int32_t height);
void sheet_end(struct page *p);

void screen_stance(struct page *p);
void screen_home(struct page *p);
void screen_content(struct page *p);
void screen_briefing(struct page *p);
void screen_encounter(struct page *p);
void screen_sheet(struct page *p);
void screen_ending(struct page *p);
void screen_rating(struct page *p);
void screen_debrief(struct page *p);
void screen_settings(struct page *p);
void screen_support(struct page *p);
void screen_progress(struct page *p);
void screen_course(struct page *p);
void screen_drills(struct page *p);
void screen_watch(struct page *p);

#endif
