/* talkdown.h - the one public header of the engine.
 * The engine is pure: no files, no clocks, no printing, no callbacks out.  Bytes come in,
 * values come out; time arrives inside commands.  Sizes are in bytes, times in milliseconds of
 * story time unless a name ends in _s (seconds), shares in permille, state in Q16 (65536 = 1). */
#ifndef TALKDOWN_H
#define TALKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A slice of UTF-8 bytes, not terminated.  It owns nothing: who made it says how long it lives. */
typedef struct td_str {
    const char *ptr;
    size_t len;
} td_str;

#define TD_STR(literal) ((td_str){(literal), sizeof(literal) - 1})

typedef enum td_status {
    TD_OK,
    TD_E_SYNTAX,  /* not the language it claims to be */
    TD_E_INVALID, /* the language, but not a valid sentence of it */
    TD_E_LIMIT,   /* larger than limits.h allows */
    TD_E_VERSION, /* another format or model version */
    TD_E_REFUSED, /* well formed, but not allowed now or not by this seat */
    TD_E_DESYNC,  /* a replay that does not reach the recorded state */
} td_status;

/* Where memory comes from.  resize(NULL, n) allocates, resize(p, 0) frees and returns NULL.
 * It never returns NULL for n > 0: out of memory stops the program inside it. */
typedef struct td_allocator {
    void *(*resize)(void *context, void *block, size_t size);
    void *context;
} td_allocator;

#endif
