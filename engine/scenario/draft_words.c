/* draft_words.c - the text file of a draft: what stood inline, and what stood in the file before.
 * It follows the order of the story, so that whoever translates it reads one. */
#include "draft_words.h"

const struct json_limits draft_limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};

td_str draft_string(const struct json_at *at, const char *key)
{
    struct json_at member;
    return json_get(at, key, &member) ? json_string(&member) : TD_STR("");
}

bool draft_is_own(const struct json_at *at)
{
    return str_starts(json_key(at), TD_STR("x-"));
}

td_str draft_key(struct draft *d, td_str id, const char *part)
{
    struct writer w;
    if (part == NULL)
        return id;
    writer_init(&w, d->a);
    w_str(&w, id);
    w_char(&w, '.');
    w_text(&w, part);
    return writer_str(&w);
}

/* --- the text file --- */

static void write_text(struct writer *w, struct text *text, td_str key, bool *first)
{
    if (text->written)
        return;
    text->written = true;
    w_text(w, *first ? "\n    " : ",\n    ");
    *first = false;
    w_json(w, key);
    w_text(w, ": ");
    w_json(w, text->text);
}

static void write_text_of(struct draft *d, struct writer *w, td_str key, bool *first)
{
    int32_t number = id_index_find(&d->fresh_keys, key);
    int32_t old = id_index_find(&d->old_keys, key);
    if (number != NONE)
        write_text(w, grow_item(&d->fresh, struct text, number), key, first);
    else if (old != NONE)
        write_text(w, grow_item(&d->old, struct text, old), key, first);
    if (number != NONE && old != NONE)
        grow_item(&d->old, struct text, old)->written = true; /* replaced */
}

static void write_texts_of_id(struct draft *d, struct writer *w, td_str id, bool *first)
{
    static const char *const parts[] = {NULL, "why", "pressed", "answer"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        write_text_of(d, w, draft_key(d, id, parts[i]), first);
}

/* In the order of the finished scenario: whoever translates reads a story. */
static void write_in_story_order(struct draft *d, struct writer *w, const struct json_at *at, bool *first)
{
    struct json_at item;
    if (json_type(at) == JSON_OBJECT && at->parent != NULL)
        write_texts_of_id(d, w, draft_string(at, "id"), first);
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (draft_is_own(&item))
            continue;
        if (json_type(&item) == JSON_STRING && str_is(json_key(at), "options"))
            write_text_of(d, w, json_string(&item), first);
        write_in_story_order(d, w, &item, first);
    }
}

static void write_head_texts(struct draft *d, struct writer *w, bool *first)
{
    static const char *const keys[] = {
        "title",          "setting",    "summary",         "briefing",    "you",         "subject.name",
        "subject.called", "opening",    "closing.support", "cue.calm",    "cue.anxious", "cue.agitated",
        "cue.hostile",    "cue.crisis", "cue.despair",     "cue.recovery"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        write_text_of(d, w, str_of(keys[i]), first);
}

/* Nothing an author wrote is dropped; check says what is not used. */
static void write_leftovers(struct writer *w, const struct grow *texts, bool *first)
{
    for (int32_t i = 0; i < texts->count; i++) {
        struct text *text = grow_item(texts, struct text, i);
        write_text(w, text, text->key, first);
    }
}

td_str draft_write_texts(struct draft *d, const struct json_at *finished)
{
    struct writer w;
    bool first = true;
    writer_init(&w, d->a);
    w_text(&w, "{\n  \"format\": \"talkdown-text-1\",\n  \"scenario\": ");
    w_json(&w, draft_string(finished, "id"));
    w_text(&w, ",\n  \"lang\": ");
    w_json(&w, draft_string(finished, "lang"));
    w_text(&w, ",\n  \"texts\": {");
    write_head_texts(d, &w, &first);
    write_in_story_order(d, &w, finished, &first);
    write_leftovers(&w, &d->fresh, &first);
    write_leftovers(&w, &d->old, &first);
    w_text(&w, "\n  }\n}\n");
    return writer_str(&w);
}

static void see_old_text(struct draft *d, const struct json_at *at)
{
    if (json_type(at) != JSON_STRING)
        return;
    int32_t number = grow_add(&d->old, 1);
    struct text text = {.key = arena_copy(d->a, json_key(at)), .text = arena_copy(d->a, json_string(at)), .twin = NONE};
    id_index_add(&d->old_keys, text.key, number, TD_STR(""));
    const struct id_entry *twin = id_index_add(&d->old_words, text.text, number, TD_STR(""));
    *grow_item(&d->old, struct text, number) = text;
    if (twin == NULL)
        return;
    int32_t last = twin->value; /* same words: one behind the other, so that ids come back in order */
    while (grow_item(&d->old, struct text, last)->twin != NONE)
        last = grow_item(&d->old, struct text, last)->twin;
    grow_item(&d->old, struct text, last)->twin = number;
}

void draft_see_texts(struct draft *d, const struct json_doc *doc)
{
    struct json_at list, item;
    if (doc == NULL)
        return;
    struct json_at root = json_root(doc);
    if (!json_get(&root, "texts", &list))
        return;
    for (bool more = json_first(&list, &item); more; more = json_next(&item))
        see_old_text(d, &item);
}
