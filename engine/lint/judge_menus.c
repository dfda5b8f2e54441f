/* judge_menus.c - is what is offered fair: something decent to say at every step, something tempting early on,
 * nothing that nobody could know, and the direct question where it belongs. */
#include "judge.h"

enum { OPTIONS_WANTED = 3, RUDE_MOST = 1, PLAUSIBLE_LEAST = 2, TEMPTED_LEAST = 600 /* permille */ };
enum { UNFAIR_MOST = 10 /* permille of the times a play stands there; a rarer one is unworkable all the same */ };

#define RUDE_ACTS (ACT_BIT(ORDER) | ACT_BIT(MORAL) | ACT_BIT(THREAT) | ACT_BIT(INTERRUPT))

/* What the menus of one node come to. */
struct node_sums {
    int32_t moments, met, few, least, unworkable, stages_unworkable, unfair, unfair_stage;
};

static void add_up(struct node_sums *sums, const struct lint_moment *moment)
{
    sums->moments++;
    sums->met += moment->met;
    if (moment->count < OPTIONS_WANTED) {
        sums->few++;
        sums->least = sums->few == 1 || moment->count < sums->least ? moment->count : sums->least;
    }
    if (!moment->workable) {
        sums->unworkable++;
        sums->stages_unworkable |= 1 << moment->stage;
    }
    if (moment->harmful > 0) {
        sums->unfair += moment->harmful;
        sums->unfair_stage |= 1 << moment->stage;
    }
}

/* "0, 2" from bits. */
static td_str stages_text(struct judge *judge, int32_t bits)
{
    struct writer w;
    writer_init(&w, judge->arena);
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        if (!(bits >> stage & 1))
            continue;
        if (writer_str(&w).len > 0)
            w_text(&w, ", ");
        w_int(&w, stage);
    }
    return writer_str(&w);
}

static void judge_node_sums(struct judge *judge, td_str id, const struct node_sums *sums)
{
    if (sums->few > 0)
        judge_numbers(judge_add_node(judge, LINT_FEW_OPTIONS, id), sums->least, OPTIONS_WANTED, sums->few);
    if (sums->unworkable > 0) {
        struct lint_finding *finding = judge_add_node(judge, LINT_NO_WORKABLE_OPTION, id);
        finding->subject = stages_text(judge, sums->stages_unworkable);
        judge_numbers(finding, judge_share(sums->unworkable, sums->moments), 0, sums->moments);
    }
    if (judge_share(sums->unfair, sums->met) > UNFAIR_MOST) {
        struct lint_finding *finding = judge_add_node(judge, LINT_UNFAIR_MOMENT, id);
        finding->subject = stages_text(judge, sums->unfair_stage);
        judge_numbers(finding, sums->unfair, (int32_t)((int64_t)sums->met * UNFAIR_MOST / 1000), sums->met);
    }
}

static void judge_moments(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    struct arena_mark mark = arena_mark(&judge->corpus.scratch);
    struct node_sums *sums = arena_new(&judge->corpus.scratch, struct node_sums, (size_t)s->node_count);
    for (int32_t i = 0; i < judge->corpus.moments.count; i++)
        add_up(&sums[corpus_moment(&judge->corpus, i)->node], corpus_moment(&judge->corpus, i));
    for (int i = 0; i < s->node_count; i++)
        judge_node_sums(judge, s->nodes[i].id, &sums[i]);
    arena_rewind(&judge->corpus.scratch, mark);
}

/* --- a node as it is written ------------------------------------------------------------------------------ */

static void judge_manners(struct judge *judge, const struct node *node)
{
    const td_scenario *s = judge->scenario;
    int32_t rude = 0, count = node->choices.count;
    td_str ids[LIMIT_CHOICES_PER_NODE];
    for (int32_t i = 0; i < count; i++) {
        const struct choice *choice = &s->choices[node->choices.first + i];
        if (act_in(choice->move.act, RUDE_ACTS))
            ids[rude++] = choice->id;
    }
    if (rude > RUDE_MOST) {
        struct lint_finding *finding = judge_add_node(judge, LINT_TOO_RUDE, node->id);
        judge_numbers(finding, rude, RUDE_MOST, count);
        for (int i = 0; i < rude; i++)
            judge_example(finding, ids[i]);
    }
    if (count > 0 && count - rude < PLAUSIBLE_LEAST)
        judge_numbers(judge_add_node(judge, LINT_FEW_PLAUSIBLE, node->id), count - rude, PLAUSIBLE_LEAST, count);
}

static void judge_hooks(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    for (int i = 0; i < s->choice_count; i++) {
        const struct lint_choice_tally *tally = &judge->corpus.tallies[i];
        if (tally->hidden == 0)
            continue;
        const struct fact *fact = &s->facts[s->choices[i].names];
        enum lint_code code = fact->kind == FACT_hook ? LINT_HIDDEN_HOOK : LINT_HIDDEN_TRIGGER;
        struct lint_finding *finding = judge_add(judge, code, s->choices[i].id);
        finding->subject = fact->id;
        judge_numbers(finding, tally->hidden, 0, judge->corpus.choices[i].offered);
    }
}

/* --- the scenario as a whole ------------------------------------------------------------------------------ */

/* Solving it too soon is the mistake that training is for; where it is not offered, nobody can resist it. */
static void judge_temptation(struct judge *judge)
{
    int32_t early = 0, tempted = 0;
    for (int32_t i = 0; i < judge->corpus.moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(&judge->corpus, i);
        if (moment->stage > 1)
            continue;
        early++;
        tempted += moment->tempting;
    }
    if (judge_share(tempted, early) < TEMPTED_LEAST)
        judge_numbers(judge_add(judge, LINT_NO_TEMPTATION, TD_STR("")), judge_share(tempted, early), TEMPTED_LEAST,
                      early);
}

/* Asking directly does no harm, and not asking may: on each of the steps where it belongs it must be offered. */
static void judge_question(struct judge *judge)
{
    int32_t met[STAGE_COUNT] = {0}, asks[STAGE_COUNT] = {0}, with_question = 0, beside = 0;
    if (!judge->scenario->profile.suicidal)
        return;
    for (int32_t i = 0; i < judge->corpus.moments.count; i++) {
        const struct lint_moment *moment = corpus_moment(&judge->corpus, i);
        met[moment->stage] += !moment->asked_already;
        asks[moment->stage] += moment->asks;
        with_question += moment->asks;
        beside += moment->asks && moment->hint;
    }
    for (int stage = 1; stage <= 3; stage++) {
        if (met[stage] == 0 || asks[stage] > 0)
            continue;
        struct lint_finding *finding = judge_add(judge, LINT_DIRECT_QUESTION_LATE, TD_STR(""));
        finding->subject = judge_digit(judge, stage);
        judge_numbers(finding, 0, 1, met[stage]);
    }
    if (with_question > 0 && beside == 0)
        judge_numbers(judge_add(judge, LINT_NO_HINT_BESIDE, TD_STR("")), 0, 1, with_question);
}

void judge_menus(struct judge *judge)
{
    judge_moments(judge);
    for (int i = 0; i < judge->scenario->node_count; i++)
        judge_manners(judge, &judge->scenario->nodes[i]);
    judge_hooks(judge);
    judge_temptation(judge);
    judge_question(judge);
}
