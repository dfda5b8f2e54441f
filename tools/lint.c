/* lint.c - the verb `lint SCENARIO...`: plays each scenario with every scripted player and says what an author
 * should know before anybody practises on it.
 * What it prints is the answer, so it goes to standard output; with --html it goes to a file.  Of several scenarios
 * it also says whether who is met in them goes together with how hard or dangerous that is. */
#include "lint.h"

#include "files.h"
#include "library.h"
#include "memory.h"
#include "people.h"
#include "verbs.h"

enum { RUNS = 30, RUNS_MOST = 1000, NOISE = 80, FEW = 10, LEXICON_BYTES = 1 << 20, SCENARIOS_MAX = 10000 };
enum { YOUNG_BELOW = 25, OLD_FROM = 60, DARK_BELOW = 165 /* brightness of 255, about half of assets/people */ };

struct lint_job {
    struct library *library;
    const char *html; /* file, or NULL */
    bool json;
    int runs;
    uint64_t seed;
    struct arena arena; /* of the whole run: the page, and whom one met */
    struct writer page;
    struct lint_person *people;
    int asked, count; /* scenarios named, and those that could be played */
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

/* --- whom one meets --------------------------------------------------------------------------------------- */

static int32_t brightness(pen_rgba colour)
{
    int32_t red = (int32_t)(colour >> 24), green = (int32_t)(colour >> 16 & 255), blue = (int32_t)(colour >> 8 & 255);
    return (299 * red + 587 * green + 114 * blue) / 1000;
}

static uint32_t dress_of(const struct person_identity *who)
{
    if (who->headwear == HEAD_HIJAB)
        return LINT_GROUP_BIT(HEADSCARF);
    bool hood = who->headwear == HEAD_CAP || who->headwear == HEAD_BEANIE || who->top == TOP_HOODIE;
    return hood ? LINT_GROUP_BIT(HOOD) : LINT_GROUP_BIT(PLAIN);
}

/* What can be seen of somebody; what is said of them stands in the scenario. */
static uint32_t groups_of(const struct person_identity *who)
{
    uint32_t age = who->age < YOUNG_BELOW ? LINT_GROUP_BIT(UNDER_25)
                   : who->age < OLD_FROM  ? LINT_GROUP_BIT(FROM_25)
                                          : LINT_GROUP_BIT(FROM_60);
    uint32_t skin = brightness(who->skin) < DARK_BELOW ? LINT_GROUP_BIT(DARKER) : LINT_GROUP_BIT(LIGHTER);
    return age | skin | dress_of(who) | (who->wheelchair ? LINT_GROUP_BIT(WHEELCHAIR) : LINT_GROUP_BIT(WALKS));
}

static uint32_t groups_met(struct library *library, const td_scenario *scenario)
{
    static const uint32_t said[] = {LINT_GROUP_BIT(HE), LINT_GROUP_BIT(SHE), LINT_GROUP_BIT(THEY)};
    struct person_identity who;
    struct arena_mark mark = arena_mark(&library->arena);
    bool known = people_read(library, arena_cstr(&library->arena, scenario->identity), &who);
    arena_rewind(&library->arena, mark);
    return said[scenario->pronoun] | (known ? groups_of(&who) : 0);
}

/* The report's words are the scenario's and go with it. */
static void remember_person(struct lint_job *job, const struct lint_person *person)
{
    struct lint_person *kept = &job->people[job->count++];
    *kept = *person;
    kept->scenario = arena_copy(&job->arena, person->scenario);
    kept->identity = arena_copy(&job->arena, person->identity);
    kept->profile = arena_copy(&job->arena, person->profile);
}

/* --- one scenario ----------------------------------------------------------------------------------------- */

static void put_out(const struct writer *w)
{
    fwrite(writer_str(w).ptr, 1, writer_str(w).len, stdout);
}

/* Of one scenario its title, of several only what the page is. */
static void open_page(struct lint_job *job, const struct tale *tale)
{
    struct writer title;
    writer_init(&title, &job->arena);
    if (job->asked == 1) {
        w_str(&title, texts_get(tale->texts, tale->source, TD_STR("title")));
        w_text(&title, ": ");
    }
    w_str(&title, words_get(job->library->words, TD_STR("lint.page.title")));
    lint_html_open(&job->page, writer_str(&title), job->library->words);
}

static void write_out(struct lint_job *job, const struct lint_report *report, const struct tale *tale,
                      struct arena *arena)
{
    const struct lint_words words = {job->library->words, tale->texts, tale->source};
    struct writer w;
    writer_init(&w, arena);
    if (job->json)
        lint_write_json(&w, report, &words);
    else
        lint_write_text(&w, report, &words, FEW);
    put_out(&w);
    if (job->html == NULL)
        return;
    if (job->count == 0)
        open_page(job, tale);
    lint_html_report(&job->page, report, &words);
}

static int lint_tale(struct lint_job *job, const struct tale *tale, struct arena *arena)
{
    struct lint_set set = {
        .stage = {.scenario = tale->scenario, .model = job->library->model, .texts = tale->texts, .noise = NOISE},
        .source = tale->source,
        .lexicon = read_lexicon(job->library, arena, tale->texts->lang),
        .file = str_of(tale->path),
        .bytes = tale->bytes,
        .groups = groups_met(job->library, tale->scenario),
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
    write_out(job, &report, tale, arena);
    remember_person(job, &report.person);
    return report.totals[LINT_ERROR] > 0 ? CLI_NO : CLI_OK;
}

static int lint_one(struct lint_job *job, const char *name)
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

/* --- all of them ------------------------------------------------------------------------------------------ */

static bool keep_page(struct lint_job *job)
{
    if (job->html == NULL || job->count == 0)
        return true;
    const struct lint_figures figures = {job->seed, job->runs, NOISE};
    lint_html_close(&job->page, &figures, job->people, job->count, job->library->words);
    if (strcmp(job->html, "-") == 0) {
        put_out(&job->page);
        return true;
    }
    file_fault fault = file_write(job->html, writer_str(&job->page), 0644);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(job->html))};
    if (fault != NULL)
        library_say(job->library, true, fault, args, 1);
    return fault == NULL;
}

/* Whom one meets in all of them; of a single one its own object says it. */
static void tell_whom(struct lint_job *job)
{
    struct writer w;
    writer_init(&w, &job->arena);
    if (job->count == 0 || (job->json && job->asked == 1))
        return;
    if (job->json)
        lint_whom_write_json(&w, job->people, job->count);
    else
        lint_whom_write_text(&w, job->people, job->count, job->library->words);
    put_out(&w);
}

static int lint_all(struct lint_job *job, char *const *names, int count)
{
    int worst = CLI_OK;
    job->asked = count;
    arena_init(&job->arena, &memory_std);
    writer_init(&job->page, &job->arena);
    job->people = arena_new(&job->arena, struct lint_person, (size_t)count);
    for (int i = 0; i < count; i++) {
        int status = lint_one(job, names[i]);
        worst = status > worst ? status : worst;
    }
    tell_whom(job);
    if (!keep_page(job) && worst == CLI_OK)
        worst = CLI_NO;
    arena_finish(&job->arena);
    return worst;
}

int verb_lint(struct cli *cli)
{
    struct lint_job job = {.json = cli_flag(cli, "json")};
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    job.html = cli_option(cli, "html");
    job.runs = (int)cli_int(cli, "runs", 1, RUNS_MOST, RUNS);
    job.seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, 1);
    if (!cli_done(cli, 1, SCENARIOS_MAX))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_NO;
    job.library = &library;
    int status = lint_all(&job, cli->argv, cli->argc);
    library_close(&library);
    return status;
}
