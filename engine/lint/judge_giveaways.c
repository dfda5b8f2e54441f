/* judge_giveaways.c - a mark that anybody can see without reading: the longest line, the first in the file, the
 * one that sounds nicest, the one in the longest words and sentences.  Where the best line wears it too often, a learner wins
 * without listening.
 * The rule for authors is 350 permille of four lines, which is 1.4 times what guessing hits; where menus are
 * shorter guessing hits more often, and of a few decisions luck alone may make more: both raise the limit.  A node
 * at one step is one decision, whatever fills up its menus. */
#include "judge.h"
#include "reading.h"

enum { MOST = 350 /* permille */, OVER_CHANCE = 1400 /* permille: 350 of 250 */, DECISIONS_LEAST = 4 };

/* Words that sound kind, whatever they do. */
static int32_t niceness(const struct move *move)
{
    static const int8_t nice[ACT_COUNT] = {
        [ACT_VALID] = 4,   [ACT_MINIM] = 4, [ACT_LABEL] = 3,  [ACT_IMSG] = 3,
        [ACT_PROMISE] = 3, [ACT_ENC] = 2,   [ACT_ADVICE] = 2,
    };
    return nice[move->act] + move->tone;
}

static int32_t figure_of(const struct judge *judge, enum lint_mark mark, const struct lint_moment *moment, int i)
{
    const struct choice *choice = &judge->scenario->choices[moment->options[i].choice];
    switch (mark) {
    case LINT_LONGEST: return (int32_t)utf8_count(judge_words(judge, choice->id));
    case LINT_FIRST: return -i;
    case LINT_NICEST: return niceness(&choice->move);
    case LINT_COMPLEX: return reading_weight(judge_words(judge, choice->id));
    case LINT_MARKS: break;
    }
    return 0;
}

/* The one line that has it most, or NONE where two do. */
static int marked(const struct judge *judge, enum lint_mark mark, const struct lint_moment *moment)
{
    int best = NONE;
    int32_t most = INT32_MIN;
    for (int i = 0; i < moment->count; i++) {
        int32_t figure = figure_of(judge, mark, moment, i);
        best = figure > most ? i : figure == most ? NONE : best;
        most = figure > most ? figure : most;
    }
    return best;
}

static bool is_decision(const struct lint_moment *moment)
{
    return moment->count > 1 && corpus_spread(moment) >= SPREAD_WANTED && corpus_best(moment) != NONE;
}

/* How much of a share luck can be, twice over: of so many throws with this chance; permille. */
static int32_t luck_of(int32_t chance, int32_t throws)
{
    int64_t square = INT64_C(4) * chance * (1000 - chance) / throws;
    int32_t root = 0;
    while ((int64_t)(root + 1) * (root + 1) <= square)
        root++;
    return root;
}

static int32_t limit_of(const struct lint_giveaway *sum)
{
    int32_t scaled = (int32_t)((int64_t)sum->chance * OVER_CHANCE / 1000);
    int32_t lucky = sum->chance + luck_of(sum->chance, sum->decisions);
    int32_t limit = scaled > MOST ? scaled : MOST;
    return limit > lucky ? limit : lucky;
}

static void tell(struct judge *judge, enum lint_mark mark, const struct lint_giveaway *sum)
{
    static const enum lint_code codes[LINT_MARKS] = {LINT_LONGEST_IS_BEST, LINT_FIRST_IS_BEST, LINT_NICEST_IS_BEST,
                                                     LINT_COMPLEX_IS_BEST};
    if (sum->decisions < DECISIONS_LEAST || sum->share <= limit_of(sum))
        return;
    struct lint_finding *finding = judge_add(judge, codes[mark], TD_STR(""));
    judge_numbers(finding, sum->share, limit_of(sum), sum->decisions);
    for (int32_t i = 0; i < judge->corpus.moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(&judge->corpus, i);
        int at = is_decision(moment) ? marked(judge, mark, moment) : NONE;
        if (at != NONE && at == corpus_best(moment))
            judge_example(finding, judge->scenario->choices[moment->options[at].choice].id);
    }
}

/* The menus of one node at one step, which differ by little more than what can be said anywhere. */
struct spot {
    int32_t menus, best;
    int64_t chance;
};

static void judge_mark(struct judge *judge, enum lint_mark mark)
{
    struct lint_giveaway *sum = &judge->report->giveaways[mark];
    struct arena_mark before = arena_mark(&judge->corpus.scratch);
    size_t count = (size_t)judge->scenario->node_count * STAGE_COUNT;
    struct spot *places = arena_new(&judge->corpus.scratch, struct spot, count);
    int64_t share = 0, chance = 0;
    for (int32_t i = 0; i < judge->corpus.moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(&judge->corpus, i);
        struct spot *place = &places[moment->node * STAGE_COUNT + moment->stage];
        int at = is_decision(moment) ? marked(judge, mark, moment) : NONE;
        if (at == NONE)
            continue;
        place->menus++;
        place->best += at == corpus_best(moment);
        place->chance += 1000 / moment->count;
    }
    for (size_t i = 0; i < count; i++) {
        if (places[i].menus == 0)
            continue;
        sum->decisions++;
        share += judge_share(places[i].best, places[i].menus);
        chance += places[i].chance / places[i].menus;
    }
    arena_rewind(&judge->corpus.scratch, before);
    if (sum->decisions == 0)
        return;
    sum->share = (int32_t)(share / sum->decisions);
    sum->chance = (int32_t)(chance / sum->decisions);
    tell(judge, mark, sum);
}

void judge_giveaways(struct judge *judge)
{
    for (int32_t i = 0; i < judge->corpus.moments.count; i++)
        judge->report->decisions += is_decision(corpus_moment(&judge->corpus, i));
    for (int mark = 0; mark < LINT_MARKS; mark++)
        judge_mark(judge, (enum lint_mark)mark);
}
