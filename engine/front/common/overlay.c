/* overlay.c - reads the overlays, where there are any. */
#include "overlay.h"

#include "files.h"

enum { OVERLAY_BYTES = 256 * 1024 };

static void apply_from(struct library *l, const char *folder)
{
    struct diags diags;
    td_str bytes;
    if (folder == NULL)
        return;
    const char *path = path_join(&l->arena, folder, "overlay.json");
    if (!file_exists(path) || file_read(&l->arena, path, OVERLAY_BYTES, &bytes) != NULL)
        return;
    diags_init(&diags, &l->arena);
    words_overlay(l->words, str_of(path), bytes, &diags);
    library_print_diags(l, &diags, false);
}

void overlay_apply(struct library *l)
{
    apply_from(l, l->data);
    apply_from(l, l->home);
}
