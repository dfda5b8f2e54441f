/* judge_worth.c - does it matter what is chosen?  A decision without a difference, a decent line that another one
 * beats whenever they meet, two lines that do the same. */
#include "judge.h"

enum { TIMES_LEAST = 8, LOST_LEAST = 40 /* permille */, TWIN_MOST = 2, MOSTLY = 800 /* permille */ };

struct node_spread {
    int32_t met, widest, widest_later;
    int64_t spread;
};

static void judge_spread(struct judge *judge, int32_t node, const struct node_spread *sum)
{
    td_str id = judge->scenario->nodes[node].id;
    if (sum->met == 0)
        return;
    int32_t mean = (int32_t)(sum->spread / sum->met);
    judge->report->nodes[node].flavour = mean < SPREAD_WANTED;
    if (sum->widest < SPREAD_REAL && sum->widest_later < SPREAD_REAL)
        judge_numbers(judge_add_node(judge, LINT_NEVER_MATTERS, id), sum->widest, SPREAD_REAL, sum->met);
    else if (mean < SPREAD_WANTED)
        judge_numbers(judge_add_node(judge, LINT_LITTLE_DIFFERENCE, id), mean, SPREAD_WANTED, sum->met);
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static void judge_nodes(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    struct arena_mark mark = arena_mark(&judge->corpus.scratch);
    struct node_spread *sums = arena_new(&judge->corpus.scratch, struct node_spread, (size_t)s->node_count);
    for (int32_t i = 0; i < judge->corpus.moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(&judge->corpus, i);
        struct node_spread *sum = &sums[moment->node];
        sum->met += moment->met;
        sum->spread += moment->spread;
        sum->widest = larger(sum->widest, moment->widest);
        sum->widest_later = larger(sum->widest_later, moment->widest_later);
    }
    for (int i = 0; i < s->node_count; i++)
        judge_spread(judge, i, &sums[i]);
    arena_rewind(&judge->corpus.scratch, mark);
}

static int32_t leads_to(const td_scenario *s, const struct choice *choice)
{
    return choice->to.count > 0 ? s->targets[choice->to.first].node : NONE;
}

/* The same worth and the same way on: nothing hangs on which of them is taken. */
static bool are_twins(const struct judge *judge, const struct lint_pair *pair)
{
    const struct choice *a = &judge->scenario->choices[pair->worse], *b = &judge->scenario->choices[pair->better];
    return pair->widest <= TWIN_MOST && pair->worse < pair->better && a->node != NONE && a->node == b->node &&
           a->move.act == b->move.act && leads_to(judge->scenario, a) == leads_to(judge->scenario, b);
}

/* A mistake is there to be beaten; a decent line that is never better than the same other one, and
 * mostly worse, is no choice. */
static void judge_pair(struct judge *judge, const struct lint_pair *pair)
{
    const td_scenario *s = judge->scenario;
    const struct choice *worse = &s->choices[pair->worse], *better = &s->choices[pair->better];
    bool harmful = judge->corpus.tallies[pair->worse].harmful;
    bool always = pair->met == judge->corpus.choices[pair->worse].offered;
    if (pair->met < TIMES_LEAST)
        return;
    bool loses = pair->won == 0 && (int64_t)pair->lost * 1000 >= (int64_t)MOSTLY * pair->met;
    if (always && loses && !harmful && pair->loss >= (int64_t)LOST_LEAST * pair->met) {
        struct lint_finding *finding = judge_add(judge, LINT_DOMINATED_CHOICE, worse->id);
        finding->subject = better->id;
        judge_numbers(finding, (int32_t)(pair->loss / pair->met), LOST_LEAST, pair->met);
    }
    if (are_twins(judge, pair)) {
        struct lint_finding *finding = judge_add(judge, LINT_TWIN_CHOICES, worse->id);
        finding->subject = better->id;
        judge_numbers(finding, pair->widest, TWIN_MOST + 1, pair->met);
    }
}

void judge_worth(struct judge *judge)
{
    judge_nodes(judge);
    const struct lint_pair *pairs = judge->corpus.pairs.items;
    for (int32_t i = 0; i < judge->corpus.pairs.count; i++)
        judge_pair(judge, &pairs[i]);
}
