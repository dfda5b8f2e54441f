/* fields.h - members of a JSON object, each checked as it is read; inside this module only.
 * Every function tells what is wrong to diags and returns false; nothing is stored then. */
#ifndef TD_SUBJECT_FIELDS_H
#define TD_SUBJECT_FIELDS_H

#include "diag_codes.h"
#include "json.h"

/* A name of a table, with its length. */
#define FIELD_NAME(text)       \
    {                          \
        text, sizeof(text) - 1 \
    }

void field_fault(struct diags *diags, const struct json_at *at, const char *code, td_str subject, td_str detail);
/* A name that is not in the list: names the list and the nearest of it. */
void field_unlisted(struct diags *diags, const struct json_at *at, td_str found, const td_str *names, int count);
/* The number as text, in the arena of diags. */
td_str field_number_text(struct diags *diags, int64_t value);

bool field_is(struct diags *diags, const struct json_at *at, enum json_type wanted);
/* The member with this key, of this type. */
bool field_get(struct diags *diags, const struct json_at *object, const char *key, enum json_type wanted,
               struct json_at *ret);
/* An integer in [low, high]. */
bool field_number(struct diags *diags, const struct json_at *at, int32_t low, int32_t high, int32_t *ret);
/* Faults every key that is none of these; keys that begin with x- are the author's own. */
void fields_only(struct diags *diags, const struct json_at *object, const td_str *keys, int count);

#endif
