/* better.c - the better line as commands: what somebody would have typed who played it. */
#include "debrief.h"

struct command debrief_better_command(const td_debrief *debrief, int index)
{
    const struct what_if *w = &debrief->what_if;
    const struct command *real = &debrief->trace->steps[w->step].command;
    int32_t choice = w->choices[index];
    struct command c = command_empty(SEAT_primary, choice == ACTION_PAUSE ? VERB_pause : VERB_choose);
    if (choice == ACTION_PAUSE) {
        c.number = PAUSE_MS;
    } else {
        td_str id = debrief->trace->scenario->choices[choice].id;
        memcpy(c.id, id.ptr, id.len);
        c.id[id.len] = '\0';
    }
    if (index > 0)
        return c;
    c.dist = real->dist;
    if (choice != ACTION_PAUSE) { /* silence has no voice */
        c.tone = real->tone;
        c.pace = real->pace;
    }
    return c;
}
