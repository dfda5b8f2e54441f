/* plays.c - walks the folder of plays; the journals are the truth, there is no index to go stale. */
#include "plays.h"

#include "memory.h"
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { PLAY_BYTES = 16 << 20, MODEL_BYTES = 1 << 20, PRIVATE_FOLDER = 0700, PRIVATE_FILE = 0600 };

static const char *plays_folder(struct library *l)
{
    return l->home == NULL ? NULL : path_join(&l->arena, l->home, "plays");
}

static const char *numbered(struct library *l, const char *folder, const char *stamp, td_str scenario, int number)
{
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, folder);
    w_char(&name, '/');
    w_text(&name, stamp);
    w_char(&name, '-');
    w_str(&name, scenario);
    if (number > 1) {
        w_char(&name, '-');
        w_int(&name, number);
    }
    w_text(&name, ".play");
    w_char(&name, '\0');
    return writer_str(&name).ptr;
}

const char *plays_new_path(struct library *l, td_str scenario, file_fault *fault)
{
    const char *folder = plays_folder(l);
    *fault = folder == NULL ? "error.no-home" : folder_make(folder, PRIVATE_FOLDER);
    if (*fault != NULL)
        return NULL;
    char stamp[32];
    time_t now = time(NULL);
    struct tm local;
    localtime_r(&now, &local);
    strftime(stamp, sizeof stamp, "%Y-%m-%d-%H%M%S", &local);
    for (int number = 1; number < 1000; number++) {
        const char *path = numbered(l, folder, stamp, scenario, number);
        if (!file_exists(path))
            return path;
    }
    *fault = "error.unwritable";
    return NULL;
}

/* --- frozen copies ------------------------------------------------------------------------------------ */

static const char *hash_folder(struct library *l, const char *kind, uint64_t hash)
{
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, l->home);
    w_text(&name, kind);
    w_hex64(&name, hash);
    w_char(&name, '\0');
    return writer_str(&name).ptr;
}

static file_fault copy_in(struct library *l, const char *from, const char *folder, const char *name)
{
    const char *to = path_join(&l->arena, folder, name);
    td_str bytes;
    if (file_exists(to))
        return NULL;
    file_fault fault = file_read(&l->arena, from, LIMIT_FILE_BYTES, &bytes);
    return fault != NULL ? fault : file_write(to, bytes, PRIVATE_FILE);
}

static file_fault freeze_words(struct library *l, const struct tale *tale, const char *folder)
{
    const char *source_folder = path_folder_of(&l->arena, tale->path);
    DIR *dir = opendir(source_folder);
    file_fault fault = NULL;
    if (dir == NULL)
        return "error.unreadable";
    for (struct dirent *entry = readdir(dir); entry != NULL && fault == NULL; entry = readdir(dir)) {
        td_str name = str_of(entry->d_name);
        if (str_starts(name, TD_STR("text.")) && name.len > 10 && str_is((td_str){name.ptr + name.len - 5, 5}, ".json"))
            fault = copy_in(l, path_join(&l->arena, source_folder, entry->d_name), folder, entry->d_name);
    }
    closedir(dir);
    return fault;
}

static file_fault freeze_model(struct library *l)
{
    const char *folder = hash_folder(l, "/models/", l->model->hash);
    const char *from = path_join(&l->arena, l->data, "assets/model/acts.json");
    file_fault fault = folder_make(folder, PRIVATE_FOLDER);
    return fault != NULL ? fault : copy_in(l, from, folder, "acts.json");
}

file_fault plays_freeze(struct library *l, const struct tale *tale)
{
    if (l->home == NULL)
        return "error.no-home";
    const char *folder = hash_folder(l, "/frozen/", tale->scenario->rules_hash);
    file_fault fault = folder_make(folder, PRIVATE_FOLDER);
    if (fault == NULL)
        fault = freeze_words(l, tale, folder);
    if (fault == NULL) /* last: a folder with a scenario.json is complete */
        fault = copy_in(l, tale->path, folder, "scenario.json");
    file_fault model = l->model == &model_built_in ? freeze_model(l) : NULL;
    return fault != NULL ? fault : model;
}

/* --- the rung `record` ------------------------------------------------------------------------------------- */

file_fault plays_note_completion(struct library *l, const td_scenario *scenario)
{
    char date[32];
    time_t now = time(NULL);
    struct tm local;
    struct writer line;
    if (l->home == NULL)
        return "error.no-home";
    file_fault fault = folder_make(l->home, PRIVATE_FOLDER);
    if (fault != NULL)
        return fault;
    localtime_r(&now, &local);
    strftime(date, sizeof date, "%Y-%m-%d", &local);
    writer_init(&line, &l->arena);
    w_text(&line, "{\"scenario\":");
    w_json(&line, scenario->id);
    w_text(&line, ",\"minutes\":");
    w_int(&line, scenario->minutes);
    w_text(&line, ",\"date\":");
    w_json(&line, str_of(date));
    w_text(&line, "}\n");
    return file_append(path_join(&l->arena, l->home, "completions.jsonl"), writer_str(&line), PRIVATE_FILE);
}

/* --- the one to go on with ------------------------------------------------------------------------------ */

bool plays_was_debriefed(const td_journal *journal)
{
    int32_t begun = 0;
    for (int i = 0; i < journal->entry_count; i++)
        if (journal->entries[i].command.verb == VERB_rewind)
            begun = journal->entries[i].number;
    for (int i = 0; i < journal->mark_count; i++)
        if (journal->marks[i].after >= begun && str_is(journal->marks[i].kind, "debriefed"))
            return true;
    return false;
}

/* Whether it has come to an end is known by playing it again; of a damaged one, by what can be read. */
static bool goes_on(struct library *l, const td_journal *journal, const struct tale *tale, bool debrief_too)
{
    td_session *session = session_create(&memory_std, tale->scenario, l->model, &journal->header.setup);
    struct replay_report report = journal_replay(journal, journal->attempt_count, true, session);
    bool over = session->state->phase == PHASE_OVER;
    bool readable = report.status == TD_OK || report.status == TD_E_DESYNC || report.status == TD_E_REFUSED;
    session_destroy(session);
    return readable && (!over || (debrief_too && !plays_was_debriefed(journal)));
}

/* Most plays in a folder are of few scenarios: the last one stays open. */
static bool find_tale(struct library *l, const char *path, const td_journal *journal, struct tale *last)
{
    if (last->scenario != NULL && last->scenario->rules_hash == journal->header.rules_hash)
        return true;
    tale_close(last);
    return tale_for(l, path, journal, last);
}

static td_journal *read_journal(const char *path)
{
    struct arena arena;
    struct diags diags;
    td_str bytes;
    td_journal *journal = NULL;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    if (file_read(&arena, path, PLAY_BYTES, &bytes) == NULL)
        journal_read(&memory_std, str_of(path), bytes, &diags, &journal);
    arena_finish(&arena);
    return journal;
}

static bool is_open(struct library *l, const char *path, td_str of, bool debrief_too, struct tale *last)
{
    td_journal *journal = read_journal(path);
    bool open = journal != NULL && (of.len == 0 || str_eq(of, journal->header.scenario)) &&
                find_tale(l, path, journal, last) && goes_on(l, journal, last, debrief_too);
    journal_destroy(journal);
    return open;
}

static int newest_first(const void *a, const void *b)
{
    return -strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All plays of the folder, newest first. */
static size_t list_plays(struct library *l, const char *folder, const char **ret, size_t most)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    if (dir == NULL)
        return 0;
    for (struct dirent *entry = readdir(dir); entry != NULL && count < most; entry = readdir(dir)) {
        td_str name = str_of(entry->d_name);
        if (name.len > 5 && str_is((td_str){name.ptr + name.len - 5, 5}, ".play"))
            ret[count++] = path_join(&l->arena, folder, entry->d_name);
    }
    closedir(dir);
    qsort(ret, count, sizeof *ret, newest_first); /* they begin with the date */
    return count;
}

static const char *newest(struct library *l, td_str of, bool debrief_too)
{
    enum { MOST = 4096 };
    const char *folder = plays_folder(l), *found = NULL;
    struct tale last = {0};
    if (folder == NULL)
        return NULL;
    const char **paths = arena_new(&l->arena, const char *, MOST);
    size_t count = list_plays(l, folder, paths, MOST);
    for (size_t i = 0; i < count && found == NULL; i++)
        if (is_open(l, paths[i], of, debrief_too, &last))
            found = paths[i];
    tale_close(&last);
    return found;
}

const char *plays_newest_open(struct library *l, td_str of)
{
    return newest(l, of, false);
}

const char *plays_newest_left(struct library *l, td_str of)
{
    return newest(l, of, true);
}

const char *plays_set_aside(struct library *l, const char *path)
{
    const char *folder = plays_folder(l);
    struct writer name;
    if (folder == NULL || strcmp(path_folder_of(&l->arena, path), folder) != 0)
        return path;
    writer_init(&name, &l->arena);
    w_text(&name, path);
    w_text(&name, ".damaged");
    w_char(&name, '\0');
    const char *aside = writer_str(&name).ptr;
    return !file_exists(aside) && rename(path, aside) == 0 ? aside : path;
}
