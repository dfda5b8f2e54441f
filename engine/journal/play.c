/* play.c - a play that is going on: what a person did is written as a line, read back, and only then done.
 * So nothing can happen that the journal could not say, and what it says is what happened. */
#include "mark.h"

struct play {
    const td_allocator *mem;
    const td_scenario *scenario;
    const struct model *model;
    struct setup setup;
    td_session *session;
    struct entry *entries;
    int count, room;
    int attempt;
};

static void *get(const td_allocator *mem, void *block, size_t size)
{
    return mem->resize(mem->context, block, size);
}

struct play *play_create(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const struct journal_header *header)
{
    struct play *play = get(mem, NULL, sizeof *play);
    *play = (struct play){.mem = mem, .scenario = scenario, .model = model, .setup = header->setup, .attempt = 1};
    play->session = session_create(mem, scenario, model, &play->setup);
    return play;
}

void play_destroy(struct play *play)
{
    if (!play)
        return;
    const td_allocator *mem = play->mem;
    session_destroy(play->session);
    get(mem, play->entries, 0);
    get(mem, play, 0);
}

const td_session *play_session(const struct play *play)
{
    return play->session;
}

int play_attempt(const struct play *play)
{
    return play->attempt;
}

int32_t play_count(const struct play *play)
{
    return play->count;
}

int play_path(const struct play *play, int32_t *ret)
{
    return journal_path_to(play->entries, play->count, ret);
}

const struct entry *play_entry(const struct play *play, int32_t index)
{
    return &play->entries[index];
}

static void keep(struct play *play, const struct entry *entry)
{
    if (play->count == play->room) {
        play->room = play->room ? play->room * 2 : 64;
        play->entries = get(play->mem, play->entries, sizeof *play->entries * (size_t)play->room);
    }
    play->entries[play->count++] = *entry;
}

struct play *play_resume(const td_allocator *mem, const td_scenario *scenario, const struct model *model,
                         const td_journal *journal, struct replay_report *report)
{
    struct play *play = play_create(mem, scenario, model, &journal->header);
    *report = journal_replay(journal, journal->attempt_count, true, play->session);
    if (report->status == TD_OK && journal->damaged_line > 0)
        report->status = TD_E_SYNTAX;
    if (report->status != TD_OK) {
        play_destroy(play);
        return NULL;
    }
    for (int i = 0; i < journal->entry_count; i++)
        keep(play, &journal->entries[i]);
    play->attempt = journal->attempt_count;
    return play;
}

/* --- commands -------------------------------------------------------------------------------- */

/* A fresh session, played up to the state before the command; every step has been accepted before. */
static void go_back(struct play *play, int32_t number)
{
    td_session *session = session_create(play->mem, play->scenario, play->model, &play->setup);
    int32_t *path = get(play->mem, NULL, sizeof *path * ((size_t)play->count + 1));
    int count = journal_path_to(play->entries, number - 1, path);
    const char *reason;
    for (int i = 0; i < count; i++)
        session_apply(session, &play->entries[path[i]].command, &reason);
    get(play->mem, path, 0);
    session->want_delta = play->session->want_delta;
    session_destroy(play->session);
    play->session = session;
}

/* In a group the key is the instructor's; who plays alone has it too. */
static td_status rewind_to(struct play *play, const struct command *command, const char **reason)
{
    bool alone = str_is(TD_STR("solo"), play->setup.preset);
    if (!seat_may(command->seat, VERB_rewind) || (command->seat == SEAT_primary && !alone)) {
        *reason = REFUSED_NOT_YOUR_RIGHT;
        return TD_E_REFUSED;
    }
    if (command->number > play->count) {
        *reason = REFUSED_NO_SUCH_MOMENT;
        return TD_E_REFUSED;
    }
    go_back(play, command->number);
    play->attempt++;
    return TD_OK;
}

td_status play_apply(struct play *play, const struct command *command, struct writer *w, const char **reason)
{
    char line[COMMAND_TEXT];
    int column;
    struct entry entry = {.number = play->count + 1};
    if (play->count == LIMIT_JOURNAL_COMMANDS)
        return TD_E_LIMIT;
    size_t len = command_format(command, line);
    td_status status = command_parse((td_str){line, len}, &entry.command, &column);
    if (status != TD_OK)
        return status;
    status = entry.command.verb == VERB_rewind ? rewind_to(play, &entry.command, reason)
                                               : session_apply(play->session, &entry.command, reason);
    if (status != TD_OK)
        return status;
    entry.attempt = play->attempt;
    entry.check = session_hash(play->session);
    keep(play, &entry);
    journal_write_entry(w, &entry);
    return TD_OK;
}

/* --- marks ----------------------------------------------------------------------------------- */

td_status play_mark(struct play *play, enum seat seat, td_str kind_and_rest, struct writer *w)
{
    struct mark mark;
    struct writer line;
    writer_init(&line, w->arena);
    w_str(&line, seat_name(seat));
    w_char(&line, ' ');
    w_str(&line, kind_and_rest);
    if (mark_parse(writer_str(&line), &mark) != MARK_GOOD)
        return TD_E_SYNTAX;
    if (!mark_may(seat, mark.kind))
        return TD_E_REFUSED;
    mark.after = play->count;
    journal_write_mark(w, &mark);
    return TD_OK;
}
