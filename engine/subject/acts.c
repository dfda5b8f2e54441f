/* acts.c - the names of the acts and the groups they fall into.
 * A group is a set of bits, one per act, so that asking costs nothing in the middle of an exchange. */
#include "acts.h"
#include "names.h"

const td_str act_names[ACT_COUNT] = {
#define X(name, code, class) {#name, sizeof #name - 1},
    TD_ACTS(X)
#undef X
};

static const td_str act_codes[ACT_COUNT] = {
#define X(name, code, class) {#code, sizeof #code - 1},
    TD_ACTS(X)
#undef X
};

static const uint8_t act_classes[ACT_COUNT] = {
#define X(name, code, class) CLASS_##class,
    TD_ACTS(X)
#undef X
};

td_str act_name(enum act act)
{
    return act_names[act];
}

td_str act_code(enum act act)
{
    return act_codes[act];
}

enum act_class act_class(enum act act)
{
    return (enum act_class)act_classes[act];
}

bool act_find(td_str name, enum act *ret)
{
    int index = name_index(act_names, ACT_COUNT, name);
    if (index < 0)
        return false;
    *ret = (enum act)index;
    return true;
}

td_str act_nearest(td_str name)
{
    return name_nearest(act_names, ACT_COUNT, name);
}

#define SIMPLE_REFLECTIONS ACT_BIT(MIRROR)
#define COMPLEX_REFLECTIONS (ACT_BIT(LABEL) | ACT_BIT(PARA) | ACT_BIT(SUMM))

bool act_is_listening(enum act act)
{
    return act_in(act, SIMPLE_REFLECTIONS | COMPLEX_REFLECTIONS | ACT_BIT(ENC) | ACT_BIT(PAUSE) | ACT_BIT(OPENQ) |
                           ACT_BIT(IMSG));
}

bool act_is_reflection(enum act act)
{
    return act_in(act, SIMPLE_REFLECTIONS | COMPLEX_REFLECTIONS);
}

bool act_is_complex_reflection(enum act act)
{
    return act_in(act, COMPLEX_REFLECTIONS);
}

bool act_is_question(enum act act)
{
    return act_in(act, ACTS_QUESTIONS);
}

bool act_is_influence(enum act act)
{
    return act_class(act) == CLASS_COG;
}

bool act_is_major_error(enum act act)
{
    return act_in(act, ACT_BIT(THREAT) | ACT_BIT(PROMISE) | ACT_BIT(MORAL) | ACT_BIT(ARGUE));
}

bool act_is_minor_error(enum act act)
{
    return act_in(act, ACT_BIT(ORDER) | ACT_BIT(MINIM) | ACT_BIT(INTERRUPT) | ACT_BIT(WHYQ) | ACT_BIT(ADVICE) |
                           ACT_BIT(CLOSEDQ));
}
