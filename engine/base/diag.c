/* diag.c - the list of what is wrong, kept short of drowning its reader. */
#include "diag.h"

#include <assert.h>

#define DIAG_DEFINE(name, code, severity) const char D_##name[] = code;
DIAG_CODES(DIAG_DEFINE)

struct code_row {
    const char *code;
    enum diag_severity severity;
};

#define DIAG_ROW(name, code, severity) {D_##name, severity},
static const struct code_row code_table[] = {DIAG_CODES(DIAG_ROW)};

int diag_code_count(void)
{
    return (int)(sizeof code_table / sizeof *code_table);
}

const char *diag_code(int number)
{
    assert(number >= 0 && number < diag_code_count());
    return code_table[number].code;
}

int diag_number_of(const char *code)
{
    for (int i = 0; i < diag_code_count(); i++)
        if (strcmp(code_table[i].code, code) == 0)
            return i;
    return -1;
}

bool diag_severity_of(const char *code, enum diag_severity *ret)
{
    int number = diag_number_of(code);
    if (number < 0)
        return false;
    *ret = code_table[number].severity;
    return true;
}

void diags_init(struct diags *d, struct arena *a)
{
    *d = (struct diags){.arena = a};
}

bool diags_full(const struct diags *d)
{
    return d->count >= DIAG_MAX;
}

static struct diag keep(struct arena *a, const struct diag *item)
{
    struct diag kept = *item;
    kept.file = arena_copy(a, item->file);
    kept.pointer = arena_copy(a, item->pointer);
    kept.subject = arena_copy(a, utf8_cut(item->subject, DIAG_SUBJECT_MAX));
    kept.detail = arena_copy(a, item->detail);
    kept.nearest = arena_copy(a, item->nearest);
    return kept;
}

void diag_add(struct diags *d, const struct diag *item)
{
    assert(diag_number_of(item->code) >= 0);
    if (item->severity == DIAG_ERROR)
        d->errors++;
    else
        d->warnings++;
    if (diags_full(d))
        return;
    if (d->items == NULL)
        d->items = arena_new(d->arena, struct diag, DIAG_MAX);
    d->items[d->count++] = keep(d->arena, item);
}
