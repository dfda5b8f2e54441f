/* identity.c - the file of a person, read by one table of its keys. */
#include "identity.h"

#include <stddef.h>

enum field_kind { FIELD_NUMBER, FIELD_COLOUR, FIELD_NAME, FIELD_FLAG };

struct field {
    const char *key;
    size_t offset;
    enum field_kind kind;
    int32_t min, max;
    const char *names; /* of a FIELD_NAME: words in the order of the enum */
    const char *range; /* of a FIELD_NUMBER, in words */
};

#define AT(member) offsetof(struct person_identity, member)
#define NUMBER(member, min, max)                                          \
    {                                                                     \
#member, AT(member), FIELD_NUMBER, min, max, NULL, #min ".." #max \
    }
#define SHARE(member) NUMBER(member, 0, 1000)
#define COLOUR(member)                                      \
    {                                                       \
#member, AT(member), FIELD_COLOUR, 0, 0, NULL, NULL \
    }
#define NAME(member, words)                                \
    {                                                      \
#member, AT(member), FIELD_NAME, 0, 0, words, NULL \
    }

static const struct field fields[] = {
    NUMBER(age, 12, 90),
    SHARE(masculine),
    NUMBER(height, 700, 1080),
    SHARE(build),
    NUMBER(shoulders, 850, 1150),
    SHARE(face_width),
    SHARE(jaw_width),
    SHARE(chin),
    SHARE(cheeks),
    SHARE(nose_width),
    SHARE(nose_length),
    SHARE(eye_size),
    SHARE(eye_tilt),
    SHARE(eye_fold),
    SHARE(eye_gap),
    SHARE(brow_weight),
    SHARE(lips),
    SHARE(ears),
    COLOUR(skin),
    COLOUR(lip),
    COLOUR(iris),
    COLOUR(hair),
    COLOUR(brow),
    COLOUR(outer),
    COLOUR(inner),
    COLOUR(accent),
    COLOUR(legs),
    COLOUR(shoes),
    COLOUR(headwear_colour),
    NAME(hair_style, "bald receding cropped short parted bob long bun curls coils"),
    NAME(beard, "none stubble short full moustache"),
    NAME(headwear, "none hijab cap flat-cap beanie"),
    NAME(glasses, "none square round"),
    NAME(top, "jacket blazer hoodie cardigan coat sweater shirt puffer"),
    NAME(legwear, "trousers skirt"),
    NAME(rest, "hang pockets folded"),
    SHARE(grey),
    SHARE(lashes),
    SHARE(wet),
    {"wheelchair", AT(wheelchair), FIELD_FLAG, 0, 1, NULL, NULL},
};

struct person_identity person_identity_default(void)
{
    return (struct person_identity){
        .id = "nobody",
        .age = 38,
        .masculine = 500,
        .height = 1000,
        .build = 450,
        .shoulders = 1000,
        .face_width = 500,
        .jaw_width = 500,
        .chin = 500,
        .cheeks = 500,
        .nose_width = 500,
        .nose_length = 500,
        .eye_size = 500,
        .eye_tilt = 500,
        .eye_gap = 500,
        .brow_weight = 500,
        .lips = 500,
        .ears = 500,
        .skin = 0xd9a382ff,
        .lip = 0xb06a5cff,
        .iris = 0x5a4029ff,
        .hair = 0x3a2a22ff,
        .brow = 0x33241dff,
        .outer = 0x4f6b80ff,
        .inner = 0xd9d4caff,
        .accent = 0xb98a4aff,
        .legs = 0x39424eff,
        .shoes = 0x26221fff,
        .headwear_colour = 0x3f6f6dff,
        .hair_style = HAIR_SHORT,
        .lashes = 300,
    };
}

static void fault(const struct json_at *at, bool on_key, struct diags *diags, const char *code, td_str subject,
                  const char *detail)
{
    json_fault(at, on_key, diags, DIAG_ERROR, code, subject, str_of(detail), TD_STR(""));
}

static bool read_number(const struct json_at *at, const struct field *field, struct diags *diags, int32_t *ret)
{
    if (json_type(at) != JSON_INT) {
        fault(at, false, diags, "wrong-type", json_key(at), "a whole number");
        return false;
    }
    int64_t value = json_int(at);
    if (value < field->min || value > field->max) {
        fault(at, false, diags, "out-of-range", json_key(at), field->range);
        return false;
    }
    *ret = (int32_t)value;
    return true;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

static bool parse_colour(td_str text, pen_rgba *ret)
{
    if (text.len != 7 || text.ptr[0] != '#')
        return false;
    uint32_t value = 0;
    for (int i = 1; i < 7; i++) {
        int digit = hex_digit(text.ptr[i]);
        if (digit < 0)
            return false;
        value = value << 4 | (uint32_t)digit;
    }
    *ret = value << 8 | 255u;
    return true;
}

static bool read_colour(const struct json_at *at, struct diags *diags, pen_rgba *ret)
{
    if (json_type(at) == JSON_STRING && parse_colour(json_string(at), ret))
        return true;
    fault(at, false, diags, "wrong-type", json_key(at), "#rrggbb in small letters");
    return false;
}

static bool read_name(const struct json_at *at, const struct field *field, struct diags *diags, int32_t *ret)
{
    td_str words = str_of(field->names);
    td_str wanted = json_string(at);
    for (int32_t index = 0; words.len > 0; index++) {
        if (str_eq(str_word(&words), wanted) && wanted.len > 0) {
            *ret = index;
            return true;
        }
    }
    fault(at, false, diags, "not-in-list", wanted, field->names);
    return false;
}

static bool read_flag(const struct json_at *at, struct diags *diags, int32_t *ret)
{
    if (json_type(at) != JSON_BOOL) {
        fault(at, false, diags, "wrong-type", json_key(at), "true or false");
        return false;
    }
    *ret = json_bool(at) ? 1 : 0;
    return true;
}

static bool read_field(const struct json_at *at, const struct field *field, struct diags *diags,
                       struct person_identity *draft)
{
    void *slot = (char *)draft + field->offset;
    switch (field->kind) {
    case FIELD_NUMBER: return read_number(at, field, diags, slot);
    case FIELD_COLOUR: return read_colour(at, diags, slot);
    case FIELD_NAME: return read_name(at, field, diags, slot);
    case FIELD_FLAG: return read_flag(at, diags, slot);
    }
    return false;
}

static const struct field *find_field(td_str key)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (str_is(key, fields[i].key))
            return &fields[i];
    return NULL;
}

static bool read_id(const struct json_at *at, struct diags *diags, struct person_identity *draft)
{
    td_str id = json_string(at);
    if (id.len == 0 || id.len > PERSON_ID_MAX) {
        fault(at, false, diags, "wrong-type", json_key(at), "a short name");
        return false;
    }
    memcpy(draft->id, id.ptr, id.len);
    draft->id[id.len] = '\0';
    return true;
}

static bool read_member(const struct json_at *at, struct diags *diags, struct person_identity *draft)
{
    td_str key = json_key(at);
    if (str_is(key, "id"))
        return read_id(at, diags, draft);
    if (str_starts(key, TD_STR("x-")))
        return true;
    const struct field *field = find_field(key);
    if (field)
        return read_field(at, field, diags, draft);
    fault(at, true, diags, "unknown-key", key, "");
    return false;
}

static bool read_members(const struct json_at *root, struct diags *diags, struct person_identity *draft)
{
    struct json_at at;
    if (json_type(root) != JSON_OBJECT) {
        fault(root, false, diags, "wrong-type", TD_STR(""), "an object");
        return false;
    }
    if (!json_get(root, "id", &at)) {
        fault(root, false, diags, "missing-key", TD_STR("id"), "");
        return false;
    }
    bool good = true;
    for (bool more = json_first(root, &at); more; more = json_next(&at))
        good = read_member(&at, diags, draft) && good;
    return good;
}

bool person_identity_read(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags,
                          struct person_identity *ret)
{
    struct json_limits limits = {.bytes = 64 * 1024, .values = 1000};
    struct json_doc *doc = json_open(mem, file, bytes, limits, diags);
    if (!doc)
        return false;
    struct person_identity draft = person_identity_default();
    struct json_at root = json_root(doc);
    bool good = read_members(&root, diags, &draft);
    json_close(doc);
    if (good)
        *ret = draft;
    return good;
}
