/* bare.h - the scripted players in front of the person alone: no scenario, no menu, any act at will.
 * With them the model is calibrated: whoever listens first must fare better than whoever does not,
 * on every profile and without a single number that says so. */
#ifndef TD_PLAYERS_BARE_H
#define TD_PLAYERS_BARE_H

#include "person.h"

/* In C; as it is written in tables. */
#define TD_BARE_PLAYERS(X)            \
    X(skilled, "skilled")             \
    X(repaired, "errors-repaired")    \
    X(ignored, "errors-ignored")      \
    X(listening, "listening-only")    \
    X(single, "one-skill")            \
    X(rushed, "rushed")               \
    X(silent, "silent")               \
    X(novice, "novice")               \
    X(liar, "liar")                   \
    X(fixer, "fixer")                 \
    X(authoritarian, "authoritarian") \
    X(random, "random")               \
    X(best_of_four, "best-of-four")
enum bare_player {
#define X(name, text) BARE_##name,
    TD_BARE_PLAYERS(X)
#undef X
        BARE_COUNT
};

/* A slip in an otherwise skilled run; for measuring what one costs. */
struct bare_slip {
    bool made; /* false: none */
    struct move move;
    int32_t turn;
    bool repaired; /* owned in the next line; otherwise never */
};

/* One run of a player with a person. */
struct bare {
    enum bare_player player;
    const struct model *model;
    const struct profile *profile;
    struct luck luck;
    struct person person;
    struct bare_slip slip;
    bool asked_safety;
    uint64_t thrown; /* dice thrown so far: chance is a function of seed and this */
};

struct bare bare_start(enum bare_player player, const struct model *model, const struct profile *profile,
                       uint64_t seed);
/* What the player says next. */
struct move bare_choose(struct bare *b);

const char *bare_player_name(enum bare_player player);

#endif
