/* judge_players.c - listening wins, and nothing else does: the pass marks of engine/MODEL.md 5. */
#include "judge.h"

enum { SKILLED_OF_30 = 28, RANDOM_MOST = 200 /* permille */, SKILLED_EXCHANGES = 17, DIFFICULTY_SLACK = 150 };

/* Those who neither score 70 nor resolve, ever. */
static bool must_fail(enum player player)
{
    return run_must_fail(player);
}

/* One technique for ever may score, because it is a good technique; it resolves nothing. */
static bool must_not_resolve(enum player player)
{
    return player == PLAYER_single;
}

/* Those who go by the look of a line: it is worth knowing when that works. */
static bool is_testwise(enum player player)
{
    return player == PLAYER_nicest || player == PLAYER_complex || player == PLAYER_novice;
}

static void found(struct judge *judge, enum lint_code code, enum player player, int32_t won, int32_t limit)
{
    struct lint_finding *finding = judge_add(judge, code, TD_STR(""));
    finding->subject = str_of(player_name(player));
    judge_numbers(finding, won, limit, judge->set->runs);
    judge->report->players[player].misses = lint_severity(code) == LINT_ERROR;
}

static int32_t larger(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static void judge_player(struct judge *judge, enum player player)
{
    const struct lint_player *row = &judge->report->players[player];
    int32_t won = larger(row->passed, row->resolved);
    if (must_fail(player) && won > 0)
        found(judge, LINT_UNSKILLED_WINS, player, won, 0);
    if (must_not_resolve(player) && row->resolved > 0)
        found(judge, LINT_UNSKILLED_WINS, player, row->resolved, 0);
    if (is_testwise(player) && won > 0)
        found(judge, LINT_TESTWISE_WINS, player, won, 0);
    if (player == PLAYER_listening_only && row->resolved > 0) /* may score: it listens */
        found(judge, LINT_TESTWISE_WINS, player, row->resolved, 0);
}

static void judge_skilled(struct judge *judge)
{
    const struct lint_player *row = &judge->report->players[PLAYER_skilled];
    int32_t runs = judge->set->runs, least = runs * SKILLED_OF_30 / 30;
    if (row->intended < least)
        found(judge, LINT_SKILLED_FAILS, PLAYER_skilled, row->intended, least);
    if (row->intended == 0)
        return;
    judge->report->difficulty = row->exchanges * 1000 / SKILLED_EXCHANGES;
    int32_t off = judge->report->difficulty - judge->scenario->difficulty;
    if (off > DIFFICULTY_SLACK || off < -DIFFICULTY_SLACK)
        judge_numbers(judge_add(judge, LINT_DIFFICULTY_OFF, TD_STR("")), judge->report->difficulty,
                      judge->scenario->difficulty, runs);
}

void judge_players(struct judge *judge)
{
    const struct lint_player *random = &judge->report->players[PLAYER_random];
    int32_t share = judge_share(random->passed, judge->set->runs);
    judge_skilled(judge);
    for (int player = 0; player < PLAYER_COUNT; player++)
        judge_player(judge, (enum player)player);
    if (share >= RANDOM_MOST)
        found(judge, LINT_RANDOM_WINS, PLAYER_random, share, RANDOM_MOST - 1);
    if (judge->scenario->reviewer_count == 0)
        judge_add(judge, LINT_NOT_REVIEWED, TD_STR(""));
}
