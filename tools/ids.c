/* ids.c - the verb `ids DRAFT [-o FOLDER]`: finishes a draft, or marks a translation.
 * Both files are made in memory before either is written, and each is replaced whole. */
#include "diag_text.h"
#include "draft.h"
#include "files.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

#include <stdio.h>

enum { FILE_MODE = 0644, FOLDER_MODE = 0755 };

struct job {
    struct library *library;
    struct arena arena;
    struct diags diags;
};

static bool told(struct job *job, const char *id, const char *path)
{
    library_say(job->library, true, id, &ARG_TEXT("path", str_of(path)), 1);
    return false;
}

/* The file with its name; bytes stay empty if there is none and that is allowed. */
static bool read_file(struct job *job, const char *path, bool may_be_missing, struct draft_file *ret)
{
    *ret = (struct draft_file){.name = str_of(path)};
    if (may_be_missing && !file_exists(path))
        return true;
    file_fault fault = file_read(&job->arena, path, LIMIT_FILE_BYTES, &ret->bytes);
    return fault == NULL || told(job, fault, path);
}

/* An unchanged file keeps its date. */
static bool write_file(struct job *job, const char *path, td_str bytes)
{
    struct draft_file present;
    if (!read_file(job, path, true, &present))
        return false;
    if (str_eq(present.bytes, bytes))
        return true;
    file_fault fault = file_write(path, bytes, FILE_MODE);
    return fault == NULL || told(job, fault, path);
}

static const char *text_path(struct job *job, const char *folder, td_str lang)
{
    struct writer w;
    writer_init(&w, &job->arena);
    w_text(&w, "text.");
    w_str(&w, lang);
    w_text(&w, ".json");
    w_char(&w, '\0');
    return path_join(&job->arena, folder, writer_str(&w).ptr);
}

static void print_faults(struct job *job)
{
    struct writer w;
    writer_init(&w, &job->arena);
    for (int i = 0; i < job->diags.count; i++)
        diag_text(&w, job->library->words, &job->diags.items[i]);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stderr);
}

static void say(struct job *job, const char *id, const char *path, int count, td_str last)
{
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_INT("n", count), ARG_TEXT("last", last)};
    library_say(job->library, false, id, args, 3);
}

/* --- a draft --- */

static bool write_both(struct job *job, const char *folder, const struct draft_result *result)
{
    const char *scenario = path_join(&job->arena, folder, "scenario.json");
    const char *texts = text_path(job, folder, result->lang);
    file_fault fault = folder_make(folder, FOLDER_MODE);
    if (fault != NULL)
        return told(job, fault, folder);
    /* the words first: without ids nobody misses them, ids without words are a fault */
    if (!write_file(job, texts, result->texts) || !write_file(job, scenario, result->scenario))
        return false;
    if (result->made == 0 && result->moved == 0)
        say(job, "ids.nothing", scenario, 0, TD_STR(""));
    if (result->made > 0)
        say(job, "ids.done", scenario, result->made, result->last);
    if (result->moved > 0)
        say(job, "ids.moved", texts, result->moved, TD_STR(""));
    return true;
}

static int finish_draft(struct job *job, const char *path, const char *folder)
{
    struct draft_file draft, before, words;
    struct draft_result result;
    if (!read_file(job, path, false, &draft))
        return CLI_USAGE;
    td_str lang = draft_language(&memory_std, &job->arena, draft);
    if (!read_file(job, path_join(&job->arena, folder, "scenario.json"), true, &before) ||
        !read_file(job, text_path(job, folder, lang), true, &words))
        return CLI_USAGE;
    td_status status = draft_finish(&memory_std, &job->arena, draft, before, words, &job->diags, &result);
    print_faults(job);
    return status == TD_OK && write_both(job, folder, &result) ? CLI_OK : CLI_NO;
}

/* --- a translation --- */

static int stamp(struct job *job, const char *folder, const char *lang)
{
    struct draft_file scenario, originals, translation;
    td_str marked;
    int count = 0;
    const char *path = text_path(job, folder, str_of(lang));
    if (!read_file(job, path_join(&job->arena, folder, "scenario.json"), false, &scenario))
        return CLI_USAGE;
    td_str source = draft_language(&memory_std, &job->arena, scenario);
    if (!read_file(job, text_path(job, folder, source), false, &originals) ||
        !read_file(job, path, false, &translation))
        return CLI_USAGE;
    td_status status = draft_stamp(&memory_std, &job->arena, originals, translation, &job->diags, &marked, &count);
    print_faults(job);
    if (status != TD_OK || !write_file(job, path, marked))
        return CLI_NO;
    say(job, "ids.stamped", path, count, TD_STR(""));
    return CLI_OK;
}

/* --- the verb --- */

/* What was named may be a folder or an id, as everywhere. */
static int run(struct job *job, const char *name, const char *folder, const char *stamp_lang)
{
    const char *path = tale_find(job->library, name);
    if (path == NULL) {
        library_say(job->library, true, "error.no-scenario", &ARG_TEXT("name", str_of(name)), 1);
        return CLI_USAGE;
    }
    const char *beside = path_folder_of(&job->arena, path);
    if (stamp_lang != NULL)
        return stamp(job, folder != NULL ? folder : beside, stamp_lang);
    return finish_draft(job, path, folder != NULL ? folder : beside);
}

int verb_ids(struct cli *cli)
{
    const char *folder = cli_option(cli, "o");
    const char *lang = cli_option(cli, "lang");
    const char *stamp_lang = cli_option(cli, "stamp");
    struct job job = {0};
    struct library library;
    if (!cli_done(cli, 1, 1))
        return CLI_USAGE;
    if (!library_open(lang, NULL, &library))
        return CLI_USAGE;
    job.library = &library;
    arena_init(&job.arena, &memory_std);
    diags_init(&job.diags, &job.arena);
    int status = run(&job, cli->argv[0], folder, stamp_lang);
    arena_finish(&job.arena);
    library_close(&library);
    return status;
}
