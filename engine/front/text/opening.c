/* opening.c - before an encounter: what there is to play, what this program is, and what this story touches. */
#include "twin.h"

#include "memory.h"
#include <dirent.h>
#include <stdlib.h>

enum { SCENARIOS_MOST = 200 };

/* --- which encounter --------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A pattern for authors is no encounter for learners. */
static bool is_scenario(struct library *l, const char *folder, const char *name)
{
    const char *inside = path_join(&l->arena, path_join(&l->arena, folder, name), "scenario.json");
    return name[0] != '.' && strcmp(name, "template") != 0 && file_exists(inside);
}

static int list_scenarios(struct library *l, const char *folder, const char **ret)
{
    int count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return 0;
    for (struct dirent *entry = readdir(dir); entry != NULL && count < SCENARIOS_MOST; entry = readdir(dir))
        if (is_scenario(l, folder, entry->d_name))
            ret[count++] = arena_cstr(&l->arena, str_of(entry->d_name));
    closedir(dir);
    qsort(ret, (size_t)count, sizeof *ret, by_name);
    return count;
}

/* false: it has faults, which were said. */
static bool say_row(struct twin *t, const char *name, int n)
{
    struct tale tale;
    if (!tale_open(t->library, name, true, &tale))
        return false;
    const struct word_arg args[] = {
        ARG_INT("n", n),
        ARG_TEXT("title", texts_get(tale.texts, tale.source, TD_STR("title"))),
        ARG_TEXT("setting", texts_get(tale.texts, tale.source, TD_STR("setting"))),
        ARG_INT("minutes", tale.scenario->minutes),
    };
    twin_say(t, "play.row", args, 4);
    tale_close(&tale);
    return true;
}

/* The play that was left open stands first: the commonest wish of somebody who comes back. */
static bool say_open_play(struct twin *t, int n)
{
    struct tale tale;
    td_journal *journal;
    const char *path = plays_newest_open(t->library, TD_STR(""));
    if (path == NULL || !play_open(t->library, path, &journal, &tale))
        return false;
    td_session *session = session_create(&memory_std, tale.scenario, t->library->model, &journal->header.setup);
    journal_replay(journal, journal->attempt_count, true, session);
    const struct word_arg args[] = {
        ARG_INT("n", n),
        ARG_TEXT("title", texts_get(tale.texts, tale.source, TD_STR("title"))),
        ARG_TEXT("time", twin_time(t, session->state->story_ms)),
    };
    twin_say(t, "play.row.resume", args, 3);
    session_destroy(session);
    journal_destroy(journal);
    tale_close(&tale);
    return true;
}

static bool ask_which(struct twin *t, const char *const *names, int count, bool open_play, const char **ret_name,
                      bool *ret_resume)
{
    td_str typed;
    int64_t n;
    for (;;) {
        if (!twin_line(t, &typed))
            return false;
        *ret_resume = open_play && typed_number(typed, 1, 1, &n);
        if (*ret_resume)
            return true;
        if (typed_number(typed, open_play ? 2 : 1, count + open_play, &n)) {
            *ret_name = names[n - 1 - open_play];
            return true;
        }
        for (int i = 0; i < count; i++) {
            *ret_name = names[i];
            if (str_is(typed, names[i]))
                return true;
        }
        const struct word_arg args[] = {ARG_INT("low", 1), ARG_INT("high", count + open_play)};
        twin_say(t, "play.number", args, 2);
    }
}

bool twin_choose_scenario(struct twin *t, const char **ret_name, bool *ret_resume)
{
    const char *folder = path_join(&t->library->arena, t->library->data, "scenarios");
    const char *found[SCENARIOS_MOST], *names[SCENARIOS_MOST];
    int found_count = list_scenarios(t->library, folder, found), count = 0;
    console_gap(&t->console);
    twin_say(t, "play.choose", NULL, 0);
    bool open_play = say_open_play(t, 1);
    for (int i = 0; i < found_count; i++)
        if (say_row(t, found[i], count + 1 + open_play))
            names[count++] = found[i];
    if (count == 0 && !open_play) {
        const struct word_arg args[] = {ARG_TEXT("folder", str_of(folder))};
        twin_say(t, "play.none-found", args, 1);
        return false;
    }
    return ask_which(t, names, count, open_play, ret_name, ret_resume);
}

/* --- what this is -------------------------------------------------------------------------------------- */

bool twin_stance(struct twin *t)
{
    if (t->settings->stance >= STANCE_VERSION)
        return true;
    twin_say(t, "app.tagline", NULL, 0);
    console_gap(&t->console);
    twin_say(t, "stance.page.title", NULL, 0);
    twin_say(t, "stance.page.text", NULL, 0);
    twin_say(t, "stance.page.privacy", NULL, 0);
    if (!twin_ask_enter(t, "stance.page.continue"))
        return false;
    t->settings->stance = STANCE_VERSION;
    settings_write(&t->page, t->library->home, t->settings); /* where that fails, it is shown again next time */
    return true;
}

/* --- what this story touches ---------------------------------------------------------------------------- */

static void say_card(struct twin *t, const struct tale *tale)
{
    static const char *const keys[] = {"title", "setting", "summary"};
    console_gap(&t->console);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        console_put(&t->console, texts_get(tale->texts, tale->source, str_of(keys[i])));
}

bool twin_content_note(struct twin *t, const struct tale *tale, bool *ret_go_on)
{
    td_str notes[content_note_count];
    const td_scenario *s = tale->scenario;
    int count = 0;
    say_card(t, tale);
    *ret_go_on = true;
    for (int i = 0; i < s->content_note_count && count < content_note_count; i++)
        notes[count++] = twin_word(t, "content.", s->content_notes[i], "");
    if (count == 0)
        return true;
    console_gap(&t->console);
    twin_say(t, "content.heading", NULL, 0);
    for (int i = 0; i < count; i++)
        console_put(&t->console, twin_capital(t, notes[i]));
    twin_say(t, "content.choice", NULL, 0);
    return twin_ask_yes(t, "content.ask", ret_go_on);
}
