/* cli_text.c - the sentences of the command line, by id.
 * The one place where a verb's usage and a fault of use become words. */
#include "cli.h"
#include <string.h>

struct sentence {
    const char *id;
    const char *text;
};

#define SENTENCE(id, text) {id, text},
static const struct sentence sentences[] = {
#include "cli_text.def"
};
#undef SENTENCE

static const char *find_text(const char *id)
{
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++)
        if (strcmp(sentences[i].id, id) == 0)
            return sentences[i].text;
    return NULL;
}

bool cli_has_text(const char *id)
{
    return find_text(id) != NULL;
}

/* The value for the {name} that begins at text, or NULL. */
static const char *find_fill(const char *text, const struct cli_fill *fills, int count)
{
    for (int i = 0; i < count; i++) {
        size_t len = strlen(fills[i].name);
        if (strncmp(text + 1, fills[i].name, len) == 0 && text[len + 1] == '}')
            return fills[i].value;
    }
    return NULL;
}

void cli_say(FILE *to, const char *id, const struct cli_fill *fills, int count)
{
    const char *text = find_text(id);
    for (const char *at = text ? text : id; *at; at++) {
        const char *value = *at == '{' ? find_fill(at, fills, count) : NULL;
        if (!value) {
            putc(*at, to);
            continue;
        }
        fputs(value, to);
        at = strchr(at, '}');
    }
    putc('\n', to);
}
