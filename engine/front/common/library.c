/* library.c - finds and loads words, model, scenarios and plays. */
#include "library.h"

#include "cli.h"
#include "diag_text.h"
#include "environment.h"
#include "files.h"
#include "harmless.h"
#include "memory.h"
#include "overlay.h"
#include "settings.h"
#include <dirent.h>
#include <stdio.h>

enum { WORDS_BYTES = 4 << 20, MODEL_BYTES = 1 << 20, PLAY_BYTES = 16 << 20 };

/* --- the program's own words --------------------------------------------------------------------------- */

static const char *lang_of_system(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = environment(names[i]);
        if (value != NULL)
            return strncmp(value, "fr", 2) == 0 ? "fr" : "en";
    }
    return "en";
}

static void say_bare(const char *what, const char *path)
{
    fprintf(stderr, "talkdown: %s: %s\n", path, what); /* there are no words yet to say it in */
}

static struct words *load_words(struct library *l, const char *lang, const struct words *fallback)
{
    const char *path = path_join(&l->arena, l->data, arena_cstr(&l->arena, str_of("assets/lang/")));
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, path);
    w_text(&name, lang);
    w_text(&name, ".json");
    w_char(&name, '\0');
    path = writer_str(&name).ptr;
    td_str bytes;
    file_fault fault = file_read(&l->arena, path, WORDS_BYTES, &bytes);
    if (fault != NULL) {
        say_bare(fault, path);
        return NULL;
    }
    struct diags diags;
    diags_init(&diags, &l->arena);
    struct words *words = NULL;
    if (words_load(&memory_std, str_of(path), bytes, &diags, fallback, &words) != TD_OK)
        say_bare(diags.count > 0 ? diags.items[0].code : "error", path);
    return words;
}

/* A name of a language, and nothing that could be a path. */
static bool is_lang(const char *lang)
{
    size_t len = strlen(lang);
    for (size_t i = 0; i < len; i++)
        if (!(lang[i] >= 'a' && lang[i] <= 'z') && lang[i] != '-')
            return false;
    return len >= 2 && len <= 12;
}

static bool is_installed(struct library *l, const char *lang)
{
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, lang);
    w_text(&name, ".json");
    w_char(&name, '\0');
    const char *folder = path_join(&l->arena, l->data, "assets/lang");
    return file_exists(path_join(&l->arena, folder, writer_str(&name).ptr));
}

td_str library_languages(struct library *l)
{
    enum { MOST = 40 };
    td_str names[MOST];
    int count = 0;
    DIR *dir = opendir(path_join(&l->arena, l->data, "assets/lang"));
    for (struct dirent *entry = dir ? readdir(dir) : NULL; entry != NULL && count < MOST; entry = readdir(dir)) {
        td_str name = str_of(entry->d_name);
        if (name.len <= 5 || !str_is((td_str){name.ptr + name.len - 5, 5}, ".json"))
            continue;
        int at = count++; /* sorted by insertion: a folder lists its files in any order */
        for (; at > 0 && str_cmp(name, names[at - 1]) < 0; at--)
            names[at] = names[at - 1];
        names[at] = arena_copy(&l->arena, (td_str){name.ptr, name.len - 5});
    }
    if (dir != NULL)
        closedir(dir);
    struct writer w;
    writer_init(&w, &l->arena);
    words_join(&w, l->words, names, count);
    return writer_str(&w);
}

static struct words *words_in(struct library *l, const char *lang)
{
    struct words *words = NULL;
    if (strcmp(lang, "en") == 0)
        return l->english;
    if (strcmp(lang, "xx") == 0)
        words_pseudo(&memory_std, l->english, &words);
    else if (is_lang(lang) && is_installed(l, lang))
        words = load_words(l, lang, l->english);
    return words;
}

bool library_speak(struct library *l, const char *lang)
{
    struct words *words = words_in(l, lang);
    if (words == NULL)
        return false;
    if (l->words != l->english && l->words != words)
        words_destroy(l->words);
    l->words = words;
    l->lang = arena_cstr(&l->arena, str_of(lang));
    overlay_apply(l);
    return true;
}

/* What the learner has set, else what the system says, else English. */
static bool speak_unasked(struct library *l)
{
    char set[SETTINGS_LANG_BYTES];
    settings_language(&l->arena, l->home, set);
    if (set[0] != '\0' && library_speak(l, set))
        return true;
    if (set[0] != '\0')
        l->lost_lang = arena_cstr(&l->arena, str_of(set));
    return library_speak(l, lang_of_system()) || library_speak(l, "en");
}

static bool open_words(const char *lang, struct library *l)
{
    l->english = load_words(l, "en", NULL);
    l->words = l->english;
    if (l->english == NULL)
        return false;
    if (lang == NULL)
        return speak_unasked(l);
    if (library_speak(l, lang))
        return true;
    const struct word_arg args[] = {ARG_TEXT("name", harmless(&l->arena, str_of(lang))),
                                    ARG_TEXT("list", library_languages(l))};
    library_say(l, true, "error.no-language", args, 2);
    return false;
}

void library_say(const struct library *library, bool error, const char *id, const struct word_arg *args, int count)
{
    struct arena arena;
    struct writer line;
    arena_init(&arena, &memory_std);
    writer_init(&line, &arena);
    words_write(&line, library->words, id, WORDS_THEY, args, count);
    w_char(&line, '\n');
    fwrite(writer_str(&line).ptr, 1, writer_str(&line).len, error ? stderr : stdout);
    arena_finish(&arena);
}

static bool told(const struct library *library, const char *id, const char *path)
{
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_TEXT("name", str_of(path))};
    library_say(library, true, id, args, 2);
    return false;
}

/* What was named is not there, or cannot be read. */
static bool told_unread(struct library *library, const char *id, const char *path)
{
    library->unread = true;
    return told(library, id, path);
}

int library_refusal(const struct library *library)
{
    return library->unread ? CLI_USAGE : CLI_NO;
}

/* --- diagnostics ---------------------------------------------------------------------------------------- */

static void print_diag(const struct library *library, struct arena *arena, const struct diag *d)
{
    struct writer line;
    writer_init(&line, arena);
    diag_text(&line, library->words, d);
    fwrite(writer_str(&line).ptr, 1, writer_str(&line).len, stderr);
}

int library_print_diags(const struct library *library, const struct diags *diags, bool quiet_warnings)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    for (int i = 0; i < diags->count; i++)
        if (diags->items[i].severity == DIAG_ERROR || !quiet_warnings)
            print_diag(library, &arena, &diags->items[i]);
    arena_finish(&arena);
    return diags->errors;
}

/* --- the model ------------------------------------------------------------------------------------------- */

static bool open_model(const char *file, struct library *l)
{
    l->model = &model_built_in;
    if (file == NULL)
        return true;
    td_str bytes;
    file_fault fault = file_read(&l->arena, file, MODEL_BYTES, &bytes);
    if (fault != NULL)
        return told(l, fault, file);
    struct diags diags;
    diags_init(&diags, &l->arena);
    struct json_limits limits = {MODEL_BYTES, 100000};
    struct json_doc *doc = json_open(&memory_std, str_of(file), bytes, limits, &diags);
    td_status status = doc != NULL ? model_read(doc, &diags, &l->own_model) : TD_E_SYNTAX;
    if (doc != NULL)
        json_close(doc);
    library_print_diags(l, &diags, false);
    l->model = &l->own_model;
    return status == TD_OK;
}

bool library_open(const char *lang, const char *model_file, struct library *ret)
{
    *ret = (struct library){0};
    arena_init(&ret->arena, &memory_std);
    ret->data = path_data(&ret->arena);
    ret->home = path_home(&ret->arena);
    if (ret->data == NULL) {
        say_bare("no folder with scenarios and assets; set TALKDOWN_DATA", "data"); /* no words yet */
        library_close(ret);
        return false;
    }
    if (open_words(lang, ret) && open_model(model_file, ret))
        return true;
    library_close(ret);
    return false;
}

void library_close(struct library *library)
{
    if (library->words != library->english)
        words_destroy(library->words);
    words_destroy(library->english);
    arena_finish(&library->arena);
    *library = (struct library){0};
}

/* --- scenarios ------------------------------------------------------------------------------------------- */

const char *tale_find(struct library *l, const char *name)
{
    if (file_exists(name))
        return arena_cstr(&l->arena, str_of(name));
    if (folder_exists(name)) {
        const char *inside = path_join(&l->arena, name, "scenario.json");
        if (file_exists(inside))
            return inside;
    }
    if (strchr(name, '/') != NULL)
        return NULL;
    const char *known = path_join(&l->arena, path_join(&l->arena, l->data, "scenarios"), name);
    known = path_join(&l->arena, known, "scenario.json");
    return file_exists(known) ? known : NULL;
}

static td_texts *open_texts(struct library *l, struct tale *tale, td_str lang, struct diags *diags)
{
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, path_folder_of(&l->arena, tale->path));
    w_text(&name, "/text.");
    w_str(&name, lang);
    w_text(&name, ".json");
    w_char(&name, '\0');
    const char *path = writer_str(&name).ptr;
    td_str bytes;
    file_fault fault = file_read(&l->arena, path, LIMIT_FILE_BYTES, &bytes);
    td_texts *texts = NULL;
    if (fault == NULL)
        texts_load(&memory_std, tale->scenario, tale->source, str_of(path), bytes, diags, &texts);
    else if (tale->source == NULL)
        told(l, fault, path);
    return texts;
}

/* A missing or faulty translation is a warning: the source language stands in. */
static void translate(struct library *l, struct diags *diags, struct tale *tale)
{
    if (str_is(tale->scenario->lang, l->lang) || strcmp(l->lang, "xx") == 0)
        return;
    td_texts *other = open_texts(l, tale, str_of(l->lang), diags);
    if (other != NULL)
        tale->texts = other;
}

void tale_speak(struct library *l, struct tale *tale)
{
    struct diags diags;
    diags_init(&diags, &l->arena);
    if (tale->texts != tale->source)
        texts_destroy(tale->texts);
    tale->texts = tale->source;
    translate(l, &diags, tale);
}

static bool load_tale(struct library *l, struct diags *diags, struct tale *tale)
{
    file_fault fault = file_read(&l->arena, tale->path, LIMIT_FILE_BYTES, &tale->bytes);
    if (fault != NULL)
        return told_unread(l, fault, tale->path);
    if (scenario_load(&memory_std, l->model, str_of(tale->path), tale->bytes, diags, &tale->scenario) != TD_OK)
        return false;
    tale->source = open_texts(l, tale, tale->scenario->lang, diags);
    tale->texts = tale->source;
    if (tale->source == NULL || diags->errors > 0)
        return false;
    translate(l, diags, tale);
    return true;
}

bool tale_open(struct library *l, const char *name, bool quiet, struct tale *ret)
{
    *ret = (struct tale){.path = tale_find(l, name)};
    l->unread = false;
    if (ret->path == NULL)
        return told_unread(l, "error.no-scenario", name);
    struct diags diags;
    diags_init(&diags, &l->arena);
    bool good = load_tale(l, &diags, ret);
    ret->errors = library_print_diags(l, &diags, quiet);
    ret->warnings = diags.warnings;
    if (!good)
        tale_close(ret);
    return good;
}

void tale_close(struct tale *tale)
{
    if (tale->texts != tale->source)
        texts_destroy(tale->texts);
    texts_destroy(tale->source);
    scenario_destroy(tale->scenario);
    *tale = (struct tale){0};
}

/* --- plays ------------------------------------------------------------------------------------------------ */

/* "<home>/frozen/<rules hash>/scenario.json": the scenario as it was when somebody played it. */
static const char *frozen_path(struct library *l, uint64_t rules_hash)
{
    struct writer name;
    writer_init(&name, &l->arena);
    w_text(&name, l->home != NULL ? l->home : ".");
    w_text(&name, "/frozen/");
    w_hex64(&name, rules_hash);
    w_text(&name, "/scenario.json");
    w_char(&name, '\0');
    return writer_str(&name).ptr;
}

/* A scenario beside the play (a test's frozen copy, a play that came by post) is asked first. */
static const char *scenario_beside(struct library *l, const char *play)
{
    const char *beside = path_join(&l->arena, path_folder_of(&l->arena, play), "scenario.json");
    return file_exists(beside) ? beside : NULL;
}

static bool opens_with_rules(struct library *l, const char *path, uint64_t rules, struct tale *ret)
{
    if (path == NULL || !file_exists(path) || !tale_open(l, path, true, ret))
        return false;
    if (ret->scenario->rules_hash == rules)
        return true;
    tale_close(ret);
    return false;
}

bool tale_by_rules(struct library *l, const char *path, td_str scenario, uint64_t rules, struct tale *ret)
{
    const char *id = arena_cstr(&l->arena, scenario);
    return opens_with_rules(l, scenario_beside(l, path), rules, ret) ||
           opens_with_rules(l, tale_find(l, id), rules, ret) || opens_with_rules(l, frozen_path(l, rules), rules, ret);
}

bool tale_for(struct library *l, const char *path, const td_journal *journal, struct tale *ret)
{
    return tale_by_rules(l, path, journal->header.scenario, journal->header.rules_hash, ret);
}

bool play_open(struct library *l, const char *path, td_journal **ret_journal, struct tale *ret_tale)
{
    td_str bytes;
    file_fault fault = file_read(&l->arena, path, PLAY_BYTES, &bytes);
    l->unread = false;
    if (fault != NULL)
        return told_unread(l, fault, path);
    struct diags diags;
    diags_init(&diags, &l->arena);
    td_journal *journal = NULL;
    td_status status = journal_read(&memory_std, str_of(path), bytes, &diags, &journal);
    library_print_diags(l, &diags, false);
    if (status != TD_OK)
        return false;
    *ret_journal = journal;
    if (tale_for(l, path, journal, ret_tale))
        return true;
    const char *id = arena_cstr(&l->arena, journal->header.scenario);
    told(l, "error.other-rules", id); /* the one we have is better than none: what still fits is shown */
    if (tale_open(l, id, true, ret_tale))
        return true;
    l->unread = false; /* the play was read; it is its scenario that is missing */
    journal_destroy(journal);
    *ret_journal = NULL;
    return false;
}

void library_say_no_attempt(const struct library *library, int attempt, const td_journal *journal)
{
    const struct word_arg args[] = {ARG_INT("number", attempt), ARG_INT("n", journal->attempt_count)};
    library_say(library, true, "replay.no-attempt", args, 2);
}

static bool is_stuck(const struct replay_report *report)
{
    return report->reason != NULL || (report->number > 0 && report->expected != report->found);
}

void library_say_replay(const struct library *library, const struct replay_report *report)
{
    if (report->status == TD_OK || report->status == TD_E_SYNTAX) /* a damaged line was told when it was read */
        return;
    struct arena arena;
    struct writer reason;
    arena_init(&arena, &memory_std);
    writer_init(&reason, &arena);
    if (report->reason != NULL) {
        struct writer id;
        writer_init(&id, &arena);
        w_text(&id, "refused.");
        w_text(&id, report->reason);
        w_char(&id, '\0');
        words_write(&reason, library->words, writer_str(&id).ptr, WORDS_THEY, NULL, 0);
    }
    const struct word_arg args[] = {
        ARG_INT("number", report->number),
        ARG_INT("line", report->line),
        ARG_TEXT("reason", writer_str(&reason)),
    };
    if (report->status == TD_E_VERSION)
        library_say(library, true, "replay.version", args, 3);
    if (is_stuck(report))
        library_say(library, true, report->reason != NULL ? "replay.refused" : "replay.desync", args, 3);
    arena_finish(&arena);
}
