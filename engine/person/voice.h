/* voice.h - from what goes on in a person to how they sound: state in, numbers of prosody out.
 * The same idea as pose.h, for the ear: louder, higher, faster and more broken as agitation rises; low,
 * flat and slow in despair, which is the voice that is easily missed (MODEL.md 3.2, columns voice and
 * speech).  Which synthesiser turns the numbers into sound is the front's affair. */
#ifndef TD_PERSON_VOICE_H
#define TD_PERSON_VOICE_H

#include "pose.h"

/* What of a state is heard, in steps so coarse that a line made ahead is still right when it is said. */
struct voice_mood {
    int32_t agitation;         /* permille, a multiple of VOICE_STEP */
    int32_t despair, recovery; /* permille, multiples of VOICE_TURN */
    enum person_manner manner;
};

enum { VOICE_STEP = 50, VOICE_TURN = 250 };

struct voice_mood voice_mood_of(const struct person_state *state);
/* One number for a mood: equal exactly for equal moods. */
uint32_t voice_mood_key(const struct voice_mood *mood);

/* How a line is spoken.  Permille of the speaker's own ordinary way unless it says otherwise. */
struct prosody {
    int32_t rate;   /* sounds in a second: 1200 is faster */
    int32_t pitch;  /* of the middle of the voice */
    int32_t spread; /* width of the melody, about that middle: 300 is nearly one note */
    int32_t level;  /* tenths of a decibel, above the ordinary */
    int32_t effort; /* -1000 breathy and dull, 0 ordinary, 1000 pressed, bright and even: a shout */
    int32_t pause;  /* length of the rests between phrases */
    int32_t broken; /* permille: chance that speech catches behind a word */
    int32_t tremor; /* permille of a shaking voice */
};

struct prosody voice_prosody(const struct voice_mood *mood);

enum voice_kind { VOICE_WOMAN, VOICE_MAN, VOICE_OLD_MAN };

/* Whose voice it is. */
struct voice_timbre {
    enum voice_kind kind;
    int32_t pitch; /* permille of what is ordinary for the kind */
    int32_t tract; /* permille: above 1000 a smaller head and neck, brighter throughout */
    int32_t rate;  /* permille of the ordinary number of sounds in a second */
};

/* From what is known of the body: sex, age, height, build; and a little from the id, so that two people
 * alike on paper are not one voice. */
struct voice_timbre voice_timbre_of(const struct person_identity *who);

#endif
