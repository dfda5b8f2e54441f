/* fuzz_journal.c - any bytes as a journal: refused with a placed fault, or read as far as it is good;
 * what was read is written and read again the same; and playing it again ends in an answer. */
#include "demand.h"
#include "stage.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 100 * 1024, ATTEMPTS_MAX = 8 };

static td_journal *read_all(struct arena *arena, td_str text, bool *ret_faults)
{
    struct diags diags;
    td_journal *journal = NULL;
    diags_init(&diags, arena);
    td_status status = journal_read(&stage_memory, TD_STR("fuzz"), text, &diags, &journal);
    demand((status == TD_OK) == (journal != NULL));
    demand(journal || diags.errors > 0);
    for (int i = 0; i < diags.count; i++)
        demand(diags.items[i].line >= 0 && diags.items[i].column >= 0);
    *ret_faults = diags.errors > 0;
    return journal;
}

static td_str write_all(struct arena *arena, const td_journal *journal)
{
    struct writer w;
    writer_init(&w, arena);
    journal_write(&w, journal);
    return writer_str(&w);
}

static void check_round_trip(struct arena *arena, const td_journal *journal)
{
    bool faults;
    td_str once = write_all(arena, journal);
    td_journal *again = read_all(arena, once, &faults);
    demand(again && !faults && !again->cut && !again->damaged_line);
    demand(again->entry_count == journal->entry_count && again->mark_count == journal->mark_count);
    demand(str_eq(once, write_all(arena, again)));
    journal_destroy(again);
}

static bool is_answer(td_status status)
{
    return status == TD_OK || status == TD_E_DESYNC || status == TD_E_REFUSED || status == TD_E_VERSION;
}

/* As it stands, and as if it had been played on this scenario. */
static void check_replay(td_journal *journal, bool verify)
{
    const td_scenario *scenario = stage_mini();
    for (int attempt = 0; attempt <= journal->attempt_count && attempt < ATTEMPTS_MAX; attempt++) {
        td_session *session = session_create(&stage_memory, scenario, &model_built_in, &journal->header.setup);
        demand(is_answer(journal_replay(journal, attempt, verify, session).status));
        session_destroy(session);
    }
    struct replay_report report;
    struct play *play = play_resume(&stage_memory, scenario, &model_built_in, journal, &report);
    demand(play || is_answer(report.status) || report.status == TD_E_SYNTAX);
    play_destroy(play);
}

static void pretend_it_is_ours(td_journal *journal)
{
    const td_scenario *scenario = stage_mini();
    journal->header.model_version = model_built_in.version;
    journal->header.model_hash = model_built_in.hash;
    journal->header.rules_hash = scenario->rules_hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > INPUT_MAX)
        return 0;
    struct arena arena;
    bool faults;
    arena_init(&arena, &stage_memory);
    td_journal *journal = read_all(&arena, (td_str){(const char *)data, size}, &faults);
    if (journal) {
        check_round_trip(&arena, journal);
        check_replay(journal, true);
        pretend_it_is_ours(journal);
        check_replay(journal, false);
        journal_destroy(journal);
    }
    arena_finish(&arena);
    return 0;
}
