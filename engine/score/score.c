/* score.c - six dimensions, their caps and the band, from a trace. */
#include "score.h"

#include "tally.h"

enum { OFFERS_IN = 3 };

static const int32_t weights[DIM_COUNT] = {25, 20, 15, 15, 15, 10};

/* value of num / den against wanted_permille, 0..1000; a zero denominator counts as 1. */
static int32_t reached(int32_t num, int32_t den, int32_t wanted_permille)
{
    int64_t share = (int64_t)num * 1000 * 1000 / ((int64_t)(den > 0 ? den : 1) * wanted_permille);
    return (int32_t)(share < 0 ? 0 : share > 1000 ? 1000 : share);
}

static void part(struct score_dimension *dim, const char *name, int32_t points, int32_t most, int32_t found,
                 int32_t wanted)
{
    dim->parts[dim->part_count++] =
        (struct score_part){.name = name, .points = points, .most = most, .found = found, .wanted = wanted};
}

static int32_t sum_parts(const struct score_dimension *dim)
{
    int32_t sum = 0;
    for (int i = 0; i < dim->part_count; i++)
        sum += dim->parts[i].points;
    return clamp32(sum / 1000, 0, 100);
}

/* LIS: share of listening times its quality, reflections per question, depth and variety. */
static void score_listening(const struct tally *t, struct score_dimension *dim)
{
    int32_t quality = t->listening > 0 ? t->listening_worth / t->listening : 0;
    int32_t share = reached(t->listening, t->counted, 500);
    int32_t q = reached(quality, 1000, 600), rq = reached(t->reflections, t->questions, 2000);
    int32_t cr = reached(t->complex_reflections, t->reflections, 500), div = reached(t->distinct_listening, 6, 1000);
    part(dim, "quality", 40 * q, 40000, quality, 600);
    part(dim, "reflections", 20 * rq, 20000, t->reflections, 2 * (t->questions > 0 ? t->questions : 1));
    part(dim, "depth", 10 * cr, 10000, t->complex_reflections, (t->reflections + 1) / 2);
    part(dim, "variety", 20 * div, 20000, t->distinct_listening, 6);
    int32_t whole = 40 * q + 20 * rq + 10 * cr + 20 * div + 10000;
    part(dim, "share", 10000 - whole + (int32_t)((int64_t)whole * share / 1000), 10000, t->listening,
         (t->counted + 1) / 2);
}

/* SEQ: the right kind of line at the right step. */
static void score_timing(const struct trace *trace, const struct tally *t, struct score_dimension *dim)
{
    int32_t fit = t->exchanges > 0 ? t->fit / t->exchanges : 0;
    int32_t mapped = clamp32((fit - 450) * 1000 / 400, 0, 1000);
    part(dim, "fit", 55 * mapped, 55000, fit, 850);
    part(dim, "step", 45000 * trace->top_stage / 4, 45000, trace->top_stage, 4);
    part(dim, "premature", -8000 * t->premature, 0, t->premature, 0);
    part(dim, "triples", -3000 * t->triples, 0, t->triples, 0);
}

/* REG: how far agitation came down, and how little it was driven up on the way. */
static void score_regulation(const struct trace *trace, const struct tally *t, struct score_dimension *dim)
{
    int32_t room = t->first_agitation - 200;
    int32_t fall = t->first_agitation - trace->end.agitation;
    int32_t down = room > 0 ? clamp32(fall * 1000 / room, 0, 1000) : trace->end.agitation <= 200 ? 1000 : 0;
    int32_t difficulty = trace->scenario->difficulty > 0 ? trace->scenario->difficulty : 1000;
    int32_t rises = (int32_t)((int64_t)t->rises * 1000 / difficulty);
    int32_t even = clamp32(1000 - rises * 1000 / 700, 0, 1000);
    part(dim, "fall", 60 * down, 60000, fall > 0 ? fall : 0, room > 0 ? room : 0);
    part(dim, "rises", 40 * even, 40000, rises, 0);
}

/* SAF: a checklist, and the keyed prompts where any were asked. */
static void score_safety(const struct trace *trace, const struct tally *t, struct score_dimension *dim)
{
    struct checklist list;
    checklist_fill(trace, t, &list);
    int32_t most = list.prompts > 0 ? 60000 : 100000;
    int32_t weight = 0;
    for (int i = 0; i < list.count; i++)
        weight += list.items[i].weight;
    for (int i = 0; i < list.count; i++) {
        int32_t worth = most * list.items[i].weight / (weight > 0 ? weight : 1);
        const struct check_item *one = &list.items[i];
        part(dim, one->name, worth * one->done / one->of, worth, one->done, one->of);
    }
    if (list.prompts > 0)
        part(dim, "prompts", 40 * (list.prompt_points / list.prompts), 40000, list.prompt_points / list.prompts, 1000);
}

/* RES: what hurt and what was not true. */
static void score_respect(const struct tally *t, struct score_dimension *dim)
{
    int32_t delivery = 5000 * t->harsh > 30000 ? 30000 : 5000 * t->harsh;
    part(dim, "start", 100000, 100000, 0, 0);
    part(dim, "major", -25000 * t->major, 0, t->major, 0);
    part(dim, "minor", -12000 * t->minor_open, 0, t->minor_open, 0);
    part(dim, "repaired", -3000 * t->minor_repaired, 0, t->minor_repaired, 0);
    part(dim, "delivery", -delivery, 0, t->harsh, 0);
}

static int32_t outcome_points(const struct trace *trace)
{
    switch (trace->outcome) {
    case OUTCOME_resolved: return 100;
    case OUTCOME_stabilised: return trace->scenario->intended == OUTCOME_stabilised ? 100 : 70;
    case OUTCOME_stalemate:
    case OUTCOME_withdrawn: /* leaving for one's own safety is judged under safety, not here */ return 35;
    case OUTCOME_contact_lost: return 10;
    case OUTCOME_escalated:
    case OUTCOME_harm_despite_calm:
    case outcome_count: break;
    }
    return 0;
}

/* The person would have listened, and fewer than one line in three offered anything: half a talk, unless it
 * came to its end all the same or was left to others. */
static bool never_offered(const struct trace *trace, const struct tally *t)
{
    return t->offers * OFFERS_IN < t->ripe && trace->outcome != OUTCOME_resolved && trace->handed_over == NONE;
}

static uint32_t find_caps(const struct trace *trace, const struct tally *t)
{
    uint32_t caps = 0;
    if (t->major > 0)
        caps |= 1u << CAP_MAJOR_ERROR;
    if (trace->top_stage < 3)
        caps |= 1u << CAP_NO_INFLUENCE;
    if (never_offered(trace, t))
        caps |= 1u << CAP_NEVER_OFFERED;
    if (t->premature > 0 && t->premature * 4 >= t->exchanges)
        caps |= 1u << CAP_PREMATURE;
    if (trace->outcome == OUTCOME_escalated)
        caps |= 1u << CAP_ESCALATED;
    if (trace->outcome == OUTCOME_harm_despite_calm)
        caps |= 1u << CAP_HARM;
    if (trace->scenario->profile.suicidal && trace->asked_at == NONE)
        caps |= 1u << CAP_NO_QUESTION;
    return caps;
}

int32_t score_cap_limit(enum score_cap cap)
{
    static const int32_t limits[CAP_COUNT] = {100, 69, 74, 59, 49, 49, 49, 74};
    return limits[cap];
}

static void apply_caps(const struct trace *trace, const struct tally *t, td_score *score)
{
    score->caps = find_caps(trace, t);
    score->total = score->uncapped;
    for (int cap = CAP_NONE + 1; cap < CAP_COUNT; cap++) {
        if (!(score->caps >> cap & 1) || score_cap_limit((enum score_cap)cap) >= score_cap_limit(score->cap))
            continue;
        score->cap = (enum score_cap)cap;
    }
    if (score->total > score_cap_limit(score->cap))
        score->total = score_cap_limit(score->cap);
    else
        score->cap = CAP_NONE; /* nothing was taken away; score->caps still says which applied */
    score->band = score->total >= 85   ? SCORE_PROFICIENT
                  : score->total >= 70 ? SCORE_COMPETENT
                  : score->total >= 50 ? SCORE_DEVELOPING
                                       : SCORE_NOT_YET;
}

/* Reading the person: what was asked of the learner about what they saw.  Beside the six, unweighted. */
static void score_reading(const struct trace *trace, struct score_dimension *dim)
{
    struct reading reading;
    reading_fill(trace, &reading);
    dim->value = NONE;
    int32_t sum = 0;
    for (int i = 0; i < READING_COUNT; i++) {
        if (reading.asked[i] == 0)
            continue;
        int32_t points = reading.points[i] / reading.asked[i];
        sum += points;
        part(dim, reading_name(i), points * 100, 100000, points, 1000);
    }
    if (dim->part_count > 0)
        dim->value = sum / dim->part_count / 10;
}

void score_compute(const struct trace *trace, td_score *ret)
{
    td_score score = {0};
    struct tally tally;
    tally_fill(trace, &tally);
    score_listening(&tally, &score.dim[DIM_listening]);
    score_timing(trace, &tally, &score.dim[DIM_timing]);
    score_regulation(trace, &tally, &score.dim[DIM_regulation]);
    score_safety(trace, &tally, &score.dim[DIM_safety]);
    score_respect(&tally, &score.dim[DIM_respect]);
    part(&score.dim[DIM_outcome], "outcome", 1000 * outcome_points(trace), 100000, outcome_points(trace), 100);
    int32_t sum = 0;
    for (int d = 0; d < DIM_COUNT; d++) {
        score.dim[d].value = sum_parts(&score.dim[d]);
        score.dim[d].weight = weights[d];
        sum += score.dim[d].value * weights[d];
    }
    score.uncapped = sum / 100;
    score.mattered = tally.mattered;
    score_reading(trace, &score.reading);
    apply_caps(trace, &tally, &score);
    *ret = score;
}

const char *dimension_name(enum dimension d)
{
    static const char *const names[] = {"listening", "timing", "regulation", "safety", "respect", "outcome"};
    return names[d];
}

const char *score_cap_name(enum score_cap cap)
{
    static const char *const names[] = {"none",      "major-error", "no-influence", "premature",
                                        "escalated", "harm",        "no-question",  "never-offered"};
    return names[cap];
}

const char *score_band_name(enum score_band band)
{
    static const char *const names[] = {"not-yet", "developing", "competent", "proficient"};
    return names[band];
}
