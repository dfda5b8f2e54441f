/* judge_diet.c - which acts the lines of the file are: one that is every third line is a hint in itself, and one
 * that is nowhere cannot be practised. */
#include "judge.h"

enum { MOST_OF_ONE = 250 /* permille */, LINES_LEAST = 8 };

static void judge_act(struct judge *judge, enum act act, int32_t lines)
{
    int32_t count = judge->report->acts[act], share = judge_share(count, lines);
    if (share > MOST_OF_ONE && lines >= LINES_LEAST) {
        struct lint_finding *finding = judge_add(judge, LINT_ACT_TOO_COMMON, TD_STR(""));
        finding->subject = act_name(act);
        judge_numbers(finding, share, MOST_OF_ONE, lines);
    }
    if (count == 0 && act != ACT_PAUSE) { /* silence is always offered */
        struct lint_finding *finding = judge_add(judge, LINT_ACT_UNUSED, TD_STR(""));
        finding->subject = act_name(act);
        judge_numbers(finding, 0, 1, lines);
    }
}

void judge_diet(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    for (int i = 0; i < s->choice_count; i++)
        judge->report->acts[s->choices[i].move.act]++;
    for (int act = 0; act < ACT_COUNT; act++)
        judge_act(judge, (enum act)act, s->choice_count);
}
