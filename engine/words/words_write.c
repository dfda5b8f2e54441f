/* words_write.c - from an id and what happened to a sentence.
 * The choice of a variant is all the grammar there is: a sentence is taken whole and only its named
 * places are filled, so a translator can order it as the language wants. */
#include "words_table.h"

static bool is_place_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

/* The length of the {place} at the front of text, braces and all; 0 if there is none. */
static size_t place_size(td_str text)
{
    size_t at = 1;
    while (at < text.len && is_place_char(text.ptr[at]))
        at++;
    return at > 1 && at < text.len && text.ptr[at] == '}' ? at + 1 : 0;
}

bool words_next_place(td_str *rest, td_str *ret_before, td_str *ret_name)
{
    for (size_t at = 0; at < rest->len; at++) {
        if (rest->ptr[at] != '{')
            continue;
        size_t size = place_size((td_str){rest->ptr + at, rest->len - at});
        if (size == 0)
            continue;
        *ret_before = (td_str){rest->ptr, at};
        *ret_name = (td_str){rest->ptr + at + 1, size - 2};
        *rest = (td_str){rest->ptr + at + size, rest->len - at - size};
        return true;
    }
    *ret_before = *rest;
    *rest = (td_str){rest->ptr + rest->len, 0};
    return false;
}

static const struct word_arg *find_arg(td_str name, const struct word_arg *args, int count)
{
    for (int i = 0; i < count; i++)
        if (str_is(name, args[i].name))
            return &args[i];
    return NULL;
}

static bool write_value(struct writer *w, const struct words *words, td_str name)
{
    for (int i = 0; i < words->value_count; i++) {
        if (!str_eq(words->values[i].name, name))
            continue;
        w_str(w, words->values[i].text);
        return true;
    }
    char id[80];
    if (name.len > sizeof id - sizeof "value.")
        return false;
    memcpy(id, "value.", 6);
    memcpy(id + 6, name.ptr, name.len);
    const struct words_entry *entry = words_find(words, (td_str){id, 6 + name.len});
    if (entry != NULL)
        w_str(w, words_form(entry, WORDS_THEY, 1));
    return entry != NULL;
}

static void write_place(struct writer *w, const struct words *words, td_str name, const struct word_arg *args,
                        int count)
{
    const struct word_arg *arg = find_arg(name, args, count);
    if (arg != NULL && arg->is_number) {
        w_int(w, arg->number);
    } else if (arg != NULL) {
        w_str(w, arg->text);
    } else if (!write_value(w, words, name)) {
        w_char(w, '{');
        w_str(w, name);
        w_char(w, '}');
    }
}

void words_fill(struct writer *w, const struct words *words, td_str text, const struct word_arg *args, int count)
{
    td_str before, name;
    while (words_next_place(&text, &before, &name)) {
        w_str(w, before);
        write_place(w, words, name, args, count);
    }
    w_str(w, before);
}

/* Which number the grammar looks at: n, or else the first; none counts as many. */
static int plural_of(const struct words *words, const struct word_arg *args, int count)
{
    const struct word_arg *number = find_arg(TD_STR("n"), args, count);
    for (int i = 0; i < count && (number == NULL || !number->is_number); i++)
        if (args[i].is_number)
            number = &args[i];
    if (number == NULL || !number->is_number)
        return 1;
    return number->number >= words->one_low && number->number <= words->one_high ? 0 : 1;
}

static void write_entry(struct writer *w, const struct words *words, const struct words_entry *entry, int person,
                        const struct word_arg *args, int count)
{
    int plural = entry->by_number ? plural_of(words, args, count) : 1;
    words_fill(w, words, words_form(entry, person, plural), args, count);
}

void words_write_first(struct writer *w, const struct words *words, const char *const *ids, int id_count, int person,
                       const struct word_arg *args, int count)
{
    for (int i = 0; i < id_count; i++) {
        const struct words_entry *entry = words_find(words, str_of(ids[i]));
        if (entry == NULL)
            continue;
        write_entry(w, words, entry, person, args, count);
        return;
    }
    if (id_count > 0)
        w_text(w, ids[id_count - 1]);
}

void words_write(struct writer *w, const struct words *words, const char *id, int person, const struct word_arg *args,
                 int count)
{
    words_write_first(w, words, &id, 1, person, args, count);
}

/* "{a}, {b}" and "{a} and {b}", folded from the left, so that a language may order even this. */
void words_join(struct writer *w, const struct words *words, const td_str *items, int count)
{
    if (count == 0)
        return;
    td_str left = items[0];
    for (int i = 1; i < count; i++) {
        struct writer step;
        writer_init(&step, w->arena);
        const struct word_arg pair[] = {ARG_TEXT("a", left), ARG_TEXT("b", items[i])};
        words_write(&step, words, i == count - 1 ? "list.last" : "list.next", WORDS_THEY, pair, 2);
        left = writer_str(&step);
    }
    w_str(w, left);
}
