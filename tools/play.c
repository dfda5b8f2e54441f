/* play.c - the verb `play [SCENARIO]`: an encounter, in the terminal or from a list of commands. */
#include "clock.h"
#include "memory.h"
#include "twin.h"
#include "verbs.h"

static const char *const modes[] = {"guided", "practice", "assessment"};
static const char *const rungs[] = {"practice", "personal", "class", "record"};
enum { NOISE = 80, NOISE_MOST = 500 };

struct options {
    struct twin_wish wish;
    const char *lang, *model, *commands;
};

/* Settings stand in for what was not said. */
static bool ask_options(struct cli *cli, const struct settings *settings, struct options *o)
{
    struct setup *setup = &o->wish.setup;
    (void)cli_flag(cli, "text"); /* there is no desktop in this build to prefer */
    setup->mode = (enum mode)cli_choice(cli, "mode", modes, 3, settings->mode);
    setup->rung = (enum rung)cli_choice(cli, "rung", rungs, 4, settings->rung);
    setup->seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, (int64_t)clock_seed());
    setup->noise = (int32_t)cli_int(cli, "noise", 0, NOISE_MOST, NOISE);
    memcpy(setup->preset, "solo", sizeof "solo");
    o->lang = cli_option(cli, "lang");
    o->model = cli_option(cli, "model");
    o->commands = cli_option(cli, "commands");
    o->wish.save = cli_option(cli, "save");
    o->wish.resume = cli_maybe(cli, "resume", &o->wish.resume_file);
    if (!cli_done(cli, 0, 1))
        return false;
    o->wish.scenario = cli->argc > 0 ? cli->argv[0] : NULL;
    return true;
}

static int run(struct cli *cli, struct library *library, struct settings *settings, const char *broken,
               const struct options *o)
{
    if (o->commands == NULL)
        return twin_run(library, settings, broken, &o->wish);
    if (o->wish.scenario == NULL)
        return cli_misused(cli, "cli.too-few", NULL, 0);
    return script_run(library, o->wish.scenario, o->commands, &o->wish.setup, o->wish.save);
}

int verb_play(struct cli *cli)
{
    struct arena arena;
    struct settings settings;
    struct library library;
    struct options options = {0};
    int status = CLI_USAGE;
    arena_init(&arena, &memory_std);
    const char *broken = settings_read(&arena, path_home(&arena), &settings);
    if (ask_options(cli, &settings, &options)) {
        const char *lang = options.lang != NULL           ? options.lang
                           : settings.language[0] != '\0' ? settings.language
                                                          : NULL;
        if (library_open(lang, options.model, &library)) {
            status = run(cli, &library, &settings, broken, &options);
            library_close(&library);
        }
    }
    arena_finish(&arena);
    return status;
}
