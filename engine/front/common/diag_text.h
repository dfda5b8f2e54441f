/* diag_text.h - a diagnostic for people, and for programs. */
#ifndef TD_FRONT_DIAG_TEXT_H
#define TD_FRONT_DIAG_TEXT_H

#include "diag.h"
#include "words.h"

/* Appends "file:line:column: code: sentence (pointer) - did you mean 'x'?" with a line end.  What comes
 * from the file is made harmless for a terminal. */
void diag_text(struct writer *w, const struct words *words, const struct diag *diag);
/* Appends it as one JSON object. */
void diag_json(struct writer *w, const struct diag *diag);

#endif
