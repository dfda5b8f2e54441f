/* whom.h - whom one meets in the scenarios, held against how hard and how dangerous it is to meet them.
 * A program in which the dark-skinned man is always the dangerous one teaches that, whatever its lines say
 * (engine/MODEL.md, rules for authors).  It takes several scenarios to see it. */
#ifndef TD_LINT_WHOM_H
#define TD_LINT_WHOM_H

#include "scenario.h"
#include "words.h"

/* What can be seen or is said of somebody: its name in C, the trait, the group ("lint.whom.<trait>.<group>"). */
/* clang-format off */
#define LINT_GROUPS(X) \
    X(UNDER_25, "age", "under-25") \
    X(FROM_25, "age", "25-to-59") \
    X(FROM_60, "age", "60-on") \
    X(HE, "pronoun", "he") \
    X(SHE, "pronoun", "she") \
    X(THEY, "pronoun", "they") \
    X(DARKER, "skin", "darker") \
    X(LIGHTER, "skin", "lighter") \
    X(HEADSCARF, "dress", "headscarf") \
    X(HOOD, "dress", "hood-or-cap") \
    X(PLAIN, "dress", "plain") \
    X(WHEELCHAIR, "body", "wheelchair") \
    X(WALKS, "body", "no-aid")
/* clang-format on */

enum lint_group {
#define X(name, trait, group) LINT_GROUP_##name,
    LINT_GROUPS(X)
#undef X
        LINT_GROUP_COUNT
};
#define LINT_GROUP_BIT(name) (1u << LINT_GROUP_##name)

/* Somebody who is met, and what meeting them comes to in the plays. */
struct lint_person {
    td_str scenario, identity, profile;
    uint32_t groups;    /* bits; none of a trait: it is not known */
    int32_t difficulty; /* permille of an average encounter; NONE where no skilled play ends well */
    int32_t danger;     /* plays of all players that ended in harm or out of hand, permille */
};

enum lint_bond { LINT_BOND_UNKNOWN, LINT_BOND_NONE, LINT_BOND_SEEN };

/* Those of one group against all others of whom the trait is known. */
struct lint_group_row {
    int32_t people, others;
    int32_t difficulty, others_difficulty; /* means; NONE of nobody */
    int32_t danger, others_danger;
    int32_t harder, worse; /* of all pairs of one from here and one of the others, those in which it is harder (ends
                              badly more often) to meet the one from here; a tie is half a pair; permille */
    enum lint_bond bond;   /* do they go together?  UNKNOWN: too few to tell */
};

enum {
    LINT_WHOM_LEAST = 4,  /* people on each side, or it is too few to tell */
    LINT_WHOM_PAIRS = 800 /* permille of the pairs that point one way, or it is no pattern */
};

void lint_compare(const struct lint_person *people, int count, struct lint_group_row ret[LINT_GROUP_COUNT]);

const char *lint_group_trait(enum lint_group group); /* "skin" */
const char *lint_group_name(enum lint_group group);  /* "darker" */
const char *lint_bond_name(enum lint_bond bond);     /* "unknown" "none" "seen" */
/* "darker skin", in the words of the program. */
td_str lint_group_words(struct arena *arena, const struct words *words, enum lint_group group);
/* All that is known of somebody, joined. */
td_str lint_person_words(struct arena *arena, const struct words *words, const struct lint_person *person);

/* A paragraph for people: who is met, and what goes together, or that it is too few to tell. */
void lint_whom_write_text(struct writer *w, const struct lint_person *people, int count, const struct words *words);
/* One object: {"people":[...],"groups":[...],"least":4}. */
void lint_whom_write_json(struct writer *w, const struct lint_person *people, int count);
/* The members of one person's object, without braces. */
void lint_person_write_json(struct writer *w, const struct lint_person *person);

#endif
