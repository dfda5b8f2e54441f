/* json_room.h - where a test of JSON happens: an allocator that counts, an arena, a place for faults.
 * Behind cmocka.h. */
#ifndef TD_TESTS_JSON_ROOM_H
#define TD_TESTS_JSON_ROOM_H

#include "json.h"
#include "test_memory.h"

struct fixture {
    struct test_memory memory;
    struct arena arena;
    struct diags diags;
};

static const struct json_limits roomy = {1 << 24, 1000000};

static inline int set_up(void **state)
{
    static struct fixture f;
    arena_init(&f.arena, test_memory_init(&f.memory));
    diags_init(&f.diags, &f.arena);
    *state = &f;
    return 0;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    arena_finish(&f->arena);
    return f->memory.blocks == 0 ? 0 : -1;
}

static inline struct json_doc *open_within(struct fixture *f, td_str text, struct json_limits limits)
{
    diags_init(&f->diags, &f->arena);
    return json_open(&f->memory.allocator, TD_STR("a.json"), text, limits, &f->diags);
}

static inline struct json_doc *open_text(struct fixture *f, td_str text)
{
    return open_within(f, text, roomy);
}

static inline struct json_doc *open_good(struct fixture *f, td_str text)
{
    struct json_doc *doc = open_text(f, text);
    if (doc == NULL)
        fail_msg("%.*s: %s at %d:%d", (int)text.len, text.ptr, f->diags.items[0].code, f->diags.items[0].line,
                 f->diags.items[0].column);
    assert_int_equal(f->diags.count, 0);
    return doc;
}

static inline void assert_str(td_str got, const char *want)
{
    if (!str_is(got, want))
        fail_msg("\"%.*s\" instead of \"%s\"", (int)got.len, got.ptr, want);
}

static inline struct json_at get(const struct json_at *at, const char *key)
{
    struct json_at item = {0};
    if (!json_get(at, key, &item))
        fail_msg("no %s", key);
    return item;
}

#define IN_ARENA(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

#endif
