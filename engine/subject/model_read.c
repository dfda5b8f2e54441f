/* model_read.c - a practitioner's own coefficients, read with every number checked.
 * The file has the shape of assets/model/acts.json.  All faults are told, not only the first; the
 * acts may stand in any order, but each once.  Keys that begin with x- are the practitioner's own. */
#include "acts.h"
#include "diag_codes.h"
#include "names.h"
#include "writer.h"

#define NAME(text)            \
    {                         \
        text, sizeof text - 1 \
    }
#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const td_str root_keys[] = {NAME("format"), NAME("version"), NAME("how_to_read"),
                                   NAME("gains"),  NAME("acts"),    NAME("sources")};
static const td_str act_keys[] = {NAME("name"),      NAME("code"),  NAME("class"),  NAME("m"),      NAME("weights"),
                                  NAME("e_ceiling"), NAME("habit"), NAME("reason"), NAME("sources")};
static const td_str channel_keys[CHANNEL_COUNT] = {NAME("P"), NAME("L"), NAME("E"), NAME("R"),
                                                   NAME("T"), NAME("U"), NAME("H"), NAME("C")};
static const td_str class_names[] = {NAME("affective"), NAME("middle"), NAME("cognitive"), NAME("error")};

static const char file_format[] = "talkdown-acts-1";

enum { SHARE_MAX = 1000, GAIN_MAX = 10000 };

/* What is being filled, and where faults go. */
struct reader {
    struct diags *diags;
    struct model *model;
    bool seen[ACT_COUNT];
    bool other_version;
};

/* --- telling faults ------------------------------------------------------------------------ */

static void fault(struct reader *r, const struct json_at *at, const char *code, td_str subject, td_str detail)
{
    json_fault(at, false, r->diags, DIAG_ERROR, code, subject, detail, TD_STR(""));
}

static td_str number_text(struct reader *r, int64_t value)
{
    struct writer w;
    writer_init(&w, r->diags->arena);
    w_int(&w, value);
    return writer_str(&w);
}

static td_str range_text(struct reader *r, int64_t low, int64_t high)
{
    struct writer w;
    writer_init(&w, r->diags->arena);
    w_int(&w, low);
    w_text(&w, "..");
    w_int(&w, high);
    return writer_str(&w);
}

static td_str list_text(struct reader *r, const td_str *names, int count)
{
    struct writer w;
    writer_init(&w, r->diags->arena);
    for (int i = 0; i < count; i++) {
        w_text(&w, i > 0 ? ", " : "");
        w_str(&w, names[i]);
    }
    return writer_str(&w);
}

static td_str type_name(enum json_type type)
{
    static const td_str names[] = {
        [JSON_NULL] = NAME("null"),     [JSON_BOOL] = NAME("boolean"), [JSON_INT] = NAME("integer"),
        [JSON_STRING] = NAME("string"), [JSON_ARRAY] = NAME("array"),  [JSON_OBJECT] = NAME("object")};
    return names[type];
}

/* --- small readers; each tells its own faults ---------------------------------------------- */

static bool is_type(struct reader *r, const struct json_at *at, enum json_type wanted)
{
    if (json_type(at) == wanted)
        return true;
    fault(r, at, D_WRONG_TYPE, type_name(json_type(at)), type_name(wanted));
    return false;
}

static bool member(struct reader *r, const struct json_at *object, const char *key, enum json_type wanted,
                   struct json_at *ret)
{
    if (json_get(object, key, ret))
        return is_type(r, ret, wanted);
    fault(r, object, D_MISSING_KEY, str_of(key), TD_STR(""));
    return false;
}

static void no_other_keys(struct reader *r, const struct json_at *object, const td_str *keys, int count)
{
    struct json_at item;
    for (bool more = json_first(object, &item); more; more = json_next(&item)) {
        td_str key = json_key(&item);
        if (name_index(keys, count, key) < 0 && !str_starts(key, TD_STR("x-")))
            json_fault(&item, true, r->diags, DIAG_ERROR, D_UNKNOWN_KEY, key, list_text(r, keys, count),
                       name_nearest(keys, count, key));
    }
}

static void read_number(struct reader *r, const struct json_at *at, int32_t low, int32_t high, int16_t *ret)
{
    if (!is_type(r, at, JSON_INT))
        return;
    int64_t value = json_int(at);
    if (value < low || value > high)
        fault(r, at, D_OUT_OF_RANGE, number_text(r, value), range_text(r, low, high));
    else
        *ret = (int16_t)value;
}

static void read_share(struct reader *r, const struct json_at *object, const char *key, int16_t *ret)
{
    struct json_at at;
    if (member(r, object, key, JSON_INT, &at))
        read_number(r, &at, 0, SHARE_MAX, ret);
}

static void read_channels(struct reader *r, const struct json_at *parent, const char *key, int32_t high,
                          int16_t ret[CHANNEL_COUNT])
{
    struct json_at object, at;
    if (!member(r, parent, key, JSON_OBJECT, &object))
        return;
    no_other_keys(r, &object, channel_keys, CHANNEL_COUNT);
    for (int i = 0; i < CHANNEL_COUNT; i++)
        if (member(r, &object, channel_keys[i].ptr, JSON_INT, &at))
            read_number(r, &at, 0, high, &ret[i]);
}

/* --- one act ------------------------------------------------------------------------------- */

static void read_stages(struct reader *r, const struct json_at *object, enum act act)
{
    struct json_at array, item;
    if (!member(r, object, "m", JSON_ARRAY, &array))
        return;
    int count = json_count(&array), high = act_class(act) == CLASS_ERR ? 0 : SHARE_MAX, stage = 0;
    if (count != STAGE_COUNT) {
        fault(r, &array, count < STAGE_COUNT ? D_TOO_FEW : D_TOO_MANY, TD_STR("m"), number_text(r, STAGE_COUNT));
        return;
    }
    for (bool more = json_first(&array, &item); more; more = json_next(&item))
        read_number(r, &item, -SHARE_MAX, high, &r->model->m[act][stage++]);
}

/* The code and the class belong to the act, not to the numbers; a file may repeat them, not change
 * them. */
static void check_label(struct reader *r, const struct json_at *object, const char *key, td_str wanted)
{
    struct json_at at;
    if (member(r, object, key, JSON_STRING, &at) && !str_eq(json_string(&at), wanted))
        fault(r, &at, D_NOT_IN_LIST, json_string(&at), wanted);
}

static bool find_act(struct reader *r, const struct json_at *object, enum act *ret)
{
    struct json_at at;
    if (!member(r, object, "name", JSON_STRING, &at))
        return false;
    td_str name = json_string(&at);
    if (!act_find(name, ret)) {
        json_fault(&at, false, r->diags, DIAG_ERROR, D_NOT_IN_LIST, name, list_text(r, act_names, ACT_COUNT),
                   act_nearest(name));
        return false;
    }
    if (r->seen[*ret])
        fault(r, &at, D_LISTED_TWICE, name, TD_STR(""));
    r->seen[*ret] = true;
    return true;
}

static void read_act(struct reader *r, const struct json_at *object)
{
    enum act act;
    if (!is_type(r, object, JSON_OBJECT))
        return;
    no_other_keys(r, object, act_keys, COUNT(act_keys));
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
    if (!member(r, root, "acts", JSON_ARRAY, &array))
        return;
    for (bool more = json_first(&array, &item); more; more = json_next(&item))
        read_act(r, &item);
    for (int act = 0; act < ACT_COUNT; act++)
        if (!r->seen[act])
            fault(r, &array, D_MISSING_KEY, act_name((enum act)act), TD_STR(""));
}

static void read_version(struct reader *r, const struct json_at *root)
{
    struct json_at at;
    if (member(r, root, "format", JSON_STRING, &at) && !str_is(json_string(&at), file_format))
        fault(r, &at, D_WRONG_FORMAT, json_string(&at), str_of(file_format));
    if (!member(r, root, "version", JSON_INT, &at) || json_int(&at) == MODEL_VERSION)
        return;
    fault(r, &at, D_UNKNOWN_VERSION, number_text(r, json_int(&at)), number_text(r, MODEL_VERSION));
    r->other_version = true;
}

td_status model_read(struct json_doc *doc, struct diags *diags, struct model *ret)
{
    struct model draft = {.version = MODEL_VERSION};
    struct reader r = {.diags = diags, .model = &draft};
    struct json_at root = json_root(doc);
    int errors = diags->errors;
    if (!is_type(&r, &root, JSON_OBJECT))
        return TD_E_INVALID;
    no_other_keys(&r, &root, root_keys, COUNT(root_keys));
    read_version(&r, &root);
    read_channels(&r, &root, "gains", GAIN_MAX, draft.gain);
    read_acts(&r, &root);
    if (diags->errors > errors)
        return r.other_version ? TD_E_VERSION : TD_E_INVALID;
    draft.hash = model_hash(&draft);
    *ret = draft;
    return TD_OK;
}
