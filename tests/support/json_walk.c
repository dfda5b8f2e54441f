/* json_walk.c - places checked the slow way: by counting from the start of the text each time. */
#include "json_walk.h"

#include <stdio.h>

enum { VISITS = 400 };

struct walk {
    const struct json_doc *doc;
    td_str text;
    struct arena arena;
    int visits;
};

static void broken(const struct diag *d, const char *what)
{
    fprintf(stderr, "%s: line %d, column %d, pointer %.*s\n", what, d->line, d->column, (int)d->pointer.len,
            d->pointer.ptr);
    abort();
}

/* The text from line:column on, empty if there is no such place. */
static td_str text_at(td_str text, int line, int column)
{
    for (; line > 1; line--)
        str_line(&text);
    for (; column > 1 && text.len > 0; column--)
        utf8_next(&text);
    return text;
}

static struct diag place_of(struct walk *w, const struct json_at *at, bool on_key)
{
    struct diags diags;
    diags_init(&diags, &w->arena);
    json_fault(at, on_key, &diags, DIAG_WARNING, D_BAD_JSON, TD_STR("subject"), TD_STR("detail"), TD_STR(""));
    return diags.items[0];
}

static bool begins_like(td_str text, const struct json_at *at)
{
    if (text.len == 0)
        return false;
    switch (json_type(at)) {
    case JSON_NULL: return str_starts(text, TD_STR("null"));
    case JSON_BOOL: return str_starts(text, json_bool(at) ? TD_STR("true") : TD_STR("false"));
    case JSON_INT: return text.ptr[0] == '-' || (text.ptr[0] >= '0' && text.ptr[0] <= '9');
    case JSON_STRING: return text.ptr[0] == '"';
    case JSON_ARRAY: return text.ptr[0] == '[';
    case JSON_OBJECT: return text.ptr[0] == '{';
    default: return false;
    }
}

/* The name between two slashes of a pointer, its ~0 and ~1 undone. */
static const char *take_name(struct arena *a, td_str *pointer)
{
    struct writer w;
    writer_init(&w, a);
    pointer->ptr++; /* the slash */
    pointer->len--;
    while (pointer->len > 0 && pointer->ptr[0] != '/') {
        bool escaped = pointer->ptr[0] == '~';
        size_t used = escaped ? 2 : 1;
        if (escaped)
            w_text(&w, pointer->ptr[1] == '0' ? "~" : "/");
        else
            w_char(&w, pointer->ptr[0]);
        pointer->ptr += used;
        pointer->len -= used;
    }
    return arena_cstr(a, writer_str(&w));
}

static bool item_number(const struct json_at *at, const char *name, struct json_at *ret)
{
    int64_t number;
    if (!str_int(str_of(name), 0, INT32_MAX, &number) || !json_first(at, ret))
        return false;
    while (number-- > 0)
        if (!json_next(ret))
            return false;
    return true;
}

static const void *follow(struct arena *a, const struct json_at *at, td_str pointer)
{
    struct json_at next;
    if (pointer.len == 0)
        return at->value;
    const char *name = take_name(a, &pointer);
    bool found = json_type(at) == JSON_OBJECT ? json_get(at, name, &next) : item_number(at, name, &next);
    return found ? follow(a, &next, pointer) : NULL;
}

static void check_place(struct walk *w, const struct json_at *at)
{
    struct diag value = place_of(w, at, false);
    struct diag key = place_of(w, at, true);
    struct json_at root = json_root(w->doc);
    if (!begins_like(text_at(w->text, value.line, value.column), at))
        broken(&value, "something else stands there");
    td_str on_key = text_at(w->text, key.line, key.column);
    if (at->parent != NULL && json_type(at->parent) == JSON_OBJECT && !str_starts(on_key, TD_STR("\"")))
        broken(&key, "no key stands there");
    if (follow(&w->arena, &root, value.pointer) != at->value)
        broken(&value, "the pointer leads elsewhere");
}

static void visit(struct walk *w, const struct json_at *at)
{
    struct json_at item;
    if (w->visits++ > VISITS)
        return;
    struct arena_mark mark = arena_mark(&w->arena);
    check_place(w, at);
    int count = 0;
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        visit(w, &item);
        count++;
    }
    if (count != json_count(at))
        abort();
    check_place(w, at); /* once more, now backwards in the text */
    arena_rewind(&w->arena, mark);
}

void json_walk_check(const struct json_doc *doc, td_str text, const td_allocator *mem)
{
    struct walk w = {.doc = doc, .text = text};
    struct json_at root = json_root(doc);
    arena_init(&w.arena, mem);
    visit(&w, &root);
    arena_finish(&w.arena);
}

static void write_items(const struct json_at *at, struct writer *w)
{
    struct json_at item;
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (item.index > 0)
            w_char(w, ',');
        if (json_type(at) == JSON_OBJECT) {
            w_json(w, json_key(&item));
            w_char(w, ':');
        }
        json_walk_write(&item, w);
    }
}

void json_walk_write(const struct json_at *at, struct writer *w)
{
    switch (json_type(at)) {
    case JSON_NULL: w_text(w, "null"); break;
    case JSON_BOOL: w_text(w, json_bool(at) ? "true" : "false"); break;
    case JSON_INT: w_int(w, json_int(at)); break;
    case JSON_STRING: w_json(w, json_string(at)); break;
    case JSON_ARRAY:
        w_char(w, '[');
        write_items(at, w);
        w_char(w, ']');
        break;
    case JSON_OBJECT:
        w_char(w, '{');
        write_items(at, w);
        w_char(w, '}');
        break;
    default: abort();
    }
}
