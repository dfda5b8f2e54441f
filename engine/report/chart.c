/* chart.c - a list of shapes that grows in an arena. */
#include "chart.h"

struct chart *chart_new(struct arena *arena, int32_t width, int32_t height)
{
    struct chart *chart = arena_new(arena, struct chart, 1);
    *chart = (struct chart){.width = width, .height = height};
    return chart;
}

static struct chart_item *add(struct arena *arena, struct chart *chart, enum chart_shape shape, enum chart_role role)
{
    if (chart->count == chart->room) {
        int room = chart->room > 0 ? 2 * chart->room : 32;
        struct chart_item *items = arena_new(arena, struct chart_item, (size_t)room);
        if (chart->count > 0)
            memcpy(items, chart->items, sizeof *items * (size_t)chart->count);
        chart->items = items;
        chart->room = room;
    }
    struct chart_item *item = &chart->items[chart->count++];
    *item = (struct chart_item){.shape = shape, .role = role, .text = TD_STR("")};
    return item;
}

void chart_line(struct arena *arena, struct chart *chart, enum chart_role role, const struct chart_point *points,
                int count)
{
    if (count < 2)
        return;
    struct chart_item *item = add(arena, chart, CHART_LINE, role);
    item->points = points;
    item->count = count;
}

void chart_rule(struct arena *arena, struct chart *chart, enum chart_role role, struct chart_point from,
                struct chart_point to)
{
    struct chart_point *points = arena_new(arena, struct chart_point, 2);
    points[0] = from;
    points[1] = to;
    chart_line(arena, chart, role, points, 2);
}

void chart_bar(struct arena *arena, struct chart *chart, enum chart_role role, struct chart_point at,
               struct chart_point size)
{
    if (size.x <= 0 || size.y <= 0)
        return;
    struct chart_item *item = add(arena, chart, CHART_BAR, role);
    item->at = at;
    item->size = size;
}

void chart_word(struct arena *arena, struct chart *chart, enum chart_role role, enum chart_anchor anchor,
                struct chart_point at, td_str text)
{
    struct chart_item *item = add(arena, chart, CHART_WORD, role);
    item->anchor = anchor;
    item->at = at;
    item->text = text;
}

void chart_symbol(struct arena *arena, struct chart *chart, enum chart_role role, enum chart_symbol symbol,
                  struct chart_point at)
{
    struct chart_item *item = add(arena, chart, CHART_SYMBOL, role);
    item->symbol = symbol;
    item->at = at;
}

const char *chart_role_name(enum chart_role role)
{
    static const char *const names[ROLE_COUNT] = {
        "grid",  "axis",  "real",  "better",   "second", "third",  "truth",    "own",  "track",   "step0", "step1",
        "step2", "step3", "step4", "stepname", "label",  "strong", "workable", "weak", "harmful", "even",  "turning"};
    return names[role];
}
