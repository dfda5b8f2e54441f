/* bench_lint.c - the whole linter on a shipped scenario: every player, thirty seeds, every judgement, every writer.
 * CPU time of one core. */
#define POISON_SPARES_THE_ENVIRONMENT
#include "lint.h"
#include "stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { RUNS = 3, SEEDS = 30 };

static double milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static td_str read_file(struct arena *arena, const char *id, const char *name)
{
    const char *data = getenv("TALKDOWN_DATA");
    char path[1024];
    snprintf(path, sizeof path, "%s/scenarios/%s/%s", data ? data : ".", id, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        abort();
    char *bytes = arena_new(arena, char, LIMIT_FILE_BYTES);
    size_t length = fread(bytes, 1, LIMIT_FILE_BYTES, file);
    fclose(file);
    return (td_str){bytes, length};
}

static void measure(struct arena *arena, const struct lint_set *set, const char *id)
{
    double least = 1e9, most = 0;
    struct lint_report report;
    for (int run = 0; run < RUNS; run++) {
        struct arena_mark mark = arena_mark(arena);
        double start = milliseconds();
        lint_run(arena, set, &report);
        double took = milliseconds() - start;
        least = took < least ? took : least;
        most = took > most ? took : most;
        arena_rewind(arena, mark);
    }
    printf("%-32s %8.0f %8.0f ms   %d plays of %d exchanges, target 2000\n", id, least, most, report.plays,
           (int)report.exchanges);
}

int main(void)
{
    static const char *const ids[] = {"bridge-rail", "template"};
    printf("%-32s %8s %8s\n", "full lint, 30 seeds a player", "min", "max");
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        struct arena arena;
        struct diags diags;
        td_texts *texts = NULL;
        td_scenario *scenario = stage_shipped(ids[i]);
        arena_init(&arena, &stage_memory);
        diags_init(&diags, &arena);
        struct lint_set set = {.file = TD_STR("scenario.json"),
                               .bytes = read_file(&arena, ids[i], "scenario.json"),
                               .text_file = TD_STR("text.en.json"),
                               .text_bytes = read_file(&arena, ids[i], "text.en.json"),
                               .runs = SEEDS,
                               .seed = 1};
        if (texts_load(&stage_memory, scenario, NULL, set.text_file, set.text_bytes, &diags, &texts) != TD_OK)
            abort();
        set.stage = (struct stage_set){.scenario = scenario, .model = &model_built_in, .texts = texts, .noise = 80};
        set.source = texts;
        measure(&arena, &set, ids[i]);
        texts_destroy(texts);
        arena_finish(&arena);
        scenario_destroy(scenario);
    }
    return 0;
}
