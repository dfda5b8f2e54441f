/* group_save.c - the room's file is read back as `talkdown debrief FILE --html` does: the room that is served is left
 * alone. */
#include "group_save.h"

#include "files.h"
#include "group_export.h"
#include "room_file.h"

enum { PRIVATE_FILE = 0600 };

static file_fault write_page(struct room_file *room, struct arena *arena, const char *path)
{
    td_str page;
    const struct group_wish wish = {GROUP_HTML, false, TD_STR("")};
    file_fault fault = group_export(arena, room->room, &room->tongues.items[0], &wish, &page);
    return fault != NULL ? fault : file_write(path, page, PRIVATE_FILE);
}

static file_fault save(struct library *library, const char *file, struct arena *arena, const char *path)
{
    struct room_file room;
    td_str bytes;
    file_fault fault = file_read(arena, file, ROOM_FILE_BYTES, &bytes);
    if (fault != NULL)
        return fault;
    if (!room_file_open(library, NULL, file, bytes, &room))
        return "group.unreadable";
    fault = write_page(&room, arena, path);
    room_file_close(&room);
    return fault;
}

td_str group_save(struct library *library, const char *file, struct arena *arena)
{
    struct writer path, said;
    writer_init(&path, arena);
    writer_init(&said, arena);
    w_text(&path, file);
    w_text(&path, ".html");
    const char *to = arena_cstr(arena, writer_str(&path));
    file_fault fault = save(library, file, arena, to);
    const struct word_arg args[] = {ARG_TEXT("file", str_of(to)), ARG_TEXT("path", str_of(to))};
    words_write(&said, library->words, fault != NULL ? fault : "ui.report-saved", WORDS_THEY, args, 2);
    return writer_str(&said);
}
