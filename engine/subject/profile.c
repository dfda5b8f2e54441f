/* profile.c - the seven profiles that come with the program, and changing one by name.
 * The table reads downwards as MODEL.md 6.3 does: one line per parameter, one column per profile. */
#include "profile.h"
#include "names.h"

#include <stddef.h>

/*                default, reactive-expressive, suicidal-despair, paranoid-psychosis,
 *                intoxicated, instrumental-proactive, grief-trauma */
#define TABLE(X)                                               \
    X(P0, 500, 650, 250, 500, 600, 250, 450)                   \
    X(L0, 350, 350, 400, 550, 300, 250, 450)                   \
    X(E0, 50, 50, 50, 0, 50, 50, 50)                           \
    X(R0, 50, 50, 50, 50, 50, 50, 50)                          \
    X(T0, 150, 150, 200, 50, 150, 150, 150)                    \
    X(U0, 350, 350, 300, 350, 350, 350, 350)                   \
    X(H0, 400, 400, 100, 400, 400, 600, 200)                   \
    X(hlP, 180, 180, 180, 180, 240, 180, 180)                  \
    X(hlL, 2400, 2400, 3600, 2400, 2400, 2400, 3600)           \
    X(Lfloor, 120, 120, 120, 250, 120, 120, 120)               \
    X(sens, 1000, 1100, 900, 1150, 1150, 700, 1000)            \
    X(gAFF, 1000, 1150, 1000, 900, 1000, 650, 1100)            \
    X(gMID, 1000, 1000, 1100, 1000, 1000, 1000, 1000)          \
    X(gCOG, 1000, 900, 1000, 1000, 1000, 1150, 1000)           \
    X(cog, 1000, 1000, 1000, 700, 650, 1000, 1000)             \
    X(gate, 1000, 1000, 1000, 880, 930, 850, 1000)             \
    X(boil, 850, 800, 850, 820, 800, 900, 850)                 \
    X(bubble, 200, 200, 200, 300, 200, 200, 200)               \
    X(limitgain, 0, 0, 0, 0, 0, 800, 0)                        \
    X(argue_extra, 1000, 1000, 1000, 1500, 1000, 1000, 1000)   \
    X(stamina, 10800, 10800, 10800, 10800, 5400, 10800, 10800) \
    X(suicidal, 0, 0, 1, 0, 0, 0, 0)                           \
    X(tpi, 0, 0, 0, 0, 0, 0, 0)

const struct profile profile_built_in[PROFILE_COUNT] = {
#define X(field, a, b, c, d, e, f, g) .field = a,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = b,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = c,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = d,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = e,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = f,
    {TABLE(X)},
#undef X
#define X(field, a, b, c, d, e, f, g) .field = g,
    {TABLE(X)},
#undef X
};

#define NAME(text)            \
    {                         \
        text, sizeof text - 1 \
    }
static const td_str names[PROFILE_COUNT] = {
    NAME("default"),     NAME("reactive-expressive"),    NAME("suicidal-despair"), NAME("paranoid-psychosis"),
    NAME("intoxicated"), NAME("instrumental-proactive"), NAME("grief-trauma"),
};

td_str profile_name(int index)
{
    return names[index];
}

bool profile_find(td_str name, int *ret)
{
    int index = name_index(names, PROFILE_COUNT, name);
    if (index < 0)
        return false;
    *ret = index;
    return true;
}

td_str profile_nearest(td_str name)
{
    return name_nearest(names, PROFILE_COUNT, name);
}

enum { TAG_STRENGTH_MAX = 400 };

/* Every name an author may use: the fields in their order, then the tags. */
enum {
#define X(name, low, high) FIELD_##name,
    TD_PROFILE_FIELDS(X)
#undef X
        FIELD_COUNT,
    SETTING_COUNT = FIELD_COUNT + TAG_COUNT
};

static const td_str setting_names[SETTING_COUNT] = {
#define X(name, low, high) NAME(#name),
    TD_PROFILE_FIELDS(X)
#undef X
#define X(name) NAME("tag." #name),
        TD_TRIGGER_TAGS(X)
#undef X
};

static const struct {
    size_t offset;
    int32_t low, high;
} fields[FIELD_COUNT] = {
#define X(name, low, high) {offsetof(struct profile, name), low, high},
    TD_PROFILE_FIELDS(X)
#undef X
};

td_str profile_nearest_field(td_str field)
{
    return name_nearest(setting_names, SETTING_COUNT, field);
}

bool profile_set(struct profile *profile, td_str field, int64_t value, int32_t *low, int32_t *high)
{
    int index = name_index(setting_names, SETTING_COUNT, field);
    bool is_field = index >= 0 && index < FIELD_COUNT;
    *low = is_field ? fields[index].low : 0;
    *high = index < 0 ? 0 : is_field ? fields[index].high : TAG_STRENGTH_MAX;
    if (index < 0 || value < *low || value > *high)
        return false;
    if (is_field)
        *(int32_t *)(void *)((char *)profile + fields[index].offset) = (int32_t)value;
    else
        profile->tag[index - FIELD_COUNT] = (int16_t)value;
    return true;
}
