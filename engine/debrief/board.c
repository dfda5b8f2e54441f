/* board.c - the situation board against what was really told: caught, missed, misheard, minutes late.
 * A picked fact is compared by its id, a free note by its words: a word that only few facts have says most. */
#include "board.h"
#include "alike.h"
#include "marks.h"

enum { SHORT = 3, SURE = 300, MINUTE_MS = 60000, ROWS_MOST = 200 }; /* more than that nobody reads */

static td_str fact_text(const td_debrief *d, int32_t fact)
{
    return d->texts == NULL ? TD_STR("") : texts_get(d->texts, d->source, d->trace->scenario->facts[fact].id);
}

/* How much a word says: a thousand shared by all facts that have it. */
static int32_t weight_of(const td_debrief *d, td_str word)
{
    int32_t facts = 0;
    if (utf8_count(word) < SHORT)
        return 0;
    for (int32_t i = 0; i < d->trace->scenario->fact_count; i++)
        facts += alike_holds(fact_text(d, i), word);
    return facts == 0 ? 0 : 1000 / facts;
}

static int32_t likeness(const td_debrief *d, td_str note, td_str fact)
{
    int32_t sum = 0;
    td_str word;
    while (alike_next(&note, &word))
        if (alike_holds(fact, word))
            sum += weight_of(d, word);
    return sum;
}

static bool told(const td_debrief *d, int32_t fact)
{
    return d->trace->known_since[fact] != NONE;
}

/* The fact that a note speaks of; of equals one that was told.  NONE if no fact is like it. */
static int32_t find_fact(const td_debrief *d, td_str note)
{
    int32_t found = NONE, most = SURE - 1;
    for (int32_t i = 0; i < d->trace->scenario->fact_count; i++) {
        int32_t like = likeness(d, note, fact_text(d, i));
        if (like > most || (like == most && found != NONE && told(d, i) && !told(d, found))) {
            most = like;
            found = i;
        }
    }
    return found;
}

/* To take what hurts for what holds, or the reverse, is the one slip of the pen that costs something. */
static bool misleads(td_str heading, enum fact_kind kind)
{
    bool sore = kind == FACT_trigger || kind == FACT_decoy;
    return (str_is(heading, "hook") && sore) || (str_is(heading, "trigger") && kind == FACT_hook);
}

static int64_t told_at(const td_debrief *d, int32_t fact)
{
    return d->trace->steps[d->trace->known_since[fact]].after_ms;
}

static void judge(const td_debrief *d, int32_t noted_step, struct board_row *row)
{
    if (row->fact == NONE) {
        row->verdict = BOARD_OWN;
        return;
    }
    if (!told(d, row->fact)) {
        row->verdict = BOARD_MISHEARD;
        return;
    }
    row->told = d->trace->known_since[row->fact];
    if (row->told > noted_step) {
        row->verdict = BOARD_EARLY;
        return;
    }
    bool wrong = misleads(row->kind, d->trace->scenario->facts[row->fact].kind);
    row->verdict = wrong ? BOARD_HEADING : BOARD_CAUGHT;
    row->late = (int32_t)((row->noted_ms - told_at(d, row->fact)) / MINUTE_MS);
}

/* `board fact ID` or `board KIND "text"`; false if it says nothing. */
static bool read_row(struct arena *arena, const td_debrief *d, const struct mark *mark, struct board_row *ret)
{
    td_str rest = mark->rest, id;
    struct board_row row = {.fact = NONE, .told = NONE, .text = TD_STR("")};
    if (!mark_word(&rest, &row.kind))
        return false;
    if (str_is(row.kind, "fact")) {
        if (!mark_word(&rest, &id))
            return false;
        row.fact = scenario_find_fact(d->trace->scenario, id);
        if (row.fact == NONE)
            row.text = id;
    } else {
        if (!mark_text(arena, &rest, &row.text) || row.text.len == 0)
            return false;
        row.fact = find_fact(d, row.text);
    }
    row.noted_ms = mark_time(d->trace, mark);
    *ret = row;
    return true;
}

static bool has_row(const struct board_row *rows, int count, int32_t fact)
{
    for (int i = 0; i < count; i++)
        if (rows[i].fact == fact)
            return true;
    return false;
}

/* In the order in which it was told. */
static int add_missed(const td_debrief *d, struct board_row *rows, int count)
{
    int written = count;
    for (int32_t step = 0; step < d->trace->count; step++)
        for (int32_t i = 0; i < d->trace->scenario->fact_count; i++)
            if (d->trace->known_since[i] == step && !has_row(rows, written, i))
                rows[count++] = (struct board_row){.verdict = BOARD_MISSED,
                                                   .kind = TD_STR(""),
                                                   .text = TD_STR(""),
                                                   .fact = i,
                                                   .told = step,
                                                   .noted_ms = NONE};
    return count;
}

void board_fill(struct arena *arena, const td_journal *journal, td_debrief *d)
{
    const td_scenario *s = d->trace->scenario;
    struct board_row *rows = arena_new(arena, struct board_row, (size_t)(journal->mark_count + s->fact_count) + 1);
    int count = 0;
    for (int i = 0; i < journal->mark_count && count < ROWS_MOST; i++) {
        const struct mark *mark = &journal->marks[i];
        if (!str_is(mark->kind, "board") || !mark_belongs(journal, d->trace, mark) ||
            !read_row(arena, d, mark, &rows[count]))
            continue;
        judge(d, mark_step(d->trace, mark), &rows[count]);
        count++;
    }
    d->board_kept = count > 0;
    d->board = rows;
    d->board_count = add_missed(d, rows, count);
    for (int32_t i = 0; i < s->fact_count; i++)
        d->board_unsaid += !told(d, i);
}
