/* journal.h - the append-only record of a play: header, commands with check hashes, marks.
 * It is the truth; everything else (index, score, debrief) can be made again from it.  A tree: `rewind N`
 * is a line like any other, and what follows is a new attempt from the state before command N.
 *
 *     talkdown-journal 1
 *     model 1 0123456789abcdef
 *     scenario bridge-rail 0123456789abcdef words en 0123456789abcdef
 *     setup seed 7 noise 80 mode practice preset solo rung personal
 *     1 primary begin ~0123456789abcdef
 *     - primary note "He looked at his hands."
 *     2 primary choose c014 after 3200 tone 1 ~0123456789abcdef
 *
 * What the format promises for ever is in engine/INTENT.md. */
#ifndef TD_JOURNAL_JOURNAL_H
#define TD_JOURNAL_JOURNAL_H

#include "session.h"
#include "writer.h"

enum {
    JOURNAL_FORMAT = 1,
    LIMIT_JOURNAL_BYTES = 8 * 1024 * 1024,
    LIMIT_JOURNAL_COMMANDS = 20000,
    LIMIT_JOURNAL_MARKS = 100000,
};

struct journal_header {
    int32_t format; /* JOURNAL_FORMAT */
    int32_t model_version;
    uint64_t model_hash;
    td_str scenario; /* id */
    uint64_t rules_hash;
    td_str lang;
    uint64_t words_hash;
    struct setup setup;
    td_str later; /* keys a later version put behind ours ("x-..."), kept as they are; usually empty */
};

struct mark {
    int32_t after; /* the number of the command it stands behind, 0 = before the first */
    enum seat seat;
    td_str kind; /* note rate feel moment debriefed board hint vote seen told flag sheet, or one of a later version */
    td_str rest; /* the rest of the line, checked when read; of a kind we do not know as it stands */
};

struct entry {
    int32_t number;  /* from 1, all attempts counted through */
    int32_t attempt; /* from 1 */
    struct command command;
    uint64_t check; /* session_hash() after it */
    int32_t line;   /* of the text it was read from, from 1; 0 = it was not read */
};

typedef struct td_journal {
    struct arena arena;
    struct journal_header header;
    struct entry *entries; /* entries[number - 1] */
    struct mark *marks;
    int entry_count, mark_count, attempt_count;
    bool cut;         /* the last line had no end and was left out: a crash while it was written */
    int damaged_line; /* 0, or the first line that could not be read; what stands here came before it */
    size_t intact;    /* bytes of the file that were read; whoever goes on writing begins there */
} td_journal;

/* Reads a journal's text.  TD_OK as soon as the header is whole: *ret is the caller's then, to be freed
 * with journal_destroy(), and holds all up to the first fault (damaged_line).  Otherwise *ret is
 * untouched.  bytes may be freed afterwards.  Faults, with line and column, go to diags; a cut last line
 * is a warning.  TD_E_VERSION: written by a later version; TD_E_LIMIT: larger than the limits above. */
td_status journal_read(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags, td_journal **ret);
/* NULL is fine. */
void journal_destroy(td_journal *journal);

/* The header of a play that begins now.  scenario, texts and setup are borrowed for its lifetime; texts
 * may be NULL. */
struct journal_header journal_header_for(const td_scenario *scenario, const td_texts *texts, const struct model *model,
                                         const struct setup *setup);
/* Text of the parts, each ending in \n, appended to w: a file is these, one behind another. */
void journal_write_header(struct writer *w, const struct journal_header *header);
void journal_write_entry(struct writer *w, const struct entry *entry);
void journal_write_mark(struct writer *w, const struct mark *mark);
/* The whole of it. */
void journal_write(struct writer *w, const td_journal *journal);

/* The commands that lead to the end of an attempt, in order and without the rewinds: indices into
 * entries, into ret (room for entry_count of them).  Returns how many; 0 for an attempt there is none of. */
int journal_path(const td_journal *journal, int attempt, int32_t *ret);
/* The same for the state after command `number` (0: the beginning), over bare entries. */
int journal_path_to(const struct entry *entries, int32_t number, int32_t *ret);

/* Cuts the next word or the next quoted text off the rest of a mark; a text is decoded into the arena.
 * false if there is none. */
bool mark_word(td_str *rest, td_str *ret);
bool mark_text(struct arena *arena, td_str *rest, td_str *ret);

struct replay_report {
    td_status status;   /* TD_OK, TD_E_DESYNC, TD_E_REFUSED, TD_E_VERSION (other rules or model) */
    int32_t number;     /* command at which it went wrong; with TD_OK the last one played */
    int32_t line;       /* of the journal's text, at which that stands; 0 = nowhere */
    const char *reason; /* for TD_E_REFUSED */
    uint64_t expected, found;
};

/* Plays an attempt into a fresh session of the same scenario, made with the header's setup.  Stops at the
 * first command that is refused and, with verify, at the first whose check hash is not found. */
struct replay_report journal_replay(const td_journal *journal, int attempt, bool verify, td_session *session);

/* A play that is going on: a session with its history, so that rewind is possible.  Pure; the caller
 * takes the text of each accepted command and makes it durable before anything is shown. */
struct play;
struct play *play_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const struct journal_header *header);
/* Goes on where a journal ended (its last attempt); write on from its `intact` byte.  NULL and the report
 * if it does not replay to the same state, or is damaged (TD_E_SYNTAX). */
struct play *play_resume(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const td_journal *journal, struct replay_report *report);
/* NULL is fine. */
void play_destroy(struct play *play);
/* Good until play_destroy(); its contents change with every command. */
const td_session *play_session(const struct play *play);
int play_attempt(const struct play *play);
/* Commands so far, all attempts: the number of the last one. */
int32_t play_count(const struct play *play);
/* The commands that lead to now, as indices for play_entry(), into ret (room for play_count() of them), in
 * order and without the rewinds; how many. */
int play_path(const struct play *play, int32_t *ret);
/* index 0 .. play_count() - 1, other attempts too; good until the next command. */
const struct entry *play_entry(const struct play *play, int32_t index);
/* Formats, parses again, applies; on success appends the journal line to w.  Otherwise nothing has
 * changed: TD_E_SYNTAX (the command cannot be written), TD_E_LIMIT (the journal is full) or TD_E_REFUSED
 * with *reason.  `rewind N` goes to the state before command N, and works after the end as well. */
td_status play_apply(struct play *play, const struct command *command, struct writer *w, const char **reason);
/* A mark: checked, appended to w, never changes state.  TD_E_SYNTAX if it is none, TD_E_REFUSED if it is
 * not for this seat. */
td_status play_mark(struct play *play, enum seat seat, td_str kind_and_rest, struct writer *w);

#endif
