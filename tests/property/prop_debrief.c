/* prop_debrief.c - laws of trace, debrief and analysis that hold for every play of every player. */
#include "debrief.h"
#include "explore.h"
#include "lesson.h"
#include "solve.h"
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* after those: */
#include <cmocka.h>

enum { SEEDS = 4 };

struct fixture {
    struct arena arena;
    td_scenario *scenario;
    struct stage_set set;
};

static int start(void **state)
{
    static struct fixture f;
    arena_init(&f.arena, &stage_memory);
    f.scenario = stage_load("mini");
    f.set = (struct stage_set){.scenario = f.scenario, .model = &model_built_in, .noise = 80};
    *state = &f;
    return 0;
}

static int end(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    scenario_destroy(f->scenario);
    return 0;
}

typedef void check_trace(struct fixture *f, const struct trace *trace, const td_journal *journal);

/* Every player that needs no words and says something, several seeds. */
static void for_all_plays(struct fixture *f, check_trace *check)
{
    for (int player = 0; player < PLAYER_COUNT; player++) {
        if (player == PLAYER_longest || player == PLAYER_waiting)
            continue;
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct arena_mark mark = arena_mark(&f->arena);
            td_journal *journal = run_journal(&f->arena, &f->set, (enum player)player, seed);
            struct trace trace;
            struct replay_report report = trace_build(&f->arena, f->scenario, f->set.model, journal, 1, true, &trace);
            assert_int_equal(report.status, TD_OK);
            assert_int_equal(trace.count, journal->entry_count);
            assert_int_not_equal(trace.outcome, outcome_count); /* it was played to the end */
            assert_true(trace.exchange_count >= 4);
            check(f, &trace, journal);
            arena_rewind(&f->arena, mark);
        }
    }
}

static void parts_sum(struct fixture *f, const struct trace *trace, const td_journal *journal)
{
    (void)f, (void)journal;
    for (int i = 0; i < trace->count; i++) {
        const struct step *s = &trace->steps[i];
        int32_t sum = s->delta.time + s->delta.words + s->delta.delivery + s->delta.space + s->delta.trigger +
                      s->delta.promise + s->outside;
        assert_int_equal(sum, s->after.agitation - s->before.agitation);
    }
}

static void the_parts_of_a_change_sum_to_the_change(void **state)
{
    for_all_plays(*state, parts_sum);
}

static void foretold(struct fixture *f, const struct trace *trace, const td_journal *journal)
{
    (void)f, (void)journal;
    for (int i = 0; i < trace->count; i++) {
        const struct step *s = &trace->steps[i];
        if (s->alt_count == 0)
            continue;
        assert_in_range(s->alt_chosen, 0, s->alt_count - 1);
        assert_in_range(s->alt_best, 0, s->alt_count - 1);
        assert_int_equal(s->alt[s->alt_chosen].agitation, s->after.agitation);
        assert_int_equal(s->alt[s->alt_chosen].stage, s->after.stage);
        if (s->happened.spoke)
            assert_int_equal(s->alt[s->alt_chosen].reaction, s->reaction);
    }
}

static void the_chosen_line_did_what_trying_it_foretold(void **state)
{
    for_all_plays(*state, foretold);
}

static void verdicts_fit(struct fixture *f, const struct trace *trace, const td_journal *journal)
{
    (void)f, (void)journal;
    for (int i = 0; i < trace->count; i++) {
        const struct step *s = &trace->steps[i];
        if (s->alt_count == 0)
            continue;
        if (act_is_major_error(s->move.act))
            assert_true(s->verdict == VERDICT_HARMFUL || s->verdict == VERDICT_NO_DIFFERENCE);
        if (s->verdict == VERDICT_STRONG)
            assert_true(s->m >= 0 && (s->alt[s->alt_chosen].value >= 800 || s->first_question));
        if (s->alt_chosen == s->alt_best && s->m >= 0 && !act_is_major_error(s->move.act))
            assert_true(s->verdict == VERDICT_STRONG || s->verdict == VERDICT_NO_DIFFERENCE);
    }
}

static void the_best_line_is_called_strong_and_an_error_never(void **state)
{
    for_all_plays(*state, verdicts_fit);
}

/* No line is both thanked and charged, and nothing is to be practised that was just praised. */
static void debrief_agrees_with_itself(const td_debrief *d)
{
    const struct step *steps = d->trace->steps;
    for (int i = 0; i < d->voice_count; i++) {
        if (d->voice[i].step == NONE)
            continue;
        enum act act = steps[d->voice[i].step].move.act;
        enum verdict verdict = steps[d->voice[i].step].verdict;
        bool reproach = act_is_major_error(act) || act_is_minor_error(act) || act == ACT_INFORM || act == ACT_TPI;
        assert_true(reproach ? verdict == VERDICT_WEAK || verdict == VERDICT_HARMFUL : verdict == VERDICT_STRONG);
    }
    for (int i = 0; i < d->strength_count; i++) {
        const struct step *step = &steps[d->strengths[i].step];
        if (strcmp(d->strengths[i].id, "strength.repair") == 0)
            assert_true(step->verdict <= VERDICT_WORKABLE);
        if (strcmp(d->strengths[i].id, "strength.direct-question") == 0)
            assert_string_not_equal(d->drill, "drill.ask-directly");
    }
    int most = 0;
    for (int i = 0; i < d->turning_count; i++) {
        const struct step *step = &steps[d->turning[i].step];
        enum turning_words words = debrief_turning_words(d, i);
        bool cost = words == TURNING_COST_MOST || words == TURNING_COST_TOO;
        if (cost)
            assert_true(step->verdict == VERDICT_HARMFUL || step->after.agitation > step->passed);
        most += words == TURNING_COST_MOST;
        assert_true(words != TURNING_COST_TOO || most == 1);
    }
    assert_true(most <= 1);
}

static void debrief_stands(struct fixture *f, const struct trace *trace, const td_journal *journal)
{
    td_debrief d;
    debrief_build(&f->arena, trace, journal, NULL, NULL, &d);
    assert_in_range(d.score.total, 0, 100);
    assert_true(d.turning_count <= TURNING_MAX);
    for (int i = 0; i < d.turning_count; i++)
        assert_true(trace->steps[d.turning[i].step].alt_count > 0 && d.turning[i].swing > 0);
    for (int i = 1; i < d.turning_count; i++)
        if (d.turning[i].kind == TURNING_LOSS)
            assert_true(d.turning[i].swing <= d.turning[i - 1].swing);
    debrief_agrees_with_itself(&d);
    if (d.what_if.count > 0) {
        const struct step *step = &trace->steps[d.what_if.step];
        assert_int_equal(d.what_if.choices[0], step->alt[step->alt_best].choice);
        assert_int_equal(d.what_if.agitation[0], step->alt[step->alt_best].agitation);
    }
    for (int i = 0; i < trace->count; i++) {
        struct sentence sentence;
        if (!trace->steps[i].exchange)
            continue;
        debrief_reason(&d, i, &sentence);
        assert_true(sentence.id_count > 0);
        for (int k = 0; k < sentence.id_count; k++)
            assert_true(strncmp(sentence.ids[k], "template.", 9) == 0);
    }
}

/* Lessons that praise, and those that blame. */
static bool starts(const struct sentence *s, const char *head)
{
    return s->id_count > 0 && strncmp(s->ids[0], head, strlen(head)) == 0;
}

static void reasons_fit(struct fixture *f, const struct trace *trace, const td_journal *journal)
{
    td_debrief d;
    debrief_build(&f->arena, trace, journal, NULL, NULL, &d);
    for (int i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        struct sentence sentence = {0};
        if (!step->exchange || step->alt_count < 2)
            continue;
        bool told = debrief_lesson(&d, i, &sentence);
        bool poor = step->verdict == VERDICT_WEAK || step->verdict == VERDICT_HARMFUL;
        if (poor && step->m >= 0) /* right in kind: the moment is explained, always */
            assert_true(told);
        if (poor)
            assert_false(starts(&sentence, "template.stage.rose") || starts(&sentence, "template.promise.kept") ||
                         starts(&sentence, "template.demand.answered") || starts(&sentence, "template.silence.good") ||
                         starts(&sentence, "template.repair.good") || starts(&sentence, "template.suicide"));
        if (step->verdict == VERDICT_STRONG)
            assert_false(starts(&sentence, "template.here") || starts(&sentence, "template.repeated") ||
                         starts(&sentence, "template.question.run") || starts(&sentence, "template.rupture.open") ||
                         starts(&sentence, "template.longer-view.not"));
        if (step->verdict == VERDICT_HARMFUL && step->m >= 0 && !act_is_major_error(step->move.act))
            assert_true(step->alt[step->alt_chosen].potential < step->potential_before);
    }
}

static void no_reason_speaks_against_its_verdict(void **state)
{
    for_all_plays(*state, reasons_fit);
}

static void every_decision_has_a_reason_and_the_turning_points_are_the_costliest(void **state)
{
    for_all_plays(*state, debrief_stands);
}

static void marks_change_neither_trace_nor_score(void **state)
{
    struct fixture *f = *state;
    td_journal *journal = run_journal(&f->arena, &f->set, PLAYER_novice, 3);
    struct trace bare, marked;
    td_score before, after;
    trace_build(&f->arena, f->scenario, f->set.model, journal, 1, true, &bare);
    score_compute(&bare, &before);
    struct mark marks[] = {
        {.after = 2, .seat = SEAT_primary, .kind = TD_STR("note"), .rest = TD_STR("\"he looked away\"")},
        {.after = 4, .seat = SEAT_primary, .kind = TD_STR("rate"), .rest = TD_STR("listening 80")},
    };
    journal->marks = marks;
    journal->mark_count = 2;
    trace_build(&f->arena, f->scenario, f->set.model, journal, 1, true, &marked);
    score_compute(&marked, &after);
    assert_int_equal(before.total, after.total);
    td_debrief d;
    debrief_build(&f->arena, &marked, journal, NULL, NULL, &d);
    assert_int_equal(d.self.rate[DIM_listening], 80);
    assert_int_equal(d.self.rate[DIM_timing], NONE);
}

static void a_journal_of_other_rules_is_said_to_be_one_and_shown_as_far_as_it_goes(void **state)
{
    struct fixture *f = *state;
    td_journal *journal = run_journal(&f->arena, &f->set, PLAYER_novice, 3);
    journal->header.rules_hash ^= 1;
    struct trace trace;
    struct replay_report report = trace_build(&f->arena, f->scenario, f->set.model, journal, 1, true, &trace);
    assert_int_equal(report.status, TD_E_VERSION);
    assert_int_equal(trace.count, journal->entry_count);
    journal->entries[5].check ^= 1;
    report = trace_build(&f->arena, f->scenario, f->set.model, journal, 1, true, &trace);
    assert_int_equal(report.number, 6);
    assert_int_equal(trace.count, 6);
}

static void the_claimed_best_line_reaches_the_claimed_end(void **state)
{
    struct fixture *f = *state;
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        td_session *session = stage_begun(f->scenario, seed);
        struct best_line line;
        solve_best_line(&f->arena, session, 24, 32, &line);
        assert_true(line.count > 0);
        for (int i = 0; i < line.count; i++)
            session_play(session, line.choices[i], 0, 0, NONE);
        assert_int_equal(session_agitation(session), line.agitation);
        assert_int_equal(person_potential(&session->state->person), line.potential);
        if (line.outcome != outcome_count)
            assert_int_equal(session->state->outcome, line.outcome);
        session_destroy(session);
    }
}

static void a_wider_search_never_ends_worse(void **state)
{
    struct fixture *f = *state;
    td_session *session = stage_begun(f->scenario, 1);
    struct best_line narrow, wide;
    solve_best_line(&f->arena, session, 24, 1, &narrow);
    solve_best_line(&f->arena, session, 24, 128, &wide);
    assert_true(wide.outcome == OUTCOME_resolved || wide.outcome == narrow.outcome ||
                wide.potential >= narrow.potential);
    session_destroy(session);
}

static void exploring_tries_every_line_it_was_offered(void **state)
{
    struct fixture *f = *state;
    struct exploration found;
    explore(&f->arena, &f->set, 2, 200000, &found);
    assert_true(found.complete);
    assert_int_equal(found.tried, found.reachable);
    assert_true(found.reachable > f->scenario->choice_count * 3 / 4);
    assert_int_equal(found.nodes_reached, found.nodes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_of_a_change_sum_to_the_change),
        cmocka_unit_test(the_chosen_line_did_what_trying_it_foretold),
        cmocka_unit_test(the_best_line_is_called_strong_and_an_error_never),
        cmocka_unit_test(every_decision_has_a_reason_and_the_turning_points_are_the_costliest),
        cmocka_unit_test(no_reason_speaks_against_its_verdict),
        cmocka_unit_test(marks_change_neither_trace_nor_score),
        cmocka_unit_test(a_journal_of_other_rules_is_said_to_be_one_and_shown_as_far_as_it_goes),
        cmocka_unit_test(the_claimed_best_line_reaches_the_claimed_end),
        cmocka_unit_test(a_wider_search_never_ends_worse),
        cmocka_unit_test(exploring_tries_every_line_it_was_offered),
    };
    return cmocka_run_group_tests(tests, start, end);
}
