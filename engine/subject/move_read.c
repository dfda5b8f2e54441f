/* move_read.c - one JSON object becomes one move, every number within its range. */
#include "move_read.h"
#include "fields.h"
#include "names.h"

static const td_str keys[] = {
    FIELD_NAME("act"),
#define X(name, low, high) FIELD_NAME(#name),
    TD_MOVE_NUMBERS(X)
#undef X
        FIELD_NAME("dist"),
    FIELD_NAME("hook"),
};

static void read_act(const struct json_at *root, struct diags *diags, enum act *ret)
{
    struct json_at at;
    if (!field_get(diags, root, "act", JSON_STRING, &at))
        return;
    if (!act_find(json_string(&at), ret))
        field_unlisted(diags, &at, json_string(&at), act_names, ACT_COUNT);
}

static void read_number(const struct json_at *root, const char *key, int32_t low, int32_t high, struct diags *diags,
                        int32_t *ret)
{
    struct json_at at;
    if (json_get(root, key, &at))
        (void)field_number(diags, &at, low, high, ret);
}

static void read_distance(const struct json_at *root, struct diags *diags, int32_t *ret)
{
    struct json_at at;
    if (!json_get(root, "dist", &at))
        return;
    if (json_type(&at) == JSON_NULL)
        *ret = -1;
    else
        (void)field_number(diags, &at, 0, MOVE_DIST_MAX, ret);
}

static void read_flag(const struct json_at *root, const char *key, struct diags *diags, bool *ret)
{
    struct json_at at;
    if (json_get(root, key, &at) && field_is(diags, &at, JSON_BOOL))
        *ret = json_bool(&at);
}

td_status move_read(struct json_doc *doc, const struct move *usual, struct diags *diags, struct move *ret)
{
    struct json_at root = json_root(doc);
    struct move move = *usual;
    int errors = diags->errors;
    if (!field_is(diags, &root, JSON_OBJECT))
        return TD_E_INVALID;
    fields_only(diags, &root, keys, (int)(sizeof keys / sizeof keys[0]));
    read_act(&root, diags, &move.act);
#define X(name, low, high) read_number(&root, #name, low, high, diags, &move.name);
    TD_MOVE_NUMBERS(X)
#undef X
    read_distance(&root, diags, &move.dist);
    read_flag(&root, "hook", diags, &move.hook);
    if (diags->errors > errors)
        return TD_E_INVALID;
    *ret = move;
    return TD_OK;
}
