/* text_keys.h - which words a scenario needs, and what each of them is.
 * Keys follow from ids: the words of choice c014 are "c014", its reason "c014.why". */
#ifndef TD_SCENARIO_TEXT_KEYS_H
#define TD_SCENARIO_TEXT_KEYS_H

#include "scenario.h"

enum text_kind {
    TEXT_UNUSED, /* nobody asks for it */
    TEXT_CARD,   /* free text, in paragraphs if need be */
    TEXT_CHOICE, /* what the learner says: spoken words and nothing else */
    TEXT_LINE,   /* what the person says and does */
    TEXT_WHY,    /* one sentence of the debrief */
};

struct text_wanted {
    td_str key;
    const char *part; /* "why", or NULL */
    enum text_kind kind;
    bool required;
    td_str where; /* the node or list it is said in, for a fault */
};

/* Calls see once for every text that the scenario may show. */
void texts_wanted(const td_scenario *s, void (*see)(void *context, const struct text_wanted *wanted), void *context);

#endif
