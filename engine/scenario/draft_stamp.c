/* draft_stamp.c - marks a translation as made from the originals as they are now. */
#include "draft_words.h"

/* The texts of a translation by key. */
struct stock {
    struct grow texts; /* struct json_at */
    struct id_index keys;
    struct grow used; /* bool */
};

static void stock_fill(struct stock *stock, const td_allocator *mem, const struct json_at *texts)
{
    struct json_at item;
    grow_init(&stock->texts, mem, struct json_at);
    grow_init(&stock->used, mem, bool);
    id_index_init(&stock->keys, mem);
    for (bool more = json_first(texts, &item); more; more = json_next(&item)) {
        *grow_item(&stock->texts, struct json_at, grow_add(&stock->texts, 1)) = item;
        grow_add(&stock->used, 1);
        id_index_add(&stock->keys, json_key(&item), item.index, TD_STR(""));
    }
}

static void stock_release(struct stock *stock)
{
    grow_finish(&stock->texts);
    grow_finish(&stock->used);
    id_index_finish(&stock->keys);
}

static void write_marked(struct writer *w, td_str text, td_str mark)
{
    w_text(w, "{\"text\": ");
    w_json(w, text);
    w_text(w, ", \"of\": ");
    w_json(w, mark);
    w_char(w, '}');
}

static void write_key(struct writer *w, td_str key, bool *first)
{
    w_text(w, *first ? "\n    " : ",\n    ");
    *first = false;
    w_json(w, key);
    w_text(w, ": ");
}

/* original: NULL where the scenario has no such text any more. */
static void write_stamped(struct writer *w, struct arena *a, const struct json_at *original, const struct json_at *text,
                          int *count)
{
    if (json_type(text) != JSON_STRING) {
        write_marked(w, draft_string(text, "text"), draft_string(text, "of"));
    } else if (original == NULL) {
        w_json(w, json_string(text));
    } else {
        write_marked(w, json_string(text), texts_mark(a, json_string(original)));
        ++*count;
    }
}

static void write_by_originals(struct writer *w, struct arena *a, const struct json_at *originals, struct stock *stock,
                               bool *first, int *count)
{
    struct json_at item;
    for (bool more = json_first(originals, &item); more; more = json_next(&item)) {
        int32_t number = id_index_find(&stock->keys, json_key(&item));
        if (number == NONE)
            continue;
        *grow_item(&stock->used, bool, number) = true;
        write_key(w, json_key(&item), first);
        write_stamped(w, a, &item, grow_item(&stock->texts, struct json_at, number), count);
    }
}

static void write_leftovers(struct writer *w, struct arena *a, struct stock *stock, bool *first, int *count)
{
    for (int32_t i = 0; i < stock->texts.count; i++) {
        const struct json_at *text = grow_item(&stock->texts, struct json_at, i);
        if (*grow_item(&stock->used, bool, i))
            continue;
        write_key(w, json_key(text), first);
        write_stamped(w, a, NULL, text, count);
    }
}

static td_str stamp(const td_allocator *mem, struct arena *a, const struct json_at *originals,
                    const struct json_at *file, const struct json_at *texts, int *ret_count)
{
    struct writer w;
    struct stock stock;
    bool first = true;
    writer_init(&w, a);
    stock_fill(&stock, mem, texts);
    w_text(&w, "{\n  \"format\": \"talkdown-text-1\",\n  \"scenario\": ");
    w_json(&w, draft_string(file, "scenario"));
    w_text(&w, ",\n  \"lang\": ");
    w_json(&w, draft_string(file, "lang"));
    w_text(&w, ",\n  \"texts\": {");
    *ret_count = 0;
    write_by_originals(&w, a, originals, &stock, &first, ret_count);
    write_leftovers(&w, a, &stock, &first, ret_count);
    w_text(&w, "\n  }\n}\n");
    stock_release(&stock);
    return writer_str(&w);
}

/* The "texts" of a text file. */
static bool find_texts(const struct json_at *root, struct diags *diags, struct json_at *ret)
{
    if (json_get(root, "texts", ret) && json_type(ret) == JSON_OBJECT)
        return true;
    json_fault(root, false, diags, DIAG_ERROR, D_MISSING_KEY, TD_STR("texts"), TD_STR(""), TD_STR(""));
    return false;
}

td_status draft_stamp(const td_allocator *mem, struct arena *a, struct draft_file originals,
                      struct draft_file translation, struct diags *diags, td_str *ret, int *ret_count)
{
    struct json_doc *from = json_open(mem, originals.name, originals.bytes, draft_limits, diags);
    struct json_doc *to = json_open(mem, translation.name, translation.bytes, draft_limits, diags);
    td_status status = TD_E_SYNTAX;
    if (from != NULL && to != NULL) {
        struct json_at source = json_root(from), file = json_root(to), source_texts, texts;
        bool found = find_texts(&source, diags, &source_texts) && find_texts(&file, diags, &texts);
        status = found ? TD_OK : TD_E_INVALID;
        if (found)
            *ret = stamp(mem, a, &source_texts, &file, &texts, ret_count);
    }
    json_close(to);
    json_close(from);
    return status;
}
