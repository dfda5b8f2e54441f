/* bars.c - the six figures as bars, with the learner's own rating on each; and the stairway as an emblem. */
#include "book.h"

enum { WIDTH = 7200, NAME = 2500, VALUE = 500, ROW = 330, THICK = 130 };

static void draw_row(struct book *b, struct chart *chart, int dimension)
{
    int32_t y = dimension * ROW + 60, bar = WIDTH - NAME - VALUE;
    const td_debrief *d = b->debrief;
    int32_t value = d->score.dim[dimension].value, own = d->self.rate[dimension];
    td_str name = str_of(dimension_name((enum dimension)dimension));
    chart_word(b->arena, chart, ROLE_LABEL, ANCHOR_START, (struct chart_point){0, y + 110},
               book_named(b, "dimension.", name, ".name"));
    chart_bar(b->arena, chart, ROLE_TRACK, (struct chart_point){NAME, y}, (struct chart_point){bar, THICK});
    chart_bar(b->arena, chart, ROLE_TRUTH, (struct chart_point){NAME, y},
              (struct chart_point){bar * value / 100, THICK});
    chart_word(b->arena, chart, ROLE_LABEL, ANCHOR_END, (struct chart_point){WIDTH, y + 110}, book_number(b, value));
    if (own != NONE)
        chart_symbol(b->arena, chart, ROLE_OWN, SYMBOL_DIAMOND,
                     (struct chart_point){NAME + bar * own / 100, y + THICK / 2});
}

const struct chart *score_chart(struct book *b)
{
    struct chart *chart = chart_new(b->arena, WIDTH, DIM_COUNT * ROW);
    for (int i = 0; i < DIM_COUNT; i++)
        draw_row(b, chart, i);
    return chart;
}

const struct chart *stairs_chart(struct book *b)
{
    enum { STEP = 260, RISE = 170, FOOT = 120, SPACE = 40 };
    struct chart *chart = chart_new(b->arena, STAGE_COUNT * STEP, FOOT + STAGE_COUNT * RISE);
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        bool reached = stage <= b->debrief->trace->top_stage;
        int32_t height = FOOT + stage * RISE;
        chart_bar(b->arena, chart, reached ? (enum chart_role)(ROLE_STAGE_0 + stage) : ROLE_TRACK,
                  (struct chart_point){stage * STEP, FOOT + STAGE_COUNT * RISE - height},
                  (struct chart_point){STEP - SPACE, height});
    }
    return chart;
}
