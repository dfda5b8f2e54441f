/* words_load.c - reads a language file.
 *     {"format": "talkdown-words-1", "lang": "fr", "one": [0, 1], "texts": {"id": text, ...}}
 * `one` is the range of numbers that take the singular.  A text is a string, a list of lines, or an
 * object of variants.  A file with a fault is refused as a whole: half a language would mix two. */
#include "words_table.h"

#include "json.h"

static const struct json_limits language_limits = {4 * 1024 * 1024, 200000};

static const td_str person_names[] = {{"he", 2}, {"she", 3}, {"they", 4}};
static const td_str number_names[] = {{"one", 3}, {"other", 5}};

struct reader {
    struct words *words;
    struct diags *diags;
};

static void fault(const struct reader *r, const struct json_at *at, const char *code, td_str detail)
{
    td_str none = {"", 0};
    json_fault(at, false, r->diags, DIAG_ERROR, code, json_key(at), detail, none);
}

/* ---- one text ---- */

struct range {
    int first, last;
};

/* What is being read: which axes the text has, and every variant of it. */
struct shape {
    bool by_person, by_number;
    td_str form[WORDS_PERSONS][WORDS_NUMBERS];
};

static void set_forms(struct shape *shape, struct range who, struct range many, td_str text)
{
    for (int person = who.first; person <= who.last; person++)
        for (int plural = many.first; plural <= many.last; plural++)
            shape->form[person][plural] = text;
}

/* A list of strings, one a line. */
static bool read_lines(const struct reader *r, const struct json_at *at, td_str *ret)
{
    struct writer w;
    struct json_at item;
    writer_init(&w, &r->words->arena);
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (json_type(&item) != JSON_STRING) {
            fault(r, &item, D_WORDS_TEXT, TD_STR(""));
            return false;
        }
        if (item.index > 0)
            w_char(&w, '\n');
        w_str(&w, json_string(&item));
    }
    *ret = writer_str(&w);
    return true;
}

static int name_index(const td_str *names, int count, td_str name)
{
    for (int i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return i;
    return -1;
}

static bool read_text(const struct reader *r, const struct json_at *at, struct range who, struct range many,
                      struct shape *shape);

/* An object that names every member of one axis, and nothing else. */
static bool read_axis(const struct reader *r, const struct json_at *at, const td_str *names, int count,
                      struct range *axis, struct range *who, struct range *many, struct shape *shape)
{
    struct json_at child;
    int seen = 0;
    for (bool more = json_first(at, &child); more; more = json_next(&child)) {
        int index = name_index(names, count, json_key(&child));
        if (index < 0)
            break;
        *axis = (struct range){index, index};
        if (!read_text(r, &child, *who, *many, shape))
            return false;
        seen++;
    }
    if (seen == count && json_count(at) == count)
        return true;
    fault(r, at, D_WORDS_VARIANTS, count == WORDS_PERSONS ? TD_STR("he, she, they") : TD_STR("one, other"));
    return false;
}

static bool read_variants(const struct reader *r, const struct json_at *at, struct range who, struct range many,
                          struct shape *shape)
{
    struct json_at first;
    bool any = json_first(at, &first);
    bool person = any && name_index(person_names, WORDS_PERSONS, json_key(&first)) >= 0;
    bool number = any && name_index(number_names, WORDS_NUMBERS, json_key(&first)) >= 0;
    if (person && who.first != who.last) {
        shape->by_person = true;
        return read_axis(r, at, person_names, WORDS_PERSONS, &who, &who, &many, shape);
    }
    if (number && many.first != many.last) {
        shape->by_number = true;
        return read_axis(r, at, number_names, WORDS_NUMBERS, &many, &who, &many, shape);
    }
    fault(r, at, D_WORDS_VARIANTS, TD_STR("he, she, they; one, other"));
    return false;
}

static bool read_text(const struct reader *r, const struct json_at *at, struct range who, struct range many,
                      struct shape *shape)
{
    td_str text;
    switch (json_type(at)) {
    case JSON_STRING: set_forms(shape, who, many, arena_copy(&r->words->arena, json_string(at))); return true;
    case JSON_ARRAY:
        if (!read_lines(r, at, &text))
            return false;
        set_forms(shape, who, many, text);
        return true;
    case JSON_OBJECT: return read_variants(r, at, who, many, shape);
    case JSON_NULL:
    case JSON_BOOL:
    case JSON_INT: break;
    }
    fault(r, at, D_WORDS_TEXT, TD_STR(""));
    return false;
}

static struct words_entry make_entry(struct arena *a, td_str id, const struct shape *shape)
{
    struct words_entry entry = {.id = arena_copy(a, id), .by_person = shape->by_person, .by_number = shape->by_number};
    td_str *forms = arena_new(a, td_str, (size_t)words_form_count(&entry));
    int at = 0;
    for (int person = 0; person < (entry.by_person ? WORDS_PERSONS : 1); person++)
        for (int plural = 0; plural < (entry.by_number ? WORDS_NUMBERS : 1); plural++)
            forms[at++] = shape->form[person][plural];
    entry.forms = forms;
    return entry;
}

/* ---- against the fall-back ---- */

/* Has any variant of the entry this place? */
static bool has_place(const struct words_entry *entry, td_str name)
{
    for (int i = 0; i < words_form_count(entry); i++) {
        td_str rest = entry->forms[i], before, found;
        while (words_next_place(&rest, &before, &found))
            if (str_eq(found, name))
                return true;
    }
    return false;
}

/* The first place that a has and b lacks; empty if there is none. */
static td_str odd_place(const struct words_entry *a, const struct words_entry *b)
{
    for (int i = 0; i < words_form_count(a); i++) {
        td_str rest = a->forms[i], before, name;
        while (words_next_place(&rest, &before, &name))
            if (!has_place(b, name))
                return name;
    }
    return (td_str){"", 0};
}

static td_str nearest_id(const struct words *words, td_str id, struct arena *scratch)
{
    td_str *ids = arena_new(scratch, td_str, (size_t)words->count);
    for (int i = 0; i < words->count; i++)
        ids[i] = words->entries[i].id;
    int index = str_nearest(id, ids, words->count);
    return index < 0 ? (td_str){"", 0} : ids[index];
}

static void compare_entry(const struct reader *r, const struct json_at *at, const struct words_entry *entry)
{
    const struct words *source = r->words->fallback;
    const struct words_entry *original = words_find(source, entry->id);
    td_str none = {"", 0};
    if (original == NULL) {
        struct arena_mark mark = arena_mark(&r->words->arena);
        td_str nearest = nearest_id(source, entry->id, &r->words->arena);
        arena_rewind(&r->words->arena, mark);
        json_fault(at, true, r->diags, DIAG_WARNING, D_WORDS_UNKNOWN, entry->id, none, nearest);
        return;
    }
    td_str place = odd_place(original, entry);
    if (place.len == 0)
        place = odd_place(entry, original);
    if (place.len > 0)
        json_fault(at, false, r->diags, DIAG_WARNING, D_WORDS_PLACES, entry->id, place, none);
}

static void report_missing(const struct reader *r, const struct json_at *texts)
{
    const struct words *source = r->words->fallback;
    td_str none = {"", 0};
    for (int i = 0; i < source->count; i++)
        if (words_find_own(r->words, source->entries[i].id) == NULL)
            json_fault(texts, false, r->diags, DIAG_WARNING, D_WORDS_MISSING, source->entries[i].id, none, none);
}

/* ---- the file ---- */

static bool is_id(td_str id)
{
    for (size_t i = 0; i < id.len; i++) {
        char c = id.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.'))
            return false;
    }
    return id.len > 0 && id.len <= 80;
}

static void read_entry(const struct reader *r, const struct json_at *at)
{
    struct shape shape = {0};
    if (!is_id(json_key(at))) {
        json_fault(at, true, r->diags, DIAG_ERROR, D_WORDS_ID, json_key(at), TD_STR(""), TD_STR(""));
        return;
    }
    if (!read_text(r, at, (struct range){0, WORDS_PERSONS - 1}, (struct range){0, WORDS_NUMBERS - 1}, &shape))
        return;
    struct words_entry entry = make_entry(&r->words->arena, json_key(at), &shape);
    words_add(r->words, entry);
    if (r->words->fallback != NULL)
        compare_entry(r, at, &entry);
}

static void read_texts(const struct reader *r, const struct json_at *texts)
{
    struct json_at item;
    for (bool more = json_first(texts, &item); more; more = json_next(&item))
        read_entry(r, &item);
    if (r->words->fallback != NULL && r->diags->errors == 0)
        report_missing(r, texts);
}

static bool read_singular(const struct reader *r, const struct json_at *at)
{
    struct json_at low, high;
    if (json_type(at) != JSON_ARRAY || json_count(at) != 2 || !json_first(at, &low))
        return false;
    high = low;
    if (!json_next(&high) || json_type(&low) != JSON_INT || json_type(&high) != JSON_INT)
        return false;
    r->words->one_low = json_int(&low);
    r->words->one_high = json_int(&high);
    return true;
}

static bool is_format(const struct json_at *root)
{
    struct json_at at;
    return json_get(root, "format", &at) && str_is(json_string(&at), "talkdown-words-1");
}

/* The keys around the texts, then the texts. */
static void read_language(const struct reader *r, const struct json_at *root, const struct json_at *texts)
{
    struct json_at lang, one;
    if (!json_get(root, "lang", &lang) || json_string(&lang).len == 0)
        fault(r, root, D_WORDS_FILE, TD_STR("lang"));
    else
        r->words->lang = arena_copy(&r->words->arena, json_string(&lang));
    if (json_get(root, "one", &one) && !read_singular(r, &one))
        fault(r, &one, D_WORDS_FILE, TD_STR("[1, 1]"));
    read_texts(r, texts);
}

td_status words_load(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags,
                     const struct words *fallback, struct words **ret)
{
    struct json_doc *doc = json_open(mem, file, bytes, language_limits, diags);
    if (doc == NULL)
        return TD_E_SYNTAX;
    struct json_at root = json_root(doc), texts;
    int errors = diags->errors;
    bool known = is_format(&root) && json_get(&root, "texts", &texts) && json_type(&texts) == JSON_OBJECT;
    struct words *draft = words_new(mem, known ? json_count(&texts) : 0);
    struct reader r = {draft, diags};
    draft->fallback = fallback;
    if (known)
        read_language(&r, &root, &texts);
    else
        fault(&r, &root, D_WORDS_FILE, TD_STR("talkdown-words-1"));
    json_close(doc);
    if (diags->errors > errors) {
        words_destroy(draft);
        return TD_E_INVALID;
    }
    *ret = draft;
    return TD_OK;
}
