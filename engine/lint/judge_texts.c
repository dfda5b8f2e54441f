/* judge_texts.c - the words as they are read: not too long, not too hard, and none that does harm by itself. */
#include "judge.h"
#include "reading.h"
#include "text_keys.h"

enum { WORDS_MOST = 25, OPTIONS_GRADE = 80, TEXT_GRADE = 120, GRADED_WORDS = 30 }; /* grades in tenths */

struct text_tour {
    struct judge *judge;
    struct reading_sums options;
};

/* --- words that should not stand there -------------------------------------------------------------------- */

/* Is the word or phrase in the plain text, as whole words? */
static bool contains(td_str plain, td_str find)
{
    bool open = find.len > 0 && find.ptr[find.len - 1] == '*';
    size_t length = find.len - open;
    for (size_t i = 0; i + 1 + length < plain.len; i++)
        if (plain.ptr[i] == ' ' && memcmp(plain.ptr + i + 1, find.ptr, length) == 0 &&
            (open || plain.ptr[i + 1 + length] == ' '))
            return true;
    return false;
}

static void look_for(struct judge *judge, td_str key, td_str plain, enum lint_word_kind kind, enum lint_code code)
{
    const struct lint_lexicon *lexicon = judge->set->lexicon;
    for (int i = 0; i < lexicon->count[kind]; i++) {
        const struct lint_word *word = &lexicon->words[kind][i];
        if (!contains(plain, word->find))
            continue;
        struct lint_finding *finding = judge_add_text(judge, code, key);
        finding->subject = word->find;
        finding->instead = word->say;
        judge_numbers(finding, 1, 0, 1);
    }
}

/* People in trouble call themselves names, and mistakes are made in the learner's lines: worth a look, no more. */
static bool may_say_it(const struct judge *judge, const struct text_wanted *wanted, int32_t choice)
{
    if (wanted->kind == TEXT_LINE)
        return true;
    return wanted->kind == TEXT_CHOICE && judge->model->class[judge->scenario->choices[choice].move.act] == CLASS_ERR;
}

static void judge_lexicon(struct judge *judge, const struct text_wanted *wanted, td_str key, td_str text,
                          int32_t choice)
{
    if (judge->set->lexicon == NULL)
        return;
    struct arena *scratch = &judge->corpus.scratch;
    struct arena_mark mark = arena_mark(scratch);
    td_str all = reading_plain(scratch, text);
    if (wanted->kind == TEXT_LINE) {
        td_str spoken = reading_plain_part(scratch, text, false);
        look_for(judge, key, spoken, LINT_STIGMA, LINT_STIGMA_SPOKEN);
        look_for(judge, key, spoken, LINT_JARGON, LINT_JARGON_SPOKEN);
        look_for(judge, key, reading_plain_part(scratch, text, true), LINT_STIGMA, LINT_STIGMA_WORD);
    } else {
        look_for(judge, key, all, LINT_STIGMA,
                 may_say_it(judge, wanted, choice) ? LINT_STIGMA_SPOKEN : LINT_STIGMA_WORD);
    }
    look_for(judge, key, all, LINT_METHOD, LINT_METHOD_DETAIL);
    arena_rewind(scratch, mark);
}

/* --- length and grade ------------------------------------------------------------------------------------- */

static void judge_option(struct text_tour *tour, td_str key, td_str text)
{
    struct reading_sums sums = {0};
    reading_add(&sums, text);
    reading_add(&tour->options, text);
    if (sums.words > WORDS_MOST)
        judge_numbers(judge_add_text(tour->judge, LINT_OPTION_TOO_LONG, key), sums.words, WORDS_MOST, sums.words);
}

static void judge_grade(struct judge *judge, td_str key, td_str text)
{
    struct reading_sums sums = {0};
    reading_add(&sums, text);
    int32_t grade = reading_grade(&sums, judge->report->lang);
    if (sums.words >= GRADED_WORDS && grade > TEXT_GRADE)
        judge_numbers(judge_add_text(judge, LINT_HARD_TEXT, key), grade, TEXT_GRADE, sums.words);
}

static td_str whole_key(struct judge *judge, const struct text_wanted *wanted)
{
    if (wanted->part == NULL)
        return wanted->key;
    struct writer w;
    writer_init(&w, judge->arena);
    w_str(&w, wanted->key);
    w_char(&w, '.');
    w_text(&w, wanted->part);
    return writer_str(&w);
}

static void see_text(void *context, const struct text_wanted *wanted)
{
    struct text_tour *tour = context;
    struct judge *judge = tour->judge;
    td_str key = whole_key(judge, wanted), text = judge_words(judge, key);
    if (text.len == 0)
        return;
    int32_t choice = wanted->kind == TEXT_CHOICE ? scenario_find_choice(judge->scenario, wanted->key) : NONE;
    judge_lexicon(judge, wanted, key, text, choice);
    if (wanted->kind == TEXT_CHOICE)
        judge_option(tour, key, text);
    else
        judge_grade(judge, key, text);
}

void judge_texts(struct judge *judge)
{
    struct text_tour tour = {.judge = judge};
    texts_wanted(judge->scenario, see_text, &tour);
    int32_t grade = reading_grade(&tour.options, judge->report->lang);
    judge->report->words = tour.options.words;
    judge->report->grade = grade;
    if (tour.options.words >= GRADED_WORDS && grade > OPTIONS_GRADE)
        judge_numbers(judge_add(judge, LINT_HARD_OPTIONS, TD_STR("")), grade, OPTIONS_GRADE, tour.options.words);
}
