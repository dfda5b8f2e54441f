/* fuzz_json.c - any bytes as JSON: read or refused with one placed diagnostic, never both, never
 * neither; what is read is found again by line, column and pointer; written and read again it says
 * the same. */
#include "demand.h"
#include "json_walk.h"
#include "test_memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 100 * 1024, VALUES_MAX = 20000 };

static void check_refusal(const struct diags *diags, td_str text)
{
    demand(diags->count == 1 && diags->errors == 1);
    const struct diag *d = &diags->items[0];
    demand(strcmp(d->code, D_OUT_OF_MEMORY) != 0); /* the scan let pass what cJSON refuses */
    if (d->line == 0) {
        demand(d->column == 0);
        return;
    }
    for (int line = 1; line < d->line; line++) { /* the line exists, and so does the column */
        demand(text.len > 0);
        str_line(&text);
    }
    td_str line = str_line(&text);
    demand(d->column >= 1 && (size_t)d->column <= line.len + 2);
}

static td_str write_again(const struct json_doc *doc, struct arena *a)
{
    struct writer w;
    struct json_at root = json_root(doc);
    writer_init(&w, a);
    json_walk_write(&root, &w);
    return writer_str(&w);
}

static void check_reading(const td_allocator *mem, const struct json_doc *doc, td_str text, struct arena *a)
{
    struct json_limits limits = {SIZE_MAX, VALUES_MAX};
    struct diags diags;
    json_walk_check(doc, text, mem);
    td_str once = write_again(doc, a);
    diags_init(&diags, a);
    struct json_doc *again = json_open(mem, TD_STR("again"), once, limits, &diags);
    demand(again != NULL && diags.count == 0);
    demand(str_eq(once, write_again(again, a)));
    json_close(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct test_memory memory;
    const td_allocator *mem = test_memory_init(&memory);
    td_str text = {(const char *)data, size};
    struct json_limits limits = {INPUT_MAX, VALUES_MAX};
    struct arena arena;
    struct diags diags;
    arena_init(&arena, mem);
    diags_init(&diags, &arena);
    struct json_doc *doc = json_open(mem, TD_STR("input"), text, limits, &diags);
    demand((doc == NULL) == (diags.count > 0));
    if (doc == NULL)
        check_refusal(&diags, text);
    else
        check_reading(mem, doc, text, &arena);
    json_close(doc);
    arena_finish(&arena);
    demand(memory.blocks == 0);
    return 0;
}
