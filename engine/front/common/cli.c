/* cli.c - options are taken out of argv as they are asked for; what remains at the end is either a
 * plain argument or a mistake. */
#include "cli.h"
#include "str.h"
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

void cli_init(struct cli *cli, const char *verb, int argc, char **argv)
{
    *cli = (struct cli){.verb = verb, .argc = argc, .argv = argv, .options = argc};
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0)
            continue;
        memmove(argv + i, argv + i + 1, (size_t)(argc - i - 1) * sizeof *argv);
        cli->argc--;
        cli->options = i;
        return;
    }
}

static void take_out(struct cli *cli, int index)
{
    memmove(cli->argv + index, cli->argv + index + 1, (size_t)(cli->argc - index - 1) * sizeof *cli->argv);
    cli->argc--;
    cli->options--;
}

static const char *dashes(const char *name)
{
    return name[1] == '\0' ? "-" : "--";
}

static bool looks_like_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0' && !(word[1] >= '0' && word[1] <= '9');
}

/* What follows the name: "" or "=value"; NULL if the word is not this option. */
static const char *behind_name(const char *word, const char *name)
{
    size_t dash = strlen(dashes(name));
    size_t len = strlen(name);
    if (strncmp(word, dashes(name), dash) != 0 || strncmp(word + dash, name, len) != 0)
        return NULL;
    const char *rest = word + dash + len;
    return *rest == '\0' || (*rest == '=' && dash == 2) ? rest : NULL;
}

/* The index of the option, or -1; *ret_rest is what follows its name in the same word. */
static int find(const struct cli *cli, const char *name, const char **ret_rest)
{
    for (int i = 0; i < cli->options; i++) {
        const char *rest = behind_name(cli->argv[i], name);
        if (!rest)
            continue;
        *ret_rest = rest;
        return i;
    }
    return -1;
}

int cli_misused(struct cli *cli, const char *id, const struct cli_fill *fills, int count)
{
    if (!cli->failed) {
        fprintf(stderr, "talkdown %s: ", cli->verb);
        cli_say(stderr, id, fills, count);
        cli_say(stderr, "cli.try-help", &(struct cli_fill){"verb", cli->verb}, 1);
    }
    cli->failed = true;
    return CLI_USAGE;
}

static void option_fault(struct cli *cli, const char *id, const char *name)
{
    char option[64];
    snprintf(option, sizeof option, "%s%s", dashes(name), name);
    cli_misused(cli, id, &(struct cli_fill){"option", option}, 1);
}

/* Remembers the name for suggestions and takes its first use out of argv: where that was, or -1.
 * *ret_rest as in find(). */
static int ask(struct cli *cli, const char *name, const char **ret_rest)
{
    const char *again;
    if (cli->asked_count < CLI_NAMES_MAX)
        cli->asked[cli->asked_count++] = name;
    int index = find(cli, name, ret_rest);
    if (index < 0)
        return index;
    take_out(cli, index);
    if (find(cli, name, &again) >= 0)
        option_fault(cli, "cli.given-twice", name);
    return index;
}

bool cli_flag(struct cli *cli, const char *name)
{
    const char *rest = "";
    if (ask(cli, name, &rest) < 0)
        return false;
    if (*rest != '\0')
        option_fault(cli, "cli.takes-no-value", name);
    return true;
}

bool cli_maybe(struct cli *cli, const char *name, const char **ret_value)
{
    const char *rest = "";
    int index = ask(cli, name, &rest);
    if (index < 0)
        return false;
    *ret_value = *rest == '=' ? rest + 1 : NULL;
    if (!*ret_value && index < cli->options && strncmp(cli->argv[index], "--", 2) != 0) {
        *ret_value = cli->argv[index];
        take_out(cli, index);
    }
    return true;
}

const char *cli_option(struct cli *cli, const char *name)
{
    const char *value = NULL;
    if (cli_maybe(cli, name, &value) && !value)
        option_fault(cli, "cli.needs-value", name);
    return value;
}

int64_t cli_int(struct cli *cli, const char *name, int64_t min, int64_t max, int64_t otherwise)
{
    const char *typed = cli_option(cli, name);
    int64_t value = otherwise;
    if (!typed || str_int(str_of(typed), min, max, &value))
        return value;

    char low[24], high[24];
    snprintf(low, sizeof low, "%" PRId64, min);
    snprintf(high, sizeof high, "%" PRId64, max);
    struct cli_fill fills[] = {{"option", name}, {"typed", typed}, {"min", low}, {"max", high}};
    cli_misused(cli, "cli.not-a-number", fills, 4);
    return otherwise;
}

static int index_of(const char *typed, const char *const names[], int count)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], typed) == 0)
            return i;
    return -1;
}

/* "a, b, c", cut at size. */
static void join(const char *const names[], int count, char *ret, size_t size)
{
    size_t used = 0;
    ret[0] = '\0';
    for (int i = 0; i < count && used < size; i++)
        used += (size_t)snprintf(ret + used, size - used, "%s%s", i ? ", " : "", names[i]);
}

int cli_choice(struct cli *cli, const char *name, const char *const names[], int count, int otherwise)
{
    const char *typed = cli_option(cli, name);
    int index = typed ? index_of(typed, names, count) : otherwise;
    if (!typed || index >= 0)
        return index;

    char list[400];
    join(names, count, list, sizeof list);
    struct cli_fill fills[] = {{"option", name}, {"typed", typed}, {"list", list}};
    cli_misused(cli, "cli.not-a-choice", fills, 3);
    return otherwise;
}

const char *cli_nearest(const char *typed, const char *const names[], int count)
{
    const char *best = NULL;
    int limit = strlen(typed) < 4 ? 1 : 2;
    for (int i = 0; i < count; i++) {
        int distance = str_distance(str_of(typed), str_of(names[i]));
        if (distance > limit)
            continue;
        best = names[i];
        limit = distance - 1;
    }
    return best;
}

static void refuse_option(struct cli *cli, const char *word)
{
    char typed[64];
    const char *name = word + strspn(word, "-");
    snprintf(typed, sizeof typed, "%.*s", (int)strcspn(name, "="), name);

    const char *nearest = cli_nearest(typed, cli->asked, cli->asked_count);
    if (!nearest) {
        cli_misused(cli, "cli.unknown-option", &(struct cli_fill){"typed", word}, 1);
        return;
    }
    char option[64];
    snprintf(option, sizeof option, "%s%s", dashes(nearest), nearest);
    struct cli_fill fills[] = {{"typed", word}, {"option", option}};
    cli_misused(cli, "cli.unknown-option-near", fills, 2);
}

bool cli_done(struct cli *cli, int min, int max)
{
    for (int i = 0; i < cli->options; i++)
        if (looks_like_option(cli->argv[i]))
            refuse_option(cli, cli->argv[i]);
    if (cli->argc < min)
        cli_misused(cli, "cli.too-few", NULL, 0);
    if (cli->argc > max)
        cli_misused(cli, "cli.too-many", &(struct cli_fill){"typed", cli->argv[max]}, 1);
    return !cli->failed;
}
