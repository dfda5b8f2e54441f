/* replay.c - plays an attempt again and says where it parts from what was written. */
#include "journal.h"

static bool same_rules(const td_journal *journal, const td_session *session)
{
    return journal->header.model_version == session->model->version &&
           journal->header.model_hash == session->model->hash &&
           journal->header.rules_hash == session->scenario->rules_hash;
}

static void compare(const struct entry *entry, const td_session *session, struct replay_report *report)
{
    report->number = entry->number;
    report->line = entry->line;
    report->expected = entry->check;
    report->found = session_hash(session);
    if (report->found != report->expected)
        report->status = TD_E_DESYNC;
}

/* A rewind is no command of a session, but its line has a hash too: that of where it went back to.
 * number: of a line; nothing happens if it is no rewind. */
static void compare_rewind(const td_journal *journal, int32_t number, const td_session *session,
                           struct replay_report *report)
{
    if (number > 0 && journal->entries[number - 1].command.verb == VERB_rewind)
        compare(&journal->entries[number - 1], session, report);
}

static void play_one(const td_journal *journal, const struct entry *entry, bool verify, td_session *session,
                     struct replay_report *report)
{
    if (verify)
        compare_rewind(journal, entry->number - 1, session, report);
    if (report->status != TD_OK)
        return;
    report->number = entry->number;
    report->line = entry->line;
    report->status = session_apply(session, &entry->command, &report->reason);
    if (report->status == TD_OK && verify)
        compare(entry, session, report);
}

static int32_t last_number(const td_journal *journal, int attempt)
{
    int32_t number = journal->entry_count;
    while (number > 0 && journal->entries[number - 1].attempt != attempt)
        number--;
    return number;
}

struct replay_report journal_replay(const td_journal *journal, int attempt, bool verify, td_session *session)
{
    struct replay_report report = {.status = TD_OK};
    if (!same_rules(journal, session)) {
        report.status = TD_E_VERSION;
        return report;
    }
    const td_allocator *mem = session->mem;
    int32_t *path = mem->resize(mem->context, NULL, sizeof *path * ((size_t)journal->entry_count + 1));
    int count = journal_path(journal, attempt, path);
    for (int i = 0; i < count && report.status == TD_OK; i++)
        play_one(journal, &journal->entries[path[i]], verify, session, &report);
    mem->resize(mem->context, path, 0);
    if (verify && report.status == TD_OK)
        compare_rewind(journal, last_number(journal, attempt), session, &report);
    return report;
}
