/* command_shape.h - the grammar of commands as one table, read by parser and formatter alike.
 * A verb takes one argument of some kind and then options in any order, each at most once. */
#ifndef TD_SIM_COMMAND_SHAPE_H
#define TD_SIM_COMMAND_SHAPE_H

#include "command.h"

enum argument {
    ARG_NONE,
    ARG_ID,     /* one id */
    ARG_IDS,    /* id,id,... */
    ARG_ANSWER, /* a prompt's id, then a number, ids, or `none` */
    ARG_NUMBER, /* least..most of the shape */
    ARG_PAUSE,  /* the same, may be left out */
    ARG_HELP,   /* a kind of help */
    ARG_SCENE,  /* a kind of scene move */
    ARG_ACT,    /* an act, then least..most: how well it was done */
    ARG_ITEMS,  /* what is handed over: name,hooks,triggers,promises,risk or `none` */
};

/* In the order in which they are written. */
#define TD_OPTIONS(X) X(worded) X(sure) X(after) X(tone) X(pace) X(dist)
enum option {
#define X(name) OPTION_##name,
    TD_OPTIONS(X)
#undef X
        OPTION_COUNT
};
enum {
    WITH_worded = 1 << OPTION_worded,
    WITH_sure = 1 << OPTION_sure,
    WITH_after = 1 << OPTION_after,
    WITH_dist = 1 << OPTION_dist,
    WITH_voice = 1 << OPTION_tone | 1 << OPTION_pace,
};

struct shape {
    enum argument argument;
    int32_t least, most; /* of a number */
    unsigned options;    /* WITH_... */
};
extern const struct shape command_shapes[VERB_COUNT];

enum { HAND_COUNT = 5 };
extern const td_str option_names[OPTION_COUNT], hand_names[HAND_COUNT];

/* The words of the delivery controls and of a call for help: worded plain, worded threat. */
extern const td_str worded_names[2];

#endif
