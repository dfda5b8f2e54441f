/* lint.c - plays, lets each judgement speak, and puts the findings in order. */
#include "judge.h"

#include "hash.h"

/* --- findings --------------------------------------------------------------------------------------------- */

static void more_room(struct judge *judge)
{
    struct lint_report *report = judge->report;
    const struct lint_finding *before = report->findings;
    judge->room = judge->room == 0 ? 64 : judge->room * 2;
    report->findings = arena_new(judge->arena, struct lint_finding, (size_t)judge->room);
    if (report->count > 0)
        memcpy(report->findings, before, (size_t)report->count * sizeof *before);
}

struct lint_finding *judge_add(struct judge *judge, enum lint_code code, td_str id)
{
    struct lint_report *report = judge->report;
    if (report->count == judge->room)
        more_room(judge);
    struct lint_finding *finding = &report->findings[report->count++];
    *finding = (struct lint_finding){.code = code, .id = id};
    report->totals[lint_severity(code)]++;
    return finding;
}

struct lint_finding *judge_add_node(struct judge *judge, enum lint_code code, td_str id)
{
    struct lint_finding *finding = judge_add(judge, code, id);
    finding->node = true;
    return finding;
}

struct lint_finding *judge_add_text(struct judge *judge, enum lint_code code, td_str key)
{
    struct lint_finding *finding = judge_add(judge, code, key);
    finding->text = true;
    return finding;
}

void judge_example(struct lint_finding *finding, td_str id)
{
    for (int i = 0; i < finding->example_count; i++)
        if (str_eq(finding->examples[i], id))
            return;
    if (finding->example_count < LINT_EXAMPLES)
        finding->examples[finding->example_count++] = id;
}

void judge_numbers(struct lint_finding *finding, int32_t measured, int32_t limit, int32_t of)
{
    finding->measured = measured;
    finding->limit = limit;
    finding->of = of;
}

td_str judge_digit(struct judge *judge, int32_t number)
{
    struct writer w;
    writer_init(&w, judge->arena);
    w_int(&w, number);
    return writer_str(&w);
}

td_str judge_words(const struct judge *judge, td_str key)
{
    return texts_get(judge->set->stage.texts, judge->set->source, key);
}

/* --- the order -------------------------------------------------------------------------------------------- */

static int compare_places(const struct lint_finding *a, const struct lint_finding *b)
{
    if (a->text != b->text)
        return a->text ? 1 : -1;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

static bool stands_before(const struct lint_finding *a, const struct lint_finding *b)
{
    if (lint_severity(a->code) != lint_severity(b->code))
        return lint_severity(a->code) < lint_severity(b->code);
    if (a->code != b->code)
        return a->code < b->code;
    return compare_places(a, b) < 0;
}

static void merge(const struct lint_finding *from, int low, int middle, int high, struct lint_finding *to)
{
    int left = low, right = middle;
    for (int i = low; i < high; i++) {
        bool take_left = right == high || (left < middle && !stands_before(&from[right], &from[left]));
        to[i] = from[take_left ? left++ : right++];
    }
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

/* What is worst first, one kind together, down the page; equals keep their order. */
static void sort_findings(struct judge *judge)
{
    struct lint_report *report = judge->report;
    struct lint_finding *other = arena_new(judge->arena, struct lint_finding, (size_t)report->count);
    for (int run = 1; run < report->count; run *= 2) {
        for (int low = 0; low < report->count; low += 2 * run)
            merge(report->findings, low, smaller(low + run, report->count), smaller(low + 2 * run, report->count),
                  other);
        struct lint_finding *swap = report->findings;
        report->findings = other;
        other = swap;
    }
}

/* --- the ways of the map ---------------------------------------------------------------------------------- */

static bool goes_before(const struct lint_way *a, const struct lint_way *b)
{
    if (a->count != b->count)
        return a->count > b->count;
    return a->from != b->from ? a->from < b->from : a->to < b->to;
}

static void sort_ways(struct lint_way *ways, int count)
{
    for (int i = 1; i < count; i++) {
        struct lint_way moved = ways[i];
        int at = i;
        for (; at > 0 && goes_before(&moved, &ways[at - 1]); at--)
            ways[at] = ways[at - 1];
        ways[at] = moved;
    }
}

/* --- whom one meets --------------------------------------------------------------------------------------- */

static bool is_bad_end(enum outcome outcome)
{
    return outcome == OUTCOME_escalated || outcome == OUTCOME_harm_despite_calm;
}

static void describe_person(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    struct lint_report *report = judge->report;
    int32_t bad = 0;
    for (int i = 0; i < s->ending_count; i++)
        bad += is_bad_end(s->endings[i].outcome) ? report->endings[i] : 0;
    report->person = (struct lint_person){
        .scenario = s->id,
        .identity = s->identity,
        .profile = profile_name(s->profile_index),
        .groups = judge->set->groups,
        .difficulty = report->difficulty,
        .danger = judge_share(bad, report->plays),
    };
}

/* --- the whole -------------------------------------------------------------------------------------------- */

enum { EXPLORE_SEEDS = 6 };
#define EXPLORE_MOST INT64_C(4000000)

static void adopt_flow(struct judge *judge)
{
    struct lint_report *report = judge->report;
    report->nodes = judge->corpus.nodes;
    report->choices = judge->corpus.choices;
    report->ways = judge->corpus.ways.items;
    report->way_count = judge->corpus.ways.count;
    report->moments = judge->corpus.moments.count;
    report->heard = judge->corpus.heard;
    report->fallbacks = judge->corpus.fallbacks;
    sort_ways(report->ways, report->way_count);
}

static void judge_all(struct judge *judge)
{
    judge_players(judge);
    judge_story(judge);
    judge_menus(judge);
    judge_giveaways(judge);
    judge_keywords(judge);
    judge_worth(judge);
    judge_diet(judge);
    judge_lines(judge);
    judge_texts(judge);
    judge_names(judge);
    judge_places(judge);
    sort_findings(judge);
}

void lint_run(struct arena *arena, const struct lint_set *set, struct lint_report *ret)
{
    *ret = (struct lint_report){
        .scenario = set->stage.scenario,
        .seed = set->seed,
        .runs = set->runs,
        .noise = set->stage.noise,
        .lang = set->stage.texts->lang,
        .difficulty = NONE,
    };
    struct judge judge = {
        .arena = arena,
        .set = set,
        .scenario = set->stage.scenario,
        .model = set->stage.model,
        .report = ret,
    };
    explore(arena, &set->stage, EXPLORE_SEEDS, EXPLORE_MOST, &ret->found);
    corpus_play(&judge.corpus, arena, set, ret);
    adopt_flow(&judge);
    judge_all(&judge);
    describe_person(&judge);
    corpus_finish(&judge.corpus);
}

/* --- names ------------------------------------------------------------------------------------------------ */

static const struct {
    const char *name;
    uint8_t severity, unit;
} codes[] = {
#define X(name, code, severity, unit) {code, LINT_##severity, LINT_##unit},
    LINT_CODES(X)
#undef X
};

const char *lint_code_name(enum lint_code code)
{
    return codes[code].name;
}

enum lint_severity lint_severity(enum lint_code code)
{
    return (enum lint_severity)codes[code].severity;
}

enum lint_unit lint_unit(enum lint_code code)
{
    return (enum lint_unit)codes[code].unit;
}

const char *lint_severity_name(enum lint_severity severity)
{
    static const char *const names[] = {"error", "warning", "note"};
    return names[severity];
}
