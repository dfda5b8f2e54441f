/* twin.c - an evening with the text twin, from the first page to the last: open a play, play it, look
 * back on it, perhaps once more.  Whoever stops at any prompt comes out here, and the play is safe. */
#include "twin.h"

#include "cli.h"
#include "memory.h"

enum opened { OPENED, STOPPED, FAILED, MISSING /* what was named is not there */ };

/* --- opening a play ------------------------------------------------------------------------------------- */

static void is_open(struct twin *t)
{
    t->plays = true;
    t->looked_back = play_count(t->play.play);
    session_view(play_session(t->play.play), SEAT_primary, &t->view);
    twin_trouble(t);
    twin_unfrozen(t);
}

static enum opened resume(struct twin *t, const struct twin_wish *wish)
{
    const char *path = wish->resume_file;
    td_str of = wish->scenario != NULL ? str_of(wish->scenario) : TD_STR("");
    if (path != NULL && !file_exists(path) && tale_find(t->library, path) != NULL) {
        of = str_of(path); /* `--resume bridge-rail` */
        path = NULL;
    }
    if (path == NULL)
        path = plays_newest_left(t->library, of);
    if (path == NULL) {
        library_say(t->library, true, "error.no-play", NULL, 0);
        return FAILED;
    }
    fflush(stdout);
    if (!encounter_resume(t->library, path, &t->play))
        return t->library->unread ? MISSING : FAILED;
    is_open(t);
    return OPENED;
}

static enum opened begin(struct twin *t, const struct twin_wish *wish, const char *name)
{
    struct tale tale;
    bool go_on;
    if (wish->save != NULL && file_exists(wish->save)) {
        const struct word_arg args[] = {ARG_TEXT("path", str_of(wish->save))};
        library_say(t->library, true, "error.exists", args, 1);
        return FAILED;
    }
    if (!tale_open(t->library, name, true, &tale))
        return t->library->unread ? MISSING : FAILED;
    if (!twin_content_note(t, &tale, &go_on) || !go_on) {
        tale_close(&tale);
        return STOPPED;
    }
    tale_speak(t->library, &tale); /* the language may have been changed at the last prompt */
    encounter_begin(t->library, &tale, &wish->setup, wish->save != NULL ? KEEP_IN_FILE : KEEP_IN_PLAYS, wish->save,
                    &t->play);
    is_open(t);
    const struct word_arg args[] = {
        ARG_TEXT("mode", twin_word(t, "mode.", mode_names[wish->setup.mode], ".name")),
        ARG_INT("seed", (int64_t)wish->setup.seed),
    };
    twin_say(t, "play.began", args, 2);
    return OPENED;
}

static enum opened open_play(struct twin *t, const struct twin_wish *wish)
{
    const char *name = wish->scenario;
    bool go_on = wish->resume;
    if (!twin_stance(t))
        return STOPPED;
    if (!go_on && name == NULL && !twin_choose_scenario(t, &name, &go_on))
        return STOPPED;
    return go_on ? resume(t, wish) : begin(t, wish, name);
}

/* --- playing ------------------------------------------------------------------------------------------------ */

static void say_resumed(struct twin *t)
{
    const struct word_arg args[] = {
        ARG_INT("n", t->view.exchanges),
        ARG_TEXT("time", twin_time(t, t->view.story_ms)),
    };
    const struct word_arg attempt[] = {ARG_INT("n", play_attempt(t->play.play))};
    console_gap(&t->console);
    console_put(&t->console, twin_text(t, TD_STR("title")));
    twin_say(t, "play.resumed", args, 2);
    if (play_attempt(t->play.play) > 1)
        twin_say(t, "play.resumed.attempt", attempt, 1);
    if (t->view.phase == PHASE_TALK)
        twin_moment_again(t);
}

/* From wherever the play stands to the end of its debrief.  *ret_again: it went back to a decision. */
static bool play_on(struct twin *t, bool *ret_again)
{
    *ret_again = false;
    if (t->view.phase == PHASE_BRIEFING) {
        if (!twin_brief(t))
            return false;
        twin_scene(t);
    }
    return twin_encounter(t) && twin_afterwards(t, ret_again);
}

static bool play_all(struct twin *t)
{
    bool again = true;
    if (play_count(t->play.play) > 0)
        say_resumed(t);
    while (again)
        if (!play_on(t, &again))
            return false;
    return true;
}

/* --- closing -------------------------------------------------------------------------------------------------- */

static bool is_private(const struct twin *t)
{
    enum rung rung = t->play.setup.rung;
    return rung == RUNG_practice || (rung == RUNG_record && t->view.phase == PHASE_OVER);
}

static const char *stopped_id(const struct twin *t)
{
    if (t->view.phase != PHASE_OVER)
        return "play.stopped";
    return twin_was_debriefed(t) ? "play.stopped.heard" : "play.stopped.debrief";
}

static void say_saved(struct twin *t, bool finished)
{
    const struct word_arg args[] = {ARG_TEXT("file", t->play.path != NULL ? str_of(t->play.path) : TD_STR(""))};
    const char *left = t->play.setup.rung == RUNG_record ? "play.left.record" : "play.left.practice";
    console_gap(&t->console);
    if (is_private(t))
        twin_say(t, finished ? left : "play.stopped.practice", NULL, 0);
    else if (t->play.trouble != NULL)
        twin_say(t, "play.stopped.not-saved", NULL, 0);
    else if (!finished)
        twin_say(t, stopped_id(t), NULL, 0);
    if (!is_private(t) && t->play.trouble == NULL)
        twin_say(t, "play.saved-to", args, 1);
}

static int close_play(struct twin *t, bool finished)
{
    bool safe = true;
    if (!t->plays)
        return CLI_OK;
    encounter_wait(&t->play);
    say_saved(t, finished);
    if (is_private(t)) {
        if (t->play.setup.rung == RUNG_record)
            plays_note_completion(t->library, t->play.tale.scenario);
        encounter_forget(&t->play);
        encounter_end(&t->play);
    } else {
        safe = encounter_end(&t->play);
    }
    t->plays = false;
    return safe ? CLI_OK : CLI_NO;
}

static void say_settings_trouble(struct twin *t, const char *broken)
{
    const struct word_arg file[] = {ARG_TEXT("file", str_of(broken != NULL ? broken : ""))};
    const struct word_arg lang[] = {
        ARG_TEXT("name", str_of(t->library->lost_lang != NULL ? t->library->lost_lang : "")),
        ARG_TEXT("list", library_languages(t->library)),
    };
    if (broken != NULL)
        twin_say(t, "settings.broken", file, 1);
    if (t->library->lost_lang != NULL)
        twin_say(t, "settings.no-language", lang, 2);
}

int twin_run(struct library *library, struct settings *settings, const char *broken, const struct twin_wish *wish)
{
    struct twin *t = memory_std.resize(memory_std.context, NULL, sizeof *t);
    *t = (struct twin){.library = library, .settings = settings};
    arena_init(&t->page, &memory_std);
    console_open(&t->console);
    t->console.width = settings->width;
    twin_delivery_reset(t);
    say_settings_trouble(t, broken);
    twin_say_full(t, "ask.hint", NULL, 0);
    enum opened opened = open_play(t, wish);
    bool finished = opened == OPENED && play_all(t);
    int status = close_play(t, finished);
    arena_finish(&t->page);
    memory_std.resize(memory_std.context, t, 0);
    return opened == FAILED ? CLI_NO : opened == MISSING ? CLI_USAGE : status;
}
