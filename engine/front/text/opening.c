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
static bool write_row(struct twin *t, struct writer *w, const char *name, int n)
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
    w_char(w, '\n');
    w_str(w, twin_sentence(t, "play.row", args, 4));
    tale_close(&tale);
    return true;
}

/* The play that was left open stands first: the commonest wish of somebody who comes back. */
static bool write_open_play(struct twin *t, struct writer *w)
{
    struct tale tale;
    td_journal *journal;
    const char *path = plays_newest_left(t->library, TD_STR(""));
    if (path == NULL || !play_open(t->library, path, &journal, &tale))
        return false;
    td_session *session = session_create(&memory_std, tale.scenario, t->library->model, &journal->header.setup);
    journal_replay(journal, journal->attempt_count, true, session);
    const struct word_arg args[] = {
        ARG_INT("n", 1),
        ARG_TEXT("title", texts_get(tale.texts, tale.source, TD_STR("title"))),
        ARG_TEXT("time", twin_time(t, session->state->story_ms)),
    };
    bool over = session->state->phase == PHASE_OVER;
    w_char(w, '\n');
    w_str(w, twin_sentence(t, over ? "play.row.debrief" : "play.row.resume", args, 3));
    session_destroy(session);
    journal_destroy(journal);
    tale_close(&tale);
    return true;
}

struct menu {
    const char *const *names; /* of the encounters, in the order in which they are listed */
    int count;
    bool open_play; /* before them stands the play to go on with */
};

/* Which one was typed: by its number, or by the name of its folder. */
static bool is_which(const struct menu *menu, td_str typed, const char **ret_name, bool *ret_resume)
{
    int64_t n;
    *ret_resume = menu->open_play && typed_number(typed, 1, 1, &n);
    if (*ret_resume)
        return true;
    if (typed_number(typed, menu->open_play ? 2 : 1, menu->count + menu->open_play, &n)) {
        *ret_name = menu->names[n - 1 - menu->open_play];
        return true;
    }
    for (int i = 0; i < menu->count; i++) {
        *ret_name = menu->names[i];
        if (str_is(typed, menu->names[i]))
            return true;
    }
    return false;
}

static bool ask_which(struct twin *t, const struct menu *menu, td_str list, const char **ret_name, bool *ret_resume)
{
    const struct question question = {.own = list};
    const struct word_arg args[] = {ARG_INT("low", 1), ARG_INT("high", menu->count + menu->open_play)};
    td_str typed;
    if (!twin_ask(t, &question, "ask.how.scenario", &typed))
        return false;
    while (!is_which(menu, typed, ret_name, ret_resume)) {
        twin_say(t, "play.number", args, 2);
        if (!twin_ask_again(t, &question, "ask.how.scenario", &typed))
            return false;
    }
    return true;
}

bool twin_choose_scenario(struct twin *t, const char **ret_name, bool *ret_resume)
{
    const char *folder = path_join(&t->library->arena, t->library->data, "scenarios");
    const char *found[SCENARIOS_MOST], *names[SCENARIOS_MOST];
    int found_count = list_scenarios(t->library, folder, found);
    struct menu menu = {.names = names};
    struct writer list;
    writer_init(&list, &t->page);
    w_str(&list, twin_sentence(t, "play.choose", NULL, 0));
    menu.open_play = write_open_play(t, &list);
    for (int i = 0; i < found_count; i++)
        if (write_row(t, &list, found[i], menu.count + 1 + menu.open_play))
            names[menu.count++] = found[i];
    console_gap(&t->console);
    if (menu.count > 0 || menu.open_play)
        return ask_which(t, &menu, writer_str(&list), ret_name, ret_resume);
    const struct word_arg args[] = {ARG_TEXT("folder", str_of(folder))};
    twin_say(t, "play.none-found", args, 1);
    return false;
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
    if (!twin_ask_enter(t, QUESTION("stance.page.continue")))
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
    return twin_ask_yes(t, QUESTION("content.ask"), ret_go_on);
}
