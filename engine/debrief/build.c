/* build.c - which decisions to open first, and the curve that could have been. */
#include "board.h"
#include "marks.h"
#include "player.h"
#include "teach.h"

static const struct alternative *best_of(const struct step *step)
{
    return &step->alt[step->alt_best];
}

static bool judged(const struct step *step)
{
    return step->exchange && step->alt_count > 0;
}

/* What the choice gave away against the best line of that moment, permille. */
static int32_t loss_of(const struct step *step)
{
    int32_t loss = best_of(step)->potential - step->alt[step->alt_chosen].potential;
    return loss > 0 ? loss : 0;
}

static int32_t gain_of(const struct step *step)
{
    return step->alt[step->alt_chosen].potential - step->potential_before;
}

static void add_turning(int32_t step, enum turning_kind kind, int32_t swing, td_debrief *d)
{
    d->turning[d->turning_count++] = (struct turning){.step = step, .kind = kind, .swing = swing};
}

static bool is_turning(const td_debrief *d, int32_t step)
{
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].step == step)
            return true;
    return false;
}

/* The first direct question about suicide, not asked badly: what else would have calmed more at that moment is no
 * reason to have left it out. */
static bool is_the_question(const struct step *step)
{
    return step->first_question && step->move.act == ACT_SUICQ && step->m >= 0;
}

/* The three costliest decisions that made a real difference, then the one that gained most: only
 * these are opened at first, attention is limited (MODEL.md 7.3-10). */
static void find_turning(td_debrief *d)
{
    const struct trace *trace = d->trace;
    while (d->turning_count < TURNING_MAX - 1) {
        int32_t worst = NONE, most = 0;
        for (int32_t i = 0; i < trace->count; i++) {
            const struct step *step = &trace->steps[i];
            if (!judged(step) || step->verdict == VERDICT_NO_DIFFERENCE || step->verdict == VERDICT_STRONG ||
                is_the_question(step) || is_turning(d, i))
                continue;
            if (loss_of(step) > most) {
                most = loss_of(step);
                worst = i;
            }
        }
        if (worst == NONE)
            break;
        add_turning(worst, TURNING_LOSS, most, d);
    }
    int32_t best = NONE, most = 0;
    for (int32_t i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (judged(step) && step->verdict == VERDICT_STRONG && gain_of(step) > most) {
            most = gain_of(step);
            best = i;
        }
    }
    if (best != NONE)
        add_turning(best, TURNING_GAIN, most, d);
}

static enum turning_words words_of_loss(const td_debrief *d, int index)
{
    const struct step *step = &d->trace->steps[d->turning[index].step];
    bool rose = step->after.agitation >= step->passed + 10; /* a point of a hundred, and not by time */
    if (step->verdict == VERDICT_WORKABLE)
        return TURNING_FURTHER;
    return step->verdict == VERDICT_HARMFUL || rose ? TURNING_COST_MOST : TURNING_SMALL;
}

enum turning_words debrief_turning_words(const td_debrief *debrief, int index)
{
    if (debrief->turning[index].kind == TURNING_GAIN)
        return TURNING_HELPED;
    enum turning_words words = words_of_loss(debrief, index);
    for (int i = 0; i < index && words == TURNING_COST_MOST; i++)
        if (debrief->turning[i].kind == TURNING_LOSS && words_of_loss(debrief, i) == TURNING_COST_MOST)
            return TURNING_COST_TOO; /* the costliest stands first */
    return words;
}

bool debrief_is_opened(const td_debrief *debrief, int index)
{
    enum { OPENED = 3 };
    bool gain = debrief->turning[debrief->turning_count - 1].kind == TURNING_GAIN;
    return debrief->turning[index].kind == TURNING_GAIN || index < OPENED - gain;
}

static bool ends_well(const struct trace *trace, enum outcome outcome)
{
    return outcome == OUTCOME_resolved || outcome == trace->scenario->intended;
}

/* The last decision from before which a skilled helper would still have reached the intended end, in
 * a play that did not. */
static int32_t find_last_chance(const struct trace *trace)
{
    if (ends_well(trace, trace->outcome))
        return NONE;
    int32_t last = NONE;
    for (int32_t i = 0; i < trace->count; i++) {
        const struct step *step = &trace->steps[i];
        if (judged(step) && ends_well(trace, step->skilled_end))
            last = i;
    }
    return last;
}

static void note_point(const td_session *session, int32_t choice, struct what_if *w)
{
    w->choices[w->count] = choice;
    w->agitation[w->count] = session_agitation(session);
    w->story_ms[w->count] = session->state->story_ms;
    w->count++;
}

void debrief_what_if(struct arena *arena, const struct trace *trace, int32_t step, struct what_if *ret)
{
    enum { MOST = LIMIT_EXCHANGES };
    struct what_if w = {
        .step = step,
        .agitation = arena_new(arena, int32_t, MOST),
        .story_ms = arena_new(arena, int64_t, MOST),
        .choices = arena_new(arena, int32_t, MOST),
    };
    td_session *session = trace_session_before(arena->mem, trace, step);
    int32_t choice = best_of(&trace->steps[step])->choice;
    const struct command *delivery = &trace->steps[step].command;
    session_play(session, choice, delivery->tone, delivery->pace, delivery->dist);
    note_point(session, choice, &w);
    while (session->state->phase == PHASE_TALK && w.count < MOST) {
        choice = player_choose(PLAYER_skilled, session, NULL);
        session_play(session, choice, 0, 0, NONE);
        note_point(session, choice, &w);
    }
    w.outcome = session->state->phase == PHASE_OVER ? (enum outcome)session->state->outcome : outcome_count;
    session_destroy(session);
    *ret = w;
}

/* The turning point worth trying again: the costliest from which it could still have ended well, else
 * the costliest. */
static int32_t find_replay(const td_debrief *d)
{
    for (int i = 0; i < d->turning_count; i++)
        if (d->turning[i].kind == TURNING_LOSS && ends_well(d->trace, d->trace->steps[d->turning[i].step].skilled_end))
            return d->turning[i].step;
    return d->turning_count > 0 && d->turning[0].kind == TURNING_LOSS ? d->turning[0].step : NONE;
}

static void find_what_if(struct arena *arena, td_debrief *d)
{
    d->replay_step = find_replay(d);
    if (d->replay_step != NONE)
        debrief_what_if(arena, d->trace, d->replay_step, &d->what_if);
}

/* --- what the learner said before any verdict ------------------------------------------------------ */

static void read_rate(td_str rest, struct self_rating *self)
{
    td_str name = str_word(&rest);
    int64_t value;
    if (!str_int(str_word(&rest), 0, 100, &value))
        return;
    for (int d = 0; d < DIM_COUNT; d++)
        if (str_is(name, dimension_name((enum dimension)d)))
            self->rate[d] = (int32_t)value;
}

static void read_moment(td_str rest, struct self_rating *self)
{
    int64_t value;
    if (!str_int(str_word(&rest), 1, INT32_MAX, &value))
        return;
    for (int i = 0; i < 3; i++) {
        if (self->moments[i] == NONE) {
            self->moments[i] = (int32_t)value;
            return;
        }
    }
}

static struct self_rating read_self(const td_journal *journal, const struct trace *trace)
{
    struct self_rating self = {.feel = NONE, .moments = {NONE, NONE, NONE}};
    for (int d = 0; d < DIM_COUNT; d++)
        self.rate[d] = NONE;
    for (int i = 0; i < journal->mark_count; i++) {
        const struct mark *mark = &journal->marks[i];
        int64_t value;
        if (mark->seat != SEAT_primary || !mark_belongs(journal, trace, mark))
            continue;
        if (str_is(mark->kind, "rate"))
            read_rate(mark->rest, &self);
        else if (str_is(mark->kind, "moment"))
            read_moment(mark->rest, &self);
        else if (str_is(mark->kind, "feel") && str_int(mark->rest, 0, 10, &value))
            self.feel = (int32_t)value;
    }
    return self;
}

void debrief_build(struct arena *arena, const struct trace *trace, const td_journal *journal, const td_texts *texts,
                   const td_texts *source, td_debrief *ret)
{
    td_debrief d = {.trace = trace, .texts = texts, .source = source, .self = read_self(journal, trace)};
    score_compute(trace, &d.score);
    find_turning(&d);
    d.last_chance = find_last_chance(trace);
    find_what_if(arena, &d);
    teach_fill(&d);
    board_fill(arena, journal, &d);
    notes_fill(arena, journal, &d);
    *ret = d;
}
