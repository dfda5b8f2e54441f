/* people.c - finds and reads the file of one person. */
#include "people.h"

#include "memory.h"
#include <string.h>

enum { PERSON_BYTES = 64 * 1024 };

static const char ASSETS[] = "assets/";

static const char *short_name(struct arena *arena, const char *id)
{
    struct writer name;
    if (strchr(id, '/'))
        return id; /* an author's own file */
    writer_init(&name, arena);
    w_text(&name, ASSETS);
    w_text(&name, "people/");
    w_text(&name, id);
    w_text(&name, ".json");
    return arena_cstr(arena, writer_str(&name));
}

bool people_load(struct arena *arena, const char *assets, const char *id, struct diags *diags,
                 struct person_identity *ret, file_fault *ret_fault)
{
    const char *name = short_name(arena, id);
    td_str bytes;
    *ret_fault = file_read(arena, strchr(id, '/') ? name : path_join(arena, assets, name + strlen(ASSETS)),
                           PERSON_BYTES, &bytes);
    return !*ret_fault && person_identity_read(arena->mem, str_of(name), bytes, diags, ret);
}

bool people_read(struct library *library, const char *id, struct person_identity *ret)
{
    const char *assets = path_join(&library->arena, library->data, "assets");
    file_fault fault;
    struct diags diags;
    diags_init(&diags, &library->arena);
    bool good = people_load(&library->arena, assets, id, &diags, ret, &fault);
    const struct word_arg args[] = {ARG_TEXT("path", str_of(short_name(&library->arena, id)))};
    if (fault)
        library_say(library, true, fault, args, 1);
    library_print_diags(library, &diags, false);
    return good;
}
