/* form.c - the tables behind form.h, made from its lists, and the two kinds of name a file has. */
#include "form.h"

#define N(literal)                  \
    {                               \
        literal, sizeof literal - 1 \
    }
#define END     \
    {           \
        NULL, 0 \
    }

const td_str intended_names[] = {N("resolved"), N("stabilised"), END}; /* as the first two outcomes */

#define TAG_NAME(name) N(#name),
const td_str trigger_tag_names[] = {TD_TRIGGER_TAGS(TAG_NAME) END};

#define FIELD_ROW(key, kind, required, low, high, names) {N(#key), FIELD_##kind, required, low, high, names},
#define FORM_TABLE(name, LIST)                                                              \
    static const struct field name##_fields[] = {LIST##_FIELDS(FIELD_ROW)};                 \
    _Static_assert(sizeof name##_fields / sizeof *name##_fields * sizeof(struct json_at) == \
                       sizeof(struct name##_fields),                                        \
                   "the members of " #name "_fields are the rows of its table");            \
    const struct form form_##name = {name##_fields, sizeof name##_fields / sizeof *name##_fields};
FORMS(FORM_TABLE)

bool form_is_id(td_str text)
{
    if (text.len == 0 || text.len > LIMIT_ID_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

bool form_is_language(td_str tag)
{
    size_t part = 0;
    if (tag.len < 2 || tag.len > 16)
        return false;
    for (size_t i = 0; i < tag.len; i++, part++) {
        char c = tag.ptr[i];
        bool letter = c >= 'a' && c <= 'z';
        bool other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (c == '-' && part >= 2)
            part = SIZE_MAX; /* the next one is number 0 of a part */
        else if (!letter && !(other && i > part))
            return false;
    }
    return part >= 2;
}
