/* people.c - finds and reads the file of one person. */
#include "people.h"

#include "files.h"
#include "memory.h"

enum { PERSON_BYTES = 64 * 1024 };

bool people_read(struct library *library, const char *id, struct person_identity *ret)
{
    struct writer name;
    writer_init(&name, &library->arena);
    w_text(&name, id);
    w_text(&name, ".json");
    const char *folder = path_join(&library->arena, library->data, "assets/people");
    const char *path = path_join(&library->arena, folder, arena_cstr(&library->arena, writer_str(&name)));
    td_str bytes;
    file_fault fault = file_read(&library->arena, path, PERSON_BYTES, &bytes);
    if (fault) {
        struct word_arg args[] = {ARG_TEXT("path", str_of(path))};
        library_say(library, true, fault, args, 1);
        return false;
    }
    struct diags diags;
    diags_init(&diags, &library->arena);
    bool good = person_identity_read(&memory_std, str_of(path), bytes, &diags, ret);
    library_print_diags(library, &diags, false);
    return good;
}
