/* desk_debrief.c - the play seen again: its trace, the learner's own ratings as marks, the debrief. */
#include "desk_parts.h"

#include "memory.h"
#include "say.h"

void desk_trace(struct desk *d, bool look_ahead)
{
    journal_destroy(d->journal);
    arena_finish(&d->trace_arena);
    arena_init(&d->trace_arena, &memory_std);
    d->model.debrief = NULL;
    d->journal = encounter_journal(&d->play);
    if (d->attempt > 0)
        trace_build(&d->trace_arena, d->play.tale.scenario, d->library->model, d->journal, d->attempt, look_ahead,
                    &d->trace);
    else
        encounter_trace(&d->play, d->journal, &d->trace_arena, look_ahead, &d->trace);
    d->model.trace = &d->trace;
}

static void mark(struct desk *d, const char *kind, const char *name, int64_t number)
{
    struct writer w;
    writer_init(&w, &d->frame);
    w_text(&w, kind);
    w_text(&w, name);
    w_char(&w, ' ');
    w_int(&w, number);
    encounter_mark(&d->play, SEAT_primary, writer_str(&w));
}

/* First to the disk, then to be compared. */
void desk_ratings(struct desk *d)
{
    if (d->app.feel != NONE)
        mark(d, "feel", "", d->app.feel);
    for (int i = 0; i < DIM_COUNT; i++)
        if (d->app.rate[i] != NONE)
            mark(d, "rate ", dimension_name((enum dimension)i), d->app.rate[i]);
    for (int i = 0; i < 3; i++)
        if (d->app.moments[i] != NONE)
            mark(d, "moment", "", d->app.moments[i]);
    desk_debrief(d);
}

/* The costliest turning point is opened first; else the one worth trying again; else the first decision. */
static int32_t first_step(const td_debrief *debrief)
{
    for (int i = 0; i < debrief->turning_count; i++)
        if (debrief->turning[i].kind == TURNING_LOSS)
            return debrief->turning[i].step;
    if (debrief->replay_step != NONE)
        return debrief->replay_step;
    for (int32_t i = 0; i < debrief->trace->count; i++)
        if (debrief->trace->steps[i].exchange)
            return i;
    return NONE;
}

/* Whoever stops from here on has left nothing open: a debrief that was not seen is offered again. */
static void note_debriefed(struct desk *d)
{
    if (d->attempt == 0 && d->view.phase == PHASE_OVER && !plays_was_debriefed(d->journal))
        encounter_mark(&d->play, SEAT_primary, TD_STR("debriefed"));
}

/* On the thread that draws: a whole debrief takes about a millisecond (tests/bench/bench_debrief: 36 decisions
 * with all their alternatives), well inside one frame, and nothing moves on the page it leads to. */
void desk_debrief(struct desk *d)
{
    desk_trace(d, true);
    debrief_build(&d->trace_arena, &d->trace, d->journal, d->play.tale.texts, d->play.tale.source, &d->debrief);
    d->model.debrief = &d->debrief;
    d->app.screen = SCREEN_DEBRIEF;
    d->app.sheet = SHEET_NONE;
    d->app.step = first_step(&d->debrief);
    d->app.tab = 0;
    d->app.focus = (struct ui_action){0, 0, 0};
    memset(d->app.offset, 0, sizeof d->app.offset);
    desk_what_if(d, d->app.step);
    note_debriefed(d);
    d->stale = true;
}

void desk_what_if(struct desk *d, int32_t step)
{
    arena_finish(&d->what_if_arena);
    arena_init(&d->what_if_arena, &memory_std);
    d->model.what_if = NULL;
    if (!d->model.debrief || step == NONE)
        return;
    debrief_what_if(&d->what_if_arena, &d->trace, step, &d->what_if);
    d->model.what_if = &d->what_if;
}

/* --- the better line watched: its choices are known, so the same session is played along them ---------------- */

static void see(struct desk *d, const struct view *before, const struct command *done)
{
    arena_finish(&d->moment_arena);
    arena_init(&d->moment_arena, &memory_std);
    d->model.refusal = d->model.trouble = d->model.hint = (td_str){0};
    session_view(d->watch, SEAT_instructor, &d->watch_view);
    d->model.view = &d->watch_view;
    if (done)
        ui_moment_build(&d->model, &d->moment_arena, before, done, &d->moment);
    else
        ui_moment_now(&d->model, &d->moment_arena, false, &d->moment);
    d->app.focus = (struct ui_action){0, 0, 0};
    memset(d->app.offset, 0, sizeof d->app.offset);
    d->stale = true;
}

void desk_watch(struct desk *d, int32_t step)
{
    desk_what_if(d, step);
    if (!d->model.what_if || d->what_if.count == 0)
        return;
    session_destroy(d->watch);
    d->watch = trace_session_before(&memory_std, &d->trace, step);
    d->model.watched = 0;
    d->app.screen = SCREEN_WATCH;
    see(d, NULL, NULL);
    desk_move_person(d, 0, true);
}

/* The better line with the delivery that the learner had; what follows is said plainly. */
void desk_watch_next(struct desk *d)
{
    int32_t at = d->model.watched;
    if (!d->watch || at >= d->what_if.count)
        return;
    struct view before = d->watch_view;
    struct command done = desk_picked(d->trace.scenario, d->what_if.choices[at]);
    const struct command *said = &d->trace.steps[d->what_if.step].command;
    if (at == 0) {
        done.tone = said->tone;
        done.pace = said->pace;
        done.dist = said->dist;
    }
    session_play(d->watch, d->what_if.choices[at], done.tone, done.pace, at == 0 ? said->dist : NONE);
    d->model.watched++;
    see(d, &before, &done);
}

void desk_watch_end(struct desk *d)
{
    if (!d->watch)
        return;
    session_destroy(d->watch);
    d->watch = NULL;
    d->app.screen = SCREEN_DEBRIEF;
    d->app.focus = (struct ui_action){0, 0, 0};
    memset(d->app.offset, 0, sizeof d->app.offset);
    desk_model(d);
}
