/* desk_play.c - an encounter from the content note to its end: each decision is on its way to the disk
 * before its answer is shown. */
#include "desk_parts.h"

#include "clock.h"
#include "memory.h"
#include "player.h"
#include "say.h"

enum { NOISE = 80 };

static void show(struct desk *d, enum ui_screen screen)
{
    d->app.back = SCREEN_HOME;
    d->app.screen = screen;
    d->app.sheet = SHEET_NONE;
    d->app.focus = (struct ui_action){0, 0, 0};
    ui_unscroll(&d->app);
    desk_model(d);
}

static void reset_delivery(struct desk *d)
{
    d->app.tone = 0;
    d->app.pace = 0;
    d->app.dist = NONE;
}

static void reset_app(struct desk *d)
{
    struct ui_app fresh = ui_app_new();
    memcpy(fresh.settings, d->app.settings, sizeof fresh.settings);
    fresh.keys = d->app.keys;
    fresh.card = d->app.card;
    fresh.focus_shown = d->app.focus_shown;
    d->app = fresh;
}

static void look(struct desk *d)
{
    session_view(play_session(d->play.play), SEAT_primary, &d->view);
    desk_model(d);
}

/* --- opening -------------------------------------------------------------------------------------------- */

void desk_open_card(struct desk *d, int index)
{
    if (d->tale_open)
        tale_close(&d->tale);
    d->tale_open = index < d->model.card_count && tale_open(d->library, d->cards[index].name, true, &d->tale);
    if (!d->tale_open)
        return;
    reset_app(d);
    if (d->model.past_count == 0 && d->settings->mode == settings_unset().mode)
        d->app.settings[SET_mode] = d->settings->mode = MODE_guided; /* a first meeting */
    show(d, SCREEN_CONTENT);
}

void desk_begin_with(struct desk *d, const struct setup *setup)
{
    if (!d->tale_open)
        return;
    d->tale_open = false;
    encounter_begin(d->library, &d->tale, setup, d->save ? KEEP_IN_FILE : d->keeping, d->save, &d->play);
    d->save = NULL;
    d->seed = 0;
    d->plays = true;
    look(d);
    show(d, SCREEN_BRIEFING);
}

void desk_begin(struct desk *d)
{
    struct setup setup = {.seed = d->seed ? d->seed : clock_seed(),
                          .noise = NOISE,
                          .mode = (enum mode)d->settings->mode,
                          .rung = (enum rung)d->settings->rung,
                          .preset = "solo"};
    desk_begin_with(d, &setup);
}

bool desk_start(struct desk *d, const char *name)
{
    if (d->tale_open)
        tale_close(&d->tale);
    d->tale_open = tale_open(d->library, name, true, &d->tale);
    if (d->tale_open)
        show(d, SCREEN_CONTENT);
    return d->tale_open;
}

static struct say say_on(struct desk *d)
{
    return (struct say){&d->model, &d->moment_arena};
}

void desk_tell_again(struct desk *d)
{
    arena_finish(&d->moment_arena);
    arena_init(&d->moment_arena, &memory_std);
    ui_moment_now(&d->model, &d->moment_arena, d->view.exchanges == 0, &d->moment);
    struct say say = say_on(d);
    if (d->play.setup.mode == MODE_guided && d->view.exchanges == 0) /* a first meeting with the stairway */
        ui_moment_add(&d->moment, PART_FEEDBACK, say_word(&say, "play.stairway"));
}

/* Of the board only what the learner wrote. */
static bool read_note(struct arena *arena, const struct mark *mark, struct ui_note *ret)
{
    td_str rest = mark->rest, kind;
    *ret = (struct ui_note){.board = NONE};
    if (str_is(mark->kind, "note"))
        return mark_text(arena, &rest, &ret->text);
    if (!str_is(mark->kind, "board") || !mark_word(&rest, &kind))
        return false;
    ret->board = ui_board_find(kind);
    return ret->board != NONE && mark_text(arena, &rest, &ret->text);
}

void desk_read_notes(struct desk *d)
{
    td_journal *journal = encounter_journal(&d->play);
    int count = 0;
    arena_finish(&d->notes_arena);
    arena_init(&d->notes_arena, &memory_std);
    for (int i = 0; i < journal->mark_count; i++) {
        if (!read_note(&d->notes_arena, &journal->marks[i], &d->notes[count % UI_NOTES]))
            continue;
        if (count < UI_NOTES - 1)
            count++;
        else
            memmove(d->notes, d->notes + 1, (UI_NOTES - 1) * sizeof *d->notes); /* the newest are shown */
    }
    journal_destroy(journal);
    d->model.note_count = count;
}

static void to_scene(struct desk *d)
{
    desk_read_notes(d);
    d->model.refusal = d->model.hint = (td_str){0};
    desk_tell_again(d);
    desk_move_person(d, 0, true);
    show(d, SCREEN_ENCOUNTER);
    d->asked_at = clock_ms();
    ui_notice(&d->app, &d->model);
}

/* The learner's own view comes before anybody else's, also when it was put off. */
static void look_back(struct desk *d)
{
    desk_trace(d, false);
    if (plays_was_debriefed(d->journal))
        desk_debrief(d);
    else
        show(d, SCREEN_RATING);
}

/* Questions that were asked before the talk was left, and were not answered: they are not asked once more. */
static uint32_t put_off(const struct desk *d)
{
    const td_scenario *s = d->play.tale.scenario;
    uint32_t bits = d->view.prompts;
    for (int i = 0; i < s->prompt_count; i++) {
        const struct prompt *prompt = &s->prompts[i];
        bool now = (prompt->moment == MOMENT_exchange && prompt->exchange == d->view.exchanges) ||
                   (prompt->moment == MOMENT_first && d->view.exchanges == 1) ||
                   (prompt->moment == MOMENT_start && d->view.exchanges == 0);
        if (now)
            bits &= ~(UINT32_C(1) << i);
    }
    return bits;
}

/* Where the play stands is where the learner comes in. */
bool desk_resume(struct desk *d, const char *path)
{
    if (!path)
        path = plays_newest_left(d->library, TD_STR(""));
    desk_leave_play(d);
    if (!path || !encounter_resume(d->library, path, &d->play))
        return false;
    reset_app(d);
    d->plays = true;
    look(d);
    d->app.skipped = put_off(d);
    if (d->view.phase == PHASE_BRIEFING)
        show(d, SCREEN_BRIEFING);
    else if (d->view.phase == PHASE_TALK)
        to_scene(d);
    else
        look_back(d);
    return true;
}

void desk_open_past(struct desk *d, int row)
{
    const struct ui_past past = d->past[row];
    const char *path = d->past_path[row];
    if (past.last) {
        d->from_progress = desk_resume(d, path);
    } else {
        desk_leave_play(d);
        if (!encounter_resume(d->library, path, &d->play))
            return;
        reset_app(d);
        d->plays = d->from_progress = true;
        d->attempt = past.attempt;
        look(d);
        desk_debrief(d);
    }
    desk_model(d);
}

void desk_picks(struct desk *d, const struct command *picks)
{
    struct command begin = command_empty(SEAT_primary, VERB_begin);
    const char *reason = "";
    if (picks->id_count > 0)
        encounter_do(&d->play, picks, &reason);
    if (encounter_do(&d->play, &begin, &reason) != TD_OK)
        return;
    look(d);
    to_scene(d);
}

struct command desk_picked(const td_scenario *scenario, int32_t choice)
{
    bool silent = choice == ACTION_PAUSE;
    struct command c = command_empty(SEAT_primary, silent ? VERB_pause : VERB_choose);
    if (silent) {
        c.number = PAUSE_MS;
        return c;
    }
    td_str id = scenario->choices[choice].id;
    memcpy(c.id, id.ptr, id.len);
    c.id[id.len] = '\0';
    return c;
}

/* --- going on ----------------------------------------------------------------------------------------------- */

static bool is_exchange(enum verb verb)
{
    return verb == VERB_choose || verb == VERB_pause || verb == VERB_help;
}

static void refuse(struct desk *d, td_status status, const char *reason)
{
    struct say say = say_on(d);
    td_str why =
        status == TD_E_REFUSED ? say_of(&say, "refused.", str_of(reason), "") : say_word(&say, "refused.too-long");
    const struct word_arg args[] = {ARG_TEXT("reason", why)};
    d->refused = status == TD_E_REFUSED ? reason : "too-long";
    d->model.refusal = say_with(&say, "play.not-now", args, 1);
    ui_unscroll(&d->app); /* to where it stands */
}

/* Guided: after every exchange; practice: at the breaks of the scene. */
static void tell_feedback(struct desk *d)
{
    bool guided = d->play.setup.mode == MODE_guided,
         at_break = d->play.setup.mode == MODE_practice && d->view.scene_break;
    if (!guided && !at_break)
        return;
    desk_trace(d, true);
    debrief_build(&d->trace_arena, &d->trace, d->journal, d->play.tale.texts, d->play.tale.source, &d->debrief);
    struct say say = say_on(d);
    for (int i = d->trace.count - 1; i >= 0; i--) {
        if (!d->trace.steps[i].exchange)
            continue;
        struct writer w;
        writer_init(&w, &d->moment_arena);
        debrief_write_why(&w, &d->debrief, d->library->words, i, say_called(&say));
        if (guided)
            debrief_write_instead(&w, &d->debrief, d->library->words, i);
        const struct word_arg args[] = {
            ARG_TEXT("act", say_capital(&say, say_of(&say, "act.", act_name(d->trace.steps[i].move.act), ".name"))),
            ARG_TEXT("verdict", say_capital(&say, say_of(&say, "verdict.",
                                                         str_of(verdict_name(d->trace.steps[i].verdict)), ".name"))),
            ARG_TEXT("why", say_plain(&say, writer_str(&w))),
        };
        ui_moment_add(
            &d->moment, PART_FEEDBACK,
            say_with(&say, d->trace.steps[i].verdict == VERDICT_STRONG ? "ui.feedback.good" : "ui.feedback", args, 3));
        break;
    }
}

static void say_trouble(struct desk *d)
{
    struct say say = say_on(d);
    d->model.trouble = (td_str){0};
    if (!d->play.trouble)
        return;
    const struct word_arg path[] = {ARG_TEXT("path", d->play.path ? str_of(d->play.path) : TD_STR(""))};
    const struct word_arg args[] = {ARG_TEXT("reason", say_with(&say, d->play.trouble, path, 1))};
    d->model.trouble = say_with(&say, "play.save-failed", args, 1);
}

static void tell(struct desk *d, const struct view *before, const struct command *done)
{
    arena_finish(&d->moment_arena);
    arena_init(&d->moment_arena, &memory_std);
    d->model.refusal = d->model.hint = (td_str){0};
    ui_moment_build(&d->model, &d->moment_arena, before, done, &d->moment);
    say_trouble(d);
}

/* Nothing happened in the scene: what was told of it stays, the feedback too. */
static void tell_answered(struct desk *d)
{
    d->model.refusal = d->model.hint = (td_str){0};
    say_trouble(d);
    desk_tell_truth(d);
}

bool desk_command(struct desk *d, const struct command *command)
{
    struct view before = d->view;
    struct command timed = *command;
    const char *reason = "";
    if ((is_exchange(timed.verb) || timed.verb == VERB_assess) && !d->settings->untimed)
        timed.after = clock_ms() - d->asked_at;
    td_status status = encounter_do(&d->play, &timed, &reason);
    d->refused = NULL;
    if (status != TD_OK) {
        refuse(d, status, reason);
        return false;
    }
    encounter_settled(&d->play);
    look(d);
    if (timed.verb == VERB_assess)
        tell_answered(d);
    else
        tell(d, &before, &timed);
    if (is_exchange(timed.verb)) {
        reset_delivery(d);
        d->app.focus = (struct ui_action){0, 0, 0}; /* no line of the next ones is suggested */
        tell_feedback(d);
    }
    if (d->view.phase == PHASE_OVER) {
        desk_trace(d, false);
        show(d, SCREEN_ENDING);
        return true;
    }
    ui_unscroll(&d->app);
    d->asked_at = clock_ms();
    ui_notice(&d->app, &d->model);
    return true;
}

void desk_hint(struct desk *d, bool away)
{
    struct say say = say_on(d);
    ui_unscroll(&d->app);
    d->model.hint = (td_str){0};
    if (away)
        return;
    int32_t choice = player_choose(PLAYER_skilled, play_session(d->play.play), NULL);
    td_str act = act_name(choice == ACTION_PAUSE ? ACT_PAUSE : d->play.tale.scenario->choices[choice].move.act);
    const struct word_arg args[] = {ARG_TEXT("act", say_of(&say, "act.", act, ".name")),
                                    ARG_TEXT("is", say_of(&say, "act.", act, ".is"))};
    d->model.hint = say_with(&say, "play.hint", args, 2);
    d->app.focus = (struct ui_action){DEED_HINT, 1, 0};
}

void desk_again(struct desk *d, const struct command *rewind)
{
    const char *reason = "";
    if (encounter_do(&d->play, rewind, &reason) != TD_OK)
        return;
    reset_app(d);
    d->model.trace = NULL;
    d->model.debrief = NULL;
    d->model.what_if = NULL;
    look(d);
    if (d->view.phase == PHASE_BRIEFING)
        show(d, SCREEN_BRIEFING);
    else
        to_scene(d);
}

/* --- leaving -------------------------------------------------------------------------------------------------- */

static bool is_private(const struct desk *d)
{
    enum rung rung = d->play.setup.rung;
    return rung == RUNG_practice || (rung == RUNG_record && d->view.phase == PHASE_OVER);
}

bool desk_leave_play(struct desk *d)
{
    bool safe = true;
    if (!d->plays)
        return true;
    desk_watch_end(d);
    journal_destroy(d->journal);
    d->journal = NULL;
    d->model.trace = NULL;
    d->model.debrief = NULL;
    d->model.what_if = NULL;
    d->model.saved_as = (td_str){0};
    canvas_person(d->canvas, NULL);
    if (is_private(d)) {
        if (d->play.setup.rung == RUNG_record)
            plays_note_completion(d->library, d->play.tale.scenario);
        encounter_forget(&d->play);
        encounter_end(&d->play);
    } else {
        encounter_wait(&d->play);
        safe = encounter_end(&d->play);
    }
    d->plays = d->from_progress = false;
    d->attempt = 0;
    desk_model(d);
    return safe;
}

void desk_go_home(struct desk *d)
{
    reset_app(d);
    d->cards_read = false;
    show(d, SCREEN_HOME);
}
