/* prop_person_laws.c - the laws of the person, each on thousands of moments for every profile, and
 * proof that a law would notice. */
#include "bytes.h"
#include "laws.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { SEED = 20110, TRIED = 6000, CASES_MAX = 200000 };

static const struct law *law_named(const char *says)
{
    for (int i = 0; i < law_count; i++)
        if (strcmp(laws[i].says, says) == 0)
            return &laws[i];
    fail_msg("there is no law \"%s\"", says);
    return NULL;
}

/* The law on as many cases as it takes for it to have had something to say about `wanted` of them. */
static void assert_law(const struct law *law, const struct model *model, const struct profile *profile,
                       const char *name, int wanted)
{
    struct law_case c;
    for (int number = 0, tried = 0; tried < wanted; number++) {
        if (number == CASES_MAX)
            fail_msg("%s on %s: only %d cases to try", law->name, name, tried);
        law_case_draw(model, profile, SEED, number, &c);
        enum law_verdict verdict = law->judge(&c);
        if (verdict == LAW_BROKEN)
            fail_msg("%s on %s, case %d of seed %d: not true that %s", law->name, name, number, SEED, law->says);
        tried += verdict == LAW_KEPT;
    }
}

static void every_law_holds_for_every_profile_six_thousand_times(void **state)
{
    (void)state;
    for (int i = 0; i < law_count; i++)
        for (int p = 0; p < PROFILE_COUNT; p++)
            assert_law(&laws[i], &model_built_in, &profile_built_in[p], profile_name(p).ptr, TRIED);
}

/* Anything an author may write. */
static struct profile any_profile(uint64_t seed)
{
    uint8_t buffer[128];
    struct profile profile = {0};
    bytes_fill(buffer, sizeof buffer, seed);
    struct bytes b = bytes_from(buffer, sizeof buffer);
#define X(name, low, high) profile.name = take_between(&b, low, high);
    TD_PROFILE_FIELDS(X)
#undef X
    for (int i = 0; i < TAG_COUNT; i++)
        profile.tag[i] = (int16_t)take_between(&b, 0, 400);
    return profile;
}

/* One technique may be enough for the mildest of them: that law is for profiles to be judged by. */
static void the_laws_hold_for_whatever_profile_an_author_may_write(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 200; seed++) {
        struct profile profile = any_profile(seed);
        for (int i = 0; i < law_count; i++)
            if (strcmp(laws[i].name, "I19") != 0)
                assert_law(&laws[i], &model_built_in, &profile, "a random profile", 60);
    }
}

static void a_check_of_a_thousand_pairs_finds_nothing_in_what_ships(void **state)
{
    (void)state;
    for (int p = 0; p < PROFILE_COUNT; p++)
        assert_null(person_check_laws(&model_built_in, &profile_built_in[p], 1, 1000).law);
}

/* Tables and profiles that ask too little; the first law they break. */
static void tables_and_profiles_that_are_too_easy_are_found_out(void **state)
{
    (void)state;
    struct model late_harm = model_built_in, magic = model_built_in;
    late_harm.m[ACT_SUGGEST][2] = -900; /* a suggestion hurts most in the middle */
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        magic.m[ACT_ENC][stage] = 1000; /* saying "mhm" is enough for everything */
    magic.ceiling[ACT_ENC] = 1000;
    magic.weight[ACT_ENC][CH_E] = 400;
    struct profile easy = profile_built_in[0];
    easy.gMID = 1300;
    easy.gate = 400;
    assert_string_equal(person_check_laws(&late_harm, &profile_built_in[0], SEED, 1000).law, "I6");
    assert_string_equal(person_check_laws(&magic, &profile_built_in[0], SEED, 1000).law, "I19");
    assert_string_equal(person_check_laws(&model_built_in, &easy, SEED, 1000).law, "I19");
}

/* Exchanges with one thing wrong each. */
typedef void fault(const struct move *move, const struct person *before, struct person *after);

static void out_of_range(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->T += move->act == ACT_HONEST ? ONE : 0;
}

static void good_words_hurt(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->E -= after->E * move->q / 2000;
}

static void warmth_grates(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->P += (ONE - after->P) * (move->tone + 2) / 4;
}

static void slowness_grates(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->U -= after->U * (move->pace + 2) / 4;
}

static void heat_is_forgotten(const struct move *move, const struct person *before, struct person *after)
{
    (void)move;
    after->P = before->P > ONE / 2 ? 0 : after->P;
}

static void rapport_makes_it_worse(const struct move *move, const struct person *before, struct person *after)
{
    (void)move;
    after->P += (ONE - after->P) / 1000 * (before->R / 1000) / 100;
}

static void autonomy_makes_it_worse(const struct move *move, const struct person *before, struct person *after)
{
    (void)move;
    after->P += (ONE - after->P) / 1000 * (before->U / 1000) / 100;
}

static void height_makes_dizzy(const struct move *move, const struct person *before, struct person *after)
{
    (void)move;
    after->U -= after->U * before->stage / 4;
}

static void repetition_charms(const struct move *move, const struct person *before, struct person *after)
{
    after->E += (ONE - after->E) / 1000 * before->habit[move->act];
}

static void sore_points_soothe(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->P -= after->P * move->trigger / 1000;
}

static void nearness_soothes(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    if (move->dist >= 0 && move->dist < 500)
        after->P = after->P * move->dist / 500;
}

static void two_steps_at_once(const struct move *move, const struct person *before, struct person *after)
{
    (void)move;
    after->stage = before->stage == 1 && after->stage == 2 ? 3 : after->stage;
    after->top_stage = after->stage > after->top_stage ? after->stage : after->top_stage;
}

static void long_words_calm(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->P = after->P * (4 - move->complexity) / 4;
}

static void orders_calm(const struct move *move, const struct person *before, struct person *after)
{
    after->P = move->act == ACT_ORDER ? before->P / 2 : after->P;
}

static void apology_pays(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->R = move->act == ACT_REPAIR ? ONE : after->R;
}

static void apology_offends(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->R = move->act == ACT_REPAIR ? 0 : after->R;
}

static void nobody_climbs(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    after->stage = move->act == ACT_PLAN ? 4 : after->stage;
    after->top_stage = after->stage > after->top_stage ? after->stage : after->top_stage;
}

static void one_word_is_enough(const struct move *move, const struct person *before, struct person *after)
{
    (void)before;
    if (move->act == ACT_MIRROR && after->turn == 30) {
        after->stage = 2;
        after->top_stage = 2;
    }
}

static void moods_swing(const struct move *move, const struct person *before, struct person *after)
{
    static int calls;
    (void)move;
    (void)before;
    after->H ^= ++calls & 1;
}

/* The fault in force while a case is judged; the tests run one after another. */
static fault *planted;
static bool planted_dice;

static enum person_outcome faulty(const struct model *model, const struct profile *profile, struct luck luck,
                                  const struct move *move, struct person *person, struct delta *delta)
{
    struct person before = *person;
    enum person_outcome outcome = person_exchange(model, profile, luck, move, person, delta);
    if (planted_dice) /* luck larger than the line itself */
        person->H += luck.amp == 0 ? 0 : (before.H - person->H) * 2;
    if (planted != NULL)
        planted(move, &before, person);
    return person->stage == 4 ? PERSON_RESOLVED : outcome;
}

static int times_broken(const struct law *law)
{
    struct law_case c;
    int broken = 0;
    for (int number = 0; number < 2000; number++) {
        law_case_draw(&model_built_in, &profile_built_in[0], SEED, number, &c);
        c.exchange = faulty;
        broken += law->judge(&c) == LAW_BROKEN;
    }
    return broken;
}

static void each_planted_fault_breaks_its_law(void **state)
{
    (void)state;
    static const struct {
        fault *fault;
        const char *law;
    } rows[] = {
        {out_of_range, "every variable stays in its range"},
        {moods_swing, "the same moment gives the same state, and the parts of a change sum to it"},
        {good_words_hurt, "a better wording never hurts"},
        {warmth_grates, "a warmer tone never hurts"},
        {slowness_grates, "a slower pace never hurts"},
        {heat_is_forgotten, "who is more aroused ends more aroused and no better understood"},
        {height_makes_dizzy, "influence is never worse at a higher step"},
        {repetition_charms, "repeating oneself never helps"},
        {sore_points_soothe, "touching a sore point never helps"},
        {nearness_soothes, "coming closer never calms"},
        {rapport_makes_it_worse, "rapport softens harm"},
        {autonomy_makes_it_worse, "having a say softens harm"},
        {two_steps_at_once, "the stairway is climbed one step at a time"},
        {long_words_calm, "longer wording never helps"},
        {orders_calm, "harm is worse than silence"},
        {apology_pays, "an error repaired earns nothing"},
        {apology_offends, "owning an error helps"},
        {nobody_climbs, "nobody resolves without passing the gates"},
        {apology_pays, "an error repaired is no shortcut"},
        {one_word_is_enough, "one technique alone reaches no rapport"},
        {nobody_climbs, "calm alone does not make a suicidal person safe"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        planted = rows[i].fault;
        if (times_broken(law_named(rows[i].law)) == 0)
            fail_msg("row %zu: nobody noticed that it is not true that %s", i, rows[i].law);
    }
    planted = NULL;
    planted_dice = true;
    assert_true(times_broken(law_named("luck never turns a line into its opposite")) > 0);
    planted_dice = false;
    for (int i = 0; i < law_count; i++)
        assert_int_equal(times_broken(&laws[i]), 0);
}

/* I18 has a blind side: after an error and its repair P can lie a little lower than after two good
 * lines, rarely and by little, because owning an error soothes as well. */
static void an_error_and_its_repair_soothe_hardly_ever_more_than_two_good_lines(void **state)
{
    (void)state;
    int32_t tried = 0, lower = 0, most = 0;
    for (int number = 0; number < 20000; number++) {
        struct law_case c;
        law_case_draw(&model_built_in, &profile_built_in[1], SEED, number, &c);
        struct person hurt = c.person, helped = c.person;
        hurt.err = 0;
        memset(hurt.ledger, 0, sizeof hurt.ledger);
        memset(hurt.debt, 0, sizeof hurt.debt);
        hurt.question_run = 0;
        memset(hurt.habit, 0, sizeof hurt.habit);
        helped = hurt;
        struct move error = MOVE_DEFAULT, repair = MOVE_DEFAULT, label = MOVE_DEFAULT, validate = MOVE_DEFAULT;
        error.act = (enum act)((int)ACT_CLOSEDQ + number % 7);
        repair.act = ACT_REPAIR;
        label.act = ACT_LABEL;
        validate.act = ACT_VALID;
        person_exchange(c.model, c.profile, c.luck, &error, &hurt, NULL);
        person_exchange(c.model, c.profile, c.luck, &repair, &hurt, NULL);
        person_exchange(c.model, c.profile, c.luck, &label, &helped, NULL);
        person_exchange(c.model, c.profile, c.luck, &validate, &helped, NULL);
        assert_true(hurt.E <= helped.E && hurt.R <= helped.R);
        tried++;
        lower += hurt.P < helped.P;
        most = helped.P - hurt.P > most ? helped.P - hurt.P : most;
    }
    assert_true(lower * 100 < tried * 4);
    assert_true(most <= ONE * 33 / 1000);
}

/* Whole plays of random lines: stages are first reached in their order. */
static void the_first_visit_to_each_stage_comes_in_order(void **state)
{
    (void)state;
    int reached[STAGE_COUNT] = {0};
    for (uint64_t seed = 1; seed <= 3000; seed++) {
        const struct profile *profile = &profile_built_in[seed % PROFILE_COUNT];
        struct person p = person_start(profile);
        struct luck luck = {seed, 80};
        for (uint32_t turn = 0; turn < 60; turn++) {
            struct move move = MOVE_DEFAULT;
            /* helpful lines mostly, or nobody would see the upper floors */
            move.act = (enum act)rng_pick(seed, turn, rng_pick(seed, turn + 1000, 8) == 0 ? ACT_COUNT : ACT_INFORM);
            int top = p.top_stage;
            enum person_outcome outcome = person_exchange(&model_built_in, profile, luck, &move, &p, NULL);
            assert_true(p.top_stage == top || p.top_stage == top + 1);
            assert_true(p.stage <= p.top_stage);
            assert_true(outcome != PERSON_RESOLVED || top >= 3);
            reached[p.top_stage]++;
            if (outcome != PERSON_OPEN)
                break;
        }
    }
    for (int stage = 0; stage < STAGE_COUNT; stage++)
        assert_true(reached[stage] > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_law_holds_for_every_profile_six_thousand_times),
        cmocka_unit_test(the_laws_hold_for_whatever_profile_an_author_may_write),
        cmocka_unit_test(a_check_of_a_thousand_pairs_finds_nothing_in_what_ships),
        cmocka_unit_test(tables_and_profiles_that_are_too_easy_are_found_out),
        cmocka_unit_test(each_planted_fault_breaks_its_law),
        cmocka_unit_test(an_error_and_its_repair_soothe_hardly_ever_more_than_two_good_lines),
        cmocka_unit_test(the_first_visit_to_each_stage_comes_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
