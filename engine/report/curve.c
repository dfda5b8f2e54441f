/* curve.c - the encounter as a curve: agitation by band over story time, the steps of the stairway below it, every
 * decision with the shape of its verdict, what was estimated, and the curve that could have been. */
#include "book.h"
#include "fix.h"

enum {
    WIDTH = 7200,
    LEFT = 950,
    RIGHT = 150,
    TOP = 260,
    PLOT = 2300,
    LANE = 280,
    LANE_GAP = 110,
    TICKS_MOST = 9,
    LETTER = 62, /* about the width of one in a lane */
    MINUTE_MS = 60000
};

struct frame {
    struct book *book;
    struct chart *chart;
    int64_t total_ms;
};

static int32_t x_of(const struct frame *f, int64_t ms)
{
    return LEFT + (int32_t)(ms * (WIDTH - LEFT - RIGHT) / f->total_ms);
}

static int32_t y_of(int32_t permille)
{
    return TOP + PLOT * (1000 - permille) / 1000;
}

static int64_t end_of(const td_debrief *d)
{
    int64_t end = d->trace->count > 0 ? d->trace->steps[d->trace->count - 1].after_ms : 0;
    const struct what_if *w = &d->what_if;
    if (w->count > 0 && w->story_ms[w->count - 1] > end)
        end = w->story_ms[w->count - 1];
    return end > MINUTE_MS ? end : MINUTE_MS;
}

/* --- the ground ------------------------------------------------------------------------------------------- */

static void draw_bands(const struct frame *f)
{
    static const int32_t edges[] = {0, 200, 400, 600, 800, 1000};
    struct arena *arena = f->book->arena;
    for (int band = 0; band < 5; band++) {
        int32_t middle = y_of((edges[band] + edges[band + 1]) / 2) + 40;
        chart_word(arena, f->chart, ROLE_AXIS, ANCHOR_END, (struct chart_point){LEFT - 100, middle},
                   page_band(&f->book->page, band));
    }
    for (int i = 0; i < 6; i++)
        chart_rule(arena, f->chart, ROLE_GRID, (struct chart_point){LEFT, y_of(edges[i])},
                   (struct chart_point){WIDTH - RIGHT, y_of(edges[i])});
}

static int64_t tick_of(int64_t total_ms)
{
    static const int64_t minutes[] = {1, 2, 5, 10, 15, 20, 30, 60, 120, 240};
    for (size_t i = 0; i < sizeof minutes / sizeof *minutes; i++)
        if (total_ms / (minutes[i] * MINUTE_MS) < TICKS_MOST)
            return minutes[i] * MINUTE_MS;
    return total_ms / TICKS_MOST + 1;
}

static void draw_times(const struct frame *f, int32_t y)
{
    int64_t tick = tick_of(f->total_ms);
    for (int64_t ms = 0; ms <= f->total_ms; ms += tick)
        chart_word(f->book->arena, f->chart, ROLE_AXIS, ms == 0 ? ANCHOR_START : ANCHOR_MIDDLE,
                   (struct chart_point){x_of(f, ms), y}, page_time(&f->book->page, ms));
}

/* --- the stairway ------------------------------------------------------------------------------------------ */

static void draw_lane(const struct frame *f, int32_t stage, int64_t from_ms, int64_t to_ms)
{
    struct book *b = f->book;
    int32_t x = x_of(f, from_ms), width = x_of(f, to_ms) - x - 15, y = TOP + PLOT + LANE_GAP;
    chart_bar(b->arena, f->chart, (enum chart_role)(ROLE_STAGE_0 + stage), (struct chart_point){x, y},
              (struct chart_point){width, LANE});
    td_str name = page_stage(&b->page, stage);
    if ((int32_t)utf8_count(name) * LETTER + 120 > width)
        name = book_number(b, stage + 1);
    if (width > 130)
        chart_word(b->arena, f->chart, ROLE_STEP_NAME, ANCHOR_MIDDLE,
                   (struct chart_point){x + width / 2, y + LANE / 2 + 42}, name);
}

static void draw_stairway(const struct frame *f)
{
    const struct trace *trace = f->book->debrief->trace;
    int32_t stage = trace->start.stage;
    int64_t since = 0;
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (step->after.stage == stage)
            continue;
        draw_lane(f, stage, since, step->after_ms);
        stage = step->after.stage;
        since = step->after_ms;
    }
    int64_t end = trace->count > 0 ? trace->steps[trace->count - 1].after_ms : f->total_ms;
    draw_lane(f, stage, since, end);
}

/* --- the curves -------------------------------------------------------------------------------------------- */

static void draw_real(const struct frame *f)
{
    const struct trace *trace = f->book->debrief->trace;
    struct chart_point *points = arena_new(f->book->arena, struct chart_point, 2 * (size_t)trace->count + 1);
    int count = 0;
    points[count++] = (struct chart_point){x_of(f, 0), y_of(trace->start.agitation)};
    for (int i = 0; i < trace->count; i++)
        points[count++] =
            (struct chart_point){x_of(f, trace->steps[i].after_ms), y_of(trace->steps[i].after.agitation)};
    chart_line(f->book->arena, f->chart, ROLE_REAL, points, count);
}

static void draw_better(const struct frame *f)
{
    const struct what_if *w = &f->book->debrief->what_if;
    if (w->count == 0)
        return;
    const struct step *from = book_step(f->book, w->step);
    struct chart_point *points = arena_new(f->book->arena, struct chart_point, (size_t)w->count + 1);
    points[0] = (struct chart_point){x_of(f, from->story_ms), y_of(from->before.agitation)};
    for (int i = 0; i < w->count; i++)
        points[i + 1] = (struct chart_point){x_of(f, w->story_ms[i]), y_of(w->agitation[i])};
    chart_line(f->book->arena, f->chart, ROLE_BETTER, points, w->count + 1);
}

static void draw_decisions(const struct frame *f)
{
    static const enum chart_symbol symbols[VERDICT_COUNT] = {SYMBOL_DOT, SYMBOL_DISC, SYMBOL_CIRCLE, SYMBOL_TRIANGLE,
                                                             SYMBOL_CROSS};
    static const enum chart_role roles[VERDICT_COUNT] = {ROLE_EVEN, ROLE_STRONG, ROLE_WORKABLE, ROLE_WEAK,
                                                         ROLE_HARMFUL};
    const struct trace *trace = f->book->debrief->trace;
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (!step->exchange)
            continue;
        enum verdict verdict = step->alt_count > 0 ? step->verdict : VERDICT_NO_DIFFERENCE;
        chart_symbol(f->book->arena, f->chart, roles[verdict], symbols[verdict],
                     (struct chart_point){x_of(f, step->after_ms), y_of(step->after.agitation)});
    }
}

static void draw_turning(const struct frame *f)
{
    const td_debrief *d = f->book->debrief;
    for (int i = 0; i < d->turning_count; i++) {
        const struct step *step = book_step(f->book, d->turning[i].step);
        struct chart_point at = {x_of(f, step->after_ms), y_of(step->after.agitation)};
        chart_symbol(f->book->arena, f->chart, ROLE_TURNING, SYMBOL_RING, at);
        at.y -= 150;
        chart_word(f->book->arena, f->chart, ROLE_TURNING, ANCHOR_MIDDLE, at,
                   page_time(&f->book->page, step->story_ms));
    }
}

/* What the learner thought it was. */
static void draw_estimates(const struct frame *f)
{
    const struct trace *trace = f->book->debrief->trace;
    for (int i = 0; i < trace->assessed_count; i++) {
        const struct assessed *a = &trace->assessed[i];
        if (a->prompt == NONE || trace->scenario->prompts[a->prompt].kind != PROMPT_agitation)
            continue;
        int32_t estimate = clamp32(a->command.number, 0, 10) * 100;
        chart_symbol(f->book->arena, f->chart, ROLE_OWN, SYMBOL_DIAMOND,
                     (struct chart_point){x_of(f, a->story_ms), y_of(estimate)});
    }
}

const struct chart *curve_chart(struct book *b)
{
    int32_t height = TOP + PLOT + LANE_GAP + LANE + 230;
    struct frame f = {b, chart_new(b->arena, WIDTH, height), end_of(b->debrief)};
    draw_bands(&f);
    draw_stairway(&f);
    draw_times(&f, height - 40);
    draw_better(&f);
    draw_real(&f);
    draw_decisions(&f);
    draw_estimates(&f);
    draw_turning(&f);
    return f.chart;
}

/* --- being understood, rapport, trust ---------------------------------------------------------------------- */

enum { SMALL_PLOT = 1300, SMALL_TOP = 120, NAME_ROOM = 1500, APART = 150 };

struct relation {
    enum chart_role role;
    const char *id;
    int32_t (*of)(const struct figures *);
};

static int32_t understanding_of(const struct figures *f)
{
    return f->understanding;
}
static int32_t rapport_of(const struct figures *f)
{
    return f->rapport;
}
static int32_t trust_of(const struct figures *f)
{
    return f->trust;
}

static const struct relation relations[] = {
    {ROLE_REAL, "figure.understanding", understanding_of},
    {ROLE_SECOND, "figure.rapport", rapport_of},
    {ROLE_THIRD, "figure.trust", trust_of},
};
enum { RELATIONS = sizeof relations / sizeof *relations };

static int32_t small_y(int32_t permille)
{
    return SMALL_TOP + SMALL_PLOT * (1000 - permille) / 1000;
}

static int32_t small_x(const struct frame *f, int64_t ms)
{
    return LEFT + (int32_t)(ms * (WIDTH - LEFT - NAME_ROOM) / f->total_ms);
}

static void draw_relation(const struct frame *f, const struct relation *r)
{
    const struct trace *trace = f->book->debrief->trace;
    struct chart_point *points = arena_new(f->book->arena, struct chart_point, (size_t)trace->count + 1);
    points[0] = (struct chart_point){small_x(f, 0), small_y(r->of(&trace->start))};
    for (int i = 0; i < trace->count; i++)
        points[i + 1] =
            (struct chart_point){small_x(f, trace->steps[i].after_ms), small_y(r->of(&trace->steps[i].after))};
    chart_line(f->book->arena, f->chart, r->role, points, trace->count + 1);
}

/* The names stand at the ends of their lines, pushed apart where those meet: highest first. */
static void name_relations(const struct frame *f)
{
    const struct figures *end = &f->book->debrief->trace->end;
    bool done[RELATIONS] = {false};
    int32_t free_from = 0;
    for (int n = 0; n < RELATIONS; n++) {
        int top = NONE;
        for (int i = 0; i < RELATIONS; i++)
            if (!done[i] && (top == NONE || relations[i].of(end) > relations[top].of(end)))
                top = i;
        done[top] = true;
        int32_t y = small_y(relations[top].of(end)) + 40;
        y = y < free_from ? free_from : y;
        free_from = y + APART;
        chart_word(f->book->arena, f->chart, ROLE_LABEL, ANCHOR_START, (struct chart_point){WIDTH - NAME_ROOM + 60, y},
                   book_word(f->book, relations[top].id));
    }
}

const struct chart *relation_chart(struct book *b)
{
    const struct trace *trace = b->debrief->trace;
    int64_t end = trace->count > 0 ? trace->steps[trace->count - 1].after_ms : 0;
    struct frame f = {b, chart_new(b->arena, WIDTH, SMALL_TOP + SMALL_PLOT + 330), end > MINUTE_MS ? end : MINUTE_MS};
    for (int32_t of_thousand = 0; of_thousand <= 1000; of_thousand += 500) {
        chart_rule(b->arena, f.chart, ROLE_GRID, (struct chart_point){LEFT, small_y(of_thousand)},
                   (struct chart_point){WIDTH - NAME_ROOM, small_y(of_thousand)});
        chart_word(b->arena, f.chart, ROLE_AXIS, ANCHOR_END,
                   (struct chart_point){LEFT - 100, small_y(of_thousand) + 40}, book_number(b, of_thousand / 10));
    }
    int64_t tick = tick_of(f.total_ms);
    for (int64_t ms = 0; ms <= f.total_ms; ms += tick)
        chart_word(b->arena, f.chart, ROLE_AXIS, ms == 0 ? ANCHOR_START : ANCHOR_MIDDLE,
                   (struct chart_point){small_x(&f, ms), SMALL_TOP + SMALL_PLOT + 200}, page_time(&b->page, ms));
    for (int i = 0; i < RELATIONS; i++)
        draw_relation(&f, &relations[i]);
    name_relations(&f);
    return f.chart;
}

/* --- the section ------------------------------------------------------------------------------------------- */

static int32_t highest(const struct trace *trace)
{
    int32_t found = NONE;
    for (int i = 0; i < trace->count; i++)
        if (found == NONE || trace->steps[i].after.agitation > trace->steps[found].after.agitation)
            found = i;
    return found;
}

/* The chart in words: where it began, was highest, and ended; on which step. */
static td_str curve_alt(struct book *b)
{
    const struct trace *trace = b->debrief->trace;
    int32_t top = highest(trace);
    bool rose = top != NONE && trace->steps[top].after.agitation > trace->start.agitation;
    const struct word_arg args[] = {
        ARG_INT("from", page_rounded(trace->start.agitation)),
        ARG_TEXT("band_from", page_band(&b->page, trace->start.band)),
        ARG_INT("top", page_rounded(rose ? trace->steps[top].after.agitation : trace->start.agitation)),
        ARG_TEXT("time", page_time(&b->page, rose ? trace->steps[top].after_ms : 0)),
        ARG_INT("to", page_rounded(trace->end.agitation)),
        ARG_TEXT("band_to", page_band(&b->page, trace->end.band)),
        ARG_TEXT("stage", page_stage(&b->page, trace->top_stage)),
    };
    return book_say(b, "report.curve.alt", args, 7);
}

static td_str relation_alt(struct book *b)
{
    const struct figures *s = &b->debrief->trace->start, *e = &b->debrief->trace->end;
    const struct word_arg args[] = {
        ARG_INT("understanding_from", page_rounded(s->understanding)),
        ARG_INT("understanding_to", page_rounded(e->understanding)),
        ARG_INT("rapport_from", page_rounded(s->rapport)),
        ARG_INT("rapport_to", page_rounded(e->rapport)),
        ARG_INT("trust_from", page_rounded(s->trust)),
        ARG_INT("trust_to", page_rounded(e->trust)),
    };
    return book_say(b, "report.relation.alt", args, 6);
}

static void add_what_if(struct book *b, struct doc *section)
{
    struct writer w;
    writer_init(&w, b->arena);
    debrief_write_part(&w, b->debrief, b->page.words, DEBRIEF_what_if);
    td_str text = writer_str(&w);
    while (text.len > 0 && text.ptr[0] == '\n')
        text = (td_str){text.ptr + 1, text.len - 1};
    td_str heading = str_line(&text);
    book_lines(b, section, heading, text);
}

void book_curve(struct book *b, struct doc *root)
{
    if (b->debrief->trace->exchange_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.curve");
    struct doc *chart = doc_add(b->arena, section, DOC_CHART, book_word(b, "report.curve.chart"));
    chart->chart = curve_chart(b);
    chart->alt = curve_alt(b);
    book_text(b, section, book_word(b, b->debrief->what_if.count > 0 ? "report.legend" : "report.legend.real"))->style =
        STYLE_SMALL;
    add_what_if(b, section);
    struct doc *small = doc_add(b->arena, section, DOC_CHART, book_word(b, "report.relation.chart"));
    small->chart = relation_chart(b);
    small->alt = relation_alt(b);
}
