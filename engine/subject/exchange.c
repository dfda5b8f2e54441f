/* exchange.c - what one line does to the person: the heart of the program.
 * The order of the steps is law (MODEL.md 6.5); a second, plain writing of the same law in
 * tests/support must agree with this one to the last bit.  Everything a reader could mistake for
 * carelessness is deliberate: each expression runs left to right and truncates after every
 * division, because recorded plays depend on it. */
#include "hear.h"
#include "stairway.h"

#include <assert.h>

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
        trail[cut] = arousal_shown(person);
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
    lose(&p->T, 600, &p->ledger[LEDGER_T]);
    lose(&p->R, 350, &p->ledger[LEDGER_R]);
    lose(&p->E, 150, &p->ledger[LEDGER_E]);
    p->P = raised(p->P, 300);
    p->err = p->err > BROKEN_RUPTURE ? p->err : BROKEN_RUPTURE;
}

static void break_due_promises(struct person *p)
{
    if (!person_owes(p))
        return;
    for (int i = 0; i < DEBT_MAX; i++)
        if (p->debt[i] != 0 && p->turn >= p->debt[i]) {
            p->debt[i] = 0;
            break_promise(p);
        }
}

/* A lie calms a little now, which is what tempts people to it. */
static void give_false_promise(struct person *p)
{
    p->P = lowered(p->P, 60);
    p->T = raised(p->T, 30);
    for (int i = 0; i < DEBT_MAX; i++)
        if (p->debt[i] == 0) {
            p->debt[i] = p->turn + PROMISE_HOLDS;
            return;
        }
    assert(false && "an older promise is due before a fifth can be given");
}

/* --- the words ----------------------------------------------------------------------------- */

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

/* --- how, where and what else -------------------------------------------------------------- */

static void suffer_voice(const struct moment *at)
{
    struct person *p = at->person;
    if (at->tone < 0) {
        int32_t nu = share(at->profile->sens, 1000 - share(as_permille(p->R), 450));
        p->P = raised(p->P, share(-at->tone * 35, nu));
        p->R = lowered(p->R, -at->tone * 15);
        p->E = lowered(p->E, -at->tone * 15);
    }
    if (at->pace < 0) {
        p->P = raised(p->P, -at->pace * 15);
        p->U = lowered(p->U, -at->pace * 20);
    }
}

static void suffer_nearness(const struct moment *at)
{
    struct person *p = at->person;
    int32_t need = share(at->profile->bubble, 1000 + at->heat / 2), dist = at->move->dist;
    if (dist < 0 || dist >= need)
        return;
    int32_t v = (need - dist) * 1000 / need;
    p->P = raised(p->P, share(share(250, v), at->profile->sens));
    p->T = lowered(p->T, share(120, v));
    p->U = lowered(p->U, share(150, v));
}

static void suffer_sore_point(const struct moment *at)
{
    struct person *p = at->person;
    int32_t trigger = at->move->trigger;
    if (trigger == 0)
        return;
    p->P = raised(p->P, share(share(trigger, at->profile->sens), 1000 - share(as_permille(p->R), 300)));
    p->E = lowered(p->E, trigger / 3);
}

enum { QUESTIONS_FREE = 2, QUESTIONS_COUNTED = 1000 };

/* From the third question in a row on it is an interrogation. */
static void suffer_questions(const struct moment *at)
{
    struct person *p = at->person;
    int32_t run = act_in(at->move->act, ACTS_QUESTIONS) ? smaller(QUESTIONS_COUNTED, p->question_run + 1) : 0;
    p->question_run = (int16_t)run;
    int32_t k = run - QUESTIONS_FREE;
    if (k <= 0)
        return;
    p->P = raised(p->P, 25 * k);
    p->U = lowered(p->U, 40 * k);
    p->R = lowered(p->R, 20 * k);
}

enum { FAMILIAR_BLOCK = ACT_COUNT & ~7 };

/* x * 780 / 1000 for 0 <= x <= 1000, in 16 bits: eight acts at a time fit one register. */
static int16_t forgotten(int16_t x)
{
    return (int16_t)((uint32_t)(uint16_t)x * 51119u >> 16);
}

static void grow_familiar(enum act act, struct person *p)
{
    for (int i = 0; i < FAMILIAR_BLOCK; i++)
        p->habit[i] = forgotten(p->habit[i]);
    for (int i = FAMILIAR_BLOCK; i < ACT_COUNT; i++)
        p->habit[i] = forgotten(p->habit[i]);
    p->habit[act] = (int16_t)(p->habit[act] + share(1000 - p->habit[act], 450));
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
    p->cold_exchanges = counted(p->cold_exchanges, as_permille(p->U) < COLD_BELOW && as_permille(p->R) < COLD_BELOW);
    if (p->hot_exchanges >= HOT_FOR)
        return PERSON_ESCALATED;
    if (p->cold_exchanges >= COLD_FOR && p->turn >= COLD_FROM_TURN)
        return PERSON_CONTACT_LOST;
    return p->stage == STAGE_TOP ? PERSON_RESOLVED : PERSON_OPEN;
}

/* --- one exchange -------------------------------------------------------------------------- */

static void hear_line(const struct moment *at, int32_t *trail)
{
    struct person *p = at->person;
    trail_plain_words(trail, at);
    hear(at);
    trail_mark(trail, CUT_WORDS, p);
    if (at->move->act == ACT_PROMISE)
        give_false_promise(p);
    if (at->move->act == ACT_SUICQ)
        p->asked_suicide = true;
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

static enum person_outcome live_through(const struct model *model, const struct profile *profile, struct luck luck,
                                        const struct move *move, struct person *person, int32_t *trail)
{
    trail_mark(trail, CUT_START, person);
    time_passes(profile, move->dt, person);
    trail_mark(trail, CUT_TIME, person);
    break_due_promises(person);
    trail_mark(trail, CUT_PROMISES, person);

    struct moment at = {.model = model,
                        .profile = profile,
                        .move = move,
                        .luck = luck,
                        .person = person,
                        .tone = move->tone,
                        .pace = move->pace,
                        .heat = arousal_shown(person),
                        .class = (enum act_class)model->class[move->act]};
    at.m = row_value(&at);
    hear_line(&at, trail);
    suffer_circumstances(&at, trail);

    grow_familiar(move->act, person);
    person->turn++;
    int32_t agitation = arousal_shown(person);
    stairway_move(profile, agitation, person);
    return outcome(profile, agitation, person);
}

enum person_outcome person_exchange(const struct model *model, const struct profile *profile, struct luck luck,
                                    const struct move *move, struct person *person, struct delta *delta)
{
    if (!delta)
        return live_through(model, profile, luck, move, person, NULL);
    int32_t cuts[CUT_COUNT] = {0};
    enum person_outcome outcome = live_through(model, profile, luck, move, person, cuts);
    *delta = trail_parts(cuts);
    return outcome;
}
