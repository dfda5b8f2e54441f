/* model_read.c - a practitioner's own coefficients, read with every number checked.
 * The file has the shape of assets/model/acts.json.  All faults are told, not only the first; the
 * acts may stand in any order, but each once.  Keys that begin with x- are the practitioner's own. */
#include "acts.h"
#include "fields.h"
#include "names.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const td_str root_keys[] = {FIELD_NAME("format"), FIELD_NAME("version"), FIELD_NAME("how_to_read"),
                                   FIELD_NAME("gains"),  FIELD_NAME("acts"),    FIELD_NAME("sources")};
static const td_str act_keys[] = {FIELD_NAME("name"),  FIELD_NAME("code"),    FIELD_NAME("class"),
                                  FIELD_NAME("m"),     FIELD_NAME("weights"), FIELD_NAME("e_ceiling"),
                                  FIELD_NAME("habit"), FIELD_NAME("reason"),  FIELD_NAME("sources")};
static const td_str channel_keys[CHANNEL_COUNT] = {FIELD_NAME("P"), FIELD_NAME("L"), FIELD_NAME("E"), FIELD_NAME("R"),
                                                   FIELD_NAME("T"), FIELD_NAME("U"), FIELD_NAME("H"), FIELD_NAME("C")};
static const td_str class_names[] = {FIELD_NAME("affective"), FIELD_NAME("middle"), FIELD_NAME("cognitive"),
                                     FIELD_NAME("error")};

static const char file_format[] = "talkdown-acts-1";

enum { SHARE_MAX = 1000, GAIN_MAX = 10000 };

/* What is being filled, and where faults go. */
struct reader {
    struct diags *diags;
    struct model *model;
    bool seen[ACT_COUNT];
    bool other_version;
};

/* --- numbers ------------------------------------------------------------------------------- */

static void read_short(struct reader *r, const struct json_at *at, int32_t low, int32_t high, int16_t *ret)
{
    int32_t value;
    if (field_number(r->diags, at, low, high, &value))
        *ret = (int16_t)value;
}

static void read_share(struct reader *r, const struct json_at *object, const char *key, int16_t *ret)
{
    struct json_at at;
    if (field_get(r->diags, object, key, JSON_INT, &at))
        read_short(r, &at, 0, SHARE_MAX, ret);
}

static void read_channels(struct reader *r, const struct json_at *parent, const char *key, int32_t high,
                          int16_t ret[CHANNEL_COUNT])
{
    struct json_at object, at;
    if (!field_get(r->diags, parent, key, JSON_OBJECT, &object))
        return;
    fields_only(r->diags, &object, channel_keys, CHANNEL_COUNT);
    for (int i = 0; i < CHANNEL_COUNT; i++)
        if (field_get(r->diags, &object, channel_keys[i].ptr, JSON_INT, &at))
            read_short(r, &at, 0, high, &ret[i]);
}

/* --- one act ------------------------------------------------------------------------------- */

static void read_stages(struct reader *r, const struct json_at *object, enum act act)
{
    struct json_at array, item;
    if (!field_get(r->diags, object, "m", JSON_ARRAY, &array))
        return;
    int count = json_count(&array), high = act_class(act) == CLASS_ERR ? 0 : SHARE_MAX, stage = 0;
    if (count != STAGE_COUNT) {
        field_fault(r->diags, &array, count < STAGE_COUNT ? D_TOO_FEW : D_TOO_MANY, TD_STR("m"),
                    field_number_text(r->diags, STAGE_COUNT));
        return;
    }
    for (bool more = json_first(&array, &item); more; more = json_next(&item))
        read_short(r, &item, -SHARE_MAX, high, &r->model->m[act][stage++]);
}

/* The code and the class belong to the act, not to the numbers; a file may repeat them, not change
 * them. */
static void check_label(struct reader *r, const struct json_at *object, const char *key, td_str wanted)
{
    struct json_at at;
    if (field_get(r->diags, object, key, JSON_STRING, &at) && !str_eq(json_string(&at), wanted))
        field_fault(r->diags, &at, D_NOT_IN_LIST, json_string(&at), wanted);
}

static bool find_act(struct reader *r, const struct json_at *object, enum act *ret)
{
    struct json_at at;
    if (!field_get(r->diags, object, "name", JSON_STRING, &at))
        return false;
    td_str name = json_string(&at);
    if (!act_find(name, ret)) {
        field_unlisted(r->diags, &at, name, act_names, ACT_COUNT);
        return false;
    }
    if (r->seen[*ret])
        field_fault(r->diags, &at, D_LISTED_TWICE, name, TD_STR(""));
    r->seen[*ret] = true;
    return true;
}

static void read_act(struct reader *r, const struct json_at *object)
{
    enum act act;
    if (!field_is(r->diags, object, JSON_OBJECT))
        return;
    fields_only(r->diags, object, act_keys, COUNT(act_keys));
    if (!find_act(r, object, &act))
        return;
    check_label(r, object, "code", act_code(act));
    check_label(r, object, "class", class_names[act_class(act)]);
    r->model->class[act] = (uint8_t)act_class(act);
    read_stages(r, object, act);
    read_channels(r, object, "weights", SHARE_MAX, r->model->weight[act]);
    read_share(r, object, "e_ceiling", &r->model->ceiling[act]);
    read_share(r, object, "habit", &r->model->habit[act]);
}

/* --- the file ------------------------------------------------------------------------------ */

static void read_acts(struct reader *r, const struct json_at *root)
{
    struct json_at array, item;
    if (!field_get(r->diags, root, "acts", JSON_ARRAY, &array))
        return;
    for (bool more = json_first(&array, &item); more; more = json_next(&item))
        read_act(r, &item);
    for (int act = 0; act < ACT_COUNT; act++)
        if (!r->seen[act])
            field_fault(r->diags, &array, D_MISSING_KEY, act_name((enum act)act), TD_STR(""));
}

static void read_version(struct reader *r, const struct json_at *root)
{
    struct json_at at;
    if (field_get(r->diags, root, "format", JSON_STRING, &at) && !str_is(json_string(&at), file_format))
        field_fault(r->diags, &at, D_WRONG_FORMAT, json_string(&at), str_of(file_format));
    if (!field_get(r->diags, root, "version", JSON_INT, &at) || json_int(&at) == MODEL_VERSION)
        return;
    field_fault(r->diags, &at, D_UNKNOWN_VERSION, field_number_text(r->diags, json_int(&at)),
                field_number_text(r->diags, MODEL_VERSION));
    r->other_version = true;
}

td_status model_read(struct json_doc *doc, struct diags *diags, struct model *ret)
{
    struct model draft = {.version = MODEL_VERSION};
    struct reader r = {.diags = diags, .model = &draft};
    struct json_at root = json_root(doc);
    int errors = diags->errors;
    if (!field_is(diags, &root, JSON_OBJECT))
        return TD_E_INVALID;
    fields_only(diags, &root, root_keys, COUNT(root_keys));
    read_version(&r, &root);
    read_channels(&r, &root, "gains", GAIN_MAX, draft.gain);
    read_acts(&r, &root);
    if (diags->errors > errors)
        return r.other_version ? TD_E_VERSION : TD_E_INVALID;
    draft.hash = model_hash(&draft);
    *ret = draft;
    return TD_OK;
}
