/* hear.c - a line helps or harms: how much of it arrives, and what it moves.
 * Helping is hard and has ceilings; harming is easy and leaves a rupture that stands between two
 * people until somebody owns it. */
#include "hear.h"
#include "rng.h"

/* --- luck ---------------------------------------------------------------------------------- */

/* Amounts in permille by channel, as luck has it.  Every line of a moment meets the same luck. */
static void meet_luck(const struct moment *at, int channels, int32_t amount[CHANNEL_COUNT])
{
    const struct luck luck = at->luck;
    uint32_t turn = (uint32_t)at->person->turn;
    if (luck.amp == 0)
        return;
    for (int i = 0; i < channels; i++)
        if (amount[i] != 0) /* also keeps the compiler from doing four at a time, which is slower */
            amount[i] = share(amount[i], rng_noise(luck.seed, turn, (uint32_t)i, luck.amp));
}

/* --- helpful lines ------------------------------------------------------------------------- */

/* By class of act: how far it still gets through as agitation rises (reasoning goes first), and how
 * much it needs the person to feel in control. */
static const struct reach {
    int32_t from, slope, least;      /* permille; slope in tenths */
    int32_t unasked, autonomy_slope; /* permille; slope in tenths */
} reaches[] = {
    [CLASS_AFF] = {0, 2, 0, 1000, 0},
    [CLASS_MID] = {200, 5, 0, 1000, 0},
    [CLASS_COG] = {250, 12, 100, 600, 4},
    [CLASS_ERR] = {250, 12, 100, 1000, 0},
};

static int32_t receptiveness(const struct moment *at, const struct reach *reach)
{
    int32_t over = at->heat > reach->from ? at->heat - reach->from : 0, cog = at->profile->cog;
    uint32_t burden = (uint32_t)at->move->complexity * (uint32_t)at->heat * (uint32_t)(2000 - cog) / 8000u;
    int32_t r = 1000 - (int32_t)((uint32_t)over * (uint32_t)reach->slope / 10u);
    r = r > reach->least ? r : reach->least;
    r = share(r, at->class == CLASS_AFF ? 1000 : cog);
    r = share(r, 1000 - (int32_t)burden);
    r = share(r, 1000 - as_permille(at->person->F) / 5);
    return r > 50 ? r : 50;
}

/* A technique wears out when it is repeated. */
static int32_t freshness(const struct moment *at)
{
    enum act act = at->move->act;
    return 1000 - smaller(1000, share(share(1500, at->model->habit[act]), at->person->habit[act]));
}

enum { EARSHOT_CM = 500 };

static int32_t carrying_voice(const struct moment *at)
{
    int32_t voice = clamp32(1000 + 120 * at->tone + 80 * at->pace, 500, 1300);
    return at->move->dist > EARSHOT_CM ? share(voice, 850) : voice;
}

static int32_t class_gain(const struct profile *profile, enum act_class class)
{
    const int32_t gains[] = {
        [CLASS_AFF] = profile->gAFF, [CLASS_MID] = profile->gMID, [CLASS_COG] = profile->gCOG, [CLASS_ERR] = 1000};
    return gains[class];
}

#define ACTS_CARRY_HOOK (ACT_BIT(HOOK) | ACT_BIT(SUMM) | ACT_BIT(VALID) | ACT_BIT(CHALLENGE))
#define ACTS_NEED_HOPE (ACT_BIT(SUGGEST) | ACT_BIT(PLAN) | ACT_BIT(PROBSOLVE))
#define ACTS_MISJUDGE (ACT_BIT(LABEL) | ACT_BIT(PARA) | ACT_BIT(SUMM) | ACT_BIT(MIRROR) | ACT_BIT(VALID))

/* What of a good line arrives, permille. */
static int32_t effect(const struct moment *at, int32_t fresh, int32_t voice)
{
    const struct person *p = at->person;
    const struct reach *reach = &reaches[at->class];
    enum act act = at->move->act;
    int32_t e = share(at->m, at->move->q);
    e = share(e, class_gain(at->profile, at->class));
    e = share(e, fresh);
    e = share(e, voice);
    e = share(e, receptiveness(at, reach));
    e = share(e, reach->unasked + as_permille(p->U) * reach->autonomy_slope / 10);
    if (at->move->hook && act_in(act, ACTS_CARRY_HOOK))
        e = share(e, 1300);
    if (at->profile->suicidal && act_in(act, ACTS_NEED_HOPE))
        e = share(e, 500 + as_permille(p->H) / 2);
    return e;
}

enum { WRONG_BELOW = 350 };

/* Telling people what they feel, and being wrong. */
static void misjudge(const struct move *move, struct person *p)
{
    if (move->q >= WRONG_BELOW || !act_in(move->act, ACTS_MISJUDGE))
        return;
    p->E = lowered(p->E, 80 * (WRONG_BELOW - move->q) / 350);
    p->P = raised(p->P, 60 * (WRONG_BELOW - move->q) / 350);
}

enum { RAPPORT_ABOVE_E = 180, TRUST_ABOVE_R = 350 };

/* The ceilings make the order of the stairway: rapport cannot run far ahead of understanding, nor
 * trust ahead of rapport. */
static void improve(const struct moment *at, int32_t e)
{
    struct person *p = at->person;
    enum act act = at->move->act;
    int32_t open = 1000 - share(p->err, 700); /* while an error stands between you, nothing new is believed */
    int channels = p->stage >= 3 ? CHANNEL_COUNT : CH_C;
    int32_t d[CHANNEL_COUNT];
    for (int i = 0; i < CHANNEL_COUNT; i++)
        d[i] = share(share(e, at->model->weight[act][i]), at->model->gain[i]);
    for (int i = CH_E; i <= CH_T; i++)
        d[i] = share(d[i], open);
    meet_luck(at, channels, d);
    p->P = lowered(p->P, d[CH_P]);
    p->L = lowered(p->L, d[CH_L]);
    p->E = raised_to(p->E, d[CH_E], as_q16(at->model->ceiling[act]));
    p->R = raised_to(p->R, d[CH_R], smaller(ONE, p->E + as_q16(RAPPORT_ABOVE_E)));
    p->T = raised_to(p->T, d[CH_T], smaller(ONE, p->R + as_q16(TRUST_ABOVE_R)));
    p->U = raised(p->U, d[CH_U]);
    p->H = raised(p->H, d[CH_H]);
    if (channels > CH_C)
        p->C = raised(p->C, d[CH_C]);
}

/* --- rupture ------------------------------------------------------------------------------- */

static void close_rupture(struct person *p)
{
    p->err = 0;
    for (int i = 0; i < LEDGER_COUNT; i++)
        p->ledger[i] = 0;
}

/* It fades a little with every line that is no new one. */
static void fade_rupture(struct person *p)
{
    p->err = share(p->err, 900);
    for (int i = 0; i < LEDGER_COUNT; i++)
        p->ledger[i] = (int32_t)((uint64_t)p->ledger[i] * 900u / 1000u);
}

static int32_t given_back(int32_t x, int32_t lost, int32_t part)
{
    return (int32_t)smaller(ONE - x, (int32_t)((int64_t)lost * part / 1000)) + x;
}

/* Owning an error gives back a part of what it took, never more. */
static void repair(const struct moment *at, int32_t fresh, int32_t voice)
{
    struct person *p = at->person;
    int32_t part = smaller(800, share(share(share(650, at->move->q), fresh), voice));
    p->E = given_back(p->E, p->ledger[LEDGER_E], part);
    p->R = given_back(p->R, p->ledger[LEDGER_R], part);
    p->T = given_back(p->T, p->ledger[LEDGER_T], part);
    p->U = given_back(p->U, p->ledger[LEDGER_U], part);
    p->P = lowered(p->P, 150 * part / 650 * smaller(p->err, 400) / 400);
}

static void help(const struct moment *at)
{
    struct person *p = at->person;
    int32_t fresh = freshness(at), voice = carrying_voice(at), e = effect(at, fresh, voice);
    misjudge(at->move, p);
    if (at->move->act == ACT_REPAIR && p->err > 0)
        repair(at, fresh, voice);
    else
        improve(at, e);
    if (at->move->act == ACT_REPAIR)
        close_rupture(p);
    else
        fade_rupture(p);
    p->rush = (int16_t)(p->rush - (p->rush > 0 && at->class != CLASS_COG && p->turn % 2 == 0));
}

/* --- harmful lines ------------------------------------------------------------------------- */

/* How hard it hits: agitation and being cornered amplify, rapport and a kind voice soften. */
static int32_t blow(const struct moment *at)
{
    const struct person *p = at->person;
    int32_t nu = share(at->profile->sens, 700 + share(at->heat, 600));
    nu = share(nu, 1000 - share(as_permille(p->R), 450));
    nu = share(nu, 1000 - 120 * at->tone - 60 * at->pace);
    nu = share(nu, 1150 - share(as_permille(p->U), 300));
    if (at->move->act == ACT_ARGUE)
        nu = share(nu, at->profile->argue_extra);
    if (at->class == CLASS_COG)
        nu = share(nu, 1000 + 250 * p->rush);
    return nu;
}

static void harm(const struct moment *at)
{
    struct person *p = at->person;
    int32_t e = share(-at->m, blow(at)), d[CHANNEL_COUNT];
    int channels = p->C > 0 ? CHANNEL_COUNT : CH_C;
    for (int i = 0; i < CHANNEL_COUNT; i++)
        d[i] = share(e, at->model->weight[at->move->act][i]);
    d[CH_C] = smaller(1000, 2 * d[CH_C]);
    meet_luck(at, channels, d);
    p->P = raised(p->P, d[CH_P]);
    p->L = raised(p->L, d[CH_L]);
    lose(&p->E, d[CH_E], &p->ledger[LEDGER_E]);
    lose(&p->R, d[CH_R], &p->ledger[LEDGER_R]);
    lose(&p->T, d[CH_T], &p->ledger[LEDGER_T]);
    lose(&p->U, d[CH_U], &p->ledger[LEDGER_U]);
    p->H = lowered(p->H, d[CH_H]);
    p->C = lowered(p->C, d[CH_C]);
    p->err = smaller(1000, p->err + e);
    p->rush = (int16_t)(p->rush + (at->class == CLASS_COG && p->rush < 3));
}

/* --- the words as a whole ------------------------------------------------------------------ */

void hear(const struct moment *at)
{
    if (at->m >= 0)
        help(at);
    else
        harm(at);
}
