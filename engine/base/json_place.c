/* json_place.c - walking a text that is known to be good JSON.
 * No check is repeated here: json_scan() has made sure of every byte. */
#include "json_place.h"

#include <assert.h>

void json_place_init(struct json_place *place, td_str text)
{
    *place = (struct json_place){.text = text, .counted = text.ptr, .line = 1, .column = 1};
}

static const char *skip_space(const char *at)
{
    while (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t')
        at++;
    return at;
}

static const char *skip_string(const char *at)
{
    for (at++; *at != '"'; at++)
        if (*at == '\\')
            at++;
    return at + 1;
}

static const char *skip_brackets(const char *at)
{
    int depth = 0;
    do {
        char byte = *at;
        if (byte == '"') {
            at = skip_string(at);
            continue;
        }
        depth += (byte == '{') + (byte == '[') - (byte == '}') - (byte == ']');
        at++;
    } while (depth > 0);
    return at;
}

static const char *skip_value(const char *at)
{
    if (*at == '"')
        return skip_string(at);
    if (*at == '{' || *at == '[')
        return skip_brackets(at);
    while (strchr(",]} \n\r\t", *at) == NULL) /* a number or a word inside a bracket */
        at++;
    return at;
}

/* From the start of an item to its value. */
static const char *item_value(const char *bracket, const char *item)
{
    if (*bracket == '[')
        return item;
    return skip_space(skip_space(skip_string(item)) + 1); /* the colon */
}

static const char *next_item(const char *bracket, const char *item)
{
    const char *comma = skip_space(skip_value(item_value(bracket, item)));
    assert(*comma == ',');
    return skip_space(comma + 1);
}

/* The start of item number index of the bracket, going on from the last walk if it helps. */
static const char *find_item(struct json_step *step, const char *bracket, int index)
{
    if (step->bracket != bracket || step->index > index)
        *step = (struct json_step){bracket, skip_space(bracket + 1), 0};
    while (step->index < index) {
        step->item = next_item(bracket, step->item);
        step->index++;
    }
    return step->item;
}

const char *json_place_find(struct json_place *place, const int *path, int depth, bool on_key)
{
    const char *value = skip_space(place->text.ptr);
    const char *item = value;
    assert(depth <= JSON_DEPTH);
    for (int i = 0; i < depth; i++) {
        item = find_item(&place->steps[i], value, path[i]);
        value = item_value(value, item);
    }
    return on_key ? item : value;
}

static int count_lines(const char *from, const char *to, const char **ret_last)
{
    int lines = 0;
    const char *at = from;
    while (at < to && (at = memchr(at, '\n', (size_t)(to - at))) != NULL) {
        lines++;
        *ret_last = ++at;
    }
    return lines;
}

void json_place_count(struct json_place *place, const char *at, int *ret_line, int *ret_column)
{
    if (at < place->counted) {
        place->counted = place->text.ptr;
        place->line = place->column = 1;
    }
    const char *start = place->counted;
    int lines = count_lines(place->counted, at, &start);
    int characters = (int)utf8_count((td_str){start, (size_t)(at - start)});
    place->column = lines > 0 ? 1 + characters : place->column + characters;
    place->line += lines;
    place->counted = at;
    *ret_line = place->line;
    *ret_column = place->column;
}
