/* identity.h - who somebody is, as far as it can be seen: the numbers of assets/people/<id>.json.
 * Age, build, face, hair and dress are parameters of the same drawing code; nobody is a picture. */
#ifndef TD_PERSON_IDENTITY_H
#define TD_PERSON_IDENTITY_H

#include "json.h"
#include "pen.h"

enum hair_style {
    HAIR_BALD,
    HAIR_RECEDING,
    HAIR_CROPPED,
    HAIR_SHORT,
    HAIR_PARTED,
    HAIR_BOB,
    HAIR_LONG,
    HAIR_BUN,
    HAIR_CURLS,
    HAIR_COILS,
};
enum beard_style { BEARD_NONE, BEARD_STUBBLE, BEARD_SHORT, BEARD_FULL, BEARD_MOUSTACHE };
enum headwear { HEAD_BARE, HEAD_HIJAB, HEAD_CAP, HEAD_FLAT_CAP, HEAD_BEANIE };
enum glasses { GLASSES_NONE, GLASSES_SQUARE, GLASSES_ROUND };
enum garment { TOP_JACKET, TOP_BLAZER, TOP_HOODIE, TOP_CARDIGAN, TOP_COAT, TOP_SWEATER, TOP_SHIRT, TOP_PUFFER };
enum legwear { LEGS_TROUSERS, LEGS_SKIRT };
enum rest { REST_HANG, REST_POCKETS, REST_FOLDED };

#define PERSON_ID_MAX 40

struct person_identity {
    char id[PERSON_ID_MAX + 1]; /* NUL-terminated */
    int32_t age;                /* years, 12..90 */
    int32_t masculine;          /* permille: jaw, brow, shoulders */
    int32_t height, build;      /* permille; height 1000 is a tall adult, build 0 thin, 500 middle, 1000 heavy */
    int32_t shoulders;          /* permille of the ordinary width for the sex */
    /* The face, each 0..1000 with 500 as the middle. */
    int32_t face_width, jaw_width, chin, cheeks, nose_width, nose_length, eye_size, eye_tilt, eye_fold, eye_gap;
    int32_t brow_weight, lips, ears;
    pen_rgba skin, lip, iris, hair, brow;
    pen_rgba outer, inner, accent, legs, shoes, headwear_colour;
    int32_t hair_style, beard, headwear, glasses, top, legwear, rest; /* of the enums above */
    int32_t grey;                                                     /* permille of grey in the hair */
    int32_t lashes;                                                   /* permille */
    int32_t wheelchair;                                               /* 0 or 1 */
    int32_t wet;                                                      /* permille: soaked hair and cloth */
};

/* A person of middling everything, to be overwritten. */
struct person_identity person_identity_default(void);

/* Reads assets/people/<id>.json.  Every key but "id" may be missing.  false, with every fault in diags
 * (bad JSON, unknown-key, missing-key, wrong-type, wrong-format, out-of-range, not-in-list) and *ret
 * untouched, if anything in the file is wrong.  Keys that begin with x- are passed over. */
bool person_identity_read(const td_allocator *mem, td_str file, td_str bytes, struct diags *diags,
                          struct person_identity *ret);

#endif
