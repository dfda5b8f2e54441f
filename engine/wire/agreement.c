/* agreement.c - Fleiss' kappa in integers. */
#include "agreement.h"

enum { MILLION = 1000000 };

static int64_t raters_of(const int32_t *counts, int categories)
{
    int64_t raters = 0;
    for (int i = 0; i < categories; i++)
        raters += counts[i];
    return raters;
}

/* Pairs of raters that said the same, in millionths of all pairs. */
static int64_t alike(const int32_t *counts, int categories)
{
    int64_t raters = raters_of(counts, categories), pairs = 0;
    for (int i = 0; i < categories; i++)
        pairs += (int64_t)counts[i] * (counts[i] - 1);
    return pairs * MILLION / (raters * (raters - 1));
}

int32_t agreement_apart(const int32_t *counts, int categories)
{
    if (raters_of(counts, categories) < 2)
        return AGREEMENT_NONE;
    return (int32_t)((MILLION - alike(counts, categories)) / 1000);
}

/* By chance: the squares of how often each category was used at all, in millionths. */
static int64_t by_chance(const int32_t *counts, int subjects, int categories)
{
    int64_t all = 0, chance = 0;
    for (int s = 0; s < subjects; s++) {
        int64_t raters = raters_of(counts + s * categories, categories);
        all += raters >= 2 ? raters : 0;
    }
    if (all == 0)
        return MILLION;
    for (int c = 0; c < categories; c++) {
        int64_t said = 0;
        for (int s = 0; s < subjects; s++)
            if (raters_of(counts + s * categories, categories) >= 2)
                said += counts[s * categories + c];
        int64_t share = said * MILLION / all;
        chance += share * share / MILLION;
    }
    return chance;
}

int32_t agreement_kappa(const int32_t *counts, int subjects, int categories)
{
    int64_t sum = 0;
    int rated = 0;
    for (int s = 0; s < subjects; s++) {
        if (raters_of(counts + s * categories, categories) < 2)
            continue;
        sum += alike(counts + s * categories, categories);
        rated++;
    }
    if (rated == 0)
        return AGREEMENT_NONE;
    int64_t found = sum / rated, chance = by_chance(counts, subjects, categories);
    int64_t number = (found - chance) * 1000, room = MILLION - chance;
    return room <= 2 ? 1000 : (int32_t)((number + (number < 0 ? -room : room) / 2) / room);
}
