/* form.c - the tables behind form.h, made from its lists. */
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
