/* speech.c - the scenario's texts as they are told: [directions] are sentences of their own, the rest is
 * what the person says. */
#include "twin.h"

static td_str raw(const struct twin *t, td_str key)
{
    return texts_get(t->play.tale.texts, t->play.tale.source, key);
}

static bool has_named_fact(const td_scenario *s)
{
    for (int i = 0; i < s->fact_count; i++)
        if (s->facts[i].kind == FACT_name)
            return true;
    return false;
}

static bool name_is_known(const struct twin *t)
{
    const td_scenario *s = t->play.tale.scenario;
    for (int i = 0; i < s->fact_count; i++)
        if (s->facts[i].kind == FACT_name && memory_has(&t->view.known, i))
            return true;
    return !has_named_fact(s);
}

td_str twin_called(const struct twin *t)
{
    td_str name = raw(t, TD_STR("subject.name"));
    return name_is_known(t) ? name : raw(t, TD_STR("subject.called"));
}

td_str twin_name(struct twin *t)
{
    return twin_capital(t, twin_called(t));
}

static td_str filled(struct twin *t, td_str text)
{
    struct writer w;
    writer_init(&w, &t->page);
    const struct word_arg args[] = {ARG_TEXT("subject.name", raw(t, TD_STR("subject.name")))};
    words_fill(&w, t->library->words, text, args, 1);
    return writer_str(&w);
}

td_str twin_own_cue(struct twin *t, td_str state)
{
    return filled(t, texts_look(t->play.tale.texts, t->play.tale.source, state, t->view.exchanges));
}

td_str twin_text(struct twin *t, td_str key)
{
    return filled(t, raw(t, key));
}

/* --- telling -------------------------------------------------------------------------------------- */

static td_str trim(td_str text)
{
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\n'))
        text = (td_str){text.ptr + 1, text.len - 1};
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\n'))
        text.len--;
    return text;
}

/* Where the bracket stands, or the end.  "[!!" and "!!]" are the marks of the pseudo-language. */
static size_t find_bracket(td_str text, char bracket)
{
    for (size_t i = 0; i < text.len; i++) {
        bool marked = bracket == '[' ? i + 1 < text.len && text.ptr[i + 1] == '!' : i > 0 && text.ptr[i - 1] == '!';
        if (text.ptr[i] == bracket && !marked)
            return i;
    }
    return text.len;
}

/* Cuts a direction or a stretch of speech off *rest. */
static td_str next_part(td_str *rest, bool *ret_direction)
{
    *ret_direction = find_bracket(*rest, '[') == 0;
    td_str inside = *ret_direction ? (td_str){rest->ptr + 1, rest->len - 1} : *rest;
    size_t len = find_bracket(inside, *ret_direction ? ']' : '[');
    size_t used = *ret_direction && len < inside.len ? len + 1 : len;
    *rest = (td_str){inside.ptr + used, inside.len - used};
    return trim((td_str){inside.ptr, len});
}

void twin_tell(struct twin *t, td_str text)
{
    while (text.len > 0) {
        bool direction;
        td_str part = next_part(&text, &direction);
        const struct word_arg args[] = {ARG_TEXT("name", twin_name(t)), ARG_TEXT("line", part)};
        if (part.len == 0)
            continue;
        if (direction)
            console_put(&t->console, part);
        else
            twin_say(t, "play.says", args, 2);
    }
}

td_str twin_told(struct twin *t, td_str text)
{
    struct writer w;
    writer_init(&w, &t->page);
    while (text.len > 0) {
        bool direction;
        td_str part = next_part(&text, &direction);
        const struct word_arg args[] = {ARG_TEXT("name", twin_name(t)), ARG_TEXT("line", part)};
        if (part.len == 0)
            continue;
        if (writer_str(&w).len > 0)
            w_char(&w, ' ');
        w_str(&w, direction ? part : twin_sentence(t, "play.says", args, 2));
    }
    return writer_str(&w);
}

void twin_tell_line(struct twin *t, int32_t line)
{
    if (line != NONE)
        twin_tell(t, twin_text(t, t->play.tale.scenario->lines[line].id));
}

td_str twin_plain(struct twin *t, td_str text)
{
    struct writer w;
    writer_init(&w, &t->page);
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '[' && text.ptr[i] != ']')
            w_char(&w, text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
    return trim(writer_str(&w));
}
