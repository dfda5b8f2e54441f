/* test_score.c - the rubric on small traces written by hand: each figure worked out on paper. */
#include "assess.h"
#include "score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { ROWS = 40 };

struct fixture {
    td_scenario scenario;
    struct step steps[ROWS];
    struct trace trace;
};

static int start(void **state)
{
    static struct fixture f;
    memset(&f, 0, sizeof f);
    f.scenario.profile = profile_built_in[0];
    f.scenario.difficulty = 1000;
    f.scenario.intended = OUTCOME_resolved;
    f.scenario.start_distance = NONE;
    f.trace = (struct trace){
        .scenario = &f.scenario,
        .model = &model_built_in,
        .steps = f.steps,
        .outcome = outcome_count,
        .ending = NONE,
        .asked_at = NONE,
        .closest = NONE,
        .plan_right = NONE,
    };
    for (int i = 0; i < help_kind_count; i++)
        f.trace.help_first[i] = NONE;
    *state = &f;
    return 0;
}

/* One exchange at a stage: agitation after time had passed, and at the end. */
static struct step *say(struct fixture *f, enum act act, int stage, int32_t passed, int32_t after)
{
    struct step *step = &f->steps[f->trace.count++];
    step->exchange = true;
    step->command.verb = VERB_choose;
    step->move = MOVE_DEFAULT;
    step->move.act = act;
    step->before.stage = stage;
    step->m = model_built_in.m[act][stage];
    step->fit = model_fit(&model_built_in, act, stage);
    step->premature = (act_is_influence(act) && step->m < 0) || act == ACT_ADVICE;
    step->passed = passed;
    step->after.agitation = after;
    step->verdict = VERDICT_WORKABLE;
    f->trace.end.agitation = after;
    f->trace.exchange_count++;
    return step;
}

static const struct score_part *part_of(const struct score_dimension *dim, const char *name)
{
    static const struct score_part none;
    for (int i = 0; i < dim->part_count; i++)
        if (strcmp(dim->parts[i].name, name) == 0)
            return &dim->parts[i];
    fail_msg("there is no part %s", name);
    return &none;
}

static void perfect_listening_earns_every_point(void **state)
{
    struct fixture *f = *state;
    /* six kinds, each at the best M of stage 0 except where nothing is better: quality is the mean of
     * M / 700: PAUSE 785, MIRROR 928, LABEL 1000, OPENQ 857, PARA 857, ENC 642 -> 844 of 600 wanted */
    enum act acts[] = {ACT_PAUSE, ACT_MIRROR, ACT_LABEL, ACT_OPENQ, ACT_PARA, ACT_ENC};
    for (size_t i = 0; i < 6; i++)
        say(f, acts[i], 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_listening].value, 100);
    assert_int_equal(part_of(&score.dim[DIM_listening], "quality")->found, (785 + 928 + 1000 + 857 + 857 + 642) / 6);
}

static void listening_is_worth_its_share_of_the_talk(void **state)
{
    struct fixture *f = *state;
    /* one LABEL among four: share (1/4)/0.5 = 500; quality full, RQ and CR full, one kind of six */
    say(f, ACT_LABEL, 0, 500, 480);
    say(f, ACT_HONEST, 0, 500, 480);
    say(f, ACT_LIMIT, 0, 500, 480);
    say(f, ACT_INTRO, 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    /* 0.5 * (40 + 20 * min(1, (1/1)/2) + 10 + 20/6 + 10) = 0.5 * 73.32: no question counts as one */
    assert_int_equal(score.dim[DIM_listening].value, 36);
}

static void a_repair_or_a_needed_question_does_not_dilute_listening(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_LABEL, 0, 500, 480);
    say(f, ACT_REPAIR, 0, 500, 480);
    say(f, ACT_SAFEQ, 0, 500, 480);
    say(f, ACT_SUICQ, 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(part_of(&score.dim[DIM_listening], "share")->points, 10000);
}

static void a_negative_act_adds_nothing_to_quality_instead_of_taking_away(void **state)
{
    struct fixture *f = *state;
    struct step *step = say(f, ACT_LABEL, 0, 500, 480);
    step->m = -500;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(part_of(&score.dim[DIM_listening], "quality")->found, 0);
}

static void timing_takes_eight_for_each_premature_push_and_three_for_each_triple(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 4; i++)
        say(f, ACT_SUGGEST, 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    const struct score_dimension *timing = &score.dim[DIM_timing];
    assert_int_equal(part_of(timing, "premature")->points, -32000);
    assert_int_equal(part_of(timing, "triples")->points, -6000); /* the third and the fourth in a row */
    assert_int_equal(timing->value, 0);
    assert_true(score.caps >> CAP_PREMATURE & 1);
}

static void a_call_for_help_is_no_premature_push(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_LABEL, 0, 500, 480);
    struct step *help = say(f, ACT_INFORM, 0, 480, 480);
    help->command.verb = VERB_help;
    help->premature = false;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(part_of(&score.dim[DIM_timing], "premature")->points, 0);
    assert_int_equal(part_of(&score.dim[DIM_listening], "share")->points, 10000);
}

static void regulation_measures_from_after_the_time_had_passed(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_LABEL, 0, 700, 600);
    say(f, ACT_LABEL, 0, 580, 650); /* a rise of 70 */
    say(f, ACT_LABEL, 0, 640, 450);
    td_score score;
    score_compute(&f->trace, &score);
    /* fall (700 - 450) / (700 - 200) = 0.5 -> 30; rises 70 of 700 -> 40 * 0.9 = 36 */
    assert_int_equal(part_of(&score.dim[DIM_regulation], "fall")->points, 30000);
    assert_int_equal(part_of(&score.dim[DIM_regulation], "rises")->points, 36000);
}

static void rises_weigh_less_in_a_harder_scenario(void **state)
{
    struct fixture *f = *state;
    f->scenario.difficulty = 2000;
    say(f, ACT_LABEL, 0, 500, 640);
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(part_of(&score.dim[DIM_regulation], "rises")->points, 36000);
}

static void the_suicide_question_weighs_double_and_only_where_it_applies(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_SAFEQ, 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_safety].value, 100); /* nothing else can apply */
    f->scenario.profile.suicidal = 1;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_safety].value, 33);
    f->trace.asked_at = 1;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_safety].value, 99); /* thirds, truncated */
}

static void each_kind_of_help_that_was_needed_counts_by_itself(void **state)
{
    struct fixture *f = *state;
    const struct help help[] = {{.kind = HELP_medical, .needed = true},
                                {.kind = HELP_police, .needed = true},
                                {.kind = HELP_supervisor, .needed = false}};
    f->scenario.help = help;
    f->scenario.help_count = 3;
    say(f, ACT_SAFEQ, 0, 500, 480);
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(part_of(&score.dim[DIM_safety], "help")->points, 0);
    f->trace.help_first[HELP_supervisor] = 1; /* nobody needed that one */
    f->trace.help_first[HELP_police] = 2;
    score_compute(&f->trace, &score);
    const struct score_part *part = part_of(&score.dim[DIM_safety], "help");
    assert_int_equal(part->points, 25000); /* half of the half that help is worth beside the question */
    assert_int_equal(part->found, 1);
    assert_int_equal(part->wanted, 2);
    f->trace.help_first[HELP_medical] = 3;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_safety].value, 100);
}

static int32_t points_for(struct fixture *f, int32_t estimate, int32_t truth)
{
    const struct prompt prompts[] = {{.id = TD_STR("pr"), .kind = PROMPT_agitation}};
    f->scenario.prompts = prompts;
    f->scenario.prompt_count = 1;
    td_session session = {.scenario = &f->scenario};
    struct step step = {.command = {.verb = VERB_assess, .id = "pr", .number = estimate}};
    step.before.agitation = truth;
    struct assessed assessed;
    assess_answer(&session, &step, &assessed);
    f->scenario.prompt_count = 0;
    return assessed.points;
}

static void an_estimate_is_marked_as_it_is_shown(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(points_for(f, 7, 595), 1000); /* shown as 6 */
    assert_int_equal(points_for(f, 7, 605), 1000);
    assert_int_equal(points_for(f, 8, 745), 1000); /* shown as 7 */
    assert_int_equal(points_for(f, 9, 240), 0);
}

static void keyed_answers_are_two_fifths_of_safety(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_SAFEQ, 0, 500, 480);
    f->trace.picked_key = 2;
    f->trace.picked_right = 1;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_safety].value, 60 + 20);
}

static void respect_counts_what_hurt_and_halves_nothing(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_ARGUE, 0, 500, 520);
    say(f, ACT_ORDER, 0, 500, 520);
    say(f, ACT_WHYQ, 0, 500, 520)->repaired = true;
    say(f, ACT_LABEL, 0, 500, 480)->move.tone = -1;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_respect].value, 100 - 25 - 12 - 3 - 5);
}

static void harsh_delivery_takes_thirty_at_most(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 9; i++)
        say(f, i % 2 ? ACT_LABEL : ACT_PARA, 0, 500, 480)->move.pace = -1;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_respect].value, 70);
}

static void each_cap_says_its_reason(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_LABEL, 0, 500, 300);
    f->trace.top_stage = 4;
    f->trace.outcome = OUTCOME_resolved;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.caps, 0);
    f->trace.outcome = OUTCOME_stabilised;
    f->trace.handed_over = NONE;
    for (int i = 0; i < 3; i++)
        say(f, ACT_PARA, 0, 300, 290)->before.stage = 3;
    score_compute(&f->trace, &score);
    assert_int_equal(score.caps, 1u << CAP_NEVER_OFFERED);
    f->trace.handed_over = HAND_RISK; /* others go on from here */
    score_compute(&f->trace, &score);
    assert_int_equal(score.caps, 0);
    f->trace.handed_over = NONE;
    for (int i = 0; i < 2; i++) {
        struct step *offer = say(f, ACT_CHOICE, 0, 300, 290);
        offer->before.stage = 3;
        offer->m = 750;
    }
    score_compute(&f->trace, &score);
    assert_int_equal(score.caps, 0);
    f->trace.top_stage = 2;
    score_compute(&f->trace, &score);
    assert_int_equal(score.caps, 1u << CAP_NO_INFLUENCE);
    say(f, ACT_THREAT, 0, 500, 600);
    f->trace.outcome = OUTCOME_escalated;
    f->scenario.profile.suicidal = 1;
    score_compute(&f->trace, &score);
    assert_true(score.caps >> CAP_MAJOR_ERROR & 1);
    assert_true(score.caps >> CAP_ESCALATED & 1);
    assert_true(score.caps >> CAP_NO_QUESTION & 1);
    assert_true(score.total <= 49);
}

static void a_cap_that_takes_nothing_is_not_named_as_the_reason(void **state)
{
    struct fixture *f = *state;
    say(f, ACT_SUGGEST, 0, 500, 600);
    td_score score;
    score_compute(&f->trace, &score);
    assert_true(score.uncapped < 49);
    assert_int_equal(score.cap, CAP_NONE);
    assert_int_equal(score.total, score.uncapped);
}

static void the_caps_stand_where_the_rubric_puts_them(void **state)
{
    (void)state;
    assert_int_equal(score_cap_limit(CAP_NONE), 100);
    assert_int_equal(score_cap_limit(CAP_MAJOR_ERROR), 69);
    assert_int_equal(score_cap_limit(CAP_NO_INFLUENCE), 74);
    assert_int_equal(score_cap_limit(CAP_PREMATURE), 59);
    assert_int_equal(score_cap_limit(CAP_ESCALATED), 49);
    assert_int_equal(score_cap_limit(CAP_HARM), 49);
    assert_int_equal(score_cap_limit(CAP_NO_QUESTION), 49);
    assert_int_equal(score_cap_limit(CAP_NEVER_OFFERED), 74);
}

static void an_empty_play_scores_without_dividing_by_nothing(void **state)
{
    struct fixture *f = *state;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_listening].value, 0);
    assert_int_equal(score.dim[DIM_outcome].value, 0);
    assert_int_equal(score.mattered, 0);
    assert_int_equal(score.reading.value, NONE);
}

static void the_intended_handover_is_worth_as_much_as_a_resolution(void **state)
{
    struct fixture *f = *state;
    f->trace.outcome = OUTCOME_stabilised;
    td_score score;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_outcome].value, 70);
    f->scenario.intended = OUTCOME_stabilised;
    score_compute(&f->trace, &score);
    assert_int_equal(score.dim[DIM_outcome].value, 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(perfect_listening_earns_every_point, start),
        cmocka_unit_test_setup(listening_is_worth_its_share_of_the_talk, start),
        cmocka_unit_test_setup(a_repair_or_a_needed_question_does_not_dilute_listening, start),
        cmocka_unit_test_setup(a_negative_act_adds_nothing_to_quality_instead_of_taking_away, start),
        cmocka_unit_test_setup(timing_takes_eight_for_each_premature_push_and_three_for_each_triple, start),
        cmocka_unit_test_setup(a_call_for_help_is_no_premature_push, start),
        cmocka_unit_test_setup(regulation_measures_from_after_the_time_had_passed, start),
        cmocka_unit_test_setup(rises_weigh_less_in_a_harder_scenario, start),
        cmocka_unit_test_setup(the_suicide_question_weighs_double_and_only_where_it_applies, start),
        cmocka_unit_test_setup(each_kind_of_help_that_was_needed_counts_by_itself, start),
        cmocka_unit_test_setup(an_estimate_is_marked_as_it_is_shown, start),
        cmocka_unit_test_setup(keyed_answers_are_two_fifths_of_safety, start),
        cmocka_unit_test_setup(respect_counts_what_hurt_and_halves_nothing, start),
        cmocka_unit_test_setup(harsh_delivery_takes_thirty_at_most, start),
        cmocka_unit_test_setup(each_cap_says_its_reason, start),
        cmocka_unit_test_setup(a_cap_that_takes_nothing_is_not_named_as_the_reason, start),
        cmocka_unit_test_setup(the_caps_stand_where_the_rubric_puts_them, start),
        cmocka_unit_test_setup(an_empty_play_scores_without_dividing_by_nothing, start),
        cmocka_unit_test_setup(the_intended_handover_is_worth_as_much_as_a_resolution, start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
