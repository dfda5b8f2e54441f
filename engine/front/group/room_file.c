/* room_file.c - a room read back for its debrief alone: nothing is written, nobody is served. */
#include "room_file.h"

#include "memory.h"

bool room_file_is(td_str bytes)
{
    return str_starts(bytes, TD_STR("talkdown-room "));
}

const char *room_file_why(const struct wire_restored *report)
{
    return report->status == TD_E_VERSION || report->status == TD_E_DESYNC ? "host.changed" : "host.unreadable";
}

static bool refuse(const struct library *library, const char *path, const struct wire_restored *report)
{
    const struct word_arg args[] = {ARG_TEXT("path", str_of(path)), ARG_INT("line", report->line)};
    library_say(library, true, room_file_why(report), args, 2);
    return false;
}

const char *room_file_scenario(struct library *library, const char *path, td_str bytes)
{
    struct wire_peek peek;
    struct tale tale;
    if (!room_peek(bytes, &peek))
        return NULL;
    if (!tale_by_rules(library, path, peek.scenario, peek.rules_hash, &tale))
        return arena_cstr(&library->arena, peek.scenario);
    const char *found = tale.path; /* in the library's arena */
    tale_close(&tale);
    return found;
}

/* All languages are there as they were when it was played: somebody may have changed to one of them. */
bool room_file_open(struct library *library, const char *model, const char *path, td_str bytes, struct room_file *ret)
{
    struct wire_restored report = {.status = TD_E_SYNTAX, .line = 1};
    struct writer owed;
    const char *scenario = room_file_scenario(library, path, bytes);
    if (scenario == NULL)
        return refuse(library, path, &report);
    if (!tongues_open(library->lang, model, scenario, &ret->tongues))
        return false;
    const struct tongue *first = &ret->tongues.items[0];
    writer_init(&owed, &library->arena);
    ret->room = room_restore(&memory_std, first->tale.scenario, first->library.model, ret->tongues.wire,
                             ret->tongues.count, bytes, &owed, &report);
    if (ret->room != NULL)
        return true;
    tongues_close(&ret->tongues);
    return refuse(library, path, &report);
}

void room_file_close(struct room_file *file)
{
    room_destroy(file->room);
    tongues_close(&file->tongues);
}
