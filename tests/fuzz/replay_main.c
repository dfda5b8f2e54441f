/* replay_main.c - plays a corpus through a fuzz target with any compiler: what was once found stays
 * found, in every build.  Arguments are files or folders; a folder's files are taken in name order. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 16 * 1024 * 1024 };

/* Exactly as many bytes as the file has, so that a sanitizer sees one read too many. */
static uint8_t *read_whole(FILE *in, size_t *ret_size)
{
    uint8_t *buffer = malloc(INPUT_MAX);
    if (!buffer)
        return NULL;
    *ret_size = fread(buffer, 1, INPUT_MAX, in);
    uint8_t *exact = malloc(*ret_size ? *ret_size : 1);
    if (exact)
        memcpy(exact, buffer, *ret_size);
    free(buffer);
    return exact;
}

/* The number of inputs played, or -1. */
static int play_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return -1;
    }
    size_t size = 0;
    uint8_t *bytes = read_whole(in, &size);
    fclose(in);
    if (!bytes)
        return -1;
    fprintf(stderr, "%s\n", path); /* the last name printed is the culprit */
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return 1;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int play_folder(const char *folder)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, not_hidden, alphasort);
    if (count < 0)
        return play_file(folder);

    int played = 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (played >= 0)
            played = play_file(path) < 0 ? -1 : played + 1;
        free(entries[i]);
    }
    free(entries);
    return played;
}

int main(int argc, char **argv)
{
    int total = 0;
    for (int i = 1; i < argc; i++) {
        int played = play_folder(argv[i]);
        if (played < 0)
            return 1;
        total += played;
    }
    printf("%d inputs\n", total);
    return total > 0 ? 0 : 1; /* an empty corpus proves nothing */
}
