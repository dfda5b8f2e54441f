/* identity.c - the file of a person, read by one table of its keys. */
#include "identity.h"

#include "fields.h"

#include <stddef.h>

enum field_kind { FIELD_NUMBER, FIELD_COLOUR, FIELD_WORD, FIELD_FLAG };

struct field {
    const char *key;
    size_t offset;
    enum field_kind kind;
    int32_t min, max;
    const char *names; /* of a FIELD_WORD: words in the order of the enum */
};

#define AT(member) offsetof(struct person_identity, member)
/* clang-format off */
#define NUMBER(member, min, max) {#member, AT(member), FIELD_NUMBER, min, max, NULL}
#define SHARE(member) NUMBER(member, 0, 1000)
#define COLOUR(member) {#member, AT(member), FIELD_COLOUR, 0, 0, NULL}
#define WORD(member, words) {#member, AT(member), FIELD_WORD, 0, 0, words}
/* clang-format on */

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
    WORD(hair_style, "bald receding cropped short parted bob long bun curls coils"),
    WORD(beard, "none stubble short full moustache"),
    WORD(headwear, "none hijab cap flat-cap beanie"),
    WORD(glasses, "none square round"),
    WORD(top, "jacket blazer hoodie cardigan coat sweater shirt puffer"),
    WORD(legwear, "trousers skirt"),
    WORD(rest, "hang pockets folded"),
    SHARE(grey),
    SHARE(lashes),
    SHARE(wet),
    {"wheelchair", AT(wheelchair), FIELD_FLAG, 0, 1, NULL},
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
    if (!field_is(diags, at, JSON_STRING))
        return false;
    if (parse_colour(json_string(at), ret))
        return true;
    field_fault(diags, at, D_WRONG_FORMAT, json_string(at), TD_STR("#rrggbb"));
    return false;
}

enum { NAMES_MAX = 16 };

static bool read_name(const struct json_at *at, const struct field *field, struct diags *diags, int32_t *ret)
{
    td_str names[NAMES_MAX], words = str_of(field->names);
    int count = 0;
    if (!field_is(diags, at, JSON_STRING))
        return false;
    while (words.len > 0 && count < NAMES_MAX)
        names[count++] = str_word(&words);
    for (int i = 0; i < count; i++) {
        if (!str_eq(names[i], json_string(at)))
            continue;
        *ret = i;
        return true;
    }
    field_unlisted(diags, at, json_string(at), names, count);
    return false;
}

static bool read_flag(const struct json_at *at, struct diags *diags, int32_t *ret)
{
    if (!field_is(diags, at, JSON_BOOL))
        return false;
    *ret = json_bool(at) ? 1 : 0;
    return true;
}

static bool read_field(const struct json_at *at, const struct field *field, struct diags *diags,
                       struct person_identity *draft)
{
    void *slot = (char *)draft + field->offset;
    switch (field->kind) {
    case FIELD_NUMBER: return field_number(diags, at, field->min, field->max, slot);
    case FIELD_COLOUR: return read_colour(at, diags, slot);
    case FIELD_WORD: return read_name(at, field, diags, slot);
    case FIELD_FLAG: return read_flag(at, diags, slot);
    }
    return false;
}

static bool read_id(const struct json_at *root, struct diags *diags, struct person_identity *draft)
{
    struct json_at at;
    if (!field_get(diags, root, "id", JSON_STRING, &at))
        return false;
    td_str id = json_string(&at);
    if (id.len == 0 || id.len > PERSON_ID_MAX) {
        field_fault(diags, &at, D_OUT_OF_RANGE, field_number_text(diags, (int64_t)id.len), TD_STR("1..40"));
        return false;
    }
    memcpy(draft->id, id.ptr, id.len);
    draft->id[id.len] = '\0';
    return true;
}

enum { FIELDS = sizeof fields / sizeof *fields };

static void refuse_unknown_keys(const struct json_at *root, struct diags *diags)
{
    td_str keys[FIELDS + 1] = {TD_STR("id")};
    for (int i = 0; i < FIELDS; i++)
        keys[i + 1] = str_of(fields[i].key);
    fields_only(diags, root, keys, FIELDS + 1);
}

static bool read_members(const struct json_at *root, struct diags *diags, struct person_identity *draft)
{
    struct json_at at;
    int faults = diags->errors;
    if (!field_is(diags, root, JSON_OBJECT))
        return false;
    read_id(root, diags, draft);
    for (int i = 0; i < FIELDS; i++)
        if (json_get(root, fields[i].key, &at))
            read_field(&at, &fields[i], diags, draft);
    refuse_unknown_keys(root, diags);
    return diags->errors == faults;
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
