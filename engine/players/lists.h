/* lists.h - what the scripted players of engine/MODEL.md 5 reach for: acts by stage, and how well said.
 * One table for those who play the person alone and those who play a scenario. */
#ifndef TD_PLAYERS_LISTS_H
#define TD_PLAYERS_LISTS_H

#include "acts.h"

enum { ACT_LIST_MAX = 9, QUALITY_LIST_MAX = 3 };

struct act_list {
    int count;
    enum act acts[ACT_LIST_MAX];
};

/* A player who draws from one list, whatever the person shows. */
struct drawer {
    struct act_list acts;
    int quality_count;
    int32_t qualities[QUALITY_LIST_MAX]; /* permille; each as likely as the others */
};

/* The least familiar of these is the next thing a skilled helper does; INTRO is for the first line. */
extern const struct act_list skilled_list[STAGE_COUNT];
extern const int32_t skilled_qualities[QUALITY_LIST_MAX];

extern const struct drawer drawer_listening_only, drawer_novice, drawer_fixer, drawer_authoritarian, drawer_liar,
    drawer_rushed;

/* The errors of the player with errors: minimising, at these turns. */
enum { ERROR_TURN_FIRST = 5, ERROR_TURN_SECOND = 11 };
/* A rupture above this, permille, is worth an apology to a skilled helper. */
enum { RUPTURE_TO_REPAIR = 150 };
/* Safety is asked about on the first step of the stairway, once six lines have been said. */
enum { SAFETY_FROM_TURN = 6 };

#endif
