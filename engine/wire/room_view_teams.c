/* room_view_teams.c - several teams at once: all of it for the instructor; for the wall only what anybody who
 * passes by would see of each, so that no team learns from it what another was told. */
#include "room_view.h"

static int people_of(const struct wire_room *room, int team)
{
    int people = 0;
    for (int i = 0; i < room->member_count; i++)
        people += !room->members[i]->gone && room->members[i]->team == team && !has_role(room, i, SEAT_instructor);
    return people;
}

static void open_team(const struct look *look, int team, const struct view *v)
{
    struct writer *w = look->w;
    w_json_open(w, NULL, '{');
    w_json_int(w, "team", team);
    w_json_int(w, "people", people_of(look->room, team));
    w_json_int(w, "exchange", v->exchanges);
    w_json_bool(w, "frozen", look->room->teams[team].frozen);
}

/* --- the instructor's ------------------------------------------------------------------------------------ */

static void one_team(const struct look *look, int team)
{
    struct writer *w = look->w;
    struct view v;
    session_view(room_session(look->room, team), SEAT_instructor, &v);
    open_team(look, team, &v);
    w_json_int(w, "agitation", v.agitation);
    w_json_int(w, "stage", v.stage);
    w_json_bool(w, "stopped", look->room->teams[team].stopped);
    if (v.phase == PHASE_OVER)
        w_json_text(w, "outcome", outcome_names[v.outcome]);
    w_char(w, '}');
}

void view_teams(const struct look *look)
{
    if (look->room->setup.teams < 2)
        return;
    w_json_open(look->w, "all_teams", '[');
    for (int team = 0; team < look->room->setup.teams; team++)
        one_team(look, team);
    w_char(look->w, ']');
}

/* --- the wall's --------------------------------------------------------------------------------------------- */

static void one_on_the_wall(const struct look *look, int team)
{
    struct look other = *look;
    struct writer *w = look->w;
    other.team = team;
    look_fill(&other);
    open_team(look, team, &other.view);
    if (!look->room->setup.human) {
        w_json_text(w, "state", look_state(&other.view));
        w_json_text(w, "cue", look_cue(&other, 0));
    }
    w_json_bool(w, "over", other.view.phase == PHASE_OVER);
    if (look->room->meter)
        w_json_int(w, "agitation", session_agitation(room_session(look->room, team)));
    w_char(w, '}');
}

bool look_is_wall(const struct look *look)
{
    enum wire_phase phase = look->room->phase;
    return look->projector && look->room->setup.teams > 1 && phase >= ROOM_PLAY && phase <= ROOM_FEEDBACK;
}

void view_wall(const struct look *look)
{
    if (!look_is_wall(look))
        return;
    w_json_open(look->w, "wall", '[');
    for (int team = 0; team < look->room->setup.teams; team++)
        one_on_the_wall(look, team);
    w_char(look->w, ']');
}
