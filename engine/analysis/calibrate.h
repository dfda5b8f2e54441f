/* calibrate.h - what the model does with people who listen and people who do not.
 * The scripted players on every profile, the price of single errors and events, and whether the
 * order of good over bad survives when every coefficient is shaken.  A table of coefficients that
 * fails here teaches the wrong thing, whatever its laws say. */
#ifndef TD_ANALYSIS_CALIBRATE_H
#define TD_ANALYSIS_CALIBRATE_H

#include "bare_run.h"

enum { CALIBRATION_SEEDS = 30 };

/* All runs of one player with one profile. */
struct player_runs {
    int32_t runs, outcomes[outcome_count], passed; /* passed: scored 70 or more */
    int64_t exchanges, score;                      /* sums */
};

/* What one slip or event costs an otherwise skilled run; sums over the seeds. */
struct price {
    int32_t runs, at_once, extra[2]; /* exchanges more than without it: repaired or named, and not */
};

/* The slips, each at the fourth and at the tenth exchange. */
#define TD_SLIPS(X) X(CLOSEDQ) X(WHYQ) X(ADVICE) X(MINIM) X(ORDER) X(MORAL) X(THREAT) X(SUGGEST) X(PROMISE)
enum slip {
#define X(code) SLIP_##code,
    TD_SLIPS(X)
#undef X
        SLIP_COUNT
};
enum { SLIP_MOMENTS = 2 };

/* name, as it is written in tables; P U T H in permille; sore point; kept promise */
#define TD_CALIBRATION_EVENTS(X)                           \
    X(sore_point, "sore-point", 0, 0, 0, 0, 200, false)    \
    X(overdue, "demand-overdue", 60, 0, -60, 0, 0, false)  \
    X(deadline, "deadline-passed", 150, 0, 0, 0, 0, false) \
    X(noise, "sudden-noise", 100, 0, 0, 0, 0, false)       \
    X(scene, "scene-eased", -100, 100, 0, 0, 0, false)     \
    X(kept, "promise-kept", 0, 0, 0, 0, 0, true)
enum calibration_event {
#define X(name, text, p, u, t, h, trigger, kept) EVENT_##name,
    TD_CALIBRATION_EVENTS(X)
#undef X
        EVENT_COUNT
};

/* Who must fare better than whom, by mean score. */
#define TD_CALIBRATION_ORDER(X) \
    X(skilled, repaired)        \
    X(repaired, listening)      \
    X(listening, single)        \
    X(single, novice)           \
    X(novice, authoritarian)    \
    X(skilled, ignored)         \
    X(skilled, liar)            \
    X(rushed, fixer)
enum { ORDER_COUNT = 8, FADING_COUNT = 8, SHAKEN_TABLES = 120 };

struct calibration {
    struct player_runs players[BARE_COUNT][PROFILE_COUNT];
    struct price slips[SLIP_MOMENTS][SLIP_COUNT];
    struct price events[EVENT_COUNT];
    int32_t fading[FADING_COUNT]; /* agitation after so many minutes without a word, permille */
    /* Of every entry of m and weight shaken by up to a quarter, on the six calibrated profiles: */
    int32_t shaken, shaken_resolved, shaken_kept[ORDER_COUNT];
};

extern const int32_t fading_minutes[FADING_COUNT];
const char *calibration_event_name(enum calibration_event event);
enum act slip_act(enum slip slip);

struct order_row {
    enum bare_player better, worse;
};
extern const struct order_row calibration_order[ORDER_COUNT];

/* Plays everything, and `tables` shaken ones (SHAKEN_TABLES take a second or two; 0: none).  Memory is
 * taken from scratch and given back. */
void calibrate(struct arena *scratch, const struct model *model, int tables, struct calibration *ret);

/* The pass marks of MODEL.md 5 for players that need no scenario, and the order above on every
 * profile.  NULL if all are kept, else the name of the first that is not. */
const char *calibration_broken_mark(const struct calibration *c);

/* Exchanges a skilled helper needs with this profile, in permille of those with the reactive one. */
int32_t calibration_difficulty(const struct calibration *c, int profile);

/* The same as tables in Markdown, each between <!-- calibrate: NAME --> and <!-- end -->, and as JSON. */
void calibration_write_tables(struct writer *w, const struct model *model, const struct calibration *c);
void calibration_write_json(struct writer *w, const struct calibration *c);

#endif
