/* report_pdf.h - a document of the report as PDF: tagged, with title and language, fonts embedded. */
#ifndef TD_FRONT_REPORT_PDF_H
#define TD_FRONT_REPORT_PDF_H

#include "doc.h"
#include "files.h"

enum report_paper { PAPER_A4, PAPER_LETTER };

/* data: the folder with assets/fonts.  *ret_bytes lie in the arena. */
file_fault report_pdf(struct arena *arena, const char *data, const struct doc *root, enum report_paper paper,
                      td_str *ret_bytes);

#endif
