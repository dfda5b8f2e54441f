/* open.c - the head of the report, what went well, and the learner's own view before any figure. */
#include "book.h"
#include "lesson.h"

/* --- what is wrong with the file ------------------------------------------------------------------------- */

static const char *replay_notice(const struct replay_report *replay)
{
    if (replay->status == TD_E_VERSION)
        return "report.notice.version";
    if (replay->status == TD_E_REFUSED)
        return "report.notice.refused";
    return replay->status == TD_E_DESYNC ? "report.notice.edited" : NULL;
}

static void add_notice(struct book *b, struct doc *mast, const char *id, int64_t number)
{
    const struct word_arg args[] = {ARG_INT("number", number), ARG_INT("n", b->debrief->trace->exchange_count)};
    doc_add(b->arena, mast, DOC_NOTICE, book_say(b, id, args, 2));
}

static void add_notices(struct book *b, struct doc *mast)
{
    const struct report_about *about = b->about;
    const char *replay = replay_notice(&about->replay);
    if (replay != NULL)
        add_notice(b, mast, replay, about->replay.number);
    if (about->journal->damaged_line > 0)
        add_notice(b, mast, "report.notice.damaged", about->journal->damaged_line);
    else if (about->journal->cut)
        add_notice(b, mast, "report.notice.cut", 0);
}

/* --- the head -------------------------------------------------------------------------------------------- */

static void add_meta(struct book *b, struct doc *mast)
{
    const struct trace *trace = b->debrief->trace;
    int64_t end_ms = trace->count > 0 ? trace->steps[trace->count - 1].after_ms : 0;
    const struct word_arg args[] = {
        ARG_INT("n", trace->exchange_count),
        ARG_INT("minutes", (end_ms + 30000) / 60000),
        ARG_INT("attempt", trace->attempt),
        ARG_INT("attempts", b->about->journal->attempt_count),
        ARG_TEXT("mode", book_named(b, "mode.", mode_names[trace->setup.mode], ".name")),
    };
    book_text(b, mast, book_say(b, "report.meta", args, 5))->style = STYLE_SMALL;
    if (b->about->journal->attempt_count > 1)
        book_text(b, mast, book_say(b, "report.attempts", args, 5))->style = STYLE_SMALL;
}

static void add_score(struct book *b, struct doc *mast)
{
    const td_score *score = &b->debrief->score;
    if (b->debrief->trace->exchange_count == 0)
        return;
    struct doc *figure = doc_add(b->arena, mast, DOC_FIGURE, book_number(b, score->total));
    figure->label = book_named(b, "score.band.", str_of(score_band_name(score->band)), "");
    figure->alt = book_word(b, "report.of-hundred");
}

static void add_end(struct book *b, struct doc *mast)
{
    const struct trace *trace = b->debrief->trace;
    td_str outcome = trace->outcome == outcome_count ? TD_STR("open") : outcome_names[trace->outcome];
    book_text(b, mast, book_named(b, "outcome.", outcome, ".title"))->style = STYLE_TITLE;
    td_str text = book_named(b, "outcome.", outcome, ".text");
    book_text(b, mast, text)->style = STYLE_LEAD;
    const char *lesson = debrief_lesson_of_end(trace);
    const struct word_arg about[] = {ARG_TEXT("subject", book_subject(b)),
                                     ARG_TEXT("help", page_help_missing(&b->page))};
    if (lesson != NULL)
        book_text(b, mast, book_say(b, lesson, about, 2));
}

void book_mast(struct book *b, struct doc *root)
{
    const td_debrief *d = b->debrief;
    struct doc *mast = doc_add(b->arena, root, DOC_MAST, TD_STR(""));
    mast->label = texts_get(d->texts, d->source, TD_STR("title"));
    mast->alt = texts_get(d->texts, d->source, TD_STR("setting"));
    mast->chart = stairs_chart(b);
    const struct word_arg step[] = {ARG_TEXT("stage", page_stage(&b->page, d->trace->top_stage))};
    mast->text = book_say(b, "report.furthest", step, 1);
    add_end(b, mast);
    add_score(b, mast);
    add_meta(b, mast);
    add_notices(b, mast);
}

/* --- what went well -------------------------------------------------------------------------------------- */

void book_strengths(struct book *b, struct doc *root)
{
    const td_debrief *d = b->debrief;
    if (d->strength_count == 0 && d->trace->outcome == outcome_count)
        return; /* stopped early: nothing to make up */
    struct doc *section = book_section(b, root, "debrief.strengths");
    if (d->strength_count == 0) {
        book_text(b, section, book_word(b, "debrief.strengths.none"));
        return;
    }
    struct doc *list = doc_add(b->arena, section, DOC_LIST, TD_STR(""));
    for (int i = 0; i < d->strength_count; i++) {
        const struct step *step = book_step(b, d->strengths[i].step);
        const struct word_arg args[] = {
            ARG_TEXT("time", page_time(&b->page, step->story_ms)),
            ARG_TEXT("line", page_said(&b->page, step)),
        };
        book_text(b, list, book_say(b, d->strengths[i].id, args, 2))->style = STYLE_STRONG;
    }
}

/* --- one's own view --------------------------------------------------------------------------------------- */

static void add_feeling(struct book *b, struct doc *section)
{
    const td_debrief *d = b->debrief;
    const struct word_arg feel[] = {ARG_INT("n", d->self.feel)};
    if (d->self.feel != NONE)
        book_text(b, section, book_say(b, "report.feel", feel, 1));
    for (int i = 0; i < d->note_count; i++)
        if (d->notes[i].after && d->notes[i].seat == SEAT_primary)
            doc_add(b->arena, section, DOC_QUOTE, book_quoted(b, d->notes[i].text));
}

static bool is_turning(const td_debrief *d, int32_t step)
{
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].step == step)
            return true;
    return false;
}

static void add_moment(struct book *b, struct doc *section, int32_t number)
{
    const struct trace *trace = b->debrief->trace;
    for (int32_t i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (step->number != number || !step->exchange)
            continue;
        const struct word_arg args[] = {
            ARG_TEXT("time", page_time(&b->page, step->story_ms)),
            ARG_TEXT("line", page_said(&b->page, step)),
        };
        const char *id = is_turning(b->debrief, i) ? "report.moment.turning" : "report.moment.other";
        book_text(b, section, book_say(b, id, args, 2));
    }
}

static bool rated(const td_debrief *d)
{
    for (int i = 0; i < DIM_COUNT; i++)
        if (d->self.rate[i] != NONE)
            return true;
    return false;
}

static td_str calibration(struct book *b)
{
    struct writer w;
    writer_init(&w, b->arena);
    debrief_write_calibration(&w, b->debrief, b->page.words);
    td_str text = writer_str(&w);
    return (td_str){text.ptr, text.len > 0 ? text.len - 1 : 0};
}

static void add_rating_row(struct book *b, struct doc *table, int dimension)
{
    const td_debrief *d = b->debrief;
    int32_t own = d->self.rate[dimension], computed = d->score.dim[dimension].value;
    const td_str cells[] = {
        book_named(b, "dimension.", str_of(dimension_name((enum dimension)dimension)), ".name"),
        own == NONE ? TD_STR("\xe2\x80\x93") : book_number(b, own),
        book_number(b, computed),
        own == NONE ? TD_STR("\xe2\x80\x93") : page_change(&b->page, 10 * (own - computed)),
    };
    struct doc *row = book_row(b, table, cells, 4);
    for (struct doc *cell = row->first->next; cell != NULL; cell = cell->next)
        cell->style = STYLE_NUMBER;
}

static void add_ratings(struct book *b, struct doc *section)
{
    static const char *const heads[] = {"report.self.what", "report.self.yours", "report.self.computed",
                                        "report.self.apart"};
    struct doc *chart = doc_add(b->arena, section, DOC_CHART, book_word(b, "report.self.chart"));
    chart->chart = score_chart(b);
    chart->alt = book_word(b, "report.self.chart.alt");
    book_text(b, section, calibration(b))->style = STYLE_LEAD;
    struct doc *fold = doc_add(b->arena, section, DOC_FOLD, book_word(b, "report.self.table"));
    struct doc *table = book_table(b, fold, "report.self.table", heads, 4);
    for (int i = 0; i < DIM_COUNT; i++)
        add_rating_row(b, table, i);
}

void book_self(struct book *b, struct doc *root)
{
    const td_debrief *d = b->debrief;
    if (d->trace->exchange_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.self");
    add_feeling(b, section);
    if (rated(d))
        add_ratings(b, section);
    else
        book_text(b, section, book_word(b, "report.self.none"));
    for (int i = 0; i < 3; i++)
        if (d->self.moments[i] != NONE)
            add_moment(b, section, d->self.moments[i]);
}
