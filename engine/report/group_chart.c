/* group_chart.c - agitation over the time of the talk, from the room's own document: what was, what could have been. */
#include "group_book.h"

enum {
    WIDTH = 7200,
    LEFT = 950,
    RIGHT = 150,
    TOP = 160,
    PLOT = 2100,
    FOOT = 260,
    MINUTE_MS = 60000,
    TICKS_MOST = 9,
    LATEST = 24 * 60 * MINUTE_MS
};

struct ground {
    struct book *book;
    struct chart *chart;
    int64_t total_ms;
};

static struct chart_point place(const struct ground *g, int64_t ms, int64_t permille)
{
    ms = ms < 0 ? 0 : ms > g->total_ms ? g->total_ms : ms;
    permille = permille < 0 ? 0 : permille > 1000 ? 1000 : permille;
    return (struct chart_point){LEFT + (int32_t)(ms * (WIDTH - LEFT - RIGHT) / g->total_ms),
                                TOP + PLOT - (int32_t)(PLOT * permille / 1000)};
}

/* The two numbers of a point; false where it has none. */
static bool read_point(const struct json_at *pair, int64_t *ret_ms, int64_t *ret_permille)
{
    struct json_at number;
    if (!json_first(pair, &number))
        return false;
    *ret_ms = json_int(&number);
    if (!json_next(&number))
        return false;
    *ret_permille = json_int(&number);
    return true;
}

static int64_t latest(const struct json_at *team, const char *key, int64_t so_far)
{
    struct json_at list, pair;
    int64_t ms, permille;
    if (!json_get(team, key, &list))
        return so_far;
    for (bool more = json_first(&list, &pair); more; more = json_next(&pair))
        if (read_point(&pair, &ms, &permille) && ms > so_far && ms < LATEST)
            so_far = ms;
    return so_far;
}

static void draw_line(const struct ground *g, const struct json_at *team, const char *key, enum chart_role role)
{
    struct json_at list, pair;
    int64_t ms, permille;
    int count = 0;
    if (!json_get(team, key, &list) || json_count(&list) < 2)
        return;
    struct chart_point *points = arena_new(g->book->arena, struct chart_point, (size_t)json_count(&list));
    for (bool more = json_first(&list, &pair); more; more = json_next(&pair))
        if (read_point(&pair, &ms, &permille))
            points[count++] = place(g, ms, permille);
    chart_line(g->book->arena, g->chart, role, points, count);
}

static void draw_ground(const struct ground *g)
{
    static const int64_t minutes[] = {1, 2, 5, 10, 15, 20, 30, 60, 120, 240};
    struct arena *arena = g->book->arena;
    for (int band = 0; band < 5; band++) {
        struct chart_point at = place(g, 0, 200 * band + 100);
        chart_word(arena, g->chart, ROLE_AXIS, ANCHOR_END, (struct chart_point){LEFT - 100, at.y + 40},
                   page_band(&g->book->page, band));
    }
    for (int edge = 0; edge <= 1000; edge += 200)
        chart_rule(arena, g->chart, ROLE_GRID, place(g, 0, edge), place(g, g->total_ms, edge));
    int64_t tick = 0;
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes && tick == 0; i++)
        if (g->total_ms / (minutes[i] * MINUTE_MS) < TICKS_MOST)
            tick = minutes[i] * MINUTE_MS;
    tick = tick > 0 ? tick : g->total_ms / TICKS_MOST + 1;
    for (int64_t ms = 0; ms <= g->total_ms; ms += tick)
        chart_word(arena, g->chart, ROLE_AXIS, ms == 0 ? ANCHOR_START : ANCHOR_MIDDLE,
                   (struct chart_point){place(g, ms, 0).x, TOP + PLOT + 170}, page_time(&g->book->page, ms));
}

static void draw_decisions(const struct ground *g, const struct json_at *team)
{
    static const enum chart_symbol symbols[] = {SYMBOL_DISC, SYMBOL_CIRCLE, SYMBOL_TRIANGLE, SYMBOL_CROSS, SYMBOL_DOT};
    static const enum chart_role roles[] = {ROLE_STRONG, ROLE_WORKABLE, ROLE_WEAK, ROLE_HARMFUL, ROLE_EVEN};
    struct json_at timeline, moment;
    if (!json_get(team, "timeline", &timeline))
        return;
    for (bool more = json_first(&timeline, &moment); more; more = json_next(&moment)) {
        if (!group_is_decision(&moment) || member_is(&moment, "grey") || member_is(&moment, "earlier"))
            continue;
        enum doc_style style = group_verdict_style(member_text(&moment, "verdict"));
        int kind = style >= STYLE_STRONG ? (int)style - STYLE_STRONG : STYLE_EVEN - STYLE_STRONG;
        struct chart_point at = place(g, member_int(&moment, "story_ms", 0), member_int(&moment, "to", 0));
        chart_symbol(g->book->arena, g->chart, roles[kind], symbols[kind], at);
        if (member_int(team, "opened", NONE) == member_int(&moment, "number", 0))
            chart_symbol(g->book->arena, g->chart, ROLE_TURNING, SYMBOL_RING, at);
    }
}

const struct chart *group_chart(struct book *b, const struct json_at *team, bool other)
{
    struct ground g = {b, chart_new(b->arena, WIDTH, TOP + PLOT + FOOT), latest(team, "real", MINUTE_MS)};
    if (other)
        g.total_ms = latest(team, "curve", g.total_ms);
    draw_ground(&g);
    if (other)
        draw_line(&g, team, "curve", ROLE_BETTER);
    draw_line(&g, team, "real", ROLE_REAL);
    draw_decisions(&g, team);
    return g.chart;
}
