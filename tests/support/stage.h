/* stage.h - scenarios and sessions for tests: the small story of tests/data/mini, stories written in the
 * test itself, and generated ones; and one generator of plays for property tests and fuzzers alike. */
#ifndef TD_TESTS_STAGE_H
#define TD_TESTS_STAGE_H

#include "bytes.h"
#include "journal.h"
#include "view.h"

/* Memory from malloc; out of memory aborts. */
extern const td_allocator stage_memory;

/* The scenario in tests/data/NAME/, where TESTS_DIR was when this was built.  A fault is printed and
 * aborts: a test without its story proves nothing.  To be freed with scenario_destroy(). */
td_scenario *stage_load(const char *name);
td_scenario *stage_load_file(const char *path);
/* Where something of the tests' folder lies. */
void stage_path(const char *name, char *ret, size_t size);
/* scenarios/ID of the source tree, or NULL if there is none of that name. */
td_scenario *stage_shipped(const char *id);
/* tests/data/mini, loaded once and kept: for fuzzers, who ask ten thousand times a second. */
const td_scenario *stage_mini(void);
/* A scenario from JSON in which ' stands for ".  Faults are printed and abort. */
td_scenario *stage_read(const char *json);
/* A whole scenario around the parts that matter: nodes is the list between its brackets, more further
 * members beginning with a comma, or "".  Profile `default`, 30 exchanges, 60 minutes; facts, flags and
 * everything else come with more. */
td_scenario *stage_story(const char *nodes, const char *more);
/* nodes * choices lines, each leading on to another node: the graph of the benchmarks. */
td_scenario *stage_graph(int nodes, int choices, uint64_t seed);

struct setup stage_setup(uint64_t seed);
/* At the briefing / with the first line said. */
td_session *stage_session(const td_scenario *scenario, uint64_t seed);
td_session *stage_begun(const td_scenario *scenario, uint64_t seed);
/* Parses the line (a fault aborts) and applies it.  The reason of a refusal, or "". */
const char *stage_do(td_session *session, const char *line);

/* The next command of a play that the bytes decide: mostly what the view offers, sometimes anything. */
struct command stage_draw(struct bytes *bytes, const td_session *session);
/* Only what the view of the primary offers now. */
struct command stage_draw_offered(struct bytes *bytes, const td_session *session);

#endif
