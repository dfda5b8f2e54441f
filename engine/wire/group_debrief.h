/* group_debrief.h - what a session has to teach the people who were in it: the play's own debrief, and laid
 * over it what the room thought, tapped, noted, voted.  Data, in the order of the screens (PRODUCT.md).
 *
 * A thing that was said before a decision (a vote, a hint) belongs to the decision it was about, and what was
 * said after it (a tap, a flag) to the one it answers.  If that decision was left by a rewind, the thing is grey
 * with it: it stands on the timeline and is not counted. */
#ifndef TD_WIRE_GROUP_DEBRIEF_H
#define TD_WIRE_GROUP_DEBRIEF_H

#include "agreement.h"
#include "room_parts.h"

/* One decision: of the attempt that the debrief is about, of an earlier round, or of a branch that was left. */
struct decided {
    const struct trace *trace;       /* of the attempt it was taken in */
    int32_t step;                    /* index in its steps */
    bool grey;                       /* left by a rewind */
    int32_t votes[ALTERNATIVES_MAX]; /* per alternative of that step */
    int32_t voters;
    int32_t apart;  /* disagreement, permille; AGREEMENT_NONE */
    bool observers; /* it is that of observers; otherwise of voters */
};

/* What could be known, when it was said, and whether the board has it. */
struct board_fact {
    int32_t fact;
    int32_t number;   /* of the command that disclosed it; NONE: never said */
    int64_t story_ms; /* then */
    int32_t entry;    /* record index of the board's entry, NONE: missed */
    bool guessed;     /* by words in common; nobody has said so */
    bool wanted;      /* a board that lacks it has missed something */
};

struct sheet_sum {
    int32_t raters, mean; /* thousandths */
    int32_t low, high;
};

/* One attempt of the play, from the beginning to its end. */
struct attempted {
    struct trace trace;
    int32_t score; /* of a hundred */
};

/* A round, where people change places. */
struct talked {
    int attempt; /* that it ended with */
    int decisions;
};

struct review {
    struct arena arena;
    td_journal *journal;
    struct attempted *attempts; /* by number, from 1; the last is the one that the debrief is about */
    struct trace trace;         /* of the last */
    td_debrief debrief;
    struct talked *rounds; /* where they are laid beside each other; else none */
    int round_count;
    struct decided *decided; /* in order */
    int decided_count;       /* of the last attempt */
    int decided_all;         /* and behind them those of earlier rounds and of branches that were left */
    struct board_fact *board;
    int board_count;
    bool board_kept;  /* somebody wrote on it */
    int untold;       /* things that there were to tell and that nobody told: one figure for every page */
    int32_t *belongs; /* per record: index in decided, NONE; what review_fill() found */
    int indexed;      /* records that were there then */
};

/* Builds what does not change any more once the talk is over; owned by the caller. */
struct review *review_build(const struct wire_room *room, int team);
void review_destroy(struct review *review);
/* The index in review->decided that a record (by its index) belongs to; NONE: to none. */
int review_decision_of(const struct wire_room *room, const struct review *review, int record);
/* Brings votes, taps and the board into the review; called again whenever they may have changed. */
void review_fill(const struct wire_room *room, int team, struct review *review);
/* The index in review->decided of the decision with this number of the journal; NONE. */
int review_find(const struct review *review, int32_t number);
/* The command by which a round began, as against one that went back; by its index in the journal. */
bool review_begins_round(const struct review *review, int entry);
/* There was something to tell, and nobody told it. */
bool review_is_untold(const struct wire_room *room, int team, int32_t fact);
/* The decision of greatest disagreement: among observers if any two of them rated one, else among voters;
 * NONE. */
int review_most_apart(const struct review *review);
/* Largest rise (sign 1) or fall (sign -1) of agitation; NONE. */
int review_turn(const struct review *review, int sign);
void review_sheet(const struct wire_room *room, int team, int item, struct sheet_sum *ret);
/* Permille; AGREEMENT_NONE. */
int32_t review_sheet_kappa(const struct wire_room *room, int team);
int32_t review_tap_kappa(const struct wire_room *room, int team, const struct review *review);

#endif
