/* words_pseudo.c - a language that nobody speaks, to find what was never translated.
 * Every text is its English one between marks; whatever a screen shows without the marks is a literal
 * in the code.  The vowels stay plain: goldens of the pseudo-language must be readable. */
#include "words_table.h"

/* Line by line, so that a page of several lines shows no bare one. */
static td_str marked(struct arena *a, td_str text)
{
    struct writer w;
    bool open = false;
    writer_init(&w, a);
    for (size_t i = 0; i < text.len; i++) {
        bool end = text.ptr[i] == '\n';
        if (open == end) /* a line begins, or one that has begun ends */
            w_text(&w, open ? " !!]" : "[!! ");
        open = !end;
        w_char(&w, text.ptr[i]);
    }
    w_text(&w, open ? " !!]" : "");
    return writer_str(&w);
}

static struct words_entry pseudo_entry(struct arena *a, const struct words_entry *entry)
{
    int count = words_form_count(entry);
    td_str *forms = arena_new(a, td_str, (size_t)count);
    for (int i = 0; i < count; i++)
        forms[i] = marked(a, entry->forms[i]);
    struct words_entry copy = *entry;
    copy.forms = forms;
    return copy;
}

/* Values and list joints stand inside other sentences; the marks around those are enough. */
static bool is_inner(td_str id)
{
    return str_starts(id, TD_STR("value.")) || str_starts(id, TD_STR("list."));
}

void words_pseudo(const td_allocator *mem, const struct words *source, struct words **ret)
{
    struct words *words = words_new(mem, source->count);
    words->lang = TD_STR("xx");
    words->fallback = source;
    words->one_low = source->one_low;
    words->one_high = source->one_high;
    for (int i = 0; i < source->count; i++) {
        const struct words_entry *entry = &source->entries[i];
        words_add(words, is_inner(entry->id) ? *entry : pseudo_entry(&words->arena, entry));
    }
    *ret = words;
}
