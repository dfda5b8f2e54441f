/* light.h - how a place lights what stands in it.
 * One key light, what fills the shadows, and a rim from behind.  Every colour of a person is an
 * albedo multiplied by this, so the same coat is blue in a corridor and nearly black on a bridge. */
#ifndef TD_PERSON_LIGHT_H
#define TD_PERSON_LIGHT_H

#include "pen.h"

struct light {
    int32_t lit[3];       /* red, green, blue of a fully lit surface, permille of its albedo; up to 1400 */
    int32_t shade[3];     /* the same for one in shadow */
    int32_t key_x, key_y; /* toward the key light on the screen, each -1000..1000; y up is negative */
    pen_rgba rim;         /* colour and strength (alpha) of the edge light; alpha 0: none */
    int32_t rim_side;     /* -1: on the left edges, 1: on the right */
    pen_rgba ground;      /* of the shadow cast on the floor */
    int32_t rain;         /* permille: how much falls on the person */
};

/* The colour of a surface: level 0 is in shadow, 1000 fully lit; up to 1400 for sheen. */
pen_rgba light_tone(const struct light *light, pen_rgba albedo, int32_t level);
/* Light without any temper, for tables and tests: soft from the upper left. */
struct light light_studio(void);

#endif
