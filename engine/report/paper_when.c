/* paper_when.c - what the scenario asks of a moment, in words that a pencil can answer. */
#include "paper_parts.h"

enum { PIECES = 24, BAND_SIZE = 20, HUNDRED = 100, POINT = 10 };

struct pieces {
    struct paper *paper;
    td_str text[PIECES];
    int count;
};

static void add(struct pieces *pieces, td_str text)
{
    if (text.len > 0 && pieces->count < PIECES)
        pieces->text[pieces->count++] = text;
}

/* --- steps, bands, ranges ---------------------------------------------------------------------------------------- */

/* "1-2, 4": steps that stand together are one range. */
static void add_steps(struct pieces *pieces, uint8_t stages)
{
    struct paper *p = pieces->paper;
    struct writer w;
    writer_init(&w, p->book.arena);
    for (int step = 0; step < STAGE_COUNT; step++) {
        int last = step;
        if ((stages >> step & 1) == 0)
            continue;
        while (last + 1 < STAGE_COUNT && (stages >> (last + 1) & 1) != 0)
            last++;
        w_text(&w, writer_str(&w).len > 0 ? ", " : "");
        w_int(&w, step + 1);
        if (last > step) {
            w_text(&w, "\xe2\x80\x93");
            w_int(&w, last + 1);
        }
        step = last;
    }
    if (stages != 0 && stages != (1u << STAGE_COUNT) - 1)
        add(pieces, paper_with(p, "paper.when.step", writer_str(&w)));
}

static void add_between(struct pieces *pieces, const char *what, int64_t low, int64_t high, int64_t most)
{
    struct paper *p = pieces->paper;
    const struct word_arg args[] = {ARG_TEXT("what", book_word(&p->book, what)), ARG_INT("low", low),
                                    ARG_INT("high", high)};
    if (low <= 0 && high >= most)
        return;
    add(pieces, book_say(&p->book,
                         low <= 0       ? "paper.when.at-most"
                         : high >= most ? "paper.when.at-least"
                                        : "paper.when.between",
                         args, 3));
}

/* Bands that stand together are one range. */
static void add_bands(struct pieces *pieces, uint8_t bands)
{
    if (bands == 0)
        return;
    for (int band = 0; band < band_count; band++) {
        int last = band;
        if ((bands >> band & 1) == 0)
            continue;
        while (last + 1 < band_count && (bands >> (last + 1) & 1) != 0)
            last++;
        add_between(pieces, "paper.when.agitation", band * BAND_SIZE,
                    last == band_count - 1 ? HUNDRED : (last + 1) * BAND_SIZE - 1, HUNDRED);
        band = last;
    }
}

static void add_rupture(struct pieces *pieces, int32_t low)
{
    add(pieces, book_word(&pieces->paper->book, low > 0 ? "paper.when.wound" : "paper.when.no-wound"));
}

static void add_range(struct pieces *pieces, enum cond_value value, int32_t low, int32_t high)
{
    const struct paper *p = pieces->paper;
    if (value == CV_AGITATION)
        add_between(pieces, "paper.when.agitation", low / POINT, high / POINT, HUNDRED);
    else if (value == CV_EXCHANGE || value == CV_MINUTE)
        add_between(pieces, "paper.when.count", low, high, p->scenario->budget_exchanges);
    else if (value == CV_RUPTURE)
        add_rupture(pieces, low);
    else
        add_between(pieces, "paper.when.connection", paper_connection_for(&p->tally, value, low),
                    paper_connection_for(&p->tally, value, high), PAPER_ALL);
}

static void add_ranges(struct pieces *pieces, const struct condition *c)
{
    const int16_t *at = pieces->paper->scenario->range_pool + c->range.first;
    for (int value = 0; value < CV_COUNT; value++) {
        if ((c->ranges >> value & 1) == 0)
            continue;
        add_range(pieces, (enum cond_value)value, at[0], at[1]);
        at += 2;
    }
}

/* --- what was said, seen, known ---------------------------------------------------------------------------------- */

static void add_list(struct pieces *pieces, const char *id, struct span span,
                     td_str (*name)(struct paper *, int32_t index))
{
    enum { MOST = 12 };
    struct paper *p = pieces->paper;
    td_str names[MOST];
    int count = 0;
    for (int32_t i = 0; i < span.count && count < MOST; i++)
        names[count++] = name(p, p->scenario->pool[span.first + i]);
    if (count > 0)
        add(pieces, paper_with(p, id, paper_joined(p, names, count)));
}

/* "3", or where it helps "3 (Walked out past ...)". */
static td_str box_number(struct paper *p, int32_t bit)
{
    struct writer w;
    writer_init(&w, p->book.arena);
    w_int(&w, bit + 1);
    if (p->named && bit < p->scenario->fact_count) {
        w_text(&w, " (");
        w_str(&w, paper_shortened(p, paper_box(p, bit)));
        w_char(&w, ')');
    }
    return writer_str(&w);
}

static td_str moment_number(struct paper *p, int32_t node)
{
    return book_number(&p->book, paper_moment(p, node));
}

static int count_acts(uint64_t acts)
{
    int count = 0;
    for (int act = 0; act < ACT_COUNT; act++)
        count += (int)(acts >> act & 1);
    return count;
}

static td_str named_acts(struct paper *p, uint64_t acts)
{
    struct writer w;
    int count = 0;
    writer_init(&w, p->book.arena);
    for (int act = 0; act < ACT_COUNT; act++) {
        if ((acts >> act & 1) == 0)
            continue;
        w_text(&w, count++ > 0 ? " / " : "");
        w_str(&w, book_named(&p->book, "act.", act_name((enum act)act), ".short"));
    }
    return writer_str(&w);
}

/* A few by their names, many by the letter of their list. */
static void add_acts(struct pieces *pieces, uint64_t acts)
{
    struct paper *p = pieces->paper;
    if (acts == 0)
        return;
    for (int i = 0; i < p->list_count; i++)
        if (p->lists[i] == acts) {
            const char letter[] = {(char)('a' + i), '\0'};
            add(pieces, paper_with(p, "paper.when.list", arena_copy(p->book.arena, str_of(letter))));
            return;
        }
    add(pieces, paper_with(p, "paper.when.act", named_acts(p, acts)));
}

void paper_find_lists(struct paper *p)
{
    for (int i = 0; i < p->scenario->condition_count; i++) {
        const uint64_t acts = p->scenario->conditions[i].last_acts;
        bool known = count_acts(acts) < PAPER_LIST_FROM || p->list_count == PAPER_LISTS;
        for (int k = 0; k < p->list_count; k++)
            known |= p->lists[k] == acts;
        if (!known)
            p->lists[p->list_count++] = acts;
    }
}

void paper_add_lists(struct paper *p, struct doc *part)
{
    for (int i = 0; i < p->list_count; i++) {
        const char letter[] = {(char)('a' + i), '\0'};
        book_text(&p->book, part, named_acts(p, p->lists[i]))->label =
            paper_with(p, "paper.list", arena_copy(p->book.arena, str_of(letter)));
    }
}

static void add_help(struct pieces *pieces, const char *id, uint8_t kinds)
{
    struct paper *p = pieces->paper;
    for (int kind = 0; kind < help_kind_count; kind++)
        if ((kinds >> kind & 1) != 0)
            add(pieces, paper_with(p, id, book_named(&p->book, "help.", help_kind_names[kind], ".name")));
}

static void add_marks(struct pieces *pieces, const struct condition *c)
{
    static const struct {
        uint8_t bit;
        const char *id;
    } rows[] = {{COND_ASKED_YES, "paper.when.asked"},
                {COND_ASKED_NO, "paper.when.not-asked"},
                {COND_PROMISED_YES, "paper.when.promised"},
                {COND_PROMISED_NO, "paper.when.not-promised"}};
    struct paper *p = pieces->paper;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if ((c->flags & rows[i].bit) != 0)
            add(pieces, book_word(&p->book, rows[i].id));
    for (int mark = 0; mark < delivery_mark_count; mark++)
        if ((c->delivery >> mark & 1) != 0)
            add(pieces, paper_with(p, "paper.when.delivery",
                                   book_named(&p->book, "paper.delivery.", delivery_names[mark], "")));
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

static td_str any_of(struct paper *p, struct span any)
{
    enum { MOST = 6 };
    td_str texts[MOST];
    int count = 0;
    for (int32_t i = 0; i < any.count && count < MOST; i++) {
        td_str text = paper_when(p, p->scenario->pool[any.first + i], true);
        if (text.len > 0)
            texts[count++] = text;
    }
    struct writer w;
    writer_init(&w, p->book.arena);
    for (int i = 0; i < count; i++) {
        w_text(&w, i > 0 ? "; " : "");
        w_str(&w, texts[i]);
    }
    return count > 0 ? paper_with(p, "paper.when.any", writer_str(&w)) : TD_STR("");
}

td_str paper_when(struct paper *p, int32_t condition, bool steps)
{
    const struct condition *c = &p->scenario->conditions[condition];
    struct pieces pieces = {.paper = p};
    if (steps)
        add_steps(&pieces, c->stages);
    add_bands(&pieces, c->bands);
    add_ranges(&pieces, c);
    add_list(&pieces, "paper.when.ticked", c->have, box_number);
    add_list(&pieces, "paper.when.not-ticked", c->have_not, box_number);
    add_list(&pieces, "paper.when.said", c->said, paper_choice);
    add_list(&pieces, "paper.when.not-said", c->not_said, paper_choice);
    add_list(&pieces, "paper.when.visited", c->visited, moment_number);
    add_list(&pieces, "paper.when.not-visited", c->not_visited, moment_number);
    add_acts(&pieces, c->last_acts);
    add_help(&pieces, "paper.when.called", c->help_called);
    add_help(&pieces, "paper.when.arrived", c->help_arrived);
    add_marks(&pieces, c);
    if (c->any.count > 0)
        add(&pieces, any_of(p, c->any));
    return paper_joined(p, pieces.text, pieces.count);
}

bool paper_fits_step(const struct paper *p, int32_t condition, int step)
{
    const uint8_t stages = p->scenario->conditions[condition].stages;
    return stages == 0 || (stages >> step & 1) != 0;
}
