/* texts.c - the words of a scenario in one language.
 * A translation remembers which original it was made from; when that has changed, the original is
 * shown rather than a translation of something nobody says any more. */
#include "hash.h"
#include "text_check.h"

struct text_entry {
    td_str key; /* first: the slots look here */
    td_str text;
};

/* What one file brings, while it is being read. */
struct reading {
    struct loader l; /* for its way of reading and telling faults */
    const td_scenario *s;
    const td_texts *source;
    td_texts *texts;
    struct text_entry *entries;
    uint8_t *kinds; /* enum text_kind by entry */
    struct json_at list;
    int32_t next;        /* the entry behind the one found last: files follow the story */
    struct grow missing; /* td_str: keys that have no text, for a near miss among those nobody uses */
};

/* --- looking up --- */

static uint32_t joined_hash(td_str key, const char *part)
{
    uint64_t h = hash_bytes(HASH_START, key.ptr, key.len);
    if (part != NULL)
        h = hash_bytes(hash_bytes(h, ".", 1), part, strlen(part));
    return id_hash_fold(h);
}

static bool is_joined(td_str joined, td_str key, const char *part)
{
    if (part == NULL)
        return str_eq(joined, key);
    size_t len = strlen(part);
    return joined.len == key.len + 1 + len && str_starts(joined, key) && joined.ptr[key.len] == '.' &&
           memcmp(joined.ptr + key.len + 1, part, len) == 0;
}

static int32_t find(const td_texts *texts, td_str key, const char *part)
{
    if (texts == NULL || texts->slots.slot == NULL)
        return NONE;
    const int32_t *slot = texts->slots.slot;
    uint32_t mask = texts->slots.mask;
    for (uint32_t at = joined_hash(key, part) & mask; slot[at] != 0; at = (at + 1) & mask)
        if (is_joined(texts->entries[slot[at] - 1].key, key, part))
            return slot[at] - 1;
    return NONE;
}

static td_str text_of(const td_texts *texts, td_str key, const char *part)
{
    int32_t index = find(texts, key, part);
    return index == NONE ? TD_STR("") : texts->entries[index].text;
}

static td_str text_or_source(const td_texts *texts, const td_texts *source, td_str key, const char *part)
{
    td_str text = text_of(texts, key, part);
    return text.len > 0 ? text : text_of(source, key, part);
}

td_str texts_get(const td_texts *texts, const td_texts *source, td_str key)
{
    return text_or_source(texts, source, key, NULL);
}

td_str texts_part(const td_texts *texts, const td_texts *source, td_str key, const char *part)
{
    return text_or_source(texts, source, key, part);
}

#define LOOKS(state)                  \
    {                                 \
        state, state ".2", state ".3" \
    }
const char *const text_look_parts[TEXT_LOOK_STATES][TEXT_LOOKS] = {
    LOOKS("calm"),   LOOKS("anxious"), LOOKS("agitated"), LOOKS("hostile"),
    LOOKS("crisis"), LOOKS("despair"), LOOKS("recovery"),
};

td_str texts_look(const td_texts *texts, const td_texts *source, td_str state, int32_t turn)
{
    td_str ways[TEXT_LOOKS];
    int count = 0;
    for (int i = 0; i < TEXT_LOOK_STATES; i++)
        for (int way = 0; str_is(state, text_look_parts[i][0]) && way < TEXT_LOOKS; way++) {
            ways[count] = texts_part(texts, source, TD_STR("cue"), text_look_parts[i][way]);
            count += ways[count].len > 0;
        }
    return count > 0 ? ways[turn % count] : TD_STR("");
}

td_str texts_mark(struct arena *a, td_str text)
{
    struct writer w;
    writer_init(&w, a);
    w_hex64(&w, hash_finish(hash_bytes(HASH_START, text.ptr, text.len)));
    return (td_str){writer_str(&w).ptr, TEXT_MARK_LENGTH};
}

/* --- reading the entries --- */

/* The text of a translation, or empty when its original has changed since. */
static td_str read_translated(struct reading *r, const struct json_at *at, td_str key)
{
    struct translated_fields f;
    struct loader *l = &r->l;
    if (!load_object(l, at, &form_translated, &f))
        return TD_STR("");
    if (r->source == NULL) {
        load_fault(l, at, D_WRONG_TYPE, TD_STR("object"), TD_STR("string"));
        return TD_STR("");
    }
    td_str original = text_of(r->source, key, NULL);
    td_str mark = texts_mark(&l->scratch, original);
    bool current = original.len == 0 || (given(&f.of) && str_eq(json_string(&f.of), mark));
    if (given(&f.of) && !current)
        load_fault(l, at, D_STALE_TRANSLATION, key, mark);
    return given(&f.text) && current ? json_string(&f.text) : TD_STR("");
}

static td_str read_one(struct reading *r, const struct json_at *at)
{
    struct loader *l = &r->l;
    td_str key = json_key(at);
    struct arena_mark mark = arena_mark(&l->scratch);
    td_str text = TD_STR("");
    if (json_type(at) == JSON_OBJECT)
        text = read_translated(r, at, key);
    else if (json_type(at) != JSON_STRING)
        load_fault(l, at, D_WRONG_TYPE, load_type_name(json_type(at)), TD_STR("string"));
    else if (json_string(at).len == 0)
        load_fault(l, at, D_EMPTY_TEXT, key, TD_STR(""));
    else if (json_string(at).len > LIMIT_TEXT_BYTES)
        load_fault(l, at, D_TEXT_TOO_LONG, key, load_int_text(l, LIMIT_TEXT_BYTES));
    else
        text = json_string(at);
    arena_rewind(&l->scratch, mark);
    return text;
}

/* Eight bytes at a time, the first one lowest, on every machine. */
static uint64_t hash_long(uint64_t h, td_str text)
{
    size_t at = 0;
    for (; text.len - at >= 8; at += 8) {
        uint64_t eight = 0;
        for (size_t i = 0; i < 8; i++)
            eight |= (uint64_t)(unsigned char)text.ptr[at + i] << 8 * i;
        h = (h ^ eight) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
    }
    return hash_bytes(h, text.ptr + at, text.len - at);
}

static void read_entries(struct reading *r)
{
    struct json_at item;
    td_texts *texts = r->texts;
    int32_t count = load_count(&r->list);
    r->entries = arena_new(&texts->arena, struct text_entry, (size_t)count);
    r->kinds = arena_new(&r->l.scratch, uint8_t, (size_t)count);
    for (bool more = load_first(&r->list, &item); more; more = json_next(&item)) {
        struct text_entry *entry = &r->entries[item.index];
        entry->key = arena_copy(&texts->arena, json_key(&item));
        entry->text = arena_copy(&texts->arena, read_one(r, &item));
        texts->hash += hash_finish(hash_long(hash_str(HASH_START, entry->key), entry->text));
    }
    texts->entries = r->entries;
    texts->count = count;
    texts->slots = id_slots_build(&texts->arena, r->entries, count, sizeof *r->entries);
}

/* --- against the scenario --- */

static td_str joined_key(struct arena *a, const struct text_wanted *wanted)
{
    struct writer w;
    if (wanted->part == NULL)
        return wanted->key;
    writer_init(&w, a);
    w_str(&w, wanted->key);
    w_char(&w, '.');
    w_text(&w, wanted->part);
    return writer_str(&w);
}

static int32_t find_next(struct reading *r, const struct text_wanted *wanted)
{
    int32_t index = r->next;
    if (index >= r->texts->count || !is_joined(r->entries[index].key, wanted->key, wanted->part))
        index = find(r->texts, wanted->key, wanted->part);
    if (index != NONE)
        r->next = index + 1;
    return index;
}

static void see_wanted(void *context, const struct text_wanted *wanted)
{
    struct reading *r = context;
    int32_t index = find_next(r, wanted);
    if (index != NONE) {
        if (r->kinds[index] == TEXT_UNUSED)
            r->kinds[index] = (uint8_t)wanted->kind;
        return;
    }
    bool has_original = r->source != NULL && find(r->source, wanted->key, wanted->part) != NONE;
    if (!wanted->required && !has_original)
        return;
    td_str key = joined_key(&r->l.scratch, wanted);
    load_fault(&r->l, &r->list, r->source == NULL ? D_MISSING_TEXT : D_MISSING_TRANSLATION, key, wanted->where);
    if (r->missing.count < DIAG_MAX)
        *grow_item(&r->missing, td_str, grow_add(&r->missing, 1)) = key;
}

/* A key that nobody asks for is often a slip for one that is missing. */
static void unused_text(struct reading *r, const struct json_at *at)
{
    const td_str *names = r->missing.items;
    int nearest = r->missing.count == 0 ? -1 : str_nearest(json_key(at), names, r->missing.count);
    load_fault_key(&r->l, at, D_UNUSED_TEXT, json_key(at), TD_STR(""), nearest < 0 ? TD_STR("") : names[nearest]);
}

static void check_entries(struct reading *r)
{
    struct json_at item;
    for (bool more = load_first(&r->list, &item); more; more = json_next(&item)) {
        enum text_kind kind = (enum text_kind)r->kinds[item.index];
        const struct text_entry *entry = &r->entries[item.index];
        if (kind == TEXT_UNUSED)
            unused_text(r, &item);
        else
            text_check(&r->l, r->s, &item, entry->key, entry->text, kind);
    }
}

/* --- the file --- */

static void check_head(struct reading *r, const struct text_root_fields *f)
{
    struct loader *l = &r->l;
    if (given(&f->format) && !str_is(json_string(&f->format), TEXT_FORMAT))
        load_fault(l, &f->format, D_WRONG_FORMAT, json_string(&f->format), TD_STR(TEXT_FORMAT));
    if (given(&f->scenario) && !str_eq(json_string(&f->scenario), r->s->id))
        load_fault(l, &f->scenario, D_WRONG_SCENARIO, json_string(&f->scenario), r->s->id);
    if (given(&f->lang) && !form_is_language(json_string(&f->lang)))
        load_fault(l, &f->lang, D_BAD_LANGUAGE, json_string(&f->lang), TD_STR(""));
    else if (given(&f->lang) && r->source == NULL && !str_eq(json_string(&f->lang), r->s->lang))
        load_fault(l, &f->lang, D_WRONG_LANGUAGE, json_string(&f->lang), r->s->lang);
    r->texts->lang = arena_copy(&r->texts->arena, given(&f->lang) ? json_string(&f->lang) : TD_STR(""));
}

static td_status read_texts_file(struct reading *r)
{
    struct text_root_fields f;
    int before = r->l.diags->errors;
    if (!load_object(&r->l, &r->l.root, &form_text_root, &f))
        return TD_E_INVALID;
    check_head(r, &f);
    if (given(&f.texts)) {
        r->list = f.texts;
        read_entries(r);
        texts_wanted(r->s, see_wanted, r);
        check_entries(r);
    }
    return r->l.diags->errors > before ? TD_E_INVALID : TD_OK;
}

static td_texts *texts_create(const td_allocator *mem)
{
    td_texts *texts = mem->resize(mem->context, NULL, sizeof *texts);
    memset(texts, 0, sizeof *texts);
    arena_init(&texts->arena, mem);
    return texts;
}

void texts_destroy(td_texts *texts)
{
    if (texts == NULL)
        return;
    const td_allocator *mem = texts->arena.mem;
    arena_finish(&texts->arena);
    mem->resize(mem->context, texts, 0);
}

td_status texts_load(const td_allocator *mem, const td_scenario *scenario, const td_texts *source, td_str file,
                     td_str bytes, struct diags *diags, td_texts **ret)
{
    struct json_limits limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};
    struct json_doc *doc = json_open(mem, file, bytes, limits, diags);
    if (doc == NULL)
        return load_status_of_syntax(diags);
    struct reading r = {.l = {.mem = mem, .diags = diags}, .s = scenario, .source = source};
    arena_init(&r.l.scratch, mem);
    grow_init(&r.missing, mem, td_str);
    r.l.root = json_root(doc);
    r.texts = texts_create(mem);
    td_status status = read_texts_file(&r);
    json_close(doc);
    if (status == TD_OK)
        *ret = r.texts;
    else
        texts_destroy(r.texts);
    grow_finish(&r.missing);
    arena_finish(&r.l.scratch);
    return status;
}
