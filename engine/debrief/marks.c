/* marks.c - marks are written behind a command; in a tree of attempts that says whose they are. */
#include "marks.h"

bool mark_belongs(const td_journal *journal, const struct trace *trace, const struct mark *mark)
{
    if (mark->after <= 0 || mark->after > journal->entry_count)
        return mark->after == 0;
    const struct entry *entry = &journal->entries[mark->after - 1];
    if (entry->command.verb == VERB_rewind)
        return entry->attempt == trace->attempt;
    int32_t step = mark_step(trace, mark);
    return step != NONE && trace->steps[step].number == mark->after;
}

/* Numbers rise along an attempt: halved, for a journal may hold very many marks. */
int32_t mark_step(const struct trace *trace, const struct mark *mark)
{
    int32_t low = 0, high = trace->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (trace->steps[middle].number <= mark->after)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? low - 1 : NONE;
}

int64_t mark_time(const struct trace *trace, const struct mark *mark)
{
    int32_t step = mark_step(trace, mark);
    return step == NONE ? 0 : trace->steps[step].after_ms;
}

/* Kinds whose text stands alone.  (Votes, sheets and what observers saw are the group's.) */
static bool is_note(td_str kind)
{
    return str_is(kind, "note") || str_is(kind, "hint") || str_is(kind, "flag");
}

void notes_fill(struct arena *arena, const td_journal *journal, td_debrief *d)
{
    struct side_note *notes = arena_new(arena, struct side_note, (size_t)journal->mark_count + 1);
    const struct trace *trace = d->trace;
    d->notes = notes;
    for (int i = 0; i < journal->mark_count; i++) {
        const struct mark *mark = &journal->marks[i];
        td_str rest = mark->rest, text;
        if (!is_note(mark->kind) || !mark_belongs(journal, trace, mark) || !mark_text(arena, &rest, &text) ||
            text.len == 0)
            continue;
        int32_t step = mark_step(trace, mark);
        bool over = trace->outcome != outcome_count && step == trace->count - 1;
        notes[d->note_count++] =
            (struct side_note){.step = step, .after = over, .seat = mark->seat, .kind = mark->kind, .text = text};
    }
}

int32_t debrief_note_beside(const struct trace *trace, const struct side_note *note)
{
    int32_t at = note->step;
    while (at > 0 && !trace->steps[at].exchange)
        at--;
    while (at < trace->count && (at < 0 || !trace->steps[at].exchange))
        at++;
    return at;
}
