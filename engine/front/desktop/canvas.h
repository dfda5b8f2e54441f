/* canvas.h - a draw list carried out on pixels. */
#ifndef TD_FRONT_CANVAS_H
#define TD_FRONT_CANVAS_H

#include "glyphs.h"
#include "tableau.h"

struct canvas;

/* The folder of assets: fonts/ and people/ lie in it. */
struct canvas *canvas_create(const char *assets, const char **ret_missing);
void canvas_destroy(struct canvas *canvas);
struct ui_measure canvas_measure(struct canvas *canvas);

/* What the live scene shows: the person as they are now.  Borrowed until the next call. */
void canvas_person(struct canvas *canvas, const struct person_state *state);
/* The identity of a file under people/, kept; NULL if there is none. */
const struct person_identity *canvas_identity(struct canvas *canvas, td_str id);

/* The name of somebody who was to be drawn and could not be read: each is told once; NULL: nobody more. */
const char *canvas_lost(struct canvas *canvas);
/* The same of font files that turned out to be none. */
const char *canvas_lost_font(struct canvas *canvas);
/* false: there is no font at all. */
bool canvas_writes(const struct canvas *canvas);

/* Still pictures that have to be painted first are left for the next call, so that a first frame is not
 * kept waiting; false: there are such, draw once more. */
void canvas_hurry(struct canvas *canvas, bool hurry);
bool canvas_is_whole(const struct canvas *canvas);

/* Draws what lies in box; all of pixels outside it stays as it is. */
void canvas_draw(struct canvas *canvas, struct raster_pixels pixels, struct raster_box box, const struct ui *ui);

#endif
