/* whom.c - does what somebody is go together with how hard or how dangerous it is to meet them?
 * Ranks only: of all pairs of one from a group and one who is not, how many point the same way.  That asks nothing
 * of how the figures are spread, and a reader can count it. */
#include "whom.h"

static const struct {
    const char *trait, *name;
} groups[] = {
#define X(name, trait, group) {trait, group},
    LINT_GROUPS(X)
#undef X
};

const char *lint_group_trait(enum lint_group group)
{
    return groups[group].trait;
}

const char *lint_group_name(enum lint_group group)
{
    return groups[group].name;
}

const char *lint_bond_name(enum lint_bond bond)
{
    static const char *const names[] = {"unknown", "none", "seen"};
    return names[bond];
}

/* Bits of all groups of the same trait. */
static uint32_t trait_bits(enum lint_group group)
{
    uint32_t bits = 0;
    for (int i = 0; i < LINT_GROUP_COUNT; i++)
        if (strcmp(groups[i].trait, groups[group].trait) == 0)
            bits |= 1u << i;
    return bits;
}

static bool counts(const struct lint_person *person, uint32_t trait)
{
    return (person->groups & trait) != 0;
}

/* Whom not even a skilled helper can help is harder than all others. */
static int32_t hardness(const struct lint_person *person)
{
    return person->difficulty == NONE ? INT32_MAX : person->difficulty;
}

/* --- one group against the others ------------------------------------------------------------------------- */

struct side {
    int32_t people, measured;   /* measured: those with a difficulty */
    int64_t difficulty, danger; /* sums */
};

static int32_t mean(int64_t sum, int32_t people)
{
    return people > 0 ? (int32_t)(sum / people) : NONE;
}

static void add_up(struct lint_group_row *row, const struct side *in, const struct side *out)
{
    row->people = in->people;
    row->others = out->people;
    row->difficulty = mean(in->difficulty, in->measured);
    row->danger = mean(in->danger, in->people);
    row->others_difficulty = mean(out->difficulty, out->measured);
    row->others_danger = mean(out->danger, out->people);
}

/* Half pairs, so that a tie is one of them. */
static int32_t points(int32_t mine, int32_t theirs)
{
    return mine > theirs ? 2 : mine == theirs;
}

static bool leans(int32_t pairs)
{
    return pairs >= LINT_WHOM_PAIRS || pairs <= 1000 - LINT_WHOM_PAIRS;
}

static void compare_pairs(const struct lint_person *people, int count, uint32_t trait, uint32_t bit,
                          struct lint_group_row *row)
{
    int64_t harder = 0, worse = 0, all = INT64_C(2) * row->people * row->others;
    for (int a = 0; a < count; a++)
        for (int b = 0; b < count; b++) {
            bool pair = counts(&people[a], trait) && (people[a].groups & bit) && counts(&people[b], trait) &&
                        !(people[b].groups & bit);
            harder += pair ? points(hardness(&people[a]), hardness(&people[b])) : 0;
            worse += pair ? points(people[a].danger, people[b].danger) : 0;
        }
    row->harder = all > 0 ? (int32_t)(harder * 1000 / all) : NONE;
    row->worse = all > 0 ? (int32_t)(worse * 1000 / all) : NONE;
    if (row->people >= LINT_WHOM_LEAST && row->others >= LINT_WHOM_LEAST)
        row->bond = leans(row->harder) || leans(row->worse) ? LINT_BOND_SEEN : LINT_BOND_NONE;
}

void lint_compare(const struct lint_person *people, int count, struct lint_group_row ret[LINT_GROUP_COUNT])
{
    for (int group = 0; group < LINT_GROUP_COUNT; group++) {
        uint32_t bit = 1u << group, trait = trait_bits((enum lint_group)group);
        struct side in = {0}, out = {0};
        for (int i = 0; i < count; i++) {
            struct side *side = people[i].groups & bit ? &in : &out;
            if (!counts(&people[i], trait))
                continue;
            side->people++;
            side->measured += people[i].difficulty != NONE;
            side->difficulty += people[i].difficulty != NONE ? people[i].difficulty : 0;
            side->danger += people[i].danger;
        }
        ret[group] = (struct lint_group_row){.bond = LINT_BOND_UNKNOWN};
        add_up(&ret[group], &in, &out);
        compare_pairs(people, count, trait, bit, &ret[group]);
    }
}
