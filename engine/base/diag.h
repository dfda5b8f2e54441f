/* diag.h - what is wrong with an input: a stable code, where, and the nearest right name.
 * The engine collects diagnostics; the sentences for people are chosen at the edge by code
 * ("diag.<code>" in assets/lang).  The slices quote a stranger's file: who prints them makes control
 * characters visible. */
#ifndef TD_BASE_DIAG_H
#define TD_BASE_DIAG_H

#include "arena.h"
#include "diag_codes.h"

enum diag_severity { DIAG_ERROR, DIAG_WARNING };

struct diag {
    const char *code; /* D_UNKNOWN_KEY: one of diag_codes.h */
    enum diag_severity severity;
    td_str file;      /* as the caller named it */
    int line, column; /* from 1, column in characters; 0 = the file as a whole */
    td_str pointer;   /* JSON pointer, empty where it does not apply */
    td_str subject;   /* the offending name or value, cut at 80 bytes */
    td_str detail;    /* what was expected: a number, a list of names; may be empty */
    td_str nearest;   /* the nearest valid name, or empty */
};

#define DIAG_MAX 200        /* further ones are counted, not kept */
#define DIAG_SUBJECT_MAX 80 /* bytes; whole characters */

struct diags {
    struct arena *arena;
    struct diag *items; /* DIAG_MAX of them, made at the first */
    int count;
    int errors, warnings; /* all, kept or not */
};

/* The diagnostics live in a, which outlives d. */
void diags_init(struct diags *d, struct arena *a);
/* Copies every slice into the arena, keeps the order of the calls.  item->code is of diag_codes.h. */
void diag_add(struct diags *d, const struct diag *item);
/* Room for one more?  When not, there is no point in finding out where. */
bool diags_full(const struct diags *d);

/* How many codes there are, and the code with this number from 0: for those who check that every
 * one has its sentence. */
int diag_code_count(void);
const char *diag_code(int number);
/* The number of a code, or -1. */
int diag_number_of(const char *code);
/* The severity that diag_codes.h gives a code; false if there is no such code. */
bool diag_severity_of(const char *code, enum diag_severity *ret);

#endif
