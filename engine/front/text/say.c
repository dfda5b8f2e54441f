/* say.c - the program's own sentences, by id, to the console. */
#include "twin.h"

#include "memory.h"

int twin_person(const struct twin *t)
{
    return t->plays ? (int)t->play.tale.scenario->pronoun : WORDS_THEY;
}

td_str twin_sentence(struct twin *t, const char *id, const struct word_arg *args, int count)
{
    struct writer w;
    writer_init(&w, &t->page);
    words_write(&w, t->library->words, id, twin_person(t), args, count);
    return writer_str(&w);
}

void twin_say(struct twin *t, const char *id, const struct word_arg *args, int count)
{
    console_put(&t->console, twin_sentence(t, id, args, count));
}

void twin_say_full(struct twin *t, const char *id, const struct word_arg *args, int count)
{
    if (t->settings->verbosity != VERBOSITY_SHORT)
        twin_say(t, id, args, count);
}

const char *twin_id(struct twin *t, const char *head, td_str name, const char *tail)
{
    struct writer id;
    writer_init(&id, &t->page);
    w_text(&id, head);
    w_str(&id, name);
    w_text(&id, tail);
    w_char(&id, '\0');
    return writer_str(&id).ptr;
}

td_str twin_word(struct twin *t, const char *head, td_str name, const char *tail)
{
    return twin_sentence(t, twin_id(t, head, name, tail), NULL, 0);
}

/* The capital of a small letter of two languages; other letters stay as they are. */
static uint32_t capital(uint32_t c)
{
    bool latin = (c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7);
    return latin ? c - 0x20 : c;
}

td_str twin_capital(struct twin *t, td_str text)
{
    struct writer w;
    char bytes[4];
    if (text.len == 0)
        return text;
    writer_init(&w, &t->page);
    size_t size = utf8_put(bytes, capital(utf8_next(&text)));
    w_str(&w, (td_str){bytes, size});
    w_str(&w, text);
    return writer_str(&w);
}

static void two_digits(struct writer *w, int64_t n)
{
    if (n < 10)
        w_char(w, '0');
    w_int(w, n);
}

td_str twin_time(struct twin *t, int64_t ms)
{
    struct writer w;
    writer_init(&w, &t->page);
    two_digits(&w, ms / 60000);
    w_char(&w, ':');
    two_digits(&w, ms / 1000 % 60);
    return writer_str(&w);
}

void twin_row(struct twin *t, int32_t n, td_str text)
{
    const struct word_arg args[] = {ARG_INT("n", n), ARG_TEXT("line", text)};
    twin_say(t, "play.choice", args, 2);
}
