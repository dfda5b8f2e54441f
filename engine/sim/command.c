/* command.c - the names and the grammar of what a person can do. */
#include "command_shape.h"

#define NAMED(text)            \
    {                          \
        text, sizeof(text) - 1 \
    }

static const td_str seat_names[SEAT_COUNT] = {
    [SEAT_primary] = NAMED("primary"),   [SEAT_coach] = NAMED("coach"),
    [SEAT_board] = NAMED("board"),       [SEAT_leader] = NAMED("leader"),
    [SEAT_observer] = NAMED("observer"), [SEAT_role_player] = NAMED("role-player"),
    [SEAT_voter] = NAMED("voter"),       [SEAT_instructor] = NAMED("instructor"),
};

static const td_str verb_names[VERB_COUNT] = {
#define X(name) [VERB_##name] = NAMED(#name),
    TD_VERBS(X)
#undef X
};

const td_str option_names[OPTION_COUNT] = {
#define X(name) NAMED(#name),
    TD_OPTIONS(X)
#undef X
};

/* Bit i of a command's items is hand_names[i]: enum handover_item. */
const td_str hand_names[HAND_COUNT] = {NAMED("name"), NAMED("hooks"), NAMED("triggers"), NAMED("promises"),
                                       NAMED("risk")};
const td_str worded_names[2] = {NAMED("plain"), NAMED("threat")};

const struct shape command_shapes[VERB_COUNT] = {
    [VERB_pick] = {ARG_IDS, 0, 0, WITH_after},
    [VERB_begin] = {ARG_NONE, 0, 0, WITH_after},
    [VERB_choose] = {ARG_ID, 0, 0, WITH_after | WITH_voice | WITH_dist},
    [VERB_pause] = {ARG_PAUSE, PAUSE_MS_MIN, PAUSE_MS_MAX, WITH_after | WITH_dist},
    [VERB_wait] = {ARG_NUMBER, 1, WAIT_MS_MAX, WITH_after},
    [VERB_observe] = {ARG_NONE, 0, 0, WITH_after},
    [VERB_help] = {ARG_HELP, 0, 0, WITH_after | WITH_worded},
    [VERB_move] = {ARG_SCENE, 0, 0, WITH_after},
    [VERB_handover] = {ARG_ITEMS, 0, 0, WITH_after},
    [VERB_withdraw] = {ARG_NONE, 0, 0, WITH_after},
    [VERB_assess] = {ARG_ANSWER, 0, NUMBER_MAX, WITH_after | WITH_sure},
    [VERB_rewind] = {ARG_NUMBER, 1, NUMBER_MAX, 0},
    [VERB_freeze] = {ARG_NONE, 0, 0, 0},
    [VERB_resume] = {ARG_NONE, 0, 0, 0},
    [VERB_inject] = {ARG_ID, 0, 0, 0},
    [VERB_tag] = {ARG_NUMBER, TAG_MIN, TAG_MAX, 0},
    [VERB_override] = {ARG_ID, 0, 0, 0},
    [VERB_end] = {ARG_NONE, 0, 0, 0},
    [VERB_heard] = {ARG_ACT, 0, 1000, WITH_voice},
};

struct command command_empty(enum seat seat, enum verb verb)
{
    struct command command;
    memset(&command, 0, sizeof command); /* padding too, so that two commands compare as bytes */
    command.seat = seat;
    command.verb = verb;
    command.number = NONE;
    command.sure = NONE;
    command.dist = NONE;
    command.after = NONE;
    return command;
}

td_str seat_name(enum seat seat)
{
    return seat_names[seat];
}

td_str verb_name(enum verb verb)
{
    return verb_names[verb];
}

bool seat_find(td_str name, enum seat *ret)
{
    for (int i = 0; i < SEAT_COUNT; i++) {
        if (!str_eq(name, seat_names[i]))
            continue;
        *ret = (enum seat)i;
        return true;
    }
    return false;
}
