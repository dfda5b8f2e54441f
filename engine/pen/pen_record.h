/* pen_record.h - a pen that writes a draw list: one call a line, as text that a test can compare.
 * Units are written whole where they are whole and with two decimals otherwise, so that a golden
 * file can be read and a difference understood. */
#ifndef TD_PEN_RECORD_H
#define TD_PEN_RECORD_H

#include "pen.h"
#include "writer.h"

/* The writer must outlive the pen; the list is what it has grown by. */
struct pen pen_record(struct writer *out);

#endif
