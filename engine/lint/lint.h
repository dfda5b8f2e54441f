/* lint.h - what an author should know before anybody practises on a scenario (engine/MODEL.md, rules for authors).
 * Everything is found by playing: each of the scripted players plays as often as asked, with seeds one after
 * the other, so the same scenario, words and seed give the same findings, byte for byte. */
#ifndef TD_LINT_LINT_H
#define TD_LINT_LINT_H

#include "explore.h"
#include "lint_codes.h"
#include "whom.h"

enum lint_severity { LINT_ERROR, LINT_WARNING, LINT_NOTE, LINT_SEVERITIES };
enum lint_unit { LINT_COUNT, LINT_SHARE, LINT_POINT, LINT_GRADE }; /* plain; permille; permille of the scale; tenths */
enum { LINT_EXAMPLES = 8 };

/* One fault, where it is and the numbers behind it; what they count stands in lint_codes.h. */
struct lint_finding {
    enum lint_code code;
    bool text;      /* id is the key of a text, and the place is in the file of the words */
    bool node;      /* id is a node's: nodes may share the id of a fact */
    td_str id;      /* node, choice, line, ending, ... or text; empty: the scenario as a whole */
    td_str subject; /* a word, a player, another choice; may be empty */
    td_str instead; /* a better word; may be empty */
    int32_t measured, limit, of;
    td_str examples[LINT_EXAMPLES]; /* ids of nodes and choices that show it, those met most often first */
    int example_count;
    td_str file, pointer;
    int line, column; /* from 1; 0: the file as a whole */
};

/* Words to look for in a language: {"format":"talkdown-lint-words-1","lang":"en","stigma":[{"find":...}], ...}. */
/* LINT_CAPITAL: words with a capital that name nobody. */
enum lint_word_kind { LINT_STIGMA, LINT_METHOD, LINT_JARGON, LINT_CAPITAL, LINT_WORD_KINDS };
struct lint_word {
    td_str find; /* lower case; whole words; a trailing * stands for any ending */
    td_str say;  /* instead; may be empty */
};
struct lint_lexicon {
    td_str lang;
    const struct lint_word *words[LINT_WORD_KINDS];
    int count[LINT_WORD_KINDS];
};
/* Everything lives in the arena; bytes may be freed.  Faults go to diags. */
td_status lint_lexicon_read(struct arena *arena, td_str file, td_str bytes, struct diags *diags,
                            struct lint_lexicon *ret);

/* What is to be linted; all borrowed. */
struct lint_set {
    struct stage_set stage;             /* with the words on the menu, in the language that is linted */
    const td_texts *source;             /* the words in the scenario's own language, for what is not translated */
    const struct lint_lexicon *lexicon; /* NULL: none for this language */
    td_str file, bytes;                 /* scenario.json as it was read: places are found in it */
    td_str text_file, text_bytes;       /* the words; may be empty */
    uint32_t groups;                    /* what can be seen of the person: LINT_GROUP_BIT()s */
    int runs;                           /* plays per player, 1 .. 1000 */
    uint64_t seed;                      /* of the first of them */
};

/* How one player fared over its plays. */
struct lint_player {
    int32_t resolved, intended, passed; /* plays; passed: scored 70 or more */
    int32_t score, most, exchanges;     /* mean, best, mean */
    int32_t minutes;                    /* of the story, mean */
    bool misses;                        /* outside the pass marks */
};

/* Where plays went: for the map. */
struct lint_node_flow {
    int32_t plays, skilled; /* plays that came here: of all, of the skilled player's */
    int32_t entries;
    int32_t first; /* exchange of the first entry, mean, in tenths; NONE: never entered */
    bool flavour;  /* what is said here makes little difference */
};
struct lint_way {           /* from node to node, or to ending - 1 - to (below zero) */
    int32_t from, to;       /* to < 0: the ending ~to */
    int32_t count, skilled; /* times gone */
};

/* How a line of the learner's fared on the menus it stood on. */
struct lint_choice_flow {
    int32_t offered; /* times */
    int32_t menus;   /* different ones on which it mattered what is said */
    int32_t best;    /* of these, those on which it was worth most */
};

/* How often a mark that anybody can see stood on the best line. */
enum lint_mark { LINT_LONGEST, LINT_FIRST, LINT_NICEST, LINT_COMPLEX, LINT_MARKS };
struct lint_giveaway {
    int32_t decisions; /* nodes, step by step, on whose menus one line alone has the mark */
    int32_t share;     /* how often it was the best one: mean over these, permille */
    int32_t chance;    /* the same for blind guessing */
};

struct lint_report {
    const td_scenario *scenario;
    uint64_t seed;
    int32_t runs, noise;
    td_str lang;
    struct lint_finding *findings; /* errors first, then as they stand in the files */
    int count;
    int totals[LINT_SEVERITIES];
    struct lint_player players[PLAYER_COUNT];
    struct exploration found;
    int32_t plays;     /* of the players */
    int64_t exchanges; /* spoken in them */
    int32_t moments;   /* different menus met */
    int32_t decisions; /* of them, those whose options differ enough to matter */
    struct lint_giveaway giveaways[LINT_MARKS];
    struct lint_node_flow *nodes;     /* per node */
    struct lint_choice_flow *choices; /* per choice */
    struct lint_way *ways;            /* the most gone first */
    int way_count;
    int32_t endings[LIMIT_ENDINGS]; /* plays that ended so */
    int32_t acts[ACT_COUNT];        /* lines of the file that are this act */
    int32_t words, grade;           /* of the learner's lines together; grade in tenths */
    int32_t heard, fallbacks;       /* reactions heard in the plays, and of them those that fit anything */
    int32_t difficulty;             /* as measured; NONE where the skilled player never resolves */
    struct lint_person person;      /* whom one meets, with the same difficulty */
};

/* Plays and judges.  Results live in the arena. */
void lint_run(struct arena *arena, const struct lint_set *set, struct lint_report *ret);

const char *lint_code_name(enum lint_code code);
enum lint_severity lint_severity(enum lint_code code);
enum lint_unit lint_unit(enum lint_code code);
const char *lint_severity_name(enum lint_severity severity); /* "error" */

/* What the writers for people need: the scenario's words, so that an id can be shown with what is said. */
struct lint_words {
    const struct words *words;
    const td_texts *texts, *source;
};

/* For people: one finding after the other, then the figures.  few: most findings of one code that are written
 * out, the others are counted; 0: all. */
void lint_write_text(struct writer *w, const struct lint_report *report, const struct lint_words *words, int few);
/* How a player fared, as a sentence; row->misses says which. */
td_str lint_player_sentence(struct arena *arena, const struct words *words, enum player player,
                            const struct lint_player *row, int32_t runs);
/* One object. */
void lint_write_json(struct writer *w, const struct lint_report *report, const struct lint_words *words);

/* What all plays of a page were made with. */
struct lint_figures {
    uint64_t seed;
    int32_t runs, noise;
};
/* A page that needs nothing else: no script, nothing fetched, prints well.  Opened with a title, then one report after
 * the other, then whom one meets in them, with the figures that all of them were made with. */
void lint_html_open(struct writer *w, td_str title, const struct words *words);
void lint_html_report(struct writer *w, const struct lint_report *report, const struct lint_words *words);
void lint_html_close(struct writer *w, const struct lint_figures *figures, const struct lint_person *people, int count,
                     const struct words *words);

#endif
