/* json.c - the one file that includes cJSON.h: builds its tree while the text is being let through, and hands it
 * out through links that nobody can mistake for cJSON's.
 * cJSON's own parser would read the text a second time and fetch a piece of memory for every key: a story names the
 * same thirty keys half a million times.  Known exception of this file: cJSON keeps numbers as double, exactly up to
 * the 2^53 that the scan lets pass. */
#include "json.h"
#include "json_place.h"
#include "json_pool.h"
#include "json_scan.h"
#include "writer.h"

#include <assert.h>
#include <cjson/cJSON.h>

/* The longest list that was counted: asking for its length again is free. */
struct counted {
    const cJSON *list;
    int count;
};

struct json_doc {
    const td_allocator *mem;
    const cJSON *tree;
    struct json_pool pool;    /* where the tree is */
    struct json_place *place; /* behind the doc, in the same block: a const doc may still remember */
    struct counted *longest;  /* there too */
    td_str file;              /* behind it */
};

/* One block: the doc, its place, its name. */
struct doc_block {
    struct json_doc doc;
    struct json_place place;
    struct counted longest;
    char file[];
};

/* --- the tree grows ------------------------------------------------------------------------------------------ */

enum { KEYS = 256 };

struct tree {
    struct json_pool pool;
    cJSON *root;
    cJSON *open[JSON_DEPTH]; /* arrays and objects, innermost last */
    int depth;
    const char *key;   /* of the value that comes next in an object */
    td_str keys[KEYS]; /* some of those that came before */
};

static char *text_of(struct tree *tree, struct json_raw raw)
{
    char *text = json_pool_take(&tree->pool, raw.text.len + 1);
    size_t len = raw.text.len;
    if (raw.escaped)
        len = json_unescape(raw.text, text);
    else if (len > 0)
        memcpy(text, raw.text.ptr, len);
    text[len] = '\0';
    return text;
}

static void take_key(void *context, struct json_raw key)
{
    struct tree *tree = context;
    td_str text = key.text;
    if (key.escaped || text.len == 0) {
        tree->key = text_of(tree, key);
        return;
    }
    unsigned mixed = (unsigned)text.len * 37u + (unsigned char)text.ptr[0] * 5u + (unsigned char)text.ptr[text.len - 1];
    td_str *known = &tree->keys[mixed % KEYS];
    if (!str_eq(*known, text))
        *known = (td_str){text_of(tree, key), text.len};
    tree->key = known->ptr;
}

static void add_item(struct tree *tree, cJSON *item)
{
    cJSON *around = tree->depth > 0 ? tree->open[tree->depth - 1] : NULL;
    if (around == NULL)
        tree->root = item;
    else if (cJSON_IsObject(around))
        cJSON_AddItemToObjectCS(around, tree->key, item);
    else
        cJSON_AddItemToArray(around, item);
}

static void take_value(void *context, const struct json_value *value)
{
    static const int types[] = {[JSON_NULL] = cJSON_NULL,     [JSON_BOOL] = cJSON_False,  [JSON_INT] = cJSON_Number,
                                [JSON_STRING] = cJSON_String, [JSON_ARRAY] = cJSON_Array, [JSON_OBJECT] = cJSON_Object};
    struct tree *tree = context;
    cJSON *item = json_pool_take(&tree->pool, sizeof *item);
    *item = (cJSON){.type = types[value->type], .valuedouble = (double)value->number};
    if (value->type == JSON_BOOL && value->number != 0)
        item->type = cJSON_True;
    if (value->type == JSON_STRING)
        item->valuestring = text_of(tree, value->text);
    add_item(tree, item);
    if (value->type == JSON_ARRAY || value->type == JSON_OBJECT)
        tree->open[tree->depth++] = item;
}

static void take_end(void *context)
{
    struct tree *tree = context;
    tree->depth--;
}

/* --- the document -------------------------------------------------------------------------------------------- */

static struct json_doc *doc_create(const td_allocator *mem, td_str file, td_str text, const struct tree *tree)
{
    struct doc_block *block = mem->resize(mem->context, NULL, sizeof *block + file.len);
    if (file.len > 0)
        memcpy(block->file, file.ptr, file.len);
    json_place_init(&block->place, text);
    block->longest = (struct counted){NULL, 0};
    block->doc =
        (struct json_doc){mem, tree->root, tree->pool, &block->place, &block->longest, {block->file, file.len}};
    return &block->doc;
}

static void add_flaw(td_str file, td_str text, const struct json_flaw *flaw, struct diags *diags)
{
    struct diag item = {.code = flaw->code,
                        .severity = DIAG_ERROR,
                        .file = file,
                        .subject = flaw->subject,
                        .detail = flaw->detail,
                        .nearest = flaw->nearest};
    struct json_place place;
    if (flaw->at != NULL) {
        json_place_init(&place, text);
        json_place_count(&place, flaw->at, &item.line, &item.column);
    }
    diag_add(diags, &item);
}

struct json_doc *json_open(const td_allocator *mem, td_str file, td_str bytes, struct json_limits limits,
                           struct diags *diags)
{
    struct json_flaw flaw = {0};
    struct tree tree = {0};
    const struct json_listener listener = {&tree, take_key, take_value, take_end};
    json_pool_init(&tree.pool, mem);
    if (!json_scan(mem, bytes, limits, &listener, &flaw)) {
        json_pool_finish(&tree.pool);
        add_flaw(file, bytes, &flaw, diags);
        return NULL;
    }
    return doc_create(mem, file, bytes, &tree);
}

void json_close(struct json_doc *doc)
{
    if (doc == NULL)
        return;
    json_pool_finish(&doc->pool);
    doc->mem->resize(doc->mem->context, doc, 0);
}

static const cJSON *node_of(const struct json_at *at)
{
    return at->value;
}

struct json_at json_root(const struct json_doc *doc)
{
    return (struct json_at){.doc = doc, .value = doc->tree};
}

enum json_type json_type(const struct json_at *at)
{
    switch (node_of(at)->type & 0xFF) {
    case cJSON_True:
    case cJSON_False: return JSON_BOOL;
    case cJSON_Number: return JSON_INT;
    case cJSON_String: return JSON_STRING;
    case cJSON_Array: return JSON_ARRAY;
    case cJSON_Object: return JSON_OBJECT;
    default: assert((node_of(at)->type & 0xFF) == cJSON_NULL); return JSON_NULL;
    }
}

int json_count(const struct json_at *at)
{
    struct counted *longest = at->doc->longest;
    int count = 0;
    if (longest->list == node_of(at))
        return longest->count;
    for (const cJSON *item = node_of(at)->child; item != NULL; item = item->next)
        count++;
    if (count > longest->count)
        *longest = (struct counted){node_of(at), count};
    return count;
}

bool json_first(const struct json_at *at, struct json_at *ret)
{
    assert(at != ret);
    if (node_of(at)->child == NULL)
        return false;
    *ret = (struct json_at){.doc = at->doc, .value = node_of(at)->child, .parent = at};
    return true;
}

bool json_next(struct json_at *at)
{
    const cJSON *next = node_of(at)->next;
    if (next == NULL)
        return false;
    at->value = next;
    at->index++;
    return true;
}

td_str json_key(const struct json_at *at)
{
    const char *key = node_of(at)->string;
    return key == NULL ? TD_STR("") : str_of(key);
}

bool json_get(const struct json_at *at, const char *key, struct json_at *ret)
{
    struct json_at item;
    if (json_type(at) != JSON_OBJECT)
        return false;
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (strcmp(node_of(&item)->string, key) != 0)
            continue;
        *ret = item;
        return true;
    }
    return false;
}

td_str json_string(const struct json_at *at)
{
    return json_type(at) == JSON_STRING ? str_of(node_of(at)->valuestring) : TD_STR("");
}

int64_t json_int(const struct json_at *at)
{
    return json_type(at) == JSON_INT ? (int64_t)node_of(at)->valuedouble : 0;
}

bool json_bool(const struct json_at *at)
{
    return (node_of(at)->type & 0xFF) == cJSON_True;
}

/* From the root down to at.  path has room for JSON_DEPTH; returns how long it is. */
static int path_to(const struct json_at *at, const struct json_at **path)
{
    int depth = 0;
    for (const struct json_at *link = at; link->parent != NULL; link = link->parent)
        depth++;
    int i = depth;
    for (const struct json_at *link = at; link->parent != NULL; link = link->parent)
        path[--i] = link;
    return depth;
}

/* RFC 6901: ~ and / inside a key are written ~0 and ~1. */
static void write_key(struct writer *w, td_str key)
{
    for (size_t i = 0; i < key.len; i++) {
        if (key.ptr[i] == '~')
            w_text(w, "~0");
        else if (key.ptr[i] == '/')
            w_text(w, "~1");
        else
            w_char(w, key.ptr[i]);
    }
}

static td_str write_pointer(struct arena *a, const struct json_at **path, int depth)
{
    struct writer w;
    writer_init(&w, a);
    for (int i = 0; i < depth; i++) {
        w_char(&w, '/');
        if (json_type(path[i]->parent) == JSON_OBJECT)
            write_key(&w, json_key(path[i]));
        else
            w_int(&w, path[i]->index);
    }
    return writer_str(&w);
}

static void find_place(const struct json_at *at, bool on_key, struct arena *a, struct diag *ret)
{
    const struct json_at *path[JSON_DEPTH];
    int numbers[JSON_DEPTH];
    struct json_place *place = at->doc->place;
    int depth = path_to(at, path);
    for (int i = 0; i < depth; i++)
        numbers[i] = path[i]->index;
    json_place_count(place, json_place_find(place, numbers, depth, on_key), &ret->line, &ret->column);
    ret->pointer = write_pointer(a, path, depth);
}

void json_fault(const struct json_at *at, bool on_key, struct diags *diags, enum diag_severity severity,
                const char *code, td_str subject, td_str detail, td_str nearest)
{
    struct diag item = {.code = code,
                        .severity = severity,
                        .file = at->doc->file,
                        .subject = subject,
                        .detail = detail,
                        .nearest = nearest};
    if (!diags_full(diags))
        find_place(at, on_key, diags->arena, &item);
    diag_add(diags, &item);
}
