/* judge_keywords.c - a word, or two together, that the best lines have and the others have not: "sounds like",
 * a question mark, a name.  Counted by lines, each with the share of its menus on which it is the best. */
#include "judge.h"
#include "reading.h"

#include "hash.h"

/* A word on fewer than one line in twenty is no rule to win by. */
enum { LINES_LEAST = 6, ONE_IN = 20, BEST_MOST = 500 /* permille */, OVER_ALL = 2 };

struct keyword {
    td_str text;
    int32_t lines; /* that have it */
    int32_t best;  /* sum over them: the share of its menus on which it is best, permille */
    int32_t last;  /* choice + 1 that was counted last */
};

static int32_t best_share(const struct lint_choice_flow *flow)
{
    return judge_share(flow->best, flow->menus);
}

static void count_word(struct table *table, struct arena *arena, td_str text, int32_t choice, int32_t best)
{
    struct keyword *word = table_item(table, hash_finish(hash_str(HASH_START, text)));
    if (word->lines == 0)
        word->text = arena_copy(arena, text);
    if (word->last == choice + 1)
        return;
    word->last = choice + 1;
    word->lines++;
    word->best += best;
}

/* Every word of a line, and every two that follow each other. */
static void count_line(struct judge *judge, struct table *table, int32_t choice, int32_t best)
{
    td_str plain = reading_plain(judge->arena, judge_words(judge, judge->scenario->choices[choice].id));
    td_str before = {NULL, 0}, rest = {plain.ptr + 1, plain.len - 1};
    while (rest.len > 0) {
        td_str word = str_word(&rest);
        if (word.len == 0)
            continue;
        count_word(table, judge->arena, word, choice, best);
        if (before.len > 0)
            count_word(table, judge->arena, (td_str){before.ptr, (size_t)(word.ptr + word.len - before.ptr)}, choice,
                       best);
        before = word;
    }
}

static void tell(struct judge *judge, const struct keyword *word, int32_t limit)
{
    struct lint_finding *finding = judge_add(judge, LINT_KEYWORD_IS_BEST, TD_STR(""));
    finding->subject = word->text;
    judge_numbers(finding, word->best / word->lines, limit, word->lines);
    struct writer w;
    writer_init(&w, judge->arena);
    w_char(&w, ' ');
    w_str(&w, word->text);
    w_char(&w, ' ');
    td_str wanted = writer_str(&w);
    for (int i = 0; i < judge->scenario->choice_count && finding->example_count < LINT_EXAMPLES; i++) {
        td_str plain = reading_plain(judge->arena, judge_words(judge, judge->scenario->choices[i].id));
        bool has = false;
        for (size_t at = 0; at + wanted.len <= plain.len && !has; at++)
            has = memcmp(plain.ptr + at, wanted.ptr, wanted.len) == 0;
        if (has && judge->corpus.choices[i].menus > 0 && best_share(&judge->corpus.choices[i]) >= limit)
            judge_example(finding, judge->scenario->choices[i].id);
    }
}

void judge_keywords(struct judge *judge)
{
    struct table table;
    int32_t lines = 0, best = 0;
    table_init(&table, judge->arena, sizeof(struct keyword));
    for (int i = 0; i < judge->scenario->choice_count; i++) {
        const struct lint_choice_flow *flow = &judge->corpus.choices[i];
        if (flow->menus == 0)
            continue;
        lines++;
        best += best_share(flow);
        count_line(judge, &table, i, best_share(flow));
    }
    if (lines == 0)
        return;
    int32_t limit = best / lines * OVER_ALL > BEST_MOST ? best / lines * OVER_ALL : BEST_MOST;
    int32_t least = lines / ONE_IN > LINES_LEAST ? lines / ONE_IN : LINES_LEAST;
    const struct keyword *words = table.items;
    for (int32_t i = 0; i < table.count; i++)
        if (words[i].lines >= least && words[i].best / words[i].lines > limit)
            tell(judge, &words[i], limit);
}
