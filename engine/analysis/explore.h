/* explore.h - coverage: every reachable choice tried, every ending looked for.
 * A saved state is kept for each choice that was offered but not yet taken, and play goes on from
 * there: a hundred plays find what ten thousand random ones do not. */
#ifndef TD_ANALYSIS_EXPLORE_H
#define TD_ANALYSIS_EXPLORE_H

#include "run.h"

/* What conditions can ask about, as far as it ever went; low > high: never seen. */
struct explored_range {
    int32_t low[CV_COUNT], high[CV_COUNT];
};

enum { NODE_LED_ON = 1, NODE_ENDED = 2 };

struct exploration {
    int32_t choices;   /* in the file */
    int32_t reachable; /* offered in some state that was reached */
    int32_t tried;
    int32_t endings, endings_reached;
    int32_t nodes, nodes_reached;
    int32_t lines, lines_heard;
    int64_t plays, exchanges;   /* spent */
    bool complete;              /* nothing offered was left untried */
    const uint8_t *choice_seen; /* per choice: 1 offered, 2 tried */
    const uint8_t *ending_seen; /* per ending */
    const uint8_t *node_seen;
    const uint8_t *line_seen; /* per line or reaction: said at least once */
    const uint8_t *node_left; /* per node, bits: the talk went on to another; it was resolved there */
    const uint8_t *node_mute; /* per node: 1 = there was a moment with nothing to choose */
    const uint8_t *event_seen, *prompt_seen;
    const struct explored_range *ranges; /* per node, and behind the last one those of the whole */
};

/* Explores from seeds 1 .. seeds, within most exchanges.  Results live in the arena. */
void explore(struct arena *arena, const struct stage_set *set, int seeds, int64_t most, struct exploration *ret);

#endif
