/* places.c - where in the files the findings are: one walk over each document, for all of them together. */
#include "judge.h"

#include "hash.h"

/* The findings of one id are chained: first in the table, then by next. */
struct chain {
    int32_t first; /* index + 1 */
};

struct search {
    struct judge *judge;
    struct table chains;
    int32_t *next;
    struct diags diags; /* only to have json_fault() count for us */
    bool text;
};

/* Nodes have a name space of their own. */
static uint64_t key_of(td_str id, bool node)
{
    return hash_finish(hash_u64(hash_str(HASH_START, id), node));
}

static void wait_for(struct search *search, int32_t index)
{
    const struct lint_finding *finding = &search->judge->report->findings[index];
    struct chain *chain = table_item(&search->chains, key_of(finding->id, finding->node));
    search->next[index] = chain->first;
    chain->first = index + 1;
}

/* The place of a value, as the diagnostics would tell it. */
static void settle(struct search *search, const struct json_at *at, td_str id, bool node)
{
    struct chain *chain = table_find(&search->chains, key_of(id, node));
    if (chain == NULL || chain->first == 0)
        return;
    search->diags.count = 0;
    json_fault(at, false, &search->diags, DIAG_WARNING, D_UNUSED_TEXT, id, TD_STR(""), TD_STR(""));
    for (int32_t i = chain->first; i != 0; i = search->next[i - 1]) {
        struct lint_finding *finding = &search->judge->report->findings[i - 1];
        finding->line = search->diags.items[0].line;
        finding->column = search->diags.items[0].column;
        finding->pointer = search->diags.items[0].pointer;
    }
    chain->first = 0; /* ids are unique; a second one would be a fault of its own */
}

/* An item of the root's list of nodes. */
static bool is_node(const struct json_at *at)
{
    return at->parent != NULL && at->parent->parent != NULL && at->parent->parent->parent == NULL &&
           str_is(json_key(at->parent), "nodes");
}

static void walk(struct search *search, const struct json_at *at)
{
    struct json_at item, id;
    if (json_type(at) == JSON_OBJECT && json_get(at, "id", &id) && json_type(&id) == JSON_STRING)
        settle(search, at, json_string(&id), is_node(at));
    if (json_type(at) != JSON_OBJECT && json_type(at) != JSON_ARRAY)
        return;
    for (bool more = json_first(at, &item); more; more = json_next(&item))
        walk(search, &item);
}

static void walk_texts(struct search *search, const struct json_at *root)
{
    struct json_at texts, item;
    if (!json_get(root, "texts", &texts))
        return;
    for (bool more = json_first(&texts, &item); more; more = json_next(&item))
        settle(search, &item, json_key(&item), false);
}

static void search_file(struct search *search, td_str file, td_str bytes)
{
    struct json_limits limits = {LIMIT_FILE_BYTES, LIMIT_JSON_VALUES};
    struct lint_report *report = search->judge->report;
    bool wanted = false;
    for (int32_t i = 0; i < report->count; i++) {
        struct lint_finding *finding = &report->findings[i];
        if (finding->text != search->text)
            continue;
        finding->file = file;
        if (finding->id.len > 0)
            wait_for(search, i);
        wanted |= finding->id.len > 0;
    }
    if (!wanted || bytes.len == 0)
        return;
    struct json_doc *doc = json_open(search->judge->arena->mem, file, bytes, limits, &search->diags);
    if (doc == NULL)
        return; /* it was read when the scenario was */
    struct json_at root = json_root(doc);
    if (search->text)
        walk_texts(search, &root);
    else
        walk(search, &root);
    json_close(doc);
}

void judge_places(struct judge *judge)
{
    const struct lint_set *set = judge->set;
    for (int text = 0; text < 2; text++) {
        struct search search = {.judge = judge, .text = text != 0};
        search.next = arena_new(judge->arena, int32_t, (size_t)judge->report->count);
        table_init(&search.chains, judge->arena, sizeof(struct chain));
        diags_init(&search.diags, judge->arena);
        if (text)
            search_file(&search, set->text_file, set->text_bytes);
        else
            search_file(&search, set->file, set->bytes);
    }
}
