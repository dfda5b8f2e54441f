/* chart.h - a chart as plain shapes: lines, bars, symbols, words, each with a role.
 * What a role looks like is the writer's: colour on a screen, dashes and hatching on paper.  Units are tenths of a
 * pixel at the chart's natural size; y grows downward. */
#ifndef TD_REPORT_CHART_H
#define TD_REPORT_CHART_H

#include "writer.h"

enum chart_role {
    ROLE_GRID,   /* hairline */
    ROLE_AXIS,   /* small words beside it */
    ROLE_REAL,   /* what happened */
    ROLE_BETTER, /* what could have been */
    ROLE_SECOND, /* further lines, told apart by their dashes */
    ROLE_THIRD,
    ROLE_TRUTH,   /* a bar: what the program computed */
    ROLE_OWN,     /* what the learner said */
    ROLE_TRACK,   /* the empty part of a bar */
    ROLE_STAGE_0, /* the steps of the stairway, denser from step to step */
    ROLE_STAGE_1,
    ROLE_STAGE_2,
    ROLE_STAGE_3,
    ROLE_STAGE_4,
    ROLE_STEP_NAME, /* words on a step */
    ROLE_LABEL,     /* words that name a line */
    ROLE_STRONG,    /* a decision, by its verdict; the order of enum verdict behind ROLE_EVEN */
    ROLE_WORKABLE,
    ROLE_WEAK,
    ROLE_HARMFUL,
    ROLE_EVEN,
    ROLE_TURNING, /* a ring, and its number */
    ROLE_COUNT
};
enum chart_shape { CHART_LINE, CHART_BAR, CHART_WORD, CHART_SYMBOL };
enum chart_symbol {
    SYMBOL_DISC,
    SYMBOL_CIRCLE,
    SYMBOL_TRIANGLE,
    SYMBOL_CROSS,
    SYMBOL_DOT,
    SYMBOL_RING,
    SYMBOL_DIAMOND
};
enum chart_anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct chart_point {
    int32_t x, y;
};
struct chart_item {
    enum chart_shape shape;
    enum chart_role role;
    enum chart_symbol symbol;
    enum chart_anchor anchor;
    const struct chart_point *points; /* CHART_LINE */
    int count;
    struct chart_point at, size; /* bar: corner and size; word, symbol: where */
    td_str text;
};

struct chart {
    int32_t width, height;
    struct chart_item *items;
    int count, room;
};

struct chart *chart_new(struct arena *arena, int32_t width, int32_t height);
/* points are kept, not copied. */
void chart_line(struct arena *arena, struct chart *chart, enum chart_role role, const struct chart_point *points,
                int count);
/* A straight line between two points. */
void chart_rule(struct arena *arena, struct chart *chart, enum chart_role role, struct chart_point from,
                struct chart_point to);
void chart_bar(struct arena *arena, struct chart *chart, enum chart_role role, struct chart_point at,
               struct chart_point size);
void chart_word(struct arena *arena, struct chart *chart, enum chart_role role, enum chart_anchor anchor,
                struct chart_point at, td_str text);
void chart_symbol(struct arena *arena, struct chart *chart, enum chart_role role, enum chart_symbol symbol,
                  struct chart_point at);
const char *chart_role_name(enum chart_role role); /* "real": the class of the SVG */

#endif
