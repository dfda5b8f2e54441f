/* wire_reasons.h - why a room refuses: codes besides those of a session (session.h, TD_REFUSALS).
 * The words for people are "refused.<code>" in assets/lang. */
#ifndef TD_WIRE_WIRE_REASONS_H
#define TD_WIRE_WIRE_REASONS_H

/* clang-format off */
#define TD_WIRE_REASONS(X) \
    X(BAD_MESSAGE, "bad-message") \
    X(BAD_VERSION, "bad-version") \
    X(TOO_LONG, "message-too-long") \
    X(UNKNOWN_DO, "unknown-do") \
    X(BAD_FIELD, "bad-field") \
    X(SLOW_DOWN, "slow-down") \
    X(WRONG_CODE, "wrong-code") \
    X(WRONG_PIN, "wrong-pin") \
    X(NAME_NEEDED, "name-needed") \
    X(ROOM_FULL, "room-full") \
    X(LOCKED, "locked") \
    X(NO_SUCH_SEAT, "no-such-seat") \
    X(NO_SUCH_TEAM, "no-such-team") \
    X(NO_VOTE, "no-vote") \
    X(VOTE_CLOSED, "vote-closed") \
    X(VOTE_FIRST, "vote-first") \
    X(TIE, "tie") \
    X(NOT_THIS_PHASE, "not-this-phase") \
    X(ASSESSMENT, "assessment") \
    X(NONE_LEFT, "none-left") \
    X(TOO_MANY_WORDS, "too-many-words") \
    X(BOARD_FULL, "board-full") \
    X(NO_SUCH_ENTRY, "no-such-entry") \
    X(NOTHING_TO_UNDO, "nothing-to-undo") \
    X(DEBRIEF_NEEDS_IT, "debrief-needs-it") \
    X(RATE_FIRST, "rate-first") \
    X(NOT_HUMAN, "not-human") \
    X(GONE, "gone") \
    X(LOG_FULL, "log-full")
/* clang-format on */
#define X(name, code) extern const char WIRE_##name[];
TD_WIRE_REASONS(X)
#undef X

#endif
