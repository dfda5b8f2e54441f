/* main.c - one program, many verbs: finds the verb and lets it run.
 * Start reading here for what the program can do, and in engine/MAP.md for how. */
#include "cli.h"
#include "str.h"
#include "verbs.h"
#include <signal.h>
#include <string.h>

#define VERB(name) {#name, "usage." #name, "summary." #name, verb_##name},
static const struct verb {
    const char *name;
    const char *usage;
    const char *summary;
    int (*run)(struct cli *cli);
} verbs[] = {
#include "verbs.def"
};
#undef VERB

enum { VERB_COUNT = sizeof verbs / sizeof *verbs };

static const struct verb *find_verb(const char *name)
{
    for (int i = 0; i < VERB_COUNT; i++)
        if (strcmp(verbs[i].name, name) == 0)
            return &verbs[i];
    return NULL;
}

static void list_verbs(FILE *to)
{
    cli_say(to, "usage.program", NULL, 0);
    for (int i = 0; i < VERB_COUNT; i++) {
        fprintf(to, "  %-12s ", verbs[i].name);
        cli_say(to, verbs[i].summary, NULL, 0);
    }
}

static int refuse_verb(const char *typed)
{
    const char *names[VERB_COUNT + 2] = {"--help", "--version"};
    for (int i = 0; i < VERB_COUNT; i++)
        names[i + 2] = verbs[i].name;
    const char *nearest = cli_nearest(typed, names, VERB_COUNT + 2);
    struct cli_fill fills[] = {{"typed", typed}, {"verb", nearest}};
    cli_say(stderr, nearest ? "cli.unknown-verb-near" : "cli.unknown-verb", fills, nearest ? 2 : 1);
    return CLI_USAGE;
}

int verb_help(struct cli *cli)
{
    (void)cli_option(cli, "lang"); /* cli_speak() has seen it */
    if (!cli_done(cli, 0, 1))
        return CLI_USAGE;
    if (cli->argc == 0) {
        list_verbs(stdout);
        return CLI_OK;
    }
    const struct verb *verb = find_verb(cli->argv[0]);
    if (!verb)
        return refuse_verb(cli->argv[0]);
    cli_say(stdout, verb->usage, NULL, 0);
    return CLI_OK;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++)
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0)
            return true;
    return false;
}

static int run_verb(const struct verb *verb, int argc, char **argv)
{
    if (wants_help(argc, argv)) {
        cli_say(stdout, verb->usage, NULL, 0);
        return CLI_OK;
    }
    struct cli cli;
    cli_init(&cli, verb->name, argc, argv);
    return verb->run(&cli);
}

/* `talkdown` alone opens the program: the first of these that this build has. */
static const struct verb *opening_verb(void)
{
    const struct verb *verb = find_verb("play");
    return verb ? verb : find_verb("help");
}

static int run(int argc, char **argv)
{
    if (argc < 2)
        return run_verb(opening_verb(), 0, argv + argc);
    if (strcmp(argv[1], "--version") == 0) {
        printf("talkdown %s\n", TALKDOWN_VERSION); /* the same in every language, and without one */
        return CLI_OK;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        list_verbs(stdout);
        return CLI_OK;
    }
    const struct verb *verb = find_verb(argv[1]);
    return verb ? run_verb(verb, argc - 2, argv + 2) : refuse_verb(argv[1]);
}

int main(int argc, char **argv)
{
    signal(SIGXFSZ, SIG_IGN); /* a file that may not grow is a failed write, not a crash */
    cli_speak(argc, argv);
    int status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        cli_say(stderr, "cli.output-failed", NULL, 0); /* a full disk: what was asked for is not there */
        status = status == CLI_OK ? CLI_NO : status;
    }
    cli_silence();
    return status;
}
