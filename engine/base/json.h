/* json.h - JSON, read with every guard: the one door to cJSON.
 * Refused before parsing: not UTF-8, a byte order mark, NUL, \u0000, lone surrogates, numbers that
 * RFC 8259 does not allow or that lie beyond 2^53 (cJSON holds them in a double), deeper than
 * JSON_DEPTH, too many values, text behind the end, duplicate keys in one object.  Look-ups are
 * case-sensitive.  Numbers are integers: a fraction or an exponent is a fault ("number-not-integer").
 * Every value is reached through a json_at, a link of a chain that lives on the caller's stack; it
 * costs nothing while all is well and gives the pointer, line and column when it is not. */
#ifndef TD_BASE_JSON_H
#define TD_BASE_JSON_H

#include "diag.h"

#define JSON_DEPTH 64 /* brackets inside brackets */

struct json_doc; /* the text, its name and the tree */

struct json_limits {
    size_t bytes;  /* of the text; at most INT32_MAX count */
    size_t values; /* of every kind, brackets too */
};

/* Reads bytes, which must stay until json_close().  Faults go to diags (never more than one syntax
 * fault, with line and column but no pointer).  NULL if it is not readable.  file is copied for the
 * diagnostics.  One thread at a time may use a doc. */
struct json_doc *json_open(const td_allocator *mem, td_str file, td_str bytes, struct json_limits limits,
                           struct diags *diags);
/* NULL is fine. */
void json_close(struct json_doc *doc);

enum json_type { JSON_NULL, JSON_BOOL, JSON_INT, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_at {
    const struct json_doc *doc;
    const void *value;            /* opaque */
    const struct json_at *parent; /* must outlive this link; NULL at the root */
    int index;                    /* in the parent, from 0 */
};

struct json_at json_root(const struct json_doc *doc);
enum json_type json_type(const struct json_at *at);
/* Of an array or object.  Linear; iterate with json_first/json_next. */
int json_count(const struct json_at *at);
/* First child of an array or object / next sibling.  false at the end.
 *   struct json_at item;
 *   for (bool more = json_first(at, &item); more; more = json_next(&item)) */
bool json_first(const struct json_at *at, struct json_at *ret);
bool json_next(struct json_at *at);
/* The key of a member of an object; empty for array items and the root. */
td_str json_key(const struct json_at *at);
/* A member by exact key.  false if at is no object or has none. */
bool json_get(const struct json_at *at, const char *key, struct json_at *ret);
td_str json_string(const struct json_at *at); /* empty unless JSON_STRING; lives as long as the doc */
int64_t json_int(const struct json_at *at);   /* 0 unless JSON_INT; -2^53 .. 2^53 */
bool json_bool(const struct json_at *at);     /* false unless JSON_BOOL */

/* Adds a diagnostic at the value (or at its key, with on_key, if it has one).  Fills file, line,
 * column, pointer.  The place is found by reading the text again, cheaply where faults come in the
 * order of the text; beyond DIAG_MAX it is not looked for. */
void json_fault(const struct json_at *at, bool on_key, struct diags *diags, enum diag_severity severity,
                const char *code, td_str subject, td_str detail, td_str nearest);

#endif
