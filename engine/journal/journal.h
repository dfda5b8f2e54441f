/* journal.h - the append-only record of a play: header, commands with check hashes, marks.
 * It is the truth; everything else (index, score, debrief) can be made again from it.  A tree: `rewind N`
 * is a line like any other, and what follows is a new attempt from the state before command N. */
#ifndef TD_JOURNAL_JOURNAL_H
#define TD_JOURNAL_JOURNAL_H

#include "session.h"
#include "writer.h"

struct journal_header {
    int32_t format;  /* 1 */
    int32_t model_version;
    uint64_t model_hash;
    td_str scenario; /* id */
    uint64_t rules_hash;
    td_str lang;
    uint64_t words_hash;
    struct setup setup;
};

struct mark {
    int32_t after; /* the number of the command it stands behind, 0 = before the first */
    enum seat seat;
    td_str kind;   /* note rate feel moment board hint vote seen flag sheet */
    td_str rest;   /* the rest of the line, checked when read */
};

struct entry {
    int32_t number;  /* from 1, all attempts counted through */
    int32_t attempt; /* from 1 */
    struct command command;
    uint64_t check;
};

typedef struct td_journal {
    struct arena arena;
    struct journal_header header;
    struct entry *entries;
    struct mark *marks;
    int entry_count, mark_count, attempt_count;
    bool cut; /* the last line had no end and was left out: a crash while it was written */
} td_journal;

/* Reads a journal.  On success *ret is the caller's, to be freed with journal_destroy(); bytes may be
 * freed afterwards.  Faults (with line and column) go to diags; a cut last line is a warning. */
td_status journal_read(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags, td_journal **ret);
void journal_destroy(td_journal *journal);

/* Text of the parts, each ending in \n, appended to w: a file is these, one behind another. */
void journal_write_header(struct writer *w, const struct journal_header *header);
void journal_write_entry(struct writer *w, const struct entry *entry);
void journal_write_mark(struct writer *w, const struct mark *mark);

/* The commands that lead to the end of an attempt, in order: entry indices into ret (room for
 * entry_count of them).  Attempt k starts with those of its parent up to its rewind. */
int journal_path(const td_journal *journal, int attempt, int32_t *ret);

struct replay_report {
    td_status status;   /* TD_OK, TD_E_DESYNC, TD_E_REFUSED, TD_E_VERSION (other rules or model) */
    int32_t number;     /* command at which it went wrong */
    const char *reason; /* for TD_E_REFUSED */
    uint64_t expected, found;
};

/* Plays an attempt into a fresh session of the same scenario.  verify: compare every check hash. */
struct replay_report journal_replay(const td_journal *journal, int attempt, bool verify, td_session *session);

/* A play that is going on: a session with its history, so that rewind is possible.  Pure; the caller
 * takes the text of each accepted command and makes it durable before anything is shown. */
struct play;
struct play *play_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const struct journal_header *header);
/* Goes on where a journal ended (its last attempt).  NULL and the report if it does not replay. */
struct play *play_resume(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const td_journal *journal, struct replay_report *report);
void play_destroy(struct play *play);
const td_session *play_session(const struct play *play);
int play_attempt(const struct play *play);
/* Formats, parses again, applies; on success appends the journal line to w. */
td_status play_apply(struct play *play, const struct command *command, struct writer *w, const char **reason);
/* A mark: checked, appended to w, never changes state.  TD_E_SYNTAX if it is none. */
td_status play_mark(struct play *play, enum seat seat, td_str kind_and_rest, struct writer *w);

#endif
