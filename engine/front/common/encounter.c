/* encounter.c - play, journal text and autosave kept in step. */
#include "encounter.h"

#include "memory.h"
#include <unistd.h>

enum { JOURNAL_BYTES = 16 << 20 };

/* --- the file ----------------------------------------------------------------------------------- */

/* A new file appears with its header whole, or not at all. */
static file_fault make_file(struct encounter *e)
{
    file_fault fault = NULL;
    if (e->keeping == KEEP_IN_PLAYS)
        e->path = plays_new_path(e->library, e->tale.scenario->id, &fault);
    if (fault == NULL)
        fault = file_write_new(e->path, writer_str(&e->text), 0600);
    if (fault == NULL)
        e->on_disk = writer_str(&e->text).len;
    return fault;
}

/* A file that could not be had at first is asked for again, and then gets everything. */
static void open_file(struct encounter *e)
{
    file_fault fault = e->on_disk == 0 ? make_file(e) : NULL;
    if (fault == NULL)
        e->save = autosave_open(e->path, e->on_disk, &fault);
    e->trouble = fault;
    td_str whole = writer_str(&e->text);
    if (e->save != NULL && whole.len > e->on_disk)
        autosave_write(e->save, (td_str){whole.ptr + e->on_disk, whole.len - e->on_disk});
}

static void keep_from(struct encounter *e, size_t start)
{
    if (e->keeping == KEEP_NOT)
        return;
    td_str whole = writer_str(&e->text);
    if (e->save == NULL)
        open_file(e);
    else
        autosave_write(e->save, (td_str){whole.ptr + start, whole.len - start});
}

bool encounter_settled(struct encounter *e)
{
    if (e->save == NULL)
        return true;
    if (!autosave_settled(e->save))
        return false;
    e->trouble = autosave_trouble(e->save);
    return true;
}

void encounter_wait(struct encounter *e)
{
    if (e->save == NULL)
        return;
    autosave_wait(e->save);
    e->trouble = autosave_trouble(e->save);
}

/* --- beginning and end ------------------------------------------------------------------------- */

void encounter_begin(struct library *library, struct tale *tale, const struct setup *setup, enum keeping keeping,
                     const char *file, struct encounter *ret)
{
    *ret = (struct encounter){.library = library, .tale = *tale, .setup = *setup, .keeping = keeping, .path = file};
    *tale = (struct tale){0};
    arena_init(&ret->arena, &memory_std);
    writer_init(&ret->text, &ret->arena);
    struct journal_header header = journal_header_for(ret->tale.scenario, ret->tale.texts, library->model, &ret->setup);
    journal_write_header(&ret->text, &header);
    ret->play = play_create(&memory_std, ret->tale.scenario, library->model, &header);
    keep_from(ret, 0);
    encounter_wait(ret);
    if (ret->save != NULL)
        ret->unfrozen =
            plays_freeze(library, &ret->tale); /* without the copy this play replays as long as the scenario stays */
}

/* Two windows would tell two different stories: unlike a full disk, this is no reason to go on in memory. */
static bool is_taken(const struct encounter *e, const char *path)
{
    if (e->trouble == NULL || strcmp(e->trouble, "error.in-use") != 0)
        return false;
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
    library_say(e->library, true, e->trouble, args, 1);
    return true;
}

/* The bytes in front of the line with this number, counted from 1. */
static td_str before_line(td_str text, int32_t line)
{
    td_str rest = text;
    for (int32_t i = 1; i < line && rest.len > 0; i++)
        str_line(&rest);
    return (td_str){text.ptr, text.len - rest.len};
}

/* Everything up to the first line that cannot be read or does not fit, as a play; *intact becomes that text.
 * NULL: not even its beginning can be gone on with. */
static struct play *play_of(struct encounter *e, td_str *intact)
{
    struct diags diags;
    struct replay_report report;
    diags_init(&diags, &e->arena);
    for (;;) {
        td_journal *journal = NULL;
        if (journal_read(&memory_std, TD_STR("play"), *intact, &diags, &journal) != TD_OK)
            return NULL;
        struct play *play = play_resume(&memory_std, e->tale.scenario, e->library->model, journal, &report);
        journal_destroy(journal);
        library_say_replay(e->library, &report);
        if (play != NULL || report.line == 0 || report.status == TD_E_VERSION)
            return play;
        *intact = before_line(*intact, report.line); /* shorter by a line at least: this comes to an end */
    }
}

/* What was there stays as it was, under another name; the play goes on in a file of its own. */
static void part_from(struct encounter *e, const char *path, int32_t line)
{
    const struct word_arg args[] = {
        ARG_TEXT("path", str_of(plays_set_aside(e->library, path))),
        ARG_INT("line", line),
    };
    library_say(e->library, true, "play.damaged", args, 2);
    e->keeping = KEEP_IN_PLAYS;
    e->path = NULL;
}

static int32_t line_count(td_str text)
{
    int32_t count = 0;
    for (; text.len > 0; count++)
        str_line(&text);
    return count;
}

static bool take_up(struct encounter *e, const char *path, const td_journal *journal)
{
    td_str bytes;
    if (file_read(&e->arena, path, JOURNAL_BYTES, &bytes) != NULL || bytes.len < journal->intact)
        return false;
    td_str intact = {bytes.ptr, journal->intact};
    e->play = play_of(e, &intact);
    if (e->play == NULL) {
        const struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
        library_say(e->library, true, "play.not-taken-up", args, 1);
        return false;
    }
    w_str(&e->text, intact);
    e->setup = journal->header.setup;
    e->on_disk = intact.len;
    if (journal->damaged_line > 0 || intact.len < journal->intact) {
        part_from(e, path, line_count(intact) + 1);
        e->on_disk = 0;
    }
    open_file(e);
    return !is_taken(e, path);
}

bool encounter_resume(struct library *library, const char *path, struct encounter *ret)
{
    td_journal *journal = NULL;
    *ret = (struct encounter){.library = library, .keeping = KEEP_IN_FILE};
    if (!play_open(library, path, &journal, &ret->tale))
        return false;
    arena_init(&ret->arena, &memory_std);
    writer_init(&ret->text, &ret->arena);
    ret->path = arena_cstr(&library->arena, str_of(path));
    bool good = take_up(ret, path, journal);
    journal_destroy(journal);
    if (!good)
        encounter_end(ret);
    return good;
}

bool encounter_end(struct encounter *e)
{
    if (e->library == NULL)
        return true;
    bool whole = autosave_close(e->save) && (e->save != NULL || e->keeping == KEEP_NOT);
    play_destroy(e->play);
    tale_close(&e->tale);
    arena_finish(&e->arena);
    *e = (struct encounter){0};
    return whole;
}

void encounter_forget(struct encounter *e)
{
    if (e->save == NULL || e->path == NULL)
        return;
    encounter_wait(e);
    unlink(e->path);
}

/* --- going on ----------------------------------------------------------------------------------- */

td_status encounter_do(struct encounter *e, const struct command *command, const char **reason)
{
    size_t start = writer_str(&e->text).len;
    td_status status = play_apply(e->play, command, &e->text, reason);
    if (status == TD_OK)
        keep_from(e, start);
    return status;
}

bool encounter_mark(struct encounter *e, enum seat seat, td_str kind_and_rest)
{
    size_t start = writer_str(&e->text).len;
    if (play_mark(e->play, seat, kind_and_rest, &e->text) != TD_OK)
        return false;
    keep_from(e, start);
    return true;
}

td_journal *encounter_journal(const struct encounter *e)
{
    struct arena arena;
    struct diags diags;
    td_journal *journal = NULL;
    arena_init(&arena, &memory_std);
    diags_init(&diags, &arena);
    journal_read(&memory_std, TD_STR("play"), writer_str(&e->text), &diags, &journal);
    arena_finish(&arena);
    return journal; /* we wrote it ourselves: it can be read */
}

void encounter_trace(const struct encounter *e, const td_journal *journal, struct arena *arena, bool look_ahead,
                     struct trace *ret)
{
    trace_build(arena, e->tale.scenario, e->library->model, journal, journal->attempt_count, look_ahead, ret);
}
