/* fuzz_command.c - any bytes as one line: a command that comes back as it was written, or a refusal with
 * the column of its fault; and whatever is read can be tried on a session without harm. */
#include "demand.h"
#include "stage.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_round_trip(const struct command *command)
{
    char first[COMMAND_TEXT], second[COMMAND_TEXT];
    struct command again;
    int column = 0;
    td_str text = {first, command_format(command, first)};
    demand(command_parse(text, &again, &column) == TD_OK);
    demand(memcmp((const void *)command, (const void *)&again, sizeof again) == 0); /* padding is set, too */
    td_str text_again = {second, command_format(&again, second)};
    demand(str_eq(text, text_again));
}

/* At the briefing and in the talk: applied, or refused without a trace. */
static void try_on(const td_scenario *scenario, const struct command *command, bool begun)
{
    td_session *session = begun ? stage_begun(scenario, 1) : stage_session(scenario, 1);
    uint64_t before = session_hash(session);
    const char *reason = NULL;
    td_status status = session_apply(session, command, &reason);
    demand(status == TD_OK || (status == TD_E_REFUSED && reason && session_hash(session) == before));
    session_destroy(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct command command;
    int column = 0;
    td_str line = {(const char *)data, size};
    td_status status = command_parse(line, &command, &column);
    if (status != TD_OK) {
        demand(column >= 1 && (size_t)column <= size + 1);
        return 0;
    }
    check_round_trip(&command);
    const td_scenario *scenario = stage_mini();
    try_on(scenario, &command, false);
    try_on(scenario, &command, true);
    return 0;
}
