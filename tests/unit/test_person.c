/* test_person.c - the person between and around the lines: time, events, promises, bands, the parts
 * of a change, stages lost and won, and the three ways it can end. */
#include "hash.h"
#include "person.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

static const struct luck no_luck = {1, 0};
static const struct profile *const standard = &profile_built_in[0];
static const struct profile *const despair = &profile_built_in[2];

static struct move line(enum act act, int32_t q)
{
    struct move move = MOVE_DEFAULT;
    move.act = act;
    move.q = q;
    return move;
}

static enum person_outcome say(struct person *person, struct move move)
{
    return person_exchange(&model_built_in, standard, no_luck, &move, person, NULL);
}

static struct delta told(struct person *person, struct move move)
{
    struct delta delta;
    (void)person_exchange(&model_built_in, standard, no_luck, &move, person, &delta);
    return delta;
}

static int32_t sum(struct delta d)
{
    return d.time + d.words + d.delivery + d.space + d.trigger + d.promise;
}

/* --- the start and time -------------------------------------------------------------------- */

static void a_start_takes_its_numbers_from_the_profile(void **state)
{
    (void)state;
    struct person p = person_start(despair);
    assert_int_equal(p.P, 16384);
    assert_int_equal(p.H, 6554);
    assert_int_equal(p.stage, 0);
    assert_int_equal(p.turn, 0);
    assert_false(p.asked_suicide);
    assert_int_equal(person_agitation(&p), 550);
}

/* The course of MODEL.md 3.4: an ally at once, still hot at twenty minutes, ninety to rest. */
static void agitation_fades_as_the_two_half_lives_say(void **state)
{
    (void)state;
    struct profile profile = *standard;
    profile.P0 = 700;
    profile.L0 = 500;
    static const struct {
        int32_t minutes, percent;
    } rows[] = {{0, 85}, {2, 71}, {5, 59}, {10, 48}, {20, 39}, {40, 31}, {60, 25}, {90, 20}};
    struct person p = person_start(&profile);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int32_t shown = person_agitation_after(&profile, &p, rows[i].minutes * 60);
        assert_in_range(shown, rows[i].percent * 10 - 6, rows[i].percent * 10 + 6);
    }
    assert_int_equal(p.P, fix_pm(700)); /* looking ahead changes nothing */
}

static void waiting_is_what_looking_ahead_showed(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    int32_t ahead = person_agitation_after(standard, &p, 333);
    person_wait(standard, 333, &p);
    assert_int_equal(person_agitation(&p), ahead);
    assert_int_equal(p.turn, 0);
    assert_int_equal(p.F, 65536 * 333 / 10800);
}

static void the_longest_wait_ends_at_rest_and_quite_tired(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    person_wait(standard, PERSON_SECONDS_MAX, &p);
    assert_int_equal(p.P, 0);
    assert_int_equal(p.L, fix_pm(120));
    assert_int_equal(p.F, ONE);
    person_wait(standard, 0, &p);
    assert_int_equal(p.L, fix_pm(120));
}

static void who_rests_below_the_floor_is_not_driven_up_to_it(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    p.L = 1000;
    person_wait(standard, 600, &p);
    assert_int_equal(p.L, 1000);
}

/* --- events -------------------------------------------------------------------------------- */

static void what_frightens_works_by_sensitivity_what_soothes_does_not(void **state)
{
    (void)state;
    struct profile tender = *standard;
    tender.sens = 1500;
    struct person p = person_start(standard), q = p;
    person_event(&tender, 100, -100, -50, -50, &p);
    assert_int_equal(p.P, q.P + (ONE - q.P) * 150 / 1000);
    assert_int_equal(p.U, q.U - q.U * 150 / 1000);
    assert_int_equal(p.T, q.T - q.T * 50 / 1000);
    assert_int_equal(p.H, q.H - q.H * 50 / 1000);
    p = q;
    person_event(&tender, -100, 100, 50, 50, &p);
    assert_int_equal(p.P, q.P - q.P * 100 / 1000);
    assert_int_equal(p.U, q.U + (ONE - q.U) * 100 / 1000);
    assert_int_equal(p.T, q.T + (ONE - q.T) * 50 / 1000);
    assert_int_equal(p.H, q.H + (ONE - q.H) * 50 / 1000);
}

static void a_kept_promise_is_trust(void **state)
{
    (void)state;
    struct person p = person_start(standard), before = p;
    person_promise_kept(&p);
    assert_int_equal(p.T, before.T + (ONE - before.T) * 120 / 1000);
    p.T = before.T;
    assert_memory_equal(&p, &before, sizeof p);
}

static void naming_a_reaction_halves_the_spike_and_never_more_than_there_is(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    p.P = 10000;
    person_spike_named(3001, &p);
    assert_int_equal(p.P, 10000 - 1500);
    person_spike_named(60000, &p);
    assert_int_equal(p.P, 8500 - 4250);
    person_spike_named(-5, &p);
    assert_int_equal(p.P, 4250);
}

static void a_hook_not_yet_disclosed_counts_as_at_the_start(void **state)
{
    (void)state;
    struct person known = person_start(standard);
    known.stage = 2;
    struct person unknown = known;
    struct move hook = line(ACT_HOOK, 1000);
    say(&known, hook);
    hook.hook_unknown = true;
    say(&unknown, hook);
    assert_true(known.H > unknown.H + 3000);
    assert_true(known.R > unknown.R);
}

static void a_known_hook_carries_further(void **state)
{
    (void)state;
    struct person plain = person_start(standard);
    plain.stage = 2;
    struct person touched = plain;
    struct move hook = line(ACT_SUMM, 1000);
    say(&plain, hook);
    hook.hook = true;
    say(&touched, hook);
    assert_true(touched.E > plain.E);
    struct person label = person_start(standard), label_hook = label;
    hook.act = ACT_LABEL; /* a label carries none */
    say(&label_hook, hook);
    say(&label, line(ACT_LABEL, 1000));
    assert_memory_equal(&label, &label_hook, sizeof label);
}

/* --- promises ------------------------------------------------------------------------------ */

static void a_lie_calms_now_and_costs_trust_four_exchanges_later(void **state)
{
    (void)state;
    struct person liar = person_start(standard), honest = liar;
    say(&liar, line(ACT_PROMISE, 1000));
    say(&honest, line(ACT_ENC, 0));
    assert_true(liar.P < honest.P && liar.T > honest.T);
    for (int i = 0; i < 3; i++) {
        say(&liar, line(ACT_ENC, 1000));
        assert_int_equal(liar.debt[0], 4);
    }
    int32_t trust = liar.T, err = liar.err;
    assert_true(err < 600);
    say(&liar, line(ACT_ENC, 1000));
    assert_int_equal(liar.debt[0], 0);
    assert_true(liar.T < trust * 45 / 100);
    assert_int_equal(liar.err, 540); /* 600, faded once */
    assert_true(liar.ledger[LEDGER_T] > 0 && liar.ledger[LEDGER_U] == 0);
}

static void four_lies_can_be_open_at_once_and_a_fifth_finds_room(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    for (int i = 0; i < 9; i++)
        say(&p, line(ACT_PROMISE, 1000));
    int open = 0;
    for (int i = 0; i < DEBT_MAX; i++)
        open += p.debt[i] != 0;
    assert_int_equal(open, DEBT_MAX);
}

/* --- where a change came from -------------------------------------------------------------- */

static void the_parts_of_a_change_sum_to_it(void **state)
{
    (void)state;
    struct person p = person_start(&profile_built_in[1]);
    static const enum act acts[] = {ACT_INTRO, ACT_WHYQ,  ACT_REPAIR, ACT_PROMISE, ACT_THREAT, ACT_LABEL,
                                    ACT_OPENQ, ACT_OPENQ, ACT_OPENQ,  ACT_ARGUE,   ACT_SUMM,   ACT_CHOICE};
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        struct move move = line(acts[i], 300);
        move.tone = (int32_t)(i % 5) - 2;
        move.pace = (int32_t)(i % 4) - 2;
        move.dist = (int32_t)(i * 40);
        move.trigger = (int32_t)(i % 3) * 100;
        int32_t before = person_agitation(&p);
        struct delta delta = told(&p, move);
        assert_int_equal(sum(delta), person_agitation(&p) - before);
    }
}

static void a_neutral_line_at_a_distance_is_all_time_and_words(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    struct delta d = told(&p, line(ACT_WHYQ, 1000));
    assert_true(d.time < 0 && d.words > 0);
    assert_int_equal(d.delivery, 0);
    assert_int_equal(d.space, 0);
    assert_int_equal(d.trigger, 0);
    assert_int_equal(d.promise, 0);
}

static void each_cause_has_its_own_part(void **state)
{
    (void)state;
    struct move move = line(ACT_LABEL, 1000);
    struct person p = person_start(standard);
    move.tone = -2;
    assert_true(told(&p, move).delivery > 0);
    p = person_start(standard);
    move.tone = 1;
    assert_true(told(&p, move).delivery < 0);
    p = person_start(standard);
    move.tone = 0;
    move.dist = 50;
    assert_true(told(&p, move).space > 0);
    p = person_start(standard);
    move.dist = -1;
    move.trigger = 200;
    assert_true(told(&p, move).trigger > 0);
    p = person_start(standard);
    move = line(ACT_PROMISE, 1000);
    struct delta lie = told(&p, move);
    assert_true(lie.promise < 0);
    assert_int_equal(lie.words, 0);
    for (int i = 0; i < 3; i++)
        (void)told(&p, line(ACT_ENC, 1000));
    assert_true(told(&p, line(ACT_ENC, 1000)).promise > 0);
}

static void the_third_question_in_a_row_belongs_to_the_words(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    (void)told(&p, line(ACT_SAFEQ, 0));
    (void)told(&p, line(ACT_SAFEQ, 0));
    /* 25 permille of the 703 that P leaves free are 17.6; L at 344 hides a third of them */
    assert_int_equal(told(&p, line(ACT_SAFEQ, 0)).words, 12);
    assert_int_equal(p.question_run, 3);
    (void)told(&p, line(ACT_ENC, 0));
    assert_int_equal(p.question_run, 0);
}

/* --- the stairway -------------------------------------------------------------------------- */

/* Somebody on a stage, calm enough and well enough understood to stay there. */
static struct person standing_on(int stage)
{
    struct person p = person_start(standard);
    p.stage = (int8_t)stage;
    p.top_stage = p.stage;
    p.P = 0;
    p.L = fix_pm(200);
    p.E = fix_pm(900);
    p.R = fix_pm(900);
    p.T = fix_pm(900);
    p.U = fix_pm(900);
    return p;
}

static const struct move nothing = {.act = ACT_ENC, .q = 0, .dist = -1, .dt = 0};

static void at_most_one_step_up_an_exchange(void **state)
{
    (void)state;
    struct person p = standing_on(0);
    for (int stage = 1; stage <= 3; stage++) {
        say(&p, nothing);
        assert_int_equal(p.stage, stage);
        assert_int_equal(p.top_stage, stage);
    }
    say(&p, nothing);
    assert_int_equal(p.stage, 3); /* no commitment */
}

static void a_stage_is_kept_a_little_below_its_gate_and_lost_further_down(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        size_t field; /* of E, R, T */
        int32_t kept, lost;
        int after;
    } rows[] = {
        {"R", offsetof(struct person, R), 450, 449, 2},
        {"T", offsetof(struct person, T), 330, 329, 2},
        {"E, for rapport", offsetof(struct person, E), 430, 429, 1},
        {"E, for empathy", offsetof(struct person, E), 430, 209, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct person p = standing_on(3);
        int32_t *x = (int32_t *)(void *)((char *)&p + rows[i].field);
        *x = fix_pm(rows[i].kept);
        say(&p, nothing);
        assert_int_equal(p.stage, 3);
        *x = fix_pm(rows[i].lost);
        say(&p, nothing);
        if (p.stage != rows[i].after)
            fail_msg("%s: stage %d, not %d", rows[i].what, p.stage, rows[i].after);
        assert_int_equal(p.top_stage, 3);
    }
}

static void heat_alone_costs_stages(void **state)
{
    (void)state;
    static const struct {
        int32_t L;
        int after;
    } rows[] = {{650, 3}, {651, 2}, {810, 2}, {811, 1}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct person p = standing_on(3);
        p.L = fix_pm(rows[i].L);
        say(&p, nothing);
        assert_int_equal(p.stage, rows[i].after);
    }
}

static void heat_keeps_the_gates_shut(void **state)
{
    (void)state;
    static const struct {
        int from;
        int32_t L;
        int after;
    } rows[] = {{0, 840, 1}, {1, 720, 2}, {1, 721, 1}, {2, 560, 3}, {2, 561, 2}, {3, 420, 4}, {3, 421, 3}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct person p = standing_on(rows[i].from);
        p.L = fix_pm(rows[i].L);
        p.C = fix_pm(620);
        say(&p, nothing);
        if (p.stage != rows[i].after)
            fail_msg("row %zu: stage %d, not %d", i, p.stage, rows[i].after);
    }
}

static void the_gate_dial_makes_them_lower_for_some(void **state)
{
    (void)state;
    struct profile easy = *standard;
    struct person p = person_start(standard);
    easy.gate = 850; /* 300 becomes 255 */
    p.E = fix_pm(255);
    (void)person_exchange(&model_built_in, &easy, no_luck, &nothing, &p, NULL);
    assert_int_equal(p.stage, 1);
    p = person_start(standard);
    p.E = fix_pm(255);
    say(&p, nothing);
    assert_int_equal(p.stage, 0);
}

/* --- the end ------------------------------------------------------------------------------- */

static void a_suicidal_person_resolves_only_asked_and_with_hope(void **state)
{
    (void)state;
    for (int asked = 0; asked <= 1; asked++)
        for (int hope = 0; hope <= 1; hope++) {
            struct person p = standing_on(3);
            p.C = ONE;
            p.H = fix_pm(hope ? 350 : 349);
            p.asked_suicide = asked != 0;
            enum person_outcome out = person_exchange(&model_built_in, despair, no_luck, &nothing, &p, NULL);
            assert_int_equal(out, asked && hope ? PERSON_RESOLVED : PERSON_OPEN);
        }
}

static void asking_counts_at_any_quality_and_hinting_never(void **state)
{
    (void)state;
    struct person p = person_start(despair);
    say(&p, line(ACT_MINIM, 1000));
    say(&p, line(ACT_CLOSEDQ, 1000));
    assert_false(p.asked_suicide);
    say(&p, line(ACT_SUICQ, 0));
    assert_true(p.asked_suicide);
}

static void two_exchanges_at_the_boil_escalate(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    p.L = fix_pm(850);
    p.P = 0;
    assert_int_equal(say(&p, nothing), PERSON_OPEN);
    assert_int_equal(p.hot_exchanges, 1);
    p.L = fix_pm(849);
    assert_int_equal(say(&p, nothing), PERSON_OPEN);
    assert_int_equal(p.hot_exchanges, 0);
    p.L = fix_pm(900);
    assert_int_equal(say(&p, nothing), PERSON_OPEN);
    assert_int_equal(say(&p, nothing), PERSON_ESCALATED);
}

static void contact_is_lost_after_four_cold_exchanges_but_never_before_the_ninth(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    for (int i = 1; i <= 9; i++) {
        p.U = fix_pm(79);
        p.R = fix_pm(79);
        assert_int_equal(say(&p, nothing), i < 9 ? PERSON_OPEN : PERSON_CONTACT_LOST);
    }
    p = person_start(standard);
    p.turn = 20;
    for (int i = 1; i <= 4; i++) {
        p.U = fix_pm(i == 2 ? 80 : 79); /* one warmer moment starts the count again */
        p.R = fix_pm(79);
        assert_int_equal(say(&p, nothing), PERSON_OPEN);
    }
    assert_int_equal(p.cold_exchanges, 2);
}

static void escalation_comes_before_everything_else(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    p.turn = 20;
    p.hot_exchanges = 1;
    p.cold_exchanges = 3;
    p.L = ONE;
    p.U = 0;
    p.R = 0;
    assert_int_equal(say(&p, nothing), PERSON_ESCALATED);
}

/* --- reading the person -------------------------------------------------------------------- */

static void bands_begin_at_two_four_six_and_eight_hundred(void **state)
{
    (void)state;
    static const struct {
        int32_t agitation;
        int band;
    } rows[] = {{0, 0},   {199, 0}, {200, 1}, {399, 1}, {400, 2}, {599, 2},
                {600, 3}, {799, 3}, {800, 4}, {999, 4}, {1000, 4}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_int_equal(person_band_plain(rows[i].agitation), rows[i].band);
}

static void the_band_that_is_shown_does_not_flicker(void **state)
{
    (void)state;
    static const struct {
        int32_t agitation;
        int before, band;
    } rows[] = {
        {229, 0, 0}, {230, 0, 1}, {170, 1, 1}, {169, 1, 0}, {410, 0, 1}, {430, 0, 2}, {1000, 0, 4},
        {0, 4, 0},   {770, 4, 4}, {769, 4, 3}, {829, 3, 3}, {830, 3, 4}, {300, 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (person_band_shown(rows[i].agitation, rows[i].before) != rows[i].band)
            fail_msg("%d after band %d", (int)rows[i].agitation, rows[i].before);
}

static void potential_weighs_the_state_as_the_model_says(void **state)
{
    (void)state;
    struct person p = {.L = fix_pm(500), .E = fix_pm(400), .R = fix_pm(300), .T = fix_pm(200), .U = fix_pm(600)};
    assert_int_equal(person_potential(&p), -150 + 100 + 60 + 20 + 30);
    p.H = fix_pm(100);
    p.C = fix_pm(500);
    p.stage = 3;
    assert_int_equal(person_potential(&p), 60 + 5 + 150 + 180);
}

static void every_field_counts_in_the_hash(void **state)
{
    (void)state;
    struct person p = person_start(standard);
    uint64_t first = person_hash(HASH_START, &p);
    unsigned char *bytes = (unsigned char *)&p;
    for (size_t i = 0; i < offsetof(struct person, unused); i++) {
        if (i == offsetof(struct person, asked_suicide))
            continue; /* a bool holds 0 or 1 alone */
        bytes[i] ^= 1;
        if (person_hash(HASH_START, &p) == first)
            fail_msg("byte %zu is not in the hash", i);
        bytes[i] ^= 1;
    }
    p.asked_suicide = true;
    assert_true(person_hash(HASH_START, &p) != first);
}

static void a_delta_changes_nothing(void **state)
{
    (void)state;
    struct person a = person_start(standard), b = a;
    struct move move = line(ACT_ARGUE, 1000);
    move.tone = -1;
    say(&a, move);
    (void)told(&b, move);
    assert_memory_equal(&a, &b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_start_takes_its_numbers_from_the_profile),
        cmocka_unit_test(agitation_fades_as_the_two_half_lives_say),
        cmocka_unit_test(waiting_is_what_looking_ahead_showed),
        cmocka_unit_test(the_longest_wait_ends_at_rest_and_quite_tired),
        cmocka_unit_test(who_rests_below_the_floor_is_not_driven_up_to_it),
        cmocka_unit_test(what_frightens_works_by_sensitivity_what_soothes_does_not),
        cmocka_unit_test(a_kept_promise_is_trust),
        cmocka_unit_test(naming_a_reaction_halves_the_spike_and_never_more_than_there_is),
        cmocka_unit_test(a_hook_not_yet_disclosed_counts_as_at_the_start),
        cmocka_unit_test(a_known_hook_carries_further),
        cmocka_unit_test(a_lie_calms_now_and_costs_trust_four_exchanges_later),
        cmocka_unit_test(four_lies_can_be_open_at_once_and_a_fifth_finds_room),
        cmocka_unit_test(the_parts_of_a_change_sum_to_it),
        cmocka_unit_test(a_neutral_line_at_a_distance_is_all_time_and_words),
        cmocka_unit_test(each_cause_has_its_own_part),
        cmocka_unit_test(the_third_question_in_a_row_belongs_to_the_words),
        cmocka_unit_test(at_most_one_step_up_an_exchange),
        cmocka_unit_test(a_stage_is_kept_a_little_below_its_gate_and_lost_further_down),
        cmocka_unit_test(heat_alone_costs_stages),
        cmocka_unit_test(heat_keeps_the_gates_shut),
        cmocka_unit_test(the_gate_dial_makes_them_lower_for_some),
        cmocka_unit_test(a_suicidal_person_resolves_only_asked_and_with_hope),
        cmocka_unit_test(asking_counts_at_any_quality_and_hinting_never),
        cmocka_unit_test(two_exchanges_at_the_boil_escalate),
        cmocka_unit_test(contact_is_lost_after_four_cold_exchanges_but_never_before_the_ninth),
        cmocka_unit_test(escalation_comes_before_everything_else),
        cmocka_unit_test(bands_begin_at_two_four_six_and_eight_hundred),
        cmocka_unit_test(the_band_that_is_shown_does_not_flicker),
        cmocka_unit_test(potential_weighs_the_state_as_the_model_says),
        cmocka_unit_test(every_field_counts_in_the_hash),
        cmocka_unit_test(a_delta_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
