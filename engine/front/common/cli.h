/* cli.h - what was typed behind `talkdown VERB`: options looked up by name, the rest in order.
 * A verb asks for each option it knows, then calls cli_done(); asking is declaring, so an unknown
 * option is refused with the nearest name that was asked for, and no second list can go stale.
 *
 *     bool json = cli_flag(cli, "json");
 *     int64_t seed = cli_int(cli, "seed", 1, INT64_MAX, 1);
 *     if (!cli_done(cli, 1, 1))
 *         return CLI_USAGE;
 *     run(cli->argv[0], seed, json);
 *
 * Names are given without dashes; a name of one letter is written -o, a longer one --name.
 * A value follows as the next word or after '='.  What stands behind "--" is never an option.
 * The first fault is printed on stderr at once; later ones stay silent. */
#ifndef TD_FRONT_CLI_H
#define TD_FRONT_CLI_H

#include "talkdown.h"
#include <stdio.h>

enum { CLI_OK = 0, CLI_NO = 1, CLI_USAGE = 2 }; /* exit: yes or done; no, or it failed; used wrongly */

enum { CLI_NAMES_MAX = 48 }; /* options one verb may ask for */

struct cli {
    const char *verb;
    int argc;    /* words not yet taken; after cli_done() only the plain arguments */
    char **argv; /* belongs to main(), who lets us shift it */
    int options; /* of these, how many stand before a "--" */
    const char *asked[CLI_NAMES_MAX];
    int asked_count;
    bool failed;
};

/* argv: what follows the verb; it is changed in place and must outlive the cli. */
void cli_init(struct cli *cli, const char *verb, int argc, char **argv);

/* true if --name is there. */
bool cli_flag(struct cli *cli, const char *name);
/* The value of --name, or NULL if it is not there.  Part of argv. */
const char *cli_option(struct cli *cli, const char *name);
/* An option whose value may be left out: false if it is not there; *ret_value is NULL if it stands
 * alone.  The next word is taken as the value unless it begins with "--". */
bool cli_maybe(struct cli *cli, const char *name, const char **ret_value);
/* A decimal in [min, max], or otherwise if it is not there; otherwise need not lie in the range. */
int64_t cli_int(struct cli *cli, const char *name, int64_t min, int64_t max, int64_t otherwise);
/* The index of the value in names (count of them), or otherwise if it is not there. */
int cli_choice(struct cli *cli, const char *name, const char *const names[], int count, int otherwise);

/* After the last question.  true if every option was known, every value good, and the number of
 * plain arguments (now argv[0..argc-1]) lies in [min, max].  false: the reader has been told;
 * return CLI_USAGE. */
bool cli_done(struct cli *cli, int min, int max);

/* A fault of use that only the verb can see: said like the others, once.  id and fills as cli_say().
 * Always returns CLI_USAGE. */
struct cli_fill {
    const char *name;
    const char *value;
};
int cli_misused(struct cli *cli, const char *id, const struct cli_fill *fills, int count);

/* Every sentence of the command line goes through here: the text with this id, its {name}s filled
 * in, and a line end.  An id without a text prints the id itself. */
void cli_say(FILE *to, const char *id, const struct cli_fill *fills, int count);
/* Is there a text with this id? */
bool cli_has_text(const char *id);
/* Says everything in the language of the --lang that stands in argv, if it does. */
void cli_speak(int argc, char *const *argv);
/* Gives back what the sentences took; the last thing the program does. */
void cli_silence(void);

/* The name of the list nearest to what was typed, or NULL if none is near enough to suggest. */
const char *cli_nearest(const char *typed, const char *const names[], int count);

#endif
