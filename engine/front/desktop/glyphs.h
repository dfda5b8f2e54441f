/* glyphs.h - text as pixels: SDL2_ttf with our own fonts, FriBidi for lines that run both ways, and a
 * memory of what was drawn.  A run is kept as its coverage alone, so that one picture serves every colour. */
#ifndef TD_FRONT_GLYPHS_H
#define TD_FRONT_GLYPHS_H

#include "raster.h"
#include "ui.h"

struct glyphs;

/* folder: with the Inter files.  A font that is missing is replaced by another; NULL if there is none at
 * all.  *ret_missing: the first file that could not be opened, or NULL. */
struct glyphs *glyphs_create(const char *folder, const char **ret_missing);
/* The name of a font file that turned out to be none, once; NULL: nothing new. */
const char *glyphs_broken(struct glyphs *glyphs);
/* Is there any font? */
bool glyphs_any(const struct glyphs *glyphs);
void glyphs_destroy(struct glyphs *glyphs);
struct ui_measure glyphs_measure(struct glyphs *glyphs);
/* Draws within box: the left end at rect.x, the line centred in rect's height. */
void glyphs_draw(struct glyphs *glyphs, struct raster_pixels pixels, struct raster_box box, const struct ui_op *op);

#endif
