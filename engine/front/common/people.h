/* people.h - the files of assets/people: who can be met. */
#ifndef TD_FRONT_PEOPLE_H
#define TD_FRONT_PEOPLE_H

#include "identity.h"
#include "library.h"

/* Reads assets/people/<id>.json.  false: the reader has been told why not. */
bool people_read(struct library *library, const char *id, struct person_identity *ret);

#endif
