/* plain_model.c - the update order of one exchange as a person would read it out.
 * Written from the text, not from the code: nothing of engine/subject is called here but the
 * tables.  Numbers are 64 bits wide, divisions are divisions, every rule stands where the text
 * has it. */
#include "plain_model.h"

typedef int64_t num;

#define FULL 65536

static num step(num x, num d)
{
    d = d > 1000 ? 1000 : d < -1000 ? -1000 : d;
    return d >= 0 ? x + (FULL - x) * d / 1000 : x - x * -d / 1000;
}

static num step_up_to(num x, num d, num ceiling)
{
    if (d <= 0)
        return step(x, d);
    if (x >= ceiling)
        return x;
    return x + (ceiling - x) * (d > 1000 ? 1000 : d) / 1000;
}

static num q16(num permille)
{
    return (permille * FULL + 500) / 1000;
}

static num permille(num x)
{
    return (x * 1000 + FULL / 2) / FULL;
}

static num larger(num a, num b)
{
    return a > b ? a : b;
}

static num smaller(num a, num b)
{
    return a < b ? a : b;
}

static num retain(num half_life, num seconds)
{
    static const num table[] = {65536, 62757, 60097, 57549, 55109, 52773, 50535, 48393, 46341,
                                44376, 42495, 40693, 38968, 37316, 35734, 34219, 32768};
    num n = seconds / half_life;
    if (n > 15)
        return 0;
    num f = (seconds % half_life) * 65536 / half_life;
    num i = f >> 12, g = f & 4095;
    return (table[i] - (((table[i] - table[i + 1]) * g) >> 12)) >> n;
}

static uint32_t mix(uint64_t z)
{
    z += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

static num noise(struct luck luck, num turn, num channel)
{
    uint64_t b = luck.seed * 1000003u + (uint64_t)turn * 97u + (uint64_t)channel * 2u;
    num two = (num)(mix(b) % 1001u) + (num)(mix(b + 1) % 1001u);
    return 1000 + (two - 1000) * luck.amp / 1000;
}

static num agitation(const struct person *p)
{
    return permille(p->L + p->P - (num)p->L * p->P / FULL);
}

static bool is_one_of(enum act act, const enum act *list, int count)
{
    for (int i = 0; i < count; i++)
        if (list[i] == act)
            return true;
    return false;
}
#define IS_ONE_OF(one, ...) \
    is_one_of((one), (const enum act[]){__VA_ARGS__}, (int)(sizeof((const enum act[]){__VA_ARGS__}) / sizeof(enum act)))

static num receptiveness(const struct profile *pr, const struct person *p, enum act_class class, num a, num complexity)
{
    num r = class == CLASS_AFF   ? 1000 - a / 5
            : class == CLASS_MID ? 1000 - larger(0, a - 200) / 2
                                 : larger(100, 1000 - larger(0, a - 250) * 12 / 10);
    if (class != CLASS_AFF)
        r = r * pr->cog / 1000;
    r = r * (1000 - complexity * a * (2000 - pr->cog) / 8000) / 1000;
    r = r * (1000 - permille(p->F) / 5) / 1000;
    return larger(50, r);
}

#define SET(variable, value) ((variable) = (int32_t)(value))

static void first_time_passes(const struct profile *pr, const struct move *mv, struct person *p)
{
    SET(p->P, p->P * retain(pr->hlP, mv->dt) >> 16);
    num floor = q16(pr->Lfloor);
    if (p->L > floor)
        SET(p->L, floor + ((p->L - floor) * retain(pr->hlL, mv->dt) >> 16));
    SET(p->F, smaller(FULL, p->F + (num)FULL * mv->dt / pr->stamina));
}

static void then_due_promises_explode(struct person *p)
{
    for (int i = 0; i < DEBT_MAX; i++) {
        if (p->debt[i] == 0 || p->turn < p->debt[i])
            continue;
        p->debt[i] = 0;
        struct person before = *p;
        SET(p->T, step(p->T, -600));
        SET(p->R, step(p->R, -350));
        SET(p->E, step(p->E, -150));
        SET(p->P, step(p->P, 300));
        SET(p->err, larger(600, p->err));
        p->ledger[LEDGER_E] += before.E - p->E;
        p->ledger[LEDGER_R] += before.R - p->R;
        p->ledger[LEDGER_T] += before.T - p->T;
    }
}

static void a_helpful_line(const struct model *mo, const struct profile *pr, struct luck luck, const struct move *mv,
                           struct person *p, num m, num A0)
{
    enum act_class class = (enum act_class)mo->class[mv->act];
    num p1 = smaller(mv->pace, 1);
    num eta = larger(0, 1000 - (1500 * mo->habit[mv->act] / 1000) * p->habit[mv->act] / 1000);
    num dl = larger(500, smaller(1300, 1000 + 120 * mv->tone + 80 * p1));
    if (mv->dist > 500)
        dl = dl * 850 / 1000;
    num g = class == CLASS_AFF ? pr->gAFF : class == CLASS_MID ? pr->gMID : class == CLASS_COG ? pr->gCOG : 1000;
    num e = m * mv->q / 1000;
    e = e * g / 1000;
    e = e * eta / 1000;
    e = e * dl / 1000;
    e = e * receptiveness(pr, p, class, A0, mv->complexity) / 1000;
    if (class == CLASS_COG)
        e = e * (600 + permille(p->U) * 4 / 10) / 1000;
    if (mv->hook && IS_ONE_OF(mv->act, ACT_HOOK, ACT_SUMM, ACT_VALID, ACT_CHALLENGE))
        e = e * 1300 / 1000;
    if (pr->suicidal && IS_ONE_OF(mv->act, ACT_SUGGEST, ACT_PLAN, ACT_PROBSOLVE))
        e = e * (500 + permille(p->H) / 2) / 1000;
    if (mv->q < 350 && IS_ONE_OF(mv->act, ACT_LABEL, ACT_PARA, ACT_SUMM, ACT_MIRROR, ACT_VALID)) {
        SET(p->E, step(p->E, -(80 * (350 - mv->q) / 350)));
        SET(p->P, step(p->P, 60 * (350 - mv->q) / 350));
    }
    if (mv->act == ACT_REPAIR && p->err > 0) {
        num rk = 650 * mv->q / 1000;
        rk = rk * eta / 1000;
        rk = smaller(800, rk * dl / 1000);
        SET(p->E, smaller(FULL, p->E + p->ledger[LEDGER_E] * rk / 1000));
        SET(p->R, smaller(FULL, p->R + p->ledger[LEDGER_R] * rk / 1000));
        SET(p->T, smaller(FULL, p->T + p->ledger[LEDGER_T] * rk / 1000));
        SET(p->U, smaller(FULL, p->U + p->ledger[LEDGER_U] * rk / 1000));
        SET(p->P, step(p->P, -(150 * rk / 650 * smaller(p->err, 400) / 400)));
        p->err = 0;
        for (int i = 0; i < LEDGER_COUNT; i++)
            p->ledger[i] = 0;
        e = 0;
    }
    num ru = 1000 - (num)p->err * 7 / 10, d[CHANNEL_COUNT];
    for (int i = 0; i < CHANNEL_COUNT; i++) {
        bool relation = i == CH_E || i == CH_R || i == CH_T;
        d[i] = e * mo->weight[mv->act][i] / 1000 * mo->gain[i] / 1000 * (relation ? ru : 1000) / 1000;
        d[i] = d[i] * noise(luck, p->turn, i) / 1000;
    }
    SET(p->P, step(p->P, -d[CH_P]));
    SET(p->L, step(p->L, -d[CH_L]));
    SET(p->E, step_up_to(p->E, d[CH_E], q16(mo->ceiling[mv->act])));
    SET(p->R, step_up_to(p->R, d[CH_R], smaller(FULL, p->E + q16(180))));
    SET(p->T, step_up_to(p->T, d[CH_T], smaller(FULL, p->R + q16(350))));
    SET(p->U, step(p->U, d[CH_U]));
    SET(p->H, step(p->H, d[CH_H]));
    if (p->stage >= 3)
        SET(p->C, step(p->C, d[CH_C]));
}

static void a_harmful_line(const struct model *mo, const struct profile *pr, struct luck luck, const struct move *mv,
                           struct person *p, num m, num A0)
{
    num nu = pr->sens * (700 + A0 * 6 / 10) / 1000;
    nu = nu * (1000 - permille(p->R) * 45 / 100) / 1000;
    nu = nu * (1000 - 120 * mv->tone - 60 * smaller(mv->pace, 1)) / 1000;
    nu = nu * (1150 - permille(p->U) * 3 / 10) / 1000;
    if (mv->act == ACT_ARGUE)
        nu = nu * pr->argue_extra / 1000;
    if (mo->class[mv->act] == CLASS_COG)
        nu = nu * (1000 + 250 * p->rush) / 1000;
    num e = -m * nu / 1000, d[CHANNEL_COUNT];
    for (int i = 0; i < CHANNEL_COUNT; i++) {
        d[i] = e * mo->weight[mv->act][i] / 1000;
        if (i == CH_C)
            d[i] = smaller(1000, 2 * d[i]);
        d[i] = d[i] * noise(luck, p->turn, i) / 1000;
    }
    struct person before = *p;
    SET(p->P, step(p->P, d[CH_P]));
    SET(p->L, step(p->L, d[CH_L]));
    SET(p->E, step(p->E, -d[CH_E]));
    SET(p->R, step(p->R, -d[CH_R]));
    SET(p->T, step(p->T, -d[CH_T]));
    SET(p->U, step(p->U, -d[CH_U]));
    SET(p->H, step(p->H, -d[CH_H]));
    SET(p->C, step(p->C, -d[CH_C]));
    SET(p->err, smaller(1000, p->err + e));
    p->ledger[LEDGER_E] += before.E - p->E;
    p->ledger[LEDGER_R] += before.R - p->R;
    p->ledger[LEDGER_T] += before.T - p->T;
    p->ledger[LEDGER_U] += before.U - p->U;
    if (mo->class[mv->act] == CLASS_COG)
        p->rush = (int16_t)smaller(3, p->rush + 1);
}

static void then_the_words(const struct model *mo, const struct profile *pr, struct luck luck, const struct move *mv,
                           struct person *p, num A0)
{
    int stage = mv->act == ACT_HOOK && mv->hook_unknown ? 0 : p->stage;
    num m = mo->m[mv->act][stage];
    if (mv->act == ACT_REPAIR)
        m = 100;
    if (mv->act == ACT_LIMIT)
        m += pr->limitgain / 2;
    if (mv->act == ACT_TPI)
        m += (num)pr->tpi * 4 / 10;
    if (m >= 0)
        a_helpful_line(mo, pr, luck, mv, p, m, A0);
    else
        a_harmful_line(mo, pr, luck, mv, p, m, A0);
    if (m >= 0 && mo->class[mv->act] != CLASS_COG && p->turn % 2 == 0)
        p->rush = (int16_t)larger(0, p->rush - 1);
    if (mv->act == ACT_PROMISE) {
        SET(p->P, step(p->P, -60));
        SET(p->T, step(p->T, 30));
        int free_place = 0;
        while (p->debt[free_place] != 0)
            free_place++;
        p->debt[free_place] = p->turn + 4;
    }
    if (mv->act == ACT_REPAIR) {
        p->err = 0;
        for (int i = 0; i < LEDGER_COUNT; i++)
            p->ledger[i] = 0;
    } else if (m >= 0) {
        SET(p->err, p->err * 900 / 1000);
        for (int i = 0; i < LEDGER_COUNT; i++)
            SET(p->ledger[i], (num)p->ledger[i] * 900 / 1000);
    }
    if (mv->act == ACT_SUICQ)
        p->asked_suicide = true;
}

static void then_delivery(const struct profile *pr, const struct move *mv, struct person *p)
{
    if (mv->tone < 0) {
        num nu = pr->sens * (1000 - permille(p->R) * 45 / 100) / 1000;
        SET(p->P, step(p->P, -mv->tone * 35 * nu / 1000));
        SET(p->R, step(p->R, mv->tone * 15));
        SET(p->E, step(p->E, mv->tone * 15));
    }
    if (mv->pace < 0) {
        SET(p->P, step(p->P, -mv->pace * 15));
        SET(p->U, step(p->U, mv->pace * 20));
    }
}

static void then_space(const struct profile *pr, const struct move *mv, struct person *p, num A0)
{
    num need = pr->bubble * (1000 + A0 / 2) / 1000;
    if (mv->dist < 0 || mv->dist >= need)
        return;
    num v = (need - mv->dist) * 1000 / need;
    SET(p->P, step(p->P, 250 * v / 1000 * pr->sens / 1000));
    SET(p->T, step(p->T, -(120 * v / 1000)));
    SET(p->U, step(p->U, -(150 * v / 1000)));
}

static void then_the_sore_point(const struct profile *pr, const struct move *mv, struct person *p)
{
    if (mv->trigger == 0)
        return;
    num d = (num)mv->trigger * pr->sens / 1000 * (1000 - permille(p->R) * 3 / 10) / 1000;
    SET(p->P, step(p->P, d));
    SET(p->E, step(p->E, -(mv->trigger / 3)));
}

static void then_questions_in_a_row(const struct move *mv, struct person *p)
{
    if (!IS_ONE_OF(mv->act, ACT_OPENQ, ACT_CLOSEDQ, ACT_WHYQ, ACT_SAFEQ, ACT_SUICQ)) {
        p->question_run = 0;
        return;
    }
    if (p->question_run < 1000)
        p->question_run++;
    num k = p->question_run - 2;
    if (k <= 0)
        return;
    SET(p->P, step(p->P, 25 * k));
    SET(p->U, step(p->U, -40 * k));
    SET(p->R, step(p->R, -20 * k));
}

static bool holds(const struct profile *pr, const struct person *p, int stage)
{
    num A = agitation(p), E = permille(p->E), R = permille(p->R), T = permille(p->T);
    if (stage == 1)
        return E >= 300 * pr->gate / 1000 - 90;
    if (stage == 2)
        return E >= 520 * pr->gate / 1000 - 90 && A <= 810;
    if (stage == 3)
        return R >= 540 * pr->gate / 1000 - 90 && T >= 420 * pr->gate / 1000 - 90 && A <= 650;
    return true;
}

static bool opens(const struct profile *pr, const struct person *p, int stage)
{
    num A = agitation(p), E = permille(p->E), R = permille(p->R), T = permille(p->T);
    if (stage == 1)
        return E >= 300 * pr->gate / 1000;
    if (stage == 2)
        return E >= 520 * pr->gate / 1000 && A <= 720;
    if (stage == 3)
        return R >= 540 * pr->gate / 1000 && T >= 420 * pr->gate / 1000 && E >= 480 * pr->gate / 1000 && A <= 560;
    return permille(p->C) >= 620 && A <= 420 && (!pr->suicidal || (p->asked_suicide && permille(p->H) >= 350));
}

static void then_the_stairway(const struct profile *pr, struct person *p)
{
    if (p->stage == 4)
        return;
    for (int stage = 1; stage <= p->stage; stage++)
        if (!holds(pr, p, stage)) {
            p->stage = (int8_t)(stage - 1);
            return;
        }
    if (opens(pr, p, p->stage + 1))
        p->stage++;
    if (p->stage > p->top_stage)
        p->top_stage = p->stage;
}

enum person_outcome plain_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                   const struct move *move, struct person *p)
{
    first_time_passes(profile, move, p);
    then_due_promises_explode(p);
    num A0 = agitation(p);
    then_the_words(model, profile, luck, move, p, A0);
    then_delivery(profile, move, p);
    then_space(profile, move, p, A0);
    then_the_sore_point(profile, move, p);
    then_questions_in_a_row(move, p);
    for (int i = 0; i < ACT_COUNT; i++)
        p->habit[i] = (int16_t)(p->habit[i] * 780 / 1000);
    p->habit[move->act] = (int16_t)(p->habit[move->act] + (1000 - p->habit[move->act]) * 450 / 1000);
    p->turn++;
    then_the_stairway(profile, p);

    num A = agitation(p);
    p->hot_exchanges = (int8_t)(A >= profile->boil ? smaller(100, p->hot_exchanges + 1) : 0);
    bool cold = permille(p->U) < 80 && permille(p->R) < 80;
    p->cold_exchanges = (int8_t)(cold ? smaller(100, p->cold_exchanges + 1) : 0);
    if (p->hot_exchanges >= 2)
        return PERSON_ESCALATED;
    if (p->cold_exchanges >= 4 && p->turn >= 9)
        return PERSON_CONTACT_LOST;
    return p->stage == 4 ? PERSON_RESOLVED : PERSON_OPEN;
}
