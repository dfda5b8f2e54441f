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

void desk_debrief(struct desk *d)
{
    desk_trace(d, true);
    debrief_build(&d->trace_arena, &d->trace, d->journal, d->play.tale.texts, d->play.tale.source, &d->debrief);
    d->model.debrief = &d->debrief;
    d->app.screen = SCREEN_DEBRIEF;
    d->app.sheet = SHEET_NONE;
    d->app.step = first_step(&d->debrief);
    d->app.what_if = false;
    d->app.focus = (struct ui_action){0, 0, 0};
    memset(d->app.offset, 0, sizeof d->app.offset);
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
