/* cli_text.c - the sentences of the command line, by id, from the language file.
 * They are needed before any verb has opened its library, and most runs need none: the words are read at
 * the first sentence. */
#include "cli.h"

#include "library.h"
#include "memory.h"
#include <string.h>

static struct {
    const char *lang; /* from --lang, or NULL */
    bool tried, open;
    struct library library;
} speaker; /* whoever finds a fault of use has nothing but the word that was typed */

void cli_speak(int argc, char *const *argv)
{
    for (int i = 0; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            speaker.lang = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            speaker.lang = argv[i + 1];
    }
}

void cli_silence(void)
{
    if (speaker.open)
        library_close(&speaker.library);
    speaker.tried = speaker.open = false;
}

/* NULL where there is no language file: then ids must do. */
static const struct words *words_at_hand(void)
{
    if (!speaker.tried)
        speaker.open = library_open(speaker.lang, NULL, &speaker.library) ||
                       (speaker.lang != NULL && library_open(NULL, NULL, &speaker.library));
    speaker.tried = true;
    return speaker.open ? speaker.library.words : NULL;
}

bool cli_has_text(const char *id)
{
    const struct words *words = words_at_hand();
    return words != NULL && words_has(words, str_of(id));
}

/* Something is better than nothing: the id, and what would have been filled in. */
static void say_bare(FILE *to, const char *id, const struct cli_fill *fills, int count)
{
    fputs(id, to);
    for (int i = 0; i < count; i++)
        fprintf(to, " %s", fills[i].value);
    putc('\n', to);
}

void cli_say(FILE *to, const char *id, const struct cli_fill *fills, int count)
{
    enum { FILLS = 8 };
    struct word_arg args[FILLS];
    struct arena arena;
    struct writer line;
    const struct words *words = words_at_hand();
    if (words == NULL) {
        say_bare(to, id, fills, count);
        return;
    }
    for (int i = 0; i < count && i < FILLS; i++)
        args[i] = ARG_TEXT(fills[i].name, str_of(fills[i].value));
    arena_init(&arena, &memory_std);
    writer_init(&line, &arena);
    words_write(&line, words, id, WORDS_THEY, args, count < FILLS ? count : FILLS);
    w_char(&line, '\n');
    fwrite(writer_str(&line).ptr, 1, writer_str(&line).len, to);
    arena_finish(&arena);
}
