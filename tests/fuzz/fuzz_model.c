/* fuzz_model.c - any bytes as a table of coefficients, or as moves: read or refused with a reason.
 * Whatever table is accepted, at whatever end of its ranges, whatever is said under it leaves every
 * variable in its range, and the fast and the plain writing of the model agree on it. */
#include "demand.h"
#include "laws.h"
#include "move_read.h"
#include "plain_model.h"
#include "test_memory.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { INPUT_MAX = 64 * 1024, CASES = 40 };

static bool read_table(const td_allocator *mem, td_str text, struct arena *a, struct model *ret)
{
    struct diags diags;
    struct json_limits limits = {INPUT_MAX, 4000};
    diags_init(&diags, a);
    struct json_doc *doc = json_open(mem, TD_STR("acts.json"), text, limits, &diags);
    td_status status = doc == NULL ? TD_E_SYNTAX : model_read(doc, &diags, ret);
    json_close(doc);
    demand((status == TD_OK) == (diags.errors == 0));
    demand(status != TD_OK || ret->hash == model_hash(ret));
    return status == TD_OK;
}

/* One line of a moves file; false if it is none. */
static bool read_line(const td_allocator *mem, td_str line, struct arena *a, struct move *ret)
{
    struct diags diags;
    struct json_limits limits = {4096, 100};
    struct move usual = MOVE_DEFAULT;
    diags_init(&diags, a);
    struct json_doc *doc = json_open(mem, TD_STR("moves"), line, limits, &diags);
    td_status status = doc == NULL ? TD_E_SYNTAX : move_read(doc, &usual, &diags, ret);
    json_close(doc);
    demand((status == TD_OK) == (diags.errors == 0));
    return status == TD_OK;
}

static void exchange(const struct law_case *c)
{
    struct person fast = c->person, plain = c->person;
    enum person_outcome a = person_exchange(c->model, c->profile, c->luck, &c->move, &fast, NULL);
    enum person_outcome b = plain_exchange(c->model, c->profile, c->luck, &c->move, &plain);
    demand(a == b && memcmp(&fast, &plain, sizeof fast) == 0);
    demand(laws[0].judge(c) == LAW_KEPT); /* I1: in range */
}

static void try_table(const struct model *model)
{
    for (int number = 0; number < CASES; number++) {
        struct law_case c;
        law_case_draw(model, &profile_built_in[number % PROFILE_COUNT], 3, number, &c);
        exchange(&c);
    }
}

static void try_moves(const td_allocator *mem, td_str text, struct arena *a)
{
    for (int number = 0; text.len > 0 && number < CASES; number++) {
        struct law_case c;
        law_case_draw(&model_built_in, &profile_built_in[number % PROFILE_COUNT], 5, number, &c);
        if (read_line(mem, str_line(&text), a, &c.move))
            exchange(&c);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct test_memory memory;
    struct arena arena;
    struct model model;
    if (size > INPUT_MAX)
        return 0;
    td_str text = {(const char *)data, size};
    arena_init(&arena, test_memory_init(&memory));
    if (read_table(&memory.allocator, text, &arena, &model))
        try_table(&model);
    try_moves(&memory.allocator, text, &arena);
    arena_finish(&arena);
    demand(memory.blocks == 0);
    return 0;
}
