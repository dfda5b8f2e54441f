/* weigh.c - what was seen beside what was so: estimates, the situation board, the score. */
#include "book.h"

/* --- estimates ------------------------------------------------------------------------------------------------ */

static td_str option_text(struct book *b, td_str id)
{
    const td_debrief *d = b->debrief;
    td_str own = texts_get(d->texts, d->source, id);
    if (own.len > 0)
        return own;
    static const char *const heads[] = {"emotion.", "need.", "nature."};
    static const char *const tails[] = {"", ".name", ".name"};
    for (int i = 0; i < 3; i++)
        if (words_has(b->page.words, page_id(&b->page, heads[i], id, tails[i])))
            return book_named(b, heads[i], id, tails[i]);
    return id;
}

static td_str joined_ids(struct book *b, const struct command *c)
{
    td_str items[COMMAND_IDS];
    for (int i = 0; i < c->id_count; i++)
        items[i] = option_text(b, str_of(c->ids[i]));
    struct writer w;
    writer_init(&w, b->arena);
    words_join(&w, b->page.words, items, c->id_count);
    return c->id_count > 0 ? writer_str(&w) : book_word(b, "prompt.none");
}

static td_str answer_of(struct book *b, const struct prompt *prompt, const struct command *c)
{
    if (prompt->kind == PROMPT_agitation)
        return book_number(b, c->number);
    if (prompt->kind == PROMPT_step && c->number >= 0 && c->number < STAGE_COUNT)
        return page_stage(&b->page, c->number);
    return joined_ids(b, c);
}

static td_str keyed_options(struct book *b, const struct prompt *prompt)
{
    td_str items[32];
    int count = 0;
    for (int i = prompt->options.first; i < prompt->options.first + prompt->options.count && count < 32; i++) {
        const struct prompt_option *option = &b->debrief->trace->scenario->prompt_options[i];
        if (option->key)
            items[count++] = option_text(b, option->id);
    }
    struct writer w;
    writer_init(&w, b->arena);
    words_join(&w, b->page.words, items, count);
    return count > 0 ? writer_str(&w) : book_word(b, "prompt.none");
}

/* Hooks and sore points told by then. */
static td_str told_by(struct book *b, int64_t ms)
{
    const struct trace *trace = b->debrief->trace;
    td_str *items = arena_new(b->arena, td_str, (size_t)trace->scenario->fact_count + 1);
    int count = 0;
    for (int i = 0; i < trace->scenario->fact_count; i++) {
        const struct fact *fact = &trace->scenario->facts[i];
        int32_t since = trace->known_since[i];
        if ((fact->kind == FACT_hook || fact->kind == FACT_trigger) && since != NONE &&
            trace->steps[since].after_ms <= ms)
            items[count++] = texts_get(b->debrief->texts, b->debrief->source, fact->id);
    }
    struct writer w;
    writer_init(&w, b->arena);
    words_join(&w, b->page.words, items, count);
    return count > 0 ? writer_str(&w) : book_word(b, "prompt.none");
}

static td_str truth_of(struct book *b, const struct prompt *prompt, const struct assessed *a)
{
    const td_scenario *s = b->debrief->trace->scenario;
    switch (prompt->kind) {
    case PROMPT_agitation: return book_number(b, (a->truth + 50) / 100);
    case PROMPT_step: return page_stage(&b->page, a->truth);
    case PROMPT_nature: return option_text(b, s->expressive ? TD_STR("expressive") : TD_STR("instrumental"));
    case PROMPT_emotion: return option_text(b, emotion_names[s->emotion]);
    case PROMPT_need: return option_text(b, need_names[s->need]);
    case PROMPT_known: return told_by(b, a->story_ms);
    case PROMPT_risk:
    case PROMPT_custom:
    case prompt_kind_count: break;
    }
    return keyed_options(b, prompt);
}

static void add_answer(struct book *b, struct doc *table, const struct assessed *a)
{
    const struct prompt *prompt = &b->debrief->trace->scenario->prompts[a->prompt];
    const struct word_arg sure[] = {ARG_INT("n", a->sure)};
    const td_str cells[] = {
        page_time(&b->page, a->story_ms),
        book_named(b, "prompt.", prompt_kind_names[prompt->kind], ".name"),
        answer_of(b, prompt, &a->command),
        truth_of(b, prompt, a),
        a->sure == NONE ? TD_STR("\xe2\x80\x93") : book_say(b, "report.percent", sure, 1),
        book_number(b, a->points / 10),
    };
    struct doc *row = book_row(b, table, cells, 6);
    row->last->style = STYLE_NUMBER;
}

/* Sure and wrong is the pair that a learner gains most from seeing. */
static const char *sureness(const struct trace *trace)
{
    int32_t sure_wrong = 0, unsure_right = 0;
    for (int i = 0; i < trace->assessed_count; i++) {
        const struct assessed *a = &trace->assessed[i];
        if (a->prompt == NONE || a->sure == NONE)
            continue;
        sure_wrong += a->sure >= 70 && a->points <= 600;
        unsure_right += a->sure <= 30 && a->points >= 900;
    }
    if (sure_wrong > 0)
        return "report.sure.wrong";
    return unsure_right > 0 ? "report.sure.right" : NULL;
}

void book_answers(struct book *b, struct doc *root)
{
    static const char *const heads[] = {"report.answers.when",  "report.answers.what", "report.answers.yours",
                                        "report.answers.truth", "report.answers.sure", "report.answers.points"};
    const struct trace *trace = b->debrief->trace;
    int known = 0;
    for (int i = 0; i < trace->assessed_count; i++)
        known += trace->assessed[i].prompt != NONE;
    if (known == 0)
        return;
    struct doc *section = book_section(b, root, "debrief.answers");
    const char *id = sureness(trace);
    if (id != NULL)
        book_text(b, section, book_word(b, id))->style = STYLE_LEAD;
    struct doc *table = book_table(b, section, "report.answers.caption", heads, 6);
    for (int i = 0; i < trace->assessed_count; i++)
        if (trace->assessed[i].prompt != NONE)
            add_answer(b, table, &trace->assessed[i]);
}

/* --- the situation board --------------------------------------------------------------------------------------- */

static td_str fact_text(struct book *b, int32_t fact)
{
    return fact == NONE ? TD_STR("\xe2\x80\x93")
                        : texts_get(b->debrief->texts, b->debrief->source, b->debrief->trace->scenario->facts[fact].id);
}

static td_str fact_kind(struct book *b, int32_t fact)
{
    return book_named(b, "fact-kind.", fact_kind_names[b->debrief->trace->scenario->facts[fact].kind], "");
}

static td_str judged(struct book *b, const struct board_row *row)
{
    static const char *const ids[BOARD_VERDICTS] = {"board.caught",   "report.board.early", "report.board.heading",
                                                    "board.misheard", "report.board.own",   "board.missed"};
    const struct word_arg args[] = {
        ARG_INT("n", row->late),
        ARG_TEXT("kind", row->fact == NONE ? TD_STR("") : fact_kind(b, row->fact)),
    };
    bool late = row->verdict == BOARD_CAUGHT && row->late > 0;
    return book_say(b, late ? "board.late" : ids[row->verdict], args, 2);
}

static td_str written(struct book *b, const struct board_row *row)
{
    if (row->verdict == BOARD_MISSED)
        return TD_STR("\xe2\x80\x93");
    return row->text.len > 0 ? book_quoted(b, row->text) : fact_text(b, row->fact);
}

static void add_board_row(struct book *b, struct doc *table, const struct board_row *row)
{
    const td_str cells[] = {
        row->told == NONE ? TD_STR("\xe2\x80\x93") : page_time(&b->page, book_step(b, row->told)->after_ms),
        row->verdict == BOARD_OWN ? TD_STR("\xe2\x80\x93") : fact_text(b, row->fact),
        written(b, row),
        judged(b, row),
    };
    struct doc *line = book_row(b, table, cells, 4);
    bool good = row->verdict == BOARD_CAUGHT || row->verdict == BOARD_EARLY;
    bool bad = row->verdict == BOARD_MISHEARD || row->verdict == BOARD_HEADING;
    line->last->style = good ? STYLE_STRONG : bad ? STYLE_HARMFUL : row->verdict == BOARD_OWN ? STYLE_EVEN : STYLE_WEAK;
}

/* Without a board of one's own: what was told, and when. */
static void add_told_row(struct book *b, struct doc *table, const struct board_row *row)
{
    const td_str cells[] = {page_time(&b->page, book_step(b, row->told)->after_ms), fact_text(b, row->fact),
                            fact_kind(b, row->fact)};
    book_row(b, table, cells, 3);
}

void book_board(struct book *b, struct doc *root)
{
    static const char *const heads[] = {"report.board.told", "report.board.truth", "report.board.yours",
                                        "report.board.verdict"};
    static const char *const told_heads[] = {"report.board.told", "report.board.truth", "report.board.kind"};
    const td_debrief *d = b->debrief;
    if (d->board_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.board");
    const struct word_arg args[] = {ARG_INT("n", d->board_unsaid)};
    book_text(b, section, book_word(b, d->board_kept ? "report.board.intro" : "report.board.none"))->style =
        STYLE_SMALL;
    struct doc *table = d->board_kept ? book_table(b, section, "report.board.caption", heads, 4)
                                      : book_table(b, section, "report.board.caption.told", told_heads, 3);
    for (int i = 0; i < d->board_count; i++) {
        if (d->board_kept)
            add_board_row(b, table, &d->board[i]);
        else
            add_told_row(b, table, &d->board[i]);
    }
    if (d->board_unsaid > 0)
        book_text(b, section, book_say(b, "report.board.unsaid", args, 1));
}

/* --- the score --------------------------------------------------------------------------------------------------- */

static bool rated(const td_debrief *d)
{
    for (int i = 0; i < DIM_COUNT; i++)
        if (d->self.rate[i] != NONE)
            return true;
    return false;
}

/* Each line of the rubric as text: those of a dimension begin with a blank. */
static void add_rubric(struct book *b, struct doc *section)
{
    struct writer w;
    writer_init(&w, b->arena);
    score_write_text(&w, &b->debrief->score, b->debrief->trace, b->page.words);
    td_str text = writer_str(&w);
    struct doc *fold = NULL;
    bool dimensions = false;
    while (text.len > 0) {
        td_str line = str_line(&text);
        bool part = line.len > 0 && line.ptr[0] == ' ';
        while (line.len > 0 && line.ptr[0] == ' ')
            line = (td_str){line.ptr + 1, line.len - 1};
        bool next_is_part = text.len > 0 && text.ptr[0] == ' ';
        if (part && fold != NULL)
            book_text(b, fold->last, line);
        else if (next_is_part) {
            fold = doc_add(b->arena, section, DOC_FOLD, line);
            doc_add(b->arena, fold, DOC_LIST, TD_STR(""));
            dimensions = true;
        } else
            book_text(b, section, line)->style = dimensions ? STYLE_SMALL : STYLE_LEAD;
    }
}

void book_score(struct book *b, struct doc *root)
{
    if (b->debrief->trace->exchange_count == 0)
        return;
    struct doc *section = book_section(b, root, "report.score");
    if (!rated(b->debrief)) {
        struct doc *chart = doc_add(b->arena, section, DOC_CHART, book_word(b, "report.score.chart"));
        chart->chart = score_chart(b);
        chart->alt = book_word(b, "report.score.chart.alt");
    }
    add_rubric(b, section);
}
