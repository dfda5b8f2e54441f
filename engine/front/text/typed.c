/* typed.c - what was typed, held against the words of the language: whole words first, then the
 * beginning of just one. */
#include "twin.h"

const char *const key_names[KEY_COUNT] = {
#define X(name) "key." #name,
    TD_KEYS(X)
#undef X
};

static uint32_t small(uint32_t c)
{
    bool latin = (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
    return latin ? c + 0x20 : c;
}

td_str typed_small(struct twin *t, td_str text)
{
    struct writer w;
    char bytes[4];
    writer_init(&w, &t->page);
    while (text.len > 0) {
        size_t size = utf8_put(bytes, small(utf8_next(&text)));
        w_str(&w, (td_str){bytes, size});
    }
    return writer_str(&w);
}

bool typed_is(struct twin *t, td_str word, const char *id)
{
    td_str known = words_get(t->library->words, str_of(id));
    td_str typed = typed_small(t, word);
    while (known.len > 0)
        if (str_eq(str_word(&known), typed))
            return typed.len > 0;
    return false;
}

static bool begins_one(struct twin *t, td_str typed, const char *id)
{
    td_str known = words_get(t->library->words, str_of(id));
    while (known.len > 0)
        if (str_starts(str_word(&known), typed))
            return true;
    return false;
}

static bool is_whole_word(td_str word)
{
    return utf8_count(word) > 1 && ((unsigned char)word.ptr[0] >= 0x80 || (word.ptr[0] >= 'a' && word.ptr[0] <= 'z'));
}

/* The first whole word of a key: how it is called in a sentence. */
static td_str name_of(struct twin *t, enum key key)
{
    td_str known = words_get(t->library->words, str_of(key_names[key]));
    td_str word = str_word(&known);
    while (!is_whole_word(word) && known.len > 0)
        word = str_word(&known);
    return word;
}

enum key typed_key(struct twin *t, td_str word, td_str *ret_names)
{
    td_str typed = typed_small(t, word), names[KEY_COUNT];
    enum key found = KEY_COUNT;
    int count = 0;
    for (int key = 0; key < KEY_COUNT; key++)
        if (typed_is(t, typed, key_names[key]))
            return (enum key)key;
    for (int key = 0; typed.len > 0 && key < KEY_COUNT; key++) {
        if (!begins_one(t, typed, key_names[key]))
            continue;
        names[count++] = name_of(t, (enum key)key);
        found = (enum key)key;
    }
    if (count < 2)
        return found;
    struct writer w;
    writer_init(&w, &t->page);
    words_join(&w, t->library->words, names, count);
    *ret_names = writer_str(&w);
    return KEY_AMBIGUOUS;
}

bool typed_number(td_str text, int64_t least, int64_t most, int64_t *ret)
{
    return str_int(text, least, most, ret);
}

/* Does a word of the name begin like this?  "team" means the crisis team. */
static bool has_word(td_str name, td_str typed)
{
    while (name.len > 0) {
        if (str_starts(name, typed))
            return true;
        while (name.len > 0 && name.ptr[0] != ' ')
            name = (td_str){name.ptr + 1, name.len - 1};
        while (name.len > 0 && name.ptr[0] == ' ')
            name = (td_str){name.ptr + 1, name.len - 1};
    }
    return false;
}

int typed_among(struct twin *t, td_str text, const td_str *names, int count)
{
    td_str typed = typed_small(t, text);
    int begins = NONE, has = NONE;
    for (int i = 0; i < count && typed.len > 0; i++) {
        td_str name = typed_small(t, names[i]);
        if (str_eq(name, typed))
            return i;
        if (str_starts(name, typed))
            begins = begins == NONE ? i : count;
        if (utf8_count(typed) > 2 && has_word(name, typed))
            has = has == NONE ? i : count;
    }
    int found = begins != NONE ? begins : has;
    return found == count ? NONE : found;
}

td_str typed_item(td_str *rest)
{
    size_t start = 0, end;
    while (start < rest->len && (rest->ptr[start] == ' ' || rest->ptr[start] == ','))
        start++;
    for (end = start; end < rest->len && rest->ptr[end] != ' ' && rest->ptr[end] != ',';)
        end++;
    td_str item = {rest->ptr + start, end - start};
    *rest = (td_str){rest->ptr + end, rest->len - end};
    return item;
}
