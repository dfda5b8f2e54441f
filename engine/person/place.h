/* place.h - the eight painted places: where the encounter happens and what light it throws.
 * A place is painted in layers: what is behind the person and never moves (cache it as a picture),
 * what moves behind (rain, a faulty lamp), what stands in front (a rail, a counter), what moves in
 * front.  All in units of a picture 720 lines high; the width may be anything from 4:3 to 21:9. */
#ifndef TD_PERSON_PLACE_H
#define TD_PERSON_PLACE_H

#include "light.h"
#include "pose.h"

enum setting {
    SETTING_BRIDGE,
    SETTING_HOSPITAL,
    SETTING_SCHOOL,
    SETTING_SHELTER,
    SETTING_STAIRWELL,
    SETTING_BUS,
    SETTING_BENEFITS,
    SETTING_CALLS,
    SETTING_COUNT,
};

/* The moment and the frame.  width is in units (1280 at 16:9). */
struct place_view {
    int32_t width;
    uint32_t ms;
    bool still; /* reduced motion: weather hangs where it is, lamps burn steadily */
};

/* The name as scenarios write it: "bridge-night-rain", "hospital-waiting", "school-corridor",
 * "shelter-desk", "stairwell", "bus-terminal", "benefits-counter", "call-desk-night", in the order of
 * the enum.  false if there is none such. */
bool place_find(td_str name, enum setting *ret);
const char *place_name(enum setting place);

/* The pen's units must be 1/720 of the picture's height, its origin the upper left corner. */
void place_draw_back(struct pen *pen, enum setting place, const struct place_view *view);
void place_draw_back_live(struct pen *pen, enum setting place, const struct place_view *view);
void place_draw_fore(struct pen *pen, enum setting place, const struct place_view *view);
void place_draw_fore_live(struct pen *pen, enum setting place, const struct place_view *view);
/* Whether the two live layers draw anything at all. */
bool place_is_live(enum setting place);

/* The light at the given moment (a faulty tube flickers). */
struct light place_light(enum setting place, const struct place_view *view);
/* Where person_draw()'s origin goes, in 1/256 units of the picture, and its scale in permille. */
struct pt place_stand(enum setting place, const struct place_view *view);
#define PLACE_SCALE 840
/* On the bridge people hold the rail. */
enum person_stance place_stance(enum setting place);

#endif
