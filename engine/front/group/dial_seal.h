/* dial_seal.h - a line to a host that speaks TLS, made to look like a plain one.
 * A thread of its own carries the bytes: on this side a socket as any other, that can be polled and closed. */
#ifndef TD_FRONT_DIAL_SEAL_H
#define TD_FRONT_DIAL_SEAL_H

#include "files.h"

/* Takes over the connected socket fd and returns the one to use in its place; -1 with *fault: the host shows no
 * certificate for this name that this machine trusts ("error.not-trusted"), or speaks no TLS ("error.no-host"). */
int dial_seal(int fd, const char *name, file_fault *fault);

#endif
