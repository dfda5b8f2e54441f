/* diag_text.c - code, place and sentence of a diagnostic.
 * A scenario may come from a stranger: its bytes must not reach a terminal as commands to it. */
#include "diag_text.h"

#include "harmless.h"

static void write_place(struct writer *w, const struct diag *d)
{
    w_str(w, harmless(w->arena, d->file));
    if (d->line > 0) {
        w_char(w, ':');
        w_int(w, d->line);
        w_char(w, ':');
        w_int(w, d->column);
    }
    w_text(w, ": ");
    w_text(w, d->code);
    w_text(w, ": ");
}

void diag_text(struct writer *w, const struct words *words, const struct diag *d)
{
    struct writer id;
    const struct word_arg args[] = {
        ARG_TEXT("subject", harmless(w->arena, d->subject)),
        ARG_TEXT("detail", harmless(w->arena, d->detail)),
        ARG_TEXT("nearest", harmless(w->arena, d->nearest)),
    };
    writer_init(&id, w->arena);
    w_text(&id, "diag.");
    w_text(&id, d->code);
    w_char(&id, '\0');
    write_place(w, d);
    words_write(w, words, writer_str(&id).ptr, WORDS_THEY, args, 3);
    if (d->pointer.len > 0) {
        w_text(w, " (");
        w_str(w, harmless(w->arena, d->pointer));
        w_char(w, ')');
    }
    if (d->nearest.len > 0) {
        w_char(w, ' ');
        words_write(w, words, "diag.nearest", WORDS_THEY, args, 3);
    }
    w_char(w, '\n');
}

static void write_member(struct writer *w, const char *key, td_str value)
{
    w_text(w, ", \"");
    w_text(w, key);
    w_text(w, "\": ");
    w_json(w, value);
}

void diag_json(struct writer *w, const struct diag *d)
{
    w_text(w, "{\"code\": ");
    w_json(w, str_of(d->code));
    write_member(w, "severity", d->severity == DIAG_ERROR ? TD_STR("error") : TD_STR("warning"));
    write_member(w, "file", d->file);
    w_text(w, ", \"line\": ");
    w_int(w, d->line);
    w_text(w, ", \"column\": ");
    w_int(w, d->column);
    write_member(w, "pointer", d->pointer);
    write_member(w, "subject", d->subject);
    write_member(w, "detail", d->detail);
    write_member(w, "nearest", d->nearest);
    w_char(w, '}');
}
