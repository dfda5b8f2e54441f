/* seal.h - the site's own certificate and key, looked at before a room opens with them.
 * What phones would only say as "not safe" is said here in words: not readable, not the key of this certificate,
 * out of date, made for another name. */
#ifndef TD_FRONT_SEAL_H
#define TD_FRONT_SEAL_H

#include "files.h"

enum { SEAL_BYTES = 1 << 18, SEAL_NAME = 128 };

struct seal {
    const char *at;           /* the file that a fault is about */
    char name[SEAL_NAME + 1]; /* the first whole name that the certificate is made out to, or empty */
};

/* Two PEM files: the certificate, with those that vouch for it behind it, and its key without a password.
 * ret->at is written in any case. */
file_fault seal_look(struct arena *arena, const char *certificate, const char *key, struct seal *ret);
/* Is the certificate, which seal_look() found good, made out to this name or address? */
bool seal_covers(struct arena *arena, const char *certificate, const char *name);

#endif
