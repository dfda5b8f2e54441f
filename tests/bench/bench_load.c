/* bench_load.c - loading a story of 20,000 nodes and 60,000 choices, beside cJSON alone on the same bytes.
 * Every measurement runs in a process of its own, so that its peak memory is its own too.  The story is
 * written to two files first, as an author would have it: structure and words. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "files.h"
#include "memory.h"
#include "text_keys.h"
#include "writer.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NODES = 20000, CHOICES = 3, RUNS = 9 };

/* --- the story --- */

static void w_id(struct writer *w, char letter, int number)
{
    w_char(w, '"');
    w_char(w, letter);
    w_int(w, number);
    w_char(w, '"');
}

static void write_choice(struct writer *w, int node, int number, int *id)
{
    static const char *const acts[] = {"mirror", "label", "open_question", "summary", "advice", "validate"};
    w_text(w, number > 0 ? ",\n      {\"id\": " : "\n      {\"id\": ");
    w_id(w, 'c', ++*id);
    w_text(w, ", \"act\": \"");
    w_text(w, acts[(node * 7 + number) % 6]);
    w_text(w, "\", \"q\": 800, \"to\": ");
    w_id(w, 'n', (node * 31 + number * 977 + 1) % NODES);
    w_text(w, ", \"reactions\": [{\"id\": ");
    w_id(w, 'l', ++*id);
    w_text(w, "}]}");
}

static void write_node(struct writer *w, int node, int *id)
{
    w_text(w, node > 0 ? ",\n    {\"id\": " : "\n    {\"id\": ");
    w_id(w, 'n', node);
    w_text(w, ", \"lines\": [{\"id\": ");
    w_id(w, 'l', ++*id);
    w_text(w, "}], \"choices\": [");
    for (int i = 0; i < CHOICES; i++)
        write_choice(w, node, i, id);
    w_text(w, "]}");
}

static td_str write_scenario(struct arena *a)
{
    static const char *const outcomes[] = {"resolved",     "stabilised", "stalemate",
                                           "contact_lost", "escalated",  "withdrawn"};
    struct writer w;
    int id = 0;
    writer_init(&w, a);
    w_text(&w, "{\"format\": \"talkdown-scenario-1\", \"id\": \"big\", \"lang\": \"en\", \"last_id\": 999999,"
               "\"sector\": \"office\", \"stance\": \"colleague\", \"place\": \"stairwell\", \"channel\": \"face\","
               "\"minutes\": 15, \"outcomes\": [], \"modules\": [], \"budget\": {\"exchanges\": 30, \"minutes\": 60},"
               "\"intended_outcome\": \"resolved\", \"difficulty\": 1000, \"content_notes\": [], \"sources\": [],"
               "\"reviewed_by\": [\"a benchmark\"], \"subject\": {\"identity\": \"daniel\", \"pronoun\": \"he\","
               "\"profile\": \"default\", \"expressive\": true, \"emotion\": \"anger\", \"need\": \"content\"},"
               "\"start\": \"n0\", \"nodes\": [");
    for (int i = 0; i < NODES; i++)
        write_node(&w, i, &id);
    w_text(&w, "],\n\"silence\": [{\"id\": ");
    w_id(&w, 'l', ++id);
    w_text(&w, "}], \"endings\": [");
    for (int i = 0; i < 6; i++) {
        w_text(&w, i > 0 ? ", {\"id\": " : "{\"id\": ");
        w_id(&w, 'e', i);
        w_text(&w, ", \"outcome\": \"");
        w_text(&w, outcomes[i]);
        w_text(&w, "\"}");
    }
    w_text(&w, "]}\n");
    return writer_str(&w);
}

static void write_text(void *context, const struct text_wanted *wanted)
{
    struct writer *w = context;
    if (!wanted->required)
        return;
    w_text(w, w->len > 100 ? ",\n    \"" : "\n    \"");
    w_str(w, wanted->key);
    if (wanted->part != NULL)
        w_char(w, '.');
    w_text(w, wanted->part != NULL ? wanted->part : "");
    w_text(w, "\": \"What is said here, and to whom.\"");
}

/* The words for whatever the scenario has, in the order of the story. */
static td_str write_texts(struct arena *a, const td_scenario *s)
{
    struct writer w;
    writer_init(&w, a);
    w_text(&w, "{\"format\": \"talkdown-text-1\", \"scenario\": \"big\", \"lang\": \"en\",\n\"texts\": {");
    while (w.len < 100) /* write_text() knows the first one by that */
        w_char(&w, ' ');
    texts_wanted(s, write_text, &w);
    w_text(&w, "\n}}\n");
    return writer_str(&w);
}

/* --- what is measured --- */

struct files {
    const char *scenario, *texts;
};

struct measured {
    double milliseconds;
    double megabytes;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static td_str read_whole(struct arena *a, const char *path)
{
    td_str bytes = {NULL, 0};
    if (file_read(a, path, LIMIT_FILE_BYTES, &bytes) != NULL)
        abort();
    return bytes;
}

static bool load_ours(const struct files *files)
{
    struct arena a, b;
    struct diags diags;
    td_scenario *s = NULL;
    td_texts *t = NULL;
    arena_init(&a, &memory_std);
    diags_init(&diags, &a);
    arena_init(&b, &memory_std);
    scenario_load(&memory_std, &model_built_in, TD_STR("big"), read_whole(&b, files->scenario), &diags, &s);
    arena_finish(&b); /* the bytes may go */
    if (s != NULL)
        texts_load(&memory_std, s, NULL, TD_STR("big"), read_whole(&b, files->texts), &diags, &t);
    return s != NULL && t != NULL && s->node_count == NODES; /* the process ends here */
}

static bool load_cjson(const struct files *files)
{
    struct arena a;
    cJSON_InitHooks(NULL); /* as it comes */
    arena_init(&a, &memory_std);
    td_str scenario = read_whole(&a, files->scenario), texts = read_whole(&a, files->texts);
    return cJSON_ParseWithLength(scenario.ptr, scenario.len) != NULL &&
           cJSON_ParseWithLength(texts.ptr, texts.len) != NULL;
}

static void run_child(bool (*load)(const struct files *files), const struct files *files, int to)
{
    double start = now();
    struct rusage usage;
    if (!load(files))
        _exit(1);
    struct measured m = {.milliseconds = now() - start};
    getrusage(RUSAGE_SELF, &usage);
    m.megabytes = (double)usage.ru_maxrss / 1024;
    _exit(write(to, &m, sizeof m) == sizeof m ? 0 : 1);
}

static struct measured measure_once(bool (*load)(const struct files *files), const struct files *files)
{
    struct measured m = {0};
    int ends[2];
    if (pipe(ends) != 0)
        abort();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0)
        run_child(load, files, ends[1]);
    close(ends[1]);
    bool good = child > 0 && read(ends[0], &m, sizeof m) == sizeof m;
    close(ends[0]);
    waitpid(child, NULL, 0);
    if (!good) {
        fprintf(stderr, "bench_load: a load failed\n");
        exit(1);
    }
    return m;
}

static int by_time(const void *a, const void *b)
{
    double x = ((const struct measured *)a)->milliseconds, y = ((const struct measured *)b)->milliseconds;
    return x < y ? -1 : x > y;
}

static void report(const char *what, struct measured runs[RUNS], const char *target)
{
    qsort(runs, RUNS, sizeof *runs, by_time);
    printf("%-30s %7.1f %7.1f %7.1f ms %7.1f MB   %s\n", what, runs[0].milliseconds, runs[RUNS / 2].milliseconds,
           runs[RUNS - 1].milliseconds, runs[RUNS / 2].megabytes, target);
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* In turns, so that both meet the machine in the same mood. */
static void measure(const struct files *files)
{
    struct measured ours[RUNS], cjson[RUNS];
    double times[RUNS];
    for (int i = 0; i < RUNS; i++) {
        ours[i] = measure_once(load_ours, files);
        cjson[i] = measure_once(load_cjson, files);
        times[i] = ours[i].milliseconds / cjson[i].milliseconds;
    }
    qsort(times, RUNS, sizeof *times, by_size);
    report("scenario and words", ours, "target: under 150 ms, under 100 MB");
    report("cJSON alone, the same bytes", cjson, "(87 ms where the target was set)");
    printf("%-30s %7.2f %7.2f %7.2f           target: 1.72\n", "times cJSON alone", times[0], times[RUNS / 2],
           times[RUNS - 1]);
}

/* --- the files --- */

static bool write_files(const struct files *files)
{
    struct arena a;
    struct diags diags;
    td_scenario *s = NULL;
    arena_init(&a, &memory_std);
    diags_init(&diags, &a);
    td_str scenario = write_scenario(&a);
    scenario_load(&memory_std, &model_built_in, TD_STR("big"), scenario, &diags, &s);
    for (int i = 0; i < diags.count && s == NULL; i++)
        fprintf(stderr, "%d:%d %s\n", diags.items[i].line, diags.items[i].column, diags.items[i].code);
    if (s == NULL)
        return false;
    td_str texts = write_texts(&a, s);
    bool written = file_write(files->scenario, scenario, 0600) == NULL && file_write(files->texts, texts, 0600) == NULL;
    printf("%d nodes, %d choices, %d lines: %.1f + %.1f MB of JSON\n", s->node_count, s->choice_count, s->line_count,
           (double)scenario.len / 1e6, (double)texts.len / 1e6);
    scenario_destroy(s);
    arena_finish(&a);
    return written;
}

int main(void)
{
    char folder[] = "/tmp/talkdown-bench-XXXXXX";
    char scenario[64], texts[64];
    if (mkdtemp(folder) == NULL)
        return 1;
    snprintf(scenario, sizeof scenario, "%s/scenario.json", folder);
    snprintf(texts, sizeof texts, "%s/text.en.json", folder);
    struct files files = {scenario, texts};
    pid_t child = fork(); /* writing them needs memory that the measured ones must not inherit */
    if (child == 0) {
        bool written = write_files(&files);
        fflush(stdout);
        _exit(written ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    if (status == 0)
        measure(&files);
    unlink(scenario);
    unlink(texts);
    rmdir(folder);
    return status == 0 ? 0 : 1;
}
