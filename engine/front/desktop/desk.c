/* desk.c - loading, laying out, and handing on what a learner asked for. */
#include "desk_parts.h"

#include "clock.h"
#include "memory.h"

static void take_settings(struct desk *d)
{
#define X(name) d->app.settings[SET_##name] = (int32_t)d->settings->name;
    TD_UI_SETTINGS(X)
#undef X
    d->app.keys = d->settings->keys;
}

bool desk_open(struct desk *d, struct library *library, struct settings *settings)
{
    const char *missing = NULL;
    memset(d, 0, sizeof *d);
    d->library = library;
    d->settings = settings;
    struct arena *arenas[] = {&d->cards_arena,   &d->play_arena,   &d->frame,        &d->trace_arena,
                              &d->what_if_arena, &d->moment_arena, &d->notice_arena, &d->notes_arena};
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
        arena_init(arenas[i], &memory_std);
    d->canvas = canvas_create(path_join(&library->arena, library->data, "assets"), &missing);
    d->app = ui_app_new();
    take_settings(d);
    d->app.screen = settings->stance >= STANCE_VERSION ? SCREEN_HOME : SCREEN_STANCE;
    d->app.back = SCREEN_HOME;
    d->stale = true;
    d->keeping = KEEP_IN_PLAYS;
    desk_read_languages(d);
    desk_model(d);
    if (missing)
        desk_notice(d, "desk.lost-font", "file", missing);
    return canvas_writes(d->canvas);
}

bool desk_close(struct desk *d)
{
    bool safe = desk_leave_play(d);
    if (d->tale_open)
        tale_close(&d->tale);
    struct arena *arenas[] = {&d->cards_arena,   &d->play_arena,   &d->frame,        &d->trace_arena,
                              &d->what_if_arena, &d->moment_arena, &d->notice_arena, &d->notes_arena};
    canvas_destroy(d->canvas);
    for (size_t i = 0; i < sizeof arenas / sizeof *arenas; i++)
        arena_finish(arenas[i]);
    return safe;
}

void desk_notice(struct desk *d, const char *id, const char *key, const char *value)
{
    struct writer w;
    const struct word_arg args[] = {ARG_TEXT(key, str_of(value))};
    writer_init(&w, &d->notice_arena);
    w_str(&w, d->notice);
    w_text(&w, d->notice.len > 0 ? "\n" : "");
    words_write(&w, d->library->words, id, WORDS_THEY, args, 1);
    d->notice = d->model.notice = writer_str(&w);
    d->stale = true;
}

/* What the screens may see of all this. */
void desk_model(struct desk *d)
{
    struct ui_model *m = &d->model;
    const struct tale *tale = d->plays ? &d->play.tale : d->tale_open ? &d->tale : NULL;
    m->words = d->library->words;
    m->cards = d->cards;
    m->past = d->past;
    m->scenario = tale ? tale->scenario : NULL;
    m->texts = tale ? tale->texts : NULL;
    m->source = tale ? tale->source : NULL;
    m->view = d->watch ? &d->watch_view : d->plays ? &d->view : NULL;
    m->mode = d->plays ? d->play.setup.mode : (enum mode)d->settings->mode;
    m->moment = &d->moment;
    m->notes = d->notes;
    m->languages = d->languages;
    m->best_before = NONE;
    m->group_here = TALKDOWN_GROUP;
    m->past_attempt = d->attempt > 0;
    m->from_progress = d->from_progress;
    m->kept = d->plays && d->play.setup.rung != RUNG_practice;
    d->stale = true;
}

/* Whoever goes straight into a play does not wait until every story and every play has been read. */
static bool shows_cards(const struct desk *d)
{
    return d->app.screen == SCREEN_HOME || d->app.screen == SCREEN_PROGRESS;
}

void desk_layout(struct desk *d, int width, int height)
{
    if (!d->cards_read && shows_cards(d))
        desk_read_cards(d);
    arena_finish(&d->frame);
    arena_init(&d->frame, &memory_std);
    ui_layout(&d->app, &d->model, &d->frame, canvas_measure(d->canvas), width, height, &d->ui);
    d->stale = false;
    for (const char *font = canvas_lost_font(d->canvas); font; font = canvas_lost_font(d->canvas))
        desk_notice(d, "desk.lost-font", "file", font);
    for (const char *lost = canvas_lost(d->canvas); lost; lost = canvas_lost(d->canvas))
        desk_notice(d, "desk.lost-person", "name", lost);
}

const td_session *desk_scene(const struct desk *d)
{
    return d->watch ? d->watch : d->plays ? play_session(d->play.play) : NULL;
}

/* --- the person ------------------------------------------------------------------------------------------ */

static struct person_state person_now(struct desk *d)
{
    struct person_state state = {
        .agitation = 300, .distance_cm = 220, .seed = d->play.setup.seed, .still = d->settings->less_motion};
    const td_scenario *s = d->play.tale.scenario;
    struct view all;
    enum setting place = SETTING_BRIDGE;
    session_view(desk_scene(d), SEAT_instructor, &all);
    person_manner_find(profile_name(s->profile_index), &state.manner);
    place_find(place_names[s->place], &place);
    state.stance = place_stance(place);
    state.agitation = all.agitation;
    state.despair = all.despair ? 1000 : 0;
    state.recovery = all.recovery ? 1000 : 0;
    state.distance_cm = all.dist != NONE ? all.dist : 220;
    state.contact = all.contact * 2 - 1000;
    state.turned = all.rupture > 300 ? -(all.rupture - 300) : 0;
    return state;
}

/* A picture is not taken in the middle of a blink. */
void desk_pose_person(struct desk *d, struct person_state *state)
{
    const struct person_identity *who = canvas_identity(d->canvas, d->play.tale.scenario->identity);
    person_state_settle(state);
    for (int i = 0; who && i < 20 && person_pose(who, state).blink > 0; i++) {
        state->ms += 250;
        person_state_settle(state);
    }
    person_motion_start(&d->motion, state);
    canvas_person(d->canvas, &d->motion.shown);
}

void desk_move_person(struct desk *d, uint32_t ms, bool at_once)
{
    if (!d->plays)
        return;
    struct person_state state = person_now(d);
    if (at_once) {
        state.ms = 2300;
        desk_pose_person(d, &state);
        return;
    }
    person_motion_step(&d->motion, &state, ms);
    canvas_person(d->canvas, &d->motion.shown);
}

/* --- settings ---------------------------------------------------------------------------------------------- */

static void change_language(struct desk *d, int32_t index)
{
    if (index < 0 || index >= d->model.language_count || !library_speak(d->library, d->language_codes[index]))
        return;
    td_str code = str_of(d->language_codes[index]);
    memcpy(d->settings->language, code.ptr, code.len);
    d->settings->language[code.len] = '\0';
    if (d->plays)
        tale_speak(d->library, &d->play.tale);
    if (d->tale_open)
        tale_speak(d->library, &d->tale);
    d->cards_read = false;
    desk_read_languages(d);
    desk_model(d);
    if (d->plays)
        desk_tell_again(d);
}

static void change_setting(struct desk *d, int32_t number, int32_t value)
{
    struct settings *to = d->settings;
    switch (number) {
    case SET_text_size: to->text_size = value; break;
    case SET_volume: to->volume = value; break;
    case SET_contrast: to->contrast = value; break;
    case SET_less_motion: to->less_motion = value; break;
    case SET_sound: to->sound = value; break;
    case SET_voices: to->voices = value; break;
    case SET_captions: to->captions = value; break;
    case SET_self_voicing: to->self_voicing = value; break;
    case SET_skip_harm: to->skip_harm = value; break;
    case SET_full_screen: to->full_screen = value; break;
    case SET_mode: to->mode = value; break;
    case SET_rung: to->rung = value; break;
    case SET_press_silence: to->press_silence = value; break;
    case SET_untimed: to->untimed = value; break;
    case SET_language: change_language(d, value); break;
    default: return;
    }
    settings_write(&d->frame, d->library->home, d->settings);
}

/* --- requests --------------------------------------------------------------------------------------------------- */

static void save_report(struct desk *d)
{
    if (!d->model.debrief || !d->library->home)
        return;
    struct writer w;
    writer_init(&w, &d->trace_arena);
    debrief_write_text(&w, &d->debrief, d->library->words);
    const char *path = path_join(&d->trace_arena, d->library->home, "report.txt");
    file_fault fault = folder_make(d->library->home, 0700);
    fault = fault ? fault : file_write(path, writer_str(&w), 0600);
    struct writer said;
    writer_init(&said, &d->trace_arena);
    const struct word_arg args[] = {ARG_TEXT("file", str_of(path)), ARG_TEXT("path", str_of(path))};
    words_write(&said, d->library->words, fault ? fault : "ui.report-saved", WORDS_THEY, args, 2);
    d->model.saved_as = writer_str(&said);
}

/* Back to where it was opened from. */
static void close_play(struct desk *d)
{
    bool from_progress = d->from_progress && d->app.screen == SCREEN_DEBRIEF;
    desk_leave_play(d);
    desk_go_home(d);
    if (from_progress)
        d->app.screen = SCREEN_PROGRESS;
}

void desk_do(struct desk *d, const struct ui_request *r)
{
    d->stale = true;
    if (r->wish != WISH_NOTHING)
        d->notice = d->model.notice = (td_str){0};
    switch (r->wish) {
    case WISH_NOTHING: return;
    case WISH_QUIT: d->quit = true; return;
    case WISH_GROUP: d->group = true; return;
    case WISH_OPEN: desk_open_card(d, r->number); return;
    case WISH_RESUME: desk_resume(d, NULL); return;
    case WISH_BEGIN: desk_begin(d); return;
    case WISH_COMMAND: desk_command(d, &r->command); return;
    case WISH_PICKS: desk_picks(d, &r->command); return;
    case WISH_MARK:
        encounter_mark(&d->play, SEAT_primary, r->mark);
        desk_read_notes(d);
        return;
    case WISH_HINT: desk_hint(d, r->number != 0); return;
    case WISH_RATINGS: desk_ratings(d); return;
    case WISH_DEBRIEF: desk_debrief(d); return;
    case WISH_WHAT_IF: desk_what_if(d, r->number); return;
    case WISH_WATCH: desk_watch(d, r->number); return;
    case WISH_WATCH_NEXT: desk_watch_next(d); return;
    case WISH_WATCH_END: desk_watch_end(d); return;
    case WISH_AGAIN: desk_again(d, &r->command); return;
    case WISH_CLOSE: close_play(d); return;
    case WISH_SETTING: change_setting(d, r->number, r->value); return;
    case WISH_STANCE:
        d->settings->stance = STANCE_VERSION;
        settings_write(&d->frame, d->library->home, d->settings);
        return;
    case WISH_KEYS:
        d->settings->keys = d->app.keys;
        settings_write(&d->frame, d->library->home, d->settings);
        return;
    case WISH_REPORT: save_report(d); return;
    case WISH_PLAY: desk_open_past(d, r->number); return;
    }
}

void desk_key(struct desk *d, int key)
{
    struct ui_request r = ui_press(&d->app, &d->model, &d->frame, &d->ui, key);
    desk_do(d, &r);
}

void desk_click(struct desk *d, int x, int y)
{
    struct ui_request r = ui_click(&d->app, &d->model, &d->frame, &d->ui, x, y);
    desk_do(d, &r);
}
