/* message_shape.h - the table of messages as its reader and its writer see it.  Inside this module only. */
#ifndef TD_WIRE_MESSAGE_SHAPE_H
#define TD_WIRE_MESSAGE_SHAPE_H

#include "message.h"
#include "wire_reasons.h"

enum field_type {
    FIELD_END,
    FIELD_ID,   /* into a char[LIMIT_ID_BYTES + 1] */
    FIELD_IDS,  /* into ids and id_count */
    FIELD_TEXT, /* into text: at most low bytes and high words (0: any number) */
    FIELD_INT,  /* int32_t, low..high */
    FIELD_LONG, /* int64_t, thinking time */
    FIELD_BOOL, /* int32_t, 0 or 1 */
    FIELD_NAME, /* int32_t, index in names */
    FIELD_SET,  /* int32_t, a bit for each of the names */
};

struct field {
    const char *key; /* NULL: the end of the row */
    enum field_type type;
    size_t offset; /* in struct wire_message */
    int32_t low, high;
    const td_str *names;
    bool required;
};

enum { ENTRY_MAX = 1000000 };
/* Ended by {NULL, 0}. */
extern const td_str hand_over_names[], wire_role_names[];

const struct field *message_fields(enum wire_do what);
bool message_find(td_str name, enum wire_do *ret);
/* Does it say one thing where it has the choice of two? */
bool message_is_whole(const struct wire_message *message);

#endif
