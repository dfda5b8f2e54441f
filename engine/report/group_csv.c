/* group_csv.c - the debrief of a group as one table: a row for each decision and for what came between two, for the
 * total, each rating, round, fact, entry, sheet, word to keep and thing that was never told. What a row is stands in its first cell; cells that do not concern it are empty. */
#include "csv_cells.h"
#include "group_book.h"

#define GROUP_COLUMNS(X) \
    X(row)               \
    X(team)              \
    X(number)            \
    X(story_s)           \
    X(what)              \
    X(text)              \
    X(act)               \
    X(verdict)           \
    X(agitation_before)  \
    X(agitation_after)   \
    X(step_after)        \
    X(why)               \
    X(taken_back)        \
    X(better)            \
    X(votes)             \
    X(votes_said)        \
    X(votes_best)        \
    X(disagreement)      \
    X(disagreement_of)   \
    X(taps)              \
    X(hints)             \
    X(flags)             \
    X(tags)              \
    X(own)               \
    X(computed)          \
    X(said)              \
    X(caught)            \
    X(late_s)            \
    X(on_board)          \
    X(raters)            \
    X(mean_thousandths)  \
    X(low)               \
    X(high)

enum column {
#define X(name) COLUMN_##name,
    GROUP_COLUMNS(X)
#undef X
        COLUMN_COUNT
};

/* One row while it is filled. */
struct cells {
    td_str text[COLUMN_COUNT];
    int64_t number[COLUMN_COUNT]; /* NONE: none */
};

static struct cells empty(const char *row, int64_t team)
{
    struct cells cells;
    for (int i = 0; i < COLUMN_COUNT; i++) {
        cells.text[i] = TD_STR("");
        cells.number[i] = NONE;
    }
    cells.text[COLUMN_row] = str_of(row);
    cells.number[COLUMN_team] = team + 1;
    return cells;
}

/* A row about something that has a name of its own. */
static struct cells about(const char *row, int64_t team, const struct json_at *at, const char *what)
{
    struct cells cells = empty(row, team);
    cells.text[COLUMN_what] = member_text(at, what);
    return cells;
}

static void put(struct csv *c, const struct cells *cells)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        if (cells->text[i].len > 0)
            csv_text(c, cells->text[i]);
        else
            csv_maybe(c, cells->number[i]);
    }
    csv_end(c);
}

static int64_t seconds(const struct json_at *object, const char *key)
{
    const int64_t ms = member_int(object, key, NONE);
    return ms == NONE ? NONE : ms / 1000;
}

/* --- decisions --------------------------------------------------------------------------------------------------- */

static void count_votes(const struct json_at *moment, struct cells *cells)
{
    struct json_at votes, vote;
    if (!json_get(moment, "votes", &votes))
        return;
    cells->number[COLUMN_votes] = cells->number[COLUMN_votes_said] = cells->number[COLUMN_votes_best] = 0;
    for (bool more = json_first(&votes, &vote); more; more = json_next(&vote)) {
        const int64_t count = member_int(&vote, "count", 0);
        cells->number[COLUMN_votes] += count;
        cells->number[COLUMN_votes_said] += member_is(&vote, "said") ? count : 0;
        cells->number[COLUMN_votes_best] += member_is(&vote, "best") ? count : 0;
    }
}

static void count_marks(const struct json_at *moment, struct cells *cells)
{
    static const struct {
        const char *kind;
        enum column column;
    } rows[] = {{"tap", COLUMN_taps}, {"hint", COLUMN_hints}, {"flag", COLUMN_flags}, {"tag", COLUMN_tags}};
    struct json_at marks, mark;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cells->number[rows[i].column] = 0;
    if (!json_get(moment, "marks", &marks))
        return;
    for (bool more = json_first(&marks, &mark); more; more = json_next(&mark))
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
            cells->number[rows[i].column] += str_is(member_text(&mark, "kind"), rows[i].kind);
}

/* Something between two decisions; a mark that belongs to none is its text. */
static void put_between(struct csv *c, int64_t team, const struct json_at *row)
{
    struct json_at marks, mark;
    struct cells cells = about("between", team, row, "verb");
    cells.number[COLUMN_number] = member_int(row, "number", NONE);
    cells.number[COLUMN_story_s] = seconds(row, "story_ms");
    cells.text[COLUMN_text] = member_text(row, "says");
    cells.number[COLUMN_agitation_before] = member_int(row, "from", NONE);
    cells.number[COLUMN_agitation_after] = member_int(row, "to", NONE);
    if (cells.text[COLUMN_text].len == 0 && json_get(row, "marks", &marks) && json_first(&marks, &mark)) {
        cells.text[COLUMN_what] = member_text(&mark, "kind");
        td_str text = member_text(&mark, "text");
        cells.text[COLUMN_text] = text.len > 0 ? text : member_text(&mark, "technique");
    }
    put(c, &cells);
}

static void put_decision(struct csv *c, int64_t team, const struct json_at *moment)
{
    if (!group_is_decision(moment)) {
        put_between(c, team, moment);
        return;
    }
    struct cells cells = empty("decision", team);
    cells.text[COLUMN_why] = member_text(moment, "why");
    cells.number[COLUMN_taken_back] = member_is(moment, "grey");
    cells.number[COLUMN_number] = member_int(moment, "number", NONE);
    cells.number[COLUMN_story_s] = seconds(moment, "story_ms");
    cells.text[COLUMN_what] = member_text(moment, "verb");
    cells.text[COLUMN_text] = member_text(moment, "text");
    cells.text[COLUMN_act] = member_text(moment, "act");
    cells.text[COLUMN_verdict] = member_text(moment, "verdict");
    cells.number[COLUMN_agitation_before] = member_int(moment, "from", NONE);
    cells.number[COLUMN_agitation_after] = member_int(moment, "to", NONE);
    cells.number[COLUMN_step_after] = member_int(moment, "stage", NONE);
    cells.text[COLUMN_better] = member_text(moment, "better");
    cells.number[COLUMN_disagreement] = member_int(moment, "apart", NONE);
    cells.text[COLUMN_disagreement_of] = member_text(moment, "apart_of");
    count_votes(moment, &cells);
    count_marks(moment, &cells);
    put(c, &cells);
}

/* --- everything else ------------------------------------------------------------------------------------------------ */

static void put_rating(struct csv *c, int64_t team, const struct json_at *rating)
{
    struct cells cells = about("rating", team, rating, "item");
    cells.number[COLUMN_own] = member_int(rating, "self", NONE);
    cells.number[COLUMN_computed] = member_int(rating, "score", NONE);
    put(c, &cells);
}

static void put_fact(struct csv *c, int64_t team, const struct json_at *fact)
{
    struct cells cells = about("fact", team, fact, "kind");
    cells.text[COLUMN_text] = member_text(fact, "text");
    cells.number[COLUMN_story_s] = seconds(fact, "story_ms");
    cells.number[COLUMN_said] = member_is(fact, "said");
    cells.number[COLUMN_caught] = member_is(fact, "caught");
    cells.number[COLUMN_late_s] = seconds(fact, "late_ms");
    cells.text[COLUMN_on_board] = member_text(fact, "as");
    put(c, &cells);
}

/* On the board, and standing for nothing that was there to know. */
static void put_other(struct csv *c, int64_t team, const struct json_at *other)
{
    struct cells cells = about("entry", team, other, "kind");
    cells.number[COLUMN_story_s] = seconds(other, "story_ms");
    cells.text[COLUMN_on_board] = member_text(other, "text");
    put(c, &cells);
}

static void put_sheet(struct csv *c, int64_t team, const struct json_at *sheet)
{
    struct cells cells = about("sheet", team, sheet, "item");
    cells.number[COLUMN_raters] = member_int(sheet, "raters", NONE);
    cells.number[COLUMN_mean_thousandths] = member_int(sheet, "mean", NONE);
    cells.number[COLUMN_low] = member_int(sheet, "low", NONE);
    cells.number[COLUMN_high] = member_int(sheet, "high", NONE);
    put(c, &cells);
}

static void put_round(struct csv *c, int64_t team, const struct json_at *round)
{
    struct cells cells = about("round", team, round, "outcome");
    cells.number[COLUMN_number] = member_int(round, "round", NONE);
    cells.number[COLUMN_agitation_before] = member_int(round, "start", NONE);
    cells.number[COLUMN_agitation_after] = member_int(round, "end", NONE);
    cells.number[COLUMN_step_after] = member_int(round, "stage", NONE);
    cells.number[COLUMN_computed] = member_int(round, "score", NONE);
    put(c, &cells);
}

static void put_untold(struct csv *c, int64_t team, const struct json_at *text)
{
    struct cells cells = empty("untold", team);
    cells.text[COLUMN_text] = json_string(text);
    put(c, &cells);
}

static void put_total(struct csv *c, const struct json_at *team)
{
    struct cells cells = empty("total", member_int(team, "team", 0));
    cells.number[COLUMN_computed] = member_int(team, "total", NONE);
    put(c, &cells);
}

static void put_keep(struct csv *c, int64_t team, const struct json_at *word)
{
    struct cells cells = empty("keep", team);
    cells.text[COLUMN_text] = json_string(word);
    put(c, &cells);
}

static void put_change(struct csv *c, int64_t team, const struct json_at *word)
{
    struct cells cells = empty("change", team);
    cells.text[COLUMN_text] = json_string(word);
    put(c, &cells);
}

static void put_team(struct csv *c, const struct json_at *team)
{
    static const struct {
        const char *key;
        void (*put)(struct csv *, int64_t, const struct json_at *);
    } rows[] = {{"timeline", put_decision}, {"ratings", put_rating}, {"facts", put_fact},
                {"others", put_other},      {"sheets", put_sheet},   {"keep", put_keep},
                {"change", put_change},     {"rounds", put_round},   {"not_told", put_untold}};
    struct json_at list, item;
    put_total(c, team);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!json_get(team, rows[i].key, &list))
            continue;
        for (bool more = json_first(&list, &item); more; more = json_next(&item))
            rows[i].put(c, member_int(team, "team", 0), &item);
    }
}

void group_csv_write(struct writer *w, const struct json_at *root)
{
    static const char *const heads[] = {
#define X(name) #name,
        GROUP_COLUMNS(X)
#undef X
    };
    struct csv c = {.w = w};
    struct json_at teams, team;
    for (int i = 0; i < COLUMN_COUNT; i++)
        csv_text(&c, str_of(heads[i]));
    csv_end(&c);
    if (!json_get(root, "teams", &teams))
        return;
    for (bool more = json_first(&teams, &team); more; more = json_next(&team))
        put_team(&c, &team);
}
