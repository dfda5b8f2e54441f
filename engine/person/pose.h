/* pose.h - from what goes on in a person to what their body does: state in, numbers out.
 * Pure and without memory, so that a pose can be tested; what needs memory (smooth motion, the
 * phase of the breath) is in motion.h.  The cues are those of MODEL.md 3.2: every band speaks
 * through brows, lids, mouth, colour, shoulders, hands and distance at once. */
#ifndef TD_PERSON_POSE_H
#define TD_PERSON_POSE_H

#include "identity.h"
#include "space.h"

enum person_manner { MANNER_PLAIN, MANNER_DESPAIR, MANNER_GUARDED, MANNER_DRUNK, MANNER_COOL, MANNER_GRIEF };
enum person_stance { STANCE_STAND, STANCE_RAIL };

/* What the body has to show. */
struct person_state {
    int32_t agitation;         /* permille */
    int32_t despair, recovery; /* permille of each; 0 and 0 is the plain state */
    int32_t contact;           /* -1000..1000: elsewhere, with you; 0 is neither */
    int32_t turned;            /* -1000..1000: turned away to the left / right of the screen */
    int32_t sit;               /* permille: 0 stands, 1000 sits; a wheelchair user always sits */
    int32_t distance_cm;       /* to the viewer: 220 is the talking distance */
    int32_t mouth_open;        /* permille, of the sound now spoken */
    int32_t mouth_round;       /* permille: o and u; 0 is e and i */
    int32_t look_x, look_y;    /* -1000..1000: where the gaze is drawn, from the viewer (0, 0) */
    enum person_manner manner;
    enum person_stance stance;
    uint64_t seed;        /* of the idle life */
    uint32_t ms;          /* the time of the idle life */
    int32_t breath, pace; /* phases in 1/65536 turns: see motion.h */
    bool still;           /* reduced motion: only the breath is left */
};

enum { ARM_LEFT, ARM_RIGHT }; /* of the screen */

/* One arm: where the wrist is and how the hand lies.  Places are units from the middle of the
 * shoulders; for places and directions x points outward, away from the other arm. */
struct arm_pose {
    struct v3 wrist;   /* 1/256 units */
    struct v3 pole;    /* direction in which the elbow goes */
    struct v3 fingers; /* direction of the straight fingers */
    struct v3 palm;    /* direction out of the palm */
    int32_t curl[5];   /* permille, thumb first: 0 straight, 1000 in a fist */
    int32_t spread;    /* permille */
    int32_t hidden;    /* permille: above 500 the hand is in a pocket */
    int32_t world;     /* permille: held to a thing of the place; does not turn with the body */
};

/* Lengths are 1/256 units, angles 1/65536 turns, the rest permille of what a body can do. */
struct person_pose {
    int32_t scale;   /* permille, from distance and advance */
    int32_t shift_x; /* weight shifted, steps paced */
    int32_t lean;    /* of the whole body, sideways */
    int32_t yaw;     /* of the body */
    int32_t breath;  /* -1000..1000 now */
    int32_t breath_depth;
    int32_t shoulder_up, slump; /* lengths */
    int32_t shoulder_forward, chest;
    int32_t stance_width;
    int32_t sit;
    int32_t head_yaw, head_pitch, head_roll, neck_forward; /* angles, and a length */
    int32_t neck_tension;
    int32_t brow_inner, brow_outer, knit, forehead; /* raised is positive */
    int32_t lid, squint, blink;                     /* lid: 1000 is an ordinary open eye */
    int32_t gaze_x, gaze_y, pupil;
    int32_t mouth_open, mouth_round, corner, press, teeth, stretch;
    int32_t clench, nostril, nose_wrinkle;
    int32_t flush, pallor, sweat, tears, vein, eye_red;
    int32_t tremor_x, tremor_y; /* lengths, now */
    struct arm_pose arm[2];
};

struct person_pose person_pose(const struct person_identity *who, const struct person_state *state);

/* Of a profile's name as scenarios know it ("suicidal-despair"); false if there is none such. */
bool person_manner_find(td_str profile, enum person_manner *ret);

/* Breaths a minute, times ten, in this state (MODEL.md 3.2). */
int32_t person_breath_rate(const struct person_state *state);
/* Turns of pacing a minute, times ten; 0 when nobody paces. */
int32_t person_pace_rate(const struct person_state *state);

#endif
