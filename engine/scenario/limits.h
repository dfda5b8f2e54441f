/* limits.h - every bound on what an author or a file can ask for.
 * A number here is a promise to the rest of the engine: nothing behind the loader checks again. */
#ifndef TD_SCENARIO_LIMITS_H
#define TD_SCENARIO_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 32 * 1024 * 1024, /* one scenario or text file */
    LIMIT_JSON_VALUES = 4000000,
    LIMIT_NODES = 32000,
    LIMIT_CHOICES = 120000,
    LIMIT_LINES = 400000, /* lines and reactions */
    LIMIT_CONDITIONS = 400000,
    LIMIT_CHOICES_PER_NODE = 8,
    LIMIT_MENU = 5, /* lines to choose from at one moment */
    LIMIT_LINES_PER_LIST = 64,
    LIMIT_MEMORY = 512, /* facts + flags, bits of the person's and the learner's memory */
    LIMIT_FLOATING = 48,
    LIMIT_AXES = 8, /* variants */
    LIMIT_OPTIONS = 8,
    LIMIT_EVENTS = 64,
    LIMIT_DEMANDS = 16,
    LIMIT_PARTIES = 8,
    LIMIT_HELP = 5,
    LIMIT_SCENE = 7,
    LIMIT_PROMPTS = 16,
    LIMIT_ENDINGS = 64,
    LIMIT_BRIEFING_ITEMS = 24,
    LIMIT_PICKED = 8, /* questions a learner may put before the start */
    LIMIT_ID_BYTES = 32,
    LIMIT_TEXT_BYTES = 4000, /* one text */
    LIMIT_STORY_MINUTES = 600,
    LIMIT_EXCHANGES = 200,
};

#endif
