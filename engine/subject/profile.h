/* profile.h - how this person reacts: the parameters of MODEL.md 6.3.
 * A profile is a way of behaving in a teaching model, never a diagnosis. */
#ifndef TD_SUBJECT_PROFILE_H
#define TD_SUBJECT_PROFILE_H

#include "acts.h"

/* Tags that touch old wounds (MODEL.md 6.3). */
#define TD_TRIGGER_TAGS(X) X(surprise) X(crowding) X(touch) X(shame) X(authority) X(noise) X(dark)
enum trigger_tag {
#define X(name) TAG_##name,
    TD_TRIGGER_TAGS(X)
#undef X
        TAG_COUNT
};

/* field, least and greatest value an author may give it, unit.  One list: struct, reader, schema test. */
#define TD_PROFILE_FIELDS(X)   \
    X(P0, 0, 950)              \
    X(L0, 0, 950)              \
    X(E0, 0, 600)              \
    X(R0, 0, 600)              \
    X(T0, 0, 600)              \
    X(U0, 0, 1000)             \
    X(H0, 0, 1000)             \
    X(hlP, 60, 7200)           \
    X(hlL, 60, 7200)           \
    X(Lfloor, 0, 600)          \
    X(sens, 500, 1500)         \
    X(gAFF, 500, 1300)         \
    X(gMID, 500, 1300)         \
    X(gCOG, 500, 1300)         \
    X(cog, 500, 1000)          \
    X(gate, 800, 1100)         \
    X(boil, 700, 950)          \
    X(bubble, 100, 400)        \
    X(limitgain, 0, 1000)      \
    X(argue_extra, 1000, 2000) \
    X(stamina, 1800, 36000)    \
    X(suicidal, 0, 1)          \
    X(tpi, -1000, 1000)

struct profile {
#define X(name, low, high) int32_t name;
    TD_PROFILE_FIELDS(X)
#undef X
    int16_t tag[TAG_COUNT]; /* strength 0..400 of each trigger tag */
};

enum { PROFILE_COUNT = 7 };
/* 0 = default, then the six calibrated ones. */
extern const struct profile profile_built_in[PROFILE_COUNT];
td_str profile_name(int index);
bool profile_find(td_str name, int *ret);
td_str profile_nearest(td_str name);

/* Applies one override by field name ("sens", or a tag as "tag.shame").  false: no such field, or out
 * of range; then *low and *high tell the range (both 0 where there is no such field). */
bool profile_set(struct profile *profile, td_str field, int64_t value, int32_t *low, int32_t *high);
td_str profile_nearest_field(td_str field);

#endif
