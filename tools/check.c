/* check.c - the verb `check SCENARIO...`: every fault of a scenario and of all its words, in one run.
 * What it prints is the answer, so it goes to standard output: one line a fault, or with --json one
 * object a scenario. */
#include "diag_text.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

#include <dirent.h>
#include <stdio.h>

/* One scenario being checked. */
struct check {
    struct library *library;
    struct arena arena;
    struct diags diags;
    const char *path;
    td_scenario *scenario;
    td_texts *source;
};

/* true: read.  Otherwise the reader has been told. */
static bool read_file(struct check *c, const char *path, td_str *ret)
{
    file_fault fault = file_read(&c->arena, path, LIMIT_FILE_BYTES, ret);
    if (fault != NULL)
        library_say(c->library, true, fault, &ARG_TEXT("path", str_of(path)), 1);
    return fault == NULL;
}

/* "text.fr.json" -> "fr"; empty for other files. */
static td_str language_of(td_str name)
{
    td_str head = TD_STR("text."), tail = TD_STR(".json");
    if (name.len <= head.len + tail.len || !str_starts(name, head))
        return TD_STR("");
    td_str end = {name.ptr + name.len - tail.len, tail.len};
    return str_eq(end, tail) ? (td_str){name.ptr + head.len, name.len - head.len - tail.len} : TD_STR("");
}

static const char *text_path(struct check *c, td_str lang)
{
    struct writer w;
    writer_init(&w, &c->arena);
    w_text(&w, "text.");
    w_str(&w, lang);
    w_text(&w, ".json");
    w_char(&w, '\0');
    return path_join(&c->arena, path_folder_of(&c->arena, c->path), writer_str(&w).ptr);
}

static void add_fault(struct check *c, const char *code, const char *file, td_str subject, td_str detail)
{
    struct diag d = {.code = code, .file = str_of(file), .subject = subject, .detail = detail};
    diag_severity_of(code, &d.severity);
    diag_add(&c->diags, &d);
}

/* The words in one language; *ret may stay NULL. */
static bool check_texts(struct check *c, const char *path, td_str lang, td_texts **ret)
{
    td_str bytes;
    if (!read_file(c, path, &bytes))
        return false;
    texts_load(&memory_std, c->scenario, c->source, str_of(path), bytes, &c->diags, ret);
    if (*ret != NULL && !str_eq((*ret)->lang, lang))
        add_fault(c, D_WRONG_LANGUAGE, path, (*ret)->lang, lang);
    return true;
}

static bool check_source(struct check *c)
{
    const char *path = text_path(c, c->scenario->lang);
    if (c->scenario->lang.len == 0)
        return true; /* told already */
    if (!file_exists(path)) {
        add_fault(c, D_NO_TEXTS, c->path, path_last(path), TD_STR(""));
        return true;
    }
    return check_texts(c, path, c->scenario->lang, &c->source);
}

/* The languages beside the scenario, sorted by insertion: folders list their files in any order. */
static int find_translations(struct check *c, td_str *ret, int max)
{
    int count = 0;
    DIR *folder = opendir(path_folder_of(&c->arena, c->path));
    if (folder == NULL)
        return 0;
    for (struct dirent *entry = readdir(folder); entry != NULL && count < max; entry = readdir(folder)) {
        td_str lang = arena_copy(&c->arena, language_of(str_of(entry->d_name)));
        if (lang.len == 0 || str_eq(lang, c->scenario->lang))
            continue;
        int at = count++;
        for (; at > 0 && str_cmp(lang, ret[at - 1]) < 0; at--)
            ret[at] = ret[at - 1];
        ret[at] = lang;
    }
    closedir(folder);
    return count;
}

enum { LANGUAGES_MAX = 64 };

static bool check_translations(struct check *c)
{
    td_str langs[LANGUAGES_MAX];
    int count = find_translations(c, langs, LANGUAGES_MAX);
    bool read = true;
    for (int i = 0; i < count; i++) {
        td_texts *texts = NULL;
        read &= check_texts(c, text_path(c, langs[i]), langs[i], &texts);
        texts_destroy(texts);
    }
    return read;
}

/* A scenario is found by the name of its folder. */
static void check_folder(struct check *c)
{
    td_str folder = path_last(path_folder_of(&c->arena, c->path));
    if (str_is(path_last(c->path), "scenario.json") && !str_is(folder, ".") && !str_is(folder, "..") &&
        !str_eq(folder, c->scenario->id))
        add_fault(c, D_FOLDER_NAME, c->path, c->scenario->id, folder);
}

/* The scenario's person as a file of assets/people. */
static const char *person_path(struct check *c, td_str identity)
{
    struct writer w;
    writer_init(&w, &c->arena);
    w_text(&w, "assets/people/");
    w_str(&w, identity);
    w_text(&w, ".json");
    w_char(&w, '\0');
    return path_join(&c->arena, c->library->data, writer_str(&w).ptr);
}

static void check_identity(struct check *c, td_str bytes)
{
    td_str identity = c->scenario->identity;
    struct json_limits limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};
    struct json_at subject, at;
    if (identity.len == 0 || file_exists(person_path(c, identity)))
        return;
    struct json_doc *doc = json_open(&memory_std, str_of(c->path), bytes, limits, &c->diags);
    struct json_at root = json_root(doc); /* it could be read a moment ago */
    if (json_get(&root, "subject", &subject) && json_get(&subject, "identity", &at))
        json_fault(&at, false, &c->diags, DIAG_WARNING, D_UNKNOWN_IDENTITY, identity, TD_STR(""), TD_STR(""));
    json_close(doc);
}

static bool check_all(struct check *c)
{
    td_str bytes;
    if (!read_file(c, c->path, &bytes))
        return false;
    const struct model *model = c->library->model;
    td_str name = str_of(c->path);
    td_status status = scenario_load_faulty(&memory_std, model, name, bytes, &c->diags, &c->scenario);
    if (c->scenario == NULL)
        return true; /* the words cannot be held against what is no scenario */
    check_folder(c);
    check_identity(c, bytes);
    if (status == TD_OK)
        scenario_check_laws(&memory_std, model, c->scenario, name, bytes, &c->diags);
    return check_source(c) && (c->source == NULL || check_translations(c));
}

/* --- the answer --- */

static bool stands_before(const struct diag *a, const struct diag *b)
{
    if (!str_eq(a->file, b->file))
        return false; /* the files stay in the order they were read in */
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

/* Down the page, as an author works through it; what stands at one place keeps its order. */
static void sort_faults(struct diags *diags)
{
    for (int i = 1; i < diags->count; i++) {
        struct diag moved = diags->items[i];
        int at = i;
        for (; at > 0 && stands_before(&moved, &diags->items[at - 1]); at--)
            diags->items[at] = diags->items[at - 1];
        diags->items[at] = moved;
    }
}

static void print_people(const struct check *c, struct writer *w)
{
    const struct words *words = c->library->words;
    for (int i = 0; i < c->diags.count; i++)
        diag_text(w, words, &c->diags.items[i]);
    int more = c->diags.errors + c->diags.warnings - c->diags.count;
    struct word_arg args[] = {ARG_TEXT("path", str_of(c->path)), ARG_INT("n", more)};
    if (more > 0) {
        words_write(w, words, "check.more", WORDS_THEY, args, 2);
        w_char(w, '\n');
    }
    args[1] = ARG_INT("n", c->diags.errors > 0 ? c->diags.errors : c->diags.warnings);
    words_write(w, words, c->diags.errors > 0 ? "check.faults" : "check.all-well", WORDS_THEY, args, 2);
    w_char(w, '\n');
}

static void print_json(const struct check *c, struct writer *w)
{
    w_text(w, "{\"scenario\": ");
    w_json(w, str_of(c->path));
    w_text(w, ", \"errors\": ");
    w_int(w, c->diags.errors);
    w_text(w, ", \"warnings\": ");
    w_int(w, c->diags.warnings);
    w_text(w, ", \"diagnostics\": [");
    for (int i = 0; i < c->diags.count; i++) {
        w_text(w, i == 0 ? "\n  " : ",\n  ");
        diag_json(w, &c->diags.items[i]);
    }
    w_text(w, "]}\n");
}

static int check_one(struct library *library, const char *name, bool json)
{
    struct check c = {.library = library, .path = tale_find(library, name)};
    struct writer w;
    if (c.path == NULL) {
        library_say(library, true, "error.no-scenario", &ARG_TEXT("name", str_of(name)), 1);
        return CLI_USAGE;
    }
    arena_init(&c.arena, &memory_std);
    diags_init(&c.diags, &c.arena);
    writer_init(&w, &c.arena);
    bool read = check_all(&c);
    int errors = c.diags.errors;
    sort_faults(&c.diags);
    if (json)
        print_json(&c, &w);
    else if (read || errors > 0)
        print_people(&c, &w);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    texts_destroy(c.source);
    scenario_destroy(c.scenario);
    arena_finish(&c.arena);
    if (!read)
        return CLI_USAGE;
    return errors > 0 ? CLI_NO : CLI_OK;
}

enum { SCENARIOS_MAX = 10000 };

int verb_check(struct cli *cli)
{
    bool json = cli_flag(cli, "json");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    int worst = CLI_OK;
    if (!cli_done(cli, 1, SCENARIOS_MAX))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    for (int i = 0; i < cli->argc; i++) {
        int status = check_one(&library, cli->argv[i], json);
        worst = status > worst ? status : worst;
    }
    library_close(&library);
    return worst;
}
