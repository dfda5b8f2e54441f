/* page.c - names and numbers as a reader sees them: 0 to 100, minutes and seconds, quoted lines. */
#include "page.h"
#include "lesson.h"

static void end_line(const struct page *p)
{
    w_char(p->w, '\n');
}

void page_say(const struct page *p, const char *id, const struct word_arg *args, int count)
{
    words_write(p->w, p->words, id, p->person, args, count);
    end_line(p);
}

void page_heading(const struct page *p, const char *id)
{
    end_line(p);
    page_say(p, id, NULL, 0);
}

td_str page_id(const struct page *p, const char *head, td_str name, const char *tail)
{
    struct writer id;
    writer_init(&id, p->w->arena);
    w_text(&id, head);
    w_str(&id, name);
    w_text(&id, tail);
    w_char(&id, '\0');
    td_str whole = writer_str(&id);
    return (td_str){whole.ptr, whole.len - 1};
}

td_str page_word(const struct page *p, const char *head, td_str name, const char *tail)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    words_write(&text, p->words, page_id(p, head, name, tail).ptr, p->person, NULL, 0);
    return writer_str(&text);
}

td_str page_number(const struct page *p, int64_t value)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    w_int(&text, value);
    return writer_str(&text);
}

td_str page_seed(const struct page *p, uint64_t seed)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    if (seed >= 10)
        w_int(&text, (int64_t)(seed / 10));
    w_int(&text, (int64_t)(seed % 10));
    return writer_str(&text);
}

td_str page_time(const struct page *p, int64_t ms)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    int64_t minutes = ms / 60000, seconds = ms / 1000 % 60;
    if (minutes < 10)
        w_char(&text, '0');
    w_int(&text, minutes);
    w_char(&text, ':');
    if (seconds < 10)
        w_char(&text, '0');
    w_int(&text, seconds);
    return writer_str(&text);
}

int32_t page_rounded(int32_t permille)
{
    return (permille + (permille < 0 ? -5 : 5)) / 10;
}

static td_str signed_number(const struct page *p, int32_t of_hundred)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    if (of_hundred > 0)
        w_char(&text, '+');
    if (of_hundred < 0)
        w_text(&text, "\xe2\x88\x92"); /* a true minus */
    w_int(&text, of_hundred < 0 ? -of_hundred : of_hundred);
    return writer_str(&text);
}

td_str page_change(const struct page *p, int32_t permille)
{
    return signed_number(p, page_rounded(permille));
}

td_str page_between(const struct page *p, int32_t from, int32_t to)
{
    return signed_number(p, page_rounded(to) - page_rounded(from));
}

td_str page_act(const struct page *p, enum act act)
{
    return page_word(p, "act.", act_name(act), ".name");
}

td_str page_stage(const struct page *p, int32_t stage)
{
    return page_word(p, "stage.", page_number(p, stage), ".name");
}

td_str page_band(const struct page *p, int32_t band)
{
    return page_word(p, "band.", band_names[band], ".name");
}

td_str page_state(const struct page *p, const struct figures *f)
{
    if (!f->despair && !f->recovery)
        return page_band(p, f->band);
    return page_word(p, "state.", f->despair ? TD_STR("despair") : TD_STR("recovery"), ".name");
}

static td_str told(const struct page *p, td_str rest);

td_str page_cue(const struct page *p, const struct figures *f)
{
    td_str name = f->despair ? TD_STR("despair") : f->recovery ? TD_STR("recovery") : band_names[f->band];
    td_str own = texts_look(p->debrief->texts, p->debrief->source, name, 0);
    if (own.len > 0)
        return told(p, own);
    bool heard = p->debrief->trace->scenario->channel == CHANNEL_telephone;
    return page_word(p, "cue.", name, heard ? ".1.voice" : ".1");
}

static td_str filled(const struct page *p, td_str text)
{
    const td_debrief *d = p->debrief;
    const struct word_arg args[] = {ARG_TEXT("subject.name", texts_get(d->texts, d->source, TD_STR("subject.name")))};
    struct writer w;
    writer_init(&w, p->w->arena);
    words_fill(&w, p->words, text, args, 1);
    return writer_str(&w);
}

td_str page_choice(const struct page *p, int32_t choice)
{
    if (choice == ACTION_PAUSE)
        return page_word(p, "debrief.silence", TD_STR(""), "");
    const td_debrief *d = p->debrief;
    return filled(p, texts_get(d->texts, d->source, d->trace->scenario->choices[choice].id));
}

/* Spoken by people: only the technique was written down. */
static td_str page_heard(const struct page *p, const struct step *step)
{
    const struct word_arg args[] = {ARG_TEXT("act", page_act(p, step->move.act))};
    struct writer w;
    writer_init(&w, p->w->arena);
    words_write(&w, p->words, "debrief.heard", p->person, args, 1);
    return writer_str(&w);
}

td_str page_said(const struct page *p, const struct step *step)
{
    if (step->command.verb == VERB_heard)
        return page_heard(p, step);
    if (step->command.verb != VERB_help)
        return page_choice(p, step->choice);
    return page_word(p, "help.", help_kind_names[step->command.kind], step->command.threat ? ".threat" : ".say");
}

td_str page_help_missing(const struct page *p)
{
    const struct trace *trace = p->debrief->trace;
    td_str names[help_kind_count];
    int count = 0;
    for (int i = 0; i < trace->scenario->help_count && count < help_kind_count; i++)
        if (debrief_help_missing(trace, i))
            names[count++] = page_word(p, "help.", help_kind_names[trace->scenario->help[i].kind], ".name");
    struct writer list;
    writer_init(&list, p->w->arena);
    words_join(&list, p->words, names, count);
    return writer_str(&list);
}

td_str page_take(td_str *rest, char bracket)
{
    size_t length = 0;
    while (length < rest->len && rest->ptr[length] != bracket)
        length++;
    td_str part = {rest->ptr, length};
    size_t skip = length < rest->len ? length + 1 : length;
    *rest = (td_str){rest->ptr + skip, rest->len - skip};
    while (part.len > 0 && part.ptr[0] == ' ')
        part = (td_str){part.ptr + 1, part.len - 1};
    while (part.len > 0 && part.ptr[part.len - 1] == ' ')
        part.len--;
    return part;
}

static void tell_part(const struct page *p, td_str part, bool spoken, struct writer *w)
{
    if (part.len == 0)
        return;
    if (writer_str(w).len > 0)
        w_char(w, ' ');
    const struct word_arg args[] = {ARG_TEXT("text", part)};
    if (spoken)
        words_write(w, p->words, "quote", p->person, args, 1);
    else
        w_str(w, part);
}

static td_str told(const struct page *p, td_str rest)
{
    struct writer text;
    writer_init(&text, p->w->arena);
    for (bool spoken = true; rest.len > 0; spoken = !spoken)
        tell_part(p, page_take(&rest, spoken ? '[' : ']'), spoken, &text);
    return writer_str(&text);
}

td_str page_told(const struct page *p, td_str key)
{
    return told(p, filled(p, texts_get(p->debrief->texts, p->debrief->source, key)));
}

td_str page_line(const struct page *p, int32_t line)
{
    return line == NONE ? TD_STR("") : page_told(p, p->debrief->trace->scenario->lines[line].id);
}

td_str page_word_told(const struct page *p, const char *head, td_str name, const char *tail)
{
    return told(p, page_word(p, head, name, tail));
}
