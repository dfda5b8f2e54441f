/* paths.c - one rule for where things lie, for every verb. */
#include "paths.h"

#include "environment.h"
#include "files.h"
#include <unistd.h>

enum { PATH_BYTES = 4096 };

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
    size_t a = strlen(folder), b = strlen(name);
    char *path = arena_alloc(arena, a + b + 2);
    memcpy(path, folder, a);
    path[a] = '/';
    memcpy(path + a + 1, name, b + 1);
    return path;
}

const char *path_folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return arena_cstr(arena, (td_str){path, slash == path ? 1 : (size_t)(slash - path)});
}

td_str path_last(const char *path)
{
    const char *slash = strrchr(path, '/');
    return str_of(slash == NULL ? path : slash + 1);
}

static bool has_data(struct arena *arena, const char *folder)
{
    return folder_exists(path_join(arena, folder, "scenarios")) && folder_exists(path_join(arena, folder, "assets"));
}

static const char *beside_program(struct arena *arena)
{
    char self[PATH_BYTES];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0)
        return NULL;
    self[length] = '\0';
    const char *folder = path_folder_of(arena, self);
    if (has_data(arena, folder))
        return folder;
    const char *share = path_join(arena, path_folder_of(arena, folder), "share/talkdown");
    return has_data(arena, share) ? share : NULL;
}

const char *path_data(struct arena *arena)
{
    const char *named = environment("TALKDOWN_DATA");
    if (named != NULL)
        return has_data(arena, named) ? arena_cstr(arena, str_of(named)) : NULL;
    const char *near = beside_program(arena);
    if (near != NULL)
        return near;
    return has_data(arena, TALKDOWN_DATADIR) ? TALKDOWN_DATADIR : NULL;
}

static const char *absolute(const char *name)
{
    const char *value = environment(name);
    return value != NULL && value[0] == '/' ? value : NULL;
}

const char *path_home(struct arena *arena)
{
    const char *named = environment("TALKDOWN_HOME");
    if (named != NULL)
        return arena_cstr(arena, str_of(named));
    if (absolute("XDG_DATA_HOME") != NULL)
        return path_join(arena, absolute("XDG_DATA_HOME"), "talkdown");
    return absolute("HOME") != NULL ? path_join(arena, absolute("HOME"), ".local/share/talkdown") : NULL;
}
