/* run.h - a whole encounter played by one of the scripted players, written down as a journal and scored. */
#ifndef TD_ANALYSIS_RUN_H
#define TD_ANALYSIS_RUN_H

#include "player.h"
#include "score.h"

struct run {
    enum outcome outcome;
    int32_t ending; /* index, or NONE */
    int32_t exchanges;
    int32_t score;     /* 0..100 */
    int32_t agitation; /* at the end, permille */
    int32_t top_stage;
};

/* What there is to play with; all borrowed. */
struct stage_set {
    const td_scenario *scenario;
    const struct model *model;
    const td_texts *texts; /* for the players that go by wording; may be NULL */
    int32_t noise;         /* permille */
};

/* Plays from the briefing to the end.  Players who listen also ask the needed facts first and call the help
 * the scenario says is needed, once they stand on the second step.  scored: also fills ret->score. */
void run_play(struct arena *arena, const struct stage_set *set, enum player player, uint64_t seed, bool scored,
              struct run *ret);

/* The journal of a run: entries in memory of the arena, header filled.  For golden plays and reports. */
td_journal *run_journal(struct arena *arena, const struct stage_set *set, enum player player, uint64_t seed);

/* Is this a player of whom DEFINITIONS.md 5 expects that it neither scores 70 nor resolves? */
bool run_must_fail(enum player player);

#endif
