/* hall_talk.h - people in a hall say things, see things and are refused things; two casts to begin with.
 * Included behind cmocka.h, because a failure is told through it. */
#ifndef TD_TESTS_HALL_TALK_H
#define TD_TESTS_HALL_TALK_H

#include "hall.h"
#include "quoted.h"

static inline void done_at(struct hall *hall, int member, const char *inside, int line)
{
    const char *refused = hall_say(hall, member, inside);
    if (*refused)
        fail_msg("line %d: %s: refused, %s", line, inside, refused);
}
#define done(hall, member, inside) done_at(hall, member, inside, __LINE__)

/* Refused for this reason; nothing has been written and nobody's picture has changed. */
static inline void refused_at(struct hall *hall, int member, const char *inside, const char *reason, int line)
{
    size_t written = hall->log.len;
    uint64_t hash = room_public_hash(hall->room, 0);
    const char *why = hall_say(hall, member, inside);
    if (strcmp(why, reason) != 0)
        fail_msg("line %d: %s: wanted %s, was \"%s\"", line, inside, reason, why);
    assert_int_equal(hall->log.len, written);
    assert_true(room_public_hash(hall->room, 0) == hash);
}
#define refused(hall, member, inside, reason) refused_at(hall, member, inside, reason, __LINE__)

static inline bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* The same, with ' for ". */
static inline bool says(const char *text, const char *quoted)
{
    char part[512];
    put_quoted(part, sizeof part, quoted);
    return has(text, part);
}

/* The number at the front of a text. */
static inline int number_at(const char *text)
{
    int number = 0;
    for (; *text >= '0' && *text <= '9'; text++)
        number = number * 10 + (*text - '0');
    return number;
}

static inline void shows_at(struct hall *hall, int member, const char *part, bool wanted, int line)
{
    const char *view = hall_view(hall, member);
    if (says(view, part) != wanted)
        fail_msg("line %d: member %d %s %s in:\n%s", line, member, wanted ? "misses" : "should not see", part, view);
}
#define shows(hall, member, part) shows_at(hall, member, part, true, __LINE__)
#define hides(hall, member, part) shows_at(hall, member, part, false, __LINE__)

/* A talk that has begun: an instructor, and people with these roles. */
struct cast {
    struct hall hall;
    int boss, maria, tomas, aiko, sam, lea; /* primary coach board leader observer */
};

static inline void open_cast_with(struct cast *cast, const struct wire_setup *setup)
{
    struct hall *h = &cast->hall;
    hall_open(h, setup);
    cast->boss = hall_boss(h);
    cast->maria = hall_join(h, "Maria", WIRE_ROLE(primary));
    cast->tomas = hall_join(h, "Tomas", WIRE_ROLE(coach));
    cast->aiko = hall_join(h, "Aiko", WIRE_ROLE(board));
    cast->sam = hall_join(h, "Sam", WIRE_ROLE(leader));
    cast->lea = hall_join(h, "Lea", WIRE_ROLE(observer));
    done(h, cast->boss, "'do':'start'");
    done(h, cast->boss, "'do':'next'");
}

static inline void open_cast(struct cast *cast)
{
    struct wire_setup setup = hall_setup(PRESET_team_table);
    open_cast_with(cast, &setup);
}

/* A class that votes: an instructor, Maria who speaks, and voters; the talk has begun, and its first vote. */
struct class_of {
    struct hall hall;
    int boss, maria, voter[8], count;
};

static inline void open_class(struct class_of *c, int count)
{
    struct wire_setup setup = hall_setup(PRESET_class_vote);
    struct hall *h = &c->hall;
    hall_open(h, &setup);
    c->boss = hall_boss(h);
    c->maria = hall_join(h, "Maria", WIRE_ROLE(primary));
    c->count = count;
    for (int i = 0; i < count; i++) {
        char name[] = "Voter A";
        name[6] = (char)('A' + i);
        c->voter[i] = hall_join(h, name, 0);
    }
    done(h, c->boss, "'do':'start'");
    done(h, c->boss, "'do':'next'");
    done(h, c->boss, "'do':'open'");
}

#endif
