/* host.c - the verb `host SCENARIO`: a group session for a room of phones, a projector and an instructor. */
#include "host.h"

#include "clock.h"
#include "library.h"
#include "verbs.h"
#include <stdlib.h>
#include <string.h>

static const char *const presets[] = {"back-to-back", "team-table", "fishbowl", "class-vote", "several-teams"};
static const char *const modes[] = {"guided", "practice", "assessment"};
static const char *const rungs[] = {"practice", "personal", "class", "record"};
static const char *const flows[] = {"run-through", "stop-and-discuss"};
enum { NOISE = 80, NOISE_MOST = 500, PORT = 8080, PER_ADDRESS = 80, PIN_LEAST = 4 };

/* 4 to 8 digits, or none at all. */
static bool take_pin(struct cli *cli, char ret[WIRE_PIN_MAX + 1])
{
    const char *pin = cli_option(cli, "pin");
    const size_t len = pin != NULL ? strlen(pin) : 0;
    if (pin == NULL)
        return true;
    if (len < PIN_LEAST || len > WIRE_PIN_MAX || strspn(pin, "0123456789") != len)
        return false;
    memcpy(ret, pin, len + 1);
    return true;
}

static void ask_play(struct cli *cli, struct setup *setup)
{
    setup->mode = (enum mode)cli_choice(cli, "mode", modes, 3, MODE_practice);
    setup->rung = (enum rung)cli_choice(cli, "rung", rungs, 4, RUNG_personal);
    setup->seed = (uint64_t)cli_int(cli, "seed", 0, INT64_MAX, (int64_t)clock_seed());
    setup->noise = (int32_t)cli_int(cli, "noise", 0, NOISE_MOST, NOISE);
}

static void ask_room(struct cli *cli, struct wire_setup *setup)
{
    setup->preset = (enum wire_preset)cli_choice(cli, "preset", presets, PRESET_COUNT, PRESET_class_vote);
    setup->teams = (int)cli_int(cli, "teams", 2, WIRE_TEAMS, setup->preset == PRESET_several_teams ? 2 : 1);
    setup->minutes = (int)cli_int(cli, "minutes", 10, 600, 0);
    setup->vote_seconds = (int)cli_int(cli, "vote", VOTE_SECONDS_MIN, VOTE_SECONDS_MAX, 0);
    setup->flow = (enum wire_flow)cli_choice(cli, "flow", flows, 2, FLOW_RUN_THROUGH);
    setup->human = cli_flag(cli, "human");
}

int verb_host(struct cli *cli)
{
    struct host_wish wish;
    memset(&wish, 0, sizeof wish);
    ask_play(cli, &wish.setup.play);
    ask_room(cli, &wish.setup);
    wish.file = cli_option(cli, "room");
    wish.lang = cli_option(cli, "lang");
    wish.model = cli_option(cli, "model");
    wish.bind = cli_option(cli, "bind");
    wish.address = cli_option(cli, "address");
    wish.certificate = cli_option(cli, "cert");
    wish.key = cli_option(cli, "key");
    wish.port = (int)cli_int(cli, "port", 1, 65535, PORT);
    wish.per_address = (int)cli_int(cli, "per-address", 1, 700, PER_ADDRESS);
    const bool good = take_pin(cli, wish.setup.pin);
    if (!cli_done(cli, 0, 1))
        return CLI_USAGE;
    wish.scenario = cli->argc > 0 ? cli->argv[0] : NULL;
    if (!good)
        return cli_misused(cli, "host.pin", NULL, 0);
    if ((wish.certificate == NULL) != (wish.key == NULL))
        return cli_misused(cli, "host.cert-and-key", NULL, 0);
    if (wish.scenario == NULL && wish.file == NULL)
        return cli_misused(cli, "cli.too-few", NULL, 0);
    return host_run(&wish);
}
