/* sheet_parts.h - what the sheets over an encounter share. */
#ifndef TD_UI_SHEET_PARTS_H
#define TD_UI_SHEET_PARTS_H

#include "scene_parts.h"

struct ui_style sheet_body(const struct page *p);
/* A row to choose from or to press, under being small below text; returns its height with the gap after it. */
int32_t sheet_row(struct page *p, struct ui_rect r, int32_t y, td_str text, td_str under, bool on,
                  struct ui_action action, char key);
/* The way back, for Escape too. */
void sheet_back_button(struct page *p, struct flow *flow, const char *id);
/* Cuts a row for buttons off the foot of a sheet; returns what is left. */
struct ui_rect sheet_with_foot(struct page *p, struct ui_rect r, struct flow *ret);

/* sheet_prompt.c */
void sheet_prompt(struct page *p);

#endif
