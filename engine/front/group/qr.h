/* qr.h - an address as a square that a phone's camera reads. */
#ifndef TD_FRONT_QR_H
#define TD_FRONT_QR_H

#include "writer.h"

/* As an SVG picture, dark on light, with its quiet zone.  false: the text does not fit. */
bool qr_svg(struct writer *w, const char *text);
/* For a terminal of light letters on a dark ground: two rows of squares in one line of text. */
bool qr_terminal(struct writer *w, const char *text);

/* Row by row, 1 where it is dark, without the quiet zone; in the arena.  NULL: the text does not fit. */
const uint8_t *qr_squares(struct arena *arena, const char *text, int32_t *ret_side);

#endif
