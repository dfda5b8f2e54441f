/* judge_lines.c - what the person says, as it is heard: answers to the mood they are in, and not the same one
 * again and again. */
#include "judge.h"

enum { FALLBACKS_MOST = 150 /* permille */, HEARD_LEAST = 50 };

void judge_lines(struct judge *judge)
{
    const struct corpus *corpus = &judge->corpus;
    int32_t share = judge_share(corpus->fallbacks, corpus->heard);
    if (share > FALLBACKS_MOST && corpus->heard >= HEARD_LEAST)
        judge_numbers(judge_add(judge, LINT_FALLBACK_LINES, TD_STR("")), share, FALLBACKS_MOST, corpus->heard);
    for (int i = 0; i < judge->scenario->line_count; i++)
        if (corpus->repeated[i] > 0)
            judge_numbers(judge_add(judge, LINT_LINE_REPEATS, judge->scenario->lines[i].id), corpus->most_said[i],
                          SAID_TOO_OFTEN - 1, corpus->repeated[i]);
}
