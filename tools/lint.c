/* lint.c - the verb `lint SCENARIO...`: plays each scenario with every scripted player and says what an author
 * should know before anybody practises on it.
 * What it prints is the answer, so it goes to standard output; with --html it goes to a file. */
#include "lint.h"

#include "files.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

enum { RUNS = 30, RUNS_MOST = 1000, NOISE = 80, FEW = 10, LEXICON_BYTES = 1 << 20, SCENARIOS_MAX = 10000 };

struct lint_job {
    struct library *library;
    const char *html; /* file, or NULL */
    bool json;
    int runs;
    uint64_t seed;
};

static const char *file_name(struct arena *arena, const char *head, td_str lang)
{
    struct writer w;
    writer_init(&w, arena);
    w_text(&w, head);
    w_str(&w, lang);
    w_text(&w, ".json");
    w_char(&w, '\0');
    return writer_str(&w).ptr;
}

/* The words to look for, in the language of the words; without a list there is nothing to find. */
static const struct lint_lexicon *read_lexicon(const struct library *library, struct arena *arena, td_str lang)
{
    struct lint_lexicon *lexicon = arena_new(arena, struct lint_lexicon, 1);
    const char *path = path_join(arena, library->data, file_name(arena, "assets/lint/words.", lang));
    struct diags diags;
    td_str bytes;
    diags_init(&diags, arena);
    if (!file_exists(path) || file_read(arena, path, LEXICON_BYTES, &bytes) != NULL)
        return NULL;
    td_status status = lint_lexicon_read(arena, str_of(path), bytes, &diags, lexicon);
    library_print_diags(library, &diags, false);
    return status == TD_OK ? lexicon : NULL;
}

static bool write_out(const struct lint_job *job, const struct lint_report *report, const struct tale *tale,
                      struct arena *arena)
{
    struct writer w;
    writer_init(&w, arena);
    if (job->json)
        lint_write_json(&w, report, job->library->words);
    else
        lint_write_text(&w, report, job->library->words, FEW);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
    if (job->html == NULL)
        return true;
    writer_init(&w, arena);
    lint_write_html(&w, report, tale->texts, tale->source, job->library->words);
    if (strcmp(job->html, "-") == 0) {
        fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
        return true;
    }
    file_fault fault = file_write(job->html, writer_str(&w), 0644);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(job->html))};
    if (fault != NULL)
        library_say(job->library, true, fault, args, 1);
    return fault == NULL;
}

static int lint_tale(const struct lint_job *job, const struct tale *tale, struct arena *arena)
{
    struct lint_set set = {
        .stage = {.scenario = tale->scenario, .model = job->library->model, .texts = tale->texts, .noise = NOISE},
        .source = tale->source,
        .lexicon = read_lexicon(job->library, arena, tale->texts->lang),
        .file = str_of(tale->path),
        .bytes = tale->bytes,
        .runs = job->runs,
        .seed = job->seed,
    };
    const char *texts =
        path_join(arena, path_folder_of(arena, tale->path), file_name(arena, "text.", tale->texts->lang));
    set.text_file = str_of(texts);
    if (file_read(arena, texts, LIMIT_FILE_BYTES, &set.text_bytes) != NULL)
        set.text_bytes = TD_STR("");
    struct lint_report report;
    lint_run(arena, &set, &report);
    if (!write_out(job, &report, tale, arena))
        return CLI_NO;
    return report.totals[LINT_ERROR] > 0 ? CLI_NO : CLI_OK;
}

static int lint_one(const struct lint_job *job, const char *name)
{
    struct tale tale;
    if (tale_find(job->library, name) == NULL) {
        library_say(job->library, true, "error.no-scenario", &ARG_TEXT("name", str_of(name)), 1);
        return CLI_USAGE;
    }
    if (!tale_open(job->library, name, true, &tale))
        return CLI_NO;
    struct arena arena;
    arena_init(&arena, &memory_std);
    int status = lint_tale(job, &tale, &arena);
    arena_finish(&arena);
    tale_close(&tale);
    return status;
}

int verb_lint(struct cli *cli)
{
    struct lint_job job = {.json = cli_flag(cli, "json")};
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    job.html = cli_option(cli, "html");
    job.runs = (int)cli_int(cli, "runs", 1, RUNS_MOST, RUNS);
    job.seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, 1);
    if (!cli_done(cli, 1, job.html != NULL ? 1 : SCENARIOS_MAX))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_NO;
    job.library = &library;
    int worst = CLI_OK;
    for (int i = 0; i < cli->argc; i++) {
        int status = lint_one(&job, cli->argv[i]);
        worst = status > worst ? status : worst;
    }
    library_close(&library);
    return worst;
}
