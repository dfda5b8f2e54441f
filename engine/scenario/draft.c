/* draft.c - two rounds over the draft: number everything, then write it with the words taken out.
 * What is written first is compact JSON; the layout for people is made from that at the end. */
#include "draft_words.h"
#include "form.h"
#include "pretty.h"

#include <assert.h>

/* --- what is numbered --- */

enum role { ROLE_NONE, ROLE_CHOICE, ROLE_LINE };

static bool is_one_of(td_str key, const char *const *names)
{
    for (; *names != NULL; names++)
        if (str_is(key, *names))
            return true;
    return false;
}

/* By the list it stands in. */
static enum role role_of(const struct json_at *at)
{
    static const char *const choices[] = {"choices", "floating", NULL};
    static const char *const lines[] = {"lines", "reactions", "silence",       "observe", "repeat", "open_wound",
                                        "harsh", "announce",  "worded_threat", "arrive",  NULL};
    if (at->parent == NULL || json_type(at) != JSON_OBJECT || json_type(at->parent) != JSON_ARRAY)
        return ROLE_NONE;
    if (is_one_of(json_key(at->parent), choices))
        return ROLE_CHOICE;
    return is_one_of(json_key(at->parent), lines) ? ROLE_LINE : ROLE_NONE;
}

/* c014, l123: what this tool makes.  The number goes to *ret. */
static bool is_made(td_str id, enum role role, int32_t *ret)
{
    int64_t number;
    if (id.len < 2 || id.ptr[0] != (role == ROLE_CHOICE ? 'c' : 'l'))
        return false;
    if (!str_int((td_str){id.ptr + 1, id.len - 1}, 0, INT32_MAX / 2, &number) || id.ptr[1] == '-')
        return false;
    *ret = (int32_t)number;
    return true;
}

static td_str new_id(struct draft *d, enum role role)
{
    struct writer w;
    int32_t number = ++d->last_id;
    writer_init(&w, d->a);
    w_char(&w, role == ROLE_CHOICE ? 'c' : 'l');
    for (int32_t room = 100; room > number && room > 1; room /= 10)
        w_char(&w, '0');
    w_int(&w, number);
    d->made++;
    return writer_str(&w);
}

/* The id that these words had before, if no other line has taken it since. */
static td_str id_from_before(struct draft *d, td_str words, enum role role)
{
    int32_t number;
    if (words.len == 0)
        return TD_STR("");
    for (int32_t i = id_index_find(&d->old_words, words); i != NONE;) {
        struct text *old = grow_item(&d->old, struct text, i);
        if (!old->taken && is_made(old->key, role, &number)) {
            old->taken = true;
            return old->key;
        }
        i = old->twin;
    }
    return TD_STR("");
}

static void number_one(struct draft *d, const struct json_at *at, enum role role)
{
    int32_t number;
    td_str own = draft_string(at, "id");
    td_str id = own;
    if (!is_made(own, role, &number)) {
        id = id_from_before(d, draft_string(at, "say"), role);
        if (id.len == 0)
            id = new_id(d, role);
        if (own.len > 0 && role == ROLE_CHOICE)
            id_index_add(&d->renamed, own, d->ids.count, TD_STR(""));
    }
    *grow_item(&d->ids, td_str, grow_add(&d->ids, 1)) = id;
}

/* An object before what is in it, so that numbers rise down the page. */
static void number_all(struct draft *d, const struct json_at *at)
{
    struct json_at item;
    enum role role = role_of(at);
    if (role != ROLE_NONE)
        number_one(d, at, role);
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (!draft_is_own(&item))
            number_all(d, &item);
}

/* Ids that are there already are taken, wherever they stand. */
static void see_made_ids(struct draft *d, const struct json_at *at)
{
    struct json_at item;
    int32_t number = 0;
    enum role role = role_of(at);
    td_str id = role == ROLE_NONE ? TD_STR("") : draft_string(at, "id");
    if (is_made(id, role, &number)) {
        int32_t old = id_index_find(&d->old_keys, id);
        if (old != NONE)
            grow_item(&d->old, struct text, old)->taken = true;
        if (number > d->last_id)
            d->last_id = number;
    }
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (!draft_is_own(&item))
            see_made_ids(d, &item);
}

/* --- words --- */

static void tell(struct draft *d, const struct json_at *at, const char *code, td_str subject, td_str detail)
{
    json_fault(at, false, d->diags, DIAG_ERROR, code, subject, detail, TD_STR(""));
}

/* The list that the object of a text stands in. */
static td_str section_of(const struct json_at *words)
{
    const struct json_at *object = words->parent;
    return object != NULL && object->parent != NULL ? json_key(object->parent) : TD_STR("");
}

static void keep_words(struct draft *d, const struct json_at *at, td_str key)
{
    if (json_type(at) != JSON_STRING) {
        tell(d, at, D_WRONG_TYPE, TD_STR(""), TD_STR("string"));
        return;
    }
    const struct id_entry *taken = id_index_add(&d->fresh_keys, key, d->fresh.count, section_of(at));
    if (taken != NULL) {
        tell(d, at, D_DUPLICATE_ID, key, taken->section);
        return;
    }
    struct text text = {.key = key, .text = arena_copy(d->a, json_string(at)), .twin = NONE};
    *grow_item(&d->fresh, struct text, grow_add(&d->fresh, 1)) = text;
    d->moved++;
}

static void keep_all_words(struct draft *d, const struct json_at *at)
{
    struct json_at item;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        if (!draft_is_own(&item))
            keep_words(d, &item, arena_copy(d->a, json_key(&item)));
}

/* --- writing --- */

static void write_value(struct draft *d, const struct json_at *at);

static void write_key(struct draft *d, td_str key, bool *first)
{
    if (!*first)
        w_char(&d->out, ',');
    *first = false;
    w_json(&d->out, key);
    w_char(&d->out, ':');
}

/* References to choices follow their new names. */
static bool write_reference(struct draft *d, const struct json_at *at)
{
    if (at->parent == NULL || !(str_is(json_key(at->parent), "said") || str_is(json_key(at->parent), "not_said")))
        return false;
    int32_t number = id_index_find(&d->renamed, json_string(at));
    if (number == NONE)
        return false;
    w_json(&d->out, *grow_item(&d->ids, td_str, number));
    return true;
}

/* {"id": "o-low", "say": "..."} among the options of a prompt is the id with its words. */
static bool write_option(struct draft *d, const struct json_at *at)
{
    struct json_at words;
    if (at->parent == NULL || at->parent->parent == NULL || at->parent->parent->parent == NULL)
        return false;
    if (!str_is(json_key(at->parent), "options") || !str_is(json_key(at->parent->parent->parent), "prompts"))
        return false;
    if (json_get(at, "say", &words))
        keep_words(d, &words, arena_copy(d->a, draft_string(at, "id")));
    w_json(&d->out, draft_string(at, "id"));
    return true;
}

/* The part of the text key that an inline key stands for; NULL part: the id itself. */
static bool is_inline(const struct json_at *member, const char **ret_part)
{
    td_str key = json_key(member);
    *ret_part = str_is(key, "why") ? "why" : str_is(key, "pressed") ? "pressed" : NULL;
    return *ret_part != NULL || str_is(key, "say");
}

static void write_member(struct draft *d, const struct json_at *member, td_str id, bool *first)
{
    const char *part;
    bool top = member->parent->parent == NULL;
    if (draft_is_own(member)) { /* nothing in there is ours to change */
        write_key(d, json_key(member), first);
        pretty_write_line(&d->out, member);
        return;
    }
    if (is_inline(member, &part)) {
        if (id.len == 0)
            tell(d, member->parent, D_MISSING_KEY, TD_STR("id"), TD_STR(""));
        else
            keep_words(d, member, draft_key(d, id, part));
        return;
    }
    if (top && (str_is(json_key(member), "words") || str_is(json_key(member), "texts"))) {
        keep_all_words(d, member);
        return;
    }
    if (str_is(json_key(member), "id") && role_of(member->parent) != ROLE_NONE)
        return; /* written first */
    write_key(d, json_key(member), first);
    if (top && str_is(json_key(member), "last_id"))
        w_int(&d->out, d->last_id);
    else
        write_value(d, member);
}

static void write_object(struct draft *d, const struct json_at *at)
{
    struct json_at member;
    bool first = true;
    td_str id = arena_copy(d->a, draft_string(at, "id"));
    if (role_of(at) != ROLE_NONE)
        id = *grow_item(&d->ids, td_str, d->next++);
    w_char(&d->out, '{');
    if (role_of(at) != ROLE_NONE) {
        write_key(d, TD_STR("id"), &first);
        w_json(&d->out, id);
    }
    for (bool more = json_first(at, &member); more; more = json_next(&member))
        write_member(d, &member, id, &first);
    if (at->parent == NULL && !json_get(at, "last_id", &member)) {
        write_key(d, TD_STR("last_id"), &first);
        w_int(&d->out, d->last_id);
    }
    w_char(&d->out, '}');
}

static void write_array(struct draft *d, const struct json_at *at)
{
    struct json_at item;
    w_char(&d->out, '[');
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (item.index > 0)
            w_char(&d->out, ',');
        write_value(d, &item);
    }
    w_char(&d->out, ']');
}

static void write_value(struct draft *d, const struct json_at *at)
{
    switch (json_type(at)) {
    case JSON_NULL: w_text(&d->out, "null"); break;
    case JSON_BOOL: w_text(&d->out, json_bool(at) ? "true" : "false"); break;
    case JSON_INT: w_int(&d->out, json_int(at)); break;
    case JSON_STRING:
        if (!write_reference(d, at))
            w_json(&d->out, json_string(at));
        break;
    case JSON_ARRAY: write_array(d, at); break;
    case JSON_OBJECT:
        if (!write_option(d, at))
            write_object(d, at);
        break;
    }
}

/* --- what was there before --- */

/* false: not readable, and diags say why.  No file at all is fine: *ret is NULL. */
static bool open_file(const td_allocator *mem, struct draft_file file, struct diags *diags, struct json_doc **ret)
{
    *ret = NULL;
    if (file.bytes.len == 0)
        return true;
    *ret = json_open(mem, file.name, file.bytes, draft_limits, diags);
    return *ret != NULL;
}

static void see_last_id(struct draft *d, const struct json_doc *doc)
{
    struct json_at member;
    if (doc == NULL)
        return;
    struct json_at root = json_root(doc);
    if (json_get(&root, "last_id", &member) && json_int(&member) > d->last_id && json_int(&member) < INT32_MAX / 2)
        d->last_id = (int32_t)json_int(&member);
}

/* --- the whole --- */

static void draft_init(struct draft *d, const td_allocator *mem, struct arena *a, struct diags *diags)
{
    *d = (struct draft){.a = a, .diags = diags};
    grow_init(&d->ids, mem, td_str);
    grow_init(&d->fresh, mem, struct text);
    grow_init(&d->old, mem, struct text);
    id_index_init(&d->renamed, mem);
    id_index_init(&d->fresh_keys, mem);
    id_index_init(&d->old_keys, mem);
    id_index_init(&d->old_words, mem);
    writer_init(&d->out, a);
}

static void draft_release(struct draft *d)
{
    grow_finish(&d->ids);
    grow_finish(&d->fresh);
    grow_finish(&d->old);
    id_index_finish(&d->renamed);
    id_index_finish(&d->fresh_keys);
    id_index_finish(&d->old_keys);
    id_index_finish(&d->old_words);
}

static td_str lay_out(struct draft *d, const struct json_at *root)
{
    struct writer w;
    writer_init(&w, d->a);
    pretty_write(&w, root);
    return writer_str(&w);
}

static td_str language_in(const struct json_at *root, struct arena *a)
{
    td_str lang = draft_string(root, "lang");
    return form_is_language(lang) ? arena_copy(a, lang) : TD_STR("en"); /* it becomes part of a file name */
}

static td_str last_text(struct draft *d)
{
    struct writer w;
    writer_init(&w, d->a);
    w_int(&w, d->last_id);
    return writer_str(&w);
}

static td_status finish(struct draft *d, const td_allocator *mem, const struct json_at *root, td_str name,
                        struct draft_result *ret)
{
    int before = d->diags->errors;
    see_made_ids(d, root);
    number_all(d, root);
    write_value(d, root);
    assert(d->next == d->ids.count);
    if (d->diags->errors > before)
        return TD_E_INVALID;
    struct json_doc *finished = json_open(mem, name, writer_str(&d->out), draft_limits, d->diags);
    if (finished == NULL)
        return TD_E_LIMIT;
    struct json_at whole = json_root(finished);
    td_str texts = draft_write_texts(d, &whole);
    *ret = (struct draft_result){.scenario = lay_out(d, &whole), .texts = texts, .made = d->made, .moved = d->moved};
    ret->lang = language_in(&whole, d->a);
    ret->last = last_text(d);
    json_close(finished);
    return TD_OK;
}

static td_status finish_open(const td_allocator *mem, struct arena *a, const struct json_doc *doc, td_str name,
                             const struct json_doc *before, const struct json_doc *words, struct diags *diags,
                             struct draft_result *ret)
{
    struct draft d;
    struct json_at root = json_root(doc);
    if (json_type(&root) != JSON_OBJECT) {
        json_fault(&root, false, diags, DIAG_ERROR, D_WRONG_TYPE, TD_STR(""), TD_STR("object"), TD_STR(""));
        return TD_E_INVALID;
    }
    draft_init(&d, mem, a, diags);
    see_last_id(&d, doc);
    see_last_id(&d, before);
    draft_see_texts(&d, words);
    td_status status = finish(&d, mem, &root, name, ret);
    draft_release(&d);
    return status;
}

td_status draft_finish(const td_allocator *mem, struct arena *a, struct draft_file draft, struct draft_file before,
                       struct draft_file words, struct diags *diags, struct draft_result *ret)
{
    struct json_doc *doc = json_open(mem, draft.name, draft.bytes, draft_limits, diags);
    struct json_doc *old = NULL, *texts = NULL;
    td_status status = TD_E_SYNTAX;
    if (doc != NULL && open_file(mem, before, diags, &old) && open_file(mem, words, diags, &texts))
        status = finish_open(mem, a, doc, draft.name, old, texts, diags, ret);
    json_close(texts);
    json_close(old);
    json_close(doc);
    return status;
}

td_str draft_language(const td_allocator *mem, struct arena *a, struct draft_file draft)
{
    struct diags unread;
    struct json_doc *doc;
    td_str lang = TD_STR("en");
    diags_init(&unread, a);
    doc = json_open(mem, draft.name, draft.bytes, draft_limits, &unread);
    if (doc != NULL) {
        struct json_at root = json_root(doc);
        lang = language_in(&root, a);
    }
    json_close(doc);
    return lang;
}
