/* checksum.c - the check hash that stands behind every command of a journal.
 * Number by number with a tag, never byte by byte: it must come out the same on every machine and, for a
 * play of today, in every later version.  So the rules of this table: a row is never moved, removed or
 * renumbered; a new row is added at the end with the value that means "nothing of the kind"; and a number
 * that has that value does not enter the hash. */
#include "ask.h"

#include "hash.h"
#include "view.h"

#include <stddef.h>

struct row {
    uint16_t offset;
    uint8_t size; /* bytes of one number */
    uint8_t count;
    int8_t nothing;
    bool is_signed;
};

#define SIZE(field) sizeof(((struct state *)0)->field)
#define ONE_NUMBER(field, none, sign)                             \
    {                                                             \
        offsetof(struct state, field), SIZE(field), 1, none, sign \
    }
#define NUMBERS(field, none, sign)                                                              \
    {                                                                                           \
        offsetof(struct state, field), SIZE(field[0]), SIZE(field) / SIZE(field[0]), none, sign \
    }

/* The index of a row is its tag, for ever. */
static const struct row rows[] = {
    NUMBERS(known.bits, 0, false),
    NUMBERS(made.bits, 0, false),
    NUMBERS(kept.bits, 0, false),
    ONE_NUMBER(story_ms, 0, true),
    ONE_NUMBER(event_ms, 0, true),
    ONE_NUMBER(node, NONE, true),
    ONE_NUMBER(line, NONE, true),
    ONE_NUMBER(reaction, NONE, true),
    ONE_NUMBER(exchanges, 0, true),
    ONE_NUMBER(dist, NONE, true),
    ONE_NUMBER(spike, 0, true),
    ONE_NUMBER(last_choice, NONE, true),
    ONE_NUMBER(last_act, NONE, true),
    ONE_NUMBER(ending, NONE, true),
    ONE_NUMBER(handed_over, NONE, true),
    ONE_NUMBER(observed, NONE, true),
    ONE_NUMBER(last_gain_exchange, 0, true),
    NUMBERS(help_at, NONE, true),
    NUMBERS(demand_since, NONE, true),
    ONE_NUMBER(recent_at, 0, false),
    NUMBERS(recent, 0, false),
    ONE_NUMBER(picked, 0, false),
    ONE_NUMBER(prompts_done, 0, false),
    ONE_NUMBER(deadlines_done, 0, false),
    ONE_NUMBER(events_done, 0, false),
    ONE_NUMBER(injects_done, 0, false),
    ONE_NUMBER(scene_done, 0, false),
    ONE_NUMBER(help_arrived, 0, false),
    ONE_NUMBER(help_threat, 0, false),
    ONE_NUMBER(approach, 0, false),
    ONE_NUMBER(parties_here, 0, false),
    ONE_NUMBER(promises_open, 0, false),
    ONE_NUMBER(phase, 0, false),
    ONE_NUMBER(band, 0, false),
    ONE_NUMBER(outcome, 0, false),
    ONE_NUMBER(frozen, 0, false),
    ONE_NUMBER(delivery, 0, false),
    ONE_NUMBER(discuss, 0, false),
    ONE_NUMBER(scene_break, 0, false),
    ONE_NUMBER(cue_step, 0, false),
    ONE_NUMBER(deadline_heat, 0, false),
    ONE_NUMBER(quiet_ms, 0, true),
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0], TAG_VISITED = 0x8000, TAG_SAID = 0x8001 };

/* Every byte of a state has a name, so two equal states are equal bytes and none was forgotten above: the
 * rows, the person (hashed by its own module), and what is derived or only told: profile (set-up), count
 * of commands, what is so now, what may have been said, the help that is coming, what happened just now. */
_Static_assert(sizeof(struct profile) == sizeof(int32_t) * 23 + sizeof(int16_t) * (TAG_COUNT + 1),
               "a profile ends in two unused bytes");
_Static_assert(sizeof(struct event_note) == 13 * 4 + 4 + 8, "an event note has no padding");
_Static_assert(SIZE(person) + SIZE(profile) + SIZE(commands) + SIZE(known) + SIZE(made) + SIZE(kept) + SIZE(story_ms) +
                       SIZE(event_ms) + 12 * sizeof(int32_t) + SIZE(help_at) + SIZE(demand_since) + SIZE(recent_at) +
                       SIZE(recent) + SIZE(now) + SIZE(picked) + 4 * sizeof(uint16_t) + SIZE(events_done) +
                       SIZE(injects_done) + SIZE(maybe_said) + 2 * sizeof(uint16_t) + 15 + SIZE(unused) +
                       SIZE(quiet_ms) + SIZE(happened) ==
                   sizeof(struct state),
               "a state has no padding");

static uint64_t number_at(const struct state *state, const struct row *row, int index)
{
    const unsigned char *at = (const unsigned char *)state + row->offset + (size_t)index * row->size;
    uint64_t u64;
    uint32_t u32;
    uint16_t u16;
    switch (row->size) {
    case 8: memcpy(&u64, at, 8); return u64;
    case 4: memcpy(&u32, at, 4); return row->is_signed ? (uint64_t)(int64_t)(int32_t)u32 : u32;
    case 2: memcpy(&u16, at, 2); return u16;
    default: return *at;
    }
}

static uint64_t hash_tagged(uint64_t h, uint64_t tag, uint64_t index, uint64_t value)
{
    return hash_u64(hash_u64(h, tag << 32 | index), value);
}

static uint64_t hash_rows(uint64_t h, const struct state *state)
{
    for (uint64_t tag = 0; tag < ROW_COUNT; tag++) {
        const struct row *row = &rows[tag];
        for (int i = 0; i < row->count; i++) {
            uint64_t value = number_at(state, row, i);
            if (value != (uint64_t)(int64_t)row->nothing)
                h = hash_tagged(h, tag, (uint64_t)i, value);
        }
    }
    return h;
}

static uint64_t hash_words(uint64_t h, uint64_t tag, const uint64_t *from, const uint64_t *to)
{
    for (const uint64_t *at = from; at < to; at++)
        if (*at != 0)
            h = hash_tagged(h, tag, (uint64_t)(at - from), *at);
    return h;
}

uint64_t session_hash(const td_session *session)
{
    uint64_t h = person_hash(HASH_START, &session->state->person);
    h = hash_rows(h, session->state);
    h = hash_words(h, TAG_VISITED, session->visited, session->said);
    return hash_finish(hash_words(h, TAG_SAID, session->said, session->done));
}

/* --- what everybody may know ----------------------------------------------------------------- */

static uint64_t hash_scene(uint64_t h, const struct view *view)
{
    const int64_t numbers[] = {view->phase,       view->phase == PHASE_OVER ? (int64_t)view->outcome : NONE,
                               view->ending,      view->story_ms,
                               view->exchanges,   view->node,
                               view->reaction,    view->line,
                               view->observed,    view->cue_band,
                               view->despair,     view->recovery,
                               view->cue_step,    view->dist,
                               view->help_called, view->help_arrived,
                               view->frozen};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        h = hash_u64(h, (uint64_t)numbers[i]);
    for (int i = 0; i < MEMORY_WORDS; i++)
        h = hash_u64(h, view->known.bits[i]);
    return h;
}

uint64_t session_public_hash(const td_session *session)
{
    struct view view;
    session_view(session, SEAT_voter, &view);
    uint64_t h = hash_scene(HASH_START, &view);
    for (int i = 0; i < view.choice_count; i++)
        h = hash_u64(h, (uint64_t)view.choices[i].choice);
    return hash_finish(h);
}
