/* room_view.h - one look at a room: whose it is and what they may have.  Inside this module only. */
#ifndef TD_WIRE_ROOM_VIEW_H
#define TD_WIRE_ROOM_VIEW_H

#include "room_parts.h"
#include "view.h"
#include "writer.h"

struct look {
    const struct wire_room *room;
    int member;               /* WIRE_PROJECTOR too */
    const struct member *who; /* NULL: the projector */
    unsigned roles;
    bool boss, projector;
    int team;
    const struct wire_lang *lang;
    struct writer *w;
    struct view view; /* what every eye sees, and what the roles add */
    bool sees_lines, sees_meters;
};

/* The roles' own views laid over each other: what any of them may have. */
void look_fill(struct look *look);

/* A text of the scenario, its places filled in. */
td_str look_text(const struct look *look, td_str key);
/* An id put together, ended by a NUL. */
td_str look_id(const struct look *look, const char *head, td_str name, const char *tail);
td_str look_word(const struct look *look, const char *head, td_str name, const char *tail);
/* "key":[{"said":".."},{"seen":".."}]: what is spoken, and what a camera would see. */
void look_pieces(const struct look *look, const char *key, td_str text);
/* "anxious", "despair" ...: what the body shows; and that in words, step 0 or finer. */
td_str look_state(const struct view *view);
td_str look_cue(const struct look *look, int step);
/* The projector, while several teams talk: it has no scene of its own. */
bool look_is_wall(const struct look *look);
/* What the person is called so far. */
td_str look_name(const struct look *look);

/* A room as this member has it, or as the projector; w takes what is written. */
struct look look_at(const struct wire_room *room, int member, td_str lang, struct writer *w);

/* --- the parts of a view --- */
void view_scene(const struct look *look);
void view_vote(const struct look *look);
void view_may(const struct look *look);
void view_beside(const struct look *look);           /* hints, board, taps, sheets, the card */
void view_console(const struct look *look);          /* the instructor's */
void view_teams(const struct look *look);            /* the instructor's, of all teams */
void view_wall(const struct look *look);             /* the projector's, of all teams */
void view_people(const struct look *look, int team); /* NONE: all */
/* The page of the group's debrief that is shown. */
void view_debrief(const struct look *look);
/* All of them, one behind the other. */
void view_debrief_pages(const struct look *look, const struct review *review);

#endif
