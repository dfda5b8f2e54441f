/* json_token.h - strings, numbers and words of a JSON text, each taken whole or refused with a reason.
 * For json_scan.c; cJSON's own parser would let most of this pass. */
#ifndef TD_BASE_JSON_TOKEN_H
#define TD_BASE_JSON_TOKEN_H

#include "diag.h"

/* Why a text is refused. */
struct json_flaw {
    const char *code; /* one of diag_codes.h */
    const char *at;   /* in the text; NULL: the text as a whole */
    td_str subject;   /* in the text, or in note */
    td_str detail;    /* static, or in note */
    td_str nearest;   /* static */
    char note[24];
};

/* Where the reading is.  at <= end. */
struct json_cursor {
    const char *at;
    const char *end;
    struct json_flaw *flaw;
};

/* A string as written, without its quotes. */
struct json_raw {
    td_str text;
    bool escaped; /* has a backslash */
};

/* Each begins at c->at, which is where such a thing begins.  On success c->at is behind it;
 * otherwise the flaw is filled. */
bool json_take_string(struct json_cursor *c, struct json_raw *ret);
bool json_take_number(struct json_cursor *c, int64_t *ret);
bool json_take_word(struct json_cursor *c, td_str *ret); /* true, false, null */

/* Letters, digits, _ and $ from c->at on: what somebody took for a word.  Takes nothing. */
td_str json_peek_name(const struct json_cursor *c);

/* Fills the flaw; always false, so that a caller can return it. */
bool json_refuse(struct json_cursor *c, const char *code, const char *at, td_str subject, td_str detail);
/* The same for the character at c->at, which is not allowed there: names the well-known slips
 * (comment, single quotes, stray bytes), and otherwise says code. */
bool json_refuse_stray(struct json_cursor *c, const char *code, td_str detail);

/* Decodes the escapes of a string that json_take_string() let pass.  ret has raw.len bytes; returns
 * how many are used. */
size_t json_unescape(td_str raw, char *ret);

#endif
