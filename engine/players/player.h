/* player.h - the scripted players of MODEL.md 5, in a scenario.
 * A player takes the offered line nearest to its list; the test-wise ones look at the menu alone. */
#ifndef TD_PLAYERS_PLAYER_H
#define TD_PLAYERS_PLAYER_H

#include "session.h"

/* clang-format off */
#define TD_PLAYERS(X) \
    X(skilled) \
    X(listening_only) \
    X(novice) \
    X(fixer) \
    X(authoritarian) \
    X(liar) \
    X(rushed) \
    X(with_errors) \
    X(with_errors_repaired) \
    X(single) \
    X(random) \
    X(first) \
    X(longest) \
    X(nicest) \
    X(complex) \
    X(never_asks) \
    X(silent) \
    X(waiting)
/* clang-format on */
enum player {
#define X(name) PLAYER_##name,
    TD_PLAYERS(X)
#undef X
        PLAYER_COUNT
};

/* never-asks is skilled, but for the direct question; silent says nothing for ever; waiting lets time pass, and where it has to make an exchange says nothing.
 * The index of a choice offered now, or ACTION_PAUSE.  Depends on the state and its seed alone.
 * texts: the words on the menu, read by the players that go by wording (longest, nicest); may be NULL
 * for the others. */
int32_t player_choose(enum player player, const td_session *session, const td_texts *texts);

const char *player_name(enum player player); /* "listening-only" */

#endif
