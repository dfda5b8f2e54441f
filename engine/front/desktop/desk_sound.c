/* desk_sound.c - from what the desk shows to what is heard: the place of the scene, the person's lines, a few
 * soft signs that something was done. */
#include "desk_sound.h"

#include "memory.h"
#include "say.h"

void desk_sound_open(struct desk_sound *s)
{
    *s = (struct desk_sound){.sound = sound_open(), .count = NONE, .next_line = NONE};
    arena_init(&s->arena, &memory_std);
}

void desk_sound_close(struct desk_sound *s)
{
    sound_close(s->sound);
    arena_finish(&s->arena);
    s->sound = NULL;
}

bool desk_sound_busy(const struct desk_sound *s)
{
    return s->sound && (sound_speaks(s->sound) || s->next_line != NONE);
}

/* Two voices at once cannot be understood: with the screen read aloud, the reader speaks the lines.  Who has
 * muted all else still wants to be read to. */
void desk_sound_obey(struct desk_sound *s, const struct settings *set)
{
    sound_set(s->sound, &(struct sound_options){.on = set->sound || set->self_voicing,
                                                .voices = set->sound && set->voices && !set->self_voicing,
                                                .self_voicing = set->self_voicing,
                                                .volume = set->volume});
}

/* ---- the person ---- */

/* What the voice has of a session, whoever may see it. */
static struct person_state mood_of(const struct desk *d, const td_session *session)
{
    struct person_state state = {0};
    struct view all;
    session_view(session, SEAT_instructor, &all);
    person_manner_find(profile_name(d->play.tale.scenario->profile_index), &state.manner);
    state.agitation = all.agitation;
    state.despair = all.despair ? 1000 : 0;
    state.recovery = all.recovery ? 1000 : 0;
    return state;
}

/* Beside the scenario: voice/<language>/<line>.ogg. */
static const char *recording_of(struct desk_sound *s, const struct desk *d, td_str lang, td_str id)
{
    const char *folder = path_join(&s->arena, path_folder_of(&s->arena, d->play.tale.path), "voice");
    struct writer name;
    writer_init(&name, &s->arena);
    w_str(&name, id);
    w_text(&name, ".ogg");
    return path_join(&s->arena, path_join(&s->arena, folder, arena_cstr(&s->arena, lang)),
                     arena_cstr(&s->arena, writer_str(&name)));
}

/* who is NULL if there is nobody to be heard. */
static struct sound_line line_of(struct desk_sound *s, struct desk *d, int32_t line, const struct person_state *mood)
{
    const struct tale *tale = &d->play.tale;
    struct say say = {&d->model, &s->arena};
    td_str id = tale->scenario->lines[line].id;
    td_str lang = tale->texts->lang;
    return (struct sound_line){.text = say_text(&say, id),
                               .lang = arena_cstr(&s->arena, lang),
                               .who = canvas_identity(d->canvas, tale->scenario->identity),
                               .state = mood,
                               .telephone = tale->scenario->channel == CHANNEL_telephone,
                               .recording = recording_of(s, d, lang, id)};
}

static void say_line(struct desk_sound *s, struct desk *d, int32_t line)
{
    struct sound_line said = line_of(s, d, line, &s->mood);
    if (said.who)
        sound_say(s->sound, &said);
}

static void prepare_line(struct desk_sound *s, struct desk *d, int32_t line, const struct person_state *mood)
{
    if (line == NONE)
        return;
    struct sound_line later = line_of(s, d, line, mood);
    if (later.who)
        sound_prepare(s->sound, &later);
}

/* What would be answered to each line that is offered: the same luck is met when one is chosen, so most of what
 * is made now is heard then. */
static void prepare_answers(struct desk_sound *s, struct desk *d)
{
    const td_session *now = play_session(d->play.play);
    td_session *fork = session_fork(now);
    for (int i = 0; i < d->view.choice_count; i++) {
        struct view then;
        session_copy(fork, now);
        session_play(fork, d->view.choices[i].choice, 0, 0, NONE);
        session_view(fork, SEAT_primary, &then);
        struct person_state mood = mood_of(d, fork);
        prepare_line(s, d, then.reaction != NONE ? then.reaction : then.line, &mood); /* what comes first */
    }
    session_destroy(fork);
}

static void tell(struct desk_sound *s, struct desk *d)
{
    int32_t first = d->view.reaction != NONE ? d->view.reaction : d->view.line;
    s->next_line = d->view.reaction != NONE ? d->view.line : NONE;
    s->mood = mood_of(d, play_session(d->play.play));
    sound_hush(s->sound);
    if (first != NONE)
        say_line(s, d, first);
    prepare_line(s, d, s->next_line, &s->mood);
    if (d->view.phase == PHASE_TALK && d->settings->voices && d->settings->sound && !d->settings->self_voicing)
        prepare_answers(s, d);
}

/* ---- what changed ---- */

static bool in_scene(const struct desk *d)
{
    return d->plays && (d->app.screen == SCREEN_ENCOUNTER || d->app.screen == SCREEN_ENDING || d->watch);
}

static void follow_place(struct desk_sound *s, const struct desk *d)
{
    enum setting place;
    if (d->settings->sound && in_scene(d) && place_find(place_names[d->play.tale.scenario->place], &place))
        sound_place(s->sound, place);
    else
        sound_leave(s->sound);
}

static void sign(struct desk_sound *s, const struct desk *d, enum ui_sound which)
{
    if (d->settings->sound)
        sound_ui(s->sound, which);
}

static void follow_play(struct desk_sound *s, struct desk *d)
{
    int32_t count = in_scene(d) && !d->watch ? play_count(d->play.play) : NONE;
    if (count == s->count)
        return;
    bool began = s->count == NONE;
    s->count = count;
    s->next_line = NONE;
    if (count == NONE) {
        sound_hush(s->sound);
        return;
    }
    if (began || d->view.happened.spoke)
        tell(s, d);
    if (d->view.phase == PHASE_OVER)
        sign(s, d, UI_SOUND_END);
    else if (d->view.happened.arrived)
        sign(s, d, UI_SOUND_HELP);
    else if (!began)
        sign(s, d, UI_SOUND_CHOOSE);
}

static void follow_screen(struct desk_sound *s, const struct desk *d)
{
    const struct ui_app *app = &d->app;
    if (app->screen != s->screen)
        sign(s, d, app->screen == SCREEN_HOME ? UI_SOUND_BACK : UI_SOUND_CHOOSE);
    else if (app->sheet != s->sheet)
        sign(s, d, app->sheet == SHEET_NONE ? UI_SOUND_BACK : UI_SOUND_NOTICE);
    else if (app->focus_shown && !ui_same(app->focus, s->focus))
        sign(s, d, UI_SOUND_FOCUS);
    s->screen = app->screen;
    s->sheet = app->sheet;
    s->focus = app->focus;
}

static void follow_speech(struct desk_sound *s, struct desk *d)
{
    if (s->next_line == NONE || sound_speaks(s->sound))
        return;
    int32_t line = s->next_line;
    s->next_line = NONE;
    say_line(s, d, line);
}

void desk_sound_tick(struct desk_sound *s, struct desk *d, int64_t now)
{
    if (!s->sound)
        return;
    arena_finish(&s->arena);
    arena_init(&s->arena, &memory_std);
    desk_sound_obey(s, d->settings);
    follow_place(s, d);
    follow_screen(s, d);
    follow_play(s, d);
    follow_speech(s, d);
    sound_tick(s->sound, now);
    sound_lips(s->sound, &d->motion.shown.mouth_open, &d->motion.shown.mouth_round);
    if (d->model.sound_here != sound_is_here(s->sound)) {
        d->model.sound_here = !d->model.sound_here;
        d->stale = true;
    }
}
