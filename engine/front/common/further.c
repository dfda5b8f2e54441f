/* further.c - a further attempt, applied as it is written: nothing is claimed that was not played. */
#include "further.h"

#include "memory.h"

static bool apply(struct play *play, const struct command *command, struct writer *w)
{
    const char *reason;
    return play_apply(play, command, w, &reason) == TD_OK;
}

bool further_write(const struct library *library, const td_scenario *scenario, const td_journal *journal,
                   int32_t number, const struct command *commands, int count, struct writer *w, int *ret_attempt)
{
    struct replay_report report;
    struct play *play = play_resume(&memory_std, scenario, library->model, journal, &report);
    if (play == NULL)
        return false;
    bool alone = str_is(TD_STR("solo"), journal->header.setup.preset);
    struct command rewind = command_empty(alone ? SEAT_primary : SEAT_instructor, VERB_rewind);
    rewind.number = number;
    journal_write(w, journal);
    bool good = apply(play, &rewind, w);
    for (int i = 0; i < count && good; i++)
        good = apply(play, &commands[i], w);
    *ret_attempt = play_attempt(play);
    play_destroy(play);
    return good;
}
