/* json.c - the one file that includes cJSON.h: builds the tree once the text is known to be good,
 * and hands it out through links that nobody can mistake for cJSON's.
 * Known exceptions of this file: cJSON's hooks are asked for memory without a word about whose, so one
 * variable of each thread says which document it is parsing, and nothing outlives the parse in it;
 * and cJSON reads numbers through double, exactly up to the 2^53 that the scan lets pass. */
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
    cJSON *tree;
    struct json_pool pool;    /* where the tree is; empty if somebody has set hooks of their own */
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

static _Thread_local struct json_pool *filling; /* only inside parse() */

static void *take(size_t size)
{
    return filling == NULL ? malloc(size) : json_pool_take(filling, size);
}

static void give_back(void *block)
{
    if (filling == NULL) /* otherwise it goes with the pool */
        free(block);
}

/* Before main(), while there is one thread: cJSON keeps its hooks in globals.  Whoever uses cJSON
 * beside us still gets malloc(). */
__attribute__((constructor)) static void set_hooks(void)
{
    cJSON_InitHooks(&(cJSON_Hooks){take, give_back});
}

static cJSON *parse(struct json_pool *pool, td_str bytes)
{
    filling = pool;
    cJSON *tree = cJSON_ParseWithLengthOpts(bytes.ptr, bytes.len, NULL, 0);
    filling = NULL;
    return tree;
}

static void free_tree(cJSON *tree, struct json_pool *pool)
{
    if (pool->chunk == NULL)
        cJSON_Delete(tree);
    json_pool_finish(pool);
}

static struct json_doc *doc_create(const td_allocator *mem, td_str file, td_str text, cJSON *tree,
                                   struct json_pool pool)
{
    struct doc_block *block = mem->resize(mem->context, NULL, sizeof *block + file.len);
    if (file.len > 0)
        memcpy(block->file, file.ptr, file.len);
    json_place_init(&block->place, text);
    block->longest = (struct counted){NULL, 0};
    block->doc = (struct json_doc){mem, tree, pool, &block->place, &block->longest, {block->file, file.len}};
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
    if (!json_scan(mem, bytes, limits, &flaw)) {
        add_flaw(file, bytes, &flaw, diags);
        return NULL;
    }
    struct json_pool pool;
    json_pool_init(&pool, mem);
    cJSON *tree = parse(&pool, bytes);
    if (tree == NULL) { /* the scan lets nothing pass that cJSON refuses */
        json_pool_finish(&pool);
        flaw = (struct json_flaw){.code = D_OUT_OF_MEMORY};
        add_flaw(file, bytes, &flaw, diags);
        return NULL;
    }
    return doc_create(mem, file, bytes, tree, pool);
}

void json_close(struct json_doc *doc)
{
    if (doc == NULL)
        return;
    free_tree(doc->tree, &doc->pool);
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
