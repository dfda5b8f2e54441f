/* people.h - the files of assets/people: who can be met. */
#ifndef TD_FRONT_PEOPLE_H
#define TD_FRONT_PEOPLE_H

#include "files.h"
#include "identity.h"
#include "library.h"

/* The person of a name, or, where id has a '/', of an author's own file.  Faults within the file go to diags,
 * under the file's short name and not under where the program lies.  false, silently, if there is no such
 * person; *ret_fault is then the reason why the file could not be read, or NULL if it could. */
bool people_load(struct arena *arena, const char *assets, const char *id, struct diags *diags,
                 struct person_identity *ret, file_fault *ret_fault);
/* The same for a verb.  false: the reader has been told why not. */
bool people_read(struct library *library, const char *id, struct person_identity *ret);

#endif
