/* exchange.c - what one line does to the person: the heart of the program.
 * The order of the steps is law (MODEL.md 6.5); a second, plain writing of the same law in
 * tests/support must agree with this one to the last bit.  Everything a reader could mistake for
 * carelessness is deliberate: each expression runs left to right and truncates after every
 * division, because recorded plays depend on it. */
#include "arousal.h"
#include "rng.h"

#include <assert.h>

/* One exchange while it happens. */
struct moment {
    const struct model *model;
    const struct profile *profile;
    const struct move *move;
    struct luck luck;
    struct person *person;
    int32_t tone, pace; /* as heard; the trail also asks what a neutral voice would have done */
    int32_t heat;       /* agitation as the words arrive, permille */
    int32_t m;          /* how well this act works on this person at this stage */
    enum act_class class;
};

/* --- what others may read in between ------------------------------------------------------- */

/* Agitation at each cut of the debrief's decomposition.  The numbers are rounded first and
 * subtracted afterwards, so the parts sum to what is shown. */
enum cut {
    CUT_START,
    CUT_TIME,
    CUT_PROMISES,
    CUT_PLAIN_WORDS,
    CUT_WORDS,
    CUT_CALM,
    CUT_DELIVERY,
    CUT_SPACE,
    CUT_TRIGGER,
    CUT_END,
    CUT_COUNT
};

static void trail_mark(int32_t *trail, enum cut cut, const struct person *person)
{
    if (trail)
        trail[cut] = person_agitation(person);
}

static struct delta trail_parts(const int32_t trail[CUT_COUNT])
{
    return (struct delta){
        .time = trail[CUT_TIME] - trail[CUT_START],
        .promise = trail[CUT_PROMISES] - trail[CUT_TIME] + trail[CUT_CALM] - trail[CUT_WORDS],
        .words = trail[CUT_PLAIN_WORDS] - trail[CUT_PROMISES] + trail[CUT_END] - trail[CUT_TRIGGER],
        .delivery = trail[CUT_WORDS] - trail[CUT_PLAIN_WORDS] + trail[CUT_DELIVERY] - trail[CUT_CALM],
        .space = trail[CUT_SPACE] - trail[CUT_DELIVERY],
        .trigger = trail[CUT_TRIGGER] - trail[CUT_SPACE],
    };
}

/* --- promises ------------------------------------------------------------------------------ */

enum { PROMISE_HOLDS = 4, BROKEN_RUPTURE = 600 };

static void break_promise(struct person *p)
{
    struct person before = *p;
    p->T = fix_step(p->T, -600);
    p->R = fix_step(p->R, -350);
    p->E = fix_step(p->E, -150);
    p->P = fix_step(p->P, 300);
    p->err = p->err > BROKEN_RUPTURE ? p->err : BROKEN_RUPTURE;
    p->ledger[LEDGER_E] += before.E - p->E;
    p->ledger[LEDGER_R] += before.R - p->R;
    p->ledger[LEDGER_T] += before.T - p->T;
}

static void break_due_promises(struct person *p)
{
    for (int i = 0; i < DEBT_MAX; i++)
        if (p->debt[i] != 0 && p->turn >= p->debt[i]) {
            p->debt[i] = 0;
            break_promise(p);
        }
}

/* A lie calms a little now, which is what tempts people to it. */
static void give_false_promise(struct person *p)
{
    p->P = fix_step(p->P, -60);
    p->T = fix_step(p->T, 30);
    for (int i = 0; i < DEBT_MAX; i++)
        if (p->debt[i] == 0) {
            p->debt[i] = p->turn + PROMISE_HOLDS;
            return;
        }
    assert(!"an older promise is due before a fifth can be given");
}

/* --- helpful lines ------------------------------------------------------------------------- */

/* How far each class of act still gets through as agitation rises: reasoning goes first. */
static const struct {
    int32_t from, slope, least; /* permille; slope in tenths */
} receptive[] = {[CLASS_AFF] = {0, 2, 0},
                 [CLASS_MID] = {200, 5, 0},
                 [CLASS_COG] = {250, 12, 100},
                 [CLASS_ERR] = {250, 12, 100}};

static int32_t receptiveness(const struct moment *at)
{
    int32_t over = at->heat - receptive[at->class].from;
    int32_t r = 1000 - (over > 0 ? over : 0) * receptive[at->class].slope / 10;
    r = r > receptive[at->class].least ? r : receptive[at->class].least;
    r = r * (at->class == CLASS_AFF ? 1000 : at->profile->cog) / 1000;
    r = r * (1000 - at->move->complexity * at->heat * (2000 - at->profile->cog) / 8000) / 1000;
    r = r * (1000 - fix_topm(at->person->F) / 5) / 1000;
    return r > 50 ? r : 50;
}

/* A technique wears out when it is repeated. */
static int32_t freshness(const struct moment *at)
{
    enum act act = at->move->act;
    int32_t worn = 1500 * at->model->habit[act] / 1000 * at->person->habit[act] / 1000;
    return worn < 1000 ? 1000 - worn : 0;
}

enum { EARSHOT_CM = 500 };

static int32_t carrying_voice(const struct moment *at)
{
    int32_t dl = clamp32(1000 + 120 * at->tone + 80 * at->pace, 500, 1300);
    return at->move->dist > EARSHOT_CM ? dl * 850 / 1000 : dl;
}

static int32_t class_gain(const struct profile *profile, enum act_class class)
{
    const int32_t gains[] = {[CLASS_AFF] = profile->gAFF,
                             [CLASS_MID] = profile->gMID,
                             [CLASS_COG] = profile->gCOG,
                             [CLASS_ERR] = 1000};
    return gains[class];
}

#define ACTS_CARRY_HOOK (ACT_BIT(HOOK) | ACT_BIT(SUMM) | ACT_BIT(VALID) | ACT_BIT(CHALLENGE))
#define ACTS_NEED_HOPE  (ACT_BIT(SUGGEST) | ACT_BIT(PLAN) | ACT_BIT(PROBSOLVE))
#define ACTS_MISJUDGE   (ACT_BIT(LABEL) | ACT_BIT(PARA) | ACT_BIT(SUMM) | ACT_BIT(MIRROR) | ACT_BIT(VALID))

/* What of a good line arrives, permille. */
static int32_t effect(const struct moment *at, int32_t fresh, int32_t voice)
{
    const struct person *p = at->person;
    enum act act = at->move->act;
    int32_t e = at->m * at->move->q / 1000;
    e = e * class_gain(at->profile, at->class) / 1000;
    e = e * fresh / 1000;
    e = e * voice / 1000;
    e = e * receptiveness(at) / 1000;
    if (at->class == CLASS_COG) /* no autonomy, no agreement */
        e = e * (600 + fix_topm(p->U) * 4 / 10) / 1000;
    if (at->move->hook && act_in(act, ACTS_CARRY_HOOK))
        e = e * 1300 / 1000;
    if (at->profile->suicidal && act_in(act, ACTS_NEED_HOPE))
        e = e * (500 + fix_topm(p->H) / 2) / 1000;
    return e;
}

enum { WRONG_BELOW = 350 };

/* Telling people what they feel, and being wrong. */
static void misjudge(const struct move *move, struct person *p)
{
    if (move->q >= WRONG_BELOW || !act_in(move->act, ACTS_MISJUDGE))
        return;
    p->E = fix_step(p->E, -(80 * (WRONG_BELOW - move->q) / 350));
    p->P = fix_step(p->P, 60 * (WRONG_BELOW - move->q) / 350);
}

static int32_t given_back(int32_t x, int32_t lost, int32_t share)
{
    int32_t back = x + (int32_t)((int64_t)lost * share / 1000);
    return back < ONE ? back : ONE;
}

static void close_rupture(struct person *p)
{
    p->err = 0;
    for (int i = 0; i < LEDGER_COUNT; i++)
        p->ledger[i] = 0;
}

/* Owning an error gives back a part of what it took, never more. */
static void repair(const struct moment *at, int32_t fresh, int32_t voice)
{
    struct person *p = at->person;
    int32_t share = 650 * at->move->q / 1000;
    share = share * fresh / 1000;
    share = share * voice / 1000;
    share = share < 800 ? share : 800;
    p->E = given_back(p->E, p->ledger[LEDGER_E], share);
    p->R = given_back(p->R, p->ledger[LEDGER_R], share);
    p->T = given_back(p->T, p->ledger[LEDGER_T], share);
    p->U = given_back(p->U, p->ledger[LEDGER_U], share);
    p->P = fix_step(p->P, -(150 * share / 650 * (p->err < 400 ? p->err : 400) / 400));
    close_rupture(p);
}

static int32_t with_luck(const struct moment *at, enum channel channel, int32_t amount)
{
    return amount * rng_noise(at->luck.seed, (uint32_t)at->person->turn, channel, at->luck.amp) / 1000;
}

static int32_t weighted(const struct moment *at, enum channel channel, int32_t e)
{
    return e * at->model->weight[at->move->act][channel] / 1000;
}

static int32_t gain(const struct moment *at, enum channel channel, int32_t e)
{
    return weighted(at, channel, e) * at->model->gain[channel] / 1000;
}

/* While an error stands between you, nothing new is believed. */
static int32_t relation_gain(const struct moment *at, enum channel channel, int32_t e, int32_t open)
{
    return with_luck(at, channel, gain(at, channel, e) * open / 1000);
}

enum { RAPPORT_ABOVE_E = 180, TRUST_ABOVE_R = 350 };

static int32_t ceiling_over(int32_t q16, int32_t permille)
{
    int32_t ceiling = q16 + fix_pm(permille);
    return ceiling < ONE ? ceiling : ONE;
}

static void improve(const struct moment *at, int32_t e)
{
    struct person *p = at->person;
    int32_t open = 1000 - p->err * 7 / 10;
    p->P = fix_step(p->P, -with_luck(at, CH_P, gain(at, CH_P, e)));
    p->L = fix_step(p->L, -with_luck(at, CH_L, gain(at, CH_L, e)));
    /* The ceilings make the order of the stairway: rapport cannot run far ahead of understanding,
     * nor trust ahead of rapport. */
    p->E = fix_stepcap(p->E, relation_gain(at, CH_E, e, open), fix_pm(at->model->ceiling[at->move->act]));
    p->R = fix_stepcap(p->R, relation_gain(at, CH_R, e, open), ceiling_over(p->E, RAPPORT_ABOVE_E));
    p->T = fix_stepcap(p->T, relation_gain(at, CH_T, e, open), ceiling_over(p->R, TRUST_ABOVE_R));
    p->U = fix_step(p->U, with_luck(at, CH_U, gain(at, CH_U, e)));
    p->H = fix_step(p->H, with_luck(at, CH_H, gain(at, CH_H, e)));
    if (p->stage >= 3)
        p->C = fix_step(p->C, with_luck(at, CH_C, gain(at, CH_C, e)));
}

static void help(const struct moment *at)
{
    struct person *p = at->person;
    int32_t fresh = freshness(at), voice = carrying_voice(at);
    int32_t e = effect(at, fresh, voice);
    misjudge(at->move, p);
    if (at->move->act == ACT_REPAIR && p->err > 0)
        repair(at, fresh, voice);
    else
        improve(at, e);
}

/* --- harmful lines ------------------------------------------------------------------------- */

/* How hard it hits: agitation and being cornered amplify, rapport and a kind voice soften. */
static int32_t blow(const struct moment *at)
{
    const struct person *p = at->person;
    int32_t nu = at->profile->sens * (700 + at->heat * 6 / 10) / 1000;
    nu = nu * (1000 - fix_topm(p->R) * 45 / 100) / 1000;
    nu = nu * (1000 - 120 * at->tone - 60 * at->pace) / 1000;
    nu = nu * (1150 - fix_topm(p->U) * 3 / 10) / 1000;
    if (at->move->act == ACT_ARGUE)
        nu = nu * at->profile->argue_extra / 1000;
    if (at->class == CLASS_COG)
        nu = nu * (1000 + 250 * p->rush) / 1000;
    return nu;
}

static int32_t loss(const struct moment *at, enum channel channel, int32_t e)
{
    return with_luck(at, channel, weighted(at, channel, e));
}

static void lose(int32_t *x, int32_t d, int32_t *ledger)
{
    int32_t before = *x;
    *x = fix_step(before, -d);
    *ledger += before - *x;
}

static void harm(const struct moment *at)
{
    struct person *p = at->person;
    int32_t e = -at->m * blow(at) / 1000;
    int32_t commitment = 2 * weighted(at, CH_C, e);
    p->P = fix_step(p->P, loss(at, CH_P, e));
    p->L = fix_step(p->L, loss(at, CH_L, e));
    lose(&p->E, loss(at, CH_E, e), &p->ledger[LEDGER_E]);
    lose(&p->R, loss(at, CH_R, e), &p->ledger[LEDGER_R]);
    lose(&p->T, loss(at, CH_T, e), &p->ledger[LEDGER_T]);
    lose(&p->U, loss(at, CH_U, e), &p->ledger[LEDGER_U]);
    p->H = fix_step(p->H, -loss(at, CH_H, e));
    p->C = fix_step(p->C, -with_luck(at, CH_C, commitment < 1000 ? commitment : 1000));
    p->err = p->err + e < 1000 ? p->err + e : 1000;
    if (at->class == CLASS_COG && p->rush < 3)
        p->rush++;
}

/* --- the words as a whole ------------------------------------------------------------------ */

static int32_t row_value(const struct moment *at)
{
    const struct move *move = at->move;
    int stage = move->act == ACT_HOOK && move->hook_unknown ? 0 : at->person->stage;
    int32_t m = at->model->m[move->act][stage];
    if (move->act == ACT_LIMIT)
        return m + at->profile->limitgain / 2;
    if (move->act == ACT_TPI)
        return m + at->profile->tpi * 4 / 10;
    return move->act == ACT_REPAIR ? 100 : m;
}

static void hear(const struct moment *at)
{
    if (at->m >= 0)
        help(at);
    else
        harm(at);
}

/* P after the same words in a neutral voice: what separates words from delivery. */
static void trail_plain_words(int32_t *trail, const struct moment *at)
{
    if (!trail)
        return;
    struct person copy = *at->person;
    struct moment plain = *at;
    plain.person = &copy;
    plain.tone = 0;
    plain.pace = 0;
    hear(&plain);
    trail_mark(trail, CUT_PLAIN_WORDS, &copy);
}

/* A rupture fades a little with every line that is no new one. */
static void settle(const struct moment *at)
{
    struct person *p = at->person;
    if (at->m >= 0 && at->class != CLASS_COG && p->turn % 2 == 0 && p->rush > 0)
        p->rush--;
    if (at->move->act == ACT_REPAIR) {
        close_rupture(p);
    } else if (at->m >= 0) {
        p->err = p->err * 900 / 1000;
        for (int i = 0; i < LEDGER_COUNT; i++)
            p->ledger[i] = (int32_t)((int64_t)p->ledger[i] * 900 / 1000);
    }
}

/* --- how, where and what else -------------------------------------------------------------- */

static void suffer_voice(const struct moment *at)
{
    struct person *p = at->person;
    if (at->tone < 0) {
        int32_t nu = at->profile->sens * (1000 - fix_topm(p->R) * 45 / 100) / 1000;
        p->P = fix_step(p->P, -at->tone * 35 * nu / 1000);
        p->R = fix_step(p->R, at->tone * 15);
        p->E = fix_step(p->E, at->tone * 15);
    }
    if (at->pace < 0) {
        p->P = fix_step(p->P, -at->pace * 15);
        p->U = fix_step(p->U, at->pace * 20);
    }
}

static void suffer_nearness(const struct moment *at)
{
    struct person *p = at->person;
    int32_t need = at->profile->bubble * (1000 + at->heat / 2) / 1000, dist = at->move->dist;
    if (dist < 0 || dist >= need)
        return;
    int32_t v = (need - dist) * 1000 / need;
    p->P = fix_step(p->P, 250 * v / 1000 * at->profile->sens / 1000);
    p->T = fix_step(p->T, -(120 * v / 1000));
    p->U = fix_step(p->U, -(150 * v / 1000));
}

static void suffer_sore_point(const struct moment *at)
{
    struct person *p = at->person;
    int32_t trigger = at->move->trigger;
    if (trigger == 0)
        return;
    p->P = fix_step(p->P, trigger * at->profile->sens / 1000 * (1000 - fix_topm(p->R) * 3 / 10) / 1000);
    p->E = fix_step(p->E, -(trigger / 3));
}

enum { QUESTIONS_FREE = 2, QUESTIONS_COUNTED = 1000 };

/* From the third question in a row on it is an interrogation. */
static void suffer_questions(const struct moment *at)
{
    struct person *p = at->person;
    if (!act_in(at->move->act, ACTS_QUESTIONS)) {
        p->question_run = 0;
        return;
    }
    if (p->question_run < QUESTIONS_COUNTED)
        p->question_run++;
    int32_t k = p->question_run - QUESTIONS_FREE;
    if (k <= 0)
        return;
    p->P = fix_step(p->P, 25 * k);
    p->U = fix_step(p->U, -40 * k);
    p->R = fix_step(p->R, -20 * k);
}

static void grow_familiar(enum act act, struct person *p)
{
    for (int i = 0; i < ACT_COUNT; i++)
        p->habit[i] = (int16_t)(p->habit[i] * 780 / 1000);
    p->habit[act] = (int16_t)(p->habit[act] + (1000 - p->habit[act]) * 450 / 1000);
}

/* --- the stairway -------------------------------------------------------------------------- */

enum { STAGE_TOP = 4, GATE_SLACK = 90, HOPE_NEEDED = 350 };

/* The variables a gate asks about, permille. */
struct standing {
    int32_t A, E, R, T;
};

static bool gate_holds(const struct profile *profile, const struct standing *s, int stage)
{
    int32_t gate = profile->gate;
    switch (stage) {
    case 1: return s->E >= 300 * gate / 1000 - GATE_SLACK;
    case 2: return s->E >= 520 * gate / 1000 - GATE_SLACK && s->A <= 810;
    case 3:
        return s->R >= 540 * gate / 1000 - GATE_SLACK && s->T >= 420 * gate / 1000 - GATE_SLACK &&
               s->A <= 650;
    default: return true;
    }
}

static bool gate_opens(const struct profile *profile, const struct standing *s, const struct person *p,
                       int stage)
{
    int32_t gate = profile->gate;
    switch (stage) {
    case 1: return s->E >= 300 * gate / 1000;
    case 2: return s->E >= 520 * gate / 1000 && s->A <= 720;
    case 3:
        return s->R >= 540 * gate / 1000 && s->T >= 420 * gate / 1000 && s->E >= 480 * gate / 1000 &&
               s->A <= 560;
    default: /* calm is not safe: a suicidal person must have been asked, and must see a reason to go on */
        return fix_topm(p->C) >= 620 && s->A <= 420 &&
               (!profile->suicidal || (p->asked_suicide && fix_topm(p->H) >= HOPE_NEEDED));
    }
}

/* Down as far as the lowest gate that no longer holds; up one step at most, and only if none fell. */
static void climb_or_fall(const struct profile *profile, int32_t agitation, struct person *p)
{
    struct standing s = {agitation, fix_topm(p->E), fix_topm(p->R), fix_topm(p->T)};
    if (p->stage == STAGE_TOP)
        return;
    for (int stage = 1; stage <= p->stage; stage++)
        if (!gate_holds(profile, &s, stage)) {
            p->stage = (int8_t)(stage - 1);
            return;
        }
    if (gate_opens(profile, &s, p, p->stage + 1))
        p->stage++;
    if (p->stage > p->top_stage)
        p->top_stage = p->stage;
}

/* --- the end ------------------------------------------------------------------------------- */

enum { HOT_FOR = 2, COLD_FOR = 4, COLD_FROM_TURN = 9, COLD_BELOW = 80, COUNTER_MAX = 100 };

static int8_t counted(int8_t counter, bool again)
{
    if (!again)
        return 0;
    return (int8_t)(counter < COUNTER_MAX ? counter + 1 : COUNTER_MAX);
}

static enum person_outcome outcome(const struct profile *profile, int32_t agitation, struct person *p)
{
    p->hot_exchanges = counted(p->hot_exchanges, agitation >= profile->boil);
    p->cold_exchanges =
        counted(p->cold_exchanges, fix_topm(p->U) < COLD_BELOW && fix_topm(p->R) < COLD_BELOW);
    if (p->hot_exchanges >= HOT_FOR)
        return PERSON_ESCALATED;
    if (p->cold_exchanges >= COLD_FOR && p->turn >= COLD_FROM_TURN)
        return PERSON_CONTACT_LOST;
    return p->stage == STAGE_TOP ? PERSON_RESOLVED : PERSON_OPEN;
}

/* --- one exchange -------------------------------------------------------------------------- */

static struct moment moment_of(const struct model *model, const struct profile *profile, struct luck luck,
                               const struct move *move, struct person *person)
{
    struct moment at = {.model = model, .profile = profile, .move = move, .luck = luck, .person = person};
    at.tone = move->tone;
    at.pace = move->pace;
    at.heat = person_agitation(person);
    at.class = (enum act_class)model->class[move->act];
    at.m = row_value(&at);
    return at;
}

static void hear_and_settle(const struct moment *at, int32_t *trail)
{
    struct person *p = at->person;
    trail_plain_words(trail, at);
    hear(at);
    trail_mark(trail, CUT_WORDS, p);
    if (at->move->act == ACT_PROMISE)
        give_false_promise(p);
    if (at->move->act == ACT_SUICQ)
        p->asked_suicide = true;
    settle(at);
    trail_mark(trail, CUT_CALM, p);
}

static void suffer_circumstances(const struct moment *at, int32_t *trail)
{
    suffer_voice(at);
    trail_mark(trail, CUT_DELIVERY, at->person);
    suffer_nearness(at);
    trail_mark(trail, CUT_SPACE, at->person);
    suffer_sore_point(at);
    trail_mark(trail, CUT_TRIGGER, at->person);
    suffer_questions(at);
    trail_mark(trail, CUT_END, at->person);
}

enum person_outcome person_exchange(const struct model *model, const struct profile *profile,
                                    struct luck luck, const struct move *move, struct person *person,
                                    struct delta *delta)
{
    int32_t cuts[CUT_COUNT], *trail = delta ? cuts : NULL;
    trail_mark(trail, CUT_START, person);
    person_wait(profile, move->dt, person);
    trail_mark(trail, CUT_TIME, person);
    break_due_promises(person);
    trail_mark(trail, CUT_PROMISES, person);

    struct moment at = moment_of(model, profile, luck, move, person);
    hear_and_settle(&at, trail);
    suffer_circumstances(&at, trail);
    if (delta)
        *delta = trail_parts(cuts);

    grow_familiar(move->act, person);
    person->turn++;
    int32_t agitation = person_agitation(person);
    climb_or_fall(profile, agitation, person);
    return outcome(profile, agitation, person);
}
