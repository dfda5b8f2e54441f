/* pretty.c - two ways to write a value: in one line, or opened.
 * An opened object packs its short members side by side, as an author would, and gives a line of its
 * own to every member that has to be opened itself. */
#include "pretty.h"

enum { WIDTH = 100, INDENT = 2 };

struct layout {
    struct writer *w;
    size_t line; /* where the present line begins in w */
};

static bool is_list(const struct json_at *at)
{
    return json_type(at) == JSON_ARRAY || json_type(at) == JSON_OBJECT;
}

static void write_members(struct writer *w, const struct json_at *at, bool keys)
{
    struct json_at item;
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        if (item.index > 0)
            w_text(w, ", ");
        if (keys) {
            w_json(w, json_key(&item));
            w_text(w, ": ");
        }
        pretty_write_line(w, &item);
    }
}

void pretty_write_line(struct writer *w, const struct json_at *at)
{
    switch (json_type(at)) {
    case JSON_NULL: w_text(w, "null"); break;
    case JSON_BOOL: w_text(w, json_bool(at) ? "true" : "false"); break;
    case JSON_INT: w_int(w, json_int(at)); break;
    case JSON_STRING: w_json(w, json_string(at)); break;
    case JSON_ARRAY:
        w_char(w, '[');
        write_members(w, at, false);
        w_char(w, ']');
        break;
    case JSON_OBJECT:
        w_char(w, '{');
        write_members(w, at, true);
        w_char(w, '}');
        break;
    }
}

static int digits_of(int64_t value)
{
    int digits = value < 0 ? 2 : 1;
    for (; value > 9 || value < -9; value /= 10)
        digits++;
    return digits;
}

/* How many columns it needs in one line, or more than WIDTH as soon as that is certain. */
static size_t width_of(const struct json_at *at)
{
    struct json_at item;
    size_t width = 2;
    if (json_type(at) == JSON_INT)
        return (size_t)digits_of(json_int(at));
    if (!is_list(at))
        return json_type(at) == JSON_STRING ? json_string(at).len + 2 : 5;
    for (bool more = json_first(at, &item); more && width <= WIDTH; more = json_next(&item)) {
        bool member = json_type(at) == JSON_OBJECT;
        width += width_of(&item) + (member ? json_key(&item).len + 4 : 0) + (item.index > 0 ? 2 : 0);
    }
    return width;
}

static void new_line(struct layout *out, int depth)
{
    w_char(out->w, '\n');
    out->line = out->w->len;
    for (int i = 0; i < depth * INDENT; i++)
        w_char(out->w, ' ');
}

static void write_opened(struct layout *out, const struct json_at *at, int depth);

static void write_value(struct layout *out, const struct json_at *at, int depth, size_t room)
{
    if (is_list(at) && width_of(at) > room)
        write_opened(out, at, depth);
    else
        pretty_write_line(out->w, at);
}

/* May this member share a line with its neighbours?  Objects in a list never do. */
static bool is_small(const struct json_at *list, const struct json_at *item, int depth, size_t *ret_width)
{
    size_t key = json_type(list) == JSON_OBJECT ? json_key(item).len + 4 : 0;
    *ret_width = key + width_of(item);
    if (depth == 1 || (json_type(list) == JSON_ARRAY && is_list(item)))
        return false;
    return *ret_width + (size_t)(depth * INDENT) < WIDTH;
}

static void write_opened(struct layout *out, const struct json_at *at, int depth)
{
    struct json_at item;
    bool object = json_type(at) == JSON_OBJECT;
    bool shared = false; /* may the next one go on in this line? */
    w_char(out->w, object ? '{' : '[');
    for (bool more = json_first(at, &item); more; more = json_next(&item)) {
        size_t width;
        bool small = is_small(at, &item, depth + 1, &width);
        if (item.index > 0)
            w_char(out->w, ',');
        if (small && shared && out->w->len - out->line + width + 2 < WIDTH)
            w_char(out->w, ' ');
        else
            new_line(out, depth + 1);
        if (object) {
            w_json(out->w, json_key(&item));
            w_text(out->w, ": ");
        }
        write_value(out, &item, depth + 1, WIDTH - (out->w->len - out->line));
        shared = small;
    }
    new_line(out, depth);
    w_char(out->w, object ? '}' : ']');
}

void pretty_write(struct writer *w, const struct json_at *root)
{
    struct layout out = {w, w->len};
    if (is_list(root) && json_count(root) > 0)
        write_opened(&out, root, 0);
    else
        pretty_write_line(w, root);
    w_char(w, '\n');
}
