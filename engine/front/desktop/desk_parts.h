/* desk_parts.h - what the halves of the desk share. */
#ifndef TD_FRONT_DESK_PARTS_H
#define TD_FRONT_DESK_PARTS_H

#include "desk.h"

/* desk.c */
void desk_model(struct desk *desk);
/* The person in this state at once, at the next moment at which the eyes are open. */
void desk_pose_person(struct desk *desk, struct person_state *state);
/* desk_cards.c: encounters and plays; the languages there are, in the words of now. */
void desk_read_cards(struct desk *desk);
void desk_read_languages(struct desk *desk);
/* desk_play.c */
void desk_open_card(struct desk *desk, int index);
void desk_begin(struct desk *desk);
/* A line of the menu, or ten seconds of silence, as a command. */
struct command desk_picked(const td_scenario *scenario, int32_t choice);
void desk_picks(struct desk *desk, const struct command *picks);
/* Beside what was said, until something is done; away: puts it away. */
void desk_hint(struct desk *desk, bool away);
void desk_tell_again(struct desk *desk);
/* What was kept under "Notes", from the journal of the play. */
void desk_read_notes(struct desk *desk);
void desk_again(struct desk *desk, const struct command *rewind);
bool desk_leave_play(struct desk *desk);
void desk_go_home(struct desk *desk);
/* desk_truth.c: after an answer to a question, where the mode allows it. */
void desk_tell_truth(struct desk *desk);
/* desk_debrief.c */
void desk_ratings(struct desk *desk);
void desk_trace(struct desk *desk, bool look_ahead);

#endif
