/* room.h - a story and a session in it, for tests that write their story themselves.
 * Included behind cmocka.h, because a failure is told through it. */
#ifndef TD_TESTS_ROOM_H
#define TD_TESTS_ROOM_H

#include "stage.h"

/* A choice without conditions, its one reaction, and what else it has. */
#define CHOICE(id, act, rest) "{'id':'" id "','act':'" act "','once':false" rest ",'reactions':[{'id':'l" id "'}]}"
/* Said once. */
#define ONCE(id, act, rest) "{'id':'" id "','act':'" act "'" rest ",'reactions':[{'id':'l" id "'}]}"
#define THREE \
    CHOICE("c1", "label", ",'q':900") "," CHOICE("c2", "order", "") "," CHOICE("c3", "open_question", ",'dt':30")
#define ONE_NODE "{'id':'first','lines':[{'id':'l0'}],'choices':[" THREE "]}"

struct room {
    td_scenario *scenario;
    td_session *session;
};

static inline struct room open_story(const char *nodes, const char *more)
{
    struct room room = {.scenario = stage_story(nodes, more)};
    room.session = stage_begun(room.scenario, 1);
    return room;
}

static inline void close_story(struct room *room)
{
    session_destroy(room->session);
    scenario_destroy(room->scenario);
}

static inline const struct state *now(const struct room *room)
{
    return room->session->state;
}

static inline void done(const struct room *room, const char *line)
{
    const char *refused = stage_do(room->session, line);
    if (*refused)
        fail_msg("%s: refused, %s", line, refused);
}

/* Waits until this story time, step by step, and on whenever something has ended a wait.  Returns how many. */
static inline int wait_until(const struct room *room, int64_t ms, int32_t step)
{
    int waits = 0;
    for (; now(room)->story_ms < ms && now(room)->phase == PHASE_TALK; waits++) {
        char line[40];
        int64_t left = ms - now(room)->story_ms;
        snprintf(line, sizeof line, "primary wait %d", (int)(left < step ? left : step));
        done(room, line);
    }
    return waits;
}

/* Refused for this reason, and not a byte is different. */
static inline void refused(td_session *session, const char *line, const char *reason)
{
    void *before = malloc(session->state_size);
    memcpy(before, session->state, session->state_size);
    assert_string_equal(stage_do(session, line), reason);
    assert_memory_equal(session->state, before, session->state_size);
    free(before);
}

static inline bool offered(const td_session *session, const char *id)
{
    return session_offers(session, scenario_find_choice(session->scenario, str_of(id)));
}

/* Is this the line (by index), or is there none ("")? */
static inline bool is_line(const struct room *room, int32_t line, const char *id)
{
    return line == NONE ? *id == '\0' : str_is(room->scenario->lines[line].id, id);
}
static inline bool answered(const struct room *room, const char *id)
{
    return is_line(room, now(room)->reaction, id);
}
static inline bool went_on(const struct room *room, const char *id)
{
    return is_line(room, now(room)->line, id);
}
static inline bool stands_at(const struct room *room, const char *node)
{
    return str_is(room->scenario->nodes[now(room)->node].id, node);
}
static inline bool knows(const struct room *room, const char *fact)
{
    return memory_has(&now(room)->known, scenario_find_fact(room->scenario, str_of(fact)));
}

#endif
