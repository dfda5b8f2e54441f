/* csv_cells.h - a table for a spreadsheet, cell by cell. */
#ifndef TD_REPORT_CSV_CELLS_H
#define TD_REPORT_CSV_CELLS_H

#include "book.h"

struct csv {
    struct book *book; /* of who fills the cells; may be NULL */
    struct writer *w;
    bool begun; /* the row has a cell */
};

/* The comma before the next cell, if one is due; what the cell holds is the caller's to write. */
void csv_next(struct csv *c);
void csv_text(struct csv *c, td_str text);
void csv_int(struct csv *c, int64_t value);
/* Empty where there is none: NONE. */
void csv_maybe(struct csv *c, int64_t value);
void csv_end(struct csv *c);

#endif
