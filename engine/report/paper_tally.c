/* paper_tally.c - a skilled talk without luck, and every line tried from the middle of each of its steps. */
#include "paper_tally.h"

#include "bare.h"

enum { TALK_MOST = 120, POINT = 10, MOST = 100 };

/* The talk, exchange by exchange, from the start. */
struct talk {
    struct person at[TALK_MOST];
    int count;
};

static void play(const struct model *model, const struct profile *profile, struct talk *ret)
{
    struct bare bare = bare_start(BARE_skilled, model, profile, 1);
    enum person_outcome outcome = PERSON_OPEN;
    bare.luck.amp = 0;
    ret->count = 0;
    while (ret->count < TALK_MOST && outcome == PERSON_OPEN) {
        ret->at[ret->count++] = bare.person;
        const struct move move = bare_choose(&bare);
        outcome = person_exchange(model, profile, bare.luck, &move, &bare.person, NULL);
    }
}

/* The first moment and the middle one of those spent on a step; false: it was never there. */
static bool find_step(const struct talk *talk, int step, int *ret_first, int *ret_middle)
{
    int count = 0, first = 0;
    for (int i = 0; i < talk->count; i++) {
        if (talk->at[i].stage != step)
            continue;
        first = count == 0 ? i : first;
        count++;
    }
    *ret_first = first;
    *ret_middle = first + count / 2;
    return count > 0;
}

static struct person rested(const struct person *person)
{
    struct person p = *person;
    memset(p.habit, 0, sizeof p.habit);
    p.question_run = p.rush = 0;
    p.err = 0;
    return p;
}

/* What carries the two of them over a step: understanding on the first two, rapport and trust, then the plan. */
static int32_t feeling(const struct person *p, int step)
{
    switch (step) {
    case 0:
    case 1: return fix_topm(p->E);
    case 2: return fix_topm(p->R) + fix_topm(p->T);
    default: return fix_topm(p->C);
    }
}

static int32_t gate_of(const struct profile *profile, int32_t permille)
{
    return permille * profile->gate / 1000;
}

enum { UNDERSTOOD = 300, UNDERSTOOD_WELL = 520, RAPPORT = 540, TRUST = 420, COMMITTED = 620, LEAST_SHARE = 50 };

/* How much of that feeling the step asks for, from where it begins. */
static int32_t share_of_step(const struct profile *profile, const struct person *first, int step)
{
    int32_t goal = COMMITTED;
    if (step == 0)
        goal = gate_of(profile, UNDERSTOOD);
    else if (step == 1)
        return gate_of(profile, UNDERSTOOD_WELL) - gate_of(profile, UNDERSTOOD);
    else if (step == 2)
        goal = gate_of(profile, RAPPORT) + gate_of(profile, TRUST);
    const int32_t left = goal - feeling(first, step);
    return left > LEAST_SHARE ? left : LEAST_SHARE;
}

void paper_tally_init(const td_scenario *scenario, const struct model *model, struct paper_tally *ret)
{
    struct talk talk;
    *ret = (struct paper_tally){.scenario = scenario, .model = model};
    play(model, &scenario->profile, &talk);
    const struct person start = talk.at[0];
    ret->start = (person_agitation(&start) + POINT / 2) / POINT;
    for (int step = 0; step < STAGE_COUNT; step++) {
        int first, middle;
        const bool there = find_step(&talk, step, &first, &middle);
        ret->at[step] = there ? rested(&talk.at[middle]) : ret->at[step > 0 ? step - 1 : 0];
        ret->share[step] = share_of_step(&scenario->profile, there ? &talk.at[first] : &ret->at[step], step);
    }
}

/* --- one line ------------------------------------------------------------------------------------------------------ */

/* To the nearest whole point; halves away from nothing. */
static int8_t points(int32_t value, int32_t unit)
{
    int32_t half = value < 0 ? -unit / 2 : unit / 2, whole = (value + half) / unit;
    return (int8_t)(whole > MOST ? MOST : whole < -MOST ? -MOST : whole);
}

static struct paper_effect try_it(const struct paper_tally *tally, const struct move *move, int step)
{
    const struct person before = tally->at[step];
    struct person after = before;
    const struct luck none = {1, 0};
    person_exchange(tally->model, &tally->scenario->profile, none, move, &after, NULL);
    const int32_t calmer = person_agitation(&after) - person_agitation(&before);
    const int32_t nearer = feeling(&after, step) - feeling(&before, step);
    return (struct paper_effect){points(calmer, POINT), points(nearer * PAPER_STEP, tally->share[step])};
}

/* What the line touches is as it will be by then: hooks known, sore points sore. */
static struct move move_of(const struct paper_tally *tally, const struct choice *choice)
{
    struct move move = choice->move;
    const td_scenario *s = tally->scenario;
    if (choice->names == NONE || choice->names >= s->fact_count)
        return move;
    const struct fact *fact = &s->facts[choice->names];
    if (fact->kind == FACT_trigger || (fact->kind == FACT_decoy && (move.act == ACT_HOOK || move.act == ACT_TPI)))
        move.trigger = fact->strength;
    move.hook = fact->kind == FACT_hook;
    return move;
}

struct paper_effect paper_effect_of(const struct paper_tally *tally, const struct choice *choice, int step)
{
    const struct move move = move_of(tally, choice);
    return try_it(tally, &move, step);
}

struct paper_effect paper_effect_of_silence(const struct paper_tally *tally, int step)
{
    struct move silence = MOVE_DEFAULT;
    silence.act = ACT_PAUSE;
    silence.dt = 10;
    return try_it(tally, &silence, step);
}

int32_t paper_calm_for(int step)
{
    static const int32_t most[STAGE_COUNT] = {100, 100, 72, 56, 42};
    return most[step];
}

int32_t paper_connection_for(const struct paper_tally *tally, enum cond_value value, int32_t permille)
{
    const struct profile *profile = &tally->scenario->profile;
    const int32_t first = gate_of(profile, UNDERSTOOD), second = gate_of(profile, UNDERSTOOD_WELL);
    int32_t connection = NONE;
    if (value == CV_UNDERSTANDING && permille <= first)
        connection = permille * PAPER_STEP / first;
    else if (value == CV_UNDERSTANDING)
        connection = PAPER_STEP + (permille - first) * PAPER_STEP / (second - first);
    else if (value == CV_RAPPORT || value == CV_TRUST)
        connection = permille * 3 * PAPER_STEP / gate_of(profile, value == CV_RAPPORT ? RAPPORT : TRUST);
    else if (value == CV_COMMITMENT)
        connection = 3 * PAPER_STEP + permille * PAPER_STEP / COMMITTED;
    else if (value == CV_HOPE || value == CV_AUTONOMY)
        connection = permille * PAPER_ALL / 1000;
    return connection > PAPER_ALL ? PAPER_ALL : connection;
}
