/* laws.c - the laws, one function each, and the moments they are tried on.
 * A law returns silent where it has nothing to say (a helpful line where it speaks of harm), so that
 * those who count can count only the cases that were truly tried. */
#include "laws.h"
#include "rng.h"

#include <string.h>

/* --- drawing a case ------------------------------------------------------------------------ */

struct dice {
    uint64_t seed, thrown;
};

/* low .. high, both included. */
static int32_t throw_dice(struct dice *dice, int32_t low, int32_t high)
{
    return low + (int32_t)rng_pick(dice->seed, dice->thrown++, (uint32_t)(high - low) + 1);
}

static bool toss(struct dice *dice)
{
    return throw_dice(dice, 0, 1) == 1;
}

/* Any state at all, whether a play could reach it or not: a law that holds here holds everywhere. */
static struct person anybody(struct dice *dice)
{
    struct person p = {0};
    int32_t *const q16[] = {&p.P, &p.L, &p.E, &p.R, &p.T, &p.U, &p.H, &p.C, &p.F};
    for (size_t i = 0; i < sizeof q16 / sizeof q16[0]; i++)
        *q16[i] = throw_dice(dice, 0, ONE);
    if (toss(dice)) {
        p.err = throw_dice(dice, 0, 1000);
        for (int i = 0; i < LEDGER_COUNT; i++)
            p.ledger[i] = throw_dice(dice, 0, ONE / 2);
    }
    p.turn = throw_dice(dice, 0, 40);
    p.debt[0] = throw_dice(dice, 0, 3) == 0 ? p.turn + throw_dice(dice, 1, 4) : 0;
    for (int i = 0; i < ACT_COUNT; i++)
        p.habit[i] = (int16_t)throw_dice(dice, 0, 900);
    p.question_run = (int16_t)throw_dice(dice, 0, 4);
    p.rush = (int16_t)throw_dice(dice, 0, 3);
    p.stage = (int8_t)throw_dice(dice, 0, 3);
    p.top_stage = p.stage;
    p.asked_suicide = toss(dice);
    return p;
}

static struct move anything(struct dice *dice)
{
    return (struct move){
        .act = (enum act)throw_dice(dice, 0, ACT_COUNT - 1),
        .q = throw_dice(dice, 0, 1000),
        .tone = throw_dice(dice, -2, 2),
        .pace = throw_dice(dice, -2, 1),
        .dist = toss(dice) ? throw_dice(dice, 0, 1000) : -1,
        .dt = throw_dice(dice, 0, 300),
        .complexity = throw_dice(dice, 0, 3),
        .trigger = throw_dice(dice, 0, 3) == 0 ? throw_dice(dice, 1, 400) : 0,
        .hook = toss(dice),
        .hook_unknown = throw_dice(dice, 0, 3) == 0,
    };
}

enum { THROWS_PER_CASE = 128 };

void law_case_draw(const struct model *model, const struct profile *profile, uint64_t seed, int number,
                   struct law_case *ret)
{
    struct dice dice = {seed, (uint64_t)number * THROWS_PER_CASE};
    *ret = (struct law_case){.exchange = person_exchange, .model = model, .profile = profile};
    ret->luck =
        (struct luck){(uint64_t)throw_dice(&dice, 0, INT32_MAX - 1), toss(&dice) ? 80 : throw_dice(&dice, 0, 200)};
    ret->person = anybody(&dice);
    ret->move = anything(&dice);
    ret->dice = seed * 31 + (uint64_t)number + 1;
}

/* --- asking the model ---------------------------------------------------------------------- */

static struct person after(const struct law_case *c, struct person person, struct move move)
{
    (void)c->exchange(c->model, c->profile, c->luck, &move, &person, NULL);
    return person;
}

static struct person after_waiting(const struct law_case *c, struct person person, int32_t seconds)
{
    person_wait(c->profile, seconds, &person);
    return person;
}

/* Does the line harm, as things stand? */
static bool harmful(const struct law_case *c, const struct person *person, const struct move *move)
{
    int32_t m = c->model->m[move->act][move->act == ACT_HOOK && move->hook_unknown ? 0 : person->stage];
    if (move->act == ACT_LIMIT)
        m += c->profile->limitgain / 2;
    if (move->act == ACT_TPI)
        m += c->profile->tpi * 4 / 10;
    return move->act != ACT_REPAIR && m < 0;
}

static enum law_verdict kept(bool it_is)
{
    return it_is ? LAW_KEPT : LAW_BROKEN;
}

/* Nothing lies between these two any more. */
static void clear_the_air(struct person *person)
{
    person->err = 0;
    memset(person->ledger, 0, sizeof person->ledger);
    memset(person->debt, 0, sizeof person->debt);
}

/* --- the laws ------------------------------------------------------------------------------ */

static bool in_q16(int32_t x)
{
    return x >= 0 && x <= ONE;
}

static bool sane(const struct person *p)
{
    bool good = in_q16(p->P) && in_q16(p->L) && in_q16(p->E) && in_q16(p->R) && in_q16(p->T) && in_q16(p->U) &&
                in_q16(p->H) && in_q16(p->C) && in_q16(p->F) && p->err >= 0 && p->err <= 1000 && p->stage >= 0 &&
                p->stage < STAGE_COUNT && p->top_stage >= p->stage && p->rush >= 0 && p->rush <= 3 &&
                p->question_run >= 0;
    for (int i = 0; i < ACT_COUNT; i++)
        good = good && p->habit[i] >= 0 && p->habit[i] <= 1000;
    for (int i = 0; i < LEDGER_COUNT; i++)
        good = good && p->ledger[i] >= 0;
    return good;
}

static enum law_verdict everything_stays_in_range(const struct law_case *c)
{
    struct person p = after(c, c->person, c->move);
    return kept(sane(&p));
}

static enum law_verdict the_same_again_gives_the_same(const struct law_case *c)
{
    struct person a = after(c, c->person, c->move), b = c->person;
    int32_t before = person_agitation(&b);
    struct delta d;
    (void)c->exchange(c->model, c->profile, c->luck, &c->move, &b, &d);
    int32_t sum = d.time + d.words + d.delivery + d.space + d.trigger + d.promise;
    return kept(memcmp(&a, &b, sizeof a) == 0 && sum == person_agitation(&b) - before);
}

static enum law_verdict quality_never_hurts(const struct law_case *c)
{
    struct move better = c->move;
    better.q = (c->move.q + 1000) / 2;
    if (better.q == c->move.q)
        return LAW_SILENT;
    struct person a = after(c, c->person, c->move), b = after(c, c->person, better);
    return kept(b.P <= a.P && b.L <= a.L && b.E >= a.E && b.R >= a.R && b.T >= a.T && b.U >= a.U);
}

static enum law_verdict warmth_never_hurts(const struct law_case *c)
{
    struct move warmer = c->move;
    warmer.tone++;
    if (warmer.tone > 2)
        return LAW_SILENT;
    struct person a = after(c, c->person, c->move), b = after(c, c->person, warmer);
    return kept(b.P <= a.P && b.E >= a.E && b.R >= a.R);
}

static enum law_verdict taking_time_never_hurts(const struct law_case *c)
{
    struct move slower = c->move;
    slower.pace++;
    if (slower.pace > 1)
        return LAW_SILENT;
    struct person a = after(c, c->person, c->move), b = after(c, c->person, slower);
    return kept(b.P <= a.P && b.E >= a.E && b.U >= a.U);
}

static enum law_verdict arousal_persists(const struct law_case *c)
{
    struct dice dice = {c->dice, 0};
    struct person hotter = c->person;
    hotter.P = throw_dice(&dice, hotter.P, ONE);
    hotter.L = throw_dice(&dice, hotter.L, ONE);
    struct person a = after(c, c->person, c->move), b = after(c, hotter, c->move);
    return kept(person_agitation_q16(&b) >= person_agitation_q16(&a) && b.E <= a.E);
}

static enum law_verdict influence_is_never_worse_higher_up(const struct law_case *c)
{
    if (!act_is_influence(c->move.act) || c->person.stage == 3)
        return LAW_SILENT;
    struct person higher = c->person;
    higher.stage++;
    higher.top_stage = higher.stage;
    struct person a = after(c, c->person, c->move), b = after(c, higher, c->move);
    return kept(b.P <= a.P && b.R >= a.R && b.T >= a.T && b.U >= a.U);
}

static enum law_verdict familiarity_never_helps(const struct law_case *c)
{
    struct dice dice = {c->dice, 0};
    struct person tired_of_it = c->person;
    int16_t *habit = &tired_of_it.habit[c->move.act];
    *habit = (int16_t)throw_dice(&dice, *habit, 1000);
    struct person a = after(c, c->person, c->move), b = after(c, tired_of_it, c->move);
    return kept(b.P >= a.P && b.E <= a.E && b.R <= a.R);
}

static enum law_verdict touching_a_sore_point_never_helps(const struct law_case *c)
{
    struct dice dice = {c->dice, 0};
    struct move sorer = c->move;
    sorer.trigger = throw_dice(&dice, sorer.trigger, 400);
    struct person a = after(c, c->person, c->move), b = after(c, c->person, sorer);
    return kept(b.P >= a.P && b.E <= a.E && b.R <= a.R && b.T <= a.T);
}

enum { EARSHOT = 500 };

static enum law_verdict coming_closer_never_helps(const struct law_case *c)
{
    if (c->move.dist < 1 || c->move.dist > EARSHOT)
        return LAW_SILENT;
    struct dice dice = {c->dice, 0};
    struct move closer = c->move;
    closer.dist = throw_dice(&dice, 0, c->move.dist - 1);
    struct person a = after(c, c->person, c->move), b = after(c, c->person, closer);
    return kept(b.P >= a.P && b.T <= a.T);
}

static enum law_verdict rapport_softens_harm(const struct law_case *c)
{
    if (!harmful(c, &c->person, &c->move))
        return LAW_SILENT;
    struct dice dice = {c->dice, 0};
    struct person closer = c->person;
    closer.R = throw_dice(&dice, closer.R, ONE);
    struct person a = after(c, c->person, c->move), b = after(c, closer, c->move);
    return kept(b.P <= a.P);
}

static enum law_verdict autonomy_softens_harm(const struct law_case *c)
{
    if (!harmful(c, &c->person, &c->move))
        return LAW_SILENT;
    struct dice dice = {c->dice, 0};
    struct person freer = c->person;
    freer.U = throw_dice(&dice, freer.U, ONE);
    struct person a = after(c, c->person, c->move), b = after(c, freer, c->move);
    return kept(b.P <= a.P);
}

static enum law_verdict the_stairway_is_climbed_step_by_step(const struct law_case *c)
{
    struct person p = after(c, c->person, c->move);
    return kept(p.stage <= c->person.stage + 1);
}

static enum law_verdict complexity_never_helps(const struct law_case *c)
{
    struct move longer = c->move;
    longer.complexity++;
    if (longer.complexity > 3 || harmful(c, &c->person, &c->move))
        return LAW_SILENT;
    struct person a = after(c, c->person, c->move), b = after(c, c->person, longer);
    return kept(b.P >= a.P && b.E <= a.E);
}

/* The false promise is the exception that tempts people: it calms now. */
static enum law_verdict harm_is_worse_than_silence(const struct law_case *c)
{
    if (!harmful(c, &c->person, &c->move) || c->move.act == ACT_PROMISE)
        return LAW_SILENT;
    struct person said = after(c, c->person, c->move), waited = after_waiting(c, c->person, c->move.dt);
    return kept(said.P >= waited.P && said.E <= waited.E && said.R <= waited.R && said.T <= waited.T);
}

/* An error into a clear air; false if this case has none that opens a rupture. */
static bool err(const struct law_case *c, struct person *ret_before, struct person *ret_after)
{
    if (c->move.act == ACT_PROMISE)
        return false;
    *ret_before = c->person;
    clear_the_air(ret_before);
    *ret_after = after(c, *ret_before, c->move);
    return harmful(c, ret_before, &c->move) && ret_after->err > 0;
}

static struct move owning_it(const struct law_case *c)
{
    struct dice dice = {c->dice, 8};
    struct move move = MOVE_DEFAULT;
    move.act = ACT_REPAIR;
    move.q = throw_dice(&dice, 0, 1000);
    move.tone = throw_dice(&dice, 0, 2);
    return move;
}

static enum law_verdict a_repaired_error_earns_nothing(const struct law_case *c)
{
    struct person before, hurt;
    if (!err(c, &before, &hurt))
        return LAW_SILENT;
    struct person mended = after(c, hurt, owning_it(c));
    return kept(mended.E <= before.E && mended.R <= before.R && mended.T <= before.T && mended.U <= before.U);
}

static enum law_verdict owning_an_error_helps(const struct law_case *c)
{
    struct person before, hurt;
    if (!err(c, &before, &hurt))
        return LAW_SILENT;
    struct move repair = owning_it(c);
    struct person mended = after(c, hurt, repair), left = after_waiting(c, hurt, repair.dt);
    return kept(mended.P <= left.P && mended.E >= left.E && mended.R >= left.R && mended.T >= left.T &&
                mended.U >= left.U && mended.err == 0);
}

static enum law_verdict waiting_never_arouses(const struct law_case *c)
{
    struct dice dice = {c->dice, 0};
    struct person p = after_waiting(c, c->person, throw_dice(&dice, 0, 7200));
    return kept(person_agitation_q16(&p) <= person_agitation_q16(&c->person));
}

enum { NOTICEABLE = ONE / 1000 };

static bool reversed(int32_t before, int32_t plain, int32_t noisy)
{
    int32_t change = plain - before;
    return (change >= NOTICEABLE && noisy < before) || (change <= -NOTICEABLE && noisy > before);
}

/* The words alone: not time, voice, nearness or a misjudgement, which pull their own way. */
static struct move words_alone(struct move move)
{
    move.dt = 0;
    move.tone = move.tone < 0 ? 0 : move.tone;
    move.pace = move.pace < 0 ? 0 : move.pace;
    move.dist = -1;
    move.trigger = 0;
    move.q = 350 + move.q * 65 / 100;
    return move;
}

static enum law_verdict luck_never_reverses_a_line(const struct law_case *c)
{
    struct law_case plain = *c;
    struct person before = c->person;
    struct move move = words_alone(c->move);
    plain.luck.amp = 0;
    memset(before.debt, 0, sizeof before.debt);
    before.question_run = 0;
    struct person p = after(&plain, before, move), n = after(c, before, move);
    return kept(!reversed(before.P, p.P, n.P) && !reversed(before.L, p.L, n.L) && !reversed(before.E, p.E, n.E) &&
                !reversed(before.R, p.R, n.R) && !reversed(before.T, p.T, n.T) && !reversed(before.U, p.U, n.U) &&
                !reversed(before.H, p.H, n.H) && !reversed(before.C, p.C, n.C));
}

/* Nobody comes down from the rail who has not climbed the stairs. */
static enum law_verdict no_resolution_without_the_gates(const struct law_case *c)
{
    struct person p = c->person;
    bool resolved = c->exchange(c->model, c->profile, c->luck, &c->move, &p, NULL) == PERSON_RESOLVED;
    return kept(!resolved || c->person.stage == 3);
}

static enum law_verdict an_error_is_no_shortcut(const struct law_case *c)
{
    static const enum act good[] = {ACT_LABEL, ACT_PARA, ACT_VALID, ACT_SUMM, ACT_MIRROR, ACT_ENC, ACT_PAUSE};
    enum { GOOD = sizeof good / sizeof good[0] };
    struct person before, hurt;
    if (!err(c, &before, &hurt))
        return LAW_SILENT;
    struct dice dice = {c->dice, 16};
    struct move first = MOVE_DEFAULT, second = MOVE_DEFAULT;
    int32_t i = throw_dice(&dice, 0, GOOD - 1);
    first.act = good[i];
    first.dt = c->move.dt;
    second.act = good[(i + throw_dice(&dice, 1, GOOD - 1)) % GOOD];
    struct person mended = after(c, hurt, owning_it(c)), helped = after(c, after(c, before, first), second);
    return kept(helped.E >= mended.E && helped.R >= mended.R);
}

enum { ONE_TRICK_EXCHANGES = 40 };

/* As this profile reacts, but with nothing between the two yet: a profile may begin with rapport, and
 * then no technique earned it. */
static struct person stranger(const struct law_case *c)
{
    struct person p = person_start(c->profile), first = person_start(&profile_built_in[0]);
    p.E = p.E < first.E ? p.E : first.E;
    p.R = p.R < first.R ? p.R : first.R;
    p.T = p.T < first.T ? p.T : first.T;
    return p;
}

/* Somebody who has one technique, and it is never enough. */
static enum law_verdict one_technique_reaches_no_rapport(const struct law_case *c)
{
    struct person p = stranger(c);
    struct move move = MOVE_DEFAULT;
    move.act = c->move.act;
    for (int i = 0; i < ONE_TRICK_EXCHANGES; i++)
        if (c->exchange(c->model, c->profile, c->luck, &move, &p, NULL) != PERSON_OPEN)
            break;
    return kept(p.top_stage < 2);
}

static enum law_verdict calm_is_not_safe(const struct law_case *c)
{
    struct profile suicidal = *c->profile;
    struct person p = c->person;
    suicidal.suicidal = 1;
    p.stage = 3;
    p.top_stage = 3;
    p.C = ONE;
    p.P /= 4;
    p.L /= 4;
    bool resolved = c->exchange(c->model, &suicidal, c->luck, &c->move, &p, NULL) == PERSON_RESOLVED;
    return kept(!resolved || (p.asked_suicide && fix_topm(p.H) >= 350));
}

const struct law laws[] = {
    {"I1", "every variable stays in its range", everything_stays_in_range},
    {"I2", "the same moment gives the same state, and the parts of a change sum to it", the_same_again_gives_the_same},
    {"I3", "a better wording never hurts", quality_never_hurts},
    {"I4", "a warmer tone never hurts", warmth_never_hurts},
    {"I4", "a slower pace never hurts", taking_time_never_hurts},
    {"I5", "who is more aroused ends more aroused and no better understood", arousal_persists},
    {"I6", "influence is never worse at a higher step", influence_is_never_worse_higher_up},
    {"I7", "repeating oneself never helps", familiarity_never_helps},
    {"I8", "touching a sore point never helps", touching_a_sore_point_never_helps},
    {"I9", "coming closer never calms", coming_closer_never_helps},
    {"I10", "rapport softens harm", rapport_softens_harm},
    {"I10", "having a say softens harm", autonomy_softens_harm},
    {"I11", "the stairway is climbed one step at a time", the_stairway_is_climbed_step_by_step},
    {"I12", "longer wording never helps", complexity_never_helps},
    {"I13", "harm is worse than silence", harm_is_worse_than_silence},
    {"I14", "an error repaired earns nothing", a_repaired_error_earns_nothing},
    {"I14", "owning an error helps", owning_an_error_helps},
    {"I15", "waiting never arouses", waiting_never_arouses},
    {"I16", "luck never turns a line into its opposite", luck_never_reverses_a_line},
    {"I17", "nobody resolves without passing the gates", no_resolution_without_the_gates},
    {"I18", "an error repaired is no shortcut", an_error_is_no_shortcut},
    {"I19", "one technique alone reaches no rapport", one_technique_reaches_no_rapport},
    {"I20", "calm alone does not make a suicidal person safe", calm_is_not_safe},
};
const int law_count = (int)(sizeof laws / sizeof laws[0]);

struct law_report person_check_laws(const struct model *model, const struct profile *profile, uint64_t seed, int pairs)
{
    for (int number = 0; number < pairs; number++) {
        struct law_case c;
        law_case_draw(model, profile, seed, number, &c);
        for (int i = 0; i < law_count; i++)
            if (laws[i].judge(&c) == LAW_BROKEN)
                return (struct law_report){laws[i].name, number};
    }
    return (struct law_report){NULL, pairs};
}
