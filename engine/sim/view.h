/* view.h - what one seat may know now.  What must stay hidden is not in it, so it cannot leak. */
#ifndef TD_SIM_VIEW_H
#define TD_SIM_VIEW_H

#include "session.h"

struct view_choice {
    int32_t choice;    /* index in the scenario */
    enum act hint_act; /* guided mode, the coach and the instructor, else ACT_COUNT */
};

/* Whether the person is with you, as eyes see it: rupture shows as turning away. */
enum regard { REGARD_away, REGARD_past, REGARD_glances, REGARD_turned, REGARD_open, REGARD_COUNT };

extern const td_str regard_names[]; /* by regard; ends with a NULL */

struct view {
    enum phase phase;
    enum outcome outcome; /* PHASE_OVER; outcome_count before */
    int32_t ending;
    int64_t story_ms;
    int32_t exchanges, exchanges_left;
    int32_t node;           /* NONE before the talk begins */
    int32_t reaction, line; /* said in answer, then said next: line indices or NONE */
    int32_t observed;       /* line: the finer cue that looking closely showed, or NONE */
    int32_t cue_band;       /* what the body shows: 0..4.  It is what eyes see, so every seat has it */
    bool despair, recovery; /* states of the pose */
    enum regard regard;     /* every seat has this too */
    int32_t cue_step;       /* 0..5: how closely one has looked since the last exchange */
    bool meters;            /* agitation, stage, ... below are filled (guided, practice; instructor) */
    int32_t agitation, understanding, rapport, trust, hope, autonomy, rupture; /* permille, else NONE */
    int32_t contact;                        /* permille: what regard is cut from, else NONE */
    int32_t stage;                          /* else NONE */
    struct view_choice choices[LIMIT_MENU]; /* seats that see the lines: primary, coach, voter, instructor */
    int choice_count;
    bool may_choose, may_pause, may_wait, may_observe, may_withdraw, may_handover; /* this seat, now */
    bool distance_free;                                                            /* may come nearer and back off */
    uint8_t help_open, help_called, help_arrived; /* bits by kind; open: this seat may call it */
    int32_t help_seconds[help_kind_count];        /* to arrival, or NONE */
    uint8_t scene_open;                           /* bits by kind */
    int32_t dist;                                 /* cm or NONE */
    int32_t prompt;                               /* the first waiting to be answered by this seat (index), or NONE */
    uint32_t prompts;                             /* all of them, bits by index */
    uint64_t injects;                             /* instructor: cards not yet played, bits */
    uint64_t injects_suggested;                   /* instructor: of these, worth playing now */
    uint32_t picked;                              /* what was asked for in the briefing: bits by item */
    struct memory known;                          /* facts disclosed so far: the board's truth as far as it was said */
    uint8_t parties_here;                         /* third parties that have come, bits */
    struct event_note happened;
    bool frozen, discuss, scene_break;
};

/* Between two views of a talk: does the person look at you otherwise than before? */
static inline bool view_regard_changed(const struct view *before, const struct view *now)
{
    return before->phase == PHASE_TALK && now->phase == PHASE_TALK && before->regard != now->regard;
}

/* Fills the whole of *ret. */
void session_view(const td_session *session, enum seat seat, struct view *ret);

#endif
