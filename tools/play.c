/* play.c - the verb `play [SCENARIO]`: an encounter, in the terminal or from a list of commands. */
#include "clock.h"
#include "memory.h"
#include "twin.h"
#include "verbs.h"
#if TALKDOWN_DESKTOP
#include "window.h"
#endif

static const char *const modes[] = {"guided", "practice", "assessment"};
static const char *const rungs[] = {"practice", "personal", "class", "record"};
enum { NOISE = 80, NOISE_MOST = 500, DISPLAYS_MOST = 16 };

struct options {
    struct twin_wish wish;
    const char *lang, *model, *commands;
    int32_t display; /* for the projector of a group session, or 0 */
    bool text;       /* the terminal, even where there is a display */
};

/* Settings stand in for what was not said. */
static bool ask_options(struct cli *cli, const struct settings *settings, struct options *o)
{
    struct setup *setup = &o->wish.setup;
    o->text = cli_flag(cli, "text");
    setup->mode = (enum mode)cli_choice(cli, "mode", modes, 3, settings->mode);
    setup->rung = (enum rung)cli_choice(cli, "rung", rungs, 4, settings->rung);
    setup->seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, (int64_t)clock_seed());
    setup->noise = (int32_t)cli_int(cli, "noise", 0, NOISE_MOST, NOISE);
    memcpy(setup->preset, "solo", sizeof "solo");
    o->display = (int32_t)cli_int(cli, "display", 1, DISPLAYS_MOST, 0);
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

#if TALKDOWN_DESKTOP
static bool in_window(const struct options *o)
{
    return !o->text && window_possible();
}

static int run_window(struct library *library, struct settings *settings, const char *broken, const struct options *o)
{
    const struct window_wish wish = {
        .scenario = o->wish.scenario,
        .resume = o->wish.resume,
        .resume_file = o->wish.resume_file,
        .save = o->wish.save,
        .seed = o->wish.setup.seed,
        .display = o->display,
        .broken = broken,
    };
    settings->mode = (int32_t)o->wish.setup.mode;
    settings->rung = (int32_t)o->wish.setup.rung;
    return window_run(library, settings, &wish);
}
#else
static bool in_window(const struct options *o)
{
    (void)o;
    return false;
}

static int run_window(struct library *library, struct settings *settings, const char *broken, const struct options *o)
{
    return twin_run(library, settings, broken, &o->wish);
}
#endif

/* The window is open before it can speak. */
static void say_lost_language(struct library *library)
{
    const struct word_arg args[] = {
        ARG_TEXT("name", str_of(library->lost_lang != NULL ? library->lost_lang : "")),
        ARG_TEXT("list", library_languages(library)),
    };
    if (library->lost_lang != NULL)
        library_say(library, true, "settings.no-language", args, 2);
}

static int run(struct cli *cli, struct library *library, struct settings *settings, const char *broken,
               const struct options *o)
{
    if (o->commands == NULL && in_window(o)) {
        say_lost_language(library);
        return run_window(library, settings, broken, o);
    }
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
        if (library_open(options.lang, options.model, &library)) {
            if (library.lost_lang != NULL)
                settings.language[0] = '\0';
            status = run(cli, &library, &settings, broken, &options);
            library_close(&library);
        }
    }
    arena_finish(&arena);
    return status;
}
