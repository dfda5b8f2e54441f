/* map.c - the story as a picture: every moment where plays come to it, from the first exchange at the top to the
 * endings at the bottom; how thick a way is says how often it was gone, how dark a moment how many plays saw it.
 * Colour repeats what the numbers in the boxes and the table below say, and is never alone. */
#include "map.h"

#include "sheet.h"

enum {
    BOX_W = 132,
    BOX_H = 40,
    GAP_X = 14,
    GAP_Y = 34,
    COLUMNS = 6,
    MARGIN = 14,
    WAY_LEAST = 10, /* permille of the plays: thinner ways are left out, but each moment keeps its widest */
    WAY_BELOW = 80, /* permille of the plays: so many, and the moments stand one below the other */
    SAME_TIME = 25, /* tenths of an exchange */
    HEATS = 5,
};

struct spot {
    int32_t node; /* or ~ending */
    int32_t time; /* mean exchange of the first entry, tenths */
    int32_t x, y; /* of the box */
    int64_t pull; /* where those it is reached from stand */
};

struct map {
    struct arena *arena;
    const struct lint_report *report;
    struct spot *spots;
    int count, rows;
    int32_t *of_node, *of_ending; /* index of the spot, or NONE */
};

/* --- who stands where ------------------------------------------------------------------------------------- */

static bool is_earlier(const struct spot *a, const struct spot *b)
{
    return a->time != b->time ? a->time < b->time : a->node < b->node;
}

static void sort(struct spot *spots, int count, bool (*before)(const struct spot *, const struct spot *))
{
    for (int i = 1; i < count; i++) {
        struct spot moved = spots[i];
        int at = i;
        for (; at > 0 && before(&moved, &spots[at - 1]); at--)
            spots[at] = spots[at - 1];
        spots[at] = moved;
    }
}

static void collect(struct map *map)
{
    const struct lint_report *report = map->report;
    const td_scenario *s = report->scenario;
    for (int i = 0; i < s->node_count; i++)
        if (report->nodes[i].plays > 0)
            map->spots[map->count++] = (struct spot){.node = i, .time = report->nodes[i].first};
    sort(map->spots, map->count, is_earlier);
    for (int i = 0; i < s->ending_count; i++)
        if (report->endings[i] > 0)
            map->spots[map->count++] = (struct spot){.node = ~i, .time = INT32_MAX};
}

static void index_spots(struct map *map)
{
    for (int i = 0; i < map->count; i++) {
        int32_t node = map->spots[i].node;
        if (node >= 0)
            map->of_node[node] = i;
        else
            map->of_ending[~node] = i;
    }
}

static int32_t spot_of(const struct map *map, int32_t node)
{
    return node >= 0 ? map->of_node[node] : map->of_ending[~node];
}

/* Does one of the row lead often to this one?  Then it belongs below. */
static bool follows(const struct map *map, int first, int length, int32_t node)
{
    for (int i = 0; i < map->report->way_count; i++) {
        const struct lint_way *way = &map->report->ways[i];
        if (way->to != node || (int64_t)way->count * 1000 < (int64_t)WAY_BELOW * map->report->plays)
            continue;
        for (int k = first; k < first + length; k++)
            if (map->spots[k].node == way->from)
                return true;
    }
    return false;
}

/* Moments of about the same time share a row. */
static int row_length(const struct map *map, int first)
{
    int length = 1;
    while (length < COLUMNS && first + length < map->count &&
           (map->spots[first].node < 0) == (map->spots[first + length].node < 0) &&
           (map->spots[first].node < 0 || map->spots[first + length].time - map->spots[first].time < SAME_TIME) &&
           !follows(map, first, length, map->spots[first + length].node))
        length++;
    return length;
}

static bool pulls_left(const struct spot *a, const struct spot *b)
{
    return a->pull != b->pull ? a->pull < b->pull : a->node < b->node;
}

/* The mean place of those above from which it is reached, weighed by how often. */
static int64_t pull_of(const struct map *map, int32_t node, int32_t above)
{
    int64_t sum = 0, weight = 0;
    for (int i = 0; i < map->report->way_count; i++) {
        const struct lint_way *way = &map->report->ways[i];
        if (way->to != node)
            continue;
        const struct spot *from = &map->spots[map->of_node[way->from]];
        if (from->y >= above)
            continue;
        sum += (int64_t)way->count * from->x;
        weight += way->count;
    }
    return weight > 0 ? sum / weight : 0;
}

static void place_row(struct map *map, int first, int length)
{
    int32_t y = MARGIN + map->rows * (BOX_H + GAP_Y);
    int32_t indent = (COLUMNS - length) * (BOX_W + GAP_X) / 2;
    for (int i = first; i < first + length; i++) {
        map->spots[i].y = y;
        map->spots[i].pull = pull_of(map, map->spots[i].node, y);
    }
    sort(map->spots + first, length, pulls_left);
    for (int i = first; i < first + length; i++)
        map->spots[i].x = MARGIN + indent + (i - first) * (BOX_W + GAP_X);
    index_spots(map);
    map->rows++;
}

static void arrange(struct map *map)
{
    collect(map);
    index_spots(map);
    for (int first = 0; first < map->count;) {
        int length = row_length(map, first);
        place_row(map, first, length);
        first += length;
    }
}

/* --- drawing ---------------------------------------------------------------------------------------------- */

static void attribute(struct writer *w, const char *name, int64_t value)
{
    w_char(w, ' ');
    w_text(w, name);
    w_text(w, "=\"");
    w_int(w, value);
    w_char(w, '"');
}

static void point(struct writer *w, int64_t x, int64_t y)
{
    w_int(w, x);
    w_char(w, ' ');
    w_int(w, y);
}

/* Sideways in a bow above the row. */
static void draw_bow(struct writer *w, const struct spot *from, const struct spot *to)
{
    int32_t x0 = from->x + BOX_W / 2, x1 = to->x + BOX_W / 2;
    w_text(w, " d=\"M");
    point(w, x0, from->y);
    w_text(w, " C");
    point(w, x0, from->y - GAP_Y * 2 / 3);
    w_char(w, ' ');
    point(w, x1, to->y - GAP_Y * 2 / 3);
    w_char(w, ' ');
    point(w, x1, to->y);
    w_char(w, '"');
}

/* Downwards in a bow; back up along the side. */
static void draw_way(struct writer *w, const struct spot *from, const struct spot *to)
{
    int32_t x0 = from->x + BOX_W / 2, x1 = to->x + BOX_W / 2;
    bool down = to->y > from->y;
    if (to->y == from->y) {
        draw_bow(w, from, to);
        return;
    }
    int32_t y0 = down ? from->y + BOX_H : from->y, y1 = down ? to->y : to->y + BOX_H;
    int32_t bend = down ? (y1 - y0) / 2 : -GAP_Y;
    w_text(w, " d=\"M");
    point(w, x0, y0);
    w_text(w, " C");
    point(w, x0 + (down ? 0 : 30), y0 + bend);
    w_char(w, ' ');
    point(w, x1 + (down ? 0 : 30), y1 - bend);
    w_char(w, ' ');
    point(w, x1, y1);
    w_char(w, '"');
}

/* 1 to 7: as many times again as the count doubles. */
static int32_t thickness(int32_t count, int32_t plays)
{
    int32_t share = (int32_t)((int64_t)count * 1000 / plays), width = 1;
    for (int32_t step = 15; step < share && width < 7; step *= 2)
        width++;
    return width;
}

static bool is_drawn(const struct map *map, int index, const bool *reached)
{
    const struct lint_way *way = &map->report->ways[index];
    if (spot_of(map, way->from) == NONE || spot_of(map, way->to) == NONE)
        return false;
    return !reached[spot_of(map, way->to)] || (int64_t)way->count * 1000 >= (int64_t)WAY_LEAST * map->report->plays;
}

static void draw_ways(const struct map *map, struct writer *w)
{
    bool *reached = arena_new(map->arena, bool, (size_t)map->count + 1);
    for (int i = 0; i < map->report->way_count; i++) {
        const struct lint_way *way = &map->report->ways[i];
        if (!is_drawn(map, i, reached))
            continue;
        const struct spot *from = &map->spots[spot_of(map, way->from)], *to = &map->spots[spot_of(map, way->to)];
        reached[spot_of(map, way->to)] = true;
        w_text(w, "<path class=\"");
        w_text(w, way->skilled > 0 ? "way skilled" : "way");
        w_text(w, to->y >= from->y ? "\"" : " back\"");
        attribute(w, "stroke-width", thickness(way->count, map->report->plays));
        draw_way(w, from, to);
        w_text(w, "/>\n");
    }
}

static int32_t plays_at(const struct map *map, const struct spot *spot)
{
    return spot->node >= 0 ? map->report->nodes[spot->node].plays : map->report->endings[~spot->node];
}

static td_str id_of(const struct map *map, const struct spot *spot)
{
    const td_scenario *s = map->report->scenario;
    return spot->node >= 0 ? s->nodes[spot->node].id : s->endings[~spot->node].id;
}

static int heat_of(int32_t plays, int32_t of)
{
    static const int32_t least[HEATS] = {0, 50, 150, 350, 700}; /* permille */
    int heat = 0;
    for (int i = 1; i < HEATS; i++)
        heat += (int64_t)plays * 1000 >= (int64_t)least[i] * of;
    return heat;
}

static void draw_label(struct writer *w, const struct spot *spot, int32_t dy, const char *class, td_str text)
{
    w_text(w, "<text class=\"");
    w_text(w, class);
    w_char(w, '"');
    attribute(w, "x", spot->x + BOX_W / 2);
    attribute(w, "y", spot->y + dy);
    w_char(w, '>');
    lint_put_html(w, text);
    w_text(w, "</text>");
}

static void draw_spot(const struct map *map, struct writer *w, const struct words *words, const struct spot *spot)
{
    int32_t plays = plays_at(map, spot);
    const struct word_arg args[] = {
        ARG_TEXT("share", lint_share(map->arena, plays, map->report->plays)),
    };
    w_text(w, "<g class=\"");
    w_text(w, spot->node >= 0 ? "moment h" : "ending h");
    w_int(w, heat_of(plays, map->report->plays));
    w_text(w, "\"><rect");
    attribute(w, "x", spot->x);
    attribute(w, "y", spot->y);
    attribute(w, "width", BOX_W);
    attribute(w, "height", BOX_H);
    attribute(w, "rx", spot->node >= 0 ? 4 : 20);
    w_text(w, "/>");
    draw_label(w, spot, 17, "name", id_of(map, spot));
    draw_label(w, spot, 32, "share", lint_say(map->arena, words, "lint.map.share", args, 1));
    w_text(w, "</g>\n");
}

/* Several maps may stand on one page. */
static void put_id(struct writer *w, const char *head, const struct lint_report *report)
{
    w_text(w, head);
    w_str(w, report->scenario->id);
}

void lint_map_draw(struct arena *arena, struct writer *w, const struct lint_report *report, const struct words *words)
{
    size_t nodes = (size_t)report->scenario->node_count, endings = (size_t)report->scenario->ending_count;
    struct map map = {
        .arena = arena,
        .report = report,
        .spots = arena_new(arena, struct spot, nodes + endings),
        .of_node = arena_new(arena, int32_t, nodes),
        .of_ending = arena_new(arena, int32_t, endings),
    };
    memset(map.of_node, 0xff, nodes * sizeof *map.of_node); /* NONE */
    memset(map.of_ending, 0xff, endings * sizeof *map.of_ending);
    arrange(&map);
    w_text(w, "<svg role=\"img\" aria-labelledby=\"");
    put_id(w, "map-title-", report);
    put_id(w, " map-text-", report);
    w_text(w, "\" viewBox=\"0 0 ");
    point(w, 2 * MARGIN + COLUMNS * (BOX_W + GAP_X) - GAP_X, 2 * MARGIN + map.rows * (BOX_H + GAP_Y) - GAP_Y);
    w_text(w, "\" xmlns=\"http://www.w3.org/2000/svg\">\n<title id=\"");
    put_id(w, "map-title-", report);
    w_text(w, "\">");
    lint_put_html(w, words_get(words, TD_STR("lint.map.title")));
    w_text(w, "</title>\n<desc id=\"");
    put_id(w, "map-text-", report);
    w_text(w, "\">");
    lint_put_html(w, words_get(words, TD_STR("lint.map.text")));
    w_text(w, "</desc>\n");
    draw_ways(&map, w);
    for (int i = 0; i < map.count; i++)
        draw_spot(&map, w, words, &map.spots[i]);
    w_text(w, "</svg>\n");
}
