/* judge_story.c - what no play ever reaches, and where plays get stuck.
 * The search tries every line that is ever offered, so what it did not find in tens of thousands of exchanges
 * is either impossible or as good as that; where a number was asked for that never came, it says which. */
#include "judge.h"

static const char *const value_names[CV_COUNT] = {"agitation", "understanding", "rapport", "trust",    "autonomy",
                                                  "hope",      "commitment",    "rupture", "exchange", "minute"};

struct gap { /* a range that never came near */
    int value;
    int32_t asked, nearest;
};

static bool range_missed(const struct explored_range *seen, int value, int32_t low, int32_t high, struct gap *ret)
{
    if (seen->low[value] > seen->high[value] || (seen->high[value] >= low && seen->low[value] <= high))
        return false;
    bool too_high = seen->high[value] < low;
    *ret = (struct gap){value, too_high ? low : high, too_high ? seen->high[value] : seen->low[value]};
    return true;
}

/* Does the condition ask for a number that was never met here (node: NONE = anywhere)? */
static bool never_met(const struct judge *judge, int32_t condition, int32_t node, struct gap *ret)
{
    const td_scenario *s = judge->scenario;
    const struct condition *c = &s->conditions[condition];
    const struct explored_range *seen = &judge->report->found.ranges[node == NONE ? s->node_count : node];
    int32_t at = c->range.first;
    for (int value = 0; value < CV_COUNT; value++) {
        if (!(c->ranges >> value & 1))
            continue;
        if (range_missed(seen, value, s->range_pool[at], s->range_pool[at + 1], ret))
            return true;
        at += 2;
    }
    return false;
}

static int32_t tried(const struct judge *judge)
{
    int64_t exchanges = judge->report->found.exchanges;
    return exchanges > INT32_MAX ? INT32_MAX : (int32_t)exchanges;
}

/* Never seen: because of a number, or else for reasons of its own. */
static void never(struct judge *judge, enum lint_code code, td_str id, int32_t condition, int32_t node)
{
    struct gap gap;
    if (!never_met(judge, condition, node, &gap)) {
        judge_numbers(judge_add(judge, code, id), 0, 1, tried(judge));
        return;
    }
    struct lint_finding *finding = judge_add(judge, LINT_IMPOSSIBLE_GATE, id);
    finding->subject = str_of(value_names[gap.value]);
    judge_numbers(finding, gap.nearest, gap.asked, tried(judge));
}

enum { STUCK_LEAST = 5 }; /* exchanges: the last moment before the time is spent is no trap */

/* How long a play stays at a node once it is there, mean. */
static int32_t stay_at(const struct judge *judge, int32_t node)
{
    int64_t met = 0;
    for (int32_t i = 0; i < judge->corpus.moments.count; i++)
        if (corpus_moment(&judge->corpus, i)->node == node)
            met += corpus_moment(&judge->corpus, i)->met;
    int32_t entries = judge->report->nodes[node].entries;
    return entries > 0 ? (int32_t)(met / entries) : STUCK_LEAST;
}

static void judge_way_out(struct judge *judge, int32_t node)
{
    int32_t stay = judge->report->found.node_left[node] ? 0 : stay_at(judge, node);
    if (stay >= STUCK_LEAST)
        judge_numbers(judge_add_node(judge, LINT_DEAD_END, judge->scenario->nodes[node].id), stay, STUCK_LEAST - 1,
                      judge->report->nodes[node].entries);
}

static void judge_nodes(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    const struct exploration *found = &judge->report->found;
    for (int i = 0; i < s->node_count; i++) {
        const struct node *node = &s->nodes[i];
        if (!found->node_seen[i]) {
            int at = judge->report->count;
            never(judge, LINT_NODE_NEVER_REACHED, node->id, node->entry, NONE);
            judge->report->findings[at].node = true;
        } else
            judge_way_out(judge, i);
        if (found->node_mute[i])
            judge_numbers(judge_add_node(judge, LINT_NOTHING_TO_SAY, node->id), 0, 1, 1);
    }
}

static void judge_choices(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    const struct exploration *found = &judge->report->found;
    for (int i = 0; i < s->choice_count; i++) {
        const struct choice *choice = &s->choices[i];
        bool node_open = choice->node == NONE || found->node_seen[choice->node];
        if (!found->choice_seen[i] && node_open) /* else the node is the finding */
            never(judge, LINT_CHOICE_NEVER_OFFERED, choice->id, choice->condition, choice->node);
    }
}

static bool outcome_reached(const struct judge *judge, enum outcome outcome)
{
    for (int i = 0; i < judge->scenario->ending_count; i++)
        if (judge->scenario->endings[i].outcome == outcome && judge->report->found.ending_seen[i])
            return true;
    return false;
}

/* Where another ending of the same outcome was told, the condition of this one is what never held. */
static void judge_endings(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    for (int i = 0; i < s->ending_count; i++) {
        const struct ending *ending = &s->endings[i];
        if (judge->report->found.ending_seen[i])
            continue;
        int before = judge->report->count;
        never(judge, LINT_ENDING_NEVER_REACHED, ending->id, ending->condition, NONE);
        struct lint_finding *finding = &judge->report->findings[before];
        if (finding->code != LINT_ENDING_NEVER_REACHED)
            continue;
        finding->subject = outcome_names[ending->outcome];
        finding->measured = outcome_reached(judge, ending->outcome);
    }
}

static void judge_outside(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    for (int i = 0; i < s->event_count; i++)
        if (!judge->report->found.event_seen[i])
            never(judge, LINT_EVENT_NEVER_HAPPENS, s->events[i].id, s->events[i].condition, NONE);
    for (int i = 0; i < s->prompt_count; i++)
        if (!judge->report->found.prompt_seen[i])
            judge_numbers(judge_add(judge, LINT_PROMPT_NEVER_ASKED, s->prompts[i].id), 0, 1, tried(judge));
}

/* Lines of nodes and reactions to choices that were there to be heard. */
static void unheard(struct judge *judge, struct span lines, td_str owner)
{
    for (int32_t i = lines.first; i < lines.first + lines.count; i++) {
        if (judge->report->found.line_seen[i])
            continue;
        struct lint_finding *finding = judge_add(judge, LINT_LINE_NEVER_HEARD, judge->scenario->lines[i].id);
        finding->subject = owner;
        judge_numbers(finding, 0, 1, tried(judge));
    }
}

static void judge_heard(struct judge *judge)
{
    const td_scenario *s = judge->scenario;
    for (int i = 0; i < s->node_count; i++)
        if (judge->report->found.node_seen[i])
            unheard(judge, s->nodes[i].lines, s->nodes[i].id);
    for (int i = 0; i < s->choice_count; i++)
        if (judge->report->found.choice_seen[i])
            unheard(judge, s->choices[i].reactions, s->choices[i].id);
}

void judge_story(struct judge *judge)
{
    judge_nodes(judge);
    judge_choices(judge);
    judge_endings(judge);
    judge_outside(judge);
    judge_heard(judge);
}
