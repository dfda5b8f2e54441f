/* parts.h - the parts of the drawn person, each in its own file, put together by draw.c. */
#ifndef TD_PERSON_PARTS_H
#define TD_PERSON_PARTS_H

#include "brush.h"

/* seat.c: a wheelchair, or a plain chair under somebody who sits. */
void seat_back(struct pen *pen, const struct body *b);
void seat_front(struct pen *pen, const struct body *b);
/* legs.c */
void legs_draw(struct pen *pen, const struct body *b);
/* torso.c */
struct pen_paint cloth_paint(const struct body *b, pen_rgba albedo);
void torso_path(struct pen *pen, const struct body *b);
int32_t torso_hem(const struct body *b);
void torso_draw(struct pen *pen, const struct body *b);
/* dress.c: what is worn over and under: collars, lapels, hoods, fastenings. */
void dress_draw(struct pen *pen, const struct body *b);
void dress_behind(struct pen *pen, const struct body *b);
/* arm.c */
bool arm_holds(const struct body *b, const struct arm *arm); /* to a thing of the place */
bool arm_toward(const struct arm *arm); /* comes at the viewer: its hand is in front of its sleeve */
void arm_upper(struct pen *pen, const struct body *b, const struct arm *arm);
void arm_lower(struct pen *pen, const struct body *b, const struct arm *arm);
void arm_cuff(struct pen *pen, const struct body *b, const struct arm *arm);
void arm_shadow(struct pen *pen, const struct body *b, const struct arm *arm);
/* hand.c */
void hand_draw(struct pen *pen, const struct body *b, const struct arm *arm, const struct arm_pose *pose);
/* neck.c, head.c */
void neck_draw(struct pen *pen, const struct body *b);
void head_draw(struct pen *pen, const struct body *b);
pen_rgba skin_tone(const struct body *b, int32_t level);
/* Skin one step toward its own deep, warm shadow: for lines and hollows. */
pen_rgba skin_deep(const struct body *b, int32_t level);
void face_path(struct pen *pen, const struct body *b);
/* face.c: nose, cheeks, folds; eye.c: eyes and brows; mouth.c; beard.c */
void face_draw(struct pen *pen, const struct body *b);
void nose_draw(struct pen *pen, const struct body *b);
void face_wet(struct pen *pen, const struct body *b);
void eyes_draw(struct pen *pen, const struct body *b);
void brows_draw(struct pen *pen, const struct body *b);
void mouth_draw(struct pen *pen, const struct body *b);
void beard_draw(struct pen *pen, const struct body *b);
/* hair.c, headwear.c */
bool hair_over_ears(const struct body *b);
void hair_behind(struct pen *pen, const struct body *b);
void hair_front(struct pen *pen, const struct body *b);
void headwear_behind(struct pen *pen, const struct body *b);
void headwear_front(struct pen *pen, const struct body *b);
void headwear_drape(struct pen *pen, const struct body *b);
void glasses_draw(struct pen *pen, const struct body *b);

#endif
