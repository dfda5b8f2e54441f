/* better.c - the better line as commands: what somebody would have typed who played it. */
#include "debrief.h"

struct command debrief_plain_command(const td_scenario *scenario, int32_t choice)
{
    struct command c = command_empty(SEAT_primary, choice == ACTION_PAUSE ? VERB_pause : VERB_choose);
    if (choice == ACTION_PAUSE) {
        c.number = PAUSE_MS;
        return c;
    }
    td_str id = scenario->choices[choice].id;
    memcpy(c.id, id.ptr, id.len);
    c.id[id.len] = '\0';
    return c;
}

struct command debrief_better_command(const td_debrief *debrief, int index)
{
    const struct what_if *w = &debrief->what_if;
    const struct command *real = &debrief->trace->steps[w->step].command;
    struct command c = debrief_plain_command(debrief->trace->scenario, w->choices[index]);
    if (index > 0)
        return c;
    c.dist = real->dist;
    if (c.verb != VERB_pause) { /* silence has no voice */
        c.tone = real->tone;
        c.pace = real->pace;
    }
    return c;
}
