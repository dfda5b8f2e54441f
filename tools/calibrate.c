/* calibrate.c - the verb `calibrate`: what a table of coefficients does to people who listen and to
 * people who do not.  Its tables are those of engine/MODEL.md; its answer is whether the marks that
 * the model must keep are kept. */
#include "calibrate.h"
#include "library.h"
#include "memory.h"
#include "verbs.h"

#include <stdio.h>

static void print(const struct library *library, struct arena *arena, const struct calibration *c, bool json)
{
    struct writer w;
    writer_init(&w, arena);
    if (json)
        calibration_write_json(&w, c);
    else
        calibration_write_tables(&w, library->model, c);
    fwrite(writer_str(&w).ptr, 1, writer_str(&w).len, stdout);
}

static int calibrate_model(const struct library *library, bool json)
{
    struct arena arena;
    arena_init(&arena, &memory_std);
    struct calibration *c = arena_new(&arena, struct calibration, 1);
    calibrate(&arena, library->model, SHAKEN_TABLES, c);
    print(library, &arena, c, json);
    const char *broken = calibration_broken_mark(c);
    struct word_arg mark = ARG_TEXT("mark", broken ? str_of(broken) : TD_STR(""));
    if (broken != NULL)
        library_say(library, true, "calibrate.broken", &mark, 1);
    arena_finish(&arena);
    return broken == NULL ? CLI_OK : CLI_NO;
}

int verb_calibrate(struct cli *cli)
{
    bool json = cli_flag(cli, "json");
    const char *lang = cli_option(cli, "lang");
    const char *model = cli_option(cli, "model");
    if (!cli_done(cli, 0, 0))
        return CLI_USAGE;
    struct library library;
    if (!library_open(lang, model, &library))
        return CLI_USAGE;
    int status = calibrate_model(&library, json);
    library_close(&library);
    return status;
}
